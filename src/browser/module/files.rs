//! Files that leave the page, and the one that comes back.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::links::decoded;
use super::values::{is_absent, or_tell, shown, text, thrown, words};
use crate::export::{self, Around, ExportError, File, Kind};
use crate::protocol::link::{self, Decoded, Link};
use crate::protocol::options::{self, Options};
use crate::protocol::{Fault, state};

/// A file of a state: `kind` is `xlsx`, `json`, `inputs.csv`, `years.csv`, or the name of a chart and `.csv`. `link` is a
/// query, or the address of the page with one; absent: the default case. What is not understood of it is thrown: a file
/// would not say that it holds another case.
#[allow(clippy::needless_pass_by_value, reason = "passed by JavaScript")]
#[wasm_bindgen(js_name = exportFile, unchecked_return_type = "ExportedFile")]
pub fn export_file(
    #[wasm_bindgen(unchecked_param_type = "FileKind")] kind: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] link: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ExportOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let mut faults = Vec::new();
    let wanted = or_tell(named(&kind), &mut faults);
    let state = or_tell(told(&link), &mut faults);
    let options = or_tell(text("options", &options).and_then(|text| options::decode(&text)), &mut faults);
    let (Some(wanted), Some(state), Some(options)) = (wanted, state, options) else { return Err(thrown(&faults)) };
    let Options { page, draws } = options;
    let file = export::file(wanted, &state, &Around { page: &page, draws });
    object(file.map_err(|error| not_made(&error))?)
}

fn named(kind: &JsValue) -> Result<Kind, Vec<Fault>> {
    let found = kind.as_string().and_then(|name| Kind::find(&name));
    found.ok_or_else(|| vec![Fault::not_a_name("kind", &shown(kind), &Kind::names())])
}

/// The state of a link of which all is understood.
fn told(link: &JsValue) -> Result<Link, Vec<Fault>> {
    if is_absent(link) {
        return Ok(Link::default());
    }
    let Decoded { link, ignored } = decoded(link)?;
    if ignored.is_empty() { Ok(link) } else { Err(ignored) }
}

fn not_made(error: &ExportError) -> JsValue {
    let failed = || js_sys::Error::new(&error.to_string()).into();
    error.fault().map_or_else(failed, |fault| thrown(std::slice::from_ref(fault)))
}

fn object(file: File) -> Result<JsValue, JsValue> {
    let object = Object::new();
    Reflect::set(&object, &"name".into(), &file.name.into())?;
    Reflect::set(&object, &"type".into(), &file.kind.into())?;
    Reflect::set(&object, &"bytes".into(), &Uint8Array::from(file.bytes.as_slice()))?;
    Ok(object.into())
}

/// Reads a file that was saved as JSON; gives the query of its state.
#[allow(clippy::needless_pass_by_value, reason = "passed by JavaScript")]
#[wasm_bindgen(js_name = openFile)]
pub fn open_file(#[wasm_bindgen(unchecked_param_type = "string")] text: JsValue) -> Result<String, JsValue> {
    let text = words("text", &text, "the text of a saved file");
    let link = text.and_then(|text| state::decode_file(&text, &export::BESIDE)).map_err(|faults| thrown(&faults))?;
    Ok(link::encode(&link))
}
