//! How much weight each scenario has, and what the weighted NPV is.

use crate::catalog::{Case, Scenario};
use crate::model::{self, Inputs, Stake};

/// The scenarios that are weighed, by wire name.
pub const WEIGHED: [&str; 3] = ["A", "B", "C"];

/// Below this, the other weights have no proportion to keep.
const NOTHING: f64 = 1e-12;

/// A probability for each of [`WEIGHED`]; together always one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights([f64; 3]);

impl Default for Weights {
    /// Equal: no source gives probabilities.
    fn default() -> Self {
        Self([1.0 / 3.0; 3])
    }
}

impl Weights {
    /// Probabilities that are together one, but for rounding.
    #[must_use]
    pub fn of(all: [f64; 3]) -> Option<Self> {
        const ROUNDING: f64 = 1e-9;
        let each = all.iter().all(|weight| (0.0..=1.0).contains(weight));
        (each && (all.iter().sum::<f64>() - 1.0).abs() < ROUNDING).then_some(Self(all))
    }

    /// The probabilities, each from 0 to 1.
    #[must_use]
    pub fn all(&self) -> [f64; 3] {
        self.0
    }

    /// Sets one probability; the others share what is left in their proportion, or equally when they were zero. What is
    /// no number, or no position, changes nothing; what lies outside 0 to 1 counts as the nearer end.
    pub fn set(&mut self, at: usize, value: f64) {
        if at >= self.0.len() || value.is_nan() {
            return;
        }
        let value = value.clamp(0.0, 1.0);
        let others: f64 = self.0.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, weight)| weight).sum();
        for (i, weight) in self.0.iter_mut().enumerate() {
            let part = if others > NOTHING { *weight / others } else { 0.5 };
            *weight = if i == at { value } else { (1.0 - value) * part };
        }
    }
}

impl Weights {
    /// Moves one probability by hundredths; from between two of them the first step goes to the nearer one.
    pub fn nudge(&mut self, at: usize, steps: f64) {
        const NEAR: f64 = 1e-6;
        let Some(hundredths) = self.0.get(at).map(|weight| weight * 100.0) else { return };
        let from = if steps > 0.0 { (hundredths + NEAR).floor() } else { (hundredths - NEAR).ceil() };
        self.set(at, (from + steps) / 100.0);
    }
}

/// One weighed scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighed {
    /// The scenario.
    pub scenario: &'static Scenario,
    /// Its probability.
    pub weight: f64,
    /// Its NPV, $B.
    pub npv_b: f64,
    /// Its NPV if all contingent money is drawn, $B; nothing when it is drawn anyway.
    pub full_draw_b: Option<f64>,
}

/// The scenarios with their weights.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Weighing {
    /// In the order of [`WEIGHED`].
    pub scenarios: Vec<Weighed>,
    /// Whether nobody has stated or accepted the commitment: the NPVs are then of the money alone.
    pub is_open: bool,
    /// The weighted NPV, $B.
    pub npv_b: f64,
    /// The weighted NPV with all contingent money drawn everywhere, $B.
    pub full_draw_b: f64,
}

/// Weighs the scenarios on top of what a case starts from, with the shares treated as the reader chose.
pub fn weigh(weights: &Weights, stake: Stake, case: &Case) -> Weighing {
    let found = WEIGHED.iter().zip(weights.all()).filter_map(|(id, weight)| Some((Scenario::find(id)?, weight)));
    let scenarios: Vec<Weighed> = found.map(|(scenario, weight)| Weighed::of(scenario, weight, stake, case)).collect();
    let npv_b = scenarios.iter().map(|weighed| weighed.weight * weighed.npv_b).sum();
    let full = |weighed: &Weighed| weighed.weight * weighed.full_draw_b.unwrap_or(weighed.npv_b);
    let full_draw_b = scenarios.iter().map(full).sum();
    let is_open = case.start().is_withheld("commit_total_b") && !case.has_accepted();
    Weighing { scenarios, is_open, npv_b, full_draw_b }
}

impl Weighed {
    fn of(scenario: &'static Scenario, weight: f64, stake: Stake, case: &Case) -> Self {
        let inputs = case.at(scenario);
        let npv = |inputs: &Inputs| model::value(inputs).npv_for(stake);
        let full_draw_b = (inputs.milestone_prob < 1.0).then(|| npv(&Inputs { milestone_prob: 1.0, ..inputs }));
        Self { scenario, weight, npv_b: npv(&inputs), full_draw_b }
    }
}
