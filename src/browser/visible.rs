//! Whether an element is near the part of the page that the reader sees.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::printing::PrintWatch;

/// How far outside the window an element still counts as near.
const MARGIN: &str = "240px";

/// Watches an element until dropped.
pub struct VisibleWatch {
    observer: IntersectionObserver,
    _notify: Closure<dyn FnMut(Array)>,
    _print: Option<PrintWatch>,
}

impl VisibleWatch {
    /// Calls `notify` with whether the element is near the window: once at first, then at every change. On paper
    /// everything is seen.
    #[must_use]
    pub fn new(element: &Element, notify: impl Fn(bool) + 'static) -> Option<Self> {
        let notify = Rc::new(notify);
        let on_paper = Rc::clone(&notify);
        let notify = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            // The last entry is the present state; the others were passed on the way.
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                notify(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(notify.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _notify: notify, _print: PrintWatch::new(move || on_paper(true)) })
    }
}

/// The height of the bar that comes at the top, in CSS pixels: what it covers counts as left.
const BAR: f64 = 48.0;

/// Watches whether an element has left the window upwards, until dropped.
pub struct AboveWatch {
    observer: IntersectionObserver,
    _notify: Closure<dyn FnMut(Array)>,
}

impl AboveWatch {
    /// Calls `notify` at every change for the first element that a selector finds.
    #[must_use]
    pub fn new(selector: &str, notify: impl Fn(bool) + 'static) -> Option<Self> {
        let element = web_sys::window()?.document()?.query_selector(selector).ok()??;
        let notify = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                let place = entry.bounding_client_rect();
                // Without a box, as before the page is shown, it is nowhere, and not above.
                let has_box = place.width() > 0.0;
                notify(has_box && !entry.is_intersecting() && place.bottom() <= BAR);
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&format!("-{BAR}px 0px 0px 0px"));
        let observer = IntersectionObserver::new_with_options(notify.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(&element);
        Some(Self { observer, _notify: notify })
    }
}

impl Drop for AboveWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Drop for VisibleWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
