//! What to watch: how far one input has to move until the answer changes its sign.

use super::track::Question;
use crate::catalog::{Kind, Limits};

/// How many points of the range are looked at for a change of sign.
const POINTS: u32 = 401;

/// The value of the control nearest to its present one at which the objective's sign changes: of numbers the zero
/// itself, of whole numbers the first with the other sign. The useful range counts, opened to the present value. Nothing
/// where the sign stays, and for choices.
#[must_use]
pub fn flip(question: &Question<'_>) -> Option<f64> {
    let present = question.control.get(question.inputs);
    let limits = question.control.limits;
    let range = Limits { min: limits.min.min(present), max: limits.max.max(present) };
    let track = question.track(range, POINTS);
    let nearest = |values: &mut dyn Iterator<Item = f64>| {
        values.min_by(|a, b| (a - present).abs().total_cmp(&(b - present).abs()))
    };
    if question.control.kind == Kind::Whole {
        let sign = question.value_at(present) >= 0.0;
        let others = track.points.iter().filter(|(_, value)| (*value >= 0.0) != sign);
        return nearest(&mut others.map(|(at, _)| *at));
    }
    nearest(&mut track.crossings.into_iter())
}
