//! Files that the module beside the page makes: the page only asks for them.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::download::once;

/// What `public/loader.js` answers with.
const SAVE: &str = "offtakeSave";

/// Has a file of a state saved: `kind` as in `export::Kind`, the state as a query. Tells the name of the file, or nothing
/// where it could not be made or saved.
pub fn save(kind: &str, query: &str, draws: Option<usize>, told: impl FnOnce(Option<String>) + 'static) {
    let told = once(move |name| told(name.as_string()));
    let asked = Array::of4(&told, &kind.into(), &query.into(), &draws.map_or(JsValue::UNDEFINED, JsValue::from));
    let save =
        web_sys::window().and_then(|window| Reflect::get(&window, &SAVE.into()).ok()?.dyn_into::<Function>().ok());
    if save.is_none_or(|save| save.apply(&JsValue::NULL, &asked).is_err()) {
        let _ = told.call0(&JsValue::NULL);
    }
}
