//! Ranges that are always finite, and round ticks.

/// How many intervals between ticks are aimed at.
const INTERVALS: f64 = 4.0;
/// A range narrower than this, relative to its values, is widened: nothing could be told apart in it.
const NARROWEST: f64 = 1e-9;
/// Values beyond this are cut off, so that no sum of them overflows.
const LARGEST: f64 = 1e300;

/// A finite range of values with low < high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Domain {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Domain {
    /// The range of the values and zero, widened to round ticks. Values that are not finite are left out.
    #[must_use]
    pub fn around(values: impl IntoIterator<Item = f64>) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            low = low.min(value.max(-LARGEST));
            high = high.max(value.min(LARGEST));
        }
        let size = high.max(-low);
        if high - low <= NARROWEST * size || high <= low {
            high = low + if size > 0.0 { size } else { 1.0 };
        }
        let step = step(high - low);
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step }
    }

    /// The range of the values and zero as it is, for bars whose ends carry labels: round ends would push them apart.
    #[must_use]
    pub fn snug(values: &[f64]) -> Self {
        let round = Self::around(values.iter().copied());
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        let (low, high) = (finite().fold(0.0, f64::min), finite().fold(0.0, f64::max));
        let snug = Self { low: low.max(round.low), high: high.min(round.high) };
        if snug.span() > NARROWEST * round.span() { snug } else { round }
    }

    /// The same range with at least this upper end.
    #[must_use]
    pub fn at_least(self, high: f64) -> Self {
        Self { high: self.high.max(high), ..self }
    }

    /// The width of the range; positive.
    #[must_use]
    pub fn span(&self) -> f64 {
        self.high - self.low
    }

    /// Round values inside the range, rising.
    #[must_use]
    pub fn ticks(&self) -> Ticks {
        let step = step(self.span());
        let first = (self.low / step - 1e-6).ceil();
        let last = (self.high / step + 1e-6).floor();
        Ticks { step, next: first, last }
    }
}

/// A round step (1, 2 or 5 times a power of ten) that divides a span into about [`INTERVALS`] parts.
fn step(span: f64) -> f64 {
    let rough = span / INTERVALS;
    let magnitude = libm::pow(10.0, libm::floor(libm::log10(rough)));
    if !(magnitude > 0.0 && magnitude.is_finite()) {
        return span;
    }
    let part = rough / magnitude;
    let round = if part < 1.5 {
        1.0
    } else if part < 3.5 {
        2.0
    } else if part < 7.5 {
        5.0
    } else {
        10.0
    };
    round * magnitude
}

/// Walks through the ticks of a range.
#[derive(Clone, Debug)]
pub struct Ticks {
    step: f64,
    next: f64,
    last: f64,
}

impl Ticks {
    /// The distance between two ticks.
    #[must_use]
    pub fn step(&self) -> f64 {
        self.step
    }
}

impl Iterator for Ticks {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        if self.next > self.last {
            return None;
        }
        // Counted in steps, so that zero is zero and nothing adds up.
        let tick = self.next * self.step;
        self.next += 1.0;
        Some(tick)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Domain;

    fn ticks(values: &[f64]) -> Vec<f64> {
        Domain::around(values.iter().copied()).ticks().collect()
    }

    #[test]
    fn ticks_are_round_and_hold_zero() {
        for (values, expected) in [
            (&[-14.1, 9.1][..], &[-15.0, -10.0, -5.0, 0.0, 5.0, 10.0][..]),
            (&[0.0, 33.3], &[0.0, 10.0, 20.0, 30.0, 40.0]),
            (&[], &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (&[-3.0], &[-3.0, -2.0, -1.0, 0.0]),
        ] {
            let found = ticks(values);
            assert_eq!(found.len(), expected.len(), "{values:?}: {found:?}");
            for (found, expected) in found.iter().zip(expected) {
                assert!((found - expected).abs() < 1e-12, "{values:?}: {found}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_values_make_a_sane_range(values in prop::collection::vec(any::<f64>(), 0..20)) {
            let domain = Domain::around(values.iter().copied());
            prop_assert!(domain.low.is_finite() && domain.high.is_finite() && domain.low < domain.high);
            prop_assert!(domain.span().is_finite() && domain.low <= 0.0 && domain.high >= 0.0);
            let snug = Domain::snug(&values);
            prop_assert!(snug.low < snug.high && snug.low >= domain.low && snug.high <= domain.high);
            prop_assert!((1..=12).contains(&snug.ticks().count()), "{snug:?}");
            let ticks: Vec<f64> = domain.ticks().collect();
            prop_assert!((2..=12).contains(&ticks.len()), "{domain:?}: {ticks:?}");
            prop_assert!(ticks.contains(&0.0));
        }
    }
}
