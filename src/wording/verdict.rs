//! The answer in one sentence: what comes back for each dollar, and how far that is from even.

pub use super::notes::notes;
use super::numbers::{DOLLARS, MONEY, PERCENT, article, capitalised, count, years_in_words};
pub use super::second::second;
use super::{EVEN_B, Sentence, Span, Tone, is_even, parties};
use crate::model::{Inputs, Lens, Outcome, Stake};

/// Whose side, which time, which money: the line above the verdict.
#[must_use]
pub fn kicker(inputs: &Inputs) -> String {
    let span = years_in_words(inputs.horizon_years);
    format!("{}’s side, {span} from {}, after tax", capitalised(parties().investor), parties().closing)
}

/// The words of a sentence.
#[must_use]
pub fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// What the assumptions imply, in one sentence.
///
/// "For each dollar" divides the present value of all that comes back by the present value of all that is put in: the
/// investment, and in the capex lens the machines as well. The NPV is the difference of the two.
#[must_use]
pub fn verdict(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Vec<Span> {
    if parties().is_open(inputs) {
        return cannot_be_told(inputs).spans();
    }
    let Some(answer) = answer(inputs, outcome, stake) else { return nothing_put_in(inputs, outcome).spans() };
    alternative(at_the_rate(answer, inputs), outcome, stake).plain(".").spans()
}

/// The same without rate and alternative: for a card, which tells them elsewhere.
#[must_use]
pub fn brief(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Vec<Span> {
    if parties().is_open(inputs) {
        return cannot_be_told(inputs).spans();
    }
    let Some(answer) = answer(inputs, outcome, stake) else { return nothing_put_in(inputs, outcome).spans() };
    answer.plain(".").spans()
}

/// What comes back for each dollar, and how far that is from even; nothing where no dollar is put in.
fn answer(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Option<Sentence> {
    let put_in = put_in_b(outcome);
    if put_in < EVEN_B {
        return None;
    }
    let value = outcome.npv_for(stake);
    let back = value + put_in;
    let start = Sentence::default().plain("On these assumptions").plain(stake_clause(outcome, stake));
    let start = start.plain(&format!(" {} ", parties().investor));
    let start = if is_even(back) {
        start.plain("gets nothing back of the money it ").plain(verb(inputs)).plain(": ")
    } else if back < 0.0 {
        start.plain("gets nothing back and loses a further ").number(Tone::Loss, MONEY.minus(-back)).plain(": ")
    } else {
        let back = start.plain("gets back ").number(Tone::of(value), per_dollar(back / put_in, value));
        back.plain(" of present value ").plain(each_dollar(inputs, stake)).plain(": ")
    };
    Some(balance(start, value))
}

/// The present value of all the money put in, in $B.
fn put_in_b(outcome: &Outcome) -> f64 {
    -(outcome.npv_parts_b.investment + outcome.npv_parts_b.capex)
}

const fn verb(inputs: &Inputs) -> &'static str {
    match inputs.lens {
        Lens::Margin => "invests",
        Lens::Capex => "puts in",
    }
}

/// Shorter where the sentence already says how the shares are treated: the whole has to fit three lines.
const fn each_dollar(inputs: &Inputs, stake: Stake) -> &'static str {
    match (inputs.lens, stake) {
        (Lens::Margin, Stake::LeftOut) => "for each dollar it invests",
        (Lens::Capex, Stake::LeftOut) => "for each dollar it puts in",
        (Lens::Margin, _) => "per dollar invested",
        (Lens::Capex, _) => "per dollar put in",
    }
}

/// Which treatment of the shares the figure follows, when it is not the plain one.
fn stake_clause(outcome: &Outcome, stake: Stake) -> &'static str {
    match stake {
        Stake::LeftOut => "",
        Stake::AtCost if is_even(outcome.npv_stake_at_cost_b - outcome.npv_b) => "",
        Stake::AtCost => ", with its shares at cost,",
        Stake::ModelledExit if !outcome.equity.inside_horizon => ", its stake being sold after the horizon,",
        Stake::ModelledExit if is_even(outcome.equity.npv_b) => ", its stake being worth nothing,",
        Stake::ModelledExit => ", with its stake at exit,",
    }
}

