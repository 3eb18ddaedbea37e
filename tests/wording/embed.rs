//! The words of a card in another page.

use super::deals::{self, BASE, Change, NOTHING_BACK};
use offtake::catalog::{SOURCES, assumption_count};
use offtake::model::Stake;
use offtake::protocol::link::decode;
use offtake::wording::embed::{basis, deal as named, ignored, second, side, verdict, version};
use offtake::wording::numbers::{capitalised, in_words};
use offtake::wording::verdict::plain;

fn words(change: Change, stake: Stake) -> String {
    let (inputs, outcome) = deals::deal(change);
    format!("{} {}", plain(&verdict(&inputs, &outcome, stake)), plain(&second(&inputs, &outcome, stake)))
}

#[test]
fn a_card_says_the_answer_in_short() {
    let share = "Commitment: 33.3% of run-rate today, 6.8% of revenue in year 10.";
    for (change, stake, want) in [
        (
            BASE,
            Stake::LeftOut,
            "On these assumptions Amazon gets back 97 cents of present value for each dollar it invests: $0.7B short. With its stake counted, $6.4B ahead. The cash is recovered in 7.9 years.",
        ),
        (
            BASE,
            Stake::ModelledExit,
            "On these assumptions, with its stake at exit, Amazon gets back $1.30 of present value per dollar invested: $6.4B ahead. Without its stake, $0.7B short. Before its stake the cash is recovered in 7.9 years.",
        ),
    ] {
        assert_eq!(words(change, stake), format!("{want} {share}"));
    }
    assert!(words(NOTHING_BACK, Stake::LeftOut).contains("gets nothing back of the money it invests: $21.0B short."));
}

#[test]
fn the_foot_counts_and_names() {
    let (inputs, _) = deals::deal(BASE);
    assert_eq!(named(), "Amazon × Anthropic, April 2026");
    assert_eq!(side(&inputs), "Amazon’s side, ten years");
    let basis = basis(&inputs);
    assert!(basis.contains(&format!("{} assumptions. Margin lens, 9.5%.", assumption_count())), "{basis}");
    assert!(basis.starts_with(&capitalised(&in_words(u32::try_from(SOURCES.len()).unwrap()))), "{basis}");
    assert_eq!(version(false, "2026-05"), "Offtake, frozen at model 1.0, data 2026-05.");
    assert_eq!(version(true, "2026-05"), "Offtake, newest version: model 1.0, data 2026-05.");
}

#[test]
fn what_was_left_out_is_named() {
    let said = |query: &str| ignored(&decode(query).ignored);
    assert_eq!(said("embed=verdict&margin=0.4"), None);
    assert_eq!(said("margin=much").unwrap(), "Shown without one setting that was not understood: margin.");
    assert_eq!(
        said("margin=much&foo=1").unwrap(),
        "Shown without 2 settings that were not understood: margin and foo."
    );
    let many = said(&format!("margin=&{}=1&lock=2&embed=none&c=3", "x".repeat(500))).unwrap();
    assert_eq!(many, "Shown without 5 settings that were not understood: margin, xxxxxxxxxxxxxxxx, lock and 2 more.");
}
