//! What the model is told: one value per assumption, in the units of the wire format.
//!
//! Money is in billions of US dollars ("$B", nominal), rates and shares are decimals, times are deal years from closing
//! (20 April 2026). The `catalog` knows defaults and limits and is the only place that builds an [`Inputs`] from the
//! outside, so inside the model a value is always finite and within the model limits.

use super::{BuyerInputs, LabInputs};

/// Upper bound of every year-like input; the engine's arrays are this long.
pub const MAX_YEARS: usize = 50;

/// All assumptions: those of the deal, and in two parts of their own those of the buyer and of the lab. Field names are
/// the wire format.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each field is described, with unit, limits and source, by its catalogue row")]
pub struct Inputs {
    pub immediate_b: f64,
    pub contingent_b: f64,
    pub milestone_prob: f64,
    pub milestone_start_year: u32,
    pub milestone_count: u32,
    pub prior_invest_b: f64,
    pub prior_mode: PriorMode,
    pub commit_total_b: f64,
    pub commit_years: u32,
    pub commit_shape: CommitShape,
    pub ramp_ratio: f64,
    pub backload_growth: f64,
    pub fulfilment: f64,
    pub take_or_pay: f64,
    pub stranded_share: f64,
    pub commit_incremental: f64,
    pub afford_cap: f64,
    pub default_hazard: f64,
    pub arr0_b: f64,
    pub arr_g1: f64,
    pub arr_g_lt: f64,
    pub arr_g_decay: f64,
    pub lens: Lens,
    pub commit_margin: f64,
    pub price_b_per_gw_yr: f64,
    pub capex_b_per_gw: f64,
    pub silicon_saving: f64,
    pub it_share: f64,
    pub it_life: u32,
    pub fac_life: u32,
    pub opex_b_per_gw_yr: f64,
    pub gw_headline: f64,
    pub residual_pct: f64,
    pub aws_customers: f64,
    pub adopters0: f64,
    pub adoption_model: AdoptionModel,
    pub adoption_ceiling: f64,
    pub adoption_speed: f64,
    pub bass_p: f64,
    pub bass_q: f64,
    pub linear_years: u32,
    pub rev_per_adopter_k: f64,
    pub rpa_growth: f64,
    pub incr_share: f64,
    pub overlap: f64,
    pub ent_margin: f64,
    pub entry_valuation_b: f64,
    pub tranche_pricing: TranchePricing,
    pub exit_year: u32,
    pub exit_multiple: f64,
    pub dilution: f64,
    pub equity_haircut: f64,
    pub prior_stake: f64,
    pub discount_rate: f64,
    pub tax_rate: f64,
    pub horizon_years: u32,
    pub timing: Timing,
    pub financing_rate: f64,
    pub aws_rev0_b: f64,
    pub aws_growth: f64,
    pub buyer: BuyerInputs,
    pub lab: LabInputs,
}

/// Declares an enum whose variants are known by a wire name and a position.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every option, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The option at a position of [`Self::ALL`]; the first when there is none there.
            #[must_use]
            pub fn at(position: usize) -> Self {
                #[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
                const FIRST: $name = $name::ALL[0];
                Self::ALL.get(position).copied().unwrap_or(FIRST)
            }

            /// The position in [`Self::ALL`].
            #[must_use]
            pub const fn position(self) -> usize {
                self as usize
            }
        }
    };
}

choice! {
    /// How the money invested before this deal is treated.
    PriorMode {
        /// Left out, with its stake: it cannot be undone.
        Sunk,
        /// Paid again at closing, and its stake counted.
        AtCost,
    }
}
choice! {
    /// How the commitment is spread over its term.
    CommitShape {
        /// The same every year.
        Flat,
        /// In a straight line to `ramp_ratio` times the first year.
        Ramp,
        /// Growing by `backload_growth` a year.
        BackLoaded,
        /// In step with the lab's revenue.
        GrowthLinked,
    }
}
choice! {
    /// Where the cost of capacity stands.
    Lens {
        /// Inside the operating margin, as depreciation.
        Margin,
        /// As capital expenditure when the machines are bought.
        Capex,
    }
}
choice! {
    /// How enterprise adoption grows.
    AdoptionModel {
        /// S-curve to the ceiling.
        Logistic,
        /// Bass diffusion: innovators and imitators.
        Bass,
        /// Straight line to the ceiling over `linear_years`.
        Linear,
        /// Stays where it is today.
        None,
    }
}
choice! {
    /// The valuation at which later tranches buy shares.
    TranchePricing {
        /// The modelled valuation of the day.
        Market,
        /// The valuation of the first tranche.
        Entry,
    }
}
choice! {
    /// When the operating flows of a year arrive.
    Timing {
        /// At the end of the year (conservative).
        End,
        /// In the middle of the year.
        Mid,
    }
}

impl Inputs {
    /// The ceiling of the new money: both tranches, in $B.
    #[must_use]
    pub fn new_money_ceiling_b(&self) -> f64 {
        self.immediate_b + self.contingent_b
    }

    /// The new money that is expected to be paid, in $B.
    #[must_use]
    pub fn new_money_expected_b(&self) -> f64 {
        self.immediate_b + self.contingent_b * self.milestone_prob
    }
}
