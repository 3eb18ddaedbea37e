//! The worked lines of simulation and tornado.

use super::super::sections::{short_value, tornado as bars};
use super::Deal;
use crate::analysis::marginals::{Drawn, Marginal, Overrides, around};
use crate::analysis::objective::Objective;
use crate::analysis::tornado as analysis;

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

/// The three widest bars.
pub(super) fn tornado(deal: &Deal) -> Vec<String> {
    analysis::tornado(deal.inputs, Objective::DEAL)
        .bars
        .iter()
        .take(3)
        .map(|bar| bars::bar_words(Objective::DEAL, bar))
        .collect()
}
