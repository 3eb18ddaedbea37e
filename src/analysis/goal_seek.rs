//! What one input must be for a goal: every answer in its range, exact, and put back before it is given.

use crate::catalog::{Kind, Limits};
use crate::model::{self, Inputs, IrrStatus, PaybackStatus, burden, root};

use super::objective::Objective;
use super::track::{Question, even, wholes};

/// How many points of the range are looked at for a change.
const POINTS: u32 = 401;
/// How near the goal a solved answer must come when it is put back, relative to the money that moves.
const TOLERANCE: f64 = 1e-9;
/// Halvings of the interval in which a goal begins to hold.
const HALVINGS: usize = 60;

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// The objective at this, in its unit: an NPV, or a headroom.
    Value(f64),
    /// The deal's internal rate of return, before the shares.
    Irr(f64),
    /// The deal's money back within so many years, before the shares.
    PaybackWithin(f64),
    /// The commitment (on the lab's side all obligations together) at most this share of the lab's revenue in a deal year.
    ShareBelow {
        /// The share, as a decimal.
        share: f64,
        /// The deal year, from 1.
        year: u32,
    },
}

/// What the input must be. Goals of the form "at most" hold in ranges, the others at single values.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Exactly this.
    One(f64),
    /// Any of these, rising.
    Several(Vec<f64>),
    /// Anything in these ranges, rising.
    Within(Vec<Limits>),
    /// A whole number is wanted and none meets the goal exactly: it is passed between these neighbours.
    Between(Vec<Limits>),
    /// Nothing in the range reaches the goal.
    None,
    /// The goal holds along the whole range.
    Always,
}

/// Seeks the goal within `range`.
#[must_use]
pub fn seek(question: &Question<'_>, range: Limits, goal: Goal) -> Answer {
    let gap = |value: f64| (value, goal.gap(&moved(question, value), question.objective));
    let samples: Vec<(f64, f64)> = match question.control.kind {
        Kind::Number => even(range, POINTS).map(gap).collect(),
        Kind::Whole | Kind::Choice(_) => wholes(range).map(gap).collect(),
    };
    let seeker = Seeker { question, goal, is_whole: question.control.kind != Kind::Number };
    if goal.is_at_most() { seeker.ranges(&samples) } else { seeker.values(&samples) }
}

struct Seeker<'a> {
    question: &'a Question<'a>,
    goal: Goal,
    is_whole: bool,
}

impl Seeker<'_> {
    fn gap(&self, value: f64) -> f64 {
        self.goal.gap(&moved(self.question, value), self.question.objective)
    }

    /// The single values at which the goal is met.
    fn values(&self, samples: &[(f64, f64)]) -> Answer {
        if !samples.is_empty() && samples.iter().all(|sample| sample.1 == 0.0) {
            return Answer::Always;
        }
        let mut found: Vec<f64> = samples.iter().filter(|sample| sample.1 == 0.0).map(|sample| sample.0).collect();
        let mut passed = Vec::new();
        for pair in samples.windows(2) {
            let &[(low, gap_low), (high, gap_high)] = pair else { continue };
            if gap_low * gap_high < 0.0 && self.is_whole {
                passed.push(Limits { min: low, max: high });
            } else if gap_low * gap_high < 0.0 {
                found.extend(root::between(low, high, |value| self.gap(value)));
            }
        }
        found.retain(|value| self.goal.is_met(self.question, *value));
        found.sort_unstable_by(f64::total_cmp);
        match found.as_slice() {
            [] if passed.is_empty() => Answer::None,
            [] => Answer::Between(passed),
            [only] => Answer::One(*only),
            _ => Answer::Several(found),
        }
    }

    /// The ranges in which the goal holds.
    fn ranges(&self, samples: &[(f64, f64)]) -> Answer {
        let mut found: Vec<Limits> = Vec::new();
        let mut before: Option<(f64, f64)> = None;
        for &(value, gap) in samples {
            let (holds, held) = (gap <= 0.0, before.is_some_and(|(_, gap)| gap <= 0.0));
            match before {
                None if holds => found.push(Limits { min: value, max: value }),
                Some((last, _)) if holds && !held => found.push(Limits { min: self.edge(value, last), max: value }),
                Some((last, _)) if held && !holds => set_end(&mut found, self.edge(last, value)),
                _ if holds => set_end(&mut found, value),
                _ => {}
            }
            before = Some((value, gap));
        }
        let whole = samples.first().zip(samples.last()).map(|(first, last)| Limits { min: first.0, max: last.0 });
        match found.as_slice() {
            [] => Answer::None,
            [only] if Some(*only) == whole && samples.iter().all(|sample| sample.1 <= 0.0) => Answer::Always,
            _ => Answer::Within(found),
        }
    }

    /// The last value at which the goal holds, on the way from one where it does to one where it does not. The gap may
    /// jump there (a payback does), so the place is narrowed down and never passed.
    fn edge(&self, holding: f64, failing: f64) -> f64 {
        if self.is_whole {
            return holding;
        }
        let (mut holding, mut failing) = (holding, failing);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(holding, failing);
            if self.gap(middle) <= 0.0 { holding = middle } else { failing = middle }
        }
        holding
    }
}

fn set_end(found: &mut [Limits], end: f64) {
    if let Some(last) = found.last_mut() {
        last.max = end;
    }
}

fn moved(question: &Question<'_>, value: f64) -> Inputs {
    let mut inputs = *question.inputs;
    let mut proportion = question.proportion;
    let _ = question.control.set(&mut inputs, &mut proportion, value);
    inputs
}

impl Goal {
    /// Goals of the form "at most", which hold in intervals and not at points.
    fn is_at_most(self) -> bool {
        matches!(self, Self::PaybackWithin(_) | Self::ShareBelow { .. })
    }

    /// Zero or below where the goal holds ("at most"), zero where it is met exactly (the others).
    fn gap(self, inputs: &Inputs, objective: Objective) -> f64 {
        match self {
            Self::Value(goal) => objective.value(inputs) - goal,
            // At its internal rate of return a deal is worth nothing.
            Self::Irr(rate) => model::value(&Inputs { discount_rate: rate, ..*inputs }).npv_b,
            Self::PaybackWithin(years) => {
                let payback = model::value(inputs).payback;
                payback.years.filter(|_| payback.status != PaybackStatus::Never).map_or(1.0, |found| found - years)
            }
            Self::ShareBelow { share, year } => share_in(inputs, objective, year) - share,
        }
    }

    /// Puts an answer back into the model.
    fn is_met(self, question: &Question<'_>, value: f64) -> bool {
        let inputs = moved(question, value);
        match self {
            Self::Value(_) => {
                self.gap(&inputs, question.objective).abs() <= TOLERANCE * question.objective.volume(&inputs)
            }
            Self::Irr(rate) => {
                let outcome = model::evaluate(&inputs);
                outcome.irr_status == IrrStatus::Unique && outcome.irr.is_some_and(|irr| (irr - rate).abs() <= 1e-7)
            }
            Self::PaybackWithin(_) | Self::ShareBelow { .. } => self.gap(&inputs, question.objective) <= 0.0,
        }
    }
}

/// The share of revenue in a deal year; nothing once the term of the commitment, or the last year shown, is over.
fn share_in(inputs: &Inputs, objective: Objective, year: u32) -> f64 {
    if objective == Objective::LabHeadroom {
        return burden::share_in(inputs, year).unwrap_or_default();
    }
    let at = usize::try_from(year).ok().and_then(|year| year.checked_sub(1));
    at.and_then(|at| model::commit_share(inputs).path.get(at).copied()).unwrap_or_default()
}
