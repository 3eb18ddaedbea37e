//! What JavaScript can call: the model, its analyses, links and files, on plain objects in the wire format.
//!
//! The npm package and the page's own exports are this one module; the page's program does not contain it. Functions take
//! what JSON can hold and give what JSON can hold. What is wrong with an argument is thrown as an `Error` with `faults`,
//! one object each with `key`, `value`, `limit` and `message`; all of them are found at once.
//!
//! The types of the objects are in `types.d.ts`, which `tests/types.rs` makes from the types and the catalogue here.
#![allow(clippy::missing_errors_doc, reason = "said once, above: what is wrong with an argument is thrown")]

mod ask;
mod files;
mod links;
mod simulate;
mod values;

pub use ask::{catalogue, evaluate, grid, tornado, version};
pub use files::{export_file, open_file};
pub use links::{decode_link, encode_link};
pub use simulate::simulate;

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");
