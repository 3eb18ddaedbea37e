//! Questions to the model that are answered at once.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::values::{plain, text, thrown};
use crate::protocol::catalogue::Catalogue;
use crate::protocol::{self, Fault, Reply, Request, Versions};

/// The versions of the program, of its formulas and of its data.
#[wasm_bindgen(unchecked_return_type = "Versions")]
pub fn version() -> Result<JsValue, JsValue> {
    plain(&Versions::present())
}

/// Every input with unit, limits, default, meaning and sources; scenarios, other deals, facts.
#[wasm_bindgen(unchecked_return_type = "Catalogue")]
pub fn catalogue() -> Result<JsValue, JsValue> {
    plain(&Catalogue::new())
}

// These three are typed in types.d.ts, by the model or side that is asked.
#[allow(
    missing_docs,
    clippy::needless_pass_by_value,
    reason = "documented with its types; values are passed by JavaScript"
)]
#[wasm_bindgen(skip_typescript)]
pub fn evaluate(inputs: JsValue) -> Result<JsValue, JsValue> {
    let answer = text("", &inputs).and_then(|text| protocol::evaluate(&text)).map_err(|faults| thrown(&faults))?;
    plain(&answer)
}

#[allow(missing_docs, clippy::needless_pass_by_value, reason = "as above")]
#[wasm_bindgen(skip_typescript)]
pub fn tornado(options: JsValue) -> Result<JsValue, JsValue> {
    answer("tornado", &options)
}

#[allow(missing_docs, clippy::needless_pass_by_value, reason = "as above")]
#[wasm_bindgen(skip_typescript)]
pub fn grid(options: JsValue) -> Result<JsValue, JsValue> {
    answer("grid", &options)
}

fn answer(model: &'static str, options: &JsValue) -> Result<JsValue, JsValue> {
    let reply: Reply = asked(model, options).map(|request| request.answer()).map_err(|faults| thrown(&faults))?;
    plain(&reply)
}

/// The one question that options ask of a model.
pub(super) fn asked(model: &'static str, options: &JsValue) -> Result<Request, Vec<Fault>> {
    protocol::question(model, &text("", options)?)
}
