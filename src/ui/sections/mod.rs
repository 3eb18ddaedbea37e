//! The sections under the first charts, each in a file of its name.

mod lens_compare;
mod section;
mod what_must_hold;
mod year_by_year;

pub use what_must_hold::WhatMustHold;
pub use year_by_year::YearByYear;

use super::{State, state};
use section::Section;
