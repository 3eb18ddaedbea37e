//! What one input must be for a goal: every answer in its range, exact, and put back before it is given.

use crate::catalog::{Kind, Limits};
use crate::model::{self, Inputs, IrrStatus, PaybackStatus, Stake, root};

use super::track::Question;

/// How many points of the range are looked at for a change.
const POINTS: u32 = 400;
/// How near the goal a solved answer must come when it is put back, relative to the money that moves.
const TOLERANCE: f64 = 1e-9;
/// Halvings of the interval in which a goal begins to hold.
const HALVINGS: usize = 60;

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// An NPV in $B, with the shares as the reader treats them.
    Npv(f64),
    /// An internal rate of return, before the shares.
    Irr(f64),
    /// The money back within so many years, before the shares.
    PaybackWithin(f64),
    /// The commitment at most this share of the lab's revenue in a deal year.
    ShareBelow {
        /// The share, as a decimal.
        share: f64,
        /// The deal year, from 1.
        year: u32,
    },
}

/// What the input must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Exactly this.
    One(f64),
    /// Any of these, rising.
    Several(Vec<f64>),
    /// Nothing in the range reaches the goal.
    None,
    /// The goal holds along the whole range (goals of the form "at most").
    Always,
}

/// Seeks the goal within `range`.
#[must_use]
pub fn seek(question: &Question<'_>, range: Limits, goal: Goal) -> Answer {
    if question.control.kind == Kind::Whole {
        return whole(question, range, goal);
    }
    let step = (range.max - range.min) / f64::from(POINTS);
    let at = |i: u32| if i == POINTS { range.max } else { range.min + step * f64::from(i) };
    let gap = |value: f64| goal.gap(&moved(question, value), question.stake);
    let mut found: Vec<f64> = Vec::new();
    let mut before = gap(at(0));
    let (mut holds_everywhere, mut previous) = (before <= 0.0, at(0));
    for value in (1..=POINTS).map(at) {
        let here = gap(value);
        holds_everywhere &= here <= 0.0;
        if (before <= 0.0) != (here <= 0.0) {
            found.extend(goal.solve(previous, value, gap).filter(|answer| goal.is_met(question, *answer)));
        }
        (before, previous) = (here, value);
    }
    if goal.is_at_most() && holds_everywhere {
        return Answer::Always;
    }
    answer(found)
}

/// Whole numbers are tried one by one; of an interval in which the goal holds, the first and the last.
fn whole(question: &Question<'_>, range: Limits, goal: Goal) -> Answer {
    let values = std::iter::successors(Some(range.min.ceil()), |value| Some(value + 1.0));
    let values: Vec<f64> = values.take_while(|value| *value <= range.max).collect();
    let holds: Vec<bool> = values.iter().map(|value| goal.is_met(question, *value)).collect();
    if goal.is_at_most() && holds.iter().all(|holds| *holds) && !holds.is_empty() {
        return Answer::Always;
    }
    let found = values.iter().zip(&holds).enumerate().filter(|(i, (_, holds))| {
        let neighbour = |at: Option<usize>| at.and_then(|at| holds_at(&values, question, goal, at)).unwrap_or(false);
        **holds && (!goal.is_at_most() || !neighbour(i.checked_sub(1)) || !neighbour(Some(i + 1)))
    });
    answer(found.map(|(_, (value, _))| *value).collect())
}

fn holds_at(values: &[f64], question: &Question<'_>, goal: Goal, at: usize) -> Option<bool> {
    values.get(at).map(|value| goal.is_met(question, *value))
}

fn answer(found: Vec<f64>) -> Answer {
    match found.as_slice() {
        [] => Answer::None,
        [only] => Answer::One(*only),
        _ => Answer::Several(found),
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
    fn gap(self, inputs: &Inputs, stake: Stake) -> f64 {
        match self {
            Self::Npv(goal) => model::value(inputs).npv_for(stake) - goal,
            // At its internal rate of return a deal is worth nothing.
            Self::Irr(rate) => model::value(&Inputs { discount_rate: rate, ..*inputs }).npv_b,
            Self::PaybackWithin(years) => {
                let payback = model::value(inputs).payback;
                payback.years.filter(|_| payback.status != PaybackStatus::Never).map_or(1.0, |found| found - years)
            }
            Self::ShareBelow { share, year } => share_in(inputs, year).map_or(1.0, |found| found - share),
        }
    }

    /// Where the gap changes its sign: continuous gaps are solved, the others narrowed down to where the goal holds.
    fn solve(self, low: f64, high: f64, gap: impl Fn(f64) -> f64) -> Option<f64> {
        if !matches!(self, Self::PaybackWithin(_)) {
            return root::between(low, high, gap);
        }
        let holds_low = gap(low) <= 0.0;
        let (mut holding, mut failing) = if holds_low { (low, high) } else { (high, low) };
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(holding, failing);
            if gap(middle) <= 0.0 { holding = middle } else { failing = middle }
        }
        Some(holding)
    }

    /// Puts an answer back into the model.
    fn is_met(self, question: &Question<'_>, value: f64) -> bool {
        let inputs = moved(question, value);
        match self {
            Self::Npv(_) => self.gap(&inputs, question.stake).abs() <= TOLERANCE * volume(&inputs),
            Self::Irr(rate) => {
                let outcome = model::evaluate(&inputs);
                outcome.irr_status == IrrStatus::Unique && outcome.irr.is_some_and(|irr| (irr - rate).abs() <= 1e-7)
            }
            Self::PaybackWithin(_) => self.gap(&inputs, question.stake) <= 0.0,
            Self::ShareBelow { .. } => self.gap(&inputs, question.stake) <= TOLERANCE,
        }
    }
}

fn share_in(inputs: &Inputs, year: u32) -> Option<f64> {
    let at = usize::try_from(year).ok()?.checked_sub(1)?;
    model::evaluate(inputs).commit_share.path.get(at).copied()
}

fn volume(inputs: &Inputs) -> f64 {
    1.0 + inputs.new_money_ceiling_b() + inputs.commit_total_b
}
