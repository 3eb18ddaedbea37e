//! The terms of the buyer's contract.

use super::super::{Group, Input};

const GROUP: Group = Group::Contract;

pub(super) const ROWS: &[Input] = &[
    row! {
        commit_m "pledge" in [buyer.commit_m]: number MillionUsd, "Yearly commitment",
        "What the buyer agrees to spend with the cloud in the first year of the contract.",
        slider(0.0, 200.0, 1.0), model(0.0, 1_000_000.0), default 45.0,
        Assumption ["P24"] "2026-05", "An example: nine tenths of a demand of 50. Such contracts begin at about 1 a year.",
    },
    row! {
        commit_step "stepup" in [buyer.commit_step]: number PercentPerYear, "Yearly step-up",
        "How much more the buyer commits to in each further year.",
        slider(0.0, 0.5, 0.01), model(-0.95, 10.0), default 0.1,
        Assumption [] "2026-05", "Less than the growth of demand in the example, so that the contract does not outgrow it.",
    },
    row! {
        term_years "contract" in [buyer.term_years]: whole Years, "Term of the contract",
        "For how many years the buyer commits.",
        slider(1.0, 5.0, 1.0), model(1.0, 50.0), default 3.0,
        Stated ["S43", "P24"] "2026-04", "An article plans for three years; public guides speak of terms of one to five.",
    },
    row! {
        discount "discount" in [buyer.discount]: number Percent, "Discount",
        "What the cloud takes off the list price in return for the commitment.",
        slider(0.05, 0.3, 0.01), model(0.0, 1.0), default 0.09,
        Public ["P24"] "2026", "First contracts are reported to bring 6% to 15%, large ones 20% to 30% and more.",
    },
    row! {
        shortfall_rate "shortfall" in [buyer.shortfall_rate]: number Percent, "Shortfall billed",
        "The share of unused commitment that the cloud bills anyway.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 1.0,
        Public ["P24"] "2026", "A shortfall is billed in full, as reported; a lower share, or moving it into the next year, is negotiable.",
    },
    row! {
        price_match "pricematch" in [buyer.price_match]: number Percent, "Price match",
        "The share of falling market prices that the contract passes on to the buyer.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 0.0,
        Assumption ["S45"] "2026-05", "None without a clause; an article tells buyers to ask for one.",
    },
    row! {
        lock_in_after_year "lockin" in [buyer.lock_in_after_year]: whole Years, "Lock-in after year",
        "The last year in which price cuts are still passed on; 0 means that there is no such limit.",
        slider(0.0, 5.0, 1.0), model(0.0, 50.0), default 0.0,
        Assumption ["S42"] "2026-05", "Off. An article says that the buyer's leverage is gone after year three: try 3.",
    },
];
