//! What a section says in a line while it is folded away on a small screen.

use super::{ladder, tornado};
use crate::analysis::objective::Objective;
use crate::analysis::tornado::tornado as bars;
use crate::catalog::{CONTRADICTIONS, FACTS, PUBLIC};
use crate::model::{Inputs, Outcome, Stake};
use crate::wording::findings;
use crate::wording::key_figures::key_figures;

/// Of the section on uncertainty: what moves the answer most.
#[must_use]
pub fn how_sure(inputs: &Inputs) -> String {
    tornado::title(inputs, &bars(inputs, Objective::DEAL))
}

/// Of the section on what moves the answer of another side.
#[must_use]
pub fn what_moves_it(inputs: &Inputs, objective: Objective) -> String {
    tornado::title(inputs, &bars(inputs, objective))
}

/// Of the section on what has to be true: from revenue to present value, and where it breaks even.
#[must_use]
pub fn what_must_hold(inputs: &Inputs, outcome: &Outcome) -> String {
    let figures = key_figures(inputs, outcome, Stake::LeftOut);
    let break_even = figures.iter().find(|figure| figure.id == "break-even" && !figure.is_word);
    let margin = break_even.map(|figure| format!("; {} {}", figure.label.to_lowercase(), figure.value));
    ladder::title(outcome) + &margin.unwrap_or_default()
}

/// Of the years: when the cash is back.
#[must_use]
pub fn years(inputs: &Inputs, outcome: &Outcome) -> String {
    findings::cash_title(inputs, outcome)
}

/// Of the sources: how many there are, and how often they disagree.
#[must_use]
pub fn sources() -> String {
    format!("{} contradictions, {} stated facts, {} public points", CONTRADICTIONS.len(), FACTS.len(), PUBLIC.len())
}
