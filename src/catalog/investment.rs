//! The composite input "Investment": the ceiling of the new money, over both tranches.

use super::{Input, LimitFault, Limits, rows};
use crate::model::Inputs;

const IMMEDIATE: &Input = rows::known("immediate_b");
const CONTINGENT: &Input = rows::known("contingent_b");

/// The useful range.
pub const LIMITS: Limits = Limits { min: 0.0, max: 125.0 };

const ROUNDING: f64 = 1e-9;

/// The immediate tranche's part of the new money. The page remembers it, so that an investment that was dragged to zero
/// comes back with the proportion that it had.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportion(f64);

impl Default for Proportion {
    /// One part now, four parts on milestones.
    fn default() -> Self {
        Self(0.2)
    }
}

impl Proportion {
    /// Takes the present proportion, if there is any new money to take it from. What only rounding tells apart is the
    /// same proportion: moves to and fro would otherwise wear it down.
    pub fn remember(&mut self, inputs: &Inputs) {
        let total = get(inputs);
        let present = inputs.immediate_b / total;
        if total > 0.0 && (present - self.0).abs() > ROUNDING {
            self.0 = present;
        }
    }

    /// A remembered proportion; what is no part of one counts as the nearer end.
    #[must_use]
    pub fn of(share: f64) -> Self {
        if share.is_nan() { Self::default() } else { Self(share.clamp(0.0, 1.0)) }
    }

    /// The immediate tranche's part, from 0 to 1.
    #[must_use]
    pub fn immediate_share(self) -> f64 {
        self.0
    }
}

/// The ceiling of the new money, in $B.
#[must_use]
pub fn get(inputs: &Inputs) -> f64 {
    inputs.new_money_ceiling_b()
}

/// Whether both tranches differ while their proportion is the same: one slider moved them.
#[must_use]
pub fn moved_together(now: &Inputs, then: &Inputs) -> bool {
    // Equal proportions, multiplied out so that zero money has every proportion.
    let skew = now.immediate_b * then.contingent_b - then.immediate_b * now.contingent_b;
    IMMEDIATE.differs(now, then) && CONTINGENT.differs(now, then) && skew.abs() < ROUNDING
}

/// Sets both tranches to a new total, in the present proportion or else the remembered one.
///
/// # Errors
/// When the total is nothing that one tranche could be; nothing is then changed.
pub fn set(inputs: &mut Inputs, proportion: &mut Proportion, total: f64) -> Result<(), LimitFault> {
    IMMEDIATE.check(total)?;
    proportion.remember(inputs);
    let immediate = IMMEDIATE.model.clamp(total * proportion.0);
    let contingent = CONTINGENT.model.clamp(total - immediate);
    IMMEDIATE.set(inputs, immediate)?;
    CONTINGENT.set(inputs, contingent)
}
