//! The verdict for those who listen: once, a moment after the last change.

use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;

use super::State;
use crate::wording::verdict::{plain, verdict};

/// How long nothing may change before it is said, in milliseconds.
const QUIET: u32 = 400;

/// A region that is read out and not shown. The heading itself is not one: it would be read at every step of a drag.
#[component]
pub fn Announcer() -> impl IntoView {
    let state = State::get();
    let region = NodeRef::<html::P>::new();
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |first: Option<()>| {
        let words = plain(&state.words(verdict));
        if first.is_none() {
            return;
        }
        // A timer that is replaced is called off.
        waiting.set_value(Some(Timeout::new(QUIET, move || {
            if let Some(region) = region.get_untracked() {
                region.set_text_content(Some(&words));
            }
        })));
    });
    view! { <p class="unseen" id="announcer" role="status" aria-live="polite" node_ref=region></p> }
}
