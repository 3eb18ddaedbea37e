//! The buyer's own commitment in words: what it is worth, where that comes from, and what leaving would cost.

use super::key_figures::KeyFigure;
use super::numbers::{MILLIONS, MONEY, PERCENT, article, percent, years_in_words};
use super::sections::short_value;
use super::{Sentence, Span, Tone, is_even};
use crate::analysis::flip::flip;
use crate::analysis::objective::Objective;
use crate::analysis::track::Question;
use crate::catalog::{Proportion, Side, Unit};
use crate::model::Inputs;
use crate::model::buyer::{BuyerOutcome, commit_benefit};

/// From so many millions on prose speaks of billions: below, the figures beside it are in millions as well.
const TEN_BILLION: f64 = 10_000.0;
/// Millions in a billion.
const BILLION: f64 = 1000.0;

/// Below this part of the commitment a result is "about even": another guess turns its sign.
const ABOUT_EVEN: f64 = 0.02;

/// Whose side, which time, which money: the line above the verdict.
#[must_use]
pub fn kicker(inputs: &Inputs) -> String {
    format!("Your side, a contract of {}, before tax", years_in_words(inputs.buyer.term_years))
}

/// Millions in prose: "$4.9M", "−$1,041.5M", and from ten thousand on "$12.3B".
#[must_use]
pub fn money(millions: f64) -> String {
    if is_in_millions(millions) { MILLIONS.minus(millions) } else { MONEY.minus(millions / BILLION) }
}

/// The same without needless zeros, for sums that follow from what is told: "$149M".
#[must_use]
pub fn told(millions: f64) -> String {
    if is_in_millions(millions) { MILLIONS.trimmed(millions) } else { MONEY.trimmed(millions / BILLION) }
}

/// A sum that the reader typed, as its box shows it: "$45M", "$137.25M".
#[must_use]
pub fn typed(millions: f64) -> String {
    if is_in_millions(millions) {
        short_value(Unit::MillionUsd, millions)
    } else {
        short_value(Unit::BillionUsd, millions / BILLION)
    }
}

fn is_in_millions(millions: f64) -> bool {
    millions.abs() < TEN_BILLION - 0.05
}

/// A rate or a share that the reader typed, as its box shows it.
fn rate(decimal: f64) -> String {
    short_value(Unit::Percent, decimal)
}

/// How far from even: "$4.9M ahead", "$41.5M short", "about even".
fn balance(millions: f64) -> String {
    match millions {
        _ if is_even(millions) => "about even".to_owned(),
        _ if millions < 0.0 => format!("{} short", money(-millions)),
        _ => format!("{} ahead", money(millions)),
    }
}

/// What the commitment is worth to the buyer, in one sentence.
#[must_use]
pub fn verdict(inputs: &Inputs, outcome: &BuyerOutcome) -> Vec<Span> {
    let buyer = &inputs.buyer;
    let start = Sentence::default().plain("On these assumptions ");
    let what = if is_even(buyer.commit_m) {
        start.plain("a contract without a commitment would leave you ")
    } else {
        let yearly = start.plain("your commitment of ").input("commit_m", typed(buyer.commit_m));
        yearly.plain(if is_even(outcome.total_commit_m - buyer.commit_m * f64::from(buyer.term_years)) {
            " a year would leave you "
        } else {
            " in the first year would leave you "
        })
    };
    let rate = rate(buyer.buyer_discount_rate);
    let worth = what.number(Tone::of(outcome.npv_m), balance(outcome.npv_m));
    let over = worth.plain(&format!(" over {} at {} ", years_in_words(buyer.term_years), article(&rate)));
    over.input("buyer_discount_rate", rate).plain(" discount rate.").spans()
}

/// The parts, the usage at which the commitment alone breaks even, and what leaving would cost.
#[must_use]
pub fn second(inputs: &Inputs, outcome: &BuyerOutcome) -> Vec<Span> {
    parts(inputs, outcome).then(break_even(inputs, outcome)).then(leaving(inputs, outcome)).spans()
}

fn parts(inputs: &Inputs, outcome: &BuyerOutcome) -> Sentence {
    let benefit = outcome.pv_commit_benefit_m;
    let start = Sentence::default().plain("Against paying as you go the commitment alone ");
    let start = match benefit {
        _ if is_even(benefit) => start.strong("changes nothing".to_owned()),
        _ if benefit < 0.0 => start.plain("costs ").number(Tone::Loss, money(-benefit)),
        _ => start.plain("saves ").number(Tone::Gain, money(benefit)),
    };
    let saving = outcome.pv_infra_saving_m;
    let start = if is_even(saving) {
        start.plain(", no claimed saving is counted")
    } else {
        let counted = start.plain(", the vendor’s claimed saving adds ").strong(money(saving)).plain(" (");
        let claim = counted.input("saving_realised", rate(inputs.buyer.saving_realised)).plain(" of ");
        claim.input("saving_pct", rate(inputs.buyer.saving_pct)).plain(")")
    };
    if is_even(outcome.expected_switching_m) {
        return start.plain(", and no cost of switching is expected.");
    }
    start.plain(", and expected switching takes ").strong(money(outcome.expected_switching_m)).plain(".")
}

