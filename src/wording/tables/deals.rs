//! The table behind the comparison of deals.

use super::super::deals::{line_name, no_figures};
use super::super::numbers::{BILLIONS, PERCENT, PLAIN, RATIO};
use super::{Cell, Table, heads};
use crate::analysis::deals::DealLine;

/// Every deal with what is stated of it and what it is worth. Capacity is a ceiling wherever it is divided by.
#[must_use]
pub fn deals_table(lines: &[DealLine]) -> Table {
    let columns = [
        "New money, $B",
        "Commitment, $B",
        "Commit per dollar invested",
        "$B per GW-year, at the capacity ceiling",
        "Share of run-rate",
        "NPV before the stake, $B",
        "NPV with the stake, $B",
    ];
    Table {
        caption: "Deals beside each other; a dash is not stated or does not exist".to_owned(),
        columns: heads("Deal", columns.into_iter()),
        rows: lines.iter().map(row).collect(),
    }
}

fn row(line: &DealLine) -> Vec<Cell> {
    let known = line.known();
    let name = match no_figures(line) {
        Some(words) => format!("{}: {words}", line_name(line)),
        None => line_name(line),
    };
    // Nought is a result here, and not nothing.
    let cell = |format, value: Option<f64>| match value {
        Some(value) => Cell::number(format, value),
        None => Cell::amount(format, None),
    };
    vec![
        Cell::head(name),
        cell(&BILLIONS, known.map(|known| known.new_money_b)),
        cell(&BILLIONS, known.map(|known| known.commit_b)),
        cell(&RATIO, known.and_then(|known| known.commit_per_dollar)),
        cell(&PLAIN, known.and_then(|known| known.per_gw_year_b)),
        cell(&PERCENT, known.and_then(|known| known.share)),
        cell(&BILLIONS, known.map(|known| known.npv_b)),
        cell(&BILLIONS, known.map(|known| known.npv_with_equity_b)),
    ]
}
