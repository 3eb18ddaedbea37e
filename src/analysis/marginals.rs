//! The distribution of each drawn input around its present value.
#![allow(clippy::inline_always, reason = "the innermost loop, in a build that is small before it is fast")]

use crate::catalog::uncertainty::{DISTRIBUTIONS, DRAWN, Scatter};
use crate::catalog::{self, Input, Limits};
use crate::model::Inputs;

use super::normal;

/// One end of a range that moves along with an input: as far from the present value as it was from the default,
/// but not beyond the slider.
#[must_use]
pub fn moved_end(input: &Input, end: f64, present: f64) -> f64 {
    input.slider.clamp(end + (present - input.default))
}

/// What a reader changed in one distribution.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Override {
    /// Lower end (triangular).
    pub low: Option<f64>,
    /// Upper end (triangular).
    pub high: Option<f64>,
    /// Standard deviation of the logarithm (lognormal).
    pub sigma: Option<f64>,
}

/// What a reader changed, by position in [`DISTRIBUTIONS`].
pub type Overrides = [Override; DRAWN];

/// Ends that do not enclose the present value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotEnclosing {
    /// The input.
    pub id: &'static str,
    /// The ends.
    pub ends: Limits,
    /// The present value.
    pub present: f64,
}

/// The distribution of one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Marginal {
    /// Between two ends, most likely at the mode.
    Triangular {
        /// Lower end.
        low: f64,
        /// The present value.
        mode: f64,
        /// Upper end.
        high: f64,
    },
    /// Around a median; never clamped.
    Lognormal {
        /// The present value.
        median: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
}

/// A drawn input with its distribution.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// The input.
    pub input: &'static Input,
    /// How it scatters.
    pub marginal: Marginal,
}

/// The distributions around the present inputs.
///
/// # Errors
/// When changed ends do not enclose the present value.
pub fn around(inputs: &Inputs, overrides: &Overrides) -> Result<Vec<Drawn>, NotEnclosing> {
    DISTRIBUTIONS.iter().zip(overrides).filter_map(|(row, change)| one(row, *change, inputs)).collect()
}

/// One of [`DISTRIBUTIONS`] around the present inputs, with what a reader changed in it.
pub(super) fn one(
    (id, scatter): &(&'static str, Scatter),
    change: Override,
    inputs: &Inputs,
) -> Option<Result<Drawn, NotEnclosing>> {
    let input = catalog::find(id)?;
    let marginal = Marginal::around(input, *scatter, change, input.get(inputs));
    Some(marginal.map(|marginal| Drawn { input, marginal }))
}

impl Marginal {
    fn around(input: &Input, scatter: Scatter, change: Override, present: f64) -> Result<Self, NotEnclosing> {
        match scatter {
            Scatter::Lognormal { sigma } => {
                Ok(Self::Lognormal { median: present, sigma: change.sigma.unwrap_or(sigma) })
            }
            Scatter::Triangular { low, high } => {
                // A moving end never passes the mode; a chosen one that does is a mistake.
                let low = change.low.unwrap_or_else(|| moved_end(input, low, present).min(present));
                let high = change.high.unwrap_or_else(|| moved_end(input, high, present).max(present));
                if low <= present && present <= high {
                    Ok(Self::Triangular { low, mode: present, high })
                } else {
                    Err(NotEnclosing { id: input.id, ends: Limits { min: low, max: high }, present })
                }
            }
        }
    }

    /// Ready for many draws.
    pub(super) fn shape(&self) -> Shape {
        match *self {
            Self::Lognormal { median, sigma } => Shape::Lognormal { median, sigma },
            Self::Triangular { low, mode, high } if high - low <= 0.0 => Shape::Constant(mode),
            Self::Triangular { low, mode, high } => {
                let (up, down, width) = (mode - low, high - mode, high - low);
                Shape::Triangular { low, high, up, down, width, split: up / width }
            }
        }
    }
}

/// A distribution with everything worked out that is the same for every draw.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    Constant(f64),
    /// `up` and `down` are the distances of the mode from the ends, `split` the probability of a value below it.
    Triangular {
        low: f64,
        high: f64,
        up: f64,
        down: f64,
        width: f64,
        split: f64,
    },
    Lognormal {
        median: f64,
        sigma: f64,
    },
}

impl Shape {
    /// The value as likely not to be exceeded as the standard normal number `y`.
    #[inline(always)]
    pub fn at_normal(&self, y: f64) -> f64 {
        match *self {
            Self::Constant(value) => value,
            Self::Lognormal { median, sigma } => median * libm::exp(sigma * y),
            Self::Triangular { low, high, up, down, width, split } => {
                let u = normal::cdf(y);
                // The root is rounded correctly everywhere: the same bits, and one instruction.
                if u < split { low + (u * width * up).sqrt() } else { high - ((1.0 - u) * width * down).sqrt() }
            }
        }
    }
}
