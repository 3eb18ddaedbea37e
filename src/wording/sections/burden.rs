//! What the lab owes as a share of its revenue, and how far its gross profit goes.

use super::super::lab::{heaviest, least_covered, run_rate, uncovered};
use super::super::numbers::{RATIO, percent};
use super::super::parties;
use super::super::side::basis;
use super::short_value;
use crate::catalog::{Side, Unit};
use crate::model::Inputs;
use crate::model::burden::LabOutcome;

/// Whether gross profit covers what is owed, and if not from when.
#[must_use]
pub fn title(_: &Inputs, outcome: &LabOutcome) -> String {
    let short = uncovered(outcome);
    match (least_covered(outcome), short.as_slice()) {
        (None, _) => "Nothing to cover in these years".to_owned(),
        (_, []) => "Gross profit covers the obligations of every year".to_owned(),
        (_, [only]) => format!("Gross profit falls short in year {only}"),
        (_, [first, ..]) => format!("Gross profit falls short first in year {first}"),
    }
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub() -> String {
    format!("All obligations as a share of {}’s revenue, and its gross profit as a share of it, %", parties().lab)
}

/// What the two dates divide by, and what is not known.
#[must_use]
pub fn note(inputs: &Inputs, _: &LabOutcome) -> String {
    format!(
        "The ring is a year of the first obligation over the run-rate on one day; the line is all obligations of a year \
         over its revenue. Above the dashes gross profit does not cover them. {}",
        basis(Side::Lab, inputs)
    )
}

/// The chart in one sentence.
#[must_use]
pub fn label(inputs: &Inputs, outcome: &LabOutcome) -> String {
    let start = "Chart of the obligations as a share of revenue by year";
    let Some(row) = heaviest(outcome) else { return format!("{start}: nothing is owed.") };
    let margin = short_value(Unit::Percent, inputs.lab.lab_gross_margin);
    let cover = row.gross_profit_cover.map_or_else(String::new, |cover| match cover {
        _ if cover <= 0.0 => format!("; at a gross margin of {margin} there is no gross profit to pay it from"),
        _ => format!("; gross profit of {margin} covers it {}", RATIO.spoken(cover)),
    });
    let closing = percent(outcome.headline_share);
    let rate = run_rate(inputs);
    format!("{start}: {closing} of the {rate}, at most {} in year {}{cover}.", percent(row.share), row.t)
}
