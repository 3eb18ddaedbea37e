//! The clauses that a buyer negotiates, and what one step in its favour is.

use super::{Input, find};

/// A clause of the buyer's contract.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clause {
    /// The input that it sets.
    pub id: &'static str,
    /// One step in the buyer's favour, in the unit of the input. All are assumptions: what people ask for in one round.
    pub step: f64,
}

/// The clauses, in the order of the table.
pub const CLAUSES: [Clause; 5] = [
    Clause { id: "discount", step: 0.01 },
    Clause { id: "price_match", step: 0.25 },
    Clause { id: "shortfall_rate", step: -0.25 },
    Clause { id: "commit_step", step: -0.05 },
    Clause { id: "term_years", step: -1.0 },
];

impl Clause {
    /// The input that it sets.
    #[must_use]
    pub fn input(&self) -> Option<&'static Input> {
        find(self.id)
    }

    /// The value one step on in the buyer's favour, or the end of the useful range on the way; nothing when the present
    /// value stands there already, or beyond.
    #[must_use]
    pub fn stepped(&self, input: &Input, present: f64) -> Option<f64> {
        /// Where steps add up to a value, what floating point adds behind it is cut off.
        const PLACES: f64 = 1e9;
        let wanted = ((present + self.step) * PLACES).round() / PLACES;
        let next = if self.step > 0.0 { wanted.min(input.slider.max) } else { wanted.max(input.slider.min) };
        ((next - present) * self.step > 0.0).then_some(next)
    }
}
