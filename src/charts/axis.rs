//! A straight axis of values, upright or lying, for charts that are not by year.

use super::labels::{Align, text_width};
use super::plot::{Rect, Unit};
use super::scale::Domain;
use super::style::Style;
use super::surface::{ChartError, Surface};

/// Between tick labels and the plot.
pub const GAP: f64 = 8.0;
/// From the plot down to the middle of the tick labels.
const BELOW: f64 = 13.0;
const TEXT: f64 = 12.0;

/// From values to pixels along one direction, and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The values.
    pub domain: Domain,
    /// Where the lowest value stands.
    pub from: f64,
    /// Where the highest value stands.
    pub to: f64,
}

impl Axis {
    /// Where a value stands. Values beyond the range stand at its end.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let share = ((value - self.domain.low) / self.domain.span()).clamp(0.0, 1.0);
        self.from + share * (self.to - self.from)
    }

    /// The value at a position.
    #[must_use]
    pub fn value_at(&self, pixel: f64) -> f64 {
        self.domain.low + (pixel - self.from) / (self.to - self.from) * self.domain.span()
    }

    /// Where zero stands, or the end nearest to it.
    #[must_use]
    pub fn zero(&self) -> f64 {
        self.at(0.0)
    }

    /// Gridlines of an upright axis across the plot, with their values at its left.
    pub(super) fn draw_levels(&self, surface: &Surface<'_>, style: &Style, plot: Rect) -> Result<(), ChartError> {
        let room = (self.from - self.to).abs();
        for (tick, text) in self.spaced_ticks(room, |_| TEXT * 1.5) {
            let y = self.at(tick);
            surface.line((plot.left, y), (plot.right, y), style.palette.grid, 1.0)?;
            surface.text(&text, (plot.left - GAP, y), Align::Right, style.palette.ink_3, TEXT, false)?;
        }
        Ok(())
    }

    /// Gridlines of a lying axis down the plot, with their values below it.
    pub(super) fn draw_columns(&self, surface: &Surface<'_>, style: &Style, plot: Rect) -> Result<(), ChartError> {
        for (tick, text) in self.lying_ticks() {
            let x = self.at(tick);
            let half = text_width(&text, TEXT, false) / 2.0;
            surface.line((x, plot.top), (x, plot.bottom), style.palette.grid, 1.0)?;
            let centre = x.clamp(half, (style.width - half).max(half));
            surface.text(&text, (centre, plot.bottom + BELOW), Align::Centre, style.palette.ink_3, TEXT, false)?;
        }
        Ok(())
    }

    /// The values of a lying axis whose labels find room beside each other.
    pub(super) fn lying_ticks(&self) -> Vec<(f64, String)> {
        self.spaced_ticks((self.to - self.from).abs(), |text| text_width(text, TEXT, false) + 2.0 * GAP)
    }

    /// The ticks that find room beside each other, counted from zero.
    fn spaced_ticks(&self, room: f64, size: impl Fn(&str) -> f64) -> Vec<(f64, String)> {
        let ticks: Vec<(f64, String)> =
            self.domain.ticks().map(|tick| (tick, Unit::Billions.tick(tick, self.domain))).collect();
        let widest = ticks.iter().map(|(_, text)| size(text)).fold(1.0, f64::max);
        let step = self.domain.ticks().step();
        let distance = (room * step / self.domain.span()).max(1e-9);
        let every = (widest / distance).ceil().max(1.0);
        ticks.into_iter().filter(|(tick, _)| ((tick / step).round() % every).abs() < 0.5).collect()
    }
}

/// The widest of an upright axis' labels, with the gap to the plot.
#[must_use]
pub fn label_room(domain: Domain) -> f64 {
    domain.ticks().map(|tick| text_width(&Unit::Billions.tick(tick, domain), TEXT, false)).fold(0.0, f64::max) + GAP
}
