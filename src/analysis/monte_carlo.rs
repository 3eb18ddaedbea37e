//! The NPV when eleven inputs move together.
//!
//! A run is a value that is advanced by as many draws as the caller has time for. How it is sliced changes nothing.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::copula::Copula;
use super::marginals::{NotEnclosing, Overrides, Shape, around};
use super::random::SplitMix64;
use super::statistics::{mean, part, percentiles, share, standard_deviation, standard_error};
use crate::catalog::Input;
use crate::catalog::uncertainty::DRAWN;
use crate::model::{self, Inputs, PaybackStatus, Stake};

/// The seed that is used unless another is asked for.
pub const DEFAULT_SEED: u64 = 20_260_420;
/// How many draws are made unless another number is asked for.
pub const DEFAULT_DRAWS: usize = 10_000;
/// How many draws the answer repeats in full.
const FIRST_DRAWS: usize = 3;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The inputs around which the drawn ones scatter.
    pub inputs: Inputs,
    /// How many times to draw.
    pub draws: usize,
    /// Where chance starts.
    pub seed: u64,
    /// Distributions that the reader changed.
    pub overrides: Overrides,
    /// Years within which the money should be back.
    pub payback_within: f64,
}

impl Question {
    /// The question with everything else as it usually is.
    #[must_use]
    pub fn about(inputs: Inputs) -> Self {
        Self { inputs, draws: DEFAULT_DRAWS, seed: DEFAULT_SEED, overrides: Overrides::default(), payback_within: 10.0 }
    }
}

/// What the draws say. All money in $B.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[must_use]
#[allow(missing_docs, reason = "the fields are the wire format")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Simulation {
    pub draws: usize,
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub seed: u64,
    pub npv_mean_b: f64,
    pub npv_sd_b: f64,
    pub npv_standard_error_b: f64,
    pub npv_p10_b: f64,
    pub npv_p50_b: f64,
    pub npv_p90_b: f64,
    pub prob_npv_positive: f64,
    /// Undiscounted, durable, before equity.
    pub prob_payback_within: f64,
    pub payback_within: f64,
    pub npv_equity_p10_b: f64,
    pub npv_equity_p50_b: f64,
    pub npv_equity_p90_b: f64,
    pub prob_npv_with_equity_positive: f64,
    /// The drawn inputs of the first futures.
    #[cfg_attr(feature = "types", ts(type = "Record<string, number>[]"))]
    pub first_draws: Vec<Draw>,
}

/// The drawn inputs of one future.
#[derive(Clone, Debug, PartialEq)]
pub struct Draw(Vec<(&'static str, f64)>);

impl Serialize for Draw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, value) in &self.0 {
            map.serialize_entry(id, value)?;
        }
        map.end()
    }
}

/// How a sample of NPVs is spread, $B.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The mean.
    pub mean_b: f64,
    /// The standard deviation, with n - 1.
    pub sd_b: f64,
    /// The standard error of the mean.
    pub standard_error_b: f64,
    /// A tenth of the draws, half of them, nine tenths of them lie below.
    pub percentiles_b: [f64; 3],
    /// Part of the draws above zero.
    pub above_zero: f64,
}

impl Spread {
    /// Of a sample in any order.
    #[must_use]
    pub fn of(npvs: &[f64]) -> Self {
        Self {
            mean_b: mean(npvs),
            sd_b: standard_deviation(npvs),
            standard_error_b: standard_error(npvs),
            percentiles_b: percentiles(npvs, [0.1, 0.5, 0.9]),
            above_zero: share(npvs, |npv| *npv > 0.0),
        }
    }
}

/// A simulation on its way.
#[derive(Clone, Debug)]
pub struct Run {
    question: Question,
    drawn: Vec<(&'static Input, Shape)>,
    /// The inputs of the last future: every draw writes all that is drawn.
    future: Inputs,
    copula: Copula,
    random: SplitMix64,
    /// For each way to treat the shares, in the order of [`Stake::ALL`].
    npvs: [Vec<f64>; 3],
    spreads: [Option<Spread>; 3],
    paid_in_time: usize,
    first_draws: Vec<Draw>,
}

impl Run {
    /// Prepares a run.
    ///
    /// # Errors
    /// When changed ends do not enclose the present value.
    pub fn new(question: Question) -> Result<Self, NotEnclosing> {
        let drawn = around(&question.inputs, &question.overrides)?;
        Ok(Self {
            drawn: drawn.iter().map(|drawn| (drawn.input, drawn.marginal.shape())).collect(),
            future: question.inputs,
            copula: Copula::new(),
            random: SplitMix64::new(question.seed),
            npvs: std::array::from_fn(|_| Vec::with_capacity(question.draws)),
            spreads: [None; 3],
            paid_in_time: 0,
            first_draws: Vec::with_capacity(FIRST_DRAWS),
            question,
        })
    }

