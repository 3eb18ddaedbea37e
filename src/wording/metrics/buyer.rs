//! The worked lines of the buyer's figures.

use super::super::numbers::{MILLIONS, PERCENT};
use super::super::sections::short_value;
use super::side_shown as shown;
use crate::catalog::{Side, Unit};
use crate::model::Inputs;
use crate::model::buyer::{BuyerOutcome, BuyerYear, commit_benefit, evaluate, exposures};

/// More years than this are not all written out.
const MOST_YEARS: usize = 6;

/// A rate or a share that the reader typed.
fn rate(decimal: f64) -> String {
    short_value(Unit::Percent, decimal)
}

fn figure(id: &str, inputs: &Inputs) -> String {
    shown(Side::Buyer, id, inputs)
}

/// A value of each year: "4.5, 2.3, −0.5".
fn years(outcome: &BuyerOutcome, value: fn(&BuyerYear) -> f64) -> String {
    let all: Vec<String> = outcome.rows.iter().map(|row| MILLIONS.bare(value(row))).collect();
    match all.as_slice() {
        [start @ .., last] if all.len() > MOST_YEARS => {
            format!("{}, …, {last}", start.get(..MOST_YEARS - 2).unwrap_or_default().join(", "))
        }
        _ => all.join(", "),
    }
}

pub(super) fn npv(inputs: &Inputs) -> Vec<String> {
    let outcome = evaluate(inputs);
    let [benefit, saving, leaving] =
        [outcome.pv_commit_benefit_m, outcome.pv_infra_saving_m, outcome.expected_switching_m]
            .map(|part| MILLIONS.minus(part));
    vec![format!(
        "{benefit} commitment + {saving} claimed saving − {leaving} switching = {}",
        figure("buyer-npv", inputs)
    )]
}

pub(super) fn benefit(inputs: &Inputs) -> Vec<String> {
    let outcome = evaluate(inputs);
    let rate = rate(inputs.buyer.buyer_discount_rate);
    vec![
        format!("Pay-as-you-go by year, $M: {}", years(&outcome, |row| row.payg)),
        format!("Contract by year, $M: {}", years(&outcome, |row| row.contract_cost)),
        format!("Their difference, discounted at {rate} = {}", figure("commit-benefit", inputs)),
    ]
}

pub(super) fn break_even(inputs: &Inputs) -> Vec<String> {
    let outcome = evaluate(inputs);
    let shown = figure("break-even-usage", inputs);
    let at = |usage: f64| MILLIONS.minus(commit_benefit(inputs, usage));
    let ends = format!("Worth {} unused and {} at 300% usage", at(0.0), at(3.0));
    match outcome.break_even_usage {
        Some(_) => vec![ends, format!("It passes zero at {shown}")],
        None => vec![ends, format!("It does not pass zero from below: {shown}")],
    }
}

pub(super) fn share(inputs: &Inputs) -> Vec<String> {
    let (outcome, buyer) = (evaluate(inputs), &inputs.buyer);
    let [commit, demand] = [buyer.commit_m, buyer.demand_m].map(|value| short_value(Unit::MillionUsd, value));
    let [usage, discount] = [buyer.usage_realised, buyer.discount].map(rate);
    let full = outcome
        .full_discount_usage
        .map(|full| format!("Full discount: {commit} / ((1 − {discount}) × {demand}) = {}", PERCENT.minus(full)));
    let shown = figure("demand-share", inputs);
    let end = if outcome.commit_share_of_demand.is_some() { " = " } else { ": " };
    full.into_iter().chain([format!("{commit} / ({demand} × {usage}){end}{shown}")]).collect()
}

pub(super) fn shortfall(inputs: &Inputs) -> Vec<String> {
    let outcome = evaluate(inputs);
    let billed = rate(inputs.buyer.shortfall_rate);
    vec![
        format!("Commitment by year, $M: {}", years(&outcome, |row| row.commit)),
        format!("Spend by year, $M: {}", years(&outcome, |row| row.contract_spend)),
        format!("What is missing, {billed} of it billed: {}", figure("shortfall", inputs)),
    ]
}

pub(super) fn exposure(inputs: &Inputs) -> Vec<String> {
    let outcome = evaluate(inputs);
    let shown = figure("exit-exposure", inputs);
    let all = exposures(inputs, &outcome.rows);
    let Some(leaving) = all.iter().find(|leaving| leaving.year == inputs.buyer.switch_year) else {
        return vec![format!("The year of the switch is outside the term: {shown}")];
    };
    let [work, both, owed] = [leaving.work_m, leaving.both_m, leaving.owed_m].map(|part| MILLIONS.minus(part));
    vec![format!("{work} work + {both} both platforms + {owed} still owed = {shown}")]
}
