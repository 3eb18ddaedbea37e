//! How each sheet looks on the screen and on paper: widths, frozen heads, pages.

use std::collections::BTreeMap;

use rust_xlsxwriter::{ConditionalFormatFormula, Note, Worksheet, XlsxError};

use super::columns::Yearly;
use super::formats::{Look, Role, beyond};
use super::plan::{Content, Place, Sheet, letters};
use super::{inputs, rates, sources, years};
use crate::catalog::DataVersion;
use crate::model::MODEL_VERSION;
use crate::wording::embed::ADVICE;

const LINE_HEIGHT: f64 = 13.0;
/// The title's row, and the rows of the yearly headings.
const TITLE_HEIGHT: f64 = 24.0;
const HEADING_HEIGHT: f64 = 64.0;
/// Columns of a list of figures: label, value, unit, note, name.
const LIST: [f64; 5] = [44.0, 15.0, 10.0, 52.0, 30.0];
/// Of the years on paper, in percent.
const YEARS_SCALE: u16 = 64;
/// Of the inputs, so that their columns fill a page across.
const INPUTS_SCALE: u16 = 60;
/// What a lying page holds at that scale, with a little to spare, in points.
const INPUTS_ROOM: f64 = 800.0;
/// A row of one line, in points.
const ROW_HEIGHT: f64 = 12.75;

/// What the pages of a case have.
pub(super) struct Paper {
    /// Which deal, and what makes the case another one than the usual.
    pub head: String,
    /// How many rows of years that count follow the first.
    pub years: u32,
}

/// Everything about a sheet that is not in its cells.
pub(super) fn set_up(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    yearly: &Yearly,
    (paper, version): (&Paper, &DataVersion),
) -> Result<(), XlsxError> {
    // A name may hold the sign that begins a code.
    let case = paper.head.replace('&', "&&");
    worksheet.set_header(format!("&L&8{case}, as saved&R&8Model {MODEL_VERSION}, data {}, printed &D", version.id));
    worksheet.set_screen_gridlines(false).set_paper_size(9).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    worksheet.set_footer(format!("&L&8{ADVICE}&R&8{}, page &P of &N", sheet.name));
    worksheet.set_row_height(0, TITLE_HEIGHT)?;
    match sheet.name {
        "Summary" => summary(worksheet, sheet),
        "Inputs" => {
            table(worksheet, sheet, &inputs::WIDTHS, inputs::HEAD)?;
            // Breaks hold only where the pages are not fitted.
            worksheet.set_print_scale(INPUTS_SCALE).set_page_breaks(&groups_on_pages(sheet, &inputs::WIDTHS))?;
            Ok(())
        }
        "Sources" => table(worksheet, sheet, &sources::WIDTHS, sources::HEAD),
        "Years" => by_year(worksheet, yearly, paper.years),
        "Rates" => rates(worksheet, sheet),
        "Scan" => scan(worksheet),
        _ => list(worksheet, sheet),
    }
}

fn widths(worksheet: &mut Worksheet, widths: &[f64]) -> Result<(), XlsxError> {
    for (width, column) in widths.iter().zip(0..) {
        worksheet.set_column_width(column, *width)?;
    }
    Ok(())
}

/// The lines of rows with long texts.
fn lines_of(sheet: &Sheet, widths: &[f64]) -> BTreeMap<u32, f64> {
    let mut rows: BTreeMap<u32, f64> = BTreeMap::new();
    let long = [Role::Prose, Role::Heading, Role::Above];
    for cell in sheet.cells.iter().filter(|cell| long.contains(&cell.look.role)) {
        if let (Content::Text(text), Some(width)) = (&cell.content, widths.get(usize::from(cell.place.column))) {
            let most = rows.entry(cell.place.row).or_default();
            *most = most.max(lines(text, *width));
        }
    }
    rows
}

/// Rows as high as their longest text needs: not every program does that when it opens a file.
fn heights(worksheet: &mut Worksheet, sheet: &Sheet, widths: &[f64]) -> Result<(), XlsxError> {
    for (row, lines) in lines_of(sheet, widths) {
        worksheet.set_row_height(row, lines * LINE_HEIGHT)?;
    }
    Ok(())
}

/// Lines that a text takes in a column of so many characters, with room for words that do not fit the end of a line.
#[expect(clippy::cast_precision_loss, reason = "a few hundred letters")]
fn lines(text: &str, width: f64) -> f64 {
    (text.chars().count() as f64 / (width * 1.2)).ceil().max(1.0)
}

fn list(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    widths(worksheet, &LIST)?;
    heights(worksheet, sheet, &LIST)?;
    worksheet.set_freeze_panes(3, 0)?.set_portrait().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 1)?;
    Ok(())
}

/// Two pages; the names stay off the paper.
fn summary(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    widths(worksheet, &LIST)?;
    heights(worksheet, sheet, &LIST)?;
    worksheet.set_freeze_panes(3, 0)?.set_portrait().set_print_fit_to_pages(1, 2);
    let last = sheet.cells.iter().map(|cell| cell.place.row).max().unwrap_or_default();
    worksheet.set_print_area(0, 0, last, 3)?;
    let across = LIST.iter().take(4).sum();
    for cell in sheet.cells.iter().filter(|cell| cell.look == Look::PROSE && cell.place.column == 0) {
        let Content::Text(text) = &cell.content else { continue };
        let row = cell.place.row;
        worksheet.merge_range(row, 0, row, 3, text, &cell.look.format())?;
        worksheet.set_row_height(row, lines(text, across) * LINE_HEIGHT)?;
    }
    Ok(())
}

