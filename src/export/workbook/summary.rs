//! The sheet that a board reads: the answer in words as it was exported, and every result, live.

use super::formats::{Kind, Look, Role};
use super::plan::{Book, Content, Place, Sheet};
use super::results::{RESULTS, WARNINGS};
use super::template::options;
use super::workings::Figure;
use super::{buyer, lab};
use crate::catalog::{Case, Side, Status};
use crate::model::{MODEL_VERSION, Stake};
use crate::wording::embed::ADVICE;
use crate::wording::parties;
use crate::wording::side::Voice;
use crate::wording::verdict::plain;
use crate::wording::{intro, share};

/// Results that a reader looks for first.
const KEY: [&str; 10] = [
    "out_npv_chosen_b",
    "out_irr",
    "out_payback",
    "out_moic",
    "out_break_even_margin",
    "out_headroom_b",
    "out_share_peak",
    "out_npv_m",
    "out_break_even_usage",
    "out_exit_exposure_m",
];

/// What the summary of a side says around its results.
struct Words {
    title: String,
    about: String,
    /// The answer at the moment of the export.
    answer: Vec<String>,
    state: &'static [(&'static str, &'static str, Kind)],
    lists: [&'static [Figure]; 2],
}

impl Words {
    fn of(side: Side, case: &Case, stake: Stake) -> Self {
        match side {
            Side::Investor => Self {
                title: title(side),
                about: intro::sentence(),
                answer: answer(side, case, stake),
                state: STATE,
                lists: [RESULTS, WARNINGS],
            },
            Side::Lab => Self {
                title: title(side),
                about: "What the lab owes its clouds each year, against what it earns. Billions of US dollars."
                    .to_owned(),
                answer: answer(side, case, stake),
                state: lab::STATE,
                lists: [lab::RESULTS, lab::WARNINGS],
            },
            Side::Buyer => Self {
                title: title(side),
                about: "What a buyer’s own commitment to a cloud saves, what it risks, and what leaving would cost. \
                        Millions of US dollars, before tax."
                    .to_owned(),
                answer: answer(side, case, stake),
                state: buyer::STATE,
                lists: [buyer::RESULTS, buyer::WARNINGS],
            },
        }
    }
}

/// The title of a side's book.
pub(super) fn title(side: Side) -> String {
    match side {
        Side::Investor => format!("{}: does it pay?", share::deal()),
        Side::Lab => format!("{}: can it carry what it owes?", parties().lab_of_deal()),
        Side::Buyer => "Our own commitment: does it pay?".to_owned(),
    }
}

const STATE: &[(&str, &str, Kind)] = &[
    ("Cost of capacity", "lens", Kind::Text),
    ("Discount rate", "discount_rate", Kind::Percent),
    ("Horizon, years", "horizon_years", Kind::Whole),
    ("The shares count", "stake", Kind::Text),
];

/// The verdict of the deal and the notes under it.
fn answer(side: Side, case: &Case, stake: Stake) -> Vec<String> {
    let voice = Voice::new(side, case.inputs(), stake);
    let notes = voice.notes().into_iter().map(|note| format!("· {}", no_joiners(&note)));
    let verdict = no_joiners(&plain(&voice.verdict()));
    std::iter::once(verdict).chain(notes).collect()
}

/// The sheet with the names of its results.
pub(super) fn sheet(book: &mut Book, side: Side, case: &Case, stake: Stake, link: &str) -> Sheet {
    let words = Words::of(side, case, stake);
    let mut sheet = Sheet::new("Summary");
    sheet.text(0, 0, words.title, Look::TITLE);
    sheet.text(1, 0, words.about, Look::SUBTITLE);
    sheet.text(2, 0, exported(side, case), Look::SUBTITLE);
    let mut row = 4;
    if !words.answer.is_empty() {
        band(&mut sheet, row, "The answer as it was exported (text, does not recompute)");
        for line in words.answer {
            row += 1;
            sheet.text(row, 0, line, Look::PROSE);
        }
        row += 2;
    }
    band(&mut sheet, row, "The state of the workbook (live)");
    row += 1;
    for (label, formula, kind) in words.state {
        sheet.text(row, 0, *label, Look::TEXT);
        sheet.formula(row, 1, *formula, Look { kind: *kind, role: Role::Right });
        row += 1;
    }
    row += 1;
    for figures in words.lists {
        row = list(book, &mut sheet, figures, row);
    }
    foot(&mut sheet, row, case, link);
    sheet
}

/// What the state started from, and how much of it is assumed.
fn exported(side: Side, case: &Case) -> String {
    let changes = match case.changes_of(side) {
        0 => String::new(),
        1 => ", 1 input changed".to_owned(),
        number => format!(", {number} inputs changed"),
    };
    let assumed = side.wire_inputs().filter(|input| input.status == Status::Assumption).count();
    let start = match (side, case.scenario()) {
        (Side::Investor, scenario) => format!("the scenario {}", scenario.map_or("", |scenario| scenario.chip)),
        (Side::Lab | Side::Buyer, _) => "the defaults".to_owned(),
    };
    format!("Exported from {start}{changes}; {assumed} of the defaults are assumptions.")
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
