//! From the plan to the bytes of a file: cells with their results, names, what may be typed, and how it prints.

use std::collections::HashMap;

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, DataValidation, DataValidationRule,
    DocProperties, ExcelDateTime, Format, Formula, Url, Workbook, Worksheet, XlsxError,
};

use super::calc::{At, Value};
use super::columns::Yearly;
use super::formats::{Kind, beyond, loss, plain};
use super::inputs::{Allowed, Entry};
use super::plan::{Area, Book, Cell, Content, Place, Sheet};
use super::print::{self, Paper};
use super::years;
use crate::catalog::DataVersion;

/// The file.
pub(super) fn bytes(
    book: &Book,
    results: &HashMap<At, Value>,
    entries: &[Entry],
    (title, version): (&str, &DataVersion),
    paper: &Paper,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The height of a row and the width of a column of this font, in pixels.
    workbook.set_default_format(&plain(), 17, 64)?;
    workbook.set_properties(&properties(title, version)?);
    for (index, sheet) in book.sheets.iter().enumerate() {
        let worksheet = workbook.add_worksheet().set_name(sheet.name)?;
        // A text of no letters is a result like others.
        worksheet.set_formula_result_default("");
        for cell in &sheet.cells {
            write(worksheet, cell, results.get(&(index, cell.place)))?;
        }
        colours(worksheet, sheet, book.years)?;
        print::set_up(worksheet, sheet, book.years, (paper, version))?;
        if sheet.name == "Inputs" {
            entries.iter().try_for_each(|entry| allow(worksheet, entry))?;
        }
    }
    for name in &book.names {
        let Some(sheet) = book.sheets.get(name.sheet) else { continue };
        workbook.define_name(&name.text, &format!("='{}'!{}", sheet.name, fixed(name.area)))?;
    }
    workbook.save_to_buffer()
}

/// The date of the data, so that the same case always gives the same bytes.
fn properties(title: &str, version: &DataVersion) -> Result<DocProperties, XlsxError> {
    let (year, month) = version.id.split_once('-').unwrap_or_default();
    let date = ExcelDateTime::from_ymd(year.parse().unwrap_or(2026), month.parse().unwrap_or(1), 1)?;
    Ok(DocProperties::new().set_title(title).set_author("Offtake").set_creation_datetime(&date))
}

fn fixed(area: Area) -> String {
    let (first, last) = (area.first.fixed(), area.last.fixed());
    if first == last { first } else { format!("{first}:{last}") }
}

fn write(worksheet: &mut Worksheet, cell: &Cell, result: Option<&Value>) -> Result<(), XlsxError> {
    let Place { row, column } = cell.place;
    let format = cell.look.format();
    match &cell.content {
        Content::Number(number) => worksheet.write_number_with_format(row, column, *number, &format)?,
        Content::Text(text) if text.is_empty() => worksheet.write_blank(row, column, &format)?,
        Content::Text(text) => worksheet.write_string_with_format(row, column, text, &format)?,
        Content::Formula(text) => {
            let formula = Formula::new(text).set_result(result.map(stored).unwrap_or_default());
            worksheet.write_formula_with_format(row, column, formula, &format)?
        }
        Content::Link { url, text } => {
            let link = Url::new(url).set_text(text);
            match worksheet.write_url_with_format(row, column, link, &format) {
                Ok(_) => worksheet,
                // Longer than a spreadsheet's links may be: as text it can still be copied.
                Err(_) => worksheet.write_string_with_format(row, column, url, &format)?,
            }
        }
    };
    Ok(())
}

/// A result as the file keeps it: all digits.
fn stored(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Truth(truth) => truth.to_string().to_uppercase(),
        Value::Many(_) => String::new(),
    }
}

/// Losses in their colour, and no sign on what is shown as zero; grey first, where it applies.
fn colours(worksheet: &mut Worksheet, sheet: &Sheet, yearly: &Yearly) -> Result<(), XlsxError> {
    if sheet.name == "Years" {
        let last = sheet.cells.iter().map(|cell| cell.place.column).max().unwrap_or_default();
        let rule = format!("=$A{}>{}", years::FIRST + 1, yearly.end);
        let grey = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(beyond()).set_stop_if_true(true);
        worksheet.add_conditional_format(years::FIRST, 0, yearly.last(), last, &grey)?;
    }
    for (kind, area) in runs(sheet) {
        let Some(smallest) = kind.smallest() else { continue };
        let rules: [(ConditionalFormatCellRule<f64>, Format); 2] = [
            (ConditionalFormatCellRule::LessThanOrEqualTo(-smallest), loss()),
            (ConditionalFormatCellRule::Between(-smallest, smallest), kind.unsigned()),
        ];
        for (rule, format) in rules {
            let (first, last) = (area.first, area.last);
            let rule = ConditionalFormatCell::new().set_rule(rule).set_format(format);
            worksheet.add_conditional_format(first.row, first.column, last.row, last.column, &rule)?;
        }
    }
    Ok(())
}

/// Blocks of computed cells of one kind under each other.
fn runs(sheet: &Sheet) -> Vec<(Kind, Area)> {
    let mut computed: Vec<&Cell> =
        sheet.cells.iter().filter(|cell| matches!(cell.content, Content::Formula(_))).collect();
    computed.sort_unstable_by_key(|cell| (cell.place.column, cell.place.row));
    let mut runs: Vec<(Kind, Area)> = Vec::new();
    for cell in computed {
        let Place { row, column } = cell.place;
        match runs.last_mut() {
            Some((kind, area)) if *kind == cell.look.kind && area.last.column == column && area.last.row + 1 == row => {
                area.last = cell.place;
            }
            _ => runs.push((cell.look.kind, Area { first: cell.place, last: cell.place })),
        }
    }
    runs
}

/// What may be typed into an input's cell.
fn allow(worksheet: &mut Worksheet, entry: &Entry) -> Result<(), XlsxError> {
    let (rule, message) = match &entry.allowed {
        Allowed::Number(limits) => (
            DataValidation::new().allow_decimal_number(DataValidationRule::Between(limits.min, limits.max)),
            format!("A number from {} to {}.", limits.min, limits.max),
        ),
        Allowed::Whole(limits) => (
            DataValidation::new().allow_whole_number(DataValidationRule::Between(whole(limits.min), whole(limits.max))),
            format!("A whole number from {} to {}.", limits.min, limits.max),
        ),
        Allowed::Words(most) => (
            DataValidation::new().allow_text_length(DataValidationRule::LessThanOrEqualTo(*most)),
            format!("At most {most} characters."),
        ),
        Allowed::Options(labels) => {
            (DataValidation::new().allow_list_strings(labels)?, format!("One of: {}.", labels.join(", ")))
        }
    };
    let rule = rule.set_error_title("Outside the model")?.set_error_message(message)?.ignore_blank(false);
    let Place { row, column } = entry.place;
    worksheet.add_data_validation(row, column, row, column, &rule)?;
    if let Some(rule) = &entry.grey {
        let grey = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(beyond());
        worksheet.add_conditional_format(row, column, row, column, &grey)?;
    }
    Ok(())
}

#[expect(clippy::cast_possible_truncation, reason = "limits of whole numbers are small and whole")]
fn whole(limit: f64) -> i32 {
    limit as i32
}
