//! The buyer's contract against paying as one goes, year by year.

use super::super::buyer::money;
use super::super::is_even;
use super::super::numbers::{MILLIONS, years_in_words};
use super::super::side::basis;
use crate::catalog::Side;
use crate::model::Inputs;
use crate::model::buyer::{BuyerOutcome, BuyerYear};

/// In which years the contract is dearer.
#[must_use]
pub fn title(_: &Inputs, outcome: &BuyerOutcome) -> String {
    let dearer: Vec<u32> =
        outcome.rows.iter().filter(|row| row.benefit < 0.0 && !is_even(row.benefit)).map(|row| row.year).collect();
    let cheaper = outcome.rows.iter().any(|row| row.benefit > 0.0 && !is_even(row.benefit));
    match dearer.as_slice() {
        [] if cheaper => "The contract is never dearer than paying as you go".to_owned(),
        [] => "Contract and paying as you go cost the same".to_owned(),
        [only] if cheaper => format!("The contract is dearer in year {only}"),
        years if years.len() == outcome.rows.len() => "The contract is dearer in every year".to_owned(),
        [first, ..] => format!("The contract is dearer first in year {first}"),
    }
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub() -> String {
    "Cost of each year without the contract (left) and with it (right, its shortfall outlined), not discounted, $M"
        .to_owned()
}

/// What is in the bars.
#[must_use]
pub fn note(inputs: &Inputs, _: &BuyerOutcome) -> String {
    format!(
        "The contract’s cost is what is used at its prices and what is billed for a shortfall; claimed saving and \
         switching are left out. {}",
        basis(Side::Buyer, inputs)
    )
}

/// The chart in one sentence.
#[must_use]
pub fn label(inputs: &Inputs, outcome: &BuyerOutcome) -> String {
    let span = years_in_words(inputs.buyer.term_years);
    let start = format!("Chart of the contract’s cost against paying as you go over {span}");
    let year = |row: &BuyerYear| {
        let (contract, payg) = (MILLIONS.spoken(row.contract_cost), MILLIONS.spoken(row.payg));
        format!("{contract} against {payg} in year {}", row.year)
    };
    match outcome.rows.as_slice() {
        [] => format!("{start}."),
        [only] => format!("{start}: {}.", year(only)),
        [first, .., last] => {
            format!("{start}: {}, {}.", year(first), year(last))
        }
    }
}

/// How much cheaper or dearer the contract is in a year: "$1.2M less", "$3.4M more", "the same".
#[must_use]
pub fn difference(benefit_m: f64) -> String {
    match benefit_m {
        _ if is_even(benefit_m) => "the same".to_owned(),
        _ if benefit_m < 0.0 => format!("{} more", money(-benefit_m)),
        _ => format!("{} less", money(benefit_m)),
    }
}
