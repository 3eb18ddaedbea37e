//! The standard normal distribution and its inverse.
#![allow(clippy::inline_always, reason = "the innermost loop, in a build that is small before it is fast")]

use std::f64::consts::SQRT_2;

/// Below this probability (and above its complement) the tail formula holds.
const TAIL: f64 = 0.02425;

/// The root of 2 pi, rounded as `sqrt` rounds it.
const SQRT_2PI: f64 = 2.506_628_274_631_000_2;

/// Probability that a standard normal number is at most `x`.
#[inline(always)]
pub(super) fn cdf(x: f64) -> f64 {
    libm::erfc(-x / SQRT_2) / 2.0
}

/// The number that a standard normal one does not exceed with probability `u`, 0 < u < 1: Acklam's rational
/// approximation and one Halley step on it, accurate to the last few bits.
pub(super) fn quantile(u: f64) -> f64 {
    let z = approximate(u);
    let error = cdf(z) - u;
    let step = error * SQRT_2PI * libm::exp(z * z / 2.0);
    z - step / (1.0 + z * step / 2.0)
}

fn approximate(u: f64) -> f64 {
    const A: [f64; 6] = [
        -3.969_683_028_665_376e1,
        2.209_460_984_245_205e2,
        -2.759_285_104_469_687e2,
        1.383_577_518_672_69e2,
        -3.066_479_806_614_716e1,
        2.506_628_277_459_239,
    ];
    const B: [f64; 6] = [
        -5.447_609_879_822_406e1,
        1.615_858_368_580_409e2,
        -1.556_989_798_598_866e2,
        6.680_131_188_771_972e1,
        -1.328_068_155_288_572e1,
        1.0,
    ];
    if u < TAIL {
        tail(u)
    } else if u > 1.0 - TAIL {
        -tail(1.0 - u)
    } else {
        let q = u - 0.5;
        let r = q * q;
        polynomial(&A, r) * q / polynomial(&B, r)
    }
}

fn tail(u: f64) -> f64 {
    const C: [f64; 6] = [
        -7.784_894_002_430_293e-3,
        -3.223_964_580_411_365e-1,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const D: [f64; 5] =
        [7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416, 1.0];
    let q = (-2.0 * libm::log(u)).sqrt();
    polynomial(&C, q) / polynomial(&D, q)
}

/// Horner's scheme, the highest power first.
#[inline(always)]
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    let [first, rest @ ..] = coefficients else { return 0.0 };
    rest.iter().fold(*first, |sum, coefficient| sum * x + coefficient)
}

#[cfg(test)]
mod tests {
    use super::{cdf, quantile};

    #[test]
    fn known_points_and_the_inverse() {
        for (u, z) in [(0.5, 0.0), (0.975, 1.959_963_984_540_054), (0.001, -3.090_232_306_167_813_5)] {
            assert!((quantile(u) - z).abs() < 1e-13, "{u}: {}", quantile(u));
        }
        for u in [1e-12, 1e-6, 0.024, 0.0243, 0.3, 0.7, 0.9756, 0.9758, 1.0 - 1e-9] {
            assert!((cdf(quantile(u)) / u - 1.0).abs() < 1e-11, "{u}");
        }
    }
}
