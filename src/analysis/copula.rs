//! Numbers that move together: a Gaussian copula.
#![allow(clippy::indexing_slicing, reason = "positions run over a square matrix of fixed size")]

use super::normal;
use super::random::SplitMix64;
use crate::catalog::uncertainty::{CORRELATIONS, DRAWN};

/// The lower Cholesky factor of the correlation matrix.
#[derive(Clone, Debug)]
pub(super) struct Copula {
    factor: [[f64; DRAWN]; DRAWN],
}

impl Copula {
    pub fn new() -> Self {
        let correlation = correlation();
        let mut factor = [[0.0; DRAWN]; DRAWN];
        for row in 0..DRAWN {
            for column in 0..=row {
                let explained: f64 = (0..column).map(|k| factor[row][k] * factor[column][k]).sum();
                let rest = correlation[row][column] - explained;
                factor[row][column] = if row == column { rest.sqrt() } else { rest / factor[column][column] };
            }
        }
        Self { factor }
    }

    /// One standard normal number for each drawn input, correlated.
    #[allow(clippy::needless_range_loop, reason = "the plainest loop: most of the work of a draw is here")]
    pub fn draw(&self, random: &mut SplitMix64) -> [f64; DRAWN] {
        let mut correlated = [0.0; DRAWN];
        // Column after column: every sum grows in the same order, and what lies above the diagonal is left out.
        for column in 0..DRAWN {
            let z = normal::quantile(random.next_uniform());
            for row in column..DRAWN {
                correlated[row] += self.factor[row][column] * z;
            }
        }
        correlated
    }
}

/// The full correlation matrix.
fn correlation() -> [[f64; DRAWN]; DRAWN] {
    let mut matrix = [[0.0; DRAWN]; DRAWN];
    for (i, row) in matrix.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    for (a, b, value) in CORRELATIONS {
        matrix[a][b] = value;
        matrix[b][a] = value;
    }
    matrix
}

#[cfg(test)]
mod tests {
    use super::{Copula, correlation};
    use crate::catalog::uncertainty::DRAWN;

    #[test]
    fn the_factor_times_itself_is_the_correlation() {
        let (factor, expected) = (Copula::new().factor, correlation());
        for row in 0..DRAWN {
            assert!(factor[row][row] > 0.0, "not positive definite at {row}");
            for column in 0..DRAWN {
                let product: f64 = (0..DRAWN).map(|k| factor[row][k] * factor[column][k]).sum();
                assert!((product - expected[row][column]).abs() < 1e-14, "{row}, {column}");
            }
        }
    }
}
