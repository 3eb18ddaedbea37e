//! Mean, spread and percentiles of a sample.

/// The mean; zero for an empty sample.
#[must_use]
pub fn mean(sample: &[f64]) -> f64 {
    if sample.is_empty() { 0.0 } else { sample.iter().sum::<f64>() / size(sample) }
}

/// The standard deviation with n - 1; zero for fewer than two.
#[must_use]
pub fn standard_deviation(sample: &[f64]) -> f64 {
    if sample.len() < 2 {
        return 0.0;
    }
    let mean = mean(sample);
    let squares: f64 = sample.iter().map(|value| (value - mean) * (value - mean)).sum();
    (squares / (size(sample) - 1.0)).sqrt()
}

/// The standard error of the mean.
#[must_use]
pub fn standard_error(sample: &[f64]) -> f64 {
    if sample.is_empty() { 0.0 } else { standard_deviation(sample) / size(sample).sqrt() }
}

/// Percentiles (0 to 1, ascending) of a sample in any order, linear between neighbours (type 7); zero for an empty one.
/// Selects instead of sorting: a fraction of the time, and the same bits.
#[must_use]
pub fn percentiles<const N: usize>(sample: &[f64], shares: [f64; N]) -> [f64; N] {
    let Some(last) = sample.len().checked_sub(1) else { return [0.0; N] };
    let mut left = sample.to_vec();
    let mut left = left.as_mut_slice();
    let mut before = 0;
    shares.map(|share| {
        let position = share.clamp(0.0, 1.0) * whole(last);
        let below = libm::floor(position);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between zero and the last position"
        )]
        let at = (below as usize).max(before);
        let (low, high) = select(left, at - before);
        left = std::mem::take(&mut left).get_mut(at - before..).unwrap_or_default();
        before = at;
        high.map_or(low, |high| low + (position - below) * (high - low))
    })
}

/// The value that has `at` smaller ones, and the next larger one. What is smaller then stands before it.
fn select(sample: &mut [f64], at: usize) -> (f64, Option<f64>) {
    if at >= sample.len() {
        return (0.0, None);
    }
    let (_, low, above) = sample.select_nth_unstable_by(at, f64::total_cmp);
    (*low, above.iter().copied().min_by(f64::total_cmp))
}

/// Part of the sample for which something holds; zero for an empty one.
#[must_use]
pub fn share<T>(sample: &[T], holds: impl Fn(&T) -> bool) -> f64 {
    part(sample.iter().filter(|item| holds(item)).count(), sample.len())
}

/// So many of so many; zero of none.
#[must_use]
pub fn part(count: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { whole(count) / whole(all) }
}

fn size(sample: &[f64]) -> f64 {
    whole(sample.len())
}

#[allow(clippy::cast_precision_loss, reason = "samples are far smaller than 2^52")]
fn whole(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{mean, percentiles, share, standard_deviation, standard_error};

    #[test]
    fn percentiles_are_linear_between_neighbours() {
        let found = percentiles(&[4.0, 1.0, 8.0, 2.0], [0.0, 0.1, 0.5, 0.9, 1.0]);
        for (found, expected) in found.into_iter().zip([1.0, 1.3, 3.0, 6.8, 8.0]) {
            assert!((found - expected).abs() < 1e-12, "{found} for {expected}");
        }
    }

    proptest! {
        #[test]
        fn selected_percentiles_are_those_of_the_sorted_sample(
            sample in prop::collection::vec(-10.0..10.0, 1..80), hundredths in prop::array::uniform4(0..=100_usize),
        ) {
            let mut hundredths = hundredths;
            hundredths.sort_unstable();
            let (mut sorted, last) = (sample.clone(), sample.len() - 1);
            sorted.sort_by(f64::total_cmp);
            let found = percentiles(&sample, hundredths.map(|part| super::part(part, 100)));
            for (part, found) in hundredths.into_iter().zip(found) {
                let (low, high) = (sorted[part * last / 100], sorted[(part * last).div_ceil(100)]);
                let expected = low + super::part(part * last % 100, 100) * (high - low);
                prop_assert!((found - expected).abs() < 1e-12, "{found} for {expected}");
            }
        }
    }

    #[test]
    fn small_samples_have_answers() {
        for sample in [&[][..], &[5.0]] {
            assert!(mean(sample).is_finite() && standard_deviation(sample) == 0.0 && standard_error(sample) == 0.0);
            assert!(percentiles(sample, [0.1, 0.5]).iter().all(|value| value.is_finite()));
        }
        assert!((standard_deviation(&[1.0, 3.0]) - 2.0_f64.sqrt()).abs() < 1e-15);
        assert!((share(&[1, 2, 3, 4], |n| *n > 1) - 0.75).abs() < 1e-15);
    }
}
