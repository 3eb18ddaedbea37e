//! What each side wants more of: the number that tracks, goals, swings, grids and comparisons are about.

use crate::catalog::{Side, Unit};
use crate::model::{self, Inputs, Stake, burden, buyer};

/// One number of a set of inputs; above zero is better than below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objective {
    /// The NPV of the deal to the investor, with the shares as the reader treats them.
    Npv(Stake),
    /// The NPV of the buyer's commitment.
    BuyerNpv,
    /// The lab's headroom: the smallest, over the years, of its gross profit less its obligations.
    LabHeadroom,
}

impl Objective {
    /// The NPV of the deal before the shares.
    pub const DEAL: Self = Self::Npv(Stake::LeftOut);

    /// What a side wants; the stake matters to the investor alone.
    #[must_use]
    pub const fn of(side: Side, stake: Stake) -> Self {
        match side {
            Side::Investor => Self::Npv(stake),
            Side::Lab => Self::LabHeadroom,
            Side::Buyer => Self::BuyerNpv,
        }
    }

    /// Whose number it is.
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::Npv(_) => Side::Investor,
            Self::LabHeadroom => Side::Lab,
            Self::BuyerNpv => Side::Buyer,
        }
    }

    /// In what it is measured.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Npv(_) | Self::LabHeadroom => Unit::BillionUsd,
            Self::BuyerNpv => Unit::MillionUsd,
        }
    }

    /// The number, in its unit. Allocates nothing.
    #[must_use]
    pub fn value(self, inputs: &Inputs) -> f64 {
        match self {
            Self::Npv(stake) => model::value(inputs).npv_for(stake),
            Self::BuyerNpv => buyer::npv(inputs),
            Self::LabHeadroom => burden::headroom(inputs),
        }
    }

    /// The money that moves, in its unit: what a rounding error is small against.
    pub(super) fn volume(self, inputs: &Inputs) -> f64 {
        match self {
            Self::Npv(_) => 1.0 + inputs.new_money_ceiling_b() + inputs.commit_total_b,
            Self::BuyerNpv => 1.0 + inputs.buyer.demand_m + inputs.buyer.commit_m + inputs.buyer.switch_cost_m,
            Self::LabHeadroom => inputs.lab.owed().fold(1.0 + inputs.arr0_b, |sum, owed| sum + owed.per_year_b()),
        }
    }
}
