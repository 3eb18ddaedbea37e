//! A column for each year of a contract, over an upright axis: years are counted, and have no calendar.

use super::axis::{Axis, label_room};
use super::labels::{Align, text_width};
use super::plot::Rect;
use super::scale::Domain;
use super::style::Style;
use super::surface::{ChartError, Surface};

const TOP: f64 = 18.0;
const BOTTOM: f64 = 30.0;
/// From the plot down to the middle of the years.
const BELOW: f64 = 17.0;
/// The columns' part of a year, and the widest column.
const PART: f64 = 0.6;
const WIDEST: f64 = 56.0;
const TEXT: f64 = 12.0;
/// Between two labels.
const APART: f64 = 10.0;

/// Where the years and values of a contract stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// The values.
    pub axis: Axis,
    /// The plot without its labels.
    pub plot: Rect,
    /// How many years.
    count: u32,
    /// How many columns stand side by side in a year.
    lanes: u32,
}

impl Columns {
    /// `right` is the room for labels behind the last year.
    pub(super) fn new(style: &Style, domain: Domain, (count, lanes): (u32, u32), right: f64) -> Self {
        let left = label_room(domain) + 2.0;
        let right = (style.width - right).max(left + 10.0);
        let plot = Rect { left, top: TOP, right, bottom: (style.height - BOTTOM).max(TOP + 4.0) };
        let axis = Axis { domain, from: plot.bottom, to: plot.top };
        Self { axis, plot, count: count.max(1), lanes: lanes.max(1) }
    }

    fn slot(&self) -> f64 {
        (self.plot.right - self.plot.left) / f64::from(self.count)
    }

    /// The middle of a year, counted from 1.
    pub(super) fn middle(&self, year: u32) -> f64 {
        self.plot.left + (f64::from(year) - 0.5) * self.slot()
    }

    fn width(&self) -> f64 {
        (self.slot() * PART / f64::from(self.lanes)).clamp(1.0, WIDEST)
    }

    /// The bar of a year between two values, in one of the lanes from 0.
    pub(super) fn bar(&self, year: u32, lane: u32, (low, high): (f64, f64)) -> Rect {
        let width = self.width();
        let left = self.middle(year) + (f64::from(lane) - f64::from(self.lanes) / 2.0) * width;
        let (a, b) = (self.axis.at(low), self.axis.at(high));
        Rect { left, right: left + width, top: a.min(b), bottom: a.max(b) }
    }

    /// Where a pointer means a year.
    pub(super) fn reach(&self, year: u32) -> Rect {
        let half = self.slot() / 2.0;
        let x = self.middle(year);
        Rect { left: x - half, right: x + half, ..self.plot }
    }

    /// Where labels may stand.
    pub(super) fn room_for_labels(&self, style: &Style) -> Rect {
        Rect { left: self.plot.left, top: 0.0, right: style.width, bottom: self.plot.bottom }
    }

    /// Gridlines, values and years.
    pub(super) fn draw_axes(&self, surface: &Surface<'_>, style: &Style) -> Result<(), ChartError> {
        self.axis.draw_levels(surface, style, self.plot)?;
        let palette = &style.palette;
        let zero = self.axis.zero();
        surface.line((self.plot.left, zero), (self.plot.right, zero), palette.ink_2, 1.0)?;
        for (year, text) in self.years() {
            let at = (self.middle(year), self.plot.bottom + BELOW);
            surface.text(&text, at, Align::Centre, palette.ink_2, TEXT, false)?;
        }
        Ok(())
    }

    /// The years that find room beside each other: all, or every second, fifth and so on, and with the word or without.
    fn years(&self) -> Vec<(u32, String)> {
        let long = |year: u32| format!("Year {year}");
        let words: fn(u32) -> String = if text_width(&long(self.count), TEXT, false) + APART <= self.slot() {
            |year| format!("Year {year}")
        } else {
            |year| year.to_string()
        };
        let room = text_width(&words(self.count), TEXT, false) + APART;
        let every =
            [1_u32, 2, 5, 10, 25].into_iter().find(|every| f64::from(*every) * self.slot() >= room).unwrap_or(50);
        (1..=self.count)
            .filter(|year| year % every == 0 || *year == 1 && every == 1)
            .map(|year| (year, words(year)))
            .collect()
    }
}
