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
use offtake::catalog::{self, Case, INPUTS, Kind, Side};
use offtake::export::workbook;
use offtake::model::{Inputs, Stake};
use offtake::protocol::link::{Link, decode};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

const LINK: &str = "https://example.org/offtake/?x=1&y=2";

fn export(inputs: &Inputs) -> Book {
    Book::open(&workbook(Side::Investor, &expected::case(inputs), Stake::LeftOut, LINK).unwrap())
}

#[test]
fn every_worked_case_stands_in_its_cells() {
    let deals = expected::deals();
    assert!(deals.len() >= 50, "only {} cases", deals.len());
    let mut faults = Vec::new();
    for name in deals {
        let inputs = expected::worked(&name);
        faults.extend(
            expected::differences(&export(&inputs), &inputs).into_iter().map(|fault| format!("{name}: {fault}")),
        );
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

#[test]
fn every_state_inside_the_limits_has_a_file() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..12 {
        let positions = prop::collection::vec(0.0..=1.0_f64, INPUTS.len());
        let positions = positions.new_tree(&mut runner).unwrap().current();
        let mut inputs = catalog::defaults();
        for (input, position) in INPUTS.iter().zip(positions) {
            let limits = if input.choices().is_empty() { input.slider } else { input.model };
            let value = limits.min + position * (limits.max - limits.min);
            let value = if input.kind == Kind::Number { value } else { value.round() };
            input.set(&mut inputs, value).unwrap();
        }
        let faults = expected::differences(&export(&inputs), &inputs);
        assert!(faults.is_empty(), "{inputs:?}\n{}", faults.join("\n"));
    }
}

#[test]
fn the_comparison_sees_a_stale_file() {
    let inputs = catalog::defaults();
    let book = export(&inputs);
    let changed = Book::open(&book.with(&[("commit_margin", Shown::Number(0.31))]));
    assert_eq!(changed.named("commit_margin"), Shown::Number(0.31));
    let other = Inputs { commit_margin: 0.31, ..inputs };
    assert!(expected::differences(&book, &inputs).is_empty());
    assert!(expected::differences(&changed, &other).len() > 20);
}

#[test]
fn the_same_case_gives_the_same_bytes_whatever_the_reader_writes() {
    use offtake::wording::separators::Separators;
    let case = expected::case(&expected::worked("every_input_odd"));
    let bytes = workbook(Side::Investor, &case, Stake::AtCost, LINK).unwrap();
    Separators::COMMA.choose();
    let again = workbook(Side::Investor, &case, Stake::AtCost, LINK).unwrap();
    assert_eq!(Separators::chosen(), Separators::COMMA);
    Separators::POINT.choose();
    assert!(bytes == again);
    assert!(bytes.len() < 400_000, "{} bytes", bytes.len());
}

#[test]
fn sheets_and_names_are_as_documented() {
    let book = export(&catalog::defaults());
    let sheets: Vec<&str> = book.sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(sheets, ["Summary", "Inputs", "Workings", "Years", "Rates", "Scan", "Break-even", "Sources"]);
    for input in INPUTS {
        assert_eq!(book.named(input.id), expected::cell(&catalog::defaults(), input.id), "{}", input.id);
    }
    let workbook = book.part("xl/workbook.xml");
    let names: Vec<&str> =
        elements(&workbook, "definedName").iter().filter_map(|(attributes, _)| attribute(attributes, "name")).collect();
    let own: Vec<&&str> = names.iter().filter(|name| !name.starts_with("_xlnm")).collect();
    let different: HashSet<String> = own.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(different.len(), own.len(), "names that a spreadsheet takes for the same");
    assert!(workbook.contains("fullCalcOnLoad=\"1\""));
}

#[test]
fn formulas_use_only_old_functions_and_no_cell_shows_an_error() {
    const KNOWN: [&str; 15] =
        ["IF", "AND", "OR", "SUM", "MIN", "MAX", "SUMPRODUCT", "INDEX", "MATCH", "ABS", "EXP", "LN", "SQRT", "MOD", ""];
    let book = export(&expected::worked("every_input_odd"));
    assert!(book.formulas.len() > 5000, "{}", book.formulas.len());
    for (at, formula) in &book.formulas {
        // Without the words between quotation marks.
        let formula: String = formula.split('"').step_by(2).collect();
        for (before, _) in formula.match_indices('(').map(|(at, _)| formula.split_at(at)) {
            let word = before.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap();
            assert!(KNOWN.contains(&word), "{at:?}: {word} in {formula}");
        }
        assert!(formula.len() < 1000 && !formula.contains([';', '@', '[', '#', '{']), "{at:?}: {formula}");
        assert!(!matches!(book.at(at), Shown::Text(text) if text.starts_with('#')), "{at:?}");
    }
}

#[test]
fn every_input_takes_what_the_model_takes() {
    let book = export(&catalog::defaults());
    let (_, part) = &book.sheets[1];
    let xml = book.part(part);
    let rules = elements(&xml, "dataValidation");
    assert_eq!(rules.len(), INPUTS.len() + 1);
    for input in INPUTS {
        let place = &book.names[input.id].1;
        let rule = rules.iter().find(|(attributes, _)| attribute(attributes, "sqref") == Some(place)).unwrap();
        let kind = attribute(rule.0, "type").unwrap();
        let limits = [input.model.min.to_string(), input.model.max.to_string()];
        let found = ["formula1", "formula2"].map(|name| elements(rule.1, name).first().map(|(_, text)| *text));
        match input.kind {
            Kind::Number => {
                assert_eq!((kind, found), ("decimal", [Some(&*limits[0]), Some(&*limits[1])]), "{}", input.id);
            }
            Kind::Whole => assert_eq!((kind, found), ("whole", [Some(&*limits[0]), Some(&*limits[1])]), "{}", input.id),
            Kind::Choice(choices) => {
                let labels: Vec<&str> = choices.iter().map(|choice| choice.label).collect();
                assert_eq!((kind, found[0]), ("list", Some(&*format!("\"{}\"", labels.join(",")))), "{}", input.id);
            }
        }
    }
}

#[test]
fn the_file_says_where_it_is_from() {
    let book = export(&catalog::defaults());
    assert!(book.part_names().iter().any(|name| name.ends_with("sheet1.xml.rels")));
    assert!(book.part("xl/worksheets/_rels/sheet1.xml.rels").contains("https://example.org/offtake/?x=1&amp;y=2"));
    assert!(book.part("docProps/core.xml").contains("2026-05-01T"));
    let shared = book.part("xl/sharedStrings.xml");
    for words in ["Not investment advice.", "Model 1.0, data 2026-05", "text, does not recompute"] {
        assert!(shared.contains(words), "{words}");
    }
}

/// Each sheet as the file has it, without its head and end.
fn part(book: &Book, sheet: &str) -> String {
    book.part(&book.sheets.iter().find(|(name, _)| name == sheet).unwrap().1)
}

#[test]
fn every_page_names_its_case_versions_and_day() {
    for (query, head) in [
        ("", "Amazon × Anthropic, April 2026, as saved"),
        ("s=B&margin=0.36", "Amazon × Anthropic, April 2026: scenario B, 1 input changed, as saved"),
        ("side=buyer&s=B", "A buyer’s own commitment to a cloud, as saved"),
    ] {
        let Link { side, case, stake, .. } = decode(query).link;
        let book = Book::open(&workbook(side, &case, stake, LINK).unwrap());
        for (sheet, _) in &book.sheets {
            let header = elements(&part(&book, sheet), "oddHeader")[0].1.replace("&amp;", "&");
            assert!(header.starts_with(&format!("&L&8{head}")), "{sheet}: {header}");
            assert!(header.ends_with("&R&8Model 1.0, data 2026-05, printed &D"), "{sheet}: {header}");
        }
    }
}

#[test]
fn years_after_the_horizon_stay_off_the_paper() {
    for (query, row, year) in [
        ("", 19, 10.0),
        ("years=7", 16, 7.0),
        ("years=50", 59, 50.0),
        ("side=lab", 19, 10.0),
        ("side=buyer&contract=4", 12, 4.0),
    ] {
        let Link { side, case, stake, .. } = decode(query).link;
        let book = Book::open(&workbook(side, &case, stake, LINK).unwrap());
        let xml = book.part("xl/workbook.xml");
        let areas = elements(&xml, "definedName").into_iter().map(|(_, area)| area);
        let years: Vec<&str> = areas.filter(|area| area.starts_with("Years!$A$1:")).collect();
        assert!(years.len() == 1 && years[0].ends_with(&format!("${row}")), "{query}: {years:?}");
        let shown = book.at(&("Years".to_owned(), format!("A{row}")));
        assert_eq!(shown, Shown::Number(year), "{query}: the last row on paper is the last that counts");
    }
}

#[test]
fn pages_of_inputs_begin_with_a_group() {
    for side in Side::ALL {
        let book = Book::open(&workbook(side, &Case::default(), Stake::LeftOut, LINK).unwrap());
        let xml = part(&book, "Inputs");
        let begins: Vec<u32> =
            elements(&xml, "brk").iter().map(|(tag, _)| attribute(tag, "id").unwrap().parse().unwrap()).collect();
        assert_eq!(begins.is_empty(), side == Side::Buyer || side == Side::Lab, "{side:?}: {begins:?}");
        for row in begins {
            let shown = book.at(&("Inputs".to_owned(), format!("A{}", row + 1)));
            let is_group = |label: &str| shown == Shown::Text(label.to_owned());
            assert!(
                side.groups().iter().any(|group| is_group(group.label())) || is_group("Switch of the summary"),
                "{shown:?}"
            );
        }
    }
}
