//! Moving the reader to a place in the page.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Focuses the first element that one of the selectors finds, asked in their order, and selects its text if it is a
/// field.
pub fn focus_first(selectors: &[String]) {
    let find = |selector: &String| document()?.query_selector(selector).ok()?;
    if let Some(element) = selectors.iter().find_map(find) {
        focus(&element);
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Fails only where the element cannot take focus: then the reader stays where they are.
        let _ = element.focus();
    }
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}
