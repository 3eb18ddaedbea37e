//! What is read on the charts of the lab and of the buyer.

use super::super::numbers::{MILLIONS, PERCENT, RATIO};
use super::super::sections::contract::difference;
use super::{Line, Reading, year};
use crate::model::burden::LabYearRow;
use crate::model::buyer::{BuyerYear, Leaving};

fn millions(name: &str, value: f64) -> Line {
    Line::number(name, &MILLIONS, value)
}

/// What the lab owes in a year, obligation by obligation in $B, and its revenue.
#[must_use]
pub fn owed<'a>(row: &LabYearRow, parts: impl Iterator<Item = (&'a str, f64)>) -> Reading {
    let own = parts.filter(|(_, billions)| *billions > 0.0).map(|(name, billions)| Line::money(name, billions));
    let sums = [
        Line::money("Together", row.obligations),
        Line::money("Revenue", row.revenue),
        Line::number("Share", &PERCENT, row.share),
    ];
    Reading::new(year(row.t), own.chain(sums))
}

/// A year of the first obligation as a share of the run-rate, and the $B of both: at closing, or on a later day.
#[must_use]
pub fn headline(share: f64, [owed, run_rate]: [f64; 2], later: Option<&str>) -> Reading {
    let lines = [
        Line::number("Share", &PERCENT, share),
        Line::money("First obligation", owed),
        Line::money("Run-rate", run_rate),
    ];
    Reading::new(later.map_or_else(|| year(0), |when| format!("Run-rate of {when}")), lines)
}

/// The obligations of a year as a share of its revenue, the $B of both, and how often gross profit covers them, if there
/// is any.
#[must_use]
pub fn burden(t: u32, share: f64, [owed, revenue]: [f64; 2], cover: Option<f64>) -> Reading {
    let own =
        [Line::number("Share", &PERCENT, share), Line::money("Obligations", owed), Line::money("Revenue", revenue)];
    let cover = cover.filter(|cover| *cover > 0.0).map(|cover| Line::number("Gross-profit cover", &RATIO, cover));
    Reading::new(year(t), own.into_iter().chain(cover))
}

/// A year of the buyer's contract against paying as one goes.
#[must_use]
pub fn contract(row: &BuyerYear) -> Reading {
    let shortfall = (row.shortfall > 0.0).then(|| millions("of it shortfall", row.shortfall));
    let own = [millions("Pay-as-you-go", row.payg), millions("Contract", row.contract_cost)];
    let difference = Line::words("Difference", difference(row.benefit));
    Reading::new(format!("Year {}", row.year), own.into_iter().chain(shortfall).chain([difference]))
}

/// What the commitment is worth at a usage, $M.
#[must_use]
pub fn usage(usage: f64, benefit_m: f64) -> Reading {
    Reading::new(format!("{} usage", PERCENT.trimmed(usage)), [millions("Commitment alone", benefit_m)])
}

/// What leaving in a year would cost.
#[must_use]
pub fn leaving(leaving: &Leaving, is_planned: bool) -> Reading {
    let Leaving { year, work_m, both_m, owed_m } = *leaving;
    let head =
        if is_planned { format!("Leaving in year {year}, as assumed") } else { format!("Leaving in year {year}") };
    let parts = [
        millions("Moving", work_m),
        millions("Both platforms", both_m),
        millions("Still owed", owed_m),
        millions("Together", leaving.total_m()),
    ];
    Reading::new(head, parts)
}
