//! Every input and every fact, as data.
//!
//! The catalogue is one table. Sliders, number boxes, help, defaults, limits, the wire format and the documentation are
//! all derived from it; a new input is one row in `rows` and one field in [`Inputs`].
//! It may use the model's types. It may not compute finance, format numbers or know a browser.

mod case;
mod clauses;
mod control;
pub mod deals;
mod defaults;
pub mod facts;
mod groups;
mod history;
pub mod investment;
mod lab;
pub mod paths;
mod primary;
mod row;
mod rows;
mod scenarios;
mod side;
pub mod signals;
mod steps;
pub mod uncertainty;
mod versions;

pub use case::Case;
pub use clauses::{CLAUSES, Clause};
pub use control::Control;
pub use deals::{Basis, DEALS, Deal, DealKind, Origin, Start, Term};
pub use defaults::defaults;
pub use facts::{CONTRADICTIONS, Contradiction, FACTS, Fact, PUBLIC, PublicPoint, Reference, SOURCES, Source};
pub use groups::Group;
pub use history::History;
pub use investment::Proportion;
pub use lab::{LAB_PRESETS, LabPreset, Owed, RUN_RATES, RunRate, reported};
pub use row::{Choice, Input, Kind, LimitFault, Limits, SMALLEST, Status, Unit};
pub use rows::{ALL_INPUTS, INPUTS, find};
pub use scenarios::{Differences, PRESETS, Preset, SCENARIOS, Scenario};
pub use side::{Side, place};
pub use steps::FINER;
pub use versions::{DATA_VERSIONS, DataVersion};

use crate::model::Inputs;
use scenarios::apply;

/// Version of the facts and defaults; part of everything that is shared.
pub const DATA_VERSION: &str = "2026-05";

/// How many numbers of the investor's default case are assumptions rather than stated or public figures. Of other deals
/// they are more: see [`Start::assumptions`].
#[must_use]
pub fn assumption_count() -> usize {
    Start::default().assumptions()
}

/// The inputs of the deal that differ from `reference`; those of another side are [`Side::changed`].
pub fn changed<'a>(inputs: &'a Inputs, reference: &'a Inputs) -> impl Iterator<Item = &'static Input> + 'a {
    INPUTS.iter().filter(move |input| input.differs(inputs, reference))
}
