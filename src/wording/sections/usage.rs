//! What the commitment alone is worth at each usage.

use super::super::buyer::BreakEven;
use super::super::numbers::{MILLIONS, PERCENT, percent};
use super::super::side::basis;
use crate::catalog::Side;
use crate::model::Inputs;
use crate::model::buyer::{BuyerOutcome, commit_benefit};

/// The usage up to which the chart reaches, at least.
const MOST: f64 = 1.5;
/// Between two points of the curve.
const STEP: f64 = 0.01;
/// The widest chart: more usage than this is nobody's.
const WIDEST: f64 = 10.0;

/// The right end of the chart: 150%, or the next half beyond the present usage.
#[must_use]
pub fn reach(inputs: &Inputs) -> f64 {
    ((inputs.buyer.usage_realised * 2.0).ceil() / 2.0).clamp(MOST, WIDEST)
}

/// The usages of the curve, from none.
#[must_use]
pub fn usages(inputs: &Inputs) -> Vec<f64> {
    let points = (reach(inputs) / STEP).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a thousand")]
    let points = points as u32;
    (0..=points).map(|at| f64::from(at) / 100.0).collect()
}

/// The usage at which the commitment breaks even, against the assumed one.
#[must_use]
pub fn title(inputs: &Inputs, outcome: &BuyerOutcome) -> String {
    match BreakEven::of(inputs, outcome) {
        BreakEven::At(usage) => format!("On its own the commitment breaks even at {} usage", percent(usage)),
        BreakEven::NeverBehind => "The commitment is never behind, at any usage".to_owned(),
        BreakEven::AheadUnused => "Any use under the contract costs more".to_owned(),
        BreakEven::NeverAhead => "On its own the commitment never breaks even".to_owned(),
    }
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub() -> String {
    "Present value of the commitment alone by the share of demand that comes true, $M".to_owned()
}

/// Why the curve bends, and what is left out.
#[must_use]
pub fn note(inputs: &Inputs, _: &BuyerOutcome) -> String {
    format!(
        "The curve bends where the commitment of a year is used up. Claimed saving and switching are left out. {}",
        basis(Side::Buyer, inputs)
    )
}

/// The chart in one sentence.
#[must_use]
pub fn label(inputs: &Inputs, outcome: &BuyerOutcome) -> String {
    let value =
        |usage: f64| format!("{} at {}", MILLIONS.spoken(commit_benefit(inputs, usage)), PERCENT.trimmed(usage));
    let crossing = match BreakEven::of(inputs, outcome) {
        BreakEven::At(usage) => format!("zero at {}", percent(usage)),
        BreakEven::NeverBehind => "never below zero".to_owned(),
        BreakEven::AheadUnused | BreakEven::NeverAhead => "never above zero".to_owned(),
    };
    let here = value(inputs.buyer.usage_realised);
    let (none, most) = (value(0.0), value(reach(inputs)));
    format!("Chart of the present value of the commitment by usage: {none}, {most}, {crossing}; your case {here}.")
}
