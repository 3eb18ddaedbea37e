//! The NPV when eleven inputs move together.
//!
//! A run is a value that is advanced by as many draws as the caller has time for. How it is sliced changes nothing.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::copula::Copula;
use super::marginals::{NotEnclosing, Overrides, Shape, around};
use super::random::SplitMix64;
use super::statistics::{mean, percentile, share, standard_deviation, standard_error};
use crate::catalog::Input;
use crate::catalog::uncertainty::DRAWN;
use crate::model::{self, Inputs, PaybackStatus};

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
pub struct Simulation {
    pub draws: usize,
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

/// A simulation on its way.
#[derive(Clone, Debug)]
pub struct Run {
    question: Question,
    drawn: Vec<(&'static Input, Shape)>,
    /// The inputs of the last future: every draw writes all that is drawn.
    future: Inputs,
    copula: Copula,
    random: SplitMix64,
    futures: Vec<Future>,
    first_draws: Vec<Draw>,
}

#[derive(Clone, Copy, Debug)]
struct Future {
    npv_b: f64,
    npv_with_equity_b: f64,
    paid_in_time: bool,
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
            futures: Vec::with_capacity(question.draws),
            first_draws: Vec::with_capacity(FIRST_DRAWS),
            question,
        })
    }

    /// Draws up to `budget` futures; says whether all are drawn.
    pub fn advance(&mut self, budget: usize) -> bool {
        let left = self.question.draws - self.futures.len();
        for _ in 0..budget.min(left) {
            let future = self.draw();
            self.futures.push(future);
        }
        self.futures.len() == self.question.draws
    }

    /// How many futures are drawn.
    #[must_use]
    pub fn done(&self) -> usize {
        self.futures.len()
    }

    /// The NPVs of the futures drawn so far, $B, in the order of the draws.
    pub fn npvs(&self) -> impl Iterator<Item = f64> + '_ {
        self.futures.iter().map(|future| future.npv_b)
    }

    /// The same with the shares at the modelled exit.
    pub fn npvs_with_equity(&self) -> impl Iterator<Item = f64> + '_ {
        self.futures.iter().map(|future| future.npv_with_equity_b)
    }

    fn draw(&mut self) -> Future {
        let normals: [f64; DRAWN] = self.copula.draw(&mut self.random);
        for ((input, shape), y) in self.drawn.iter().zip(normals) {
            input.put(&mut self.future, shape.at_normal(y));
        }
        if self.first_draws.len() < FIRST_DRAWS {
            let values = self.drawn.iter().map(|(input, _)| (input.id, input.get(&self.future)));
            self.first_draws.push(Draw(values.collect()));
        }
        let value = model::value(&self.future);
        let in_time = value.payback.years.is_some_and(|years| years <= self.question.payback_within);
        Future {
            npv_b: value.npv_b,
            npv_with_equity_b: value.npv_with_equity_b,
            paid_in_time: value.payback.status != PaybackStatus::Never && in_time,
        }
    }

    /// What the futures drawn so far say.
    pub fn summary(&self) -> Simulation {
        let npvs: Vec<f64> = self.npvs().collect();
        let (alone, with_equity) = (sorted(self.npvs()), sorted(self.npvs_with_equity()));
        Simulation {
            draws: self.futures.len(),
            seed: self.question.seed,
            npv_mean_b: mean(&npvs),
            npv_sd_b: standard_deviation(&npvs),
            npv_standard_error_b: standard_error(&npvs),
            npv_p10_b: percentile(&alone, 0.1),
            npv_p50_b: percentile(&alone, 0.5),
            npv_p90_b: percentile(&alone, 0.9),
            prob_npv_positive: share(&npvs, |npv| *npv > 0.0),
            prob_payback_within: share(&self.futures, |future| future.paid_in_time),
            payback_within: self.question.payback_within,
            npv_equity_p10_b: percentile(&with_equity, 0.1),
            npv_equity_p50_b: percentile(&with_equity, 0.5),
            npv_equity_p90_b: percentile(&with_equity, 0.9),
            prob_npv_with_equity_positive: share(&with_equity, |npv| *npv > 0.0),
            first_draws: self.first_draws.clone(),
        }
    }
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values
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
