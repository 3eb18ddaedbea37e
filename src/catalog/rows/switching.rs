//! What the buyer saves by moving in, and what moving out would cost.

use super::super::{Group, Input};

const GROUP: Group = Group::Switching;

pub(super) const ROWS: &[Input] = &[
    row! {
        saving_base_m "savebase" in [buyer.saving_base_m]: number MillionUsd, "Cost that can be saved on",
        "The yearly cost of the workload to which the claimed saving applies; never the whole spending.",
        slider(0.0, 100.0, 0.5), model(0.0, 1_000_000.0), default 5.0,
        Assumption [] "2026-05", "A tenth of the example's demand: the claim is about one workload.",
    },
    row! {
        saving_pct "claim" in [buyer.saving_pct]: number Percent, "Claimed saving",
        "The saving of infrastructure cost that a vendor's case study claims.",
        slider(0.0, 0.8, 0.01), model(0.0, 1.0), default 0.55,
        Stated ["S38"] "2025", "A claim: one case, published by the vendor, about one workload. No public report confirms it.",
    },
    row! {
        saving_realised "cameoff" in [buyer.saving_realised]: number Percent, "Claim that comes true",
        "The share of the claimed saving that the buyer really gets.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 0.5,
        Assumption ["S38"] "2026-05", "Half, because the claim is a vendor's own and nobody has confirmed it.",
    },
    row! {
        switch_prob "leaving" in [buyer.switch_prob]: number Percent, "Probability of a switch",
        "How likely it is that the buyer moves to another platform in the year below.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 0.25,
        Assumption ["S44"] "2026-05", "One in four; no source gives a number.",
    },
    row! {
        switch_year "leaveyear" in [buyer.switch_year]: whole Years, "Year of the switch",
        "The year of the contract in which the buyer would move; beyond the term it costs nothing.",
        slider(0.0, 5.0, 1.0), model(0.0, 50.0), default 3.0,
        Stated ["S44"] "2026-04", "An article gives buyers two to three years until they can switch.",
    },
    row! {
        switch_cost_m "leavecost" in [buyer.switch_cost_m]: number MillionUsd, "Cost of switching",
        "The work of moving to another platform.",
        slider(0.0, 50.0, 0.1), model(0.0, 1_000_000.0), default 2.0,
        Public ["P25"] "2026", "Weak reports: 0.3 on average, 1.75 in the median for a whole platform; rounded up.",
    },
    row! {
        dual_run_months "dualrun" in [buyer.dual_run_months]: number Months, "Months on both platforms",
        "For how long both platforms run, and are paid, during a move.",
        slider(0.0, 24.0, 1.0), model(0.0, 600.0), default 4.0,
        Assumption [] "2026-05", "A third of a year; it is paid at the contract's prices of that year.",
    },
];
