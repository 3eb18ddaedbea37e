//! A pinned case against the present one.

use super::super::numbers::{BILLIONS, Format, PERCENT, RATIO, YEARS, with_unit};
use super::super::objectives;
use crate::analysis::compare::{Comparison, Differences, Line};
use crate::analysis::objective::Objective;
use crate::catalog::Control;

/// What one key figure differs by: "−19.1 points vs A", "as in A". Nothing where one of the two is words.
#[must_use]
pub fn difference(id: &str, differences: &Differences, pin: &str) -> Option<String> {
    let worded = |format: &Format, unit: &str, value: f64| {
        if format.is_zero(value) {
            return format!("as in {pin}");
        }
        let plus = if value > 0.0 { "+" } else { "" };
        format!("{plus}{}{unit} vs {pin}", format.bare(value))
    };
    let points = |value: f64| worded(&PERCENT, " points", value);
    match id {
        "npv" => Some(worded(&BILLIONS, "", differences.npv_b)),
        "irr" => differences.irr.map(points),
        "payback" => differences.payback_years.map(|value| worded(&YEARS, " years", value)),
        "moic" => differences.moic.map(|value| worded(&RATIO, "x", value)),
        "break-even" => differences.break_even.map(points),
        "share" => Some(points(differences.commit_share)),
        _ => None,
    }
}

/// What the objective of a side differs by: "+2.1 vs case 1".
#[must_use]
pub fn difference_of(objective: Objective, by: f64, pin: &str) -> String {
    if objectives::format(objective).is_zero(by) {
        return format!("as in {pin}");
    }
    format!("{} vs {pin}", objectives::signed(objective, by))
}

/// In the place of a difference where one of the two figures is words.
#[must_use]
pub fn no_difference(pin: &str) -> String {
    format!("not comparable to {pin}")
}

/// Whether and by how much the two differ, in what a side wants.
#[must_use]
pub fn title(comparison: &Comparison, pin: &str, objective: Objective) -> String {
    let total = objectives::signed(objective, comparison.total);
    match comparison.lines.len() {
        0 => format!("Your case is the same as {pin}"),
        1 => format!("One input differs from {pin}: {total}"),
        many => format!("{many} inputs differ from {pin}: {total} together"),
    }
}

/// Both values of an input that differs: "30%", "36%".
#[must_use]
pub fn values(line: &Line) -> (String, String) {
    (shown(&line.control, line.pinned), shown(&line.control, line.present))
}

fn shown(control: &Control, value: f64) -> String {
    let choices = control.choices();
    if choices.is_empty() {
        return with_unit(control.unit, value);
    }
    let at = (0_u32..).zip(choices).find(|(at, _)| (f64::from(*at) - value).abs() < 0.5);
    at.map_or_else(String::new, |(_, choice)| choice.label.to_owned())
}

/// In which order the contributions hold.
#[must_use]
pub fn note() -> String {
    "Inputs are switched one after the other, in the order of the page. Where they act on one another, another order \
     would divide the same total differently. Rounded parts may not add up."
        .to_owned()
}
