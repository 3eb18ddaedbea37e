//! The ladder: what each dollar of new money brings back from the commitment, from revenue down to present value.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::labels::{Align, Board, Label, text_width};
use super::plot::Rect;
use super::scale::Domain;
use super::stops::Stops;
use super::style::{Palette, Style};
use super::surface::{ChartError, Surface};
use crate::model::{Inputs, Lens, Outcome};
use crate::wording::deals::NOT_STATED;
use crate::wording::numbers::{PERCENT, RATIO};
use crate::wording::parties;
use crate::wording::readings::{self, Reading};
use crate::wording::sections::ladder as words;

/// Above the bars: what the line at one dollar says.
const HEAD: f64 = 28.0;
/// Below them.
const FOOT: f64 = 6.0;
const THICKEST_BAR: f64 = 48.0;
/// Between a bar and its value.
const OFF: f64 = 7.0;
/// One dollar back for each dollar paid.
const DOLLAR: f64 = 1.0;
/// Beyond this a value is drawn as this.
const LARGEST: f64 = 1e12;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    rungs: [Rung; 4],
    /// What stands where there is no value.
    absent: &'static str,
}

/// One step down.
#[derive(Clone, Debug, PartialEq)]
struct Rung {
    name: &'static str,
    /// What was taken off to get here.
    step: String,
    value: Option<f64>,
}

impl Ladder {
    /// From an outcome.
    #[must_use]
    pub fn new(inputs: &Inputs, outcome: &Outcome) -> Self {
        let ladder = &outcome.ladder;
        // Where nobody knows the commitment no step is known.
        let is_known = !parties().is_open(inputs);
        let rung = |name, step: String, value: Option<f64>| Rung {
            name,
            step,
            value: value
                .filter(|_| is_known)
                .filter(|value| value.is_finite())
                .map(|value| value.clamp(-LARGEST, LARGEST)),
        };
        let profit = ladder.operating_profit_per_dollar;
        Self {
            absent: if is_known { "no new money" } else { NOT_STATED },
            rungs: [
                rung("Revenue", String::new(), ladder.revenue_per_dollar),
                rung("Operating profit", margin_step(inputs, ladder.revenue_per_dollar, profit), profit),
                rung("After tax", format!("− {} tax", PERCENT.trimmed(inputs.tax_rate)), ladder.after_tax_per_dollar),
                rung(
                    "Present value",
                    format!("at {} a year", PERCENT.trimmed(inputs.discount_rate)),
                    ladder.present_value_per_dollar,
                ),
            ],
        }
    }

    /// Each step, its bar framed.
    #[must_use]
    pub fn stops(&self, map: &LadderMap) -> Stops {
        let rungs = self.rungs.iter().enumerate();
        Stops::of_bars(rungs.map(|(at, rung)| (map.reach(at), map.bar(at, rung.value.unwrap_or_default()))))
    }

    /// What is read at a step.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        let rung = self.rungs.get(at)?;
        Some(readings::rung(rung.name, &rung.step, rung.value, self.absent))
    }

    /// The range that shows everything, and one dollar.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        let values = self.rungs.iter().filter_map(|rung| rung.value);
        Domain::snug(&values.chain([DOLLAR * 1.3]).collect::<Vec<f64>>())
    }
}

/// The margin where nothing else lies between revenue and profit; else what is left of the revenue.
fn margin_step(inputs: &Inputs, revenue: Option<f64>, profit: Option<f64>) -> String {
    const SAME: f64 = 1e-9;
    let Some(share) = profit.zip(revenue).map(|(profit, revenue)| profit / revenue).filter(|share| share.is_finite())
    else {
        return String::new();
    };
    if inputs.lens == Lens::Margin && (share - inputs.commit_margin).abs() < SAME {
        format!("× {} margin", PERCENT.trimmed(share))
    } else {
        format!("{} of revenue", PERCENT.trimmed(share))
    }
}

/// Revenue is no gain; what follows is one if it brings the dollar back.
fn colour(position: usize, value: f64, palette: &Palette) -> RGBColor {
    if position == 0 { palette.ink_3 } else { palette.bar(value - DOLLAR) }
}

/// Where the rungs stand.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderMap {
    /// Dollars for each dollar.
    pub axis: Axis,
    plot: Rect,
    /// Whether names stand above their bars.
    is_stacked: bool,
}

impl LadderMap {
    fn new(data: &Ladder, style: &Style, domain: Domain) -> Self {
        let names =
            data.rungs.iter().flat_map(|rung| [text_width(rung.name, 12.0, true), text_width(&rung.step, 12.0, false)]);
        let names = names.fold(0.0, f64::max) + 18.0;
        let is_stacked = style.width < 2.6 * names;
        let left = if is_stacked { 2.0 } else { names };
        let widths = |negative: bool| {
            let values =
                data.rungs.iter().filter_map(|rung| rung.value).filter(move |value| (*value < 0.0) == negative);
            values.map(|value| text_width(&write(value), 13.0, true)).fold(0.0, f64::max)
        };
        let from = left + if domain.low < 0.0 { widths(true) + OFF + 4.0 } else { 0.0 };
        let to = (style.width - widths(false) - OFF - 4.0).max(from + 10.0);
        let plot = Rect { left, top: HEAD, right: style.width, bottom: (style.height - FOOT).max(HEAD + 4.0) };
        Self { axis: Axis { domain, from, to }, plot, is_stacked }
    }

