//! The page's components in a real browser: what a reader does, and what they then see.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where its ground is missing"
)]

mod charts;
mod controls;
mod deals;
mod first_page;
mod goals;
mod history;
mod links;
mod page;
mod paths;
mod pinned;
mod reader;
mod rest;
mod sections;
mod share;
mod sides;
mod simulation;
mod tracks;
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
