//! What leaving would cost, by the year of leaving.

use super::super::buyer::{money, typed};
use super::super::is_even;
use super::super::numbers::MILLIONS;
use super::super::side::basis;
use crate::catalog::Side;
use crate::model::Inputs;
use crate::model::buyer::{BuyerOutcome, Leaving, exposures};

/// What leaving in the assumed year costs, or from the first year to the last.
#[must_use]
pub fn title(inputs: &Inputs, outcome: &BuyerOutcome) -> String {
    let all = exposures(inputs, &outcome.rows);
    match (outcome.exit_exposure_m, all.as_slice()) {
        (Some(exposure), _) => format!("Leaving in year {} would cost {}", inputs.buyer.switch_year, money(exposure)),
        (None, [first, .., last]) => {
            format!(
                "Leaving would cost {} in year 1, {} in year {}",
                money(first.total_m()),
                money(last.total_m()),
                last.year
            )
        }
        (None, [only]) => format!("Leaving in year {} would cost {}", only.year, money(only.total_m())),
        (None, []) => "What leaving would cost".to_owned(),
    }
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub() -> String {
    "Exit exposure by the year of leaving: moving and both platforms (below), commitment still owed (above), $M"
        .to_owned()
}

/// What is in the bars.
#[must_use]
pub fn note(inputs: &Inputs, outcome: &BuyerOutcome) -> String {
    let when = match outcome.exit_exposure_m {
        Some(_) => format!("The framed bar is the assumed year. Moving costs {}.", typed(inputs.buyer.switch_cost_m)),
        None => "No switch is assumed inside the term.".to_owned(),
    };
    format!("{when} Not discounted; the commitment of later years is owed in full. {}", basis(Side::Buyer, inputs))
}

/// The chart in one sentence.
#[must_use]
pub fn label(inputs: &Inputs, outcome: &BuyerOutcome) -> String {
    let start = "Chart of what leaving would cost by year";
    let words = |leaving: &Leaving| format!("{} in year {}", MILLIONS.spoken(leaving.total_m()), leaving.year);
    let all = exposures(inputs, &outcome.rows);
    let ends = match all.as_slice() {
        [] => String::new(),
        [only] => format!(": {}", words(only)),
        [first, .., last] => format!(": {}, {}", words(first), words(last)),
    };
    let owed = all.iter().find(|leaving| leaving.year == inputs.buyer.switch_year);
    let planned = owed.filter(|leaving| !is_even(leaving.owed_m)).map_or_else(String::new, |leaving| {
        format!("; in the assumed year {} is still owed", MILLIONS.spoken(leaving.owed_m))
    });
    format!("{start}{ends}{planned}.")
}
