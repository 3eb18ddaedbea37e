//! The tables behind the charts of the lab and of the buyer.

use super::super::lab::{later, name};
use super::super::numbers::{BILLIONS, Format, MILLIONS, PERCENT, RATIO, capitalised};
use super::super::parties;
use super::super::sections::usage::usages;
use super::{Cell, Table, heads, share_line, year};
use crate::model::Inputs;
use crate::model::burden::{LabOutcome, LabYearRow};
use crate::model::buyer::{BuyerOutcome, BuyerYear, Leaving, commit_benefit, exposures};

/// Millions of dollars under a heading that names the unit: "4.9".
const UNDER_MILLIONS: Format = MILLIONS.without_sign();

fn millions(value: f64) -> Cell {
    Cell::number(&UNDER_MILLIONS, value)
}

/// What each obligation asks in each year, beside the revenue.
#[must_use]
pub fn obligations_table(inputs: &Inputs, outcome: &LabOutcome) -> Table {
    let owed: Vec<_> = inputs.lab.owed().enumerate().collect();
    let names = owed.iter().map(|(at, owed)| name(*at, owed));
    let ends = ["Together", "Revenue", "Share"].map(str::to_owned);
    let line = |row: &LabYearRow| {
        let parts = owed.iter().map(|(_, owed)| Cell::amount(&BILLIONS, Some(owed.in_year(row.t))));
        let sums = [
            Cell::amount(&BILLIONS, Some(row.obligations)),
            Cell::number(&BILLIONS, row.revenue),
            Cell::number(&PERCENT, row.share),
        ];
        std::iter::once(Cell::head(year(row.t))).chain(parts).chain(sums).collect()
    };
    Table {
        caption: format!("What {} owes its clouds by deal year, $B", parties().lab),
        columns: std::iter::once("Year".to_owned()).chain(names).chain(ends).collect(),
        rows: outcome.rows.iter().map(line).collect(),
    }
}

/// The obligations as a share of revenue, and how often gross profit covers them.
#[must_use]
pub fn burden_table(inputs: &Inputs, outcome: &LabOutcome) -> Table {
    let first = outcome.headline_share * inputs.arr0_b;
    let none = || Cell::head("–".to_owned());
    let with = |mut line: Vec<Cell>, more: [Cell; 2]| {
        line.extend(more);
        line
    };
    let closing = share_line(
        format!("{}, the first obligation on run-rate", capitalised(later(inputs).unwrap_or("closing"))),
        first,
        inputs.arr0_b,
        outcome.headline_share,
    );
    let line = |row: &LabYearRow| {
        let profit = inputs.lab.lab_gross_margin * row.revenue;
        let cover =
            row.gross_profit_cover.filter(|cover| *cover > 0.0).map_or_else(none, |cover| Cell::number(&RATIO, cover));
        with(share_line(year(row.t), row.obligations, row.revenue, row.share), [Cell::number(&BILLIONS, profit), cover])
    };
    let columns = ["Obligations, $B", "Revenue, $B", "Share", "Gross profit, $B", "Cover"];
    Table {
        caption: format!("The obligations and {}’s revenue by deal year", parties().lab),
        columns: heads("Year", columns.into_iter()),
        rows: std::iter::once(with(closing, [none(), none()])).chain(outcome.rows.iter().map(line)).collect(),
    }
}

/// The contract against paying as one goes, year by year.
#[must_use]
pub fn contract_table(outcome: &BuyerOutcome) -> Table {
    let line = |row: &BuyerYear| {
        let numbers = [row.payg, row.commit, row.contract_spend, row.shortfall, row.contract_cost, row.benefit];
        let cells = numbers.into_iter().chain([row.infra_saving]).map(millions);
        std::iter::once(Cell::head(year(row.year))).chain(cells).collect()
    };
    let columns = ["Pay-as-you-go", "Commitment", "Spend", "Shortfall", "Contract cost", "Benefit", "Claimed saving"];
    Table {
        caption: "Your contract by year, not discounted, $M".to_owned(),
        columns: heads("Year", columns.into_iter()),
        rows: outcome.rows.iter().map(line).collect(),
    }
}

/// What the commitment alone is worth at each tenth of usage.
#[must_use]
pub fn usage_table(inputs: &Inputs, _: &BuyerOutcome) -> Table {
    /// A row for every tenth.
    const EVERY: usize = 10;
    let line = |usage: f64| vec![Cell::head(PERCENT.trimmed(usage)), millions(commit_benefit(inputs, usage))];
    Table {
        caption: "Present value of the commitment alone by usage".to_owned(),
        columns: heads("Usage", ["Commitment alone, $M"].into_iter()),
        rows: usages(inputs).into_iter().step_by(EVERY).map(line).collect(),
    }
}

/// What leaving would cost, by the year of leaving.
#[must_use]
pub fn exposure_table(inputs: &Inputs, outcome: &BuyerOutcome) -> Table {
    let line = |leaving: &Leaving| {
        let cells = [leaving.work_m, leaving.both_m, leaving.owed_m, leaving.total_m()].map(millions);
        std::iter::once(Cell::head(year(leaving.year))).chain(cells).collect()
    };
    let columns = ["Moving", "Both platforms", "Still owed", "Together"];
    Table {
        caption: "What leaving would cost by the year of leaving, $M".to_owned(),
        columns: heads("Year", columns.into_iter()),
        rows: exposures(inputs, &outcome.rows).iter().map(line).collect(),
    }
}
