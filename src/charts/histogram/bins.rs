//! Bins of a round width, aligned on zero; the tails beyond them are open.

use crate::charts::scale::Domain;

/// At most this many bins between the open ones.
const MOST: f64 = 45.0;
/// With fewer bins of $1B than this there is no shape to see, and bins become narrower.
const FEW: f64 = 6.0;
/// As many bins as the narrower ones may be.
const FINE: f64 = 24.0;
/// Fewer bins than this are padded with empty ones.
const LEAST: f64 = 6.0;
/// Parts of the draws that the open bins may hold, where not all draws fit between them.
const LOW_TAIL: f64 = 0.002;
const HIGH_TAIL: f64 = 0.995;
/// Values beyond this are left out: no sum of them overflows.
const LARGEST: f64 = 1e300;
/// A bin narrower than this part of the largest value could not be told from its neighbour.
const FINEST: f64 = 1e-7;

/// What the bins cover. It can be held while a slider is dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Lower end of the first closed bin, a multiple of the width.
    pub low: f64,
    /// Upper end of the last closed bin, a multiple of the width.
    pub high: f64,
    /// Width of a bin.
    pub width: f64,
    /// The share of draws at which a bin reaches the top.
    pub top_share: f64,
}

/// One bin. An open one has one end only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Part of the draws.
    pub share: f64,
}

/// What can be shown.
pub(super) fn usable(mut npvs: Vec<f64>) -> Vec<f64> {
    npvs.retain(|npv| npv.abs() <= LARGEST);
    npvs
}

impl Frame {
    /// Around the draws.
    pub(super) fn around(npvs: &[f64]) -> Self {
        let Some((least, low, high, most)) = ends(npvs) else {
            return Self { low: -5.0, high: 5.0, width: 1.0, top_share: 1.0 };
        };
        let width = width(high - low, low.abs().max(high.abs()));
        let within = |low: f64, high: f64| (high - low) / width <= MOST;
        let down = |value: f64, step: f64| (value / step).floor() * step;
        // Ends in draws lie in the bin above them: the upper end is the next one.
        let up = |value: f64, step: f64| ((value / step).floor() + 1.0) * step;
        let mut frame = Self { low: down(low, width), high: up(high, width), width, top_share: 1.0 };
        let round = 5.0 * width;
        for (low, high) in [
            (down(least, width), frame.high),
            (frame.low, up(most, width)),
            (down(least, width), up(most, width)),
            (frame.low.min(0.0), frame.high.max(0.0)),
            (down(frame.low, round), frame.high),
            (frame.low, down(frame.high + round - width, round)),
        ] {
            let (low, high) = (low.min(frame.low), high.max(frame.high));
            if within(low, high) {
                (frame.low, frame.high) = (low, high);
            }
        }
        let missing = (LEAST - (frame.high - frame.low) / width).max(0.0);
        frame.low -= (missing / 2.0).ceil() * width;
        frame.high += (missing / 2.0).ceil() * width;
        frame.top_share = frame.bins(npvs).iter().map(|bin| bin.share).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
        frame
    }

    /// This frame, widened to hold all that another one shows: while a slider is dragged a frame only grows.
    #[must_use]
    pub fn widened(self, other: Self) -> Self {
        let width = self.width.max(other.width);
        let down = |value: f64| (value / width).floor() * width;
        let up = |value: f64| (value / width).ceil() * width;
        let (low, high) = (down(self.low.min(other.low)), up(self.high.max(other.high)));
        // Far apart, the old one would only be empty room.
        if (high - low) / width > 2.0 * MOST {
            return other;
        }
        Self { low, high, width, top_share: self.top_share.max(other.top_share) }
    }

    /// The draws in their bins; open bins only where something is in them.
    #[must_use]
    pub fn bins(&self, npvs: &[f64]) -> Vec<Bin> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most MOST and the padding")]
        let closed = ((self.high - self.low) / self.width).round().clamp(1.0, 1e3) as usize;
        let mut counts = vec![0.0_f64; closed + 2];
        let first = (self.low / self.width).round();
        for npv in npvs {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the bins")]
            let at = ((npv / self.width).floor() - first + 1.0).clamp(0.0, whole(closed + 1)) as usize;
            if let Some(count) = counts.get_mut(at) {
                *count += 1.0;
            }
        }
        let edge = |at: usize| (first + whole(at)) * self.width;
        let bins = counts.into_iter().enumerate().map(|(at, count)| Bin {
            low: (at > 0).then(|| edge(at - 1)),
            high: (at <= closed).then(|| edge(at)),
            share: count / whole(npvs.len().max(1)),
        });
        bins.filter(|bin| (bin.low.is_some() && bin.high.is_some()) || bin.share > 0.0).collect()
    }

    /// The range with room for the open bins that there are.
    pub(super) fn domain(&self, bins: &[Bin]) -> Domain {
        let open = |is_open: fn(&Bin) -> bool| if bins.iter().any(is_open) { self.width } else { 0.0 };
        Domain { low: self.low - open(|bin| bin.low.is_none()), high: self.high + open(|bin| bin.high.is_none()) }
    }
}

