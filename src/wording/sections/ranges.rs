//! How the drawn inputs scatter, and what a reader may change in it.

use super::super::numbers::{COUNT, PLAIN, with_unit};
use super::histogram::draws;
use super::{inside, short_value};
use crate::analysis::marginals::NotEnclosing;
use crate::analysis::setup::{End, LARGEST_SEED, Setup};
use crate::catalog::{self, Unit};

/// What stands on the button that shows the ranges.
#[must_use]
pub fn summary(setup: &Setup) -> String {
    match setup.changes() {
        0 => "Ranges and correlations".to_owned(),
        1 => "Ranges and correlations, 1 range changed".to_owned(),
        changes => format!("Ranges and correlations, {changes} ranges changed"),
    }
}

/// What the ranges are.
#[must_use]
pub fn lead() -> &'static str {
    "Each input is drawn from a triangle between two ends with its peak at the present value, or from a lognormal curve \
     with the present value as its median. An end that you do not set moves along with the input. \
     Undo is for the inputs; a range goes back with its reset."
}

/// The present value in the middle of a range.
#[must_use]
pub fn middle(input: &catalog::Input, present: f64) -> String {
    short_value(input.unit, present)
}

/// The name of a box: "Margin, low end".
#[must_use]
pub fn name(input: &catalog::Input, end: End) -> String {
    let end = match end {
        End::Low => "low end",
        End::High => "high end",
        End::Sigma => "spread (sigma)",
    };
    format!("{}, {end}", input.label)
}

/// How an end is written: a spread has no unit.
#[must_use]
pub fn unit(input: &catalog::Input, end: End) -> Unit {
    if end == End::Sigma { Unit::Plain } else { input.unit }
}

/// Why an end was refused, beyond its limits.
#[must_use]
pub fn enclose(input: &catalog::Input, end: End, present: f64) -> String {
    match end {
        End::Sigma => String::new(),
        End::Low | End::High => format!(" The ends enclose the present {}.", with_unit(input.unit, present)),
    }
}

/// An end that the present value has passed.
#[must_use]
pub fn passed(fault: &NotEnclosing) -> String {
    let Some(input) = catalog::find(fault.id) else { return String::new() };
    let value = |value| with_unit(input.unit, value);
    let (end, is, beyond) = if fault.present < fault.ends.min {
        ("low", fault.ends.min, "above")
    } else {
        ("high", fault.ends.max, "below")
    };
    format!("The {end} end, {}, lies {beyond} the present {}.", value(is), value(fault.present))
}

/// The same above the chart, which then shows what was drawn before.
#[must_use]
pub fn stale(fault: &NotEnclosing) -> String {
    let name = catalog::find(fault.id).map_or_else(String::new, |input| inside(input.label));
    format!("Not drawn again for {name}: {} The chart shows the last result.", lower(&passed(fault)))
}

fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Reads what somebody typed as a seed; digits may be grouped by threes.
///
/// # Errors
/// A sentence that says what a seed looks like.
pub fn read_seed(text: &str) -> Result<u64, String> {
    let is_separator = |c: char| matches!(c, ',' | '.' | '\'' | '_') || c.is_whitespace();
    let groups: Vec<&str> = text.trim().split(is_separator).collect();
    let is_grouped = groups.len() == 1 || groups.iter().skip(1).all(|group| group.len() == 3);
    let digits = groups.concat();
    let is_plain = is_grouped && !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let seed = digits.parse().ok().filter(|seed| is_plain && *seed <= LARGEST_SEED);
    seed.ok_or_else(|| format!("Enter a whole number from 0 to {LARGEST_SEED}."))
}

/// What makes more draws: "Draw 100,000".
#[must_use]
pub fn draw(count: usize) -> String {
    format!("Draw {}", plain(count))
}

/// What goes back to fewer: "Back to 10,000".
#[must_use]
pub fn back_to(count: usize) -> String {
    format!("Back to {}", plain(count))
}

#[allow(clippy::cast_precision_loss, reason = "far fewer draws than 2^52")]
fn plain(count: usize) -> String {
    COUNT.minus(count as f64)
}

/// How long the draws took.
#[must_use]
pub fn took(count: usize, milliseconds: f64) -> String {
    let seconds = PLAIN.minus((milliseconds / 1000.0).max(0.01));
    format!("{} in {seconds} s", draws(count))
}
