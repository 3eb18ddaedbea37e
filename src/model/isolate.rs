//! How many rates solve a series of flows, without looking at every rate.
//!
//! A polynomial on an interval, drawn out to all positive numbers, has no more roots than its coefficients change their
//! sign (Descartes); with no change there is none, with one exactly one. Intervals with more are cut in two (Vincent,
//! Collins, Akritas).

/// Cuts in a row after which two roots count as too close to be parted.
const DEEPEST: u32 = 12;
/// Coefficients smaller than this, relative to what they are summed from, may owe their sign to rounding.
const ROUNDING: f64 = 1e-12;

/// The number of roots of `sum F z^t` with z between two positive numbers; a number above one only says "several".
/// Nothing where rounding would decide, or two roots that may be one.
pub(super) fn count(flows: &[f64], low: f64, high: f64) -> Option<usize> {
    let mut open = vec![(low, high, 0)];
    let mut found = 0;
    while let Some((low, high, depth)) = open.pop() {
        match sign_changes(flows, low, high)? {
            0 => {}
            1 => found += 1,
            _ if depth == DEEPEST => return None,
            _ => {
                let middle = libm::sqrt(low * high);
                open.extend([(low, middle, depth + 1), (middle, high, depth + 1)]);
            }
        }
        if found > 1 {
            break;
        }
    }
    Some(found)
}

/// How often the coefficients of `(1 + y)^n p((low + high y) / (1 + y))` change their sign.
fn sign_changes(flows: &[f64], low: f64, high: f64) -> Option<usize> {
    let mut terms: Vec<Term> = flows.iter().map(|flow| Term { sum: *flow, size: flow.abs() }).collect();
    shift(&mut terms, low);
    let mut scale = 1.0;
    for term in &mut terms {
        *term = Term { sum: term.sum * scale, size: term.size * scale };
        scale *= high - low;
    }
    terms.reverse();
    shift(&mut terms, 1.0);
    let (mut last, mut changes) = (0.0, 0);
    for Term { sum, size } in terms {
        if sum.abs() <= ROUNDING * size {
            return None;
        }
        changes += usize::from(last * sum.signum() < 0.0);
        last = sum.signum();
    }
    Some(changes)
}

/// A coefficient, and the sum of the sizes of all that it was summed from.
#[derive(Clone, Copy)]
struct Term {
    sum: f64,
    size: f64,
}

/// From the coefficients of p(z) to those of p(z + by).
fn shift(terms: &mut [Term], by: f64) {
    for start in 0..terms.len() {
        let mut above = None;
        for term in terms.iter_mut().skip(start).rev() {
            if let Some(Term { sum, size }) = above {
                *term = Term { sum: term.sum + by * sum, size: term.size + by * size };
            }
            above = Some(*term);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn counts_roots_between_two_numbers() {
        // (z - 1)(z - 2)(z - 3), (z - 2)^2 + 1, (z - 2)^2
        let three = [-6.0, 11.0, -6.0, 1.0];
        assert_eq!(count(&three, 0.1, 1.5), Some(1));
        assert_eq!(count(&three, 1.5, 10.0), Some(2));
        assert_eq!(count(&three, 3.5, 10.0), Some(0));
        assert_eq!(count(&[5.0, -4.0, 1.0], 0.01, 100.0), Some(0));
        assert_eq!(count(&[4.0, -4.0, 1.0], 0.01, 100.0), None, "a touching root is for others to find");
        assert_eq!(count(&three, 1.0, 10.0), None, "and so is one at the end");
    }
}
