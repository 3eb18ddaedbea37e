//! The sections under the first charts, each in a file of its name.

mod clauses;
mod deals;
mod distributions;
mod gigawatts;
mod grid;
mod grid_cells;
mod grid_controls;
mod how_sure;
mod kept;
mod ladder;
mod lenses;
mod pinned;
mod register;
mod section;
mod settings;
mod simulation;
mod simulator;
mod sources;
mod tornado;
mod watch;
mod weights;
mod what_moves_it;
mod what_must_hold;
mod year_by_year;

pub use clauses::Clauses;
pub use deals::{DealsFigure, OtherDeals};
pub use gigawatts::GigawattsFigure;
pub use grid::GridFigure;
pub use how_sure::HowSure;
pub use ladder::LadderFigure;
pub use pinned::Pinned;
pub use simulation::SimulationFigure;
pub use sources::Sources;
pub use tornado::TornadoFigure;
pub use watch::WhatToWatch;
pub use what_moves_it::WhatMovesIt;
pub use what_must_hold::WhatMustHold;
pub use year_by_year::YearByYear;

use super::how_computed;
use super::{State, answer, state};
use section::Section;
