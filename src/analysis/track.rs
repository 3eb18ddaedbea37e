//! The objective along the whole range of one control: where it is positive, and where it breaks even.

use super::objective::Objective;
use crate::catalog::{Control, Kind, Limits, Proportion};
use crate::model::{Inputs, root};

/// One control, moved through a range with everything else held.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct Track {
    /// Value and objective at even distances, rising.
    pub points: Vec<(f64, f64)>,
    /// Where the objective crosses zero, rising. Of whole numbers, the first one beyond the crossing.
    pub crossings: Vec<f64>,
}

/// What a track is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The present inputs.
    pub inputs: &'a Inputs,
    /// The remembered proportion of the tranches.
    pub proportion: Proportion,
    /// What is moved.
    pub control: &'a Control,
    /// What is looked at.
    pub objective: Objective,
}

impl Question<'_> {
    /// The objective with the control at another value.
    #[must_use]
    pub fn value_at(&self, value: f64) -> f64 {
        let mut moved = *self.inputs;
        let mut proportion = self.proportion;
        // A value beyond the box leaves the inputs as they are; ranges come from the control itself.
        let _ = self.control.set(&mut moved, &mut proportion, value);
        self.objective.value(&moved)
    }

    /// What the track depends on: the inputs with the control at one end of its box, and of the composite the proportion.
    /// Moving the control changes neither.
    #[must_use]
    pub fn held(&self) -> (Inputs, Proportion) {
        let mut inputs = *self.inputs;
        let mut proportion = self.proportion;
        let _ = self.control.set(&mut inputs, &mut proportion, self.control.limits.min);
        let is_composite = self.control.inputs().count() > 1;
        (inputs, if is_composite { proportion } else { Proportion::default() })
    }

    /// Samples `count` points of a range and solves every crossing between two of them. A whole number is sampled at
    /// each of its values.
    pub fn track(&self, range: Limits, count: u32) -> Track {
        self.track_by(range, count, 1)
    }

    /// The same, but of the points only every so many are looked at, and more only where a crossing shows. What it finds
    /// is found by [`Self::track`] too, to the bit; several crossings between two of its points are one to it, or none.
    pub fn track_by(&self, range: Limits, count: u32, every: usize) -> Track {
        let last = count.max(2) - 1;
        let sample = |i: u32| {
            let at = place(range, i, last);
            (at, self.value_at(at))
        };
        if self.control.kind != Kind::Number {
            let points: Vec<(f64, f64)> = match self.control.kind {
                Kind::Choice(_) => Vec::new(),
                _ => wholes(range).map(|value| (value, self.value_at(value))).collect(),
            };
            let crossings = points.windows(2).filter_map(|pair| self.crossing(pair)).collect();
            return Track { points, crossings };
        }
        let samples: Vec<(u32, (f64, f64))> =
            (0..last).step_by(every.max(1)).chain([last]).map(|i| (i, sample(i))).collect();
        let crossings = samples.windows(2).filter_map(|pair| self.crossing(&narrowed(pair, sample)?)).collect();
        Track { points: samples.into_iter().map(|(_, point)| point).collect(), crossings }
    }

    fn crossing(&self, pair: &[(f64, f64)]) -> Option<f64> {
        let &[(low, value_low), (high, value_high)] = pair else { return None };
        if (value_low >= 0.0) == (value_high >= 0.0) {
            return None;
        }
        if self.control.kind == Kind::Whole {
            return Some(high);
        }
        root::between(low, high, |value| self.value_at(value))
    }
}

impl Track {
    /// Whether the objective has one sign along the whole range, and which.
    #[must_use]
    pub fn only_sign(&self) -> Option<bool> {
        let first = self.points.first()?.1 >= 0.0;
        self.points.iter().all(|point| (point.1 >= 0.0) == first).then_some(first)
    }
}

/// Of points that stand apart, the two neighbours between which the sign changes; nothing where it does not.
fn narrowed(pair: &[(u32, (f64, f64))], sample: impl Fn(u32) -> (f64, f64)) -> Option<[(f64, f64); 2]> {
    let &[mut low, mut high] = pair else { return None };
    let is_above = |(_, (_, value)): (u32, (f64, f64))| value >= 0.0;
    while is_above(low) != is_above(high) && high.0 - low.0 > 1 {
        let i = low.0.midpoint(high.0);
        let middle = (i, sample(i));
        *if is_above(middle) == is_above(low) { &mut low } else { &mut high } = middle;
    }
    (is_above(low) != is_above(high)).then_some([low.1, high.1])
}

/// `count` values from end to end.
pub(super) fn even(range: Limits, count: u32) -> impl Iterator<Item = f64> {
    let last = count.max(2) - 1;
    (0..=last).map(move |i| place(range, i, last))
}

/// One of them, counted from 0. The ends are the ends, not what rounding makes of them.
fn place(range: Limits, i: u32, last: u32) -> f64 {
    if i == last { range.max } else { range.min + (range.max - range.min) * f64::from(i) / f64::from(last) }
}

/// Every whole number of a range.
pub(super) fn wholes(range: Limits) -> impl Iterator<Item = f64> {
    let mut next = range.min.ceil();
    std::iter::from_fn(move || {
        let value = next;
        next += 1.0;
        (value <= range.max).then_some(value)
    })
}
