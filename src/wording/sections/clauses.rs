//! What each clause of the buyer's contract is worth: one step in its favour at a time.

use super::super::buyer::money;
use super::super::is_even;
use super::super::numbers::{MILLIONS, capitalised, with_unit};
use super::super::side::basis;
use super::super::tables::{Cell, Table};
use super::{inside, short_value};
use crate::analysis::clauses::{Step, Worth};
use crate::catalog::{Side, Unit};
use crate::model::Inputs;
use crate::model::buyer::BuyerOutcome;

/// The clause whose step is worth most. What owes its worth to something beside the clause is no finding about it.
#[must_use]
pub fn title(worths: &[Worth], inputs: &Inputs, outcome: &BuyerOutcome) -> String {
    let gain = |worth: &Worth| worth.step.map_or(0.0, |step| step.difference_m);
    let is_own = |worth: &&Worth| worth.step.is_none_or(|step| beside(worth, &step, inputs, outcome).is_none());
    let own = worths.iter().filter(is_own);
    let best = own.reduce(|best, next| if gain(next) > gain(best) { next } else { best });
    match best.filter(|best| gain(best) > 0.0 && !is_even(gain(best))) {
        Some(best) => format!("{} is the clause worth most", capitalised(&inside(best.input.label))),
        None => "No clause is worth a step".to_owned(),
    }
}

/// What the table shows.
#[must_use]
pub fn sub() -> String {
    "Each clause one step in your favour, all else held; NPV of the commitment, $M".to_owned()
}

/// What the steps are.
#[must_use]
pub fn note(inputs: &Inputs) -> String {
    format!(
        "The steps are assumptions: what people ask for in one round. Their worth does not add up, since one clause \
         changes what another is worth. {}",
        basis(Side::Buyer, inputs)
    )
}

/// Why a step is worth nothing, or what else must be known of its worth; nothing where it speaks for itself.
#[must_use]
pub fn reason(worth: &Worth, inputs: &Inputs, outcome: &BuyerOutcome) -> Option<String> {
    let Some(step) = worth.step else { return Some("already at the end of its range".to_owned()) };
    if !is_even(step.difference_m) {
        return beside(worth, &step, inputs, outcome).map(ToOwned::to_owned);
    }
    let no_shortfall = is_even(outcome.total_shortfall_m);
    let buyer = &inputs.buyer;
    let words = match worth.input.id {
        "shortfall_rate" | "commit_step" if no_shortfall => "no shortfall to bill",
        "commit_step" if buyer.term_years == 1 => "one year has no step-up",
        "price_match" if buyer.term_years == 1 => "one year sees no fall of prices",
        "price_match" if buyer.price_drift == 0.0 => "prices do not move",
        "price_match" if outcome.rows.iter().any(|row| row.shortfall > 0.0) => {
            "a lower price leaves more of the commitment unused"
        }
        "discount" if outcome.rows.iter().any(|row| row.shortfall > 0.0) => {
            "what is saved on the price is billed as a shortfall"
        }
        _ if is_even(buyer.demand_m * buyer.usage_realised) => "no demand comes true",
        _ => "too little to show",
    };
    Some(words.to_owned())
}

/// Why a step that sounds like a favour costs, or that a shorter term ends before the switch.
fn beside(worth: &Worth, step: &Step, inputs: &Inputs, outcome: &BuyerOutcome) -> Option<&'static str> {
    let switch = f64::from(inputs.buyer.switch_year);
    let leaves = worth.input.id == "term_years" && switch > step.value && !is_even(outcome.expected_switching_m);
    if step.difference_m < 0.0 {
        Some(against(worth.input.id))
    } else {
        leaves.then_some("the expected switch then falls outside the term")
    }
}

fn against(id: &str) -> &'static str {
    match id {
        "term_years" => "a year that was ahead falls away",
        "price_match" => "market prices rise here, and the contract follows",
        _ => "it makes the commitment worth less here",
    }
}

/// "9%", "3 years".
fn value(worth: &Worth, value: f64) -> String {
    match worth.input.unit {
        Unit::Years => with_unit(Unit::Years, value),
        unit => short_value(unit, value),
    }
}

/// The clauses: now, one step on, the NPV then, the difference, and why there is none.
#[must_use]
pub fn table(worths: &[Worth], inputs: &Inputs, outcome: &BuyerOutcome) -> Table {
    let head = Cell::head;
    let line = |worth: &Worth| {
        let number = |read: fn(&Step) -> f64| match worth.step {
            Some(step) => Cell::number(&MILLIONS.without_sign(), read(&step)),
            None => head("–".to_owned()),
        };
        let step = worth.step.map_or_else(|| "–".to_owned(), |step| value(worth, step.value));
        vec![
            head(worth.input.label.to_owned()),
            head(value(worth, worth.present)),
            head(step),
            number(|step| step.npv_m),
            number(|step| step.difference_m),
            head(reason(worth, inputs, outcome).map_or_else(String::new, |reason| capitalised(&reason))),
        ]
    };
    Table {
        caption: "What each clause is worth, one step at a time".to_owned(),
        columns: ["Clause", "Now", "One step on", "NPV then, $M", "Difference, $M", "Remark"]
            .map(str::to_owned)
            .to_vec(),
        rows: worths.iter().map(line).collect(),
    }
}

/// One clause in a sentence, as read aloud.
#[must_use]
pub fn words(worth: &Worth, inputs: &Inputs, outcome: &BuyerOutcome) -> String {
    let start = format!("{}, now {}", worth.input.label, value(worth, worth.present));
    let why = reason(worth, inputs, outcome).map_or_else(String::new, |reason| format!(": {reason}"));
    match worth.step {
        None => format!("{start}{why}."),
        Some(step) if is_even(step.difference_m) => {
            format!("{start}: a step to {} is worth nothing{why}.", value(worth, step.value))
        }
        Some(step) if step.difference_m < 0.0 => {
            format!("{start}: a step to {} costs {}{why}.", value(worth, step.value), money(-step.difference_m))
        }
        Some(step) => {
            format!("{start}: a step to {} is worth {}{why}.", value(worth, step.value), money(step.difference_m))
        }
    }
}
