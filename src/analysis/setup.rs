//! What the reader sets for the questions about uncertainty: seed, ranges, years, and the weights of the scenarios.

use super::marginals::{self, Drawn, Marginal, NotEnclosing, Override, Overrides};
use super::monte_carlo::{DEFAULT_SEED, Question};
use super::weights::Weights;
use crate::catalog::uncertainty::{DISTRIBUTIONS, SIGMA, Scatter};
use crate::catalog::{self, Control, Limits};
use crate::model::Inputs;

/// The largest seed: beyond it, whole numbers of JSON are not exact.
pub const LARGEST_SEED: u64 = 9_007_199_254_740_992;

/// How many futures may be drawn. An hour of work would be a mistake, not a question.
pub const NUMBERS_OF_DRAWS: Limits = Limits { min: 1.0, max: 1e6 };

/// Years within which the money may be wanted back.
pub const PAYBACK_YEARS: Limits = Limits { min: 0.0, max: 50.0 };

/// The settings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setup {
    /// Where chance starts.
    pub seed: u64,
    /// Distributions that the reader changed.
    pub overrides: Overrides,
    /// Years within which the money should be back.
    pub payback_within: f64,
    /// How likely each scenario is.
    pub weights: Weights,
}

impl Default for Setup {
    fn default() -> Self {
        Self { seed: DEFAULT_SEED, overrides: Overrides::default(), payback_within: 10.0, weights: Weights::default() }
    }
}

/// The step of a lognormal spread.
const SIGMA_STEP: f64 = 0.05;

/// What can be changed in a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The lower end of a triangular one.
    Low,
    /// The upper end of a triangular one.
    High,
    /// The spread of a lognormal one.
    Sigma,
}

impl End {
    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
            Self::Sigma => "sigma",
        }
    }

    /// What may stand here: an end encloses the present value of the input.
    #[must_use]
    pub fn limits(self, drawn: &'static catalog::Input, present: f64) -> Limits {
        let limits = Control::of(drawn).limits;
        match self {
            // The present value may lie beyond the useful range.
            Self::Low => Limits { min: limits.min.min(present), max: present },
            Self::High => Limits { min: present, max: limits.max.max(present) },
            Self::Sigma => SIGMA,
        }
    }

    /// Whether the distribution at a position has this end.
    #[must_use]
    pub fn belongs_to(self, at: usize) -> bool {
        let scatter = DISTRIBUTIONS.get(at).map(|(_, scatter)| scatter);
        scatter.is_some_and(|scatter| matches!(scatter, Scatter::Lognormal { .. }) == (self == Self::Sigma))
    }

    fn of(self, change: &mut Override) -> &mut Option<f64> {
        match self {
            Self::Low => &mut change.low,
            Self::High => &mut change.high,
            Self::Sigma => &mut change.sigma,
        }
    }
}

impl Setup {
    /// What to draw around inputs.
    #[must_use]
    pub fn question(&self, inputs: Inputs, draws: usize) -> Question {
        let Self { seed, overrides, payback_within, weights: _ } = *self;
        Question { inputs, draws, seed, overrides, payback_within }
    }

    /// The distribution at a position of [`DISTRIBUTIONS`] around inputs; nothing where there is no such position.
    #[must_use]
    pub fn drawn(&self, at: usize, inputs: &Inputs) -> Option<Result<Drawn, NotEnclosing>> {
        marginals::one(DISTRIBUTIONS.get(at)?, *self.overrides.get(at)?, inputs)
    }

    /// Sets an end whether or not it encloses the present value: as it was told, to be mended by the reader.
    pub fn keep(&mut self, at: usize, end: End, value: f64) {
        if let Some(change) = self.overrides.get_mut(at) {
            *end.of(change) = Some(value);
        }
    }

    /// Sets an end, if it encloses the present value; says whether it does. What is no number changes nothing.
    pub fn put(&mut self, at: usize, end: End, value: f64, inputs: &Inputs) -> bool {
        let Some(input) = DISTRIBUTIONS.get(at).and_then(|(id, _)| catalog::find(id)) else { return false };
        let fits = end.limits(input, input.get(inputs)).contains(value);
        if let Some(change) = self.overrides.get_mut(at).filter(|_| fits) {
            *end.of(change) = Some(value);
        }
        fits
    }