/// Why there is, or is not, a usage at which the commitment alone breaks even.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum BreakEven {
    /// At this usage.
    At(f64),
    /// The contract is never dearer than paying as one goes: nothing is billed for what is not used.
    NeverBehind,
    /// Nothing is billed for what is not used either, but what is used costs more.
    AheadUnused,
    /// It never saves anything.
    NeverAhead,
}

impl BreakEven {
    pub(super) fn of(inputs: &Inputs, outcome: &BuyerOutcome) -> Self {
        /// The most usage that the model looks at.
        const MOST: f64 = 3.0;
        match outcome.break_even_usage {
            Some(usage) => Self::At(usage),
            None if commit_benefit(inputs, 0.0) < 0.0 => Self::NeverAhead,
            None if commit_benefit(inputs, MOST) < 0.0 => Self::AheadUnused,
            None => Self::NeverBehind,
        }
    }
}

fn break_even(inputs: &Inputs, outcome: &BuyerOutcome) -> Sentence {
    let assumed = rate(inputs.buyer.usage_realised);
    let start = Sentence::default();
    match BreakEven::of(inputs, outcome) {
        BreakEven::At(usage) => {
            let at =
                start.plain("On its own it breaks even at a usage of ").strong(percent(usage)).plain("; you assume ");
            at.input("usage_realised", assumed).plain(".")
        }
        BreakEven::NeverBehind => start.plain("On its own it is never dearer than paying as you go, at any usage."),
        BreakEven::AheadUnused => {
            start.plain("Unused it costs nothing, and any use makes it dearer than paying as you go.")
        }
        BreakEven::NeverAhead => start.plain("On its own it never breaks even, at any usage up to 300%."),
    }
}

fn leaving(inputs: &Inputs, outcome: &BuyerOutcome) -> Sentence {
    let start = Sentence::default();
    let year = inputs.buyer.switch_year;
    match outcome.exit_exposure_m {
        Some(exposure) => {
            let when = start.plain("Leaving in year ").input("switch_year", year.to_string()).plain(" would cost ");
            when.strong(money(exposure)).plain(".")
        }
        None => start.plain("No switch is assumed inside the term."),
    }
}

/// Short sentences for the lines under the verdict, the most urgent first.
#[must_use]
pub fn notes(inputs: &Inputs, outcome: &BuyerOutcome) -> Vec<String> {
    let points = [
        near(inputs, outcome),
        only_by_claim(outcome),
        shortfall(outcome),
        claim(outcome),
        falling(inputs),
        lock(inputs),
    ];
    points.into_iter().flatten().collect()
}

/// That another guess turns the sign, and a guess of what.
fn near(inputs: &Inputs, outcome: &BuyerOutcome) -> Option<String> {
    const GUESSES: [(&str, &str); 2] = [("usage_realised", "usage"), ("price_drift", "price")];
    let near = outcome.npv_m.abs() < ABOUT_EVEN * outcome.total_commit_m;
    near.then(|| {
        let turning = GUESSES.into_iter().filter(|(id, _)| turns(inputs, id)).map(|(_, name)| name);
        match turning.collect::<Vec<_>>().as_slice() {
            [] => "About even: less than 2% of all that you commit to.".to_owned(),
            names => format!("About even: a few percent of {} can turn the sign.", names.join(" or ")),
        }
    })
}

/// Whether the NPV is zero at a value of an input that is a few points away.
fn turns(inputs: &Inputs, id: &str) -> bool {
    const FEW: f64 = 0.05;
    let Some(control) = Side::Buyer.control(id) else { return false };
    let question = Question { inputs, proportion: Proportion::default(), control, objective: Objective::BuyerNpv };
    flip(&question).is_some_and(|zero| (zero - control.get(inputs)).abs() <= FEW)
}

/// Where the sign hangs on the claimed saving.
fn only_by_claim(outcome: &BuyerOutcome) -> Option<String> {
    let without = outcome.npv_m - outcome.pv_infra_saving_m;
    (outcome.npv_m > 0.0 && without < 0.0 && !is_even(without))
        .then(|| format!("Without the claimed saving you would be {}.", balance(without)))
}

fn shortfall(outcome: &BuyerOutcome) -> Option<String> {
    let paid = outcome.total_shortfall_m;
    let years = outcome.rows.iter().filter(|row| row.shortfall > 0.0).count();
    (!is_even(paid)).then(|| {
        let span = years_in_words(u32::try_from(years).unwrap_or(u32::MAX));
        format!("{} is paid for usage that never comes, in {span}.", money(paid))
    })
}

fn claim(outcome: &BuyerOutcome) -> Option<String> {
    (!is_even(outcome.pv_infra_saving_m)).then(|| {
        "The saving is a claim: one case, published by the vendor, about one workload; no public report confirms it."
            .to_owned()
    })
}

