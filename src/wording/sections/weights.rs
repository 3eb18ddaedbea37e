//! The scenarios, weighted.

use super::super::numbers::{WHOLE_PERCENT, list, money_signed};
use super::super::parties;
use super::treated;
use crate::analysis::weights::{Weighed, Weighing};
use crate::catalog::Scenario;
use crate::model::Stake;

/// The finding.
#[must_use]
pub fn title(weighing: &Weighing) -> String {
    if weighing.is_open {
        return "The commitment is not stated: every scenario counts the money alone".to_owned();
    }
    format!("Weighted, the three scenarios give {}", money_signed(weighing.npv_b))
}

/// What the table shows, in which unit.
#[must_use]
pub fn sub(stake: Stake) -> String {
    let stake = treated(stake);
    format!("NPV {stake}, $B, by scenario")
}

/// The name of a weight: "Weight of A margins hold".
#[must_use]
pub fn name(scenario: &Scenario) -> String {
    format!("Weight of {}", scenario.chip)
}

/// What the weights give, with the article's own labels.
#[must_use]
pub fn sentence(weighing: &Weighing) -> String {
    let parts: Vec<String> = weighing
        .scenarios
        .iter()
        .map(|weighed| {
            let Weighed { scenario, weight, npv_b, .. } = weighed;
            format!("{} {} ({}) {}", WHOLE_PERCENT.minus(*weight), scenario.id, scenario.label, money_signed(*npv_b))
        })
        .collect();
    format!("With these weights the NPV is {}: {}.", money_signed(weighing.npv_b), list(&parts))
}

/// What the scenarios that draw less would give if all money were drawn.
#[must_use]
pub fn full_draw(weighing: &Weighing) -> Option<String> {
    let less: Vec<&Weighed> = weighing.scenarios.iter().filter(|weighed| weighed.full_draw_b.is_some()).collect();
    if less.is_empty() {
        return None;
    }
    let names: Vec<String> = less.iter().map(|weighed| weighed.scenario.id.to_owned()).collect();
    let values: Vec<String> = less.iter().filter_map(|weighed| weighed.full_draw_b).map(money_signed).collect();
    let draw = if less.len() == 1 { "draws" } else { "draw" };
    Some(format!(
        "{} {draw} only part of the contingent money: at full draw {}, and the weighted NPV {}.",
        list(&names),
        list(&values),
        money_signed(weighing.full_draw_b)
    ))
}

/// Where the labels come from, and that the weights do not.
#[must_use]
pub fn note() -> String {
    let each = match parties().start.deal() {
        Some(_) => "Each scenario as it is defined, not with your changes.",
        None => "Each scenario on the terms of your own deal, not with your other changes.",
    };
    format!(
        "“Most likely”, “risk” and “tail risk” are one article’s words; no source gives probabilities, so the weights \
         are yours. {each}"
    )
}