    fn rung_height(&self) -> f64 {
        (self.plot.bottom - self.plot.top) / 4.0
    }

    fn bar(&self, position: usize, value: f64) -> Rect {
        let height = self.rung_height();
        let (share, middle) = if self.is_stacked { (0.42, 0.70) } else { (0.70, 0.45) };
        let middle = self.plot.top + (whole(position) + middle) * height;
        let half = (height * share).min(THICKEST_BAR) / 2.0;
        let (zero, end) = (self.axis.zero(), self.axis.at(value));
        Rect { left: zero.min(end), right: zero.max(end), top: middle - half, bottom: middle + half }
    }

    /// Where a pointer means a rung.
    fn reach(&self, position: usize) -> Rect {
        let top = self.plot.top + whole(position) * self.rung_height();
        Rect { left: 0.0, right: self.plot.right, top, bottom: top + self.rung_height() }
    }
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Ladder,
    style: &Style,
    domain: Option<Domain>,
) -> Result<LadderMap, ChartError> {
    let map = LadderMap::new(data, style, domain.unwrap_or_else(|| data.natural_domain()));
    let palette = &style.palette;
    for (position, rung) in data.rungs.iter().enumerate() {
        if let Some(value) = rung.value {
            surface.visible_bar(map.bar(position, value), colour(position, value, palette))?;
        }
    }
    let (zero, dollar, plot) = (map.axis.zero(), map.axis.at(DOLLAR), map.plot);
    if map.axis.domain.low < 0.0 {
        surface.line((zero, plot.top), (zero, plot.bottom), palette.ink_3, 1.0)?;
    }
    surface.line((dollar, plot.top - 8.0), (dollar, plot.bottom), palette.ink, 1.0)?;
    for placed in label(data, &map, style).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

fn label(data: &Ladder, map: &LadderMap, style: &Style) -> Board {
    const HEIGHT: f64 = 9.0;
    let palette = &style.palette;
    let mut board = Board::new(Rect { left: 0.0, top: 0.0, right: style.width, bottom: style.height });
    let dollar = map.axis.at(DOLLAR);
    let name = Label::new([(words::dollar_back(), palette.ink_2, false)]);
    board.place(name.or_at(dollar + OFF, HEIGHT, Align::Left).or_at(dollar - OFF, HEIGHT, Align::Right));
    board.avoid(vec![(dollar, map.plot.top - 8.0), (dollar, map.plot.bottom)]);
    for (position, rung) in data.rungs.iter().enumerate() {
        board.place(name_label(rung, map.bar(position, 0.0), map, palette));
        let bar = map.bar(position, rung.value.unwrap_or_default());
        board.take(bar);
        board.place(value_label((rung, data.absent), bar, dollar, palette));
    }
    board
}

fn name_label(rung: &Rung, bar: Rect, map: &LadderMap, palette: &Palette) -> Label {
    let middle = f64::midpoint(bar.top, bar.bottom);
    if map.is_stacked {
        let words = format!("{} {}", rung.name, rung.step);
        return Label::new([(words.trim_end().to_owned(), palette.ink, true)]).or_at(2.0, bar.top - 11.0, Align::Left);
    }
    let name = (rung.name.to_owned(), palette.ink, true);
    let lines = if rung.step.is_empty() { vec![name] } else { vec![name, (rung.step.clone(), palette.ink_2, false)] };
    let y = if lines.len() > 1 { middle - 7.5 } else { middle };
    Label { halo: false, ..Label::new(lines) }.or_at(2.0, y, Align::Left)
}

/// Beyond the bar's end, on the other side of the dollar's line where it would stand on it.
fn value_label((rung, absent): (&Rung, &str), bar: Rect, dollar: f64, palette: &Palette) -> Label {
    let y = f64::midpoint(bar.top, bar.bottom);
    let Some(value) = rung.value else {
        let label = Label::new([(absent.to_owned(), palette.ink_3, false)]);
        return label.or_at(bar.right + OFF, y, Align::Left).or_at(dollar + OFF, y, Align::Left);
    };
    let label = Label { size: 13.0, ..Label::new([(write(value), palette.ink, true)]) };
    if value < 0.0 {
        return label.or_at(bar.left - OFF, y, Align::Right);
    }
    let from = bar.right + OFF;
    let meets_line = from < dollar + OFF && from + label.width() > dollar - OFF;
    label.or_at(if meets_line { dollar + OFF } else { from }, y, Align::Left)
}

/// "4.00": the sub-title names the unit.
fn write(value: f64) -> String {
    RATIO.bare(value)
}

#[allow(clippy::cast_precision_loss, reason = "four rungs")]
fn whole(count: usize) -> f64 {
    count as f64
}
