//! How far inputs may lie from their present value, as data: the ends of the tornado, the distributions of the
//! simulation and how they move together. All of it is assumption.

use super::{Limits, Side};

/// One bar of the tornado: an input with its worse and its better end, at the defaults.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// The input.
    pub id: &'static str,
    /// The end that is worse for the side that asks; it may be the larger number.
    pub low: f64,
    /// The better end.
    pub high: f64,
}

/// The bars of the investor's deal, in the order that equal swings keep.
pub const TORNADO: [Swing; 14] = [
    swing("commit_margin", 0.14, 0.38),
    swing("adoption_ceiling", 0.15, 0.45),
    swing("incr_share", 0.2, 0.6),
    swing("rev_per_adopter_k", 30.0, 100.0),
    swing("ent_margin", 0.2, 0.5),
    swing("discount_rate", 0.12, 0.08),
    swing("fulfilment", 0.6, 1.2),
    swing("milestone_prob", 1.0, 0.25),
    swing("tax_rate", 0.25, 0.15),
    swing("adoption_speed", 0.25, 0.65),
    swing("rpa_growth", 0.0, 0.2),
    swing("overlap", 0.5, 0.0),
    swing("commit_incremental", 0.5, 1.0),
    swing("default_hazard", 0.05, 0.0),
];

/// The bars of the lab's burden: the run-rate as booked net and as reported later, growth and margin as far as the deal's
/// simulation draws them or about as wide.
pub const LAB_TORNADO: [Swing; 5] = [
    swing("arr0_b", 22.0, 47.0),
    swing("arr_g1", 0.1, 1.2),
    swing("arr_g_lt", 0.0, 0.1),
    swing("arr_g_decay", 0.4, 0.8),
    swing("lab_gross_margin", 0.25, 0.55),
];

/// The bars of the buyer's commitment: what the buyer forecasts, what it can negotiate, and what leaving costs.
pub const BUYER_TORNADO: [Swing; 12] = [
    swing("usage_realised", 0.7, 1.1),
    swing("demand_growth", 0.0, 0.3),
    swing("price_drift", 0.1, 0.0),
    swing("discount", 0.06, 0.15),
    swing("commit_step", 0.2, 0.0),
    swing("shortfall_rate", 1.0, 0.5),
    swing("price_match", 0.0, 1.0),
    swing("saving_realised", 0.0, 1.0),
    swing("switch_prob", 0.5, 0.0),
    swing("switch_cost_m", 5.0, 0.5),
    swing("dual_run_months", 9.0, 1.0),
    swing("buyer_discount_rate", 0.12, 0.06),
];

/// The bars of a side.
#[must_use]
pub const fn swings(side: Side) -> &'static [Swing] {
    match side {
        Side::Investor => &TORNADO,
        Side::Lab => &LAB_TORNADO,
        Side::Buyer => &BUYER_TORNADO,
    }
}

/// How a drawn input scatters around its present value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scatter {
    /// Triangular between two ends; they hold for the default and move along with the present value, which is the mode.
    Triangular {
        /// Lower end at the default.
        low: f64,
        /// Upper end at the default.
        high: f64,
    },
    /// Lognormal with the present value as median.
    Lognormal {
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
}

/// Limits of a lognormal spread that somebody chooses.
pub const SIGMA: Limits = Limits { min: 0.0, max: 3.0 };

/// How many inputs are drawn.
pub const DRAWN: usize = 11;

/// The drawn inputs. Their order is part of the result: one uniform number each, in this order.
pub const DISTRIBUTIONS: [(&str, Scatter); DRAWN] = [
    ("arr_g1", Scatter::Triangular { low: 0.1, high: 1.2 }),
    ("adoption_ceiling", Scatter::Triangular { low: 0.12, high: 0.6 }),
    ("rev_per_adopter_k", Scatter::Lognormal { sigma: 0.5 }),
    ("incr_share", Scatter::Triangular { low: 0.1, high: 0.7 }),
    ("commit_margin", Scatter::Triangular { low: 0.1, high: 0.42 }),
    ("ent_margin", Scatter::Triangular { low: 0.15, high: 0.55 }),
    ("fulfilment", Scatter::Triangular { low: 0.5, high: 1.2 }),
    ("milestone_prob", Scatter::Triangular { low: 0.25, high: 1.0 }),
    ("exit_multiple", Scatter::Lognormal { sigma: 0.4 }),
    ("commit_incremental", Scatter::Triangular { low: 0.6, high: 1.0 }),
    ("default_hazard", Scatter::Triangular { low: 0.0, high: 0.06 }),
];

/// Correlations between drawn inputs, by position; all others are zero. Growth, adoption and paid milestones move
/// together because the milestones are commercial.
pub const CORRELATIONS: [(usize, usize, f64); 15] = [
    (0, 1, 0.5),
    (0, 2, 0.3),
    (0, 6, 0.6),
    (0, 7, 0.6),
    (0, 8, 0.4),
    (1, 2, -0.2),
    (1, 7, 0.5),
    (4, 5, 0.5),
    (6, 7, 0.4),
    (0, 10, -0.5),
    (1, 10, -0.25),
    (2, 10, -0.15),
    (6, 10, -0.3),
    (7, 10, -0.3),
    (8, 10, -0.2),
];

const fn swing(id: &'static str, low: f64, high: f64) -> Swing {
    Swing { id, low, high }
}
