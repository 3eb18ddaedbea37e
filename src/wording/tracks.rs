//! What stands at the track of a slider: where the objective changes its sign, or that it does not.

use super::numbers::{Format, spoken_input};
use super::sections::{objective_format, objective_inside, short_value};
use crate::analysis::objective::Objective;
use crate::analysis::track::Track;
use crate::catalog::{Control, Kind};

/// Values that differ by less than this, in the unit of the objective, are the same one, but for rounding.
const SAME: f64 = 1e-9;

/// One change of sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The words before the value.
    pub words: &'static str,
    /// The value with its unit.
    pub value: String,
}

/// Every change of sign, rising.
#[must_use]
pub fn crossings(objective: Objective, control: &Control, track: &Track) -> Vec<Crossing> {
    let crossing =
        |value: &f64| Crossing { words: words(objective, control, track, *value), value: short(control, *value) };
    track.crossings.iter().map(crossing).collect()
}

/// A solved number breaks even; the first whole number beyond a crossing is the first on its side. The buyer's commitment
/// has a break-even of its own, without saving and switching: of the whole its NPV is said to be zero.
fn words(objective: Objective, control: &Control, track: &Track, crossing: f64) -> &'static str {
    let there = track.points.iter().find(|point| point.0.to_bits() == crossing.to_bits());
    match (control.kind, there) {
        (Kind::Whole, Some((_, value))) if *value < 0.0 => "below zero from",
        (Kind::Whole, _) => "above zero from",
        _ if objective == Objective::BuyerNpv => "NPV zero at",
        _ => "breaks even at",
    }
}

/// What is said of an objective when there is no change of sign; nothing when there is one.
#[must_use]
pub fn nowhere(objective: Objective, track: &Track) -> Option<&'static str> {
    let sign = track.only_sign()?;
    let (low, high) = track
        .points
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (_, value)| (low.min(*value), high.max(*value)));
    Some(match sign {
        _ if high - low < SAME => match objective {
            Objective::Npv(_) | Objective::BuyerNpv => "does not move the NPV",
            Objective::LabHeadroom => "does not move the headroom",
        },
        true => "positive everywhere",
        false => "negative everywhere",
    })
}

/// A value of an input that was solved, as fine as a reader can use: "31.3%", "$104.5B", "8".
#[must_use]
pub fn short(control: &Control, value: f64) -> String {
    match control.kind {
        Kind::Number => Format::of(control.unit).minus(value),
        Kind::Whole | Kind::Choice(_) => short_value(control.unit, value),
    }
}

/// The same as read aloud.
fn aloud(control: &Control, value: f64) -> String {
    match control.kind {
        Kind::Number => Format::of(control.unit).spoken(value),
        Kind::Whole | Kind::Choice(_) => spoken_input(control.unit, value),
    }
}

/// The track of an objective as read aloud: "breaks even at 31.3 percent", "negative everywhere".
#[must_use]
pub fn spoken(objective: Objective, control: &Control, track: &Track) -> String {
    let each: Vec<String> = track
        .crossings
        .iter()
        .map(|value| format!("{} {}", words(objective, control, track, *value), aloud(control, *value)))
        .collect();
    nowhere(objective, track).map_or_else(|| each.join(", "), ToOwned::to_owned)
}

/// What the slider says: its value, the objective there in its unit, and where it breaks even.
#[must_use]
pub fn value_text(objective: Objective, control: &Control, value: f64, there: f64, track: &str) -> String {
    let amount = objective_format(objective).spoken(there);
    // "dollars" every time would be heard at every step.
    let amount = amount.strip_suffix(" dollars").unwrap_or(&amount);
    format!("{}, {} {amount}, {track}", spoken_input(control.unit, value), objective_inside(objective))
}
