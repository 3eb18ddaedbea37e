//! The inputs: the only cells that may be changed.

use super::formats::{Kind, Look, Role};
use super::obligations;
use super::plan::{Book, Place, Sheet};
use crate::catalog::{Basis, Case, Control, Input, Kind as Values, Limits, Side, Start, Status};
use crate::model::Stake;
use crate::wording::deals::{self, NOT_STATED};
use crate::wording::numbers::affixes;

pub(super) const HEADINGS: [&str; 11] = [
    "Input",
    "Value",
    "Unit",
    "Default",
    "Scenario, if other",
    "From",
    "Useful range",
    "Sources",
    "As of",
    "Meaning and reason",
    "Name",
];
pub(super) const WIDTHS: [f64; 11] = [32.0, 16.0, 9.0, 13.0, 13.0, 11.0, 17.0, 13.0, 11.0, 72.0, 24.0];
/// Where the headings stand, from zero.
pub(super) const HEAD: u32 = 3;

/// A cell that may be changed, with what may stand in it.
pub(super) struct Entry {
    pub place: Place,
    pub allowed: Allowed,
    /// Where it is grey: a formula.
    pub grey: Option<String>,
}

/// What may stand in a cell.
pub(super) enum Allowed {
    Number(Limits),
    Whole(Limits),
    /// So many characters at most.
    Words(u32),
    Options(Vec<&'static str>),
}

/// A position of the shares' switch, as its cell says it.
pub(super) const fn stake_label(stake: Stake) -> &'static str {
    match stake {
        Stake::LeftOut => "Left out",
        Stake::AtCost => "At cost",
        Stake::ModelledExit => "At the modelled exit",
    }
}

/// The sheet of a side, its names, and the cells that may be changed.
pub(super) fn sheet(book: &mut Book, side: Side, case: &Case, stake: Stake) -> (Sheet, Vec<Entry>) {
    let mut sheet = Sheet::new("Inputs");
    sheet.text(0, 0, "Inputs", Look::TITLE);
    let money = if side == Side::Buyer { "millions" } else { "billions" };
    let whose = if side == Side::Buyer || case.start() == Start::default() {
        String::new()
    } else {
        format!(" Defaults are those of {}.", deals::name(case.start()))
    };
    let how = format!(
        "Change the blue cells only; everything else follows. Money is in {money} of US dollars, rates and shares in percent.{whose}"
    );
    sheet.text(1, 0, how, Look::SUBTITLE);
    for (heading, column) in HEADINGS.into_iter().zip(0..) {
        let role = if [1, 3, 4].contains(&column) { Role::Above } else { Role::Heading };
        sheet.text(HEAD, column, heading, Look::with(Kind::Text, role));
    }
    let mut entries = Vec::new();
    let mut row = HEAD + 1;
    for group in side.groups() {
        band(&mut sheet, row, group.label());
        row += 1;
        for input in group.inputs().filter(|input| !obligations::holds(input)) {
            entries.push(input_row(book, &mut sheet, row, input, case));
            row += 1;
        }
    }
    match side {
        Side::Investor => {
            band(&mut sheet, row, "Switch of the summary");
            entries.push(stake_row(book, &mut sheet, row + 1, stake));
        }
        Side::Lab => entries.extend(obligations::table(book, &mut sheet, row, case)),
        Side::Buyer => {}
    }
    (sheet, entries)
}

fn input_row(book: &mut Book, sheet: &mut Sheet, row: u32, input: &'static Input, case: &Case) -> Entry {
    let value = sheet_value(input, input.get(case.inputs()));
    let place = put_value(sheet, row, 1, input, &value, Role::Input);
    book.name(input.id, place, place);
    let basis = case.basis(&Control::of(input));
    if basis.is_open {
        sheet.text(row, 3, NOT_STATED, Look::with(Kind::Text, Role::Right));
    } else {
        put_value(sheet, row, 3, input, &sheet_value(input, basis.value), Role::Right);
    }
    if input.differs(case.inputs(), case.reference()) {
        let scenario = sheet_value(input, input.get(case.reference()));
        put_value(sheet, row, 4, input, &scenario, Role::Right);
    }
    describe(sheet, row, input, &basis);
    Entry { place, allowed: allowed(input), grey: None }
}

