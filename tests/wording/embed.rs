//! The words of a card in another page.

use super::deals::{self, BASE, Change, NOTHING_BACK};
use offtake::catalog::{PUBLIC, SOURCES, assumption_count};
use offtake::model::Stake;
use offtake::wording::embed::{basis, deal as named, ignored, second, side, verdict, version};
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
    assert!(basis.contains(&format!("{} assumptions. Operating-margin lens, 9.5%.", assumption_count())), "{basis}");
    assert!(basis.contains(&format!(" {} public reports", PUBLIC.len())) && SOURCES.len() < 100, "{basis}");
    assert_eq!(version(false, "2026-05"), "Offtake, frozen at model 1.0, data 2026-05.");
    assert_eq!(version(true, "2026-05"), "Offtake, newest version: model 1.0, data 2026-05.");
}

#[test]
fn what_was_left_out_is_named() {
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    assert_eq!(ignored(&[]), None);
    assert_eq!(ignored(&keys(&["mg"])).unwrap(), "Shown without one setting that was not understood: mg.");
    let two = ignored(&keys(&["mg", "foo"])).unwrap();
    assert_eq!(two, "Shown without 2 settings that were not understood: mg and foo.");
}
