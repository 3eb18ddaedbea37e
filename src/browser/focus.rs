//! Moving the reader to a field.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Focuses the element of an id, if there is one, and selects its text if it is a field.
pub fn focus(id: &str) {
    let Some(element) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id)) else {
        return;
    };
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Fails only where the element cannot take focus: then the reader stays where they are.
        let _ = element.focus();
    }
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}
