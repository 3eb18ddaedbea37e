//! The numbers behind the charts of the lab and of the buyer.

use std::borrow::Cow;

use super::{Csv, Value, number, text};
use crate::model::Inputs;
use crate::model::burden::{LabOutcome, LabYearRow};
use crate::model::buyer::{self, BuyerOutcome, BuyerYear};
use crate::wording::lab::plain_name;
use crate::wording::sections::usage::usages;

/// What each obligation asks in each year, beside the revenue.
#[must_use]
pub fn obligations(inputs: &Inputs, outcome: &LabOutcome) -> Csv {
    let line = |row: &LabYearRow| {
        let owed = inputs.lab.owed().map(|owed| number(owed.in_year(row.t)));
        (row.t, owed.chain([number(row.obligations), number(row.revenue)]).collect())
    };
    let names = inputs.lab.owed().enumerate().map(|(at, owed)| Cow::Owned(format!("{} ($B)", plain_name(at, owed))));
    let sums = ["All obligations ($B)", "Revenue of the lab ($B)"].map(Cow::Borrowed);
    Csv::dated(names.chain(sums), outcome.rows.iter().map(line))
}

/// The obligations as a share of revenue and of gross profit: closing, then each year.
#[must_use]
pub fn burden(inputs: &Inputs, outcome: &LabOutcome) -> Csv {
    let first = outcome.headline_share * inputs.arr0_b;
    let margin = inputs.lab.lab_gross_margin;
    let closing =
        [number(first), number(inputs.arr0_b), number(outcome.headline_share), number(margin), Value::Number(None)];
    let line = |row: &LabYearRow| {
        let numbers = [row.obligations, row.revenue, row.share, margin].map(number);
        (row.t, numbers.into_iter().chain([Value::Number(row.gross_profit_cover)]).collect())
    };
    let columns = [
        "Obligations of the year, in year 0 a year of the first ($B)",
        "Revenue, in year 0 the run-rate ($B)",
        "Share (decimal)",
        "Gross profit as a share of revenue (decimal)",
        "Gross profit over obligations (multiple)",
    ];
    Csv::dated(columns, std::iter::once((0, closing.to_vec())).chain(outcome.rows.iter().map(line)))
}

/// The contract against paying as one goes, year by year.
#[must_use]
pub fn contract(outcome: &BuyerOutcome) -> Csv {
    const NUMBERS: [fn(&BuyerYear) -> f64; 8] = [
        |row| row.demand_list,
        |row| row.payg,
        |row| row.contract_spend,
        |row| row.commit,
        |row| row.shortfall,
        |row| row.contract_cost,
        |row| row.benefit,
        |row| row.infra_saving,
    ];
    let line = |row: &BuyerYear| {
        std::iter::once(number(f64::from(row.year))).chain(NUMBERS.iter().map(|read| number(read(row)))).collect()
    };
    let columns = [
        "Contract year",
        "Demand at today's list price ($M)",
        "Pay-as-you-go ($M)",
        "Spend under the contract ($M)",
        "Commitment ($M)",
        "Paid for a shortfall ($M)",
        "Contract cost ($M)",
        "Benefit of the commitment ($M)",
        "Claimed saving ($M)",
    ];
    Csv::new(columns, outcome.rows.iter().map(line))
}

/// What the commitment is worth at each usage.
#[must_use]
pub fn usage(inputs: &Inputs) -> Csv {
    let line = |usage: f64| vec![number(usage), number(buyer::commit_benefit(inputs, usage))];
    Csv::new(["Usage (decimal)", "Present value of the commitment benefit ($M)"], usages(inputs).into_iter().map(line))
}

/// What leaving would cost, by the year of leaving.
#[must_use]
pub fn exposure(inputs: &Inputs, outcome: &BuyerOutcome) -> Csv {
    let rows = buyer::exposures(inputs, &outcome.rows).into_iter().map(|leaving| {
        let planned = leaving.year == inputs.buyer.switch_year;
        let numbers = [leaving.work_m, leaving.both_m, leaving.owed_m, leaving.total_m()].map(number);
        let year = number(f64::from(leaving.year));
        [year].into_iter().chain(numbers).chain([text(if planned { "yes" } else { "no" })]).collect()
    });
    let columns = [
        "Year of leaving",
        "Work of moving ($M)",
        "Both platforms side by side ($M)",
        "Commitment still owed ($M)",
        "Exit exposure ($M)",
        "Assumed year of the switch",
    ];
    Csv::new(columns, rows)
}
