//! Where the rows of a tornado stand.

use super::OFF;
use super::data::{End, Row, Tornado};
use crate::charts::axis::Axis;
use crate::charts::labels::text_width;
use crate::charts::plot::Rect;
use crate::charts::scale::Domain;
use crate::charts::style::Style;

/// Above the bars: where the base case and zero are named.
const HEAD: f64 = 28.0;
/// The values below the bars.
const TICKS: f64 = 26.0;
/// How tall a row likes to be, with its name beside the bar and above it.
const ROW: f64 = 26.0;
const TALL_ROW: f64 = 38.0;
/// Below this a name above its bar would touch the bar.
const LEAST_TALL_ROW: f64 = 34.0;
const THICKEST_BAR: f64 = 16.0;
/// Names take at most this part of the width.
const NAMES: f64 = 0.42;

/// Where the rows stand.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoMap {
    /// The NPV, $B.
    pub axis: Axis,
    pub(super) plot: Rect,
    pub(super) width: f64,
    pub(super) count: usize,
    /// Whether names stand above their bars.
    pub(super) is_stacked: bool,
}

impl TornadoMap {
    pub(super) fn new(data: &Tornado, style: &Style, domain: Domain) -> Self {
        let plot = Rect { left: 0.0, top: HEAD, right: style.width, bottom: (style.height - TICKS).max(HEAD + 1.0) };
        let count = data.rows.len();
        let row = (plot.bottom - plot.top) / whole(count.max(1));
        let is_stacked = style.is_compact() && row >= LEAST_TALL_ROW;
        let names = data.rows.iter().map(|row| text_width(&row.name, 12.0, true)).fold(0.0, f64::max) + 12.0;
        let left = if is_stacked { 0.0 } else { names.min(style.width * NAMES) };
        let plot = Rect { left, ..plot };
        let axis = fitted_axis(data, domain, left, style.width);
        Self { axis, plot, width: style.width, count, is_stacked }
    }

    pub(super) fn row_height(&self) -> f64 {
        (self.plot.bottom - self.plot.top) / whole(self.count.max(1))
    }

    /// The room of a row, name and bar.
    #[must_use]
    pub fn row(&self, position: usize) -> Option<Rect> {
        let top = self.plot.top + whole(position) * self.row_height();
        let row = Rect { left: 0.0, top, right: self.width, bottom: top + self.row_height() };
        (position < self.count).then_some(row)
    }

    /// The row at a height.
    #[must_use]
    pub fn row_at(&self, y: f64) -> Option<usize> {
        let position = ((y - self.plot.top) / self.row_height()).floor();
        (0..self.count).find(|at| (whole(*at) - position).abs() < 0.5)
    }

    /// The middle of a row's bar.
    pub(super) fn middle(&self, position: usize) -> f64 {
        let share = if self.is_stacked { 0.72 } else { 0.5 };
        self.plot.top + (whole(position) + share) * self.row_height()
    }

    pub(super) fn bar(&self, position: usize, from: f64, to: f64) -> Rect {
        let thickness = if self.is_stacked { self.row_height() * 0.4 } else { self.row_height() * 0.62 };
        let (middle, half) = (self.middle(position), thickness.clamp(1.0, THICKEST_BAR) / 2.0);
        Rect { left: self.axis.at(from), right: self.axis.at(to), top: middle - half, bottom: middle + half }
    }

    /// The bar of a row: it always holds the base case.
    pub(super) fn whole_bar(&self, position: usize, row: &Row, base: f64) -> Rect {
        let (low, high) = row.sorted();
        self.bar(position, low.value.min(base), high.value.max(base))
    }
}

/// As long as the texts at the ends of the bars allow, between two limits.
fn fitted_axis(data: &Tornado, domain: Domain, left: f64, right: f64) -> Axis {
    /// Bars do not jump by a pixel or two when a text at an end grows by a digit.
    const STEP: f64 = 8.0;
    const ROUNDS: usize = 4;
    let room = |end: &End| text_width(&end.text, 12.0, false) + OFF + 4.0;
    let mut axis = Axis { domain, from: left, to: right };
    // A text that would stand on the line at zero stands beyond it.
    let clear = |end: f64, other: f64, zero: f64| if (end < zero) == (zero < other) { zero } else { end };
    for _ in 0..ROUNDS {
        let ends = || data.rows.iter().map(Row::sorted);
        let zero = axis.zero();
        let before = |low: &End| {
            let end = axis.at(low.value.min(data.base));
            room(low) - (clear(end, end - room(low), zero) - axis.from)
        };
        let beyond = |high: &End| {
            let end = axis.at(high.value.max(data.base));
            room(high) - (axis.to - clear(end, end + room(high), zero))
        };
        let low = ends().map(|(low, _)| before(low)).fold(0.0, f64::max);
        let high = ends().map(|(_, high)| beyond(high)).fold(0.0, f64::max);
        axis.from = left + (low / STEP).ceil() * STEP;
        axis.to = (right - (high / STEP).ceil() * STEP).max(axis.from + STEP);
    }
    axis
}

pub(super) fn natural_height(rows: usize, style: &Style) -> f64 {
    let row = if style.is_compact() { TALL_ROW } else { ROW };
    HEAD + TICKS + whole(rows) * row
}

#[allow(clippy::cast_precision_loss, reason = "a few rows")]
fn whole(count: usize) -> f64 {
    count as f64
}
