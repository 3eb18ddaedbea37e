//! The commitment, year by year, and what becomes of it.
#![allow(clippy::inline_always, reason = "the innermost loop, in a build that is small before it is fast")]

use super::lab::LabGrowth;
use super::{CommitShape, Inputs, positive, smaller};

/// Spreads the commitment over its term: every year gets its weight's part of the total.
#[derive(Clone, Copy, Debug)]
pub(super) struct DrawDown {
    total_b: f64,
    term: u32,
    shape: CommitShape,
    /// Weight of the year to come (flat, ramp, back-loaded).
    weight: f64,
    /// What turns this year's weight into the next one's: a summand (ramp) or a factor (back-loaded).
    step: f64,
    weight_sum: f64,
}

impl DrawDown {
    pub fn new(inputs: &Inputs) -> Self {
        let term = inputs.commit_years;
        let step = match inputs.commit_shape {
            CommitShape::Flat | CommitShape::GrowthLinked => 1.0,
            CommitShape::Ramp if term > 1 => (inputs.ramp_ratio - 1.0) / f64::from(term - 1),
            CommitShape::Ramp => 0.0,
            CommitShape::BackLoaded => 1.0 + inputs.backload_growth,
        };
        let mut plan = Self {
            total_b: inputs.commit_total_b,
            term,
            shape: inputs.commit_shape,
            weight: 1.0,
            step,
            weight_sum: 1.0,
        };
        plan.weight_sum = plan.sum_of_weights(inputs);
        plan
    }

    fn sum_of_weights(mut self, inputs: &Inputs) -> f64 {
        match self.shape {
            CommitShape::Flat => f64::from(self.term),
            CommitShape::GrowthLinked => {
                let mut lab = LabGrowth::new(inputs);
                (0..self.term).map(|_| lab.next_year().revenue_b).sum()
            }
            CommitShape::Ramp | CommitShape::BackLoaded => (0..self.term).map(|_| self.next_weight(0.0)).sum(),
        }
    }

    #[inline(always)]
    fn next_weight(&mut self, lab_revenue_b: f64) -> f64 {
        let weight = self.weight;
        match self.shape {
            CommitShape::Flat => {}
            CommitShape::Ramp => self.weight += self.step,
            CommitShape::BackLoaded => self.weight *= self.step,
            CommitShape::GrowthLinked => return lab_revenue_b,
        }
        weight
    }

    /// Commitment of deal year `t` in $B; nothing after the term. Call once a year, in order.
    #[inline(always)]
    pub fn next_commit(&mut self, t: u32, lab_revenue_b: f64) -> f64 {
        if t > self.term {
            return 0.0;
        }
        self.total_b * self.next_weight(lab_revenue_b) / self.weight_sum
    }
}

/// What becomes of one year's commitment, $B.
#[derive(Clone, Copy, Debug)]
pub(super) struct Usage {
    /// Expected usage.
    pub expected: f64,
    /// Shortfall owed by a lab that still pays.
    pub owed: f64,
    /// All contracted usage that never comes, whatever the reason.
    pub missing: f64,
    /// Usage that would not have come anyway: the only one that earns.
    pub incremental: f64,
}

impl Usage {
    /// `pays` is the probability that the lab still pays.
    #[inline(always)]
    pub fn of_year(inputs: &Inputs, commit_b: f64, lab_revenue_b: f64, pays: f64) -> Self {
        let wanted = inputs.fulfilment * commit_b;
        let affordable = inputs.afford_cap * positive(lab_revenue_b);
        let while_paying = smaller(wanted, affordable);
        let expected = pays * while_paying;
        let owed = pays * positive(commit_b - while_paying);
        Self {
            expected,
            owed,
            missing: owed + (1.0 - pays) * commit_b,
            incremental: inputs.commit_incremental * expected,
        }
    }
}
