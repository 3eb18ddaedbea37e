//! The verdict and the sentences under it.

use super::deals::*;
use offtake::model::Stake;
use offtake::wording::verdict::{kicker, plain, second, verdict};
use offtake::wording::{Span, Tone};

fn words(change: Change, stake: Stake) -> (String, String) {
    let (inputs, outcome) = deal(change);
    (plain(&verdict(&inputs, &outcome, stake)), plain(&second(&inputs, &outcome, stake)))
}

#[test]
fn verdict_of_every_kind() {
    let dollar = "of present value for each dollar it invests";
    let rate = "at a 9.5% discount rate";
    for (change, stake, expected) in [
        (
            BASE,
            LEFT_OUT,
            format!(
                "Amazon gets back 97 cents {dollar}: $0.7B short {rate}, or $6.4B ahead once its stake is counted."
            ),
        ),
        (
            A,
            LEFT_OUT,
            format!("Amazon gets back $1.76 {dollar}: $15.9B ahead {rate}, or $26.9B ahead with its stake counted."),
        ),
        (
            B,
            LEFT_OUT,
            format!(
                "Amazon gets back 82 cents {dollar}: $2.3B short {rate}, or $0.4B short even with its stake counted."
            ),
        ),
        (
            C,
            LEFT_OUT,
            format!(
                "Amazon gets nothing back and loses a further $0.4B: $9.4B short {rate}, or $9.2B short even with its stake counted."
            ),
        ),
        (
            EVEN,
            LEFT_OUT,
            format!("Amazon gets back a dollar {dollar}: about even {rate}, or $7.0B ahead once its stake is counted."),
        ),
        (
            NOTHING_BACK,
            LEFT_OUT,
            format!(
                "Amazon gets nothing back of the money it invests: $21.0B short {rate}, or $14.0B short even with its stake counted."
            ),
        ),
        (
            EASY,
            LEFT_OUT,
            format!("Amazon gets back $11.30 {dollar}: $18.6B ahead {rate}, or $19.2B ahead with its stake counted."),
        ),
        (LONG_TERM, LEFT_OUT, format!("Amazon gets back $1.49 {dollar}: $5.1B ahead {rate}.")),
        (
            NO_MONEY,
            LEFT_OUT,
            format!("Amazon puts in no new money: the commercial deal alone is worth $20.4B of present value {rate}."),
        ),
        (
            COSTLY_GIFT,
            LEFT_OUT,
            format!("Amazon puts in no new money: the commercial deal alone costs $5.0B of present value {rate}."),
        ),
        (FREE_GIFT, LEFT_OUT, format!("Amazon puts in no new money: the commercial deal alone is about even {rate}.")),
        (NO_DEAL, LEFT_OUT, "Amazon puts in no new money and gets nothing back.".to_owned()),
        (NO_DEAL, AT_EXIT, "Amazon puts in no new money and gets nothing back.".to_owned()),
        (
            CAPEX,
            LEFT_OUT,
            format!(
                "Amazon gets back 79 cents of present value for each dollar it puts in: $15.6B short {rate}, or $8.6B short even with its stake counted."
            ),
        ),
        (
            AT_EIGHT,
            LEFT_OUT,
            format!(
                "Amazon gets back $1.02 {dollar}: $0.4B ahead at an 8% discount rate, or $8.4B ahead with its stake counted."
            ),
        ),
    ] {
        assert_eq!(words(change, stake).0, format!("On these assumptions {expected}"));
    }
}

#[test]
fn verdict_follows_and_names_the_stake() {
    let rate = "at a 9.5% discount rate";
    for (change, stake, expected) in [
        (
            BASE,
            AT_COST,
            format!(
                ", with its shares at cost, Amazon gets back $1.97 of present value per dollar invested: $20.4B ahead {rate}, or $0.7B short without them."
            ),
        ),
        (
            BASE,
            AT_EXIT,
            format!(
                ", with its stake at exit, Amazon gets back $1.30 of present value per dollar invested: $6.4B ahead {rate}, or $0.7B short without it."
            ),
        ),
        (
            A,
            AT_EXIT,
            format!(
                ", with its stake at exit, Amazon gets back $2.28 of present value per dollar invested: $26.9B ahead {rate}, or $15.9B ahead without it."
            ),
        ),
        (
            C,
            AT_EXIT,
            format!(
                ", with its stake at exit, Amazon gets nothing back and loses a further $0.2B: $9.2B short {rate}, or $9.4B short without it."
            ),
        ),
        (
            EVEN,
            AT_EXIT,
            format!(
                ", with its stake at exit, Amazon gets back $1.33 of present value per dollar invested: $7.0B ahead {rate}, or about even without it."
            ),
        ),
        (
            CAPEX_ALONE,
            AT_COST,
            format!(
                ", with its shares at cost, Amazon gets back nearly a dollar of present value per dollar put in: $0.1B short {rate}, or $21.1B short without them."
            ),
        ),
        (
            LONG_TERM,
            AT_EXIT,
            format!(
                ", its stake being sold after the horizon, Amazon gets back $1.49 of present value per dollar invested: $5.1B ahead {rate}."
            ),
        ),
    ] {
        assert_eq!(words(change, stake).0, format!("On these assumptions{expected}"));
    }
}

