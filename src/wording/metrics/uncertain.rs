//! The worked lines of simulation and tornado, the latter for every side.

use super::super::sections::{short_value, tornado as bars};
use super::Deal;
use crate::analysis::marginals::{Drawn, Marginal, Overrides, around};
use crate::analysis::objective::Objective;
use crate::analysis::tornado as analysis;
use crate::model::Inputs;

/// How each drawn input scatters around its present value.
pub(super) fn simulation(deal: &Deal) -> Vec<String> {
    let drawn = around(deal.inputs, &Overrides::default()).unwrap_or_default();
    drawn.iter().map(scatter).collect()
}

fn scatter(drawn: &Drawn) -> String {
    let shown = |value| short_value(drawn.input.unit, value);
    let range = match drawn.marginal {
        Marginal::Triangular { low, mode, high } => {
            format!("{} to {}, most likely {}", shown(low), shown(high), shown(mode))
        }
        Marginal::Lognormal { median, sigma } => format!("median {}, sigma {sigma}", shown(median)),
    };
    format!("{}: {range}", drawn.input.label)
}

/// The three widest bars of the deal.
pub(super) fn tornado(deal: &Deal) -> Vec<String> {
    widest(deal.inputs, Objective::DEAL)
}

/// The three widest bars of the lab.
pub(super) fn lab(inputs: &Inputs) -> Vec<String> {
    widest(inputs, Objective::LabHeadroom)
}

/// The three widest bars of the buyer.
pub(super) fn buyer(inputs: &Inputs) -> Vec<String> {
    widest(inputs, Objective::BuyerNpv)
}

fn widest(inputs: &Inputs, objective: Objective) -> Vec<String> {
    let all = analysis::tornado(inputs, objective).bars;
    all.iter().take(3).map(|bar| bars::bar_words(objective, bar)).collect()
}
