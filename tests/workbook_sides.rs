//! The spreadsheets of the lab and of the buyer as files: what stands in them is the model's answer before any program has
//! recomputed it.
//!
//! `tests/spreadsheet.rs` has LibreOffice recompute them.

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
#[path = "spreadsheet/sides.rs"]
mod sides;

use std::collections::HashSet;

use book::{Book, Shown, attribute, elements};
use offtake::catalog::{self, Input, Kind, LAB_PRESETS, Side};
use offtake::export::workbook;
use offtake::model::{Inputs, Stake};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

const LINK: &str = "https://example.org/offtake/?side=buyer";
const SIDES: [Side; 2] = [Side::Lab, Side::Buyer];

fn bytes(side: Side, inputs: &Inputs) -> Vec<u8> {
    workbook(side, &expected::case(inputs), Stake::LeftOut, LINK).unwrap()
}

fn export(side: Side, inputs: &Inputs) -> Book {
    Book::open(&bytes(side, inputs))
}

fn public() -> Inputs {
    let mut inputs = catalog::defaults();
    LAB_PRESETS.iter().find(|preset| preset.id == "public_obligations").unwrap().apply(&mut inputs);
    inputs
}

#[test]
fn every_worked_case_stands_in_its_cells() {
    let cases = sides::cases();
    assert_eq!(cases.len(), 7);
    for (name, side, inputs) in cases {
        let faults = sides::differences(side, &export(side, &inputs), &inputs);
        assert!(faults.is_empty(), "{name}\n{}", faults.join("\n"));
    }
}

/// Inputs at positions of their useful range, or of all that the model takes.
fn placed(side: Side, positions: &[f64], is_wide: impl Fn(usize) -> bool) -> Inputs {
    let mut inputs = catalog::defaults();
    for (at, (input, position)) in side.inputs().iter().zip(positions).enumerate() {
        let limits = if is_wide(at) { input.model } else { input.slider };
        let value = limits.min + position * (limits.max - limits.min);
        input.set(&mut inputs, if input.kind == Kind::Number { value } else { value.round() }).unwrap();
    }
    inputs
}

#[test]
fn every_state_inside_the_limits_has_a_file() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for side in SIDES {
        for round in 0..40 {
            let count = side.inputs().len();
            let positions = prop::collection::vec(0.0..=1.0_f64, count).new_tree(&mut runner).unwrap().current();
            // Of every second state one whole number in three is as large as the model lets it be.
            let is_wide = |at: usize| round % 2 == 1 && at % 3 == round % 3 && side.inputs()[at].kind == Kind::Whole;
            let inputs = placed(side, &positions, is_wide);
            let faults = sides::differences(side, &export(side, &inputs), &inputs);
            assert!(faults.is_empty(), "{:?} {:?}\n{}", inputs.lab, inputs.buyer, faults.join("\n"));
        }
    }
}

#[test]
fn a_break_even_that_does_not_exist_is_said_in_words() {
    let base = catalog::defaults();
    let answer = |change: &dyn Fn(&mut Inputs)| {
        let mut inputs = base;
        change(&mut inputs);
        let book = export(Side::Buyer, &inputs);
        let faults = sides::differences(Side::Buyer, &book, &inputs);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        (book.named("out_break_even_usage"), book.named("b_status"))
    };
    let none = || Shown::Text("no answer".to_owned());
    let never = |inputs: &mut Inputs| inputs.buyer.price_drift = 0.1;
    assert_eq!(answer(&never), (none(), Shown::Text("never_ahead".to_owned())));
    let free = |inputs: &mut Inputs| inputs.buyer.commit_m = 0.0;
    assert_eq!(answer(&free), (none(), Shown::Text("never_behind".to_owned())));
    assert_eq!(answer(&|inputs: &mut Inputs| inputs.buyer.demand_m = 0.0).0, none());
    let (usage, status) = answer(&|_: &mut Inputs| {});
    assert!(matches!(usage, Shown::Number(usage) if (usage - 0.907).abs() < 1e-3), "{usage:?}");
    assert_eq!(status, Shown::Text("ok".to_owned()));
}

#[test]
fn places_that_do_not_count_change_nothing() {
    let mut inputs = public();
    inputs.lab.obligation_count = 1;
    let alone = export(Side::Lab, &inputs);
    assert_eq!(sides::differences(Side::Lab, &alone, &inputs), Vec::<String>::new());
    assert_eq!(alone.named("obligation_2_total_b"), Shown::Number(200.0), "it keeps what was written there");
    assert_eq!(alone.named("obligation_2_per_year_b"), Shown::Number(0.0));
}

