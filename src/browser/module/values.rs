//! Between values of JavaScript and ours.

use js_sys::{Array, Error, Function, JSON, Map, Promise, Reflect, Set};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::protocol::{self, Fault, unwritable};

/// A value as JSON text, for the decoders of the wire format. Absent counts as empty. What JSON has no word for, and would
/// leave out or call null, is marked in its place, where it is told as what it is. What cannot be read is a fault at `key`.
pub(super) fn text(key: &str, value: &JsValue) -> Result<String, Vec<Fault>> {
    if is_absent(value) {
        return Ok("{}".to_owned());
    }
    let marked = Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(|_key: JsValue, value: JsValue| {
        lost(&value).map_or(value, |what| JsValue::from(unwritable(&what)))
    });
    let written = JSON::stringify_with_replacer(value, marked.as_ref());
    let written = written.map_err(|thrown| vec![Fault::not_readable(key, &reason(&thrown))])?;
    // Nothing is written for what says by itself that it has no JSON.
    let is_nothing = || vec![Fault::not_readable(key, "it gives nothing")];
    JsValue::from(written).as_string().ok_or_else(is_nothing)
}

/// What JSON would lose of a value: all of it.
fn lost(value: &JsValue) -> Option<String> {
    let is_lost = value.as_f64().is_some_and(|number| !number.is_finite())
        || value.is_bigint()
        || value.is_symbol()
        || value.is_function()
        || value.is_instance_of::<Map>()
        || value.is_instance_of::<Set>()
        || value.is_instance_of::<Promise>();
    is_lost.then(|| shown(value))
}

/// A value for a message. Looks into none, because that may run code of others.
pub(super) fn shown(value: &JsValue) -> String {
    let of_class = || match () {
        () if value.is_instance_of::<Array>() => "an array",
        () if value.is_instance_of::<Map>() => "a Map",
        () if value.is_instance_of::<Set>() => "a Set",
        () if value.is_instance_of::<Promise>() => "a promise",
        () => "an object",
    };
    match value.as_f64() {
        Some(number) if number.is_infinite() => if number > 0.0 { "Infinity" } else { "-Infinity" }.to_owned(),
        Some(number) => number.to_string(),
        None => value
            .as_string()
            .map(|text| format!("{text:?}"))
            .or_else(|| plainly(value))
            .unwrap_or_else(|| of_class().to_owned()),
    }
}

/// What a value is called that is neither a number, a text nor an object.
fn plainly(value: &JsValue) -> Option<String> {
    let name = match value.js_typeof().as_string()?.as_str() {
        "undefined" => "undefined",
        "boolean" if value.is_truthy() => "true",
        "boolean" => "false",
        "bigint" => "a BigInt",
        "symbol" => "a symbol",
        "function" => "a function",
        _ if value.is_null() => "null",
        _ => return None,
    };
    Some(name.to_owned())
}

/// Why something was thrown, as far as it says so.
fn reason(thrown: &JsValue) -> String {
    let message = property(thrown, "message").and_then(|message| message.as_string());
    message.unwrap_or_else(|| shown(thrown))
}

/// Whether an argument was not given.
pub(super) fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// An argument that is a text.
pub(super) fn words(key: &str, value: &JsValue, what: &'static str) -> Result<String, Vec<Fault>> {
    value.as_string().ok_or_else(|| vec![Fault::not_a(key, &shown(value), what)])
}

/// An argument that is a function, if it was given.
pub(super) fn function(key: &str, value: &JsValue) -> Result<Option<Function>, Vec<Fault>> {
    if is_absent(value) {
        return Ok(None);
    }
    let function = value.dyn_ref::<Function>().cloned();
    function.map(Some).ok_or_else(|| vec![Fault::not_a(key, &shown(value), "a function")])
}

/// What was read; nothing, and its faults to the others, where it was not understood.
pub(super) fn or_tell<T>(read: Result<T, Vec<Fault>>, faults: &mut Vec<Fault>) -> Option<T> {
    read.map_err(|found| faults.extend(found)).ok()
}

/// An answer as a plain object. One that no number can hold is a fault.
pub(super) fn plain(answer: &impl Serialize) -> Result<JsValue, JsValue> {
    protocol::all_finite(answer).map_err(|faults| thrown(&faults))?;
    answer.serialize(&Serializer::json_compatible()).map_err(JsValue::from).or_else(|_| by_json(answer))
}

/// The same by way of JSON: the largest seed is one more than what JavaScript calls safe, and a number all the same.
fn by_json(answer: &impl Serialize) -> Result<JsValue, JsValue> {
    let text = serde_json::to_string(answer).map_err(|error| Error::new(&error.to_string()))?;
    JSON::parse(&text)
}

/// What is thrown for faults: an `Error` that says them all, with each as an object in `faults`.
pub(super) fn thrown(faults: &[Fault]) -> JsValue {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let error = Error::new(&lines.join("\n"));
    let list: Array = faults.iter().filter_map(|fault| plain(&fault.report()).ok()).collect();
    let _ = Reflect::set(&error, &"faults".into(), &list);
    error.into()
}

/// A property, if the value is an object, has it and gives it.
pub(super) fn property(value: &JsValue, name: &str) -> Option<JsValue> {
    if !value.is_object() {
        return None;
    }
    Reflect::get(value, &name.into()).ok().filter(|found| !found.is_undefined())
}
