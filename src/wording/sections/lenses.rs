//! Both lenses side by side, the circular part of the money, and what keeps anything from counting twice.

use super::super::numbers::{COUNT, MONEY, RATIO, money, money_signed, percent, years};
use super::super::{is_even, parties};
use crate::model::{Inputs, Lens, Outcome};

/// What keeps anything from counting twice, in short.
pub const RULES: [&str; 5] = [
    "Margin or capex, never both: an operating margin already holds the machines as depreciation.",
    "Enterprise revenue that the lab serves from capacity it pays for itself is taken out (overlap).",
    "Only new adopters count, and of their revenue only the part that would not have come anyway.",
    "The investor’s money that returns as commit is disclosed and not netted: it does leave and come back.",
    "Earlier money is sunk and stays out together with its shares, unless both are counted.",
];

/// What the capital costs that a margin does not show.
#[must_use]
pub fn title(outcome: &Outcome) -> String {
    let charge = outcome.lens_compare.capital_charge_b;
    if charge < 0.0 && !is_even(charge) {
        format!("Capital costs {} that the margin does not show", money(-charge))
    } else {
        "Two lenses on the same deal".to_owned()
    }
}

/// The two lenses at the same margin, and the margins before and after the cost of capital.
#[must_use]
pub fn sentences(inputs: &Inputs, outcome: &Outcome) -> Vec<String> {
    let lenses = &outcome.lens_compare;
    let unit = percent(outcome.gw.unit_operating_margin);
    let both = if is_even(lenses.capital_charge_b) {
        format!("At the unit margin of {unit} both lenses give {}.", money_signed(lenses.npv_capex_lens_b))
    } else {
        format!(
            "At the unit margin of {unit} the margin lens gives {} and the capex lens {}; the difference, {}, is the \
             capital charge: the time value of machines bought ahead.",
            money_signed(lenses.npv_margin_lens_at_unit_margin_b),
            money_signed(lenses.npv_capex_lens_b),
            money_signed(lenses.capital_charge_b)
        )
    };
    let economic =
        format!("After a charge for capital the unit margin is {}.", percent(outcome.gw.unit_economic_margin));
    let own = (inputs.lens == Lens::Margin).then(|| {
        format!(
            "At your margin of {} the margin lens gives {}.",
            percent(inputs.commit_margin),
            money_signed(outcome.npv_b)
        )
    });
    [Some(both), Some(economic), own].into_iter().flatten().collect()
}

/// The margins of a gigawatt before and after the cost of capital: name, value, what it is.
#[must_use]
pub fn margins(outcome: &Outcome) -> [(&'static str, String, &'static str); 2] {
    let gw = &outcome.gw;
    [
        ("Operating margin", percent(gw.unit_operating_margin), "price less running cost and depreciation"),
        ("Economic margin", percent(gw.unit_economic_margin), "after a return on the machines as well"),
    ]
}

/// How much of the commit is the investor's own money.
#[must_use]
pub fn circular_title(inputs: &Inputs, outcome: &Outcome) -> String {
    match outcome.subsidy.gross_per_commit_dollar.filter(|_| !is_even(inputs.new_money_expected_b())) {
        Some(gross) => format!("{} of each dollar of commit come from {} itself", cents(gross), parties().investor),
        None => "The circular part of the money".to_owned(),
    }
}

/// The circular part of the money in words.
#[must_use]
pub fn circular(inputs: &Inputs, outcome: &Outcome) -> String {
    let sentences = [years_funded(inputs, outcome), subsidy(inputs, outcome)];
    let words = sentences.into_iter().flatten().collect::<Vec<String>>().join(" ");
    if words.is_empty() {
        "No new money is paid, or there is no commit that it could return as.".to_owned()
    } else {
        words
    }
}

/// How much of each dollar of commit is the investor’s own money; nothing without new money or commit.
#[must_use]
pub fn subsidy(inputs: &Inputs, outcome: &Outcome) -> Option<String> {
    let subsidy = &outcome.subsidy;
    let gross = subsidy.gross_per_commit_dollar.filter(|_| !is_even(inputs.new_money_expected_b()))?;
    let start = format!("For each dollar of commit {} puts in {} of new money", parties().investor, cents(gross));
    match (subsidy.pv_per_pv_commit_dollar, subsidy.net_of_equity_per_pv_commit_dollar) {
        (Some(present), Some(net)) => Some(format!(
            "{start}; {} in present value, and {} net of its shares. It leaves as investment and returns as commit, so \
             it is shown and not netted.",
            cents(present),
            cents(net)
        )),
        _ => Some(format!("{start}.")),
    }
}

fn cents(dollars: f64) -> String {
    let rounded = (dollars * 100.0).round();
    match rounded {
        0.0 => "0 cents".to_owned(),
        1.0 => "1 cent".to_owned(),
        few if few.abs() < 100.0 => format!("{} cents", COUNT.minus(few)),
        _ => {
            let minus = if dollars < 0.0 { "\u{2212}" } else { "" };
            format!("{minus}${}", RATIO.bare(dollars.abs()))
        }
    }
}

/// What the investor's money pays for, in years of the commit.
#[must_use]
pub fn years_funded(inputs: &Inputs, outcome: &Outcome) -> Option<String> {
    let yearly = outcome.commit_share.per_year_b;
    (!is_even(yearly) && !is_even(inputs.new_money_expected_b())).then(|| {
        let funded = years(inputs.new_money_expected_b() / yearly);
        format!("{} of new money is {funded} of the commit.", MONEY.trimmed(inputs.new_money_expected_b()))
    })
}
