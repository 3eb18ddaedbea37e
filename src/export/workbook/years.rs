//! The sheet of the yearly model: closing and 50 deal years down, one step of the model in each column.

use super::columns::{BANDS, columns};
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
#[expect(clippy::cast_possible_truncation, reason = "fifty")]
pub(super) const LAST: u32 = FIRST + MAX_YEARS as u32;

/// The sheet and the names of its columns.
pub(super) fn sheet(book: &mut Book) -> Sheet {
    let keys: Vec<&str> = columns().map(|column| column.key).collect();
    let table = Table { keys: &keys, left: 0, top: FIRST };
    let mut sheet = Sheet::new("Years");
    sheet.text(0, 0, "Years", Look::TITLE);
    let how = "One formula in each column, filled down. Rows beyond the horizon are grey and count for nothing.";
    // Beside the columns that every page repeats.
    sheet.text(0, 2, how, Look::SUBTITLE);
    sheet.text(1, 2, "Both lenses are always computed; the switch on Inputs chooses.", Look::SUBTITLE);
    sheet.text(SUM, 0, "Sum", Look::with(Kind::Text, Role::Total));
    let mut at = 0;
    for band in BANDS {
        for (position, column) in band.columns.iter().enumerate() {
            sheet.text(BAND, at, if position == 0 { band.name } else { "" }, Look::BAND);
            let faint = Look::with(column.kind, Role::Faint);
            sheet.text(HEADING, at, column.heading, Look::with(column.kind, Role::Heading));
            sheet.text(UNIT, at, column.unit, faint);
            sheet.text(NAME, at, format!("y_{}", column.key), faint);
            let place = |row| Place { row, column: at };
            book.name(format!("y_{}", column.key), place(FIRST), place(LAST));
            let sum = Look::with(column.kind, Role::Total);
            if column.total {
                let letters = letters(at);
                sheet.formula(SUM, at, format!("SUM({letters}{}:{letters}{})", FIRST + 1, LAST + 1), sum);
            } else if at > 0 {
                sheet.text(SUM, at, "", sum);
            }
            for row in FIRST..=LAST {
                let at_closing = row == FIRST && !column.closing.is_empty();
                let formula = if at_closing { column.closing } else { column.formula };
                sheet.formula(row, at, table.filled(formula, row), Look::value(column.kind));
            }
            at += 1;
        }
    }
    sheet
}
