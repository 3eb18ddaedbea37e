//! The spreadsheet: the whole model as formulas that a reader's program recomputes.
//!
//! | file | what it holds |
//! |---|---|
//! | `inputs`, `sources` | the catalogue as cells: what may be changed, and where it is from |
//! | `workings`, `columns`, `results` | the model as tables of names and formulas |
//! | `rates`, `break_even` | what has to be searched for, as a scan, Newton's steps and halvings in cells |
//! | `summary`, `years` | these tables as sheets |
//! | `template` | columns and options in the formulas |
//! | `plan` | the book before it is a file |
//! | `formula`, `functions`, `calc` | computes it, for the results that stand beside the formulas |
//! | `formats`, `print`, `file` | how it looks, how it prints, its bytes |

mod break_even;
mod calc;
mod columns;
mod file;
mod formats;
mod formula;
mod functions;
mod inputs;
mod plan;
mod print;
mod rates;
mod results;
mod sources;
mod summary;
mod template;
mod workings;
mod years;

use self::plan::{Book, Sheet};
use super::ExportError;
use crate::catalog::Case;
use crate::model::{self, Stake};
use crate::wording::separators::Separators;

/// The case as an XLSX file. `link` is the address that opens the page with it. The same arguments give the same bytes.
///
/// # Errors
/// When a formula has no result for these inputs, or the file cannot be put together.
pub fn workbook(case: &Case, stake: Stake, link: &str) -> Result<Vec<u8>, ExportError> {
    let reader = Separators::chosen();
    // Files have the decimal point.
    Separators::POINT.choose();
    let bytes = build(case, stake, link);
    reader.choose();
    bytes
}

fn build(case: &Case, stake: Stake, link: &str) -> Result<Vec<u8>, ExportError> {
    let (book, entries) = plan(case, stake, link);
    let results = calc::results(&book)
        .map_err(|fault| ExportError::of(format!("the spreadsheet cannot be computed: {fault}")))?;
    file::bytes(&book, &results, &entries, case.version()).map_err(ExportError::of)
}

/// All sheets, in the order of their tabs.
fn plan(case: &Case, stake: Stake, link: &str) -> (Book, Vec<inputs::Entry>) {
    let mut book = Book::default();
    let outcome = model::evaluate(case.inputs());
    let summary = summary::sheet(&mut book, case, &outcome, stake, link);
    book.sheets.push(summary);
    let (inputs, entries) = inputs::sheet(&mut book, case, stake);
    book.sheets.push(inputs);
    let workings = workings(&mut book);
    book.sheets.push(workings);
    let years = years::sheet(&mut book);
    book.sheets.push(years);
    rates::sheets(&mut book);
    let break_even = break_even::sheet(&mut book);
    book.sheets.push(break_even);
    book.sheets.push(sources::sheet());
    (book, entries)
}

fn workings(book: &mut Book) -> Sheet {
    let mut sheet = Sheet::new("Workings");
    sheet.text(0, 0, "Workings", formats::Look::TITLE);
    sheet.text(1, 0, "What is computed once, between the inputs and the years.", formats::Look::SUBTITLE);
    summary::list(book, &mut sheet, workings::WORKINGS, 3);
    sheet
}
