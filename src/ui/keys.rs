//! What keys mean to sliders and number boxes.

use leptos::ev::KeyboardEvent;

/// How many steps a key stands for: one, ten with Shift or as a page key, a tenth with Alt.
pub fn steps(event: &KeyboardEvent) -> Option<f64> {
    if event.ctrl_key() || event.meta_key() {
        return None;
    }
    let (steps, is_page) = match event.key().as_str() {
        "ArrowUp" | "ArrowRight" => (1.0, false),
        "ArrowDown" | "ArrowLeft" => (-1.0, false),
        "PageUp" => (1.0, true),
        "PageDown" => (-1.0, true),
        _ => return None,
    };
    let times = match (event.alt_key(), is_page || event.shift_key()) {
        (false, false) => 1.0,
        (false, true) => 10.0,
        (true, false) => 0.1,
        (true, true) => return None,
    };
    Some(steps * times)
}

/// The same in a text field, where left and right move the cursor.
pub fn steps_in_text(event: &KeyboardEvent) -> Option<f64> {
    steps(event).filter(|_| !matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight"))
}