    /// Draws up to `budget` futures; says whether all are drawn.
    pub fn advance(&mut self, budget: usize) -> bool {
        let left = self.question.draws - self.done();
        for _ in 0..budget.min(left) {
            self.draw();
        }
        if budget.min(left) > 0 {
            self.spreads = [None; 3];
        }
        self.done() == self.question.draws
    }

    /// How many futures are drawn.
    #[must_use]
    pub fn done(&self) -> usize {
        self.npvs_for(Stake::LeftOut).len()
    }

    /// What is asked.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// The NPVs of the futures drawn so far, $B, in the order of the draws.
    #[must_use]
    pub fn npvs_for(&self, stake: Stake) -> &[f64] {
        let [left_out, at_cost, modelled_exit] = &self.npvs;
        match stake {
            Stake::LeftOut => left_out,
            Stake::AtCost => at_cost,
            Stake::ModelledExit => modelled_exit,
        }
    }

    fn draw(&mut self) {
        let normals: [f64; DRAWN] = self.copula.draw(&mut self.random);
        for ((input, shape), y) in self.drawn.iter().zip(normals) {
            input.put(&mut self.future, shape.at_normal(y));
        }
        if self.first_draws.len() < FIRST_DRAWS {
            let values = self.drawn.iter().map(|(input, _)| (input.id, input.get(&self.future)));
            self.first_draws.push(Draw(values.collect()));
        }
        let value = model::value(&self.future);
        for (npvs, stake) in self.npvs.iter_mut().zip(Stake::ALL) {
            npvs.push(value.npv_for(stake));
        }
        let in_time = value.payback.years.is_some_and(|years| years <= self.question.payback_within);
        self.paid_in_time += usize::from(value.payback.status != PaybackStatus::Never && in_time);
    }

    /// Sums up a part of what is drawn; says whether nothing was left to do. For callers with little time at once: the
    /// other methods do what is left.
    pub fn sum_up(&mut self) -> bool {
        let next = self.spreads.iter_mut().zip(&self.npvs).find(|(spread, _)| spread.is_none());
        let Some((spread, npvs)) = next else { return true };
        *spread = Some(Spread::of(npvs));
        false
    }

    /// How the NPVs drawn so far are spread.
    #[must_use]
    pub fn spread(&self, stake: Stake) -> Spread {
        let [left_out, at_cost, modelled_exit] = self.spreads;
        let known = match stake {
            Stake::LeftOut => left_out,
            Stake::AtCost => at_cost,
            Stake::ModelledExit => modelled_exit,
        };
        known.unwrap_or_else(|| Spread::of(self.npvs_for(stake)))
    }

    /// What the futures drawn so far say.
    pub fn summary(&self) -> Simulation {
        let (alone, with_equity) = (self.spread(Stake::LeftOut), self.spread(Stake::ModelledExit));
        let ([npv_p10_b, npv_p50_b, npv_p90_b], equity) = (alone.percentiles_b, with_equity.percentiles_b);
        let [npv_equity_p10_b, npv_equity_p50_b, npv_equity_p90_b] = equity;
        Simulation {
            draws: self.done(),
            seed: self.question.seed,
            npv_mean_b: alone.mean_b,
            npv_sd_b: alone.sd_b,
            npv_standard_error_b: alone.standard_error_b,
            npv_p10_b,
            npv_p50_b,
            npv_p90_b,
            prob_npv_positive: alone.above_zero,
            prob_payback_within: part(self.paid_in_time, self.done()),
            payback_within: self.question.payback_within,
            npv_equity_p10_b,
            npv_equity_p50_b,
            npv_equity_p90_b,
            prob_npv_with_equity_positive: with_equity.above_zero,
            first_draws: self.first_draws.clone(),
        }
    }
}

/// All draws at once.
///
/// # Errors
/// When changed ends do not enclose the present value.
pub fn simulate(question: Question) -> Result<Simulation, NotEnclosing> {
    let draws = question.draws;
    let mut run = Run::new(question)?;
    run.advance(draws);
    Ok(run.summary())
}
