//! Results are the same to the last bit on every machine; `components_bits.rs` holds the browser to the same numbers.
#![cfg(not(target_arch = "wasm32"))]

mod bits;

#[test]
fn every_machine_computes_the_same_bits() {
    assert_eq!(bits::found(), bits::EXPECTED);
}
