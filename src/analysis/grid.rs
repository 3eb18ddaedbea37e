//! The objective over two inputs.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::objective::Objective;
use crate::catalog::Input;
use crate::model::Inputs;

/// The objective at every pair of values.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Grid {
    /// What is looked at.
    pub objective: Objective,
    /// The input along the rows.
    pub x: &'static str,
    /// The input along the columns.
    pub y: &'static str,
    /// Values of the first.
    pub xs: Vec<f64>,
    /// Values of the second.
    pub ys: Vec<f64>,
    /// In the unit of the objective, one row for each of `ys`.
    pub values: Vec<Vec<f64>>,
}

/// Evaluates every pair. Values are those of the inputs' wire format and within their model limits.
pub fn grid(
    inputs: &Inputs,
    objective: Objective,
    (x, xs): (&'static Input, Vec<f64>),
    (y, ys): (&'static Input, Vec<f64>),
) -> Grid {
    let row = |down: &f64| {
        let mut moved = *inputs;
        y.put(&mut moved, *down);
        let value = |across: &f64| {
            x.put(&mut moved, *across);
            objective.value(&moved)
        };
        xs.iter().map(value).collect()
    };
    let values = ys.iter().map(row).collect();
    Grid { objective, x: x.id, y: y.id, xs, ys, values }
}

impl Serialize for Grid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { objective, x, y, xs, ys, values } = self;
        let name = match objective {
            Objective::Npv(_) => "npv_b",
            Objective::BuyerNpv => "npv_m",
            Objective::LabHeadroom => "headroom_b",
        };
        let mut object = serializer.serialize_struct("Grid", 5)?;
        object.serialize_field("x", x)?;
        object.serialize_field("y", y)?;
        object.serialize_field("xs", xs)?;
        object.serialize_field("ys", ys)?;
        object.serialize_field(name, values)?;
        object.end()
    }
}
