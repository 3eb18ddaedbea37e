//! The buyer's company, its demand, and the prices around it.

use super::super::{Group, Input};

const GROUP: Group = Group::Market;

pub(super) const ROWS: &[Input] = &[
    row! {
        demand_m "demand" in [buyer.demand_m]: number MillionUsd, "Demand at list price",
        "What the buyer would use of cloud and AI in year 1, at the list price of today.",
        slider(1.0, 250.0, 1.0), model(0.0, 1_000_000.0), default 50.0,
        Assumption [] "2026-05", "An example: one percent of the example's revenue. Only spending that the contract counts belongs here.",
    },
    row! {
        demand_growth "demandup" in [buyer.demand_growth]: number PercentPerYear, "Growth of demand",
        "How fast the buyer's demand grows.",
        slider(-0.3, 1.0, 0.01), model(-0.95, 10.0), default 0.15,
        Assumption [] "2026-05", "An example; the buyer's own forecast belongs here, and the next row says how much of it comes.",
    },
    row! {
        usage_realised "realised" in [buyer.usage_realised]: number Percent, "Demand that comes true",
        "The share of the forecast demand that is really used, in every year.",
        slider(0.0, 2.0, 0.01), model(0.0, 10.0), default 1.0,
        Assumption [] "2026-05", "As forecast. Below nine tenths the example's contract costs more than paying as one goes.",
    },
    row! {
        price_drift "drift" in [buyer.price_drift]: number PercentPerYear, "Fall of the market price",
        "How much the market price of the same use falls each year.",
        slider(-0.1, 0.4, 0.01), model(-1.0, 1.0), default 0.05,
        Assumption [] "2026-05", "A cautious guess: list prices of computing have mostly fallen, those of new chips have not.",
    },
    row! {
        revenue_m "sales" in [buyer.revenue_m]: number MillionUsd, "Revenue of the buyer",
        "The buyer's own yearly revenue, to say how large the commitment is.",
        slider(50.0, 50_000.0, 50.0), model(0.0, 10_000_000.0), default 5_000.0,
        Assumption [] "2026-05", "An example of a large company; it moves one ratio and nothing else.",
    },
    row! {
        buyer_discount_rate "hurdle" in [buyer.buyer_discount_rate]: number Percent, "Discount rate of the buyer",
        "The yearly return that the buyer requires.",
        slider(0.0, 0.25, 0.005), model(0.0, 1.0), default 0.09,
        Assumption ["P10"] "2026-05", "Near the public estimates for large technology companies; the buyer's own rate belongs here.",
    },
];
