//! The small language of the formulas in the tables: columns by their keys, options by their wire names.

use super::inputs::stake_label;
use super::plan::{Place, letters};
use crate::catalog::find;
use crate::model::Stake;

/// Columns that formulas name, by key, and where their first cell stands.
pub(super) struct Table<'a> {
    /// The keys, from the left.
    pub keys: &'a [&'a str],
    /// The left-most column.
    pub left: u16,
    /// The row of the first cells.
    pub top: u32,
}

impl Table<'_> {
    /// A formula of one row: `[key]`, `[key-1]`, `[key+1]` and `[key^]` become cells, `@input.option` a comparison.
    pub fn filled(&self, formula: &str, row: u32) -> String {
        let formula = options(formula);
        let mut text = String::with_capacity(formula.len());
        let mut rest = formula.as_str();
        while let Some((before, after)) = rest.split_once('[') {
            let (reference, behind) = after.split_once(']').unwrap_or((after, ""));
            text.push_str(before);
            text.push_str(&self.cells(reference, row));
            rest = behind;
        }
        text + rest
    }

    fn cells(&self, reference: &str, row: u32) -> String {
        let (key, shift) = match reference.find(['-', '+', '^']) {
            Some(at) => reference.split_at(at),
            None => (reference, ""),
        };
        let column = self.column(key);
        match shift {
            "-1" => Place { row: row.saturating_sub(1), column }.to_string(),
            "+1" => Place { row: row + 1, column }.to_string(),
            // "B$9:B10": the first row stays, the last moves along.
            "^" => format!("{}${}:{}", letters(column), self.top + 1, Place { row: row.saturating_sub(1), column }),
            _ => Place { row, column }.to_string(),
        }
    }

    /// Where a key stands; a mistyped one is found by the tests.
    fn column(&self, key: &str) -> u16 {
        let at = self.keys.iter().zip(self.left..).find(|(known, _)| **known == key);
        debug_assert!(at.is_some(), "no column {key}");
        at.map_or(self.left, |(_, column)| column)
    }
}

/// `@input.option` as a comparison with the option's label.
pub(super) fn options(formula: &str) -> String {
    let mut parts = formula.split('@');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')).unwrap_or(part.len());
        let (reference, rest) = part.split_at(end);
        let (input, option) = reference.split_once('.').unwrap_or((reference, ""));
        debug_assert!(label(input, option).is_some(), "no option {reference}");
        let label = label(input, option).unwrap_or_default();
        text = text + input + "=\"" + label + "\"" + rest;
    }
    text
}

fn label(input: &str, option: &str) -> Option<&'static str> {
    if input == "stake" {
        return Stake::find(option).map(stake_label);
    }
    find(input)?.choices().iter().find(|choice| choice.id == option).map(|choice| choice.label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_cells_and_options_comparisons() {
        let table = Table { keys: &["t", "arr"], left: 0, top: 8 };
        for (formula, row, expected) in [
            ("[arr-1]*(1+[t])", 9, "B9*(1+A10)"),
            ("[arr+1]", 8, "B10"),
            ("SUM([arr^])", 10, "SUM(B$9:B10)"),
            ("IF(@lens.capex,[t],0)", 8, "IF(lens=\"As capex\",A9,0)"),
        ] {
            assert_eq!(table.filled(formula, row), expected);
        }
    }
}
