//! What each clause of the buyer's contract is worth: one step in its favour at a time.

use crate::catalog::{CLAUSES, Input};
use crate::model::{Inputs, buyer};

/// One clause at its present value and one step on.
#[derive(Clone, Copy, Debug)]
pub struct Worth {
    /// The input that the clause sets.
    pub input: &'static Input,
    /// Its present value.
    pub present: f64,
    /// One step in the buyer's favour; nothing when the clause already stands at the end of its useful range.
    pub step: Option<Step>,
}

/// A clause one step on, with everything else held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The value of the clause.
    pub value: f64,
    /// The NPV of the commitment then, $M.
    pub npv_m: f64,
    /// That less the present NPV, $M.
    pub difference_m: f64,
}

/// Every clause, in the order of the catalogue.
#[must_use]
pub fn clauses(inputs: &Inputs) -> Vec<Worth> {
    let present_m = buyer::npv(inputs);
    let worth = |clause: &crate::catalog::Clause| {
        let input = clause.input()?;
        let present = input.get(inputs);
        let step = clause.stepped(input, present).map(|value| {
            let mut moved = *inputs;
            input.put(&mut moved, value);
            let npv_m = buyer::npv(&moved);
            Step { value, npv_m, difference_m: npv_m - present_m }
        });
        Some(Worth { input, present, step })
    };
    CLAUSES.iter().filter_map(worth).collect()
}
