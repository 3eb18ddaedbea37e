//! Text that the reader takes along.

use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlTextAreaElement;

use super::download::{after, once};

/// Copies the text of a field and tells whether it is in the clipboard. Where the browser does not let pages write to it,
/// the old way is tried; where that fails too, the text is left selected, for the reader's own keys.
pub fn copy(field: &HtmlTextAreaElement, told: impl Fn(bool) + 'static) {
    let (told, field) = (Rc::new(told), field.clone());
    let instead = {
        let (told, field) = (Rc::clone(&told), field.clone());
        move || told(copy_selected(&field))
    };
    // In a page without a secure origin, and in many frames, there is no clipboard at all.
    let navigator = web_sys::window().map(|window| window.navigator());
    let clipboard = navigator.and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok());
    match clipboard.filter(JsValue::is_object) {
        Some(clipboard) => {
            let written = clipboard.unchecked_into::<web_sys::Clipboard>().write_text(&field.value());
            after(&written, &once(move |_| told(true)), &once(move |_| instead()));
        }
        None => instead(),
    }
}

/// Selects the text and asks the document to copy what is selected.
fn copy_selected(field: &HtmlTextAreaElement) -> bool {
    // A field that cannot take the focus is not in the page any more.
    let _ = field.focus();
    field.select();
    let document = web_sys::window().and_then(|window| window.document());
    let copied = document.and_then(|document| {
        let command: Function = Reflect::get(&document, &"execCommand".into()).ok()?.dyn_into().ok()?;
        command.call1(&document, &"copy".into()).ok()?.as_bool()
    });
    copied.unwrap_or_default()
}
