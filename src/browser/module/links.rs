//! Links: a state as the query of an address, and back.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::values::{plain, text, thrown};
use crate::protocol::link::{self, Decoded};
use crate::protocol::state::{self, Read};

/// The query of a state, without the question mark, to be put behind the address of the page. What is absent is as in the
/// default case.
#[allow(clippy::needless_pass_by_value, reason = "passed by JavaScript")]
#[wasm_bindgen(js_name = encodeLink)]
pub fn encode_link(
    #[wasm_bindgen(unchecked_optional_param_type = "PartialState")] state: JsValue,
) -> Result<String, JsValue> {
    let link = state::decode(&text(&state)?).map_err(|faults| thrown(&faults))?;
    Ok(link::encode(&link))
}

/// The state that a link tells, and what was not understood of it. Takes a query, or an address with one.
#[wasm_bindgen(js_name = decodeLink, unchecked_return_type = "DecodedLink")]
pub fn decode_link(link: &str) -> Result<JsValue, JsValue> {
    let Decoded { link, ignored } = link::decode(link::query_of(link));
    plain(&Read::of(&link, &ignored))
}
