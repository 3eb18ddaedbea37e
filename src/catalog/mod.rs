//! Every input and every fact, as data.
//!
//! The catalogue is one table. Sliders, number boxes, help, defaults, limits, the wire format and the documentation are
//! all derived from it; a new input is one row in [`rows`] and one field in [`Inputs`].
//! It may use the model's types. It may not compute finance, format numbers or know a browser.

pub mod facts;
pub mod groups;
pub mod investment;
mod row;
pub mod rows;
pub mod scenarios;

// pub use facts::{Contradiction, Fact, PublicPoint, Source};
pub use groups::Group;
pub use row::{Choice, Input, Kind, LimitFault, Limits, Status, Unit};
pub use rows::{INPUTS, find};
// pub use scenarios::{PRESETS, Preset, SCENARIOS, Scenario};

use crate::model::Inputs;

/// Version of the facts and defaults; part of everything that is shared.
pub const DATA_VERSION: &str = "2026-04";

/// How many numbers of the default case are assumptions rather than stated or public figures.
#[must_use]
pub fn assumption_count() -> usize {
    INPUTS.iter().filter(|input| input.status == Status::Assumption).count()
}

/// The inputs that differ from `reference`.
pub fn changed<'a>(inputs: &'a Inputs, reference: &'a Inputs) -> impl Iterator<Item = &'static Input> + 'a {
    INPUTS.iter().filter(move |input| input.differs(inputs, reference))
}
