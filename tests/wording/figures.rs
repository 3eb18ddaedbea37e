//! The strip of six figures.

use super::deals::*;
use offtake::model::Stake;
use offtake::wording::Tone;
use offtake::wording::key_figures::{KeyFigure, key_figures};

fn figure(change: Change, stake: Stake, id: &str) -> KeyFigure {
    let (inputs, outcome) = deal(change);
    key_figures(&inputs, &outcome, stake).into_iter().find(|figure| figure.id == id).unwrap()
}

#[test]
fn the_default_figures() {
    let expected = [
        ("npv", "NPV", "($0.7B)", "", "minus 0.7 billion dollars", Tone::Loss, "with equity +$6.4B"),
        ("irr", "IRR", "8.5%", "", "8.5 percent", Tone::Strong, "9.5% required"),
        ("payback", "Payback", "7.9", "years", "7.9 years", Tone::Strong, "discounted: never"),
        ("moic", "MOIC", "1.36x", "", "1.36 times", Tone::Strong, "$34.1B on $25.0B"),
        ("break-even", "Break-even margin", "31.3%", "", "31.3 percent", Tone::Strong, "you assume 30%"),
        ("share", "Commitment share", "33.3%", "", "33.3 percent", Tone::Strong, "6.8% by year 10"),
    ];
    let (inputs, outcome) = deal(BASE);
    let figures = key_figures(&inputs, &outcome, LEFT_OUT);
    assert_eq!(figures.len(), expected.len());
    for (figure, (id, label, value, unit, spoken, tone, context)) in figures.iter().zip(expected) {
        assert_eq!(
            (figure.id, figure.label, &*figure.value, figure.unit, &*figure.spoken, figure.tone, figure.is_word),
            (id, label, value, unit, spoken, tone, false)
        );
        assert_eq!(figure.context, [context]);
    }
}

#[test]
fn odd_figures_are_words_with_a_reason() {
    for (change, id, value, context) in [
        (TWO_RATES, "irr", "Two rates", "−4.1% and 199.9% both solve it; MIRR 15.9%"),
        (PAID_LATER, "irr", "None", "no rate solves these flows; MIRR 28.4%"),
        (NO_MONEY, "irr", "No capital at risk", "money only comes in"),
        (C, "irr", "None", "capital never comes back"),
        (NO_DEAL, "irr", "None", "no money moves"),
        (C, "payback", "Never", "still (10.6) at year 10"),
        (PAID_LATER, "payback", "At once", "the balance never falls below zero"),
        (NO_MONEY, "moic", "Not defined", "no money is put in"),
        (EASY, "break-even", "None needed", "ahead even at a margin of zero"),
        (SMALL_COMMIT, "break-even", "Out of reach", "even at 100%, NPV is negative"),
        (NO_COMMIT, "break-even", "Not used", "no commit usage to earn it on"),
        (CAPEX, "break-even", "Out of reach", "even at 100%, NPV is negative"),
        (CAPEX_EASY, "break-even", "None needed", "ahead without a new adopter"),
        (CAPEX_ALONE, "break-even", "Not used", "new adopters earn nothing here"),
        (NO_COMMIT, "share", "None", "no commitment is made"),
    ] {
        let figure = figure(change, LEFT_OUT, id);
        assert!(figure.is_word);
        assert_eq!((&*figure.value, figure.context.join("; ")), (value, context.to_owned()), "{id}");
    }
    assert_eq!(figure(C, LEFT_OUT, "payback").spoken, "Never: still minus 10.6 billion dollars at year 10");
    assert_eq!(figure(C, LEFT_OUT, "moic").value, "(0.06x)");
    assert_eq!(figure(CAPEX_ALONE, LEFT_OUT, "irr").value, "(0.3%)");
    assert_eq!(figure(CAPEX_DEAR, LEFT_OUT, "break-even").label, "Break-even adoption");
    assert_eq!(
        figure(BACK_TWICE, LEFT_OUT, "payback").context,
        ["discounted: 7.8 years", "first back after 1.4 years"]
    );
}

#[test]
fn figures_follow_the_stake_and_keep_both_values_visible() {
    let both = "stake at cost; before equity −$0.7B; with equity +$6.4B";
    for (stake, id, value, context) in [
        (AT_COST, "npv", "$20.4B", both),
        (AT_EXIT, "npv", "$6.4B", "stake at exit; before equity −$0.7B"),
        (AT_EXIT, "irr", "16.2%", "9.5% required"),
        (AT_EXIT, "moic", "2.06x", "$51.5B on $25.0B"),
        (AT_COST, "irr", "8.5%", "9.5% required; before the stake"),
        (AT_COST, "moic", "1.36x", "$34.1B on $25.0B; before the stake"),
        (AT_EXIT, "payback", "7.9", "discounted: never; before the stake"),
        (AT_EXIT, "break-even", "31.3%", "you assume 30%; before the stake"),
    ] {
        let figure = figure(BASE, stake, id);
        assert_eq!((&*figure.value, figure.context.join("; ")), (value, context.to_owned()), "{id}");
    }
}
