//! How the lab grows.

use super::super::{Group, Input};

const GROUP: Group = Group::LabGrowth;

pub(super) const ROWS: &[Input] = &[
    row! {
        arr0_b "runrate": number BillionUsd, "Run-rate at closing",
        "The lab's annualised run-rate at closing; not the revenue of a year.",
        slider(5.0, 150.0, 1.0), model(0.001, 100_000.0), default 30.0,
        Stated ["S13", "P15", "C9"] "2026-04",
        "Stated as 30. Booked gross: about 22 net of what cloud partners keep, a disputed figure; 47 was reported in late May 2026.",
    },
    row! {
        arr_g1 "growth": number PercentPerYear, "Growth in year 1",
        "Growth of the lab's run-rate in the first deal year.",
        slider(-0.3, 2.0, 0.05), model(-0.95, 10.0), default 0.6,
        Assumption ["S14", "P15"] "2026-05",
        "Far below the recent pace of 9 to 30 in four months. The path passes 66 in April 2028, near the lab's own plan of up to 70.",
    },
    row! {
        arr_g_lt "longgrowth": number PercentPerYear, "Long-run growth",
        "The yearly growth towards which the lab's run-rate settles.",
        slider(-0.05, 0.3, 0.01), model(-0.95, 10.0), default 0.05,
        Assumption [] "2026-05", "About the growth of an economy in current prices.",
    },
    row! {
        arr_g_decay "persist": number Plain, "Persistence of growth",
        "How much of the growth above the long run is left a year later; 1 keeps it for ever.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 0.6,
        Assumption [] "2026-05", "Extra growth loses 40% a year, so that most of it is gone by year 6.",
    },
];
