//! Files for elsewhere: what a reader takes to a spreadsheet, a board paper, a program.
//!
//! Pure functions from a state to bytes or text; who saves them is not known here. Not part of the page's first download:
//! the native command has this layer, and the page loads it with the module (feature `module`) when a file is asked for.

#[cfg(not(target_arch = "wasm32"))]
pub mod fonts;
#[cfg(not(target_arch = "wasm32"))]
pub mod picture;
