//! How far one input has to move until the objective changes its sign.

use super::track::{Question, Track};
use crate::catalog::{Kind, Limits};

/// How many points a range has.
const POINTS: u32 = 401;
/// Of how many points a coarse scan looks at one.
const APART: usize = 8;

/// How closely a range is looked at for a change of sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scan {
    /// At one point of eight, while a slider moves. What it finds is exact; a pair of crossings that lie close together
    /// may be missed.
    Coarse,
    /// At every point, once it rests.
    Dense,
}

/// The value of the control nearest to its present one at which the objective's sign changes: of numbers the zero
/// itself, of whole numbers the first with the other sign. The useful range counts, opened to the present value. Nothing
/// where the sign stays, and for choices.
#[must_use]
pub fn flip(question: &Question<'_>) -> Option<f64> {
    nearest(question, &track(question, Scan::Dense))
}

/// The range in which a flip is looked for.
pub(super) fn range(question: &Question<'_>) -> Limits {
    let (present, limits) = (question.control.get(question.inputs), question.control.limits);
    Limits { min: limits.min.min(present), max: limits.max.max(present) }
}

/// The objective along that range. Within the useful range it does not depend on the present value.
pub(super) fn track(question: &Question<'_>, scan: Scan) -> Track {
    let every = if scan == Scan::Dense { 1 } else { APART };
    question.track_by(range(question), POINTS, every)
}

/// The flip nearest to the present value, of those along a track.
pub(super) fn nearest(question: &Question<'_>, track: &Track) -> Option<f64> {
    let present = question.control.get(question.inputs);
    let nearest = |values: &mut dyn Iterator<Item = f64>| {
        values.min_by(|a, b| (a - present).abs().total_cmp(&(b - present).abs()))
    };
    if question.control.kind == Kind::Whole {
        let sign = question.value_at(present) >= 0.0;
        let others = track.points.iter().filter(|(_, value)| (*value >= 0.0) != sign);
        return nearest(&mut others.map(|(at, _)| *at));
    }
    nearest(&mut track.crossings.iter().copied())
}
