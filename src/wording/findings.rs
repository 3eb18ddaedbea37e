//! What the charts say: titles that hold for the present state, notes with what they rest on, and labels that say the
//! chart in one sentence.

use super::numbers::{PERCENT, WHOLE_PERCENT, money, percent, years};
use super::{is_even, parties};
use crate::model::{Inputs, Lens, Outcome, Payback, PaybackStatus, Timing};

/// When the cash is back, undiscounted and discounted.
#[must_use]
pub fn cash_title(inputs: &Inputs, outcome: &Outcome) -> String {
    let horizon = inputs.horizon_years;
    if parties().is_open(inputs) {
        return "The cash of the money alone: the commitment is not stated".to_owned();
    }
    if outcome.rows.iter().all(|row| row.net == 0.0) {
        return "Cash flow by year".to_owned();
    }
    let first = outcome.payback.first_crossing.map(|first| deal_year(first, horizon));
    let back = match (outcome.payback.status, first) {
        (PaybackStatus::Immediate, _) => return "The cash balance never falls below zero".to_owned(),
        (PaybackStatus::Never, Some(first)) => {
            return format!("The cash is back in year {first} and short again by year {horizon}");
        }
        (PaybackStatus::Never, None) => return format!("The cash is not back by year {horizon}"),
        (PaybackStatus::PaidBack, _) => back_in_year(&outcome.payback, horizon),
    };
    let for_good = if first.is_some_and(|first| first != back) { " for good" } else { "" };
    let rate = PERCENT.trimmed(inputs.discount_rate);
    let back_words = format!("The cash is back{for_good} in year {back}");
    match outcome.discounted_payback.status {
        _ if inputs.discount_rate <= 0.0 => back_words,
        PaybackStatus::Never => format!("{back_words}; discounted at {rate}, it is not back by year {horizon}"),
        PaybackStatus::PaidBack if back_in_year(&outcome.discounted_payback, horizon) == back => {
            format!("{back_words}, even discounted at {rate}")
        }
        PaybackStatus::PaidBack => {
            format!(
                "{back_words}; discounted at {rate}, in year {}",
                back_in_year(&outcome.discounted_payback, horizon)
            )
        }
        PaybackStatus::Immediate => back_words,
    }
}

/// The deal year of a moment: 7.9 years after closing is in year 8.
pub(super) fn deal_year(years: f64, horizon: u32) -> u32 {
    (1..horizon).find(|year| years <= f64::from(*year)).unwrap_or(horizon)
}

fn back_in_year(payback: &Payback, horizon: u32) -> u32 {
    deal_year(payback.years.unwrap_or_default(), horizon)
}

/// What the cash chart shows, and in which unit.
#[must_use]
pub fn cash_sub() -> String {
    "Cash flow, $B: bars by year, lines cumulative".to_owned()
}

/// The lens, rate, timing and number of assumptions behind the cash chart.
#[must_use]
pub fn cash_note(inputs: &Inputs) -> String {
    let lens = lens(inputs);
    let timing = match inputs.timing {
        Timing::End => "at year end",
        Timing::Mid => "in mid-year",
    };
    let rate = PERCENT.trimmed(inputs.discount_rate);
    let assumptions = parties().start.assumptions();
    format!("{lens}, before the stake, {rate} discount rate, flows {timing}, {assumptions} assumptions.")
}

/// The lens by name.
pub(super) const fn lens(inputs: &Inputs) -> &'static str {
    lens_name(inputs.lens)
}

/// A lens by its name.
pub(super) const fn lens_name(lens: Lens) -> &'static str {
    match lens {
        Lens::Margin => "Operating-margin lens",
        Lens::Capex => "Capex lens",
    }
}

/// The cash chart in one sentence.
#[must_use]
pub fn cash_label(inputs: &Inputs, outcome: &Outcome) -> String {
    let depth = if is_even(outcome.peak_exposure_b) {
        "it never falls below zero".to_owned()
    } else {
        let deepest = aloud(-outcome.peak_exposure_b);
        let when = match outcome.peak_exposure_year {
            0 => "at closing".to_owned(),
            year => format!("in year {year}"),
        };
        format!("it falls to {deepest} {when}")
    };
    let back = match (outcome.payback.status, outcome.payback.years) {
        (PaybackStatus::PaidBack, Some(time)) => format!(", is recovered after {}", years(time)),
        (PaybackStatus::Never, _) => ", is not recovered".to_owned(),
        _ => String::new(),
    };
    let alone = if parties().is_open(inputs) { " without the commitment, which is not stated" } else { "" };
    format!(
        "Chart of {}’s cumulative cash flow{alone}: {depth}{back} and ends year {} at {}; discounted at {} it ends at {}.",
        parties().investor,
        inputs.horizon_years,
        aloud(outcome.net_total_b),
        PERCENT.trimmed(inputs.discount_rate),
        aloud(outcome.npv_b),
    )
}

