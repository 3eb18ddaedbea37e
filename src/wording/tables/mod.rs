//! The numbers behind the charts, for those who read rather than look.

mod deals;
mod sections;
mod sides;
mod years;

pub use deals::deals_table;
pub use sections::{
    bridge_table, comparison_table, correlation_table, distribution_table, gigawatt_table, grid_table, ladder_table,
    lens_table, simulation_table, tornado_table, weights_table,
};
pub use sides::{burden_table, contract_table, exposure_table, obligations_table, usage_table};
pub use years::{RowGroup, YearHead, YearRow, YearTable, year_table};

use super::deals::NOT_STATED;
use super::numbers::{BILLIONS, Format, PERCENT};
use super::parties;
use crate::model::{Outcome, Row};

/// A table of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The head of each column; the first is over the row heads.
    pub columns: Vec<String>,
    /// One line each: the row head, then the cells.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// For the eye: negatives in brackets.
    pub text: String,
    /// For the ear, where it differs.
    pub spoken: Option<String>,
    /// The number behind it, and how it is written.
    number: Option<(Format, f64)>,
}

impl Cell {
    pub(super) fn head(text: String) -> Self {
        Self { text, spoken: None, number: None }
    }

    pub(super) fn number(format: &Format, value: f64) -> Self {
        let text = format.brackets(value);
        let spoken = text.starts_with('(').then(|| format.spoken(value));
        Self { text, spoken, number: Some((*format, value)) }
    }

    /// Where nobody states a number.
    pub(super) fn not_stated() -> Self {
        Self::head(NOT_STATED.to_owned())
    }

    /// A number where exactly nothing is a dash, and no number at all as well.
    pub(super) fn amount(format: &Format, value: Option<f64>) -> Self {
        match value {
            Some(value) if value != 0.0 => Self::number(format, value),
            _ => Self::head("–".to_owned()),
        }
    }

    /// The number with all its digits, for those who look twice; nothing where there is none.
    #[must_use]
    pub fn exact(&self) -> Option<String> {
        self.number.map(|(format, value)| format.exact(value))
    }

    /// Whether it shows a negative number.
    #[must_use]
    pub fn is_loss(&self) -> bool {
        self.text.starts_with('(')
    }
}

/// A column of the cash table: its head and its value of a year.
type Column = (&'static str, fn(&Row) -> f64);

const CASH_COLUMNS: [Column; 7] = [
    ("Investment", |row| row.invest),
    ("Operations after tax", |row| row.op_cash),
    ("Machines bought and resold", |row| row.point_cash - row.invest),
    ("Net cash flow", |row| row.net),
    ("Cumulative", |row| row.cum),
    ("Net, discounted", |row| row.disc),
    ("Cumulative, discounted", |row| row.dcum),
];

/// The cash flows by year. A column in which nothing happens (machines in the margin lens) is left out.
#[must_use]
pub fn cash_table(outcome: &Outcome) -> Table {
    let used = |column: &&Column| outcome.rows.iter().any(|row| !BILLIONS.is_zero(column.1(row)));
    let mut columns: Vec<&Column> = CASH_COLUMNS.iter().filter(used).collect();
    if columns.is_empty() {
        columns = CASH_COLUMNS.iter().collect();
    }
    let line = |row: &Row| {
        let cells = columns.iter().map(|column| Cell::number(&BILLIONS, column.1(row)));
        std::iter::once(Cell::head(year(row.t))).chain(cells).collect()
    };
    Table {
        caption: "Cash flow by deal year, $B, before the stake".to_owned(),
        columns: heads("Year", columns.iter().map(|column| column.0)),
        rows: outcome.rows.iter().map(line).collect(),
    }
}

/// The commitment and the lab's revenue, year by year over the whole term.
#[must_use]
pub fn share_table(outcome: &Outcome) -> Table {
    let share = &outcome.commit_share;
    let run_rate = outcome.lab.arr.first().copied().unwrap_or_default();
    let closing =
        share_line("Closing, average year on run-rate".to_owned(), share.per_year_b, run_rate, share.headline);
    let years = (1_u32..).zip(share.path.iter().zip(&outcome.lab.revenue));
    let lines = years.map(|(t, (&part, &revenue))| share_line(year(t), part * revenue, revenue, part));
    let open = !parties().states_commitment && share.per_year_b <= 0.0;
    let stated = |line: Vec<Cell>| if open { unstated(line) } else { line };
    Table {
        caption: format!("The commitment and {}’s revenue by deal year", parties().lab),
        columns: heads("Year", ["Commitment, $B", "Revenue, $B", "Share"].into_iter()),
        rows: std::iter::once(closing).chain(lines).map(stated).collect(),
    }
}

/// A line of the share table where nobody knows the commitment: the revenue alone.
fn unstated(line: Vec<Cell>) -> Vec<Cell> {
    let cells = line.into_iter().enumerate();
    cells.map(|(at, cell)| if [1, 3].contains(&at) { Cell::not_stated() } else { cell }).collect()
}

fn share_line(head: String, commit_b: f64, revenue_b: f64, share: f64) -> Vec<Cell> {
    vec![
        Cell::head(head),
        Cell::number(&BILLIONS, commit_b),
        Cell::number(&BILLIONS, revenue_b),
        Cell::number(&PERCENT, share),
    ]
}

fn heads<'a>(first: &'a str, rest: impl Iterator<Item = &'a str>) -> Vec<String> {
    std::iter::once(first).chain(rest).map(str::to_owned).collect()
}

fn year(t: u32) -> String {
    if t == 0 { "Closing".to_owned() } else { format!("Year {t}") }
}
