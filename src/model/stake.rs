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

    /// The name of the wire format and of links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::LeftOut => "left_out",
            Self::AtCost => "at_cost",
            Self::ModelledExit => "modelled_exit",
        }
    }

    /// The position of a name.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stake| stake.id() == id)
    }

    /// The figure of this position, of those of all three.
    const fn of(self, [left_out, at_cost, modelled_exit]: [f64; 3]) -> f64 {
        match self {
            Self::LeftOut => left_out,
            Self::AtCost => at_cost,
            Self::ModelledExit => modelled_exit,
        }
    }
}

impl Value {
    /// The NPV with the shares treated as the reader chose, in $B.
    #[must_use]
    pub fn npv_for(&self, stake: Stake) -> f64 {
        stake.of([self.npv_b, self.npv_stake_at_cost_b, self.npv_with_equity_b])
    }
}

impl Outcome {
    /// The NPV with the shares treated as the reader chose, in $B.
    #[must_use]
    pub fn npv_for(&self, stake: Stake) -> f64 {
        stake.of([self.npv_b, self.npv_stake_at_cost_b, self.npv_with_equity_b])
    }
}
