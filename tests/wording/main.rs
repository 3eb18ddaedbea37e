//! The words of the page, case by case: exact sentences for every status, and laws for all inputs.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets nothing there should stop"
)]

mod charts;
mod csv;
mod deals;
mod embed;
mod figures;
mod goals;
mod intro;
mod laws;
mod metrics;
mod notes;
mod paper;
mod present_deal;
mod readings;
mod sections;
mod sentences;
mod sides;
mod sides_laws;
mod sides_more;
mod tracks;
mod what_must_hold;
