//! How each sheet looks on the screen and on paper: widths, frozen heads, pages.

use rust_xlsxwriter::{Format, FormatAlign, Note, Worksheet, XlsxError};

use super::columns::{BANDS, columns};
use super::formats::Look;
use super::plan::{Content, Sheet};
use super::{inputs, sources, years};
use crate::wording::embed::ADVICE;

/// Characters that fit one line of the summary's full width.
const LINE: usize = 118;
const LINE_HEIGHT: f64 = 15.0;

/// Everything about a sheet that is not in its cells.
pub(super) fn set_up(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_screen_gridlines(false).set_paper_size(9).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    worksheet.set_footer(format!("&L&8{ADVICE}&R&8{}, page &P of &N", sheet.name));
    match sheet.name {
        "Summary" => summary(worksheet, sheet),
        "Inputs" => table(worksheet, &inputs::WIDTHS, inputs::HEAD, true).map(|_| ()),
        "Sources" => table(worksheet, &sources::WIDTHS, sources::HEAD, true).map(|_| ()),
        "Years" => yearly(worksheet),
        "Rates" => rates(worksheet, sheet),
        "Scan" | "Break-even" => table(worksheet, &[34.0, 16.0, 14.0, 18.0, 26.0, 18.0, 14.0], 3, false).map(|_| ()),
        _ => list(worksheet),
    }
}

/// Columns of a list of figures.
fn widths(worksheet: &mut Worksheet, widths: &[f64]) -> Result<(), XlsxError> {
    for (width, column) in widths.iter().zip(0..) {
        worksheet.set_column_width(column, *width)?;
    }
    Ok(())
}

fn list(worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    widths(worksheet, &[46.0, 24.0, 12.0, 62.0, 28.0])?;
    worksheet.set_freeze_panes(3, 0)?;
    worksheet.set_portrait().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 1)?;
    Ok(())
}

fn summary(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    widths(worksheet, &[46.0, 24.0, 12.0, 62.0, 28.0])?;
    worksheet.set_freeze_panes(3, 0)?.set_portrait().set_print_fit_to_pages(1, 0);
    let last = sheet.cells.iter().map(|cell| cell.place.row).max().unwrap_or_default();
    worksheet.set_print_area(0, 0, last, 3)?;
    for cell in sheet.cells.iter().filter(|cell| cell.look == Look::PROSE && cell.place.column == 0) {
        let Content::Text(text) = &cell.content else { continue };
        let lines = text.chars().count().div_ceil(LINE);
        let row = cell.place.row;
        worksheet.merge_range(row, 0, row, 3, text, &cell.look.format())?;
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        worksheet.set_row_height(row, lines as f64 * LINE_HEIGHT + 2.0)?;
    }
    Ok(())
}

/// A table under its headings, which stay in sight and on every page.
fn table<'a>(
    worksheet: &'a mut Worksheet,
    columns: &[f64],
    head: u32,
    landscape: bool,
) -> Result<&'a mut Worksheet, XlsxError> {
    widths(worksheet, columns)?;
    worksheet.set_freeze_panes(head + 1, 1)?.set_repeat_rows(head, head)?;
    if landscape {
        worksheet.set_landscape();
    }
    Ok(worksheet.set_print_fit_to_pages(1, 0))
}

/// Three pages side by side, each with the years at its left.
fn yearly(worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    const SCALE: u16 = 55;
    let last = u16::try_from(columns().count()).unwrap_or_default().saturating_sub(1);
    worksheet.set_column_range_width(0, 1, 7)?.set_column_range_width(2, last, 10)?;
    worksheet.set_row_height(years::HEADING, 4.0 * LINE_HEIGHT)?;
    worksheet.set_freeze_panes(years::FIRST, 2)?.set_landscape().set_print_scale(SCALE);
    worksheet.set_repeat_columns(0, 1)?.set_repeat_rows(0, years::FIRST - 1)?;
    worksheet.set_vertical_page_breaks(&breaks())?;
    for (column, at) in columns().zip(0..) {
        let note = Note::new(column.note).set_author("Offtake").add_author_prefix(false);
        worksheet.insert_note(years::HEADING, at, &note)?;
    }
    Ok(())
}

/// Where the pages of the years begin.
fn breaks() -> Vec<u32> {
    let mut breaks = Vec::new();
    let mut column = 0;
    for band in BANDS {
        if ["Margin lens", "Cash flow through the chosen lens"].contains(&band.name) {
            breaks.push(column);
        }
        column += u32::try_from(band.columns.len()).unwrap_or_default();
    }
    breaks
}

fn rates(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let last = sheet.cells.iter().map(|cell| cell.place.column).max().unwrap_or_default();
    worksheet.set_column_width(0, 42)?.set_column_range_width(1, last, 13)?;
    worksheet.set_column_format(1, &Format::new().set_align(FormatAlign::Right))?;
    worksheet.set_freeze_panes(3, 1)?.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}
