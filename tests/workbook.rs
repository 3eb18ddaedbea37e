//! The spreadsheet as a file: what stands in it is the model's answer before any program has recomputed it.
//!
//! `tests/spreadsheet.rs` has LibreOffice recompute it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    dead_code,
    reason = "a test says what it expects"
)]

#[path = "spreadsheet/book.rs"]
mod book;
#[path = "spreadsheet/expected.rs"]
mod expected;

use std::collections::HashSet;

use book::{Book, Shown, attribute, elements};
use offtake::catalog::{self, INPUTS, Kind};
use offtake::export::workbook;
use offtake::model::{Inputs, Stake};
use proptest::prelude::*;

const LINK: &str = "https://example.org/offtake/?x=1&y=2";

fn export(inputs: Inputs) -> Book {
    Book::open(&workbook(&expected::case(inputs), Stake::LeftOut, LINK).unwrap())
}

#[test]
fn every_worked_case_stands_in_its_cells() {
    let deals = expected::deals();
    assert!(deals.len() >= 50, "only {} cases", deals.len());
    let mut faults = Vec::new();
    for name in deals {
        let inputs = expected::worked(&name);
        faults.extend(expected::differences(&export(inputs), &inputs).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}
