//! Offtake: the economics of AI-infrastructure deals, computed in the reader's browser.
//!
//! # Layers
//!
//! One way: nothing imports a line below it.
//!
//! | layer | what it is | what it may not do |
//! |---|---|---|
//! | [`model`] | pure finance: inputs to outcome | browser, clock, randomness, text for people |
//! | [`catalog`] | every input and fact as data; scenarios; deals | finance, formatting |
//! | [`analysis`] | asks the model many times: tornado, grid, simulation | clock, randomness without a seed |
//! | [`protocol`] | contracts as plain values: the wire JSON | browser, text for the page |
//! | [`wording`] | numbers and outcomes as words: formats, verdict, findings | finance, browser |
//! | [`charts`] | draws on any plotters backend | Leptos, browser |
//! | `export` | files for elsewhere: spreadsheet, data, the card as a picture | Leptos, browser |
//! | `browser` | glue to web-sys and gloo | finance, components |
//! | `ui` | Leptos components | arithmetic beyond formatting |
//!
//! `main` mounts the page; `bin/offtake` is the native command over everything down to `export`.
//! A test (`tests/layers.rs`) reads the sources and holds them to this table, and the browser crates are dependencies of
//! the WebAssembly target only, so that a leak fails the native build.

pub mod analysis;
pub mod catalog;
pub mod charts;
#[cfg(any(not(target_arch = "wasm32"), feature = "module"))]
pub mod export;
pub mod model;
pub mod protocol;
pub mod wording;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod ui;
