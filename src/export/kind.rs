//! The files there are.

use crate::protocol::link::Figure;
use crate::wording::naming::file_name;

/// A file of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The model as live formulas.
    Xlsx,
    /// State and outcome, to be opened again.
    Json,
    /// Every input with unit, sources and note.
    Inputs,
    /// Every row of the yearly model.
    Years,
    /// The numbers behind a chart.
    Chart(Figure),
}

impl Kind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Xlsx, Self::Json, Self::Inputs, Self::Years].into_iter().chain(Figure::ALL.map(Self::Chart))
    }

    /// A stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Inputs => "inputs.csv",
            Self::Years => "years.csv",
            Self::Chart(Figure::Cash) => "cash.csv",
            Self::Chart(Figure::Share) => "share.csv",
            Self::Chart(Figure::Bridge) => "bridge.csv",
            Self::Chart(Figure::Ladder) => "ladder.csv",
            Self::Chart(Figure::Grid) => "grid.csv",
            Self::Chart(Figure::Tornado) => "tornado.csv",
            Self::Chart(Figure::Simulation) => "simulation.csv",
            Self::Chart(Figure::Gigawatts) => "gigawatts.csv",
            Self::Chart(Figure::Deals) => "deals.csv",
            Self::Chart(Figure::Obligations) => "obligations.csv",
            Self::Chart(Figure::Burden) => "burden.csv",
            Self::Chart(Figure::Contract) => "contract.csv",
            Self::Chart(Figure::Usage) => "usage.csv",
            Self::Chart(Figure::Exposure) => "exposure.csv",
        }
    }

    /// The names of all.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        Self::all().map(Self::id).collect()
    }

    /// The kind of a name.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::all().find(|kind| kind.id() == id)
    }

    /// The name of the file, for the deal that sentences speak of.
    #[must_use]
    pub fn file(self) -> String {
        let (part, kind) = self.id().split_once('.').unwrap_or(("", self.id()));
        file_name(part, kind)
    }

    /// The media type.
    #[must_use]
    pub const fn media(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Inputs | Self::Years | Self::Chart(_) => "text/csv;charset=utf-8",
        }
    }
}
