//! What stands around an exported file: `page` and `draws`.
//!
//! | key | value |
//! |---|---|
//! | `page` | the address of the page, for the way back to it that the file holds; none if absent |
//! | `draws` | how many futures the file of the simulation draws |
//!
//! A null counts as absent. Anything that is not understood is a [`Fault`], and all of them are found at once.

use super::read::{Entries, objects};
use super::simulation::DRAWS;
use super::{Batch, Fault, Problem, around};
use crate::analysis::monte_carlo::DEFAULT_DRAWS;
use crate::analysis::setup::NUMBERS_OF_DRAWS;
use crate::catalog::Kind;

const PAGE: &str = "page";
const KEYS: &[&str] = &[PAGE, DRAWS];

/// The options of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Where the page stands; empty where it stands nowhere.
    pub page: String,
    /// How many futures the simulation draws.
    pub draws: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { page: String::new(), draws: DEFAULT_DRAWS }
    }
}

/// Reads the options of a file.
///
/// # Errors
/// Every fault in the text; there are no options then.
pub fn decode(text: &str) -> Result<Options, Vec<Fault>> {
    match objects(text).map_err(|fault| vec![fault])? {
        Batch::One(Ok(entries)) => options(&entries),
        Batch::One(Err(Fault { value, .. })) => Err(vec![not_options(value)]),
        Batch::Many(_) => Err(vec![not_options("[…]".to_owned())]),
    }
}

fn not_options(value: String) -> Fault {
    Fault::new("options", value, Problem::NotOptions(KEYS))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the limits")]
fn options(entries: &Entries) -> Result<Options, Vec<Fault>> {
    let mut faults = entries.duplicates();
    for (key, value) in entries.iter().filter(|(key, _)| !KEYS.contains(key)) {
        faults.push(Fault::new(key, value.shown(), Problem::NotAName(KEYS.to_vec())));
    }
    let mut options = Options::default();
    let given = |key| entries.get(key).filter(|value| !value.is_null());
    if let Some(value) = given(PAGE) {
        match value.text() {
            Some(page) => options.page = page,
            None => faults.push(Fault::new(PAGE, value.shown(), Problem::NotA("the address of a page"))),
        }
    }
    if let Some(value) = given(DRAWS) {
        if let Some(draws) = around::in_limits(value, Kind::Whole, NUMBERS_OF_DRAWS) {
            options.draws = draws as usize;
        } else {
            faults.push(Fault::new(DRAWS, value.shown(), Problem::NotInLimits(Kind::Whole, NUMBERS_OF_DRAWS)));
        }
    }
    if faults.is_empty() { Ok(options) } else { Err(faults) }
}
