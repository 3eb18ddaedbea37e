//! How well the present value of an input is known, where a figure is traced back to its inputs.

use crate::catalog::{Basis, Case, Control, RunRate, reported};

/// Where the present value of an input is from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    /// It is as the case starts, or as public reports have it.
    As(Basis),
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
        if let Some(basis) = reported(control.id, case.start(), case.inputs()) {
            return Self::As(basis);
        }
        if case.is_changed(control) {
            let rate = RunRate::of(case.start())
                .find(|rate| control.id == "arr0_b" && rate.value_b.to_bits() == control.get(case.inputs()).to_bits());
            return rate.map_or_else(|| Self::Changed(control.get(case.reference())), Self::Report);
        }
        let basis = case.basis(control);
        let is_usual = basis.is_open || basis.value.to_bits() == control.get(case.inputs()).to_bits();
        if is_usual { Self::As(basis) } else { Self::Scenario }
    }
}
