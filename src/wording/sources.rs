//! Where the numbers come from, and where the sources disagree.

use super::numbers::{capitalised, in_words, with_unit};
use super::parties;
use super::side::{assumptions, counted, status};
use crate::catalog::{
    Basis, CONTRADICTIONS, Contradiction, Control, FACTS, Fact, Input, Kind, PUBLIC, SOURCES, Side, Source, Status,
    reported,
};
use crate::model::Inputs;

/// A list of the sources section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// A stable name.
    pub id: &'static str,
    /// What it lists, and how many.
    pub name: String,
    /// What stands in each part of an entry; the first is what the entry is about.
    pub parts: &'static [&'static str],
    /// The entries.
    pub entries: Vec<Entry>,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The anchor: `C4`, `S10`, `P16`, or the name of an article or input.
    pub id: &'static str,
    /// Its parts.
    pub parts: Vec<String>,
    /// Where it is on the open web, if it is.
    pub url: Option<&'static str>,
}

/// How many sources there are and how often they disagree.
#[must_use]
pub fn summary() -> String {
    format!(
        "{} articles and releases, {} public reports, {} questions on which they disagree; these matter most.",
        capitalised(&in_words(number(SOURCES.len()))),
        PUBLIC.len(),
        in_words(number(CONTRADICTIONS.len()))
    )
}

/// How many inputs of a side rest on what.
#[must_use]
pub fn input_counts(side: Side, inputs: &Inputs) -> String {
    let of = |wanted| counted(side, inputs).filter(|input| status(input, inputs) == wanted).count();
    format!(
        "Of {} inputs {} are assumptions, {} are stated in the articles and {} come from public reports.",
        counted(side, inputs).count(),
        assumptions(side, inputs),
        of(Status::Stated),
        of(Status::Public)
    )
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The contradictions that change the answer most, in the order in which they are met.
const FIRST: [&str; 6] = ["C6", "C2", "C1", "C7", "C9", "C13"];

/// The questions on which the sources disagree, and what this product does about each: those that matter most.
#[must_use]
pub fn contradictions() -> Register {
    let first = FIRST.iter().filter_map(|id| CONTRADICTIONS.iter().find(|found| found.id == *id));
    disagreements("contradictions", "The six that matter most".to_owned(), first.map(disagreement).collect())
}

/// The others.
#[must_use]
pub fn more_contradictions() -> Register {
    let rest = CONTRADICTIONS.iter().filter(|found| !FIRST.contains(&found.id));
    let rest: Vec<Entry> = rest.map(disagreement).collect();
    disagreements("more-contradictions", format!("The other {} questions", in_words(number(rest.len()))), rest)
}

fn disagreements(id: &'static str, name: String, entries: Vec<Entry>) -> Register {
    Register { id, name, parts: &["Question", "What the sources say", "What this model does"], entries }
}

fn disagreement(found: &'static Contradiction) -> Entry {
    entry(found.id, [found.question, found.readings, found.shown_as].map(str::to_owned))
}

fn entry<const N: usize>(id: &'static str, parts: [String; N]) -> Entry {
    Entry { id, parts: Vec::from(parts), url: None }
}

/// The articles themselves.
#[must_use]
pub fn articles() -> Register {
    let article = |source: &'static Source| {
        let facts = FACTS.iter().filter(|fact| fact.source == source.id).count();
        let facts = match facts {
            0 => "checking".to_owned(),
            1 => "1 fact".to_owned(),
            facts => format!("{facts} facts"),
        };
        let parts = [source.title.to_owned(), source.publisher.to_owned(), facts, date(source.date)];
        Entry { url: source.url, ..entry(source.id, parts) }
    };
    Register {
        id: "articles",
        name: format!("Source articles, {}", SOURCES.len()),
        parts: &["Title", "Publisher", "Used for", "Date"],
        entries: SOURCES.iter().map(article).collect(),
    }
}

/// What the articles state.
#[must_use]
pub fn stated() -> Register {
    let fact = |fact: &'static Fact| {
        let source = Source::find(fact.source).map_or("", |source| source.publisher);
        let as_of = if fact.as_of.is_empty() { "undated".to_owned() } else { date(fact.as_of) };
        entry(fact.id, [fact.text.to_owned(), fact.value.to_owned(), short(source).to_owned(), as_of])
    };
    Register {
        id: "stated",
        name: format!("Stated in the articles, {} facts", FACTS.len()),
        parts: &["Fact", "Value", "Source", "As of"],
        entries: FACTS.iter().map(fact).collect(),
    }
}

/// A publisher without the sources that it cites itself.
fn short(publisher: &'static str) -> &'static str {
    publisher.split(" citing ").next().unwrap_or(publisher)
}

/// What public reports add.
#[must_use]
pub fn public() -> Register {
    let entries =
        PUBLIC.iter().map(|point| entry(point.id, [point.point, point.value, point.place].map(str::to_owned)));
    Register {
        id: "public",
        name: format!("Public reports, {} points", PUBLIC.len()),
        parts: &["Point", "Value", "Found at"],
        entries: entries.collect(),
    }
}

/// What nobody states and this model assumes for a side.
#[must_use]
pub fn assumed(side: Side, inputs: &Inputs) -> Register {
    let start = parties().start;
    let assumed = counted(side, inputs).filter(|input| status(input, inputs) == Status::Assumption);
    let line = |input: &'static Input| {
        let basis = reported(input.id, start, inputs).unwrap_or_else(|| start.basis(&Control::of(input)));
        let Basis { value, note, as_of, .. } = basis;
        entry(input.id, [input.label.to_owned(), value_text(input, value), note.to_owned(), date(as_of)])
    };
    Register {
        id: "assumed",
        name: format!("Assumptions of this model, {}", assumptions(side, inputs)),
        parts: &["Input", "Default", "Why", "Set"],
        entries: assumed.map(line).collect(),
    }
}

/// A value in words: with its unit, or the name of the option.
fn value_text(input: &'static Input, value: f64) -> String {
    let option = match input.kind {
        Kind::Choice(choices) => {
            choices.iter().zip(0_u32..).find(|(_, at)| f64::from(*at).to_bits() == value.to_bits())
        }
        Kind::Number | Kind::Whole => None,
    };
    option.map_or_else(|| with_unit(input.unit, value), |(choice, _)| choice.label.to_owned())
}

/// The months by name.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date for people: "2026-04-20" as "20 April 2026", "before 2026-04" as "before April 2026"; anything else as it is.
#[must_use]
pub fn date(text: &str) -> String {
    let (before, date) = text.rsplit_once(' ').map_or(("", text), |(before, date)| (before, date));
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next(), parts.next().and_then(|month| month.parse::<usize>().ok()), parts.next());
    let month = month.and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let date = match (year, month, day.map(str::parse::<u32>)) {
        (Some(year), Some(month), Some(Ok(day))) => format!("{day} {month} {year}"),
        (Some(year), Some(month), None) => format!("{month} {year}"),
        _ => return text.to_owned(),
    };
    if before.is_empty() { date } else { format!("{before} {date}") }
}
