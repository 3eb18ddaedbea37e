//! The NPV over two inputs.

use super::super::findings::aloud;
use super::super::numbers::capitalised;
use super::{basis, inside, short_value};
use crate::analysis::grid::Grid;
use crate::catalog::{self, Input};
use crate::model::Inputs;

/// Which of the two inputs can bring the NPV to zero in the range.
#[must_use]
pub fn title(grid: &Grid) -> String {
    let crosses = |line: &mut dyn Iterator<Item = f64>| {
        let signs: Vec<bool> = line.map(|npv| npv >= 0.0).collect();
        signs.contains(&true) && signs.contains(&false)
    };
    let across = grid.npv_b.iter().any(|row| crosses(&mut row.iter().copied()));
    let column = |at: usize| grid.npv_b.iter().filter_map(move |row| row.get(at).copied());
    let upwards = (0..grid.xs.len()).any(|at| crosses(&mut column(at)));
    let (x, y) = (short_name(grid.x), short_name(grid.y));
    match (across, upwards, grid.npv_b.iter().flatten().next()) {
        (true, true, _) => format!("Two ways to reach zero: {x} or {y}"),
        (true, false, _) => format!("Only {x} reaches zero in this range"),
        (false, true, _) => format!("Only {y} reaches zero in this range"),
        (false, false, Some(npv)) if *npv >= 0.0 => format!("At or above zero for every {x} and {y} shown"),
        (false, false, Some(_)) => format!("Below zero for every {x} and {y} shown"),
        (false, false, None) => format!("{} and {y}", capitalised(&x)),
    }
}

/// The input in a word or a few.
fn short_name(id: &str) -> String {
    match id {
        "commit_margin" => "margin".to_owned(),
        "adoption_ceiling" => "adoption".to_owned(),
        _ => catalog::find(id).map_or_else(String::new, |input| inside(input.label)),
    }
}

/// What the chart shows, in which unit, along which axes.
#[must_use]
pub fn sub(grid: &Grid) -> String {
    format!("NPV before the stake, $B: {} (upwards) by {} (across)", axis_inside(grid.y), axis_inside(grid.x))
}

fn axis_inside(id: &str) -> String {
    inside(&axis(id))
}

/// The name of an axis.
#[must_use]
pub fn axis(id: &str) -> String {
    catalog::find(id).map_or_else(String::new, |input| input.label.to_owned())
}

/// A value on an axis.
#[must_use]
pub fn tick(id: &str, value: f64) -> String {
    catalog::find(id).map_or_else(String::new, |input| short_value(input.unit, value))
}

/// That a press sets both inputs, and what the chart rests on.
#[must_use]
pub fn note(inputs: &Inputs) -> String {
    format!(
        "All other inputs as they are. The ring is your case; a press on a cell sets both inputs. {}",
        basis(inputs)
    )
}

/// The chart in one sentence.
#[must_use]
pub fn label(grid: &Grid, inputs: &Inputs, npv_b: f64) -> String {
    let start = format!("Chart of the NPV over {} and {}", axis_inside(grid.x), axis_inside(grid.y));
    let at = |input: Option<&Input>| input.map_or_else(String::new, |input| short_value(input.unit, input.get(inputs)));
    let here =
        format!("your case, {} and {}, is {}", at(catalog::find(grid.x)), at(catalog::find(grid.y)), aloud(npv_b));
    let mut values = grid.npv_b.iter().flatten().copied();
    let Some(first) = values.next() else { return format!("{start}: {here}.") };
    let (low, high) = values.fold((first, first), |(low, high), npv| (low.min(npv), high.max(npv)));
    format!("{start}: from {} to {}; {here}.", aloud(low), aloud(high))
}