#[test]
fn second_sentence_of_every_kind() {
    let share =
        "The $10B-a-year commitment is 33.3% of Anthropic’s $30B run-rate today and 6.8% of its revenue in year 10.";
    for (change, stake, expected) in [
        (BASE, LEFT_OUT, format!("The cash is recovered in 7.9 years. To break even the commit must earn a 31.3% margin; you assume 30%. {share}")),
        (BASE, AT_EXIT, format!("Before its stake the cash is recovered in 7.9 years. To break even without it the commit must earn a 31.3% margin; you assume 30%. {share}")),
        (NOTHING_BACK, LEFT_OUT, format!("After ten years $25.0B of the cash is still not recovered. To break even the commit must earn a 42.4% margin; you assume 0%. {share}")),
        (NO_MONEY, LEFT_OUT, format!("The cash balance never falls below zero. The deal is ahead even if the commit earns no margin; you assume 30%. {share}")),
        (PAID_LATER, LEFT_OUT, format!("The cash balance never falls below zero. The commit breaks even at a 25.6% margin; you assume 90%. {share}")),
        (BACK_TWICE, LEFT_OUT, format!("The cash is back after 1.4 years but not for good until 7.0 years have passed. The commit breaks even at a 38.1% margin; you assume 45%. {share}")),
        (BACK_AND_LOST, LEFT_OUT, format!("The cash is back after 2.1 years but is short again after ten years, by $21.3B. To break even the commit must earn a 42.6% margin; you assume 30%. {share}")),
        (CAPEX, LEFT_OUT, format!("The cash is recovered in 9.3 years. Even adoption by every customer would not break even. {share}")),
        (CAPEX_ALONE, LEFT_OUT, format!("After ten years $1.1B of the cash is still not recovered. Price and cost leave a margin of 32.6% before and 9.3% after the cost of capital. {share}")),
        (CAPEX_DEAR, LEFT_OUT, format!("The cash is recovered in 8.2 years. To break even adoption must reach 58.2%; you assume 30%. {share}")),
        (CAPEX_EASY, LEFT_OUT, format!("The cash is recovered in 3.2 years. The deal is ahead even without a new adopter. {share}")),
        (SMALL_COMMIT, LEFT_OUT, "After ten years $20.3B of the cash is still not recovered. Even a margin of 100% on the commit would not break even; you assume 30%. The $2B-a-year commitment is 6.7% of Anthropic’s $30B run-rate today and 1.4% of its revenue in year 10.".to_owned()),
        (CHEAP, LEFT_OUT, "The cash is recovered in 3.3 years. The deal breaks even at a final adoption of 13.1%; you assume 30%. No commitment is made.".to_owned()),
        (NO_DEAL, LEFT_OUT, "The cash balance never falls below zero. Neither margin nor adoption enters the result. No commitment is made.".to_owned()),
        (BACK_LOADED, LEFT_OUT, "The cash is recovered in 8.7 years. To break even the commit must earn a 36.8% margin; you assume 30%. The commitment, $10B a year on average, is 33.3% of Anthropic’s $30B run-rate today and 15.2% of its revenue in year 10.".to_owned()),
        (ONE_YEAR, LEFT_OUT, "After one year $0.6B of the cash is still not recovered. To break even the commit must earn a 35.1% margin; you assume 30%. The $40B-a-year commitment is 133.3% of Anthropic’s $30B run-rate today and 102.6% of its revenue in year 1.".to_owned()),
    ] {
        assert_eq!(words(change, stake).1, expected);
    }
}

#[test]
fn numbers_in_the_sentences_know_what_they_are() {
    let (inputs, outcome) = deal(BASE);
    let tones = |spans: Vec<Span>| -> Vec<(String, Tone)> {
        spans.into_iter().filter(|span| span.tone != Tone::Plain).map(|span| (span.text, span.tone)).collect()
    };
    let expected = [
        ("97 cents", Tone::Loss),
        ("$0.7B short", Tone::Loss),
        ("9.5%", Tone::Input("discount_rate")),
        ("$6.4B ahead", Tone::Gain),
    ];
    assert_eq!(tones(verdict(&inputs, &outcome, LEFT_OUT)), expected.map(|(text, tone)| (text.to_owned(), tone)));
    let expected = [
        ("7.9 years", Tone::Strong),
        ("31.3%", Tone::Strong),
        ("30%", Tone::Input("commit_margin")),
        ("33.3%", Tone::Strong),
        ("6.8%", Tone::Strong),
    ];
    assert_eq!(tones(second(&inputs, &outcome, LEFT_OUT)), expected.map(|(text, tone)| (text.to_owned(), tone)));
    let (inputs, outcome) = deal(EVEN);
    assert!(tones(verdict(&inputs, &outcome, LEFT_OUT)).contains(&("about even".to_owned(), Tone::Strong)));
    assert_eq!(kicker(&inputs), "Amazon’s side, ten years from 20 April 2026, after tax");
}
