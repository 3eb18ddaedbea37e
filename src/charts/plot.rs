//! From deal years and values to CSS pixels and back, and the axes around the plot.

use super::labels::{Align, text_width};
use super::scale::Domain;
use super::style::Style;
use super::surface::Surface;

use super::surface::ChartError;
use crate::wording::numbers::COUNT;
use crate::wording::separators::local;
use crate::wording::{Calendar, parties};

/// Space for the two lines of year labels.
const BOTTOM: f64 = 46.0;
const TOP: f64 = 14.0;
/// Between tick labels and the plot.
const GAP: f64 = 8.0;
/// Room that a year label takes: "Year 10", or "10" where there is little.
const WIDE_LABEL: f64 = 64.0;
const NARROW_LABEL: f64 = 40.0;

/// Room that the years have at both ends of the plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// For a bar around each year.
    Bars,
    /// For a point on each year.
    Points,
}

/// A bar's part of its year, and its greatest width.
const BAR: f64 = 0.52;
const WIDEST_BAR: f64 = 42.0;
/// Between the ends of the plot and the first and last bar or point.
const INSET: f64 = 8.0;

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the four sides")]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// Where years and values stand: for drawing, and for a crosshair over the finished chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlotMap {
    /// The plot without its labels.
    pub area: Rect,
    /// The values from bottom to top.
    pub domain: Domain,
    /// The first deal year: 0, closing, on most charts.
    pub first_year: u32,
    /// The last deal year.
    pub last_year: u32,
    /// Space left of the first year and right of the last.
    padding: f64,
}

impl PlotMap {
    /// From closing on. `right` is the room for labels at the ends of lines.
    #[must_use]
    pub fn new(style: &Style, domain: Domain, last_year: u32, ends: Ends, right: f64, unit: Unit) -> Self {
        Self::between(style, domain, (0, last_year), ends, right, unit)
    }

    /// From another first year on.
    #[must_use]
    pub fn between(
        style: &Style,
        domain: Domain,
        (first_year, last_year): (u32, u32),
        ends: Ends,
        right: f64,
        unit: Unit,
    ) -> Self {
        /// Left of the tick labels.
        const EDGE: f64 = 2.0;
        let widest = domain.ticks().map(|tick| text_width(&unit.tick(tick, domain), 12.0, false)).fold(0.0, f64::max);
        let left = (EDGE + widest + GAP).max(34.0);
        let area = Rect {
            left,
            top: TOP,
            right: (style.width - right).max(left + 1.0),
            bottom: (style.height - BOTTOM).max(TOP + 1.0),
        };
        let between_ends = (area.right - area.left - 2.0 * INSET).max(0.0);
        let years = f64::from(last_year.saturating_sub(first_year));
        let half_bar = match ends {
            Ends::Bars => (between_ends / (years + BAR) * BAR).min(WIDEST_BAR) / 2.0,
            Ends::Points => 0.0,
        };
        let padding = (half_bar + INSET).min((area.right - area.left) / 2.0);
        Self { area, domain, first_year, last_year: last_year.max(first_year), padding }
    }

    /// Distance between two years.
    #[must_use]
    pub fn slot(&self) -> f64 {
        (self.area.right - self.area.left - 2.0 * self.padding) / f64::from((self.last_year - self.first_year).max(1))
    }

    /// The width of a bar.
    #[must_use]
    pub fn bar_width(&self) -> f64 {
        (self.slot() * BAR).clamp(1.0, WIDEST_BAR)
    }

    /// Where a deal year stands; fractions lie between.
    #[must_use]
    pub fn x(&self, year: f64) -> f64 {
        self.area.left + self.padding + (year - f64::from(self.first_year)) * self.slot()
    }

    /// Where a value stands. Values beyond the range stand at its end.
    #[must_use]
    pub fn y(&self, value: f64) -> f64 {
        let share = ((value - self.domain.low) / self.domain.span()).clamp(0.0, 1.0);
        self.area.bottom - share * (self.area.bottom - self.area.top)
    }