#[test]
fn a_name_that_looks_like_a_formula_is_text() {
    for name in ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2"] {
        let mut inputs = public();
        inputs.lab.obligations[0].name = offtake::model::Name::new(name).unwrap();
        let book = export(Side::Lab, &inputs);
        assert_eq!(book.named("obligation_1_name"), Shown::Text(name.to_owned()));
        assert!(!book.formulas.contains_key(&book.names["obligation_1_name"]), "{name}");
        assert!(!book.formulas.values().any(|formula| formula.contains(name)), "{name}");
    }
}

#[test]
fn the_comparison_sees_a_stale_file() {
    for (side, name, value) in [(Side::Lab, "lab_gross_margin", 0.5), (Side::Buyer, "discount", 0.2)] {
        let inputs = catalog::defaults();
        let changed = Book::open(&export(side, &inputs).with(&[(name, Shown::Number(value))]));
        let mut other = inputs;
        side.input(name).unwrap().set(&mut other, value).unwrap();
        assert!(sides::differences(side, &changed, &other).len() > 5, "{name}");
    }
}

#[test]
fn the_same_state_gives_the_same_bytes_and_the_deal_matters_to_no_other_side() {
    use offtake::wording::separators::Separators;
    for side in SIDES {
        let inputs = public();
        let first = bytes(side, &inputs);
        Separators::COMMA.choose();
        let again = workbook(side, &expected::case(&inputs), Stake::AtCost, LINK).unwrap();
        Separators::POINT.choose();
        assert!(first == again, "{side:?}");
        assert!(first.len() < 100_000, "{} bytes", first.len());
        assert!(bytes(side, &Inputs { commit_margin: 0.5, ..inputs }) == first, "{side:?}");
    }
}

#[test]
fn sheets_and_names_are_as_documented() {
    for (side, sheets) in [
        (Side::Lab, &["Summary", "Inputs", "Years", "Sources"][..]),
        (Side::Buyer, &["Summary", "Inputs", "Years", "Break-even", "Sources"][..]),
    ] {
        let book = export(side, &catalog::defaults());
        let found: Vec<&str> = book.sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(found, sheets);
        for input in side.inputs() {
            assert_eq!(book.named(input.id), expected::cell(&catalog::defaults(), input.id), "{}", input.id);
        }
        let workbook = book.part("xl/workbook.xml");
        let names = elements(&workbook, "definedName");
        let names: Vec<&str> = names.iter().filter_map(|(attributes, _)| attribute(attributes, "name")).collect();
        let own: Vec<&&str> = names.iter().filter(|name| !name.starts_with("_xlnm")).collect();
        let different: HashSet<String> = own.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(different.len(), own.len(), "names that a spreadsheet takes for the same");
        assert!(workbook.contains("fullCalcOnLoad=\"1\""));
        assert!(book.part("xl/sharedStrings.xml").contains("Not investment advice."));
        assert!(book.part("xl/worksheets/_rels/sheet1.xml.rels").contains(LINK));
    }
}

#[test]
fn every_input_takes_what_the_model_takes() {
    for side in SIDES {
        let book = export(side, &catalog::defaults());
        let xml = book.part(&book.sheets[1].1);
        let rules = elements(&xml, "dataValidation");
        let names = if side == Side::Lab { 6 } else { 0 };
        assert_eq!(rules.len(), side.inputs().len() + names);
        let rule = |name: &str| {
            let place = &book.names[name].1;
            *rules.iter().find(|(attributes, _)| attribute(attributes, "sqref") == Some(place)).unwrap()
        };
        for input in side.inputs() {
            assert_eq!(limits(rule(input.id)), expected_limits(input), "{}", input.id);
        }
        for number in 1..=names {
            let (attributes, content) = rule(&format!("obligation_{number}_name"));
            assert_eq!(attribute(attributes, "type"), Some("textLength"));
            assert_eq!(elements(content, "formula1")[0].1, "24");
        }
    }
}

type Limits = (String, Vec<String>);

fn limits((attributes, content): (&str, &str)) -> Limits {
    let ends = ["formula1", "formula2"].map(|name| elements(content, name)[0].1.to_owned());
    (attribute(attributes, "type").unwrap().to_owned(), ends.to_vec())
}

fn expected_limits(input: &Input) -> Limits {
    let kind = if input.kind == Kind::Whole { "whole" } else { "decimal" };
    (kind.to_owned(), vec![input.model.min.to_string(), input.model.max.to_string()])
}

#[test]
fn an_obligation_of_the_public_reports_cites_them() {
    let book = export(Side::Lab, &public());
    let text = book.part("xl/sharedStrings.xml");
    for words in [
        "Google Cloud",
        "P20 P29",
        "Public reports: 200 over five years from 2027, from the press",
        "Obligation 2, Google Cloud",
    ] {
        assert!(text.contains(words), "{words}");
    }
}
