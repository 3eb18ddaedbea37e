//! The sheet of the yearly model: the years down, one step of the model in each column.

use super::columns::Yearly;
use super::formats::{Kind, Look, Role};
use super::plan::{Book, Place, Sheet, letters};
use super::template::Table;
use crate::model::MAX_YEARS;

/// The rows, from zero: bands, headings, units, names, sums; then closing.
pub(super) const BAND: u32 = 3;
pub(super) const HEADING: u32 = 4;
const UNIT: u32 = 5;
const NAME: u32 = 6;
const SUM: u32 = 7;
pub(super) const FIRST: u32 = 8;
/// The most years after the first row.
#[expect(clippy::cast_possible_truncation, reason = "fifty")]
pub(super) const MOST: u32 = MAX_YEARS as u32;

/// The sheet and the names of its columns.
pub(super) fn sheet(book: &mut Book) -> Sheet {
    let yearly: &Yearly = book.years;
    let keys: Vec<&str> = yearly.columns().map(|column| column.key).collect();
    let table = Table { keys: &keys, left: 0, top: FIRST };
    let mut sheet = Sheet::new("Years");
    sheet.text(0, 0, "Years", Look::TITLE);
    // Beside the columns that every page repeats.
    for (how, row) in yearly.how.into_iter().zip(0..) {
        sheet.text(row, 2, how, Look::SUBTITLE);
    }
    sheet.text(SUM, 0, "Sum", Look::with(Kind::Text, Role::Total));
    let mut at = 0;
    for band in yearly.bands {
        for (position, column) in band.columns.iter().enumerate() {
            sheet.text(BAND, at, if position == 0 { band.name } else { "" }, Look::BAND);
            let faint = Look::with(column.kind, Role::Faint);
            sheet.text(HEADING, at, column.heading, Look::with(column.kind, Role::Heading));
            sheet.text(UNIT, at, column.unit, faint);
            sheet.text(NAME, at, format!("y_{}", column.key), faint);
            let place = |row| Place { row, column: at };
            book.name(format!("y_{}", column.key), place(FIRST), place(yearly.last()));
            let sum = Look::with(column.kind, Role::Total);
            if column.total {
                let letters = letters(at);
                sheet.formula(SUM, at, format!("SUM({letters}{}:{letters}{})", FIRST + 1, yearly.last() + 1), sum);
            } else if at > 0 {
                sheet.text(SUM, at, "", sum);
            }
            for row in FIRST..=yearly.last() {
                let at_closing = row == FIRST && !column.closing.is_empty();
                let formula = if at_closing { column.closing } else { column.formula };
                sheet.formula(row, at, table.filled(formula, row), Look::value(column.kind));
            }
            at += 1;
        }
    }
    sheet
}
