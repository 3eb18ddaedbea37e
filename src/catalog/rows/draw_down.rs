//! How the commitment is used and paid.

use super::super::{Group, Input};

const GROUP: Group = Group::DrawDown;

pub(super) const ROWS: &[Input] = &[
    row! {
        commit_total_b "commit": number BillionUsd, "Commitment",
        "What the lab has agreed to spend with the cloud over the whole term.",
        slider(0.0, 300.0, 5.0), model(0.0, 100_000.0), default 100.0,
        Stated ["S9", "P28", "C1"] "2026-04-20",
        "Reported as more than 100 over ten years, so 100 is a floor. One payment from the lab to the cloud, counted once.",
    },
    row! {
        commit_years "term": whole Years, "Term of the commitment",
        "The number of years over which the commitment is spent.",
        slider(1.0, 15.0, 1.0), model(1.0, 50.0), default 10.0,
        Stated ["S9", "S10"] "2026-04-20", "Reported as ten years.",
    },
    row! {
        commit_shape "shape": choice CommitShape [
            ("flat", "Flat"), ("ramp", "Ramp"), ("back_loaded", "Back-loaded"), ("growth_linked", "With revenue"),
        ],
        "Shape of the draw-down",
        "How the commitment is spread over its years.",
        default Flat,
        Stated ["S10", "P17"] "2026-04",
        "The articles divide 100 by ten years; analysts expect about 10 for 2026. Every later shape lowers the present value.",
    },
    row! {
        ramp_ratio "ramp": number Multiple, "Ramp, last year over first",
        "How many times the last year's part is larger than the first year's, in the ramp shape.",
        slider(1.0, 20.0, 0.5), model(0.0, 1_000.0), default 5.0,
        Assumption [] "2026-05", "No schedule was published; five times is a plain example. Used by the ramp only.",
    },
    row! {
        backload_growth "backload": number PercentPerYear, "Growth of the back-loaded draw",
        "How fast the yearly part grows, in the back-loaded shape.",
        slider(0.0, 1.0, 0.05), model(-0.95, 10.0), default 0.25,
        Assumption [] "2026-05", "No schedule was published; a quarter more each year is a plain example. Used by that shape only.",
    },
    row! {
        fulfilment "use": number Percent, "Use of the commitment",
        "What the lab uses, as a share of what it committed to.",
        slider(0.0, 1.5, 0.05), model(0.0, 10.0), default 1.0,
        Assumption ["S9", "C7"] "2026-05", "Used as agreed; the reports say more than 100, one reading says that the spend depends on milestones.",
    },
    row! {
        take_or_pay "takeorpay": number Percent, "Shortfall collected",
        "The share of unused commitment that the cloud can collect anyway.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 0.5,
        Assumption ["P16", "C7"] "2026-05",
        "The terms are unpublished, and one second-hand report says that there is no floor: try 0. \
         At the default a commitment that nobody uses still earns.",
    },
    row! {
        stranded_share "idle": number Percent, "Unused capacity left idle",
        "The share of unused capacity that cannot be sold to somebody else.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 0.5,
        Assumption [] "2026-05", "Half of it finds another customer; nothing is known about the contract's capacity.",
    },
    row! {
        commit_incremental "incr": number Percent, "Incremental share of the commitment",
        "The part of the lab's usage that would not have come to this cloud anyway.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 1.0,
        Assumption ["P17"] "2026-05",
        "The friendliest case. Analysts expected about 10 of spending in 2026 before this deal; \
         at half, the default deal loses far more.",
    },
    row! {
        afford_cap "afford": number Percent, "Most of revenue the lab can spend",
        "The largest part of its yearly revenue that the lab can spend on this commitment.",
        slider(0.1, 1.0, 0.05), model(0.0, 10.0), default 1.0,
        Assumption ["P15"] "2026-05", "A generous limit: the whole revenue. It binds only when revenue is smaller than the yearly commitment.",
    },
    row! {
        default_hazard "hazard": number PercentPerYear, "Yearly risk that payment stops",
        "The probability, each year, that the lab stops paying for good.",
        slider(0.0, 0.25, 0.005), model(0.0, 1.0), default 0.0,
        Assumption [] "2026-05", "The friendliest case: the lab always pays. A few percent a year change the answer by several billions.",
    },
];
