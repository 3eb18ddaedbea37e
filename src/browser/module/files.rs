//! Files that leave the page, and the one that comes back.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::values::{optional, property, thrown};
use crate::analysis::monte_carlo::DEFAULT_DRAWS;
use crate::export::{self, Around, Kind};
use crate::protocol::{Fault, link, state};

/// A file of a state: `kind` is `xlsx`, `json`, `inputs.csv`, `years.csv`, or the name of a chart and `.csv`. `link` is a
/// query, or the address of the page with one; absent: the default case.
#[allow(clippy::needless_pass_by_value, reason = "passed by JavaScript")]
#[wasm_bindgen(js_name = exportFile, unchecked_return_type = "ExportedFile")]
pub fn export_file(
    #[wasm_bindgen(unchecked_param_type = "FileKind")] kind: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] link: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ExportOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let wanted = Kind::find(kind).ok_or_else(|| thrown(&[Fault::not_a_name("kind", kind, &Kind::names())]))?;
    let link = optional(&link).unwrap_or_default();
    let page = property(&options, "page").and_then(|page| page.as_string()).unwrap_or_default();
    let around = Around { page: &page, draws: draws(&options)? };
    let state = link::decode(link::query_of(&link)).link;
    let file = export::file(wanted, &state, &around).map_err(|error| js_sys::Error::new(&error.to_string()))?;
    let object = Object::new();
    Reflect::set(&object, &"name".into(), &file.name.into())?;
    Reflect::set(&object, &"type".into(), &file.kind.into())?;
    Reflect::set(&object, &"bytes".into(), &Uint8Array::from(file.bytes.as_slice()))?;
    Ok(object.into())
}

/// How many futures the file of the simulation draws.
fn draws(options: &JsValue) -> Result<usize, JsValue> {
    const MOST: f64 = 1e6;
    let Some(wanted) = property(options, "draws") else { return Ok(DEFAULT_DRAWS) };
    let number = wanted.as_f64().filter(|number| (1.0..=MOST).contains(number) && number.fract() == 0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the limits")]
    number.map(|number| number as usize).ok_or_else(|| thrown(&[Fault::not_whole("draws", (1.0, MOST))]))
}

/// Reads a file that was saved as JSON; gives the query of its state.
#[wasm_bindgen(js_name = openFile)]
pub fn open_file(text: &str) -> Result<String, JsValue> {
    let link = state::decode_file(text, &export::BESIDE).map_err(|faults| thrown(&faults))?;
    Ok(link::encode(&link))
}
