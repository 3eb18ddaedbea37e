//! The grid: two inputs `x` and `y`, and their values `xs` and `ys`.

use super::read::{Entries, Raw};
use super::{Fault, Problem, around};
use crate::analysis::grid::{Grid, grid};
use crate::analysis::objective::Objective;
use crate::catalog::{Input, Kind, Side};
use crate::model::{Inputs, Stake};

const X: Axis = Axis { name: "x", values: "xs", usual: across };
const Y: Axis = Axis { name: "y", values: "ys", usual: upwards };
/// The most values along one side.
const MOST: usize = 501;

struct Axis {
    name: &'static str,
    values: &'static str,
    usual: fn(Side) -> Usual,
}

/// The input of an axis where the request names none, and its values.
type Usual = (&'static str, &'static [f64]);

fn across(side: Side) -> Usual {
    match side {
        Side::Investor => ("commit_margin", &[0.1, 0.2, 0.3, 0.4, 0.5]),
        Side::Lab => ("arr0_b", &[20.0, 30.0, 40.0, 50.0, 60.0]),
        Side::Buyer => ("usage_realised", &[0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2]),
    }
}

fn upwards(side: Side) -> Usual {
    match side {
        Side::Investor => ("adoption_ceiling", &[0.1, 0.2, 0.3, 0.4, 0.5, 0.6]),
        Side::Lab => ("lab_gross_margin", &[0.2, 0.3, 0.4, 0.5, 0.6]),
        Side::Buyer => ("discount", &[0.05, 0.1, 0.15, 0.2, 0.25]),
    }
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Question {
    side: Side,
    inputs: Inputs,
    x: &'static Input,
    y: &'static Input,
    xs: Vec<f64>,
    ys: Vec<f64>,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        (self.side, self.inputs, self.x.id, self.y.id) == (other.side, other.inputs, other.x.id, other.y.id)
            && (&self.xs, &self.ys) == (&other.xs, &other.ys)
    }
}

impl Question {
    pub(super) fn answer(&self) -> Grid {
        let objective = Objective::of(self.side, Stake::LeftOut);
        grid(&self.inputs, objective, (self.x, self.xs.clone()), (self.y, self.ys.clone()))
    }
}

/// Nothing when the side is unknown or an axis has no input: that fault is then among the others.
pub(super) fn decode(entries: &Entries, faults: &mut Vec<Fault>) -> Option<Question> {
    let (side, inputs) = around::sided(entries, &[X.name, Y.name, X.values, Y.values], faults)?;
    let (x, y) = (X.input(side, entries, faults), Y.input(side, entries, faults));
    let (x, y) = (x?, y?);
    if x.id == y.id {
        faults.push(Fault::new(Y.name, y.id.to_owned(), Problem::SameAs(X.name)));
    }
    let (xs, ys) = (X.values(side, x, entries, faults), Y.values(side, y, entries, faults));
    Some(Question { side, inputs, x, y, xs, ys })
}

impl Axis {
    fn input(&self, side: Side, entries: &Entries, faults: &mut Vec<Fault>) -> Option<&'static Input> {
        let numeric = |input: &&Input| input.choices().is_empty();
        let Some(value) = entries.get(self.name) else { return side.wire_input((self.usual)(side).0) };
        let found = value.text().as_deref().and_then(|key| side.wire_input(key)).filter(numeric);
        if found.is_none() {
            let names = side.wire_inputs().filter(numeric).map(|input| input.id).collect();
            faults.push(Fault::new(self.name, value.shown(), Problem::NotAName(names)));
        }
        found
    }

    fn values(&self, side: Side, input: &'static Input, entries: &Entries, faults: &mut Vec<Fault>) -> Vec<f64> {
        let Some(value) = entries.get(self.values) else { return self.usual_values(side, input, faults) };
        let Some(items) = value.items().filter(|items| (1..=MOST).contains(&items.len())) else {
            faults.push(Fault::new(self.values, value.shown(), Problem::NotAList(MOST)));
            return Vec::new();
        };
        let check = |(at, item): (usize, Raw)| {
            let number = item.number().filter(|number| input.check(*number).is_ok());
            let fault = || Fault::new(format!("{}[{at}]", self.values), item.shown(), outside(input));
            number.ok_or_else(fault)
        };
        let mut numbers = Vec::with_capacity(items.len());
        for found in items.into_iter().enumerate().map(check) {
            match found {
                Ok(number) => numbers.push(number),
                Err(fault) => faults.push(fault),
            }
        }
        numbers
    }

    /// The values of the usual input; another one has none of its own.
    fn usual_values(&self, side: Side, input: &Input, faults: &mut Vec<Fault>) -> Vec<f64> {
        let (usual, values) = (self.usual)(side);
        if input.id != usual {
            faults.push(Fault::new(
                self.values,
                String::new(),
                Problem::Missing("an array of values of the chosen input"),
            ));
        }
        values.to_vec()
    }
}

fn outside(input: &Input) -> Problem {
    Problem::NotInLimits(if input.kind == Kind::Whole { Kind::Whole } else { Kind::Number }, input.model)
}
