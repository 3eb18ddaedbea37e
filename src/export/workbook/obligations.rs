//! The lab's obligations as a table of inputs: who is owed, how much, from when, for how long.

use super::formats::{Kind, Look, Role};
use super::inputs::{Allowed, Entry, allowed};
use super::plan::{Book, Place, Sheet};
use crate::catalog::{Case, Control, Input, Owed, place};
use crate::model::burden::MOST_OBLIGATIONS;
use crate::model::{LONGEST_NAME, Obligation};

/// The headings, each with its column: those of the other inputs stay where they are.
const HEADINGS: [(u16, &str); 9] = [
    (0, "Obligation"),
    (1, "Owed to"),
    (2, "First year"),
    (3, "Total, $B"),
    (4, "Years"),
    (5, "A year, $B"),
    (6, "Counted, $B"),
    (7, "Sources"),
    (9, "Where it is from"),
];
/// Columns of a place's total, first year and years, in the order of the catalogue.
const COLUMNS: [u16; 3] = [3, 2, 4];

/// Whether an input stands in the table.
pub(super) fn holds(input: &Input) -> bool {
    (0..MOST_OBLIGATIONS).filter_map(place).flatten().any(|known| known.id == input.id)
}

/// The table from a row on, its names, and the cells that may be changed.
pub(super) fn table(book: &mut Book, sheet: &mut Sheet, top: u32, case: &Case) -> Vec<Entry> {
    for (column, heading) in HEADINGS {
        let kind = if (1..=6).contains(&column) { Kind::Whole } else { Kind::Text };
        sheet.text(top, column, heading, Look::with(kind, Role::Heading));
    }
    let obligations = case.inputs().lab.obligations;
    let rows = (top + 1..).zip((1..).zip(&obligations).zip((0..).map_while(place)));
    let entries: Vec<Entry> = rows
        .flat_map(|(row, ((number, obligation), inputs))| line(book, sheet, row, (number, obligation, inputs), case))
        .collect();
    let last = top + u32::try_from(MOST_OBLIGATIONS).unwrap_or_default();
    book.name("obligation_sums", Place { row: top + 1, column: 6 }, Place { row: last, column: 6 });
    entries
}

fn line(
    book: &mut Book,
    sheet: &mut Sheet,
    row: u32,
    (number, obligation, inputs): (u32, &Obligation, &'static [Input; 3]),
    case: &Case,
) -> Vec<Entry> {
    let grey = Some(format!("={number}>obligation_count"));
    let look = |kind| Look::with(kind, Role::Input);
    sheet.text(row, 0, format!("Obligation {number}"), Look::TEXT);
    let name = sheet.text(row, 1, obligation.name.as_str(), look(Kind::Text));
    book.name(format!("obligation_{number}_name"), name, name);
    let most = u32::try_from(LONGEST_NAME).unwrap_or_default();
    let mut entries = vec![Entry { place: name, allowed: Allowed::Words(most), grey: grey.clone() }];
    for (input, column) in inputs.iter().zip(COLUMNS) {
        let place = sheet.number(row, column, input.get(case.inputs()), look(Kind::of(input.unit, column != 3)));
        book.name(input.id, place, place);
        entries.push(Entry { place, allowed: allowed(input), grey: grey.clone() });
    }
    results(book, sheet, row, number);
    let [total, ..] = inputs;
    let basis = case.basis(&Control::of(total));
    let (sources, from) = match case.owed(obligation) {
        Some(owed) => (owed.sources, from(&owed)),
        None => (basis.sources, format!("{} {}", total.meaning, basis.note)),
    };
    sheet.text(row, 7, sources.join(" "), Look::PROSE);
    sheet.text(row, 9, from, Look::PROSE);
    sheet.text(row, 10, format!("obligation_{number}_..."), Look::FAINT);
    entries
}

/// Where a known obligation is from: what no article states is from public reports, and says so.
fn from(owed: &Owed) -> String {
    let is_public = owed.sources.iter().all(|id| id.starts_with('P'));
    if is_public { format!("Public reports: {}", owed.note) } else { owed.note.to_owned() }
}

/// What it comes to, as far as it counts.
fn results(book: &mut Book, sheet: &mut Sheet, row: u32, number: u32) {
    let counted = |what: &str| format!("IF({number}<=obligation_count,{what},0)");
    let a_year = counted(&format!("obligation_{number}_total_b/obligation_{number}_years"));
    let place = sheet.formula(row, 5, a_year, Look::value(Kind::Money));
    book.name(format!("obligation_{number}_per_year_b"), place, place);
    sheet.formula(row, 6, counted(&format!("obligation_{number}_total_b")), Look::value(Kind::Money));
}
