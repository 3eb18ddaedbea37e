//! The lab's burden in words: what it owes its clouds in its heaviest year, and what is there to pay it.

mod figures;
mod settings;

pub use figures::{key_figures, least_headroom};
pub(super) use settings::origin;
pub use settings::{Setting, caveat, chosen_preset, chosen_run_rate, later, preset, preset_note, presets, run_rates};

use super::numbers::{MONEY, RATIO, YEARS, capitalised, in_words, percent, years_in_words};
use super::sections::short_value;
use super::{Sentence, Span, is_even, parties};
use crate::catalog::Unit;
use crate::model::burden::{LabOutcome, LabYearRow};
use crate::model::{Inputs, Obligation};

/// A cover this near to one is "just" enough: it is shown as 1.00.
const EVEN_COVER: f64 = 0.005;

/// Whose side, which time, which money: the line above the verdict.
#[must_use]
pub fn kicker(inputs: &Inputs) -> String {
    let span = years_in_words(inputs.lab.years);
    format!("{}’s side, {span} from {}, before tax", capitalised(parties().lab), parties().closing)
}

/// What an obligation is called where words stand beside it: its name, or its place where it has none. A name that runs
/// from right to left is kept apart, so that it does not carry the words and numbers beside it along.
#[must_use]
pub fn name(at: usize, obligation: &Obligation) -> String {
    match obligation.name.as_str() {
        name if name.chars().any(runs_leftwards) => format!("\u{2068}{name}\u{2069}"),
        _ => plain_name(at, obligation),
    }
}

/// The same where it stands alone.
#[must_use]
pub fn plain_name(at: usize, obligation: &Obligation) -> String {
    match obligation.name.as_str() {
        "" => format!("Obligation {}", at + 1),
        name => name.to_owned(),
    }
}

