//! Where the NPV comes from.

use super::super::findings::aloud;
use super::super::is_even;
use super::super::numbers::{PERCENT, list, percent};
use super::basis;
use crate::model::{Inputs, Lens, Outcome};

/// A part of the NPV, or a sum of those before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub name: &'static str,
    /// $B.
    pub value_b: f64,
    /// Whether it is a sum.
    pub is_total: bool,
}

/// The parts in their order, with the NPV before and with the shares. Parts of zero are left out.
#[must_use]
pub fn parts(outcome: &Outcome) -> Vec<Part> {
    let parts = &outcome.npv_parts_b;
    let part = |name, value_b| Part { name, value_b, is_total: false };
    let sum = |name, value_b| Part { name, value_b, is_total: true };
    let equity = outcome.npv_with_equity_b - outcome.npv_b;
    let mut all = vec![
        part("Investment", parts.investment),
        part("Commit", parts.commit_after_tax),
        part("Shortfall collected", parts.shortfall_after_tax),
        part("Stranded capacity", parts.stranded_after_tax),
        part("Enterprise", parts.enterprise_after_tax),
        part("Machines", parts.capex),
        part("Resale of machines", parts.residual),
        sum("NPV", outcome.npv_b),
        part("Equity", equity),
    ];
    all.retain(|part| part.is_total || part.value_b != 0.0);
    if equity != 0.0 {
        all.push(sum("NPV with equity", outcome.npv_with_equity_b));
    }
    all
}

/// Whether the commit alone covers what is put in.
#[must_use]
pub fn title(inputs: &Inputs, outcome: &Outcome) -> String {
    let parts = &outcome.npv_parts_b;
    if is_even(parts.investment + parts.capex) {
        return "What the NPV is made of".to_owned();
    }
    let put_in = match inputs.lens {
        Lens::Margin => "the investment",
        Lens::Capex => "investment and machines",
    };
    if inputs.commit_total_b <= 0.0 {
        return format!("There is no commit to cover {put_in}");
    }
    let alone = outcome.break_even.npv_without_enterprise;
    match alone {
        _ if is_even(alone) => format!("The commit alone just about covers {put_in}"),
        _ if alone > 0.0 => format!("The commit alone covers {put_in}"),
        _ if outcome.npv_b > 0.0 && !is_even(outcome.npv_b) => {
            format!("The commit alone does not cover {put_in}; with enterprise revenue it is covered")
        }
        _ => format!("The commit alone does not cover {put_in}"),
    }
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub() -> String {
    "Where the NPV comes from, $B, present value after tax".to_owned()
}

/// How the stake is valued, and what the chart rests on.
#[must_use]
pub fn note(inputs: &Inputs, outcome: &Outcome) -> String {
    let stake = if outcome.equity.inside_horizon {
        let (stake, haircut) = (percent(outcome.equity.stake_at_exit), PERCENT.trimmed(inputs.equity_haircut));
        format!("Equity: {stake} stake at exit, {haircut} haircut.")
    } else {
        format!("The exit in year {} is after the horizon, so the stake adds nothing.", inputs.exit_year)
    };
    format!("Rounded parts may not add up. {stake} {}", basis(inputs))
}

/// The chart in one sentence.
#[must_use]
pub fn label(outcome: &Outcome) -> String {
    let say = |part: &Part| format!("{} {}", super::inside(part.name), aloud(part.value_b));
    let all = parts(outcome);
    let single: Vec<String> = all.iter().filter(|part| !part.is_total).map(say).collect();
    let sums: Vec<String> = all.iter().filter(|part| part.is_total).map(say).collect();
    let sums = sums.join(", ");
    if single.is_empty() {
        return format!("Chart of the parts of the NPV: {sums}.");
    }
    format!("Chart of the parts of the NPV: {}; {sums}.", list(&single))
}
