//! What the lab earns and was given.

use super::super::{Group, Input};

const GROUP: Group = Group::Burden;

pub(super) const ROWS: &[Input] = &[
    row! {
        lab_gross_margin "grossmargin" in [lab.lab_gross_margin]: number Percent, "Gross margin of the lab",
        "What is left of the lab's revenue after the cost of serving it.",
        slider(-0.2, 0.9, 0.01), model(-1.0, 1.0), default 0.4,
        Public ["P15"] "2026", "Reported as about 40%; how much of the clouds' bills it already contains was not reported.",
    },
    row! {
        funding_b "funding" in [lab.funding_b]: number BillionUsd, "Money from the investor",
        "The new money that could pay for the first obligation.",
        slider(0.0, 125.0, 1.0), model(0.0, 100_000.0), default 25.0,
        Stated ["S4", "C2"] "2026-04-20", "The ceiling: 5 at closing and up to 20 on milestones.",
    },
    row! {
        years "labyears" in [lab.years]: whole Years, "Years shown",
        "The number of deal years over which revenue and obligations are compared.",
        slider(1.0, 15.0, 1.0), model(1.0, 50.0), default 10.0,
        Stated ["S9"] "2026-04-20", "The term of the first obligation.",
    },
];
