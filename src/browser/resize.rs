//! The size of an element, whenever it changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Watches the content box of an element until dropped.
pub struct ResizeWatch {
    observer: ResizeObserver,
    _notify: Closure<dyn FnMut(Array)>,
}

impl ResizeWatch {
    /// Calls `notify` with width and height in CSS pixels: once at first, then after every change.
    #[must_use]
    pub fn new(element: &Element, mut notify: impl FnMut(f64, f64) + 'static) -> Option<Self> {
        let notify = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                let area = entry.content_rect();
                notify(area.width(), area.height());
            }
        });
        let observer = ResizeObserver::new(notify.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _notify: notify })
    }
}

impl Drop for ResizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
