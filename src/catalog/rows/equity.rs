//! What the shares bring.

use super::super::{Group, Input};

const GROUP: Group = Group::Equity;

pub(super) const ROWS: &[Input] = &[
    row! {
        entry_valuation_b "entry": number BillionUsd, "Entry valuation",
        "What the whole lab is worth just after the first tranche.",
        slider(100.0, 1_500.0, 10.0), model(0.1, 100_000.0), default 380.0,
        Public ["P11", "P12"] "2026-02", "The round of February 2026; two sources give 380 for this tranche, one gives 350.",
    },
    row! {
        tranche_pricing "pricing": choice TranchePricing [("market", "Price of the day"), ("entry", "Entry price")],
        "Price of later tranches",
        "The valuation at which later tranches buy shares.",
        default Market,
        Assumption ["S46"] "2026-05", "Unpublished. The entry price would be a free option for the investor.",
    },
    row! {
        exit_year "exit": whole Years, "Exit year",
        "The deal year at whose end the shares are valued.",
        slider(1.0, 15.0, 1.0), model(1.0, 50.0), default 10.0,
        Assumption [] "2026-05", "The end of the commitment. An exit beyond the horizon counts for nothing, and a warning says so.",
    },
    row! {
        exit_multiple "multiple": number Multiple, "Exit multiple",
        "The lab's value at exit, divided by its run-rate then.",
        slider(0.5, 30.0, 0.5), model(0.01, 1_000.0), default 6.0,
        Assumption ["P11", "P15"] "2026-05", "About half of today's 12.7 (380 over 30), as for a mature company; 965 over 47 would be 20.5.",
    },
    row! {
        dilution "dilution": number PercentPerYear, "Dilution",
        "The part of its stake that the investor loses each year to new shares.",
        slider(0.0, 0.2, 0.01), model(0.0, 0.99), default 0.05,
        Assumption [] "2026-05", "The lab raises money often; the terms of the shares are unpublished.",
    },
    row! {
        equity_haircut "haircut": number Percent, "Haircut on the shares",
        "The discount for shares that are hard to sell and carry no vote.",
        slider(0.0, 0.8, 0.05), model(0.0, 1.0), default 0.25,
        Assumption ["P13"] "2026-05", "A common size for such a discount; the holding is reported as non-voting.",
    },
    row! {
        prior_stake "priorstake": number Percent, "Stake from earlier money",
        "The share of the lab that the earlier investment bought; used only when that is counted at cost.",
        slider(0.0, 0.3, 0.01), model(0.0, 1.0), default 0.17,
        Public ["P13", "P14"] "2026-03-31", "Derived from the fair value in the owner's accounts, which implies 16% to 20%.",
    },
];