    /// The deal year nearest to a position.
    #[must_use]
    pub fn year_at(&self, x: f64) -> u32 {
        let first = f64::from(self.first_year);
        let year = first + ((x - self.area.left - self.padding) / self.slot().max(1e-9)).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between the first year and the last"
        )]
        let year = year.clamp(first, f64::from(self.last_year)) as u32;
        year
    }

    /// The value at a height.
    #[must_use]
    pub fn value_at(&self, y: f64) -> f64 {
        let share = (self.area.bottom - y) / (self.area.bottom - self.area.top);
        self.domain.low + share * self.domain.span()
    }

    /// The deal years that carry a label: all of them, or every second, fifth, tenth and so on, and always the last.
    #[must_use]
    pub fn labelled_years(&self, style: &Style) -> Vec<u32> {
        let room = if self.is_wide(style) { WIDE_LABEL } else { NARROW_LABEL };
        let every =
            [1_u32, 2, 5, 10, 20, 50].into_iter().find(|every| f64::from(*every) * self.slot() >= room).unwrap_or(50);
        // The last year is the one that matters; a neighbour too close gives way.
        let is_free = |year: &u32| f64::from(self.last_year - year) * self.slot() >= room;
        let shown = |year: &u32| *year >= self.first_year && is_free(year);
        (0..self.last_year).step_by(every as usize).filter(shown).chain([self.last_year]).collect()
    }

    fn is_wide(&self, style: &Style) -> bool {
        !style.is_compact() && self.slot() * 2.0 >= WIDE_LABEL
    }

    /// Where labels may stand: right of the tick labels and above the years.
    #[must_use]
    pub fn room_for_labels(&self, style: &Style) -> Rect {
        const BELOW: f64 = 13.0;
        Rect { left: self.area.left, top: 0.0, right: style.width, bottom: self.area.bottom + BELOW }
    }

    /// Gridlines, tick labels, the zero line and the years.
    pub(super) fn draw_axes(&self, surface: &Surface<'_>, style: &Style, unit: Unit) -> Result<(), ChartError> {
        let palette = &style.palette;
        for tick in self.domain.ticks() {
            let y = self.y(tick);
            let is_zero = tick.abs() < self.domain.span() * 1e-9;
            if !is_zero {
                surface.line((self.area.left, y), (self.area.right, y), palette.grid, 1.0)?;
            }
            let text = unit.tick(tick, self.domain);
            surface.text(&text, (self.area.left - GAP, y), Align::Right, palette.ink_3, 12.0, false)?;
        }
        let zero = self.y(0.0);
        surface.line((self.area.left, zero), (self.area.right, zero), palette.ink_2, 1.0)?;
        self.draw_years(surface, style)
    }

    fn draw_years(&self, surface: &Surface<'_>, style: &Style) -> Result<(), ChartError> {
        let palette = &style.palette;
        let (wide, calendar) = (self.is_wide(style), parties().calendar);
        for year in self.labelled_years(style) {
            let (first, second) = year_label(year, wide, calendar);
            let x = self.x(f64::from(year));
            let half = text_width(&first, 12.0, false).max(text_width(&second, 12.0, false)) / 2.0;
            let x = x.clamp(half, (style.width - half).max(half));
            surface.text(&first, (x, self.area.bottom + 20.0), Align::Centre, palette.ink_2, 12.0, false)?;
            if !second.is_empty() {
                surface.text(&second, (x, self.area.bottom + 35.0), Align::Centre, palette.ink_3, 12.0, false)?;
            }
        }
        Ok(())
    }
}

/// The two lines under a year; the second is empty where the date of the deal is not known.
fn year_label(year: u32, wide: bool, calendar: Option<Calendar>) -> (String, String) {
    let first = match (year, wide) {
        (0, true) => "Closing".to_owned(),
        (0, false) => "Close".to_owned(),
        (_, true) => format!("Year {year}"),
        (_, false) => year.to_string(),
    };
    let month =
        calendar.filter(|_| year == 0 && wide).map_or_else(String::new, |calendar| format!("{} ", calendar.short()));
    (first, calendar.map_or_else(String::new, |calendar| format!("{month}{}", calendar.end_of(year))))
}

/// What the vertical axis measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Billions of dollars; the sub-title names the unit.
    Billions,
    /// Decimals as percent, with the sign once, on the uppermost tick.
    Percent,
}

impl Unit {
    /// A tick's label.
    #[must_use]
    pub fn tick(self, tick: f64, domain: Domain) -> String {
        let step = domain.ticks().step();
        let is_last = tick + step > domain.high + step * 1e-6;
        match self {
            Self::Billions => plain(tick, step),
            Self::Percent => {
                let sign = if is_last { "%" } else { "" };
                format!("{}{sign}", plain(tick * 100.0, step * 100.0))
            }
        }
    }
}

/// A round number with as many decimals as its step has, and a true minus; powers of ten where digits would run on.
fn plain(value: f64, step: f64) -> String {
    const LONGEST: f64 = 1e7;
    let sign = if value < -step * 1e-6 { "\u{2212}" } else { "" };
    let size = if value.abs() < step * 1e-6 { 0.0 } else { value.abs() };
    if size >= LONGEST || (step < 1e-6 && size > 0.0) {
        return format!("{sign}{size:.1e}");
    }
    let places = (0..=6_u8).find(|places| {
        let scaled = step * libm::pow(10.0, f64::from(*places));
        (scaled - scaled.round()).abs() < 1e-6
    });
    match places {
        Some(0) => COUNT.minus(value),
        places => sign.to_owned() + &local(&format!("{size:.*}", usize::from(places.unwrap_or(6)))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::style::LIGHT;

    #[test]
    fn ticks_read_well() {
        for (value, step, expected) in [
            (0.0, 5.0, "0"),
            (-15.0, 5.0, "\u{2212}15"),
            (0.6, 0.2, "0.6"),
            (0.25, 0.05, "0.25"),
            (2e9, 1e9, "2.0e9"),
            (-0.0, 1.0, "0"),
            (-150_000.0, 50_000.0, "\u{2212}150,000"),
        ] {
            assert_eq!(plain(value, step), expected);
        }
    }

    #[test]
    fn the_map_and_its_inverse_agree() {
        let style = Style { palette: LIGHT, width: 700.0, height: 300.0, ratio: 2.0 };
        for last_year in [1, 2, 10, 50] {
            let map = PlotMap::new(&style, Domain::around([-3.0, 8.0]), last_year, Ends::Bars, 80.0, Unit::Billions);
            for year in 0..=last_year {
                assert_eq!(map.year_at(map.x(f64::from(year))), year);
            }
            assert!((map.value_at(map.y(2.5)) - 2.5).abs() < 1e-12);
            assert_eq!(map.labelled_years(&style).last(), Some(&last_year));
        }
    }
}
