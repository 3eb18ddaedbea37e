//! What is read at a position of a chart: a year, a bar, a bin, with all its values and their units.

mod sides;

pub use sides::{burden, contract, headline, leaving, owed, usage};

use super::numbers::{BILLIONS, Format, MONEY, PERCENT, RATIO, count};
use super::sections::{objective_format, objective_name};
use super::{Calendar, parties};
use crate::analysis::deals::Known;
use crate::analysis::objective::Objective;

/// A position of a chart in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Where it is.
    pub head: String,
    /// What is there.
    pub lines: Vec<Line>,
}

/// One value of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is measured; may be empty where the head says it.
    pub name: String,
    /// For the eye.
    pub value: String,
    /// For the ear.
    spoken: String,
}

impl Line {
    fn number(name: &str, format: &Format, value: f64) -> Self {
        Self { name: name.to_owned(), value: format.minus(value), spoken: format.spoken(value) }
    }

    fn money(name: &str, billions: f64) -> Self {
        Self::number(name, &MONEY, billions)
    }

    fn words(name: &str, value: String) -> Self {
        Self { name: name.to_owned(), spoken: value.clone(), value }
    }
}

impl Reading {
    fn new(head: String, lines: impl IntoIterator<Item = Line>) -> Self {
        Self { head, lines: lines.into_iter().collect() }
    }

    /// The whole in one sentence, as it is read aloud.
    #[must_use]
    pub fn spoken(&self) -> String {
        let say = |line: &Line| {
            if line.name.is_empty() { line.spoken.clone() } else { format!("{} {}", line.name, line.spoken) }
        };
        let lines: Vec<String> = self.lines.iter().map(say).collect();
        if lines.is_empty() { self.head.clone() } else { format!("{}: {}", self.head, lines.join(", ")) }
    }
}

/// A deal year with the calendar, where one is known: "Closing, April 2026", "Year 4, to April 2030".
#[must_use]
pub fn year(t: u32) -> String {
    let dated = |calendar: Calendar| format!("{} {}", calendar.month, calendar.end_of(t));
    match (t, parties().calendar.map(dated)) {
        (0, Some(date)) => format!("Closing, {date}"),
        (0, None) => "Closing".to_owned(),
        (_, Some(date)) => format!("Year {t}, to {date}"),
        (_, None) => format!("Year {t}"),
    }
}

/// The cash of one year, $B: flow, balance, balance discounted; then the balances of pinned cases by name.
#[must_use]
pub fn cash<'a>(
    t: u32,
    [flow, balance, discounted]: [f64; 3],
    pinned: impl Iterator<Item = (&'a str, f64)>,
) -> Reading {
    let own =
        [Line::money("Cash flow", flow), Line::money("Cumulative", balance), Line::money("Discounted", discounted)];
    Reading::new(year(t), own.into_iter().chain(pinned.map(|(name, balance)| Line::money(name, balance))))
}

/// The commitment at one date: the share, and the $B it divides by which; then the shares of pinned cases by name.
#[must_use]
pub fn share<'a>(
    t: u32,
    share: f64,
    [commit, revenue]: [f64; 2],
    pinned: impl Iterator<Item = (&'a str, f64)>,
) -> Reading {
    let names = if t == 0 { ["Average year", "Run-rate"] } else { ["Commitment", "Revenue"] };
    let [commit_name, revenue_name] = names;
    let own =
        [Line::number("Share", &PERCENT, share), Line::money(commit_name, commit), Line::money(revenue_name, revenue)];
    Reading::new(year(t), own.into_iter().chain(pinned.map(|(name, share)| Line::number(name, &PERCENT, share))))
}

/// A part of the NPV with the sum up to it, or a sum; $B.
#[must_use]
pub fn part(name: String, value: f64, so_far: Option<f64>) -> Reading {
    let sum = so_far.map(|sum| Line::money("Sum so far", sum));
    Reading::new(name, std::iter::once(Line::money("Present value", value)).chain(sum))
}

