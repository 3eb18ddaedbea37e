//! Where the numbers come from, and where the sources disagree.

use super::numbers::{capitalised, in_words};
use super::tables::{Cell, Table};
use crate::catalog::{CONTRADICTIONS, FACTS, INPUTS, PUBLIC, SOURCES, Source, Status, assumption_count};

/// How many sources there are and how often they disagree.
#[must_use]
pub fn summary() -> String {
    format!(
        "{} articles and releases and {} public reference points; they contradict one another on {} questions.",
        capitalised(&in_words(number(SOURCES.len()))),
        PUBLIC.len(),
        CONTRADICTIONS.len()
    )
}

/// How many inputs rest on what.
#[must_use]
pub fn input_counts() -> String {
    let of = |wanted| INPUTS.iter().filter(|input| input.status == wanted).count();
    format!(
        "Of {} inputs {} are assumptions, {} are stated in the articles and {} come from public reports.",
        INPUTS.len(),
        assumption_count(),
        of(Status::Stated),
        of(Status::Public)
    )
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn table<const N: usize>(caption: &str, columns: [&str; N], rows: impl Iterator<Item = [String; N]>) -> Table {
    Table {
        caption: caption.to_owned(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: rows.map(|cells| cells.map(Cell::head).to_vec()).collect(),
    }
}

/// The questions on which the sources disagree, and what this product does about each.
#[must_use]
pub fn contradiction_table() -> Table {
    let rows = CONTRADICTIONS.iter().map(|found| {
        [format!("{} {}", found.id, found.question), found.readings.to_owned(), found.shown_as.to_owned()]
    });
    table("Where the sources disagree", ["Question", "What the sources say", "What this model does"], rows)
}

/// What the articles state.
#[must_use]
pub fn fact_table() -> Table {
    let rows = FACTS.iter().map(|fact| {
        let source = Source::find(fact.source).map_or("", |source| source.publisher);
        let date = if fact.as_of.is_empty() { "not given" } else { fact.as_of };
        [format!("{} {}", fact.id, fact.text), fact.value.to_owned(), date.to_owned(), source.to_owned()]
    });
    table("Stated in the articles", ["Fact", "Value", "As of", "Source"], rows)
}

/// What public reports add.
#[must_use]
pub fn public_table() -> Table {
    let rows = PUBLIC
        .iter()
        .map(|point| [format!("{} {}", point.id, point.point), point.value.to_owned(), point.place.to_owned()]);
    table("From public reports, not checked against primary filings", ["Point", "Value", "Found at"], rows)
}

/// The articles themselves.
#[must_use]
pub fn article_table() -> Table {
    let rows = SOURCES.iter().map(|source| {
        [source.title, source.publisher, source.date, source.url.unwrap_or("not on the open web")].map(str::to_owned)
    });
    table("Source articles", ["Title", "Publisher", "Date", "Address"], rows)
}
