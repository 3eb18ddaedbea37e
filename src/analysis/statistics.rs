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

/// A percentile (0 to 1) of a sorted sample, linear between neighbours (type 7); zero for an empty one.
#[must_use]
pub fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let position = share.clamp(0.0, 1.0) * whole(last);
    let below = libm::floor(position);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between zero and the last position")]
    let at = below as usize;
    match (sorted.get(at), sorted.get(at + 1)) {
        (Some(low), Some(high)) => low + (position - below) * (high - low),
        (Some(only), None) => *only,
        _ => 0.0,
    }
}

/// Part of the sample for which something holds; zero for an empty one.
#[must_use]
pub fn share<T>(sample: &[T], holds: impl Fn(&T) -> bool) -> f64 {
    if sample.is_empty() {
        return 0.0;
    }
    whole(sample.iter().filter(|item| holds(item)).count()) / whole(sample.len())
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
    use super::{mean, percentile, share, standard_deviation, standard_error};

    #[test]
    fn percentiles_are_linear_between_neighbours() {
        let sorted = [1.0, 2.0, 4.0, 8.0];
        for (at, expected) in [(0.0, 1.0), (1.0, 8.0), (0.5, 3.0), (0.1, 1.3), (0.9, 6.8)] {
            assert!((percentile(&sorted, at) - expected).abs() < 1e-12, "{at}");
        }
    }

    #[test]
    fn small_samples_have_answers() {
        for sample in [&[][..], &[5.0]] {
            assert!(mean(sample).is_finite() && standard_deviation(sample) == 0.0 && standard_error(sample) == 0.0);
            assert!(percentile(sample, 0.5).is_finite());
        }
        assert!((standard_deviation(&[1.0, 3.0]) - 2.0_f64.sqrt()).abs() < 1e-15);
        assert!((share(&[1, 2, 3, 4], |n| *n > 1) - 0.75).abs() < 1e-15);
    }
}
