//! The inputs, one row each.

use super::Input;

/// Every input, in the order of the page.
pub static INPUTS: &[Input] = &[];

/// The row of a key.
#[must_use]
pub fn find(id: &str) -> Option<&'static Input> {
    INPUTS.iter().find(|input| input.id == id)
}
