//! The sentences under the verdict: when the money is back, what it takes to break even, how heavy the commitment is.

use super::numbers::{MONEY, PERCENT, article, capitalised, percent, years, years_in_words};
use super::{Sentence, Span, is_even, parties};
use crate::model::{AdoptionStatus, CommitShape, Inputs, Lens, MarginStatus, Outcome, PaybackStatus, Stake};

/// When the money is back, what it takes to break even, and the commitment against the lab's size.
///
/// Payback and break-even leave the shares out whatever the switch says, and say so when it counts them.
#[must_use]
pub fn second(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Vec<Span> {
    if parties().is_open(inputs) {
        return money_alone().spans();
    }
    let (before, without) = if stake == Stake::LeftOut { ("", "") } else { ("before its stake ", "without it ") };
    payback(inputs, outcome, before).then(break_even(inputs, outcome, without)).then(share(inputs, outcome)).spans()
}

/// Where nobody knows the commitment: what the figures are then.
pub(super) fn money_alone() -> Sentence {
    let start = Sentence::default().plain(parties().no_commitment());
    start.plain(" The figures are of the money alone.")
}

pub(super) fn payback(inputs: &Inputs, outcome: &Outcome, before: &str) -> Sentence {
    let start = |words: &str| Sentence::default().plain(&capitalised(&format!("{before}{words}")));
    let horizon = years_in_words(inputs.horizon_years);
    let first = outcome.payback.first_crossing;
    match (outcome.payback.status, outcome.payback.years, first) {
        (PaybackStatus::Immediate, ..) => start("the cash balance never falls below zero."),
        (PaybackStatus::PaidBack, Some(time), Some(first)) if years(first) != years(time) => {
            let passing = start("the cash is back after ").strong(years(first)).plain(" but not for good until ");
            passing.strong(years(time)).plain(" have passed.")
        }
        (PaybackStatus::PaidBack, Some(time), _) if time < 0.05 => start("the cash is recovered within a month."),
        (PaybackStatus::PaidBack, Some(time), _) => start("the cash is recovered in ").strong(years(time)).plain("."),
        (_, _, Some(first)) => {
            let passing = start("the cash is back after ").strong(years(first));
            passing.plain(&format!(" but is short again after {horizon}")).then_missing(outcome)
        }
        _ if is_even(outcome.net_total_b) => start(&format!("after {horizon} the cash is just short of recovered.")),
        _ => {
            let missing = start(&format!("after {horizon} ")).strong(MONEY.minus(-outcome.net_total_b));
            missing.plain(" of the cash is still not recovered.")
        }
    }
}

impl Sentence {
    /// Closes a sentence with what is missing in the end, if that shows.
    fn then_missing(self, outcome: &Outcome) -> Self {
        if is_even(outcome.net_total_b) {
            return self.plain(".");
        }
        self.plain(", by ").strong(MONEY.minus(-outcome.net_total_b)).plain(".")
    }
}

/// The margin that brings the NPV to zero; where no margin enters, the adoption.
fn break_even(inputs: &Inputs, outcome: &Outcome, without: &str) -> Sentence {
    let start = |words: &str| Sentence::default().plain(&capitalised(words));
    let assumed = |sentence: Sentence| {
        sentence.plain("; you assume ").input("commit_margin", PERCENT.trimmed(inputs.commit_margin)).plain(".")
    };
    match (outcome.break_even.commit_margin_status, outcome.break_even.commit_margin) {
        (MarginStatus::Ok, Some(margin)) => {
            let margin = percent(margin);
            let article = article(&margin);
            let start = if outcome.npv_b < 0.0 {
                start(&format!("to break even {without}the commit must earn {article} "))
            } else {
                start(&format!("{without}the commit breaks even at {article} "))
            };
            assumed(start.strong(margin).plain(" margin"))
        }
        (MarginStatus::AlreadyPositiveAtZero, _) => {
            assumed(start(&format!("{without}the deal is ahead even if the commit earns no margin")))
        }
        (MarginStatus::Impossible, _) => {
            assumed(start(&format!("{without}even a margin of 100% on the commit would not break even")))
        }
        _ => break_even_adoption(inputs, outcome, without),
    }
}

fn break_even_adoption(inputs: &Inputs, outcome: &Outcome, without: &str) -> Sentence {
    let start = |words: &str| Sentence::default().plain(&capitalised(words));
    match (outcome.break_even.adoption_status, outcome.break_even.adoption_ceiling) {
        (AdoptionStatus::Ok, Some(adoption)) => {
            let start = if outcome.npv_b < 0.0 {
                start(&format!("to break even {without}adoption must reach "))
            } else {
                start(&format!("{without}the deal breaks even at a final adoption of "))
            };
            let assumed = PERCENT.trimmed(inputs.adoption_ceiling);
            start.strong(percent(adoption)).plain("; you assume ").input("adoption_ceiling", assumed).plain(".")
        }
        (AdoptionStatus::AlreadyPositive, _) => {
            start(&format!("{without}the deal is ahead even without a new adopter."))
        }
        (AdoptionStatus::Unreachable, _) => {
            start(&format!("{without}even adoption by every customer would not break even."))
        }
        _ if inputs.lens == Lens::Capex => unit_margins(outcome),
        _ => start("neither margin nor adoption enters the result."),
    }
}

/// Where capacity is bought, the margin follows from price and cost.
fn unit_margins(outcome: &Outcome) -> Sentence {
    let start = Sentence::default().plain("Price and cost leave a margin of ");
    let middle = start.strong(percent(outcome.gw.unit_operating_margin)).plain(" before and ");
    middle.strong(percent(outcome.gw.unit_economic_margin)).plain(" after the cost of capital.")
}

fn share(inputs: &Inputs, outcome: &Outcome) -> Sentence {
    let share = &outcome.commit_share;
    if inputs.commit_total_b <= 0.0 {
        return Sentence::default().plain(super::parties().no_commitment());
    }
    let yearly = MONEY.trimmed(share.per_year_b);
    let start = if inputs.commit_shape == CommitShape::Flat {
        format!("The {yearly}-a-year commitment is ")
    } else {
        format!("The commitment, {yearly} a year on average, is ")
    };
    let run_rate = MONEY.trimmed(inputs.arr0_b);
    Sentence::default()
        .plain(&start)
        .strong(percent(share.headline))
        .plain(&format!(" of {}’s {run_rate} run-rate today and ", parties().lab))
        .strong(percent(share.last_year))
        .plain(&format!(" of its revenue in year {}.", inputs.commit_years))
}
