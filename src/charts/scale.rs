//! Ranges that are always finite, and round ticks.

/// More ticks than this would be noise.
const MOST_TICKS: f64 = 6.0;
/// A tick this close to an end, in steps, still belongs to the range.
const TOLERANCE: f64 = 1e-6;
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
        Self::rounded(extent(values))
    }

    /// The range of the values and zero with a little room beyond them; an end is a round tick where one is near.
    #[must_use]
    pub fn close_around(values: impl IntoIterator<Item = f64>) -> Self {
        /// Beyond the values, as a part of the range.
        const ROOM: f64 = 0.06;
        let (low, high) = extent(values);
        let round = Self::rounded((low, high));
        let (room, near) = (ROOM * (high - low), 0.5 * round.ticks().step);
        // Money that only comes in, or only goes out, keeps its axis at the edge.
        let end = |value: f64, tick: f64| match (tick - value).abs() {
            _ if value == 0.0 => 0.0,
            to_tick if to_tick >= room && to_tick <= near => to_tick,
            _ => room,
        };
        let close = Self { low: low - end(low, round.low), high: high + end(high, round.high) };
        if close.low < close.high { close } else { round }
    }

    fn rounded((low, high): (f64, f64)) -> Self {
        let wide = |step: f64| Ticks::new(step, (low / step + TOLERANCE).floor(), (high / step - TOLERANCE).ceil());
        let ticks = finest(high - low, wide);
        Self { low: ticks.next * ticks.step, high: ticks.last * ticks.step }
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

    /// The width of the range; positive.
    #[must_use]
    pub fn span(&self) -> f64 {
        self.high - self.low
    }

    /// Round values inside the range, rising.
    #[must_use]
    pub fn ticks(&self) -> Ticks {
        let inside =
            |step: f64| Ticks::new(step, (self.low / step - TOLERANCE).ceil(), (self.high / step + TOLERANCE).floor());
        finest(self.span(), inside)
    }
}

/// The lowest and the highest of the values and zero; never the same.
fn extent(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let finite = values.into_iter().filter(|value| value.is_finite());
    let (low, high) = finite
        .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value.max(-LARGEST)), high.max(value.min(LARGEST))));
    let size = high.max(-low);
    if high - low > NARROWEST * size { (low, high) } else { (low, low + if size > 0.0 { size } else { 1.0 }) }
}

/// The ticks with the finest round step (1, 2 or 5 times a power of ten) that are not too many.
fn finest(span: f64, ticks: impl Fn(f64) -> Ticks) -> Ticks {
    let magnitude = libm::pow(10.0, libm::floor(libm::log10(span)) - 1.0);
    if !(magnitude > 0.0 && magnitude.is_finite()) {
        return ticks(span);
    }
    let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0].map(|round| round * magnitude);
    steps.into_iter().map(&ticks).find(|ticks| ticks.last - ticks.next < MOST_TICKS).unwrap_or_else(|| ticks(span))
}

/// Walks through the ticks of a range.
#[derive(Clone, Debug)]
pub struct Ticks {
    step: f64,
    next: f64,
    last: f64,
}

impl Ticks {
    fn new(step: f64, first: f64, last: f64) -> Self {
        // Without the sign of a zero.
        Self { step, next: first + 0.0, last: last + 0.0 }
    }

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
            (&[-8.6, 2.4], &[-10.0, -5.0, 0.0, 5.0]),
            (&[-9.9, 40.4], &[-20.0, 0.0, 20.0, 40.0, 60.0]),
            (&[-4.5, 4.5], &[-4.0, -2.0, 0.0, 2.0, 4.0]),
            (&[0.0, 12.1], &[0.0, 5.0, 10.0, 15.0]),
        ] {
            let found = ticks(values);
            assert_eq!(found.len(), expected.len(), "{values:?}: {found:?}");
            for (found, expected) in found.iter().zip(expected) {
                assert!((found - expected).abs() < 1e-12, "{values:?}: {found}");
            }
        }
    }

    #[test]
    fn a_close_range_leaves_little_room() {
        for (low, high, expected) in [
            (-14.1, 9.1, (-15.492, 10.492)),
            (-43.5, 13.0, (-46.89, 20.0)),
            (0.0, 40.4, (0.0, 42.824)),
            (0.0, 0.0, (0.0, 1.06)),
        ] {
            let found = Domain::close_around([low, high]);
            assert!((found.low - expected.0).abs() < 1e-9 && (found.high - expected.1).abs() < 1e-9, "{found:?}");
        }
    }

    proptest! {
        #[test]
        fn any_values_make_a_sane_range(values in prop::collection::vec(any::<f64>(), 0..20)) {
            let domain = Domain::around(values.iter().copied());
            prop_assert!(domain.low.is_finite() && domain.high.is_finite() && domain.low < domain.high);
            let close = Domain::close_around(values.iter().copied());
            prop_assert!(close.low.is_finite() && close.high.is_finite() && close.low < close.high);
            prop_assert!(close.low <= 0.0 && close.high >= 0.0);
            prop_assert!((2..=6).contains(&close.ticks().count()), "{close:?}");
            for value in values.iter().filter(|value| value.is_finite() && value.abs() < 1e299) {
                prop_assert!(close.low <= *value && *value <= close.high, "{value} in {close:?}");
            }
            prop_assert!(domain.span().is_finite() && domain.low <= 0.0 && domain.high >= 0.0);
            let snug = Domain::snug(&values);
            prop_assert!(snug.low < snug.high && snug.low >= domain.low && snug.high <= domain.high);
            prop_assert!((1..=12).contains(&snug.ticks().count()), "{snug:?}");
            let ticks: Vec<f64> = domain.ticks().collect();
            prop_assert!((4..=6).contains(&ticks.len()), "{domain:?}: {ticks:?}");
            prop_assert!(ticks.contains(&0.0));
        }
    }
}
