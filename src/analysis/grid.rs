//! The NPV over two inputs.

use serde::Serialize;

use crate::catalog::Input;
use crate::model::{self, Inputs};

/// The NPV at every pair of values.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[must_use]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Grid {
    /// The input along the rows.
    pub x: &'static str,
    /// The input along the columns.
    pub y: &'static str,
    /// Values of the first.
    pub xs: Vec<f64>,
    /// Values of the second.
    pub ys: Vec<f64>,
    /// $B, one row for each of `ys`.
    pub npv_b: Vec<Vec<f64>>,
}

/// Evaluates every pair. Values are those of the inputs' wire format and within their model limits.
pub fn grid(inputs: &Inputs, x: &'static Input, y: &'static Input, xs: Vec<f64>, ys: Vec<f64>) -> Grid {
    let row = |down: &f64| {
        let mut moved = *inputs;
        y.put(&mut moved, *down);
        let npv = |across: &f64| {
            x.put(&mut moved, *across);
            model::value(&moved).npv_b
        };
        xs.iter().map(npv).collect()
    };
    let npv_b = ys.iter().map(row).collect();
    Grid { x: x.id, y: y.id, xs, ys, npv_b }
}