impl Bin {
    /// Both ends as drawn: an open bin is as wide as the others.
    pub(super) fn drawn(&self, width: f64) -> (f64, f64) {
        let low = self.low.or(self.high.map(|high| high - width)).unwrap_or_default();
        (low, self.high.unwrap_or(low + width))
    }
}

/// $1B; more where that were too many bins, less where it were too few.
fn width(span: f64, largest: f64) -> f64 {
    let least = largest * FINEST;
    let width = if span > FEW { round_up(span / (MOST - 3.0)).max(1.0) } else { round_up(span / FINE).min(1.0) };
    if width >= least && width > 0.0 {
        width
    } else if least > 1.0 {
        round_up(least)
    } else {
        1.0
    }
}

/// 1, 2 or 5 times a power of ten, at least the value; zero for what is no size.
fn round_up(value: f64) -> f64 {
    let magnitude = libm::pow(10.0, libm::floor(libm::log10(value)));
    if !(magnitude > 0.0 && magnitude.is_finite()) {
        return 0.0;
    }
    [1.0, 2.0, 5.0].into_iter().map(|part| part * magnitude).find(|round| *round >= value).unwrap_or(10.0 * magnitude)
}

/// The least draw, those that have the tails' parts below them, and the largest; nothing without draws.
fn ends(npvs: &[f64]) -> Option<(f64, f64, f64, f64)> {
    let mut npvs = npvs.to_vec();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a position among the draws")]
    let at = |share: f64| (whole(npvs.len() - 1) * share).round() as usize;
    if npvs.is_empty() {
        return None;
    }
    let (low_at, high_at) = (at(LOW_TAIL), at(HIGH_TAIL));
    let (below, low, above) = npvs.select_nth_unstable_by(low_at, f64::total_cmp);
    let (low, least) = (*low, below.iter().copied().fold(*low, f64::min));
    let Some(rest) = high_at.checked_sub(low_at + 1) else {
        return Some((least, low, low, above.iter().copied().fold(low, f64::max)));
    };
    let (_, high, above) = above.select_nth_unstable_by(rest, f64::total_cmp);
    Some((least, low, *high, above.iter().copied().fold(*high, f64::max)))
}

#[allow(clippy::cast_precision_loss, reason = "far fewer draws than 2^52")]
pub(super) fn whole(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Frame, usable};

    fn evenly(low: f64, high: f64) -> Vec<f64> {
        (0..2000).map(|i| low + (high - low) * (f64::from(i) + 0.5) / 2000.0).collect()
    }

    #[test]
    fn bins_are_round_and_few() {
        for (low, high, width, count) in [
            (-10.0, 10.0, 1.0, 20),
            (-13.2, 28.4, 1.0, 45),
            (-40.0, 40.0, 2.0, 40),
            (-100.0, 100.0, 5.0, 40),
            (-0.5, 0.5, 0.05, 20),
            (3.0, 3.0, 1.0, 7),
            (0.0, 0.0, 1.0, 7),
        ] {
            let npvs = evenly(low, high);
            let frame = Frame::around(&npvs);
            assert!((frame.width - width).abs() < 1e-12, "{low} to {high}: {frame:?}");
            assert_eq!(frame.bins(&npvs).len(), count, "{low} to {high}: {frame:?}");
        }
    }

    #[test]
    fn far_draws_are_in_open_bins() {
        let mut npvs = evenly(-10.0, 25.0);
        npvs.extend([-300.0, 200.0, 400.0]);
        let bins = Frame::around(&npvs).bins(&npvs);
        let (first, last) = (bins.first().unwrap(), bins.last().unwrap());
        assert!(first.low.is_none() && last.high.is_none());
        assert!((first.share * 2003.0 - 1.0).abs() < 1e-9 && (last.share * 2003.0 - 2.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn every_draw_is_in_one_bin(values in prop::collection::vec(any::<f64>(), 0..60), scale in -300.0..300.0) {
            let scale = libm::pow(10.0, scale);
            let shrunk = values.iter().map(|value| (value % 1.0) * scale);
            for npvs in [usable(values.clone()), usable(shrunk.collect())] {
                let frame = Frame::around(&npvs);
                let bins = frame.bins(&npvs);
                prop_assert!((1..=60).contains(&bins.len()), "{frame:?} has {} bins", bins.len());
                let all: f64 = bins.iter().map(|bin| bin.share).sum();
                prop_assert!(npvs.is_empty() || (all - 1.0).abs() < 1e-9);
                let domain = frame.domain(&bins);
                prop_assert!(domain.low < domain.high && domain.span().is_finite());
                // Aligned on zero: no bin spans it.
                let ends = |bin: &super::Bin| bin.low.zip(bin.high);
                prop_assert!(bins.iter().filter_map(ends).all(|(low, high)| low >= 0.0 || high <= frame.width * 1e-6));
            }
        }
    }
}
