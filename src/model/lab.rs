//! The lab's run-rate and revenue.
#![allow(clippy::inline_always, reason = "the innermost loop, in a build that is small before it is fast")]

use super::Inputs;

/// Walks through the lab's years: growth fades geometrically from its first-year rate to the long-run rate.
#[derive(Clone, Copy, Debug)]
pub(super) struct LabGrowth {
    run_rate_b: f64,
    long_run: f64,
    excess: f64,
    decay: f64,
}

/// One year of the lab.
#[derive(Clone, Copy, Debug)]
pub(super) struct LabYear {
    /// Growth of the run-rate over the year.
    pub growth: f64,
    /// Run-rate at the end of the year, $B.
    pub run_rate_b: f64,
    /// Revenue of the year, $B: the mean of the run-rates at its two ends.
    pub revenue_b: f64,
}

impl LabGrowth {
    pub fn new(inputs: &Inputs) -> Self {
        Self {
            run_rate_b: inputs.arr0_b,
            long_run: inputs.arr_g_lt,
            excess: inputs.arr_g1 - inputs.arr_g_lt,
            decay: inputs.arr_g_decay,
        }
    }

    #[inline(always)]
    pub fn next_year(&mut self) -> LabYear {
        let growth = self.long_run + self.excess;
        let start = self.run_rate_b;
        let end = start * (1.0 + growth);
        self.excess *= self.decay;
        self.run_rate_b = end;
        LabYear { growth, run_rate_b: end, revenue_b: 0.5 * (start + end) }
    }
}
