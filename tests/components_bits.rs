//! Results in the browser are the native ones to the last bit.
#![cfg(target_arch = "wasm32")]

mod bits;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_browser_computes_the_same_bits() {
    assert_eq!(bits::found(), bits::EXPECTED);
}
