//! All rows of all years: flows, commitment, capacity, enterprise customers and the lab.

use super::super::findings::deal_year;
use super::super::numbers::{BILLIONS, Format, GIGAWATTS_CELL, PERCENT, THOUSANDS, capitalised};
use super::super::{Calendar, parties};
use super::Cell;
use crate::model::{Inputs, Lens, Outcome, PaybackStatus, Row};

/// The table: a column for closing and for each deal year, and one for the sum.
#[derive(Clone, Debug, PartialEq)]
pub struct YearTable {
    /// What it shows.
    pub caption: String,
    /// From when to when a deal year runs: "April to April"; empty where the date of the deal is not known.
    pub months: String,
    /// The columns, closing first, without the sum.
    pub years: Vec<YearHead>,
    /// Which year is shaded, or why none is.
    pub shaded: String,
    /// The deal years that the sums hold: "0–10".
    pub span: String,
    /// Whether a number is longer than usual: columns of equal width would not hold it.
    pub is_wide: bool,
    /// The rows, in groups.
    pub groups: Vec<RowGroup>,
}

impl YearTable {
    /// The table without its numbers: what stays while they change.
    #[must_use]
    pub fn heads(&self) -> Self {
        let row = |row: &YearRow| YearRow { name: row.name.clone(), cells: Vec::new(), total: None, ..*row };
        let group = |group: &RowGroup| RowGroup {
            name: group.name.clone(),
            rows: group.rows.iter().map(row).collect(),
            ..*group
        };
        Self { groups: self.groups.iter().map(group).collect(), ..self.clone() }
    }

    fn is_wide(&self) -> bool {
        /// "(12.1)", "131.5", "100.0%".
        const USUAL: usize = 6;
        /// "1,017.8".
        const USUAL_SUM: usize = 7;
        let longer = |cell: &Cell, usual| cell.text.chars().count() > usual;
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        rows.into_iter().any(|row| {
            row.cells.iter().any(|cell| longer(cell, USUAL)) || row.total.iter().any(|sum| longer(sum, USUAL_SUM))
        })
    }

    /// All numbers in the order in which they are read; where no sum makes sense there is none.
    pub fn cells(&self) -> impl Iterator<Item = Option<&Cell>> {
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        rows.flat_map(|row| row.cells.iter().map(Some).chain(std::iter::once(row.total.as_ref())))
    }
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct YearHead {
    /// "Closing", "1".
    pub deal: String,
    /// The calendar year in which it ends; empty where the date of the deal is not known.
    pub calendar: String,
    /// Whether the cash is recovered in it.
    pub is_payback: bool,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// What they are.
    pub name: String,
    /// The unit of all of them, unless a row says otherwise.
    pub unit: &'static str,
    /// The rows.
    pub rows: Vec<YearRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct YearRow {
    /// What it is.
    pub name: String,
    /// Its unit, where it is not that of the group.
    pub unit: Option<&'static str>,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// The sum, where one makes sense.
    pub total: Option<Cell>,
    /// Whether it sums the rows above it.
    pub is_sum: bool,
}

/// The whole table.
#[must_use]
pub fn year_table(inputs: &Inputs, outcome: &Outcome) -> YearTable {
    let lines = Lines { outcome };
    let mut groups = vec![cash(inputs, &lines), commitment(&lines)];
    if inputs.lens == Lens::Capex {
        groups.push(capacity(&lines));
    }
    groups.extend([enterprise(&lines), lab(&lines)]);
    let table = YearTable {
        caption: caption(),
        months: parties().calendar.map_or_else(String::new, Calendar::span),
        years: heads(inputs, outcome),
        shaded: shaded(inputs, outcome),
        span: format!("0–{}", inputs.horizon_years),
        is_wide: false,
        groups,
    };
    YearTable { is_wide: table.is_wide(), ..table }
}

fn caption() -> String {
    let years =
        parties().calendar.map_or_else(|| "from closing on".to_owned(), |calendar| format!("from {}", calendar.span()));
    format!("Year by year, $B unless said otherwise, deal years {years}, before the stake")
}

/// The deal year in which the cash is back.
fn back(inputs: &Inputs, outcome: &Outcome) -> Option<u32> {
    let payback = &outcome.payback;
    let years = payback.years.filter(|_| payback.status == PaybackStatus::PaidBack)?;
    Some(deal_year(years, inputs.horizon_years))
}

fn shaded(inputs: &Inputs, outcome: &Outcome) -> String {
    match (outcome.payback.status, back(inputs, outcome)) {
        (PaybackStatus::Immediate, _) => "No year is shaded: the cash balance never falls below zero.".to_owned(),
        (_, Some(year)) => format!("Year {year} is shaded: the cash is back in it."),
        _ => format!("No year is shaded: the cash is not back by year {}.", inputs.horizon_years),
    }
}

fn heads(inputs: &Inputs, outcome: &Outcome) -> Vec<YearHead> {
    let (back, calendar) = (back(inputs, outcome), parties().calendar);
    let head = |row: &Row| YearHead {
        deal: if row.t == 0 { "Closing".to_owned() } else { row.t.to_string() },
        calendar: calendar.map_or_else(String::new, |calendar| calendar.end_of(row.t).to_string()),
        is_payback: back == Some(row.t),
    };
    outcome.rows.iter().map(head).collect()
}

/// Makes rows of one outcome.
struct Lines<'a> {
    outcome: &'a Outcome,
}

impl Lines<'_> {
    fn row(&self, name: &str, format: &Format, value: fn(&Row) -> Option<f64>) -> YearRow {
        let cells = self.outcome.rows.iter().map(|row| Cell::amount(format, value(row))).collect();
        YearRow { name: name.to_owned(), unit: None, cells, total: None, is_sum: false }
    }

