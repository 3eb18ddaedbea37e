//! What to watch: how far each signal would have to go until the answer changes its sign.

use super::flip::flip;
use super::objective::Objective;
use super::track::{Question, even};
use crate::catalog::signals::{SIGNALS, Signal};
use crate::catalog::{Control, Input, Proportion};
use crate::model::Inputs;

/// One signal with the present numbers.
#[derive(Clone, Copy, Debug)]
pub struct Watched {
    /// The signal.
    pub signal: &'static Signal,
    /// The input that it moves.
    pub input: &'static Input,
    /// Its present value.
    pub now: f64,
    /// The nearest value at which the objective changes its sign; nothing where it does not, in the useful range.
    pub flips_at: Option<f64>,
    /// Whether the input moves the objective at all: savings on machines do not where nobody pays for machines.
    pub has_effect: bool,
}

/// Every signal, in the order of the catalogue.
#[must_use]
pub fn watch(inputs: &Inputs, objective: Objective) -> Vec<Watched> {
    SIGNALS.iter().filter_map(|signal| watched(signal, inputs, objective)).collect()
}

fn watched(signal: &'static Signal, inputs: &Inputs, objective: Objective) -> Option<Watched> {
    let (input, control): (&'static Input, &'static Control) = (signal.input()?, signal.control()?);
    let question = Question { inputs, proportion: Proportion::default(), control, objective };
    let has_effect = moves(&question);
    let flips_at = if has_effect { flip(&question) } else { None };
    Some(Watched { signal, input, now: input.get(inputs), flips_at, has_effect })
}

/// Whether the objective differs anywhere in the useful range from what it is now.
fn moves(question: &Question<'_>) -> bool {
    const PLACES: u32 = 9;
    let present = question.objective.value(question.inputs).to_bits();
    even(question.control.limits, PLACES).any(|value| question.value_at(value).to_bits() != present)
}