/// What comes back for each dollar: "97 cents", "$1.76".
pub(super) fn per_dollar(ratio: f64, value: f64) -> String {
    let cents = (ratio * 100.0).round();
    match cents {
        _ if cents < 1.0 => "less than a cent".to_owned(),
        _ if cents < 2.0 => "1 cent".to_owned(),
        _ if cents < 100.0 => format!("{cents:.0} cents"),
        _ if cents < 101.0 && is_even(value) => "a dollar".to_owned(),
        _ if cents < 101.0 && value < 0.0 => "nearly a dollar".to_owned(),
        _ if cents < 101.0 => "just over a dollar".to_owned(),
        _ if cents < 1e5 => DOLLARS.minus(ratio),
        _ => format!("more than ${}", count((ratio / 1000.0).floor() * 1000.0)),
    }
}

/// How far from even: "$0.7B short", "$6.4B ahead", "about even".
pub(super) fn balance(start: Sentence, value: f64) -> Sentence {
    let words = if is_even(value) {
        "about even".to_owned()
    } else {
        format!("{} {}", MONEY.minus(value.abs()), if value < 0.0 { "short" } else { "ahead" })
    };
    start.number(Tone::of(value), words)
}

fn at_the_rate(start: Sentence, inputs: &Inputs) -> Sentence {
    let rate = PERCENT.trimmed(inputs.discount_rate);
    start.plain(&format!(" at {} ", article(&rate))).input("discount_rate", rate).plain(" discount rate")
}

/// The result with the shares treated the other way, when that shows.
fn alternative(start: Sentence, outcome: &Outcome, stake: Stake) -> Sentence {
    let value = outcome.npv_for(stake);
    let other = if stake == Stake::LeftOut { outcome.npv_with_equity_b } else { outcome.npv_b };
    if is_even(other - value) {
        return start;
    }
    match stake {
        Stake::LeftOut => balance(start.plain(", or "), other).plain(match (value, other) {
            (_, other) if other <= -EVEN_B => " even with its stake counted",
            (value, _) if value >= EVEN_B => " with its stake counted",
            _ => " once its stake is counted",
        }),
        Stake::AtCost => balance(start.plain(", or "), other).plain(" without them"),
        Stake::ModelledExit => balance(start.plain(", or "), other).plain(" without it"),
    }
}

/// Where nobody knows the commitment there is money, and no answer.
fn cannot_be_told(inputs: &Inputs) -> Sentence {
    let (start, money) = (Sentence::default().plain("Whether "), inputs.new_money_expected_b());
    let who = start.plain(parties().investor);
    let asked = if is_even(money) {
        who.plain(" gains by the deal ")
    } else {
        who.plain(" gets back the ").strong(MONEY.minus(money)).plain(" it invests ")
    };
    asked
        .strong("cannot be told".to_owned())
        .plain(" until the commitment is accepted or entered: the articles do not state it.")
}

/// Without money at stake there is no dollar to count back: the commercial deal speaks for itself.
fn nothing_put_in(inputs: &Inputs, outcome: &Outcome) -> Sentence {
    let start =
        Sentence::default().plain("On these assumptions ").plain(parties().investor).plain(" puts in no new money");
    let value = outcome.npv_b;
    if outcome.rows.iter().all(|row| row.net == 0.0) {
        return start.plain(" and gets nothing back.");
    }
    let worth = match value {
        _ if is_even(value) => start.plain(": the commercial deal alone is ").strong("about even".to_owned()),
        _ if value < 0.0 => start.plain(": the commercial deal alone costs ").number(Tone::Loss, MONEY.minus(-value)),
        _ => start.plain(": the commercial deal alone is worth ").number(Tone::Gain, MONEY.minus(value)),
    };
    at_the_rate(worth.plain(if is_even(value) { "" } else { " of present value" }), inputs).plain(".")
}
