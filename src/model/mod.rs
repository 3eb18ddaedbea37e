//! Pure finance: what a deal is worth, to whom, and when the money is back.

mod inputs;
mod outcome;

pub use inputs::*;
pub use outcome::*;
