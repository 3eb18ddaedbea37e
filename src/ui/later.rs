//! The page comes into the document part by part, each in a task of its own, so that the browser can answer the reader
//! between any two. What stands before the page (`#start`) goes when all parts are there.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// A part of the page that comes after those before it.
pub fn later(part: fn() -> AnyView) -> AnyView {
    let come = RwSignal::new(false);
    Timeout::new(0, move || {
        // The page may be another one by then.
        let _ = come.try_set(true);
    })
    .forget();
    (move || come.get().then(part)).into_any()
}
