//! Between values of JavaScript and ours.

use js_sys::{Array, Error, JSON, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::protocol::{self, Fault};

/// A value as JSON text, for the decoders of the wire format. Absent counts as empty. JSON has no word for NaN and
/// infinity: they become texts, which no number is, so that they are told as what they are.
pub(super) fn text(value: &JsValue) -> Result<String, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok("{}".to_owned());
    }
    let spelled = Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(|_key: JsValue, value: JsValue| {
        let is_lost = value.as_f64().is_some_and(|number| !number.is_finite()) || value.is_bigint();
        if is_lost { js_sys::JsString::from(spell(&value)).into() } else { value }
    });
    let written = JSON::stringify_with_replacer(value, spelled.as_ref())?;
    written.as_string().ok_or_else(|| Error::new("is not an object of inputs").into())
}

fn spell(value: &JsValue) -> String {
    value.as_f64().map_or_else(|| "a BigInt".to_owned(), |number| number.to_string())
}

/// A text, or nothing where none was given.
pub(super) fn optional(value: &JsValue) -> Option<String> {
    value.as_string()
}

/// An answer as a plain object. One that no number can hold is a fault.
pub(super) fn plain(answer: &impl Serialize) -> Result<JsValue, JsValue> {
    protocol::all_finite(answer).map_err(|faults| thrown(&faults))?;
    answer.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// What is thrown for faults: an `Error` that says them all, with each as an object in `faults`.
pub(super) fn thrown(faults: &[Fault]) -> JsValue {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let error = Error::new(&lines.join("\n"));
    let list: Array = faults.iter().filter_map(|fault| plain(&fault.report()).ok()).collect();
    let _ = Reflect::set(&error, &"faults".into(), &list);
    error.into()
}

/// A property, if the value is an object and has it.
pub(super) fn property(value: &JsValue, name: &str) -> Option<JsValue> {
    if !value.is_object() {
        return None;
    }
    Reflect::get(value, &name.into()).ok().filter(|found| !found.is_undefined())
}

/// A copy of an object with `model` set, unless the caller names another one, which is then refused further on.
pub(super) fn asking(options: &JsValue, model: &str) -> Result<JsValue, JsValue> {
    let question = js_sys::Object::new();
    Reflect::set(&question, &"model".into(), &model.into())?;
    if options.is_object() {
        js_sys::Object::assign(&question, options.unchecked_ref());
    } else if !options.is_undefined() && !options.is_null() {
        return Ok(options.clone());
    }
    Ok(question.into())
}
