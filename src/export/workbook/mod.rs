//! The spreadsheet: the whole model of a side as formulas that a reader's program recomputes.
//!
//! | file | what it holds |
//! |---|---|
//! | `inputs`, `obligations`, `sources` | the catalogue as cells: what may be changed, and where it is from |
//! | `workings`, `columns`, `results` | the deal as tables of names and formulas |
//! | `lab`, `buyer` | the other two sides, in the same way |
//! | `rates`, `break_even`, `usage` | what has to be searched for, as a scan, Newton's steps and halvings in cells |
//! | `summary`, `years` | these tables as sheets |
//! | `template` | columns and options in the formulas |
//! | `plan` | the book before it is a file |
//! | `formula`, `functions`, `calc` | computes it, for the results that stand beside the formulas |
//! | `formats`, `print`, `file` | how it looks, how it prints, its bytes |

mod break_even;
mod buyer;
mod calc;
mod columns;
mod file;
mod formats;
mod formula;
mod functions;
mod inputs;
mod lab;
mod obligations;
mod plan;
mod print;
mod rates;
mod results;
mod sources;
mod summary;
mod template;
mod usage;
mod workings;
mod years;

use self::plan::{Book, Sheet};
use super::ExportError;
use crate::catalog::{Case, Side};
use crate::model::Stake;
use crate::wording::separators::Separators;
use crate::wording::share;
use crate::wording::side::Voice;

/// The case of a side as an XLSX file. `link` is the address that opens the page with it. The same arguments give the same
/// bytes; the stake matters to the investor alone.
///
/// # Errors
/// When a formula has no result for these inputs, or the file cannot be put together.
pub fn workbook(side: Side, case: &Case, stake: Stake, link: &str) -> Result<Vec<u8>, ExportError> {
    let reader = Separators::chosen();
    // Files have the decimal point.
    Separators::POINT.choose();
    let bytes = build(side, case, stake, link);
    reader.choose();
    bytes
}

fn build(side: Side, case: &Case, stake: Stake, link: &str) -> Result<Vec<u8>, ExportError> {
    let (book, entries) = plan(side, case, stake, link);
    let results = calc::results(&book)
        .map_err(|fault| ExportError::of(format!("the spreadsheet cannot be computed: {fault}")))?;
    let title = match side {
        Side::Investor => share::title(),
        Side::Lab | Side::Buyer => summary::title(side),
    };
    let paper = print::Paper { head: Voice::new(side, case.inputs(), stake).headed(case), years: years_of(side, case) };
    file::bytes(&book, &results, &entries, (&title, case.version()), &paper).map_err(ExportError::of)
}

/// How many rows of years follow the first that counts: a buyer's years begin with 1.
fn years_of(side: Side, case: &Case) -> u32 {
    let inputs = case.inputs();
    match side {
        Side::Investor => inputs.horizon_years,
        Side::Lab => inputs.lab.years,
        Side::Buyer => inputs.buyer.term_years.saturating_sub(1),
    }
}

/// All sheets, in the order of their tabs.
fn plan(side: Side, case: &Case, stake: Stake, link: &str) -> (Book, Vec<inputs::Entry>) {
    let mut book = Book::new(match side {
        Side::Investor => &columns::DEAL,
        Side::Lab => &lab::YEARS,
        Side::Buyer => &buyer::YEARS,
    });
    let summary = summary::sheet(&mut book, side, case, stake, link);
    book.sheets.push(summary);
    let (inputs, entries) = inputs::sheet(&mut book, side, case, stake);
    book.sheets.push(inputs);
    if side == Side::Investor {
        let workings = workings(&mut book);
        book.sheets.push(workings);
    }
    let years = years::sheet(&mut book);
    book.sheets.push(years);
    solved(&mut book, side);
    book.sheets.push(sources::sheet(side, case));
    (book, entries)
}

/// The sheets of what has to be searched for: the lab has nothing of that kind.
fn solved(book: &mut Book, side: Side) {
    let sheet = match side {
        Side::Investor => {
            rates::sheets(book);
            break_even::sheet(book)
        }
        Side::Buyer => usage::sheet(book),
        Side::Lab => return,
    };
    book.sheets.push(sheet);
}

fn workings(book: &mut Book) -> Sheet {
    let mut sheet = Sheet::new("Workings");
    sheet.text(0, 0, "Workings", formats::Look::TITLE);
    sheet.text(1, 0, "What is computed once, between the inputs and the years.", formats::Look::SUBTITLE);
    summary::list(book, &mut sheet, workings::WORKINGS, 3);
    sheet
}