/// A bin of the simulation: its ends in $B, the part of the draws in it, and the part below its upper end.
#[must_use]
pub fn bin(low: Option<f64>, high: Option<f64>, share: f64, below: f64, draws: f64) -> Reading {
    // Bins can be narrower than a tenth of a billion: as many places as their ends need.
    let fine = |value: &f64| (value * 10.0 - (value * 10.0).round()).abs() > 1e-6;
    let format = if low.iter().chain(high.iter()).any(fine) { super::numbers::FINE_MONEY } else { MONEY };
    let write = |value| format.trimmed(value);
    let head = match (low, high) {
        (None, Some(high)) => format!("NPV below {}", write(high)),
        (Some(low), None) => format!("NPV of {} or more", write(low)),
        (Some(low), Some(high)) => format!("NPV {} to {}", write(low), write(high)),
        (None, None) => "NPV".to_owned(),
    };
    let upper = high.map(|high| Line::number(&format!("Below {}", write(high)), &PERCENT, below));
    let own = [
        Line::number("Draws", &PERCENT, share),
        Line::words("Of all draws", format!("{} of {}", count((share * draws).round()), count(draws))),
    ];
    Reading::new(head, own.into_iter().chain(upper))
}

/// A step of the ladder: what it is called, what was taken off to get there, and what each dollar brings back.
#[must_use]
pub fn rung(name: &str, step: &str, value: Option<f64>, absent: &str) -> Reading {
    let head = if step.is_empty() { name.to_owned() } else { format!("{name}, {step}") };
    let dollars = |value: f64| {
        let dollars = RATIO.bare(value.abs());
        format!("{}${dollars}", if value < 0.0 && !RATIO.is_zero(value) { "\u{2212}" } else { "" })
    };
    let value = value.map_or_else(|| absent.to_owned(), dollars);
    Reading::new(head, [Line::words("For each dollar", value)])
}

/// The price of a gigawatt-year in a deal.
#[must_use]
pub fn price(name: &str, billions: f64, remark: Option<&str>) -> Reading {
    let price = format!("{} a GW-year", super::numbers::FINE_MONEY.trimmed(billions));
    Reading::new(
        name.to_owned(),
        [Line::words("", price)].into_iter().chain(remark.map(|remark| Line::words("", remark.to_owned()))),
    )
}

/// A deal of the comparison: why it has no figures, or what they are.
#[must_use]
pub fn deal(name: String, known: Option<&Known>, without: Option<String>) -> Reading {
    let number = |name: &str, format: &Format, value: Option<f64>| value.map(|value| Line::number(name, format, value));
    let of = |known: &Known| {
        [
            number("NPV before the stake", &MONEY, Some(known.npv_b)),
            number("With it", &MONEY, Some(known.npv_with_equity_b)),
            number("Commit per dollar", &RATIO, known.commit_per_dollar),
            number("Share of run-rate", &PERCENT, known.share),
            known.per_gw_year_b.map(|price| {
                let price = super::numbers::FINE_MONEY.minus(price);
                Line::words("A GW-year", format!("{price} at the capacity ceiling"))
            }),
        ]
    };
    let lines = known.map(of).into_iter().flatten().flatten();
    Reading::new(name, lines.chain(without.map(|words| Line::words("", words))))
}

/// Gigawatt-years, and where they come from.
#[must_use]
pub fn gigawatt_years(value: f64, words: &str) -> Reading {
    Reading::new(format!("{} GW-years", BILLIONS.trimmed(value)), [Line::words("", words.to_owned())])
}

/// An input at both its ends, each with the objective there in its unit, and the swing between them.
#[must_use]
pub fn swing(objective: Objective, name: &str, ends: [(&str, f64); 2], remark: Option<&str>) -> Reading {
    let [low, high] = ends;
    let (format, measured) = (objective_format(objective), objective_name(objective));
    let swing = (high.1 - low.1).abs();
    let lines = [low, high].map(|(text, value)| Line::number(&format!("{measured} at {text}"), &format, value));
    let remark = remark.map(|remark| Line::words("", remark.to_owned()));
    let all = lines.into_iter().chain([Line::number("Swing", &format, swing)]).chain(remark);
    Reading::new(name.to_owned(), all)
}

/// What a chart's positions are, and how to walk through them with a keyboard.
#[must_use]
pub fn walk(what: &str) -> String {
    format!("{what}. Arrow keys move through it, Escape leaves")
}

/// Nothing is read yet.
#[must_use]
pub fn nothing() -> &'static str {
    "Nothing read yet"
}
