//! A frame in the page that holds the page itself, as another page would.

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, Window};

fn inside(frame: &Element) -> Option<Window> {
    let window = Reflect::get(frame, &"contentWindow".into()).ok()?;
    window.is_object().then(|| window.unchecked_into())
}

/// Shows another address in it, without a step in the browser's history.
pub fn show(frame: &Element, address: &str) {
    if let Some(window) = inside(frame) {
        // Fails where the frame is being torn down.
        let _ = window.location().replace(address);
    }
}

/// Calls back with the height that the frame says it needs, in CSS pixels. Ends when dropped.
#[must_use]
pub fn heights(frame: &Element, told: impl Fn(f64) + 'static) -> Option<EventListener> {
    let (frame, window) = (frame.clone(), web_sys::window()?);
    Some(EventListener::new(&window, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let is_from_it = event.source().zip(inside(&frame)).is_some_and(|(source, frame)| Object::is(&source, &frame));
        if let Some(height) = is_from_it.then(|| height(&event.data())).flatten() {
            told(height);
        }
    }))
}

/// The height in a message of ours.
fn height(data: &JsValue) -> Option<f64> {
    const TALLEST: f64 = 10_000.0;
    let part = |name: &str| data.is_object().then(|| Reflect::get(data, &name.into()).ok()).flatten();
    part("offtake")?.as_f64()?;
    let height = part("height").filter(|_| part("type").is_some_and(|kind| kind == "height"))?.as_f64()?;
    (height > 0.0).then_some(height.min(TALLEST))
}