/// A table under its headings, which stay in sight and on every page.
fn table(worksheet: &mut Worksheet, sheet: &Sheet, columns: &[f64], head: u32) -> Result<(), XlsxError> {
    widths(worksheet, columns)?;
    heights(worksheet, sheet, columns)?;
    worksheet.set_freeze_panes(head + 1, 1)?.set_repeat_rows(head, head)?;
    let last = sheet.cells.iter().map(|cell| cell.place.row).max().unwrap_or_default();
    // Names stay off the paper.
    worksheet.set_landscape().set_print_fit_to_pages(1, 0).set_print_area(0, 0, last, PRINTED.min(width(columns)))?;
    Ok(())
}

/// The rows with which a page begins, so that no heading of a group is the last on one: a group that has no room on the
/// page before it begins a new one.
fn groups_on_pages(sheet: &Sheet, widths: &[f64]) -> Vec<u32> {
    let lines = lines_of(sheet, widths);
    let height = |row: u32| lines.get(&row).map_or(ROW_HEIGHT, |lines| lines * LINE_HEIGHT);
    let bands = sheet.cells.iter().filter(|cell| cell.look == Look::BAND && cell.place.column == 0);
    let begins: Vec<u32> = bands.map(|cell| cell.place.row).collect();
    let end = sheet.cells.iter().map(|cell| cell.place.row + 1).max().unwrap_or_default();
    let ends = begins.iter().copied().skip(1).chain([end]);
    let repeated = height(inputs::HEAD);
    let mut used: f64 = TITLE_HEIGHT + (1..=inputs::HEAD).map(height).sum::<f64>();
    let mut breaks = Vec::new();
    for (begin, end) in begins.iter().copied().zip(ends) {
        let group: f64 = (begin..end).map(height).sum();
        if used + group > INPUTS_ROOM && used > repeated {
            breaks.push(begin);
            used = repeated;
        }
        used += group;
    }
    breaks
}

/// The last column of a table that is printed.
const PRINTED: u16 = 9;

fn width(columns: &[f64]) -> u16 {
    u16::try_from(columns.len()).unwrap_or_default().saturating_sub(1)
}

/// Pages side by side, each with the years at its left.
fn by_year(worksheet: &mut Worksheet, yearly: &Yearly, years: u32) -> Result<(), XlsxError> {
    let last = u16::try_from(yearly.columns().count()).unwrap_or_default().saturating_sub(1);
    worksheet.set_column_range_width(0, 1, 7)?.set_column_range_width(2, last, 9.4)?;
    worksheet.set_row_height(years::HEADING, HEADING_HEIGHT)?;
    worksheet.set_freeze_panes(years::FIRST, 2)?.set_portrait().set_print_scale(YEARS_SCALE);
    worksheet.set_repeat_columns(0, 1)?.set_repeat_rows(years::BAND, years::FIRST - 1)?;
    worksheet.set_vertical_page_breaks(&breaks(yearly))?;
    // What is grey stays off the paper.
    worksheet.set_print_area(0, 0, years::FIRST + years, last)?;
    for (column, at) in yearly.columns().zip(0..) {
        let note = Note::new(column.note).set_author("Offtake").add_author_prefix(false);
        worksheet.insert_note(years::HEADING, at, &note)?;
    }
    Ok(())
}

/// The columns with which a page begins.
fn breaks(yearly: &Yearly) -> Vec<u32> {
    let mut breaks = Vec::new();
    let mut column = 0;
    for band in yearly.bands {
        if yearly.pages.contains(&band.name) {
            breaks.push(column);
        }
        column += u32::try_from(band.columns.len()).unwrap_or_default();
    }
    breaks
}

fn rates(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let last = sheet.cells.iter().map(|cell| cell.place.column).max().unwrap_or_default();
    let all: Vec<f64> = (0..=last).map(|column| if column == 0 { 38.0 } else { 14.0 }).collect();
    widths(worksheet, &all)?;
    heights(worksheet, sheet, &all)?;
    worksheet.set_freeze_panes(3, 1)?.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 1)?;
    // Columns of rates that do not exist are grey.
    for (area, ending) in rates::unused(sheet) {
        let head: Place = area.first;
        let rule = format!("={}${}>r_roots{ending}", letters(head.column), head.row + 1);
        let grey = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(beyond()).set_stop_if_true(true);
        worksheet.add_conditional_format(area.first.row, area.first.column, area.last.row, area.last.column, &grey)?;
    }
    Ok(())
}

/// Nine hundred rows, for the screen only.
fn scan(worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    worksheet.set_column_range_width(0, 6, 16)?;
    worksheet.set_freeze_panes(4, 1)?.set_landscape().set_print_area(0, 0, 13, 6)?.set_print_fit_to_pages(1, 1);
    Ok(())
}
