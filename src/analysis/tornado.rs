//! How far each input alone moves the objective.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::marginals::moved_end;
use super::objective::Objective;
use crate::catalog::uncertainty::swings;
use crate::catalog::{self, Input};
use crate::model::Inputs;

/// The objective at both ends of each input, the largest swing first.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Tornado {
    /// What is moved.
    pub objective: Objective,
    /// The objective of the present inputs.
    pub base: f64,
    /// One bar an input.
    pub bars: Vec<Bar>,
}

/// One input at its two ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The input.
    pub name: &'static str,
    /// Its worse end.
    pub low_input: f64,
    /// Its better end.
    pub high_input: f64,
    /// The objective at the worse end.
    pub low: f64,
    /// The objective at the better end.
    pub high: f64,
    /// Distance between the two.
    pub swing: f64,
}

/// Moves one input after the other, from its present value; ends move along with it and stop at the slider's.
pub fn tornado(inputs: &Inputs, objective: Objective) -> Tornado {
    let mut bars: Vec<Bar> = swings(objective.side())
        .iter()
        .filter_map(|swing| {
            let input = catalog::find(swing.id)?;
            let present = input.get(inputs);
            Some(Bar::between(
                (inputs, objective),
                input,
                moved_end(input, swing.low, present),
                moved_end(input, swing.high, present),
            ))
        })
        .collect();
    // Stable: bars of equal swing keep the order of the table.
    bars.sort_by(|a, b| b.swing.total_cmp(&a.swing));
    Tornado { objective, base: objective.value(inputs), bars }
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
    fn between((inputs, objective): (&Inputs, Objective), input: &Input, low_input: f64, high_input: f64) -> Self {
        let at = |value| {
            let mut moved = *inputs;
            input.put(&mut moved, value);
            objective.value(&moved)
        };
        let (low, high) = (at(low_input), at(high_input));
        Self { name: input.id, low_input, high_input, low, high, swing: (high - low).abs() }
    }
}

/// The names of the numbers on the wire: each says what it is and in which unit.
struct Names {
    base: &'static str,
    low: &'static str,
    high: &'static str,
    swing: &'static str,
}

impl Names {
    const fn of(objective: Objective) -> Self {
        match objective {
            Objective::Npv(_) => Self { base: "base_npv_b", low: "npv_low_b", high: "npv_high_b", swing: "swing_b" },
            Objective::BuyerNpv => Self { base: "base_npv_m", low: "npv_low_m", high: "npv_high_m", swing: "swing_m" },
            Objective::LabHeadroom => {
                Self { base: "base_headroom_b", low: "headroom_low_b", high: "headroom_high_b", swing: "swing_b" }
            }
        }
    }
}

impl Serialize for Tornado {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { objective, base, bars } = self;
        let bars: Vec<NamedBar> = bars.iter().map(|bar| NamedBar(Names::of(*objective), bar)).collect();
        let mut object = serializer.serialize_struct("Tornado", 2)?;
        object.serialize_field(Names::of(*objective).base, base)?;
        object.serialize_field("bars", &bars)?;
        object.end()
    }
}

/// A bar with the names of its numbers.
struct NamedBar<'a>(Names, &'a Bar);

impl Serialize for NamedBar<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(names, Bar { name, low_input, high_input, low, high, swing }) = self;
        let mut object = serializer.serialize_struct("Bar", 6)?;
        object.serialize_field("name", name)?;
        object.serialize_field("low_input", low_input)?;
        object.serialize_field("high_input", high_input)?;
        object.serialize_field(names.low, low)?;
        object.serialize_field(names.high, high)?;
        object.serialize_field(names.swing, swing)?;
        object.end()
    }
}
