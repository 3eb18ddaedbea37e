//! The deal in a sentence and four figures, for somebody who has never heard of it.

use super::{Parties, parties};
use crate::catalog::FACTS;

/// What the page is about, in two short sentences.
#[must_use]
pub fn sentence() -> String {
    let (investor, lab) = (parties().investor, parties().lab);
    format!("{investor} invests in {lab}, and {lab} commits to buy computing power from {investor}. Does that pay?")
}

/// A figure of the deal as it was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealFigure {
    /// The fact that states it.
    pub fact: &'static str,
    /// The figure.
    pub value: String,
    /// What it is, and when.
    pub what: String,
}

/// New money, commitment, capacity, run-rate.
#[must_use]
pub fn deal_figures() -> Vec<DealFigure> {
    let Parties { investor, lab, cloud, closing, .. } = parties();
    [
        ("S4", format!("of new money from {investor} at most, {} of it on {closing}", stated("S2"))),
        ("S9", format!("of spend on {cloud} that {lab} commits to, 2026 to 2036")),
        ("S17", "of capacity at most, announced in April 2026".to_owned()),
        ("S13", format!("run-rate of {lab} in April 2026, from $9B in December 2025")),
    ]
    .map(|(fact, what)| DealFigure { fact, value: stated(fact).replace("more than ", ">\u{2009}"), what })
    .into()
}

/// The value that a fact states; nothing for an unknown fact.
fn stated(id: &str) -> &'static str {
    FACTS.iter().find(|fact| fact.id == id).map_or("", |fact| fact.value)
}
