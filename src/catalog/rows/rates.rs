//! Discounting, tax and horizon.

use super::super::{Group, Input};

const GROUP: Group = Group::Rates;

pub(super) const ROWS: &[Input] = &[
    row! {
        discount_rate "rate": number Percent, "Discount rate",
        "The yearly return that the investor requires: its weighted average cost of capital.",
        slider(0.0, 0.25, 0.005), model(0.0, 1.0), default 0.095,
        Public ["P10"] "2025-05",
        "Public estimates for Amazon run from 8.3% to 9.7%. It already contains the cost of financing; a single lab may deserve more.",
    },
    row! {
        tax_rate "tax": number Percent, "Tax rate",
        "Tax on each further dollar of profit; losses shelter other profit at the same rate.",
        slider(0.0, 0.35, 0.01), model(0.0, 0.9), default 0.21,
        Public ["P9"] "2025", "The federal rate of the United States; the effective rate of 2025 was 19.6%. Depreciation is straight-line, the conservative choice.",
    },
    row! {
        horizon_years "years": whole Years, "Horizon",
        "The number of deal years that are counted; later flows are dropped.",
        slider(1.0, 20.0, 1.0), model(1.0, 50.0), default 10.0,
        Stated ["S9"] "2026-04-20", "The term of the commitment. A longer horizon keeps enterprise revenue running and can turn the sign.",
    },
    row! {
        timing "timing": choice Timing [("end", "End of year"), ("mid", "Middle of year")], "Timing within a year",
        "When the operating flows of a year arrive.",
        default End,
        Assumption [] "2026-05", "The end of the year is the conservative choice; with the middle the default deal is about even.",
    },
    row! {
        financing_rate "financing": number Percent, "Financing rate, memo",
        "Interest on the money still out, for a memo line outside the net present value.",
        slider(0.0, 0.2, 0.005), model(0.0, 1.0), default 0.05,
        Assumption [] "2026-05", "About the yield of a strong company's bonds. The discount rate already contains financing.",
    },
];
