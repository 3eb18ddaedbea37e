//! The commitment against the stated capacity.

use super::super::numbers::{FINE_MONEY, GIGAWATTS, MONEY, RATIO, WHOLE_PERCENT, box_text, list, years_in_words};
use super::super::{is_even, parties};
use crate::catalog::Unit;
use crate::model::{Inputs, Outcome};

/// A deal whose price for capacity can be worked out from reports (P20).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparable {
    /// The deal of the catalogue that it is; nothing where that has none.
    pub deal: Option<&'static str>,
    /// Seller and buyer.
    pub name: &'static str,
    /// The commitment, $B.
    pub commit_b: f64,
    /// Its term.
    pub years: f64,
    /// Its capacity, GW.
    pub gw: f64,
}

/// Three reported deals, the cheapest first.
const COMPARABLES: [Comparable; 3] = [
    Comparable { deal: Some("amazon_openai"), name: "AWS × OpenAI", commit_b: 100.0, years: 8.0, gw: 2.0 },
    Comparable { deal: Some("google_anthropic"), name: "Google × Anthropic", commit_b: 200.0, years: 5.0, gw: 5.0 },
    Comparable { deal: None, name: "Oracle × OpenAI", commit_b: 300.0, years: 5.0, gw: 4.5 },
];

/// The reported deals beside the present one, the cheapest first.
pub fn comparables() -> impl Iterator<Item = &'static Comparable> {
    let present = parties().start.id();
    COMPARABLES.iter().filter(move |comparable| comparable.deal != Some(present))
}

/// A price for each gigawatt and year: two decimals only where they say more, "2.0", "6.25".
#[must_use]
pub fn price(billions: f64) -> String {
    let two = RATIO.bare(billions);
    two.strip_suffix('0').map_or(two.clone(), str::to_owned)
}

impl Comparable {
    /// $B for each gigawatt and year.
    #[must_use]
    pub fn price_b(&self) -> f64 {
        self.commit_b / self.years / self.gw
    }
}

/// The two agree when the price that they imply is this near to the price of capacity.
const NEAR: f64 = 0.1;

/// Whether money and capacity can be the same thing.
#[must_use]
pub fn title(inputs: &Inputs, outcome: &Outcome) -> String {
    let (commit, gw) = (MONEY.trimmed(inputs.commit_total_b), GIGAWATTS.trimmed(inputs.gw_headline));
    match outcome.gw.commit_b_per_gw_year {
        Some(_) if is_even(inputs.commit_total_b) => "There is no commit to buy capacity".to_owned(),
        Some(implied) if (implied / inputs.price_b_per_gw_yr - 1.0).abs() < NEAR => {
            format!("{commit} and {gw} fit together")
        }
        Some(_) => format!("{commit} and {gw} do not describe the same thing"),
        None => "How much capacity the commit buys".to_owned(),
    }
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub() -> String {
    "Revenue per gigawatt-year, $B".to_owned()
}

/// What the commit would come to at the ceiling, and what it buys at the price; nothing without a commit.
#[must_use]
pub fn sentences(inputs: &Inputs, outcome: &Outcome) -> Vec<String> {
    if is_even(inputs.commit_total_b) {
        return Vec::new();
    }
    let gw = &outcome.gw;
    let commit = MONEY.trimmed(inputs.commit_total_b);
    let term = years_in_words(inputs.commit_years);
    let ceiling = GIGAWATTS.trimmed(inputs.gw_headline);
    let at_ceiling = gw.commit_b_per_gw_year.map(|implied| {
        format!(
            "If {ceiling} ran for {term}, {commit} would come to ${}B per GW-year; that divides by a ceiling and is not \
             a market price.",
            price(implied)
        )
    });
    let average = box_text(Unit::Gigawatt, hundredths(gw.average_gw_at_price));
    let part = (inputs.gw_headline > 0.0).then(|| {
        format!(", {} of the {ceiling} ceiling", WHOLE_PERCENT.minus(gw.average_gw_at_price / inputs.gw_headline))
    });
    let bought = format!(
        "At ${}B per GW-year {commit} buys {} GW-years: {average} GW on average{}.",
        box_text(Unit::BillionUsdPerGwYear, inputs.price_b_per_gw_yr),
        box_text(Unit::Plain, hundredths(gw.gw_years_bought_at_price)),
        part.unwrap_or_default()
    );
    at_ceiling.into_iter().chain(std::iter::once(bought)).collect()
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// How to read the reports.
#[must_use]
pub fn note() -> String {
    "Prices of other deals are worked out from reports. Read “more than” as a floor and “up to” as a ceiling."
        .to_owned()
}

/// The chart in one sentence.
#[must_use]
pub fn label(outcome: &Outcome) -> String {
    let others: Vec<String> =
        comparables().map(|deal| format!("{} {}", deal.name, FINE_MONEY.trimmed(deal.price_b()))).collect();
    let this = outcome.gw.commit_b_per_gw_year.map_or_else(
        || "this deal states no capacity".to_owned(),
        |implied| format!("this deal ${}B at its ceiling", price(implied)),
    );
    format!("Chart of revenue per gigawatt-year: {this}; {}.", list(&others))
}
