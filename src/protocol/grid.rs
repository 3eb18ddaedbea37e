//! The grid: two inputs `x` and `y`, and their values `xs` and `ys`.

use super::read::{Entries, Raw};
use super::{Fault, Problem, around};
use crate::analysis::grid::Grid;
use crate::analysis::grid::grid;
use crate::catalog::{self, INPUTS, Input, Kind};
use crate::model::Inputs;

const X: Axis = Axis { name: "x", values: "xs", usual: "commit_margin", usual_values: &[0.1, 0.2, 0.3, 0.4, 0.5] };
const Y: Axis =
    Axis { name: "y", values: "ys", usual: "adoption_ceiling", usual_values: &[0.1, 0.2, 0.3, 0.4, 0.5, 0.6] };
/// The most values along one side.
const MOST: usize = 501;

struct Axis {
    name: &'static str,
    values: &'static str,
    usual: &'static str,
    usual_values: &'static [f64],
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Question {
    inputs: Inputs,
    x: &'static Input,
    y: &'static Input,
    xs: Vec<f64>,
    ys: Vec<f64>,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        (self.inputs, self.x.id, self.y.id) == (other.inputs, other.x.id, other.y.id)
            && (&self.xs, &self.ys) == (&other.xs, &other.ys)
    }
}

impl Question {
    pub(super) fn answer(&self) -> Grid {
        grid(&self.inputs, self.x, self.y, self.xs.clone(), self.ys.clone())
    }
}

/// Nothing when an axis has no input: its fault is then among the others.
pub(super) fn decode(entries: &Entries, faults: &mut Vec<Fault>) -> Option<Question> {
    let inputs = around::decode(entries, &[X.name, Y.name, X.values, Y.values], faults);
    let (x, y) = (X.input(entries, faults), Y.input(entries, faults));
    let (x, y) = (x?, y?);
    if x.id == y.id {
        faults.push(Fault::new(Y.name, y.id.to_owned(), Problem::SameAs(X.name)));
    }
    let (xs, ys) = (X.values(x, entries, faults), Y.values(y, entries, faults));
    Some(Question { inputs, x, y, xs, ys })
}

impl Axis {
    fn input(&self, entries: &Entries, faults: &mut Vec<Fault>) -> Option<&'static Input> {
        let numeric = |input: &&Input| input.choices().is_empty();
        let Some(value) = entries.get(self.name) else { return catalog::find(self.usual) };
        let found = value.text().as_deref().and_then(catalog::find).filter(numeric);
        if found.is_none() {
            let names = INPUTS.iter().filter(numeric).map(|input| input.id).collect();
            faults.push(Fault::new(self.name, value.shown(), Problem::NotAName(names)));
        }
        found
    }

    fn values(&self, input: &'static Input, entries: &Entries, faults: &mut Vec<Fault>) -> Vec<f64> {
        let Some(value) = entries.get(self.values) else { return self.usual_values(input, faults) };
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
    fn usual_values(&self, input: &Input, faults: &mut Vec<Fault>) -> Vec<f64> {
        if input.id != self.usual {
            faults.push(Fault::new(
                self.values,
                String::new(),
                Problem::Missing("an array of values of the chosen input"),
            ));
        }
        self.usual_values.to_vec()
    }
}

fn outside(input: &Input) -> Problem {
    Problem::NotInLimits(if input.kind == Kind::Whole { Kind::Whole } else { Kind::Number }, input.model)
}
