//! Links: a state as the query of an address, and back.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::values::{plain, text, thrown, words};
use crate::protocol::Fault;
use crate::protocol::link::{self, Decoded};
use crate::protocol::state::{self, Read};

/// The query of a state, without the question mark, to be put behind the address of the page. What is absent is as in the
/// default case.
#[allow(clippy::needless_pass_by_value, reason = "passed by JavaScript")]
#[wasm_bindgen(js_name = encodeLink)]
pub fn encode_link(
    #[wasm_bindgen(unchecked_optional_param_type = "PartialState")] state: JsValue,
) -> Result<String, JsValue> {
    let link = text("", &state).and_then(|text| state::decode(&text)).map_err(|faults| thrown(&faults))?;
    Ok(link::encode(&link))
}

/// The state that a link tells, and what was not understood of it. Takes a query, or an address with one.
#[allow(clippy::needless_pass_by_value, reason = "passed by JavaScript")]
#[wasm_bindgen(js_name = decodeLink, unchecked_return_type = "DecodedLink")]
pub fn decode_link(#[wasm_bindgen(unchecked_param_type = "string")] link: JsValue) -> Result<JsValue, JsValue> {
    let Decoded { link, ignored } = decoded(&link).map_err(|faults| thrown(&faults))?;
    plain(&Read::of(&link, &ignored))
}

/// The state of a link. That it is a text is all that is asked of it.
pub(super) fn decoded(link: &JsValue) -> Result<Decoded, Vec<Fault>> {
    let link = words("link", link, "a text: a query, or an address with one")?;
    Ok(link::decode(link::query_of(&link)))
}
