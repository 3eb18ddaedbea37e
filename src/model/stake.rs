//! What the shares count for, and the NPV that follows.

use super::{Outcome, Value};

/// What the shares count for; the page's equity switch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stake {
    /// Nothing: the commercial deal has to carry the whole investment.
    #[default]
    LeftOut,
    /// Exactly what was paid for them.
    AtCost,
    /// Their value at the modelled exit.
    ModelledExit,
}

impl Stake {
    /// All positions, in the order of the page.
    pub const ALL: [Self; 3] = [Self::LeftOut, Self::AtCost, Self::ModelledExit];
}

impl Value {
    /// The NPV with the shares treated as the reader chose, in $B.
    #[must_use]
    pub fn npv_for(&self, stake: Stake) -> f64 {
        match stake {
            Stake::LeftOut => self.npv_b,
            Stake::AtCost => self.npv_stake_at_cost_b,
            Stake::ModelledExit => self.npv_with_equity_b,
        }
    }
}

impl Outcome {
    /// The NPV with the shares treated as the reader chose, in $B.
    #[must_use]
    pub fn npv_for(&self, stake: Stake) -> f64 {
        match stake {
            Stake::LeftOut => self.npv_b,
            Stake::AtCost => self.npv_stake_at_cost_b,
            Stake::ModelledExit => self.npv_with_equity_b,
        }
    }
}
