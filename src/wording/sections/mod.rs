//! What the sections under the first charts say: titles that are findings while they hold, sentences, notes and labels.
//!
//! | file | what it words |
//! |---|---|
//! | [`bridge`] | where the NPV comes from |
//! | [`ladder`] | from revenue to present value, for each dollar of new money |
//! | [`tornado`] | how far each input moves the NPV |
//! | [`histogram`] | what the simulation says |
//! | [`ranges`] | how the drawn inputs scatter, and what is set for the draws |
//! | [`grid`] | the NPV over two inputs |
//! | [`gigawatts`] | the commitment against the stated capacity |
//! | [`deals`] | all deals beside each other |
//! | [`lenses`] | both lenses, the circular part of the money, double counting |
//! | [`weights`] | the scenarios, weighted |
//! | [`obligations`], [`burden`] | what the lab owes, in dollars and against its revenue |
//! | [`contract`], [`usage`], [`exposure`] | the buyer's commitment by year, by usage, by the year of leaving |
//! | [`clauses`] | what each clause of the buyer's contract is worth |
//! | [`folded`] | a section in a line, where it folds |
//! | [`pins`] | a pinned case against the present one |

pub mod bridge;
pub mod burden;
pub mod clauses;
pub mod contract;
pub mod deals;
pub mod exposure;
pub mod folded;
pub mod gigawatts;
pub mod grid;
pub mod histogram;
pub mod ladder;
pub mod lenses;
pub mod obligations;
pub mod pins;
pub mod ranges;
pub mod tornado;
pub mod usage;
pub mod weights;

use super::findings::lens;
use super::numbers::{Format, MILLIONS, PERCENT, short_box_text};
use super::parties;
use crate::analysis::objective::Objective;
use crate::catalog::Unit;
use crate::model::{Inputs, Stake};

/// What every chart names: lens, rate and number of assumptions.
#[must_use]
pub fn basis(inputs: &Inputs) -> String {
    let rate = PERCENT.trimmed(inputs.discount_rate);
    format!("{}, {rate} discount rate, {} assumptions.", lens(inputs), parties().start.assumptions())
}

/// How the shares are treated, behind "NPV".
fn treated(stake: Stake) -> &'static str {
    match stake {
        Stake::LeftOut => "before the stake",
        Stake::AtCost => "with the stake at cost",
        Stake::ModelledExit => "with the stake at the modelled exit",
    }
}

/// What an objective is called: "NPV", "Headroom".
#[must_use]
pub const fn objective_name(objective: Objective) -> &'static str {
    match objective {
        Objective::Npv(_) | Objective::BuyerNpv => "NPV",
        Objective::LabHeadroom => "Headroom",
    }
}

/// The same inside a sentence.
pub(super) const fn objective_inside(objective: Objective) -> &'static str {
    match objective {
        Objective::Npv(_) | Objective::BuyerNpv => "NPV",
        Objective::LabHeadroom => "headroom",
    }
}

/// How amounts of an objective are written: "$0.7B", "$4.9M".
#[must_use]
pub const fn objective_format(objective: Objective) -> Format {
    Format::of(objective.unit())
}

/// What a chart of an objective names: rate, lens and number of assumptions.
pub(super) fn objective_basis(objective: Objective, inputs: &Inputs) -> String {
    super::side::basis(objective.side(), inputs)
}

/// An amount of an objective as read aloud, shorter than with all its words: "minus 0.7 billion".
pub(super) fn objective_aloud(objective: Objective, value: f64) -> String {
    match objective {
        Objective::Npv(_) | Objective::LabHeadroom => super::findings::aloud(value),
        Objective::BuyerNpv => MILLIONS.spoken(value),
    }
}

/// The value of an input at a bar or an axis: "14%", "$30k", "6x".
#[must_use]
pub fn short_value(unit: Unit, value: f64) -> String {
    let text = short_box_text(unit, value);
    let (before, after) = match unit {
        Unit::BillionUsd | Unit::BillionUsdPerGw | Unit::BillionUsdPerGwYear => ("$", "B"),
        Unit::MillionUsd => ("$", "M"),
        Unit::ThousandUsd => ("$", "k"),
        Unit::Percent | Unit::PercentPerYear => ("", "%"),
        Unit::Multiple => ("", "x"),
        Unit::Gigawatt => ("", " GW"),
        Unit::Years | Unit::Months | Unit::Count | Unit::Plain | Unit::Choice => ("", ""),
    };
    match text.strip_prefix(super::numbers::MINUS) {
        Some(digits) => format!("{}{before}{digits}{after}", super::numbers::MINUS),
        None => format!("{before}{text}{after}"),
    }
}

/// A name inside a sentence: "Final adoption" as "final adoption", but "NPV" as it is.
pub(super) fn inside(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}