fn band(sheet: &mut Sheet, row: u32, label: &str) {
    sheet.text(row, 0, label, Look::BAND);
    for (_, column) in HEADINGS.iter().zip(0..).skip(1) {
        sheet.text(row, column, "", Look::BAND);
    }
}

fn describe(sheet: &mut Sheet, row: u32, input: &Input, basis: &Basis) {
    sheet.text(row, 0, input.label, Look::TEXT);
    sheet.text(row, 2, unit(input), Look::FAINT);
    sheet.text(row, 5, if basis.is_open { NOT_STATED } else { status(basis.status) }, Look::TEXT);
    sheet.text(row, 6, range(input), Look::TEXT);
    sheet.text(row, 7, basis.sources.join(" "), Look::PROSE);
    sheet.text(row, 8, basis.as_of, Look::TEXT);
    sheet.text(row, 9, format!("{} {}", input.meaning, basis.note), Look::PROSE);
    sheet.text(row, 10, input.id, Look::FAINT);
}

fn stake_row(book: &mut Book, sheet: &mut Sheet, row: u32, stake: Stake) -> Entry {
    sheet.text(row, 0, "The shares count", Look::TEXT);
    let place = sheet.text(row, 1, stake_label(stake), Look::with(Kind::Text, Role::Input));
    sheet.text(row, 2, "choice", Look::FAINT);
    sheet.text(row, 3, stake_label(Stake::default()), Look::with(Kind::Text, Role::Right));
    let why = "Which of the three NPVs stands first in the summary. It changes no other figure.";
    sheet.text(row, 9, why, Look::PROSE);
    sheet.text(row, 10, "stake", Look::FAINT);
    book.name("stake", place, place);
    Entry { place, allowed: Allowed::Options(Stake::ALL.map(stake_label).to_vec()), grey: None }
}

/// What stands in a cell for an input's value: a number, or the label of an option.
enum Shown {
    Number(f64),
    Option(&'static str),
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the position of an option")]
fn sheet_value(input: &Input, value: f64) -> Shown {
    match input.choices().get(value as usize) {
        Some(choice) => Shown::Option(choice.label),
        None => Shown::Number(value),
    }
}

fn put_value(sheet: &mut Sheet, row: u32, column: u16, input: &Input, value: &Shown, role: Role) -> Place {
    match value {
        Shown::Number(number) => {
            let kind = Kind::of(input.unit, input.kind == Values::Whole);
            sheet.number(row, column, *number, Look::with(kind, role))
        }
        Shown::Option(label) => sheet.text(row, column, *label, Look::with(Kind::Text, role)),
    }
}

fn unit(input: &Input) -> String {
    match affixes(input.unit) {
        ("", "") if input.kind == Values::Number => "number".to_owned(),
        ("", "") if input.kind == Values::Whole => "count".to_owned(),
        ("", "") => "choice".to_owned(),
        (before, after) => format!("{before}{after}"),
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Stated => "stated",
        Status::Public => "public",
        Status::Assumption => "assumption",
    }
}

fn range(input: &Input) -> String {
    if !input.choices().is_empty() {
        return format!("{} options", input.choices().len());
    }
    let text = |value| crate::wording::numbers::box_text(input.unit, value);
    format!("{} to {}", text(input.slider.min), text(input.slider.max))
}

pub(super) fn allowed(input: &Input) -> Allowed {
    match input.kind {
        Values::Number => Allowed::Number(input.model),
        Values::Whole => Allowed::Whole(input.model),
        Values::Choice(choices) => Allowed::Options(choices.iter().map(|choice| choice.label).collect()),
    }
}
