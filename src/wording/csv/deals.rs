//! The numbers behind the comparison of deals.

use super::{Csv, Value, text};
use crate::analysis::deals::{DealLine, Known};
use crate::wording::deals::{line_name, no_figures};

/// Every deal; what is not stated is empty.
#[must_use]
pub fn deals(lines: &[DealLine]) -> Csv {
    const NUMBERS: [fn(&Known) -> Option<f64>; 8] = [
        |known| Some(known.new_money_b),
        |known| Some(known.commit_b),
        |known| Some(f64::from(known.years)),
        |known| known.commit_per_dollar,
        |known| known.per_gw_year_b,
        |known| known.share,
        |known| Some(known.npv_b),
        |known| Some(known.npv_with_equity_b),
    ];
    let line = |line: &DealLine| {
        let numbers = NUMBERS.map(|read| Value::Number(line.known().and_then(read)));
        let remark = no_figures(line).unwrap_or_default();
        [text(line_name(line))].into_iter().chain(numbers).chain([text(remark)]).collect()
    };
    Csv::new(
        [
            "Deal",
            "New money ($B)",
            "Commitment ($B)",
            "Term (years)",
            "Commitment over new money",
            "Price at the capacity ceiling ($B per GW-year)",
            "Share of run-rate (decimal)",
            "NPV before the stake ($B)",
            "NPV with the stake ($B)",
            "Remark",
        ],
        lines.iter().map(line),
    )
}
