//! How well the present value of an input is known, where a figure is traced back to its inputs.

use crate::catalog::deals::AMAZON_ANTHROPIC;
use crate::catalog::{Basis, Case, Control, RunRate, Start, Status, reported};
use crate::wording::lab::chosen_run_rate;

/// Where the present value of an input is from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    /// It is as the case starts, or as public reports have it: its status, and ids of facts.
    As(Status, &'static [&'static str]),
    /// Somebody's report of the run-rate.
    Report(&'static RunRate),
    /// It is the scenario's.
    Scenario,
    /// It was changed from this value.
    Changed(f64),
}

impl Known {
    /// Of a control in a case.
    #[must_use]
    pub fn of(control: &Control, case: &Case) -> Self {
        if let Some(Basis { status, sources, .. }) = reported(control.id, case.inputs()) {
            return Self::As(status, sources);
        }
        if case.is_changed(control) {
            let rate =
                chosen_run_rate(case.inputs()).filter(|_| control.id == "arr0_b" && is_of_their_lab(case.start()));
            return rate.map_or_else(|| Self::Changed(control.get(case.reference())), Self::Report);
        }
        let Basis { value, status, sources, .. } = case.start().basis(control);
        let is_usual = value.to_bits() == control.get(case.inputs()).to_bits();
        if is_usual { Self::As(status, sources) } else { Self::Scenario }
    }
}

/// Whether the lab is the one whose run-rate was reported.
fn is_of_their_lab(start: Start) -> bool {
    start.deal().is_some_and(|deal| deal.lab == AMAZON_ANTHROPIC.lab)
}