/// Money with its sign in words: "minus $14.1B".
pub(super) fn aloud(billions: f64) -> String {
    let sign = match billions {
        _ if is_even(billions) => "",
        _ if billions < 0.0 => "minus ",
        _ => "plus ",
    };
    format!("{sign}{}", money(billions.abs()))
}

/// The commitment against run-rate today and revenue at the end of its term.
#[must_use]
pub fn share_title(inputs: &Inputs, outcome: &Outcome) -> String {
    if inputs.commit_total_b <= 0.0 {
        return format!("The commitment as a share of {}’s revenue", parties().lab);
    }
    let share = &outcome.commit_share;
    let today = roughly(share.headline);
    let start =
        format!("{today} of run-rate today, {} of revenue by year {}", whole(share.last_year), inputs.commit_years);
    match low_point(&share.path) {
        Some((year, low)) => format!("{start} after a low of {} in year {year}", whole(low)),
        None => start,
    }
}

/// A share in title words: simple fractions where they hold to half a point.
fn roughly(share: f64) -> String {
    const FRACTIONS: [(f64, &str); 6] = [
        (3.0 / 4.0, "Three quarters"),
        (2.0 / 3.0, "Two thirds"),
        (1.0 / 2.0, "Half"),
        (1.0 / 3.0, "A third"),
        (1.0 / 4.0, "A quarter"),
        (1.0 / 5.0, "A fifth"),
    ];
    let fraction = FRACTIONS.iter().find(|(value, _)| (share - value).abs() < 0.005);
    fraction.map_or_else(|| whole(share), |(_, words)| (*words).to_owned())
}

fn whole(share: f64) -> String {
    if WHOLE_PERCENT.is_zero(share) { percent(share) } else { WHOLE_PERCENT.minus(share) }
}

/// The lowest year of a path that has clearly risen again by its end.
fn low_point(path: &[f64]) -> Option<(u32, f64)> {
    let (year, low) = (1_u32..).zip(path.iter().copied()).min_by(|a, b| a.1.total_cmp(&b.1))?;
    let (first, last) = (path.first()?, path.last()?);
    (low < first * 0.9 && low < last * 0.9).then_some((year, low))
}

/// What the share chart shows, and in which unit.
#[must_use]
pub fn share_sub() -> String {
    format!("Commitment as a share of {}’s revenue, %", parties().lab)
}

/// How the lab is assumed to grow, and that lens and rate do not enter.
#[must_use]
pub fn share_note(inputs: &Inputs) -> String {
    let assumptions = parties().start.assumptions();
    format!(
        "Growth path is an assumption: {}. The same in both lenses and at any discount rate; {assumptions} assumptions.",
        growth(inputs)
    )
}

/// The growth path in words: "+60% in year 1, easing to 5%".
pub(super) fn growth(inputs: &Inputs) -> String {
    let (first, long) = (percent_change(inputs.arr_g1), PERCENT.trimmed(inputs.arr_g_lt));
    if first == percent_change(inputs.arr_g_lt) || inputs.arr_g_decay >= 1.0 {
        return format!("{first} a year");
    }
    format!("{first} in year 1, {} to {long}", if inputs.arr_g1 > inputs.arr_g_lt { "easing" } else { "rising" })
}

fn percent_change(rate: f64) -> String {
    let plus = if rate > 0.0 && !PERCENT.is_zero(rate) { "+" } else { "" };
    format!("{plus}{}", PERCENT.trimmed(rate))
}

/// The share chart in one sentence.
#[must_use]
pub fn share_label(inputs: &Inputs, outcome: &Outcome) -> String {
    let (share, lab) = (&outcome.commit_share, parties().lab);
    if inputs.commit_total_b <= 0.0 {
        let none = if parties().is_open(inputs) { "the commitment is not stated" } else { "there is no commitment" };
        return format!("Chart of the commitment as a share of {lab}’s revenue: {none}.");
    }
    let first = format!(
        "{} of run-rate at closing, {} of revenue in year 1",
        percent(share.headline),
        percent(share.first_year)
    );
    let last = match inputs.commit_years {
        1 => String::new(),
        year => format!(", {} in year {year}", percent(share.last_year)),
    };
    format!("Chart of the commitment as a share of {lab}’s revenue: {first}{last}.")
}
