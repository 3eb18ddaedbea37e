//! One root of a function of one variable, inside a bracket.

/// Relative width at which a bracket counts as a point.
const NARROW: f64 = 1e-15;
/// Bisection alone needs about 60 halvings from any sane bracket.
const MAX_STEPS: usize = 200;

/// The root between `low` and `high`, where `f` has different signs (or is zero); none if it has not.
///
/// Ridders' method: each step divides the bracket at its middle and once more where an exponential through the three
/// points crosses zero. It never leaves the bracket.
#[must_use]
pub fn between(low: f64, high: f64, f: impl Fn(f64) -> f64) -> Option<f64> {
    let (mut a, mut b) = (low, high);
    let (mut fa, mut fb) = (f(a), f(b));
    if fa == 0.0 {
        return Some(a);
    }
    if fb == 0.0 {
        return Some(b);
    }
    if same_sign(fa, fb) {
        return None;
    }
    for _ in 0..MAX_STEPS {
        let middle = a + (b - a) / 2.0;
        if (b - a).abs() <= NARROW * middle.abs() {
            return Some(middle);
        }
        let f_middle = f(middle);
        if f_middle == 0.0 {
            return Some(middle);
        }
        let x = ridders_point(a, middle, fa, fb, f_middle);
        let fx = f(x);
        if fx == 0.0 {
            return Some(x);
        }
        // Keep the smallest of the sub-brackets that the two new points make.
        for (point, value) in [(middle, f_middle), (x, fx)] {
            let inside = (point - a) * (b - point) > 0.0;
            if inside && same_sign(value, fa) {
                (a, fa) = (point, value);
            } else if inside {
                (b, fb) = (point, value);
            }
        }
    }
    Some(a + (b - a) / 2.0)
}

fn ridders_point(a: f64, middle: f64, fa: f64, fb: f64, f_middle: f64) -> f64 {
    // Scaled first: the squares of very large values would overflow.
    let scale = fa.abs().max(fb.abs());
    let (fa, fb, fm) = (fa / scale, fb / scale, f_middle / scale);
    let spread = libm::sqrt(fm * fm - fa * fb);
    let x = middle + (middle - a) * if fa >= fb { fm } else { -fm } / spread;
    if x.is_finite() { x } else { middle }
}

fn same_sign(a: f64, b: f64) -> bool {
    (a > 0.0) == (b > 0.0)
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn finds_the_root_or_says_that_there_is_none() {
        type Case = (f64, f64, fn(f64) -> f64, Option<f64>);
        let cases: [Case; 6] = [
            (0.0, 2.0, |x| x * x - 2.0, Some(std::f64::consts::SQRT_2)),
            (0.0, 1.0, |x| x, Some(0.0)),
            (-1.0, 1.0, |x| x * x * x, Some(0.0)),
            (0.0, 1.0, |x| x + 1.0, None),
            (0.0, 1e6, |x| x - 1e-3, Some(1e-3)),
            (0.0, 10.0, |x| 1e200 * (x - 3.0), Some(3.0)),
        ];
        for (low, high, f, expected) in cases {
            match (between(low, high, f), expected) {
                (Some(found), Some(root)) => {
                    assert!((found - root).abs() < 1e-12 * root.abs().max(1.0), "{found} for {root}");
                }
                (found, expected) => assert_eq!(found, expected),
            }
        }
    }
}
