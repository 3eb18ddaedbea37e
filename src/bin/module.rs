//! What JavaScript loads beside the page: its functions are those of `offtake::browser::module`.
#![cfg_attr(
    target_arch = "wasm32",
    allow(unused_crate_dependencies, reason = "the functions are exported by being linked")
)]

#[cfg(target_arch = "wasm32")]
use offtake as _;

fn main() {}
