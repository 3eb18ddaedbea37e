//! NPV, payback or rate of return over two inputs.

use super::super::numbers::{PERCENT, YEARS, capitalised, percent, with_unit, years};
use super::super::side::basis;
use super::{inside, objective_aloud, objective_format, objective_inside, objective_name, short_value};
use crate::analysis::field::{Field, Measure, Spot};
use crate::analysis::objective::Objective;
use crate::catalog::{Control, Side};
use crate::model::Inputs;

/// What a measure is called.
#[must_use]
pub const fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Value(objective) => objective_name(objective),
        Measure::Payback => "Payback",
        Measure::Irr => "IRR",
    }
}

/// Which of the two inputs can bring the measure to its level in the range, the other one staying where the case is.
#[must_use]
pub fn title(field: &Field, inputs: &Inputs) -> String {
    let (column, row) = field.nearest(inputs);
    let across = field.rows.get(row).is_some_and(|row| crosses(row.iter().copied()));
    let upwards = crosses(field.rows.iter().filter_map(|row| row.get(column).copied()));
    let anywhere = crosses(field.rows.iter().flatten().copied());
    let (x, y) = (short_name(field.x), short_name(field.y));
    let goal = goal(field, inputs);
    match (across, upwards) {
        (true, true) if is_of_money(field.measure) => format!("Two ways to reach zero: {x} or {y}"),
        (true, false) if is_of_money(field.measure) => format!("Only {x} reaches zero in this range"),
        (false, true) if is_of_money(field.measure) => format!("Only {y} reaches zero in this range"),
        (true, true) => format!("Two ways to {goal}: {x} or {y}"),
        (true, false) => format!("Only {x} leads to {goal} in this range"),
        (false, true) => format!("Only {y} leads to {goal} in this range"),
        (false, false) if anywhere && is_of_money(field.measure) => {
            format!("Only {x} and {y} together reach zero here")
        }
        (false, false) if anywhere => format!("Only {x} and {y} together lead to {goal} here"),
        (false, false) => one_sided(field, &goal, &x, &y),
    }
}

/// Everything lies on one side of the level, or nothing can be said.
fn one_sided(field: &Field, goal: &str, x: &str, y: &str) -> String {
    let lines = || field.rows.iter().flatten().map(|spot| spot.line);
    let is_whole = lines().all(|line| line.is_some());
    match (lines().flatten().next(), field.measure) {
        (Some(line), measure) if is_whole && is_of_money(measure) && line >= 0.0 => {
            format!("At or above zero for every {x} and {y} shown")
        }
        (Some(_), measure) if is_whole && is_of_money(measure) => format!("Below zero for every {x} and {y} shown"),
        (Some(line), Measure::Payback) if is_whole && line >= 0.0 => {
            format!("{} at every {x} and {y} shown", capitalised(goal))
        }
        (Some(_), Measure::Payback) if is_whole => format!("No {goal} at any {x} and {y} shown"),
        (Some(line), Measure::Irr) if is_whole && line >= 0.0 => {
            format!("Above {goal} at every {x} and {y} shown")
        }
        (Some(_), Measure::Irr) if is_whole => format!("Below {goal} at every {x} and {y} shown"),
        _ => format!("{} by {x} and {y}", measure(field.measure)),
    }
}

/// Whether a measure is a sum of money, whose level is zero.
const fn is_of_money(measure: Measure) -> bool {
    matches!(measure, Measure::Value(_))
}

/// Whether a line of spots lies on both sides of the level.
fn crosses(line: impl Iterator<Item = Spot>) -> bool {
    let (mut better, mut worse) = (false, false);
    for line in line.filter_map(|spot| spot.line) {
        better |= line >= 0.0;
        worse |= line < 0.0;
    }
    better && worse
}

/// The level, as something that is reached.
fn goal(field: &Field, inputs: &Inputs) -> String {
    let moves = |id: &str| field.x.id == id || field.y.id == id;
    match field.measure {
        Measure::Value(_) => "zero".to_owned(),
        Measure::Payback if moves("horizon_years") => "payback inside the horizon".to_owned(),
        Measure::Payback => format!("payback by year {}", inputs.horizon_years),
        Measure::Irr if moves("discount_rate") => "an IRR at the discount rate".to_owned(),
        Measure::Irr => format!("an IRR of {}", PERCENT.trimmed(inputs.discount_rate)),
    }
}

/// An input in a word or a few, inside a sentence.
fn short_name(control: &Control) -> String {
    inside(control.label)
}

