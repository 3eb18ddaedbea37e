//! The sheet that a board reads: the answer in words as it was exported, and every result, live.

use super::formats::{Kind, Look, Role};
use super::plan::{Book, Content, Place, Sheet};
use super::results::{RESULTS, WARNINGS};
use super::template::options;
use super::workings::Figure;
use crate::catalog::{Case, assumption_count};
use crate::model::{MODEL_VERSION, Outcome, Stake};
use crate::wording::embed::ADVICE;
use crate::wording::verdict::{notes, plain, verdict};
use crate::wording::{intro, share};

/// Results that a reader looks for first.
const KEY: [&str; 5] = ["out_npv_chosen_b", "out_irr", "out_payback", "out_moic", "out_break_even_margin"];

/// The sheet with the names of its results.
pub(super) fn sheet(book: &mut Book, case: &Case, outcome: &Outcome, stake: Stake, link: &str) -> Sheet {
    let mut sheet = Sheet::new("Summary");
    sheet.text(0, 0, format!("{}: does it pay?", share::deal()), Look::TITLE);
    sheet.text(1, 0, intro::sentence(), Look::SUBTITLE);
    let scenario = case.scenario().map_or("", |scenario| scenario.chip);
    let changes = match case.changes() {
        0 => String::new(),
        1 => ", 1 input changed".to_owned(),
        number => format!(", {number} inputs changed"),
    };
    let state = format!(
        "Exported from the scenario {scenario}{changes}; {} of the defaults are assumptions.",
        assumption_count()
    );
    sheet.text(2, 0, state, Look::SUBTITLE);
    band(&mut sheet, 4, "The answer as it was exported (text, does not recompute)");
    sheet.text(5, 0, no_joiners(&plain(&verdict(case.inputs(), outcome, stake))), Look::PROSE);
    let mut row = 6;
    for note in notes(case.inputs(), outcome, stake) {
        sheet.text(row, 0, format!("· {}", no_joiners(&note)), Look::PROSE);
        row += 1;
    }
    row += 1;
    band(&mut sheet, row, "The state of the workbook (live)");
    row += 1;
    for (label, formula, kind) in [
        ("Cost of capacity", "lens", Kind::Text),
        ("Discount rate", "discount_rate", Kind::Percent),
        ("Horizon, years", "horizon_years", Kind::Whole),
        ("The shares count", "stake", Kind::Text),
    ] {
        sheet.text(row, 0, label, Look::TEXT);
        sheet.formula(row, 1, formula, Look { kind, role: Role::Right });
        row += 1;
    }
    row = list(book, &mut sheet, RESULTS, row + 1);
    row = list(book, &mut sheet, WARNINGS, row);
    foot(&mut sheet, row, case, link);
    sheet
}

/// Text without what only a browser needs.
fn no_joiners(text: &str) -> String {
    text.replace('\u{2060}', "")
}

fn foot(sheet: &mut Sheet, row: u32, case: &Case, link: &str) {
    band(sheet, row, "This file");
    sheet.text(row + 1, 0, "The page with this state", Look::TEXT);
    let content = Content::Link { url: link.to_owned(), text: "open in a browser".to_owned() };
    sheet.put(row + 1, 1, content, Look::LINK);
    sheet.text(row + 2, 0, format!("Model {MODEL_VERSION}, data {}", case.version().id), Look::SUBTITLE);
    sheet.text(row + 3, 0, ADVICE, Look::SUBTITLE);
}

fn band(sheet: &mut Sheet, row: u32, label: &str) {
    sheet.text(row, 0, label, Look::BAND);
    (1..5).for_each(|column| {
        sheet.text(row, column, "", Look::BAND);
    });
}

/// Figures with their names, one in each row; answers with the row after them.
pub(super) fn list(book: &mut Book, sheet: &mut Sheet, figures: &[Figure], top: u32) -> u32 {
    let mut row = top;
    for figure in figures {
        if figure.name.is_empty() {
            // A blank line before each group but the first.
            row += u32::from(row > top);
            band(sheet, row, figure.label);
        } else {
            let key = KEY.contains(&figure.name);
            sheet.text(row, 0, figure.label, Look::with(Kind::Text, if key { Role::Key } else { Role::Plain }));
            let look = Look::with(figure.kind, if key { Role::Key } else { Role::Plain });
            let place: Place = sheet.formula(row, 1, options(figure.formula), look);
            book.name(figure.name, place, place);
            sheet.text(row, 2, figure.unit, Look::FAINT);
            sheet.text(row, 3, figure.note, Look::PROSE);
            sheet.text(row, 4, figure.name, Look::FAINT);
        }
        row += 1;
    }
    row + 1
}
