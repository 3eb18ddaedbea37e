//! How far each input alone moves the NPV.

use serde::Serialize;

use super::marginals::moved_end;
use crate::catalog::uncertainty::TORNADO;
use crate::catalog::{self, Input};
use crate::model::{self, Inputs};

/// The NPV at both ends of each input, the largest swing first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[must_use]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Tornado {
    /// The NPV of the present inputs, $B.
    pub base_npv_b: f64,
    /// One bar an input.
    pub bars: Vec<Bar>,
}

/// One input at its two ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Bar {
    /// The input.
    pub name: &'static str,
    /// Its worse end.
    pub low_input: f64,
    /// Its better end.
    pub high_input: f64,
    /// NPV at the worse end, $B.
    pub npv_low_b: f64,
    /// NPV at the better end, $B.
    pub npv_high_b: f64,
    /// Distance between the two, $B.
    pub swing_b: f64,
}

/// Moves one input after the other, from its present value; ends move along with it and stop at the slider's.
pub fn tornado(inputs: &Inputs) -> Tornado {
    let mut bars: Vec<Bar> = TORNADO
        .iter()
        .filter_map(|swing| {
            let input = catalog::find(swing.id)?;
            let present = input.get(inputs);
            Some(Bar::between(
                inputs,
                input,
                moved_end(input, swing.low, present),
                moved_end(input, swing.high, present),
            ))
        })
        .collect();
    // Stable: bars of equal swing keep the order of the table.
    bars.sort_by(|a, b| b.swing_b.total_cmp(&a.swing_b));
    Tornado { base_npv_b: model::value(inputs).npv_b, bars }
}

impl Tornado {
    /// The same bars in the order in which they stood before: rows do not change places under the reader's eyes.
    pub fn in_order_of(mut self, before: &Self) -> Self {
        let place = |bar: &Bar| before.bars.iter().position(|known| known.name == bar.name);
        self.bars.sort_by_key(|bar| place(bar).unwrap_or(usize::MAX));
        self
    }
}

impl Bar {
    fn between(inputs: &Inputs, input: &Input, low_input: f64, high_input: f64) -> Self {
        let npv = |value| {
            let mut moved = *inputs;
            input.put(&mut moved, value);
            model::value(&moved).npv_b
        };
        let (npv_low_b, npv_high_b) = (npv(low_input), npv(high_input));
        Self { name: input.id, low_input, high_input, npv_low_b, npv_high_b, swing_b: (npv_high_b - npv_low_b).abs() }
    }
}
