//! What the lab owes each year, obligation by obligation, against its revenue.

use super::super::lab::{heaviest, is_outweighed, name, origin};
use super::super::numbers::{MONEY, list, years_in_words};
use super::super::side::basis_of_lab;
use super::super::{is_even, parties};
use crate::model::Inputs;
use crate::model::burden::LabOutcome;

/// The year in which most is owed.
#[must_use]
pub fn title(_: &Inputs, outcome: &LabOutcome) -> String {
    let most = outcome.rows.iter().reduce(|most, row| if row.obligations > most.obligations { row } else { most });
    let Some(most) = most.filter(|row| !is_even(row.obligations)) else {
        return "No obligations in these years".to_owned();
    };
    let sum = MONEY.trimmed(most.obligations);
    let same = |value: f64| MONEY.trimmed(value) == sum;
    if outcome.rows.iter().all(|row| same(row.obligations)) {
        return format!("{sum} owed every year");
    }
    match outcome.rows.iter().filter(|row| same(row.obligations)).count() {
        1 => format!("{sum} owed in year {}", most.t),
        _ => format!("Up to {sum} owed a year, first in year {}", most.t),
    }
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub() -> String {
    format!("Obligations of each year, one on the other, and {}’s revenue as a line, $B", parties().lab)
}

/// How the sums are spread, and where they are from.
#[must_use]
pub fn note(inputs: &Inputs, _: &LabOutcome) -> String {
    let origin = origin(inputs).map_or_else(String::new, |origin| format!(" {origin}"));
    format!("Each total is spread evenly over its years.{origin} {}", basis_of_lab(inputs))
}

/// The chart in one sentence.
#[must_use]
pub fn label(inputs: &Inputs, outcome: &LabOutcome) -> String {
    let span = years_in_words(inputs.lab.years);
    let start = format!("Chart of what {} owes its clouds and of its revenue over {span}", parties().lab);
    let Some(row) = heaviest(outcome) else { return format!("{start}: nothing is owed.") };
    let owed = inputs.lab.owed().enumerate();
    let parts: Vec<String> = owed
        .filter(|(_, owed)| owed.in_year(row.t) > 0.0)
        .map(|(at, owed)| format!("{} {}", name(at, owed), MONEY.spoken(owed.in_year(row.t))))
        .collect();
    let (sum, revenue) = (MONEY.spoken(row.obligations), MONEY.spoken(row.revenue));
    let which = if is_outweighed(outcome, row) { "the heaviest for its revenue" } else { "the heaviest" };
    format!("{start}: in year {}, {which}, {sum} on {revenue} of revenue: {}.", row.t, list(&parts))
}
