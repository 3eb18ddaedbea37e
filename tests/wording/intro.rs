//! The deal for somebody who has never heard of it.

use offtake::catalog::FACTS;
use offtake::wording::intro::{deal_figures, sentence};

#[test]
fn the_deal_is_told_in_a_sentence_and_four_figures() {
    assert_eq!(
        sentence(),
        "Amazon invests in Anthropic, and Anthropic commits to buy computing power from Amazon. Does that pay?"
    );
    let told: Vec<_> = deal_figures().into_iter().map(|figure| (figure.value, figure.what)).collect();
    let told: Vec<_> = told.iter().map(|(value, what)| (value.as_str(), what.as_str())).collect();
    assert_eq!(
        told,
        [
            ("$25B", "of new money from Amazon at most, $5B of it on 20 April 2026"),
            (">\u{2009}$100B", "of spend on AWS that Anthropic commits to, 2026 to 2036"),
            ("5 GW", "of capacity at most, announced in April 2026"),
            ("$30B", "run-rate of Anthropic in April 2026, from $9B in December 2025"),
        ]
    );
}

#[test]
fn every_figure_has_its_fact() {
    for figure in deal_figures() {
        assert!(FACTS.iter().any(|fact| fact.id == figure.fact), "{figure:?}");
    }
}