fn falling(inputs: &Inputs) -> Option<String> {
    let buyer = &inputs.buyer;
    (buyer.price_drift > 0.0 && buyer.price_match < 1.0 && buyer.term_years > 1).then(|| {
        let matched = if buyer.price_match > 0.0 {
            format!("{} of which reaches you", rate(buyer.price_match))
        } else {
            "none of which reaches you without a price match".to_owned()
        };
        format!("Market prices fall by {} a year, {matched}.", rate(buyer.price_drift))
    })
}

fn lock(inputs: &Inputs) -> Option<String> {
    let buyer = &inputs.buyer;
    let lock = buyer.lock_in_after_year;
    (lock > 0 && lock < buyer.term_years && buyer.price_match > 0.0 && buyer.price_drift > 0.0)
        .then(|| format!("Price cuts after year {lock} stay with the cloud."))
}

/// What a lock-in after a year needs before it changes anything; nothing while it has that.
#[must_use]
pub fn lock_in_needs(inputs: &Inputs, after: u32) -> Option<String> {
    let buyer = &inputs.buyer;
    let term = format!("a term beyond year {after}");
    match (buyer.price_match > 0.0, buyer.term_years > after) {
        _ if buyer.price_drift == 0.0 => Some("Changes nothing while market prices do not move.".to_owned()),
        (false, false) => Some(format!("A lock-in needs a price match and {term}.")),
        (false, true) => Some("A lock-in needs a price match.".to_owned()),
        (true, false) => Some(format!("A lock-in needs {term}.")),
        (true, true) => None,
    }
}

/// NPV, the commitment alone, break-even usage, share of demand, shortfall, exit exposure.
#[must_use]
pub fn key_figures(inputs: &Inputs, outcome: &BuyerOutcome) -> Vec<KeyFigure> {
    vec![
        npv(outcome),
        benefit(outcome),
        usage(inputs, outcome),
        share(outcome),
        paid_unused(outcome),
        exposure(inputs, outcome),
    ]
}

fn sum(id: &'static str, label: &'static str, millions: f64, context: Vec<String>) -> KeyFigure {
    KeyFigure { tone: Tone::of(millions), ..KeyFigure::number(id, label, &MILLIONS, millions, context) }
}

fn npv(outcome: &BuyerOutcome) -> KeyFigure {
    let saving = format!("claimed saving {}", MILLIONS.signed(outcome.pv_infra_saving_m));
    let leaving = format!("switching {}", MILLIONS.signed(-outcome.expected_switching_m));
    sum("buyer-npv", "NPV", outcome.npv_m, vec![saving, leaving])
}

fn benefit(outcome: &BuyerOutcome) -> KeyFigure {
    let context = vec!["against paying as you go".to_owned()];
    sum("commit-benefit", "Commitment alone", outcome.pv_commit_benefit_m, context)
}

fn usage(inputs: &Inputs, outcome: &BuyerOutcome) -> KeyFigure {
    let (id, label) = ("break-even-usage", "Break-even usage");
    let word = |word, why: &str| KeyFigure::word(id, label, word, vec![why.to_owned()]);
    match BreakEven::of(inputs, outcome) {
        BreakEven::At(usage) => {
            let assumed = format!("you assume {}", rate(inputs.buyer.usage_realised));
            KeyFigure::number(id, label, &PERCENT, usage, vec!["of the commitment alone".to_owned(), assumed])
        }
        BreakEven::NeverBehind => word("None needed", "never dearer than paying as you go"),
        BreakEven::AheadUnused => word("None", "any use is dearer than paying as you go"),
        BreakEven::NeverAhead => word("Never", "dearer than paying as you go up to 300%"),
    }
}

fn share(outcome: &BuyerOutcome) -> KeyFigure {
    let (id, label) = ("demand-share", "Share of demand");
    let mut context: Vec<String> = outcome
        .full_discount_usage
        .map(|usage| format!("no shortfall from {} usage", percent(usage)))
        .into_iter()
        .collect();
    context.extend(outcome.commit_share_of_revenue.map(|share| format!("{} of your revenue", percent(share))));
    match outcome.commit_share_of_demand {
        Some(share) => KeyFigure::number(id, label, &PERCENT, share, context),
        None => KeyFigure::word(id, label, "Not defined", vec!["no demand comes true".to_owned()]),
    }
}

fn paid_unused(outcome: &BuyerOutcome) -> KeyFigure {
    let (id, label) = ("shortfall", "Shortfall paid");
    let total = format!("of {} committed", told(outcome.total_commit_m));
    if is_even(outcome.total_shortfall_m) {
        return KeyFigure::word(id, label, "None", vec![total]);
    }
    KeyFigure::number(id, label, &MILLIONS, outcome.total_shortfall_m, vec![total])
}

fn exposure(inputs: &Inputs, outcome: &BuyerOutcome) -> KeyFigure {
    let (id, label) = ("exit-exposure", "Exit exposure");
    match outcome.exit_exposure_m {
        Some(exposure) => {
            let chance = rate(inputs.buyer.switch_prob);
            let context = vec![format!("leaving in year {}", inputs.buyer.switch_year), format!("{chance} likely")];
            KeyFigure::number(id, label, &MILLIONS, exposure, context)
        }
        None => KeyFigure::word(id, label, "No switch", vec!["none inside the term".to_owned()]),
    }
}