/// What the chart shows, and in which unit.
#[must_use]
pub const fn sub(measure: Measure) -> &'static str {
    match measure {
        Measure::Value(Objective::Npv(_)) => "NPV before the stake, $B",
        Measure::Value(Objective::BuyerNpv) => "NPV of the commitment, $M",
        Measure::Value(Objective::LabHeadroom) => "Smallest headroom of a year, $B",
        Measure::Payback => "Years until the money is back, before the stake",
        Measure::Irr => "IRR before the stake, %",
    }
}

/// The same with the axes.
#[must_use]
pub fn caption(field: &Field) -> String {
    format!("{}: {} (upwards) by {} (across)", sub(field.measure), short_name(field.y), short_name(field.x))
}

/// A value of a control.
#[must_use]
pub fn tick(control: &Control, value: f64) -> String {
    short_value(control.unit, value)
}

/// A value of a measure, or that there is none: "−$0.7B", "7.9 years", "never".
#[must_use]
pub fn value(measure: Measure, value: Option<f64>) -> String {
    match (measure, value) {
        (Measure::Value(objective), Some(value)) => objective_format(objective).minus(value),
        (Measure::Value(objective), None) => format!("no {}", objective_inside(objective)),
        (Measure::Payback, Some(time)) if YEARS.is_zero(time) => "at once".to_owned(),
        (Measure::Payback, Some(time)) => years(time),
        (Measure::Payback, None) => "never".to_owned(),
        (Measure::Irr, Some(rate)) => percent(rate),
        (Measure::Irr, None) => "no single rate".to_owned(),
    }
}

/// One cell: both inputs and the measure there.
#[must_use]
pub fn cell(field: &Field, (column, row): (usize, usize)) -> Option<String> {
    let (x, y) = (field.xs.get(column)?, field.ys.get(row)?);
    let spot = field.spot(column, row)?;
    Some(pair(field, *x, *y, spot.value))
}

/// The present case, where the measure is `here`, in the same words.
#[must_use]
pub fn present(field: &Field, inputs: &Inputs, here: Option<f64>) -> String {
    let words = pair(field, field.x.get(inputs), field.y.get(inputs), here);
    format!("Your case: {}", inside(&words))
}

fn pair(field: &Field, x: f64, y: f64, measured: Option<f64>) -> String {
    let at = |control: &Control, value: f64| {
        let text = with_unit(control.unit, value);
        text.strip_suffix(" a year").unwrap_or(&text).to_owned()
    };
    let place = format!("{} {}, {} {}", field.x.label, at(field.x, x), short_name(field.y), at(field.y, y));
    format!("{place}: {} {}", measure_inside(field.measure), value(field.measure, measured))
}

fn measure_inside(measured: Measure) -> String {
    inside(measure(measured))
}

/// How to use the chart with a keyboard.
#[must_use]
pub fn keys(field: &Field) -> String {
    format!(
        "{} over {} and {}. Arrow keys move between cells, Enter sets both inputs",
        measure(field.measure),
        short_name(field.x),
        short_name(field.y)
    )
}

/// That a press sets both inputs, and what the chart of a measure rests on.
#[must_use]
pub fn note(measure: Measure, inputs: &Inputs) -> String {
    let side = match measure {
        Measure::Value(objective) => objective.side(),
        Measure::Payback | Measure::Irr => Side::Investor,
    };
    let basis = basis(side, inputs);
    format!("All other inputs as they are. The ring is your case; a press on a cell sets both inputs. {basis}")
}

/// The chart in one sentence; in the present case the measure is `here`.
#[must_use]
pub fn label(field: &Field, inputs: &Inputs, here: Option<f64>) -> String {
    let (x, y) = (short_name(field.x), short_name(field.y));
    let start = format!("Chart of the {} over {x} and {y}", measure_inside(field.measure));
    let at = |control: &Control| tick(control, control.get(inputs));
    let said = |measured: Option<f64>| match (field.measure, measured) {
        (Measure::Value(objective), Some(value)) => objective_aloud(objective, value),
        _ => value(field.measure, measured),
    };
    let here = said(here);
    let here = format!("your case, {} and {}, is {here}", at(field.x), at(field.y));
    let values = field.rows.iter().flatten().filter_map(|spot| spot.value);
    let ends = values.fold(None, |ends: Option<(f64, f64)>, value| {
        Some(ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
    });
    match ends {
        Some((low, high)) => {
            let (low, high) = (said(Some(low)), said(Some(high)));
            format!("{start}: from {low} to {high}; {here}.")
        }
        None => format!("{start}: {here}."),
    }
}