    /// A flow in $B, with its sum.
    fn flow(&self, name: &str, value: fn(&Row) -> f64) -> YearRow {
        let amount = |value| Cell::amount(&BILLIONS, Some(value));
        let values = || self.outcome.rows.iter().map(value);
        YearRow {
            name: name.to_owned(),
            unit: None,
            cells: values().map(amount).collect(),
            total: Some(amount(values().sum())),
            is_sum: false,
        }
    }

    /// The same, unless nothing ever flows.
    fn flow_if_any(&self, name: &str, value: fn(&Row) -> f64) -> Option<YearRow> {
        self.outcome.rows.iter().any(|row| value(row) != 0.0).then(|| self.flow(name, value))
    }
}

/// Tax on the operating flows of a year, negative when paid: what is left between profit and cash.
/// Depreciation is no cash, so it is added back.
fn tax(row: &Row) -> f64 {
    let profit = row.commit_op + row.shortfall_paid - row.stranded + row.ent_op;
    row.op_cash - (profit + row.dep)
}

fn cash(inputs: &Inputs, lines: &Lines) -> RowGroup {
    let sum = |row: YearRow| YearRow { is_sum: true, ..row };
    let capex = inputs.lens == Lens::Capex;
    let rate = PERCENT.trimmed(inputs.discount_rate);
    let rows = [
        Some(lines.flow("Investment", |row| row.invest)),
        capex.then(|| lines.flow("Machines bought", |row| row.capex)),
        Some(lines.flow("Commit: operating profit", |row| row.commit_op)),
        capex.then(|| lines.flow("Depreciation, added back", |row| row.dep)),
        lines.flow_if_any("Shortfall collected", |row| row.shortfall_paid),
        lines.flow_if_any("Stranded capacity", |row| -row.stranded),
        Some(lines.flow("Enterprise: operating profit", |row| row.ent_op)),
        Some(lines.flow(&format!("Tax at {}", PERCENT.trimmed(inputs.tax_rate)), tax)),
        capex.then(|| lines.flow("Machines resold, after tax", |row| row.point_cash - row.invest - row.capex)),
        Some(sum(lines.flow("Net cash flow", |row| row.net))),
        Some(lines.row("Cumulative", &BILLIONS, |row| Some(row.cum))),
        Some(lines.flow(&format!("Net, discounted at {rate}"), |row| row.disc)),
        Some(lines.row("Cumulative, discounted", &BILLIONS, |row| Some(row.dcum))),
    ];
    RowGroup { name: "Cash".to_owned(), unit: "$B", rows: rows.into_iter().flatten().collect() }
}

fn commitment(lines: &Lines) -> RowGroup {
    let share = lines.row("Commitment share of revenue", &PERCENT, |row| row.commit_share);
    let rows = vec![
        lines.flow("Commitment", |row| row.commit),
        lines.flow("Usage, expected", |row| row.usage),
        lines.flow("Usage that never comes", |row| row.shortfall),
        YearRow { unit: Some("%"), ..share },
    ];
    RowGroup { name: "Commitment".to_owned(), unit: "$B", rows }
}

fn capacity(lines: &Lines) -> RowGroup {
    let gigawatts = |name, value| YearRow { unit: Some("GW"), ..lines.row(name, &GIGAWATTS_CELL, value) };
    let rows = vec![
        gigawatts("Capacity in use", |row| Some(row.gw)),
        gigawatts("Capacity built for", |row| Some(row.gw_built)),
        lines.flow("Running cost", |row| row.opex),
        lines.flow("Depreciation", |row| row.dep),
    ];
    RowGroup { name: "Capacity".to_owned(), unit: "$B", rows }
}

fn enterprise(lines: &Lines) -> RowGroup {
    let adoption = lines.row("Adoption, end of year", &PERCENT, |row| Some(row.adoption));
    let adopters = lines.row("New adopters, average of year", &THOUSANDS, |row| Some(row.new_adopters));
    let rows = vec![
        YearRow { unit: Some("%"), ..adoption },
        YearRow { unit: Some("thousand"), ..adopters },
        lines.flow("Enterprise revenue", |row| row.ent_rev),
    ];
    RowGroup { name: "Enterprise customers".to_owned(), unit: "$B", rows }
}

fn lab(lines: &Lines) -> RowGroup {
    let rows = vec![
        lines.row("Run-rate, end of year", &BILLIONS, |row| Some(row.arr_end)),
        lines.flow("Revenue", |row| row.lab_revenue),
    ];
    RowGroup { name: capitalised(parties().lab), unit: "$B", rows }
}
