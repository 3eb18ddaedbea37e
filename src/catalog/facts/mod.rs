//! The facts behind the defaults, in our own words.

mod contradictions;
mod public;
mod stated;

pub use contradictions::CONTRADICTIONS;
pub use public::PUBLIC;
pub use stated::{FACTS, SOURCES};

/// An article or release that the project started from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// A short stable name.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// When: a day or a month.
    pub date: &'static str,
    /// Where, if it is on the open web.
    pub url: Option<&'static str>,
}

/// Something that a source states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// `S` and a number.
    pub id: &'static str,
    /// What it is about.
    pub text: &'static str,
    /// The value, in words.
    pub value: &'static str,
    /// The date that it holds for; empty when none is given.
    pub as_of: &'static str,
    /// The id of the [`Source`].
    pub source: &'static str,
}

/// A reference point from public reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicPoint {
    /// `P` and a number.
    pub id: &'static str,
    /// What it is about.
    pub point: &'static str,
    /// The values, in words.
    pub value: &'static str,
    /// Where it was found.
    pub place: &'static str,
}

/// A question on which the sources disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// `C` and a number.
    pub id: &'static str,
    /// The question.
    pub question: &'static str,
    /// What the sources say.
    pub readings: &'static str,
    /// What this product does.
    pub shown_as: &'static str,
}

/// What an id among a row's sources stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// `S..`, with the source that states it.
    Stated(&'static Fact, &'static Source),
    /// `P..`
    Public(&'static PublicPoint),
    /// `C..`
    Disputed(&'static Contradiction),
}

impl Source {
    /// The source of an id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        SOURCES.iter().find(|source| source.id == id)
    }
}

impl Reference {
    /// What an id stands for.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        if let Some(fact) = FACTS.iter().find(|fact| fact.id == id) {
            return Source::find(fact.source).map(|source| Self::Stated(fact, source));
        }
        if let Some(point) = PUBLIC.iter().find(|point| point.id == id) {
            return Some(Self::Public(point));
        }
        CONTRADICTIONS.iter().find(|contradiction| contradiction.id == id).map(Self::Disputed)
    }
}