/// Whether a letter belongs to a script that runs from right to left.
const fn runs_leftwards(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The same inside a sentence: "the AWS obligation".
fn the_obligation(at: usize, obligation: &Obligation) -> String {
    match obligation.name.as_str() {
        "" => format!("obligation {}", at + 1),
        _ => format!("the {} obligation", name(at, obligation)),
    }
}

/// The year in which the obligations are the largest share of revenue; nothing where no year has any.
#[must_use]
pub fn heaviest(outcome: &LabOutcome) -> Option<&LabYearRow> {
    let owing = outcome.rows.iter().filter(|row| row.obligations > 0.0);
    owing.reduce(|heaviest, row| if row.share > heaviest.share { row } else { heaviest })
}

/// Whether another year is owed more in dollars than the one that is heaviest for its revenue.
pub(super) fn is_outweighed(outcome: &LabOutcome, row: &LabYearRow) -> bool {
    let shown = |row: &LabYearRow| MONEY.trimmed(row.obligations);
    outcome.rows.iter().any(|other| other.obligations > row.obligations && shown(other) != shown(row))
}

/// The year in which gross profit covers the obligations least; nothing where no year has any. Without gross profit no
/// year is covered at all: it is the heaviest one then.
#[must_use]
pub fn least_covered(outcome: &LabOutcome) -> Option<(u32, f64)> {
    let covers = outcome.rows.iter().filter_map(|row| Some((row.t, row.gross_profit_cover?)));
    let least = covers.reduce(|least, next| if next.1 < least.1 { next } else { least })?;
    if least.1 > 0.0 { Some(least) } else { heaviest(outcome).and_then(|row| Some((row.t, row.gross_profit_cover?))) }
}

/// The years in which gross profit is less than what is owed.
#[must_use]
pub fn uncovered(outcome: &LabOutcome) -> Vec<u32> {
    let short = |row: &&LabYearRow| row.gross_profit_cover.is_some_and(|cover| cover < 1.0);
    outcome.rows.iter().filter(short).map(|row| row.t).collect()
}

/// The share of revenue in the heaviest year, and how far gross profit goes there.
#[must_use]
pub fn verdict(inputs: &Inputs, outcome: &LabOutcome) -> Vec<Span> {
    if is_open(inputs) {
        let what = format!("What {} owes its clouds ", parties().lab);
        let untold = Sentence::default().plain(&what).strong("cannot be told".to_owned());
        return untold.plain(" until the commitment is accepted or entered: the articles do not state it.").spans();
    }
    let start = Sentence::default().plain("On these assumptions ").plain(parties().lab);
    let Some(row) = heaviest(outcome) else { return nothing_owed(start, inputs).spans() };
    let owed = start.plain(" would owe its clouds ").strong(MONEY.trimmed(row.obligations));
    let which = if is_outweighed(outcome, row) { "the heaviest for its revenue" } else { "its heaviest" };
    let share = owed.plain(&format!(" in year {}, {which}, or ", row.t)).strong(percent(row.share));
    covered(share.plain(" of that year’s revenue: "), inputs, row).plain(".").spans()
}

/// Whether nothing is counted because nobody states what is owed.
fn is_open(inputs: &Inputs) -> bool {
    !parties().states_commitment && inputs.lab.owed().all(|owed| owed.total_b <= 0.0)
}

fn covered(start: Sentence, inputs: &Inputs, row: &LabYearRow) -> Sentence {
    let margin = inputs.lab.lab_gross_margin;
    let at_margin = |sentence: Sentence| sentence.input("lab_gross_margin", short_value(Unit::Percent, margin));
    match row.gross_profit_cover {
        Some(cover) if cover > 0.0 && (cover - 1.0).abs() < EVEN_COVER => {
            at_margin(start.plain("gross profit would ").strong("just cover it".to_owned()).plain(", at a margin of "))
        }
        Some(cover) if cover >= 1.0 => {
            let covered = start.plain("gross profit, at a margin of ");
            at_margin(covered).plain(", would cover it ").strong(times(cover))
        }
        Some(cover) if cover > 0.0 => {
            let part = at_margin(start.plain("gross profit, at a margin of ")).plain(", would pay ");
            part.strong(cents(cover)).plain(" of each dollar owed")
        }
        _ => at_margin(start.plain("at a gross margin of ")).plain(", there would be no gross profit to pay it from"),
    }
}

/// "1.55 times".
fn times(cover: f64) -> String {
    format!("{} times", RATIO.bare(cover))
}

/// "63 cents", and near the whole "99 cents": never a dollar while something is missing.
fn cents(part: f64) -> String {
    let cents = (part * 100.0).round().min(99.0);
    match cents {
        _ if cents < 1.0 => "less than a cent".to_owned(),
        _ if cents < 2.0 => "1 cent".to_owned(),
        _ => format!("{cents:.0} cents"),
    }
}

fn nothing_owed(start: Sentence, inputs: &Inputs) -> Sentence {
    if inputs.lab.owed().all(|owed| owed.total_b <= 0.0) {
        return start.plain(" owes its clouds nothing: no obligations are counted.");
    }
    let span = years_in_words(inputs.lab.years);
    start.plain(&format!(" owes its clouds nothing in the first {span}: all of its obligations begin later."))
}

/// The first obligation against the run-rate and the investor's money, and the run-rates at which it is lighter.
#[must_use]
pub fn second(inputs: &Inputs, outcome: &LabOutcome) -> Vec<Span> {
    if is_open(inputs) {
        return Sentence::default().plain(parties().no_commitment()).spans();
    }
    let Some(first) = first(inputs) else {
        return Sentence::default().plain("The first obligation asks for nothing.").spans();
    };
    let (name, yearly) = (the_obligation(0, first), MONEY.trimmed(first.per_year_b()));
    let share = Sentence::default()
        .plain(&format!("A year of {name}, {yearly}, is "))
        .strong(percent(outcome.headline_share))
        .plain(" of the ")
        .input("arr0_b", short_value(Unit::BillionUsd, inputs.arr0_b))
        .plain(&format!(" {}.", run_rate(inputs)));
    share.then(funded(inputs, outcome, first)).then(lighter(outcome)).spans()
}

/// "run-rate at closing", or of which later day.
pub(super) fn run_rate(inputs: &Inputs) -> String {
    later(inputs).map_or_else(|| "run-rate at closing".to_owned(), |when| format!("run-rate of {when}"))
}

/// The first obligation, if it asks for anything.
pub(super) fn first(inputs: &Inputs) -> Option<&Obligation> {
    inputs.lab.owed().next().filter(|owed| !is_even(owed.per_year_b()))
}

fn funded(inputs: &Inputs, outcome: &LabOutcome, first: &Obligation) -> Sentence {
    let start = Sentence::default().plain(&format!("{}’s ", capitalised(parties().investor)));
    let money = start.input("funding_b", short_value(Unit::BillionUsd, inputs.lab.funding_b));
    match outcome.years_funded_by_investor {
        Some(years) if years > f64::from(first.years) => money.plain(" is more than all of it."),
        Some(years) if !YEARS.is_zero(years) => {
            let paid = money.plain(" would pay for ").strong(YEARS.minus(years));
            paid.plain(&format!(" of its {}.", in_words(first.years)))
        }
        _ => money.plain(" would pay for no year of it."),
    }
}

fn lighter(outcome: &LabOutcome) -> Sentence {
    let rates = &outcome.arr_for_share;
    let [quarter, fifth, tenth] = [rates.quarter, rates.fifth, rates.tenth].map(|rate| MONEY.trimmed(rate));
    let start = Sentence::default().plain("It falls to 25% of a run-rate of ").strong(quarter);
    start.plain(", to 20% of ").strong(fifth).plain(" and to 10% of ").strong(tenth).plain(".")
}

/// Short sentences for the lines under the verdict, the most urgent first.
#[must_use]
pub fn notes(inputs: &Inputs, outcome: &LabOutcome) -> Vec<String> {
    let points = [
        short_years(outcome),
        reported(inputs),
        beyond(inputs),
        ends(inputs, outcome),
        heaviest(outcome).map(|_| {
            "The gross margin already holds part of the clouds’ bills; how much was not reported, so the cover is rough."
                .to_owned()
        }),
    ];
    points.into_iter().flatten().collect()
}

fn short_years(outcome: &LabOutcome) -> Option<String> {
    let years = uncovered(outcome);
    let first = years.first()?;
    let owing = outcome.rows.iter().filter(|row| row.obligations > 0.0).count();
    Some(match years.len() {
        1 => format!("Gross profit is less than what is owed in year {first} alone."),
        all if all == owing => "Gross profit is less than what is owed in every year with an obligation.".to_owned(),
        count => {
            let count = in_words(u32::try_from(count).unwrap_or(u32::MAX));
            format!("Gross profit is less than what is owed in {count} years, first in year {first}.")
        }
    })
}

fn reported(inputs: &Inputs) -> Option<String> {
    caveat(inputs).and_then(|_| origin(inputs))
}

/// Obligations that run on behind the last year that is shown.
fn beyond(inputs: &Inputs) -> Option<String> {
    let years = inputs.lab.years;
    let late = |owed: &&Obligation| owed.total_b > 0.0 && owed.start_year + owed.years > years + 1;
    let count = inputs.lab.owed().filter(late).count();
    (count > 0).then(|| {
        let (what, runs) = if count == 1 { ("One obligation", "runs") } else { ("Some obligations", "run") };
        format!("{what} {runs} beyond year {years}; what falls after it is not shown.")
    })
}

/// The year after which nothing is owed, inside the years shown.
fn ends(inputs: &Inputs, outcome: &LabOutcome) -> Option<String> {
    let last = outcome.rows.iter().rev().find(|row| row.obligations > 0.0)?.t;
    (last < inputs.lab.years).then(|| format!("After year {last} nothing is owed: the obligations end."))
}
