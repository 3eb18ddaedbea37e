//! What each dollar of new money brings back from the commit alone: revenue, profit, after tax, present value.

use super::super::numbers::{MONEY, PERCENT, RATIO, list, percent};
use super::super::verdict::per_dollar;
use super::super::{is_even, parties};
use super::basis;
use crate::model::{AdoptionModel, Inputs, Lens, MarginStatus, Outcome, evaluate};

/// One step down.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// What comes back.
    pub name: &'static str,
    /// What was taken off since the rung above.
    pub how: String,
    /// For each dollar.
    pub value: f64,
}

/// The rungs; none without new money.
#[must_use]
pub fn rungs(inputs: &Inputs, outcome: &Outcome) -> Vec<Rung> {
    let ladder = &outcome.ladder;
    let margin = match inputs.lens {
        Lens::Margin => format!("{} margin", PERCENT.trimmed(inputs.commit_margin)),
        Lens::Capex => "after running cost and depreciation".to_owned(),
    };
    let rungs = [
        ("Revenue", "the commit".to_owned(), ladder.revenue_per_dollar),
        ("Operating profit", margin, ladder.operating_profit_per_dollar),
        ("After tax", format!("{} tax", PERCENT.trimmed(inputs.tax_rate)), ladder.after_tax_per_dollar),
        (
            "Present value",
            format!("at {} a year", PERCENT.trimmed(inputs.discount_rate)),
            ladder.present_value_per_dollar,
        ),
    ];
    rungs.into_iter().filter_map(|(name, how, value)| Some(Rung { name, how, value: value? })).collect()
}

/// From the headline multiple to what it is worth.
#[must_use]
pub fn title(outcome: &Outcome) -> String {
    let ladder = &outcome.ladder;
    match (ladder.revenue_per_dollar, ladder.present_value_per_dollar) {
        (Some(revenue), Some(present)) if !RATIO.is_zero(revenue) => {
            format!("From {} to {}", RATIO.trimmed(revenue), worth(present))
        }
        _ => "What each dollar of new money brings back".to_owned(),
    }
}

/// What a dollar is worth at the end: "71 cents", "nothing", "a loss".
fn worth(present: f64) -> String {
    match (present * 100.0).round() {
        cents if cents < 0.0 => "a loss".to_owned(),
        0.0 => "nothing".to_owned(),
        _ => per_dollar(present, 0.0),
    }
}

/// The line at which each dollar is back.
#[must_use]
pub fn dollar_back() -> String {
    format!("{} = the dollar back", RATIO.bare(1.0))
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub() -> String {
    "What each dollar of new money brings back from the commit alone, $".to_owned()
}

/// That the multiple is revenue and not return, and what else it can be called.
#[must_use]
pub fn sentence(inputs: &Inputs, outcome: &Outcome) -> Option<String> {
    let revenue = outcome.ladder.revenue_per_dollar.filter(|revenue| !RATIO.is_zero(*revenue))?;
    let present = outcome.ladder.present_value_per_dollar?;
    let head = RATIO.trimmed(revenue);
    let first = match (present * 100.0).round() {
        cents if cents < 0.0 => "after cost, tax and time it loses money".to_owned(),
        0.0 => "after cost, tax and time nothing comes back".to_owned(),
        _ => format!("after cost, tax and time the dollar brings back {}", per_dollar(present, 0.0)),
    };
    let start = format!("{head} is commit revenue for each dollar of new money, not a return: {first}.");
    let others = [
        outcome
            .ratios
            .commit_over_ceiling
            .filter(|_| inputs.milestone_prob < 1.0 && !is_even(inputs.contingent_b))
            .map(|over| format!("{} if all of it is drawn", RATIO.minus(over))),
        outcome
            .ratios
            .commit_over_ceiling_plus_prior
            .filter(|_| !is_even(inputs.prior_invest_b))
            .map(|over| format!("{} with the earlier {}", RATIO.minus(over), MONEY.trimmed(inputs.prior_invest_b))),
        outcome
            .ratios
            .commit_over_immediate
            .filter(|_| !is_even(inputs.contingent_b))
            .map(|over| format!("{} before any milestone", RATIO.minus(over))),
    ];
    let others: Vec<String> = others.into_iter().flatten().collect();
    if others.is_empty() { Some(start) } else { Some(format!("{start} It is {}.", list(&others))) }
}

/// What the commit alone would need, and what the chart rests on.
#[must_use]
pub fn note(inputs: &Inputs) -> String {
    if parties().is_open(inputs) {
        return format!("The commitment is not stated, so no step can be told. {}", basis(inputs));
    }
    if is_even(inputs.new_money_expected_b()) {
        return format!("No enterprise revenue here. {}", basis(inputs));
    }
    let alone = evaluate(&Inputs { adoption_model: AdoptionModel::None, ..*inputs }).break_even;
    let needed = match (alone.commit_margin_status, alone.commit_margin) {
        (MarginStatus::Ok, Some(margin)) => {
            format!(" On the commit alone, break-even needs a margin of {}.", percent(margin))
        }
        (MarginStatus::Impossible, _) => " On the commit alone, no margin up to 100% breaks even.".to_owned(),
        _ => String::new(),
    };
    format!("No enterprise revenue here.{needed} {}", basis(inputs))
}

/// The chart in one sentence.
#[must_use]
pub fn label(inputs: &Inputs, outcome: &Outcome) -> String {
    let start = "Chart of what each dollar of new money brings back";
    if parties().is_open(inputs) {
        return format!("{start}: the commitment is not stated.");
    }
    let rungs: Vec<String> = rungs(inputs, outcome)
        .iter()
        .map(|rung| format!("{} {}", super::inside(rung.name), dollars_aloud(rung.value)))
        .collect();
    if rungs.is_empty() {
        return format!("{start}: no new money is put in.");
    }
    format!("{start}: {}.", list(&rungs))
}

/// "$1.20", "minus $0.13".
fn dollars_aloud(value: f64) -> String {
    let minus = if value < 0.0 && !RATIO.is_zero(value) { "minus " } else { "" };
    format!("{minus}${}", RATIO.bare(value.abs()))
}
