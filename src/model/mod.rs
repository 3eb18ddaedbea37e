//! Pure finance: what a deal is worth, to whom, and when the money is back.
//!
//! The investor's deal has three ways in, over one engine: [`evaluate`] gives everything; [`value`] gives the NPVs and the payback without
//! allocating, and [`irr_alone`] the internal rate of return, for analyses that ask thousands of times. All are total: for
//! every [`Inputs`] inside the model limits the answer is finite or an explicit status. Only basic operations and `libm`
//! are used, in a fixed order, so that the bits are the same natively and in every browser.
//!
//! The buyer's commitment ([`buyer`]) and the lab's burden ([`burden`]) each have a full answer and a quick one as well.
//!
//! | file | what it computes |
//! |---|---|
//! | `lab` | the lab's run-rate and revenue |
//! | `draw_down` | the commitment, year by year, and what becomes of it |
//! | `capacity` | machines bought, depreciation, unit margins |
//! | `adoption` | new enterprise customers |
//! | `timeline` | one deal year after the other: all operating results |
//! | `cash_flow` | what is paid when, and its present value |
//! | `equity` | the shares at the modelled exit |
//! | `irr`, `isolate`, `payback`, `break_even` | what the flows imply |
//! | `measures` | ratios, shares, subsidy, gigawatt figures |
//! | `evaluate` | puts the outcome together |
//! | `buyer` | the buyer's own commitment |
//! | `burden` | what the lab owes its clouds, against what it earns |
//! | `name` | a short name that can be copied |

mod adoption;
mod break_even;
pub mod burden;
pub mod buyer;
mod capacity;
mod cash_flow;
mod draw_down;
mod equity;
mod evaluate;
mod inputs;
pub mod irr;
mod isolate;
mod lab;
mod measures;
mod name;
mod outcome;
mod payback;
pub mod root;
mod stake;
mod timeline;

pub use burden::{LabInputs, LabOutcome, Obligation};
pub use buyer::{BuyerInputs, BuyerOutcome};
pub use evaluate::{evaluate, irr_alone, value};
pub use inputs::*;
pub use measures::commit_share;
pub use name::{LONGEST_NAME, Name, is_hidden};
pub use outcome::*;
pub use stake::Stake;

/// Version of the formulas; part of everything that is shared.
pub const MODEL_VERSION: &str = "1.0";

/// `base` to a whole power, by squaring: the same bits everywhere, which the standard `powi` does not promise.
#[must_use]
fn power(base: f64, exponent: u32) -> f64 {
    let (mut result, mut square, mut left) = (1.0, base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result *= square;
        }
        square *= square;
        left >>= 1;
    }
    result
}

/// A number, or zero where it is negative. `f64::max` would be a call in WebAssembly, in the innermost loop.
#[inline]
fn positive(value: f64) -> f64 {
    if value > 0.0 { value } else { 0.0 }
}

/// The smaller of two numbers, for the same reason.
#[inline]
fn smaller(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

/// A quotient that does not exist without a positive denominator.
fn ratio(numerator: f64, denominator: f64) -> Option<f64> {
    (denominator > 0.0).then(|| numerator / denominator)
}

#[cfg(test)]
mod tests {
    use super::power;

    #[test]
    fn power_multiplies() {
        for (base, exponent, expected) in
            [(2.0, 0, 1.0), (2.0, 1, 2.0), (2.0, 10, 1024.0), (0.5, 3, 0.125), (-1.5, 2, 2.25)]
        {
            assert_eq!(power(base, exponent).to_bits(), f64::to_bits(expected), "{base}^{exponent}");
        }
    }
}