    /// An end as it stands around inputs, even one that the present value has passed; zero where there is none.
    #[must_use]
    pub fn end(&self, at: usize, end: End, inputs: &Inputs) -> f64 {
        match (self.drawn(at, inputs).map(|found| found.map(|drawn| drawn.marginal)), end) {
            (Some(Ok(Marginal::Triangular { low, .. })), End::Low) => low,
            (Some(Ok(Marginal::Triangular { high, .. })), End::High) => high,
            (Some(Ok(Marginal::Lognormal { sigma, .. })), End::Sigma) => sigma,
            (Some(Err(fault)), End::Low) => fault.ends.min,
            (Some(Err(fault)), End::High) => fault.ends.max,
            _ => 0.0,
        }
    }

    /// Moves an end by steps of its input, as far as it encloses the present value.
    pub fn nudge(&mut self, at: usize, end: End, steps: f64, inputs: &Inputs) {
        let Some(input) = DISTRIBUTIONS.get(at).and_then(|(id, _)| catalog::find(id)) else { return };
        let step = if end == End::Sigma { SIGMA_STEP } else { input.step };
        let limits = end.limits(input, input.get(inputs));
        let mut control = Control::of(input);
        control.step = step;
        self.put(at, end, control.nudge(limits, self.end(at, end, inputs), steps), inputs);
    }

    /// Whether the distribution at a position is changed.
    #[must_use]
    pub fn is_changed(&self, at: usize) -> bool {
        self.overrides.get(at).is_some_and(|change| *change != Override::default())
    }

    /// How many distributions are changed.
    #[must_use]
    pub fn changes(&self) -> usize {
        (0..self.overrides.len()).filter(|at| self.is_changed(*at)).count()
    }

    /// Lets the distribution at a position move along with its input again.
    pub fn reset(&mut self, at: usize) {
        if let Some(change) = self.overrides.get_mut(at) {
            *change = Override::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{End, Setup};
    use crate::analysis::marginals::Marginal;
    use crate::catalog::defaults;
    use crate::model::Inputs;

    /// The position of the margin.
    const MARGIN: usize = 4;
    const PRICE: usize = 2;

    #[test]
    fn an_end_is_taken_when_it_encloses_the_present_value() {
        let (mut setup, inputs) = (Setup::default(), defaults());
        for (end, value, taken) in [
            (End::Low, 0.2, true),
            (End::Low, 0.31, false),
            (End::Low, -0.5, false),
            (End::Low, f64::NAN, false),
            (End::High, 0.3, true),
            (End::High, 0.29, false),
        ] {
            assert_eq!(setup.put(MARGIN, end, value, &inputs), taken, "{end:?} {value}");
        }
        let found = setup.drawn(MARGIN, &inputs).and_then(Result::ok).map(|drawn| drawn.marginal);
        assert_eq!(found, Some(Marginal::Triangular { low: 0.2, mode: 0.3, high: 0.3 }));
        assert!(setup.put(PRICE, End::Sigma, 0.2, &inputs) && !setup.put(PRICE, End::Sigma, -0.1, &inputs));
        assert_eq!(setup.changes(), 2);
        for (end, steps, value) in [(End::Low, -1.0, 0.19), (End::Low, 100.0, 0.3), (End::High, 1.0, 0.31)] {
            setup.nudge(MARGIN, end, steps, &inputs);
            assert!((setup.end(MARGIN, end, &inputs) - value).abs() < 1e-12, "{end:?} by {steps}");
        }
        setup.nudge(PRICE, End::Sigma, 1.0, &inputs);
        assert!((setup.end(PRICE, End::Sigma, &inputs) - 0.25).abs() < 1e-12);
        setup.reset(MARGIN);
        setup.reset(PRICE);
        assert_eq!(setup, Setup::default());
        assert!(!setup.put(99, End::Low, 0.0, &inputs));
    }

    #[test]
    fn an_end_that_the_present_value_has_passed_is_a_fault_of_its_row_alone() {
        let mut setup = Setup::default();
        assert!(setup.put(MARGIN, End::Low, 0.2, &defaults()));
        let lower = Inputs { commit_margin: 0.1, ..defaults() };
        let fault = setup.drawn(MARGIN, &lower).and_then(Result::err);
        assert_eq!(fault.map(|fault| (fault.id, fault.present)), Some(("commit_margin", 0.1)));
        assert!((setup.end(MARGIN, End::Low, &lower) - 0.2).abs() < 1e-12, "it is shown, to be mended");
        assert!(setup.drawn(PRICE, &lower).is_some_and(|row| row.is_ok()));
    }
}
