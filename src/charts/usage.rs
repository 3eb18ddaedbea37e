//! What the buyer's commitment alone is worth at each usage, with the usage at which it breaks even and the present one.

use super::axis::{Axis, GAP, label_room};
use super::labels::{Align, Board, Label, text_width};
use super::plot::Rect;
use super::scale::Domain;
use super::stops::{Mark, Stop, Stops};
use super::style::Style;
use super::surface::{ChartError, Point, Surface};
use crate::model::Inputs;
use crate::model::buyer::{BuyerOutcome, commit_benefit};
use crate::wording::buyer::money;
use crate::wording::numbers::{MILLIONS, PERCENT, WHOLE_PERCENT, percent};
use crate::wording::readings::{self, Reading};
use crate::wording::sections::usage::{reach, usages};

const TOP: f64 = 16.0;
const BOTTOM: f64 = 46.0;
const EDGE: f64 = 16.0;
const RING: f64 = 5.5;
const POINT: f64 = 4.0;
/// From the plot down to the middle of the tick labels, and of what they measure.
const BELOW: f64 = 15.0;
const NAME: f64 = 34.0;
/// Between two positions that are read.
const READ: usize = 5;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Usage {
    /// Usage and $M.
    curve: Vec<Point>,
    here: Point,
    break_even: Option<f64>,
    reach: f64,
    /// What is read, rising: every twentieth, the present usage, and the break-even.
    read: Vec<Point>,
}

impl Usage {
    /// From an outcome.
    #[must_use]
    pub fn new(inputs: &Inputs, outcome: &BuyerOutcome) -> Self {
        let at = |usage: f64| (usage, commit_benefit(inputs, usage));
        let curve: Vec<Point> = usages(inputs).into_iter().map(at).collect();
        let reach = reach(inputs);
        let here = at(inputs.buyer.usage_realised.min(reach));
        let break_even = outcome.break_even_usage.filter(|usage| *usage <= reach);
        let mut read: Vec<Point> = curve.iter().step_by(READ).copied().collect();
        read.extend(break_even.map(|usage| (usage, 0.0)));
        read.push(here);
        read.sort_by(|a, b| a.0.total_cmp(&b.0));
        read.dedup_by(|a, b| (a.0 - b.0).abs() < 1e-9);
        Self { curve, here, break_even, reach, read }
    }

    /// The range that shows everything, with round ends.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        Domain::around(self.curve.iter().map(|(_, worth)| *worth))
    }

    /// Every twentieth of usage, the present one and the break-even.
    #[must_use]
    pub fn stops(&self, map: &UsageMap) -> Stops {
        let half = |from: f64, to: f64| f64::midpoint(map.across.at(from), map.across.at(to));
        let stop = |at: usize| {
            let (usage, worth) = self.read.get(at).copied()?;
            let before = at.checked_sub(1).and_then(|at| self.read.get(at)).map_or(usage, |one| one.0);
            let after = self.read.get(at + 1).map_or(usage, |one| one.0);
            let (x, y) = map.at((usage, worth));
            let reach = Rect { left: half(before, usage), right: half(usage, after), ..map.plot };
            let rule = Some(Rect { left: x, right: x, ..map.plot });
            Some(Stop { reach, mark: Mark { rule, dots: vec![(x, y)], frame: None } })
        };
        Stops((0..self.read.len()).filter_map(stop).collect())
    }

    /// What is read at a position.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        self.read.get(at).map(|(usage, worth)| readings::usage(*usage, *worth))
    }
}

/// Where usages and values stand.
#[derive(Clone, Debug, PartialEq)]
pub struct UsageMap {
    /// $M, upright.
    pub axis: Axis,
    /// Usage, lying.
    pub across: Axis,
    plot: Rect,
}

impl UsageMap {
    fn new(data: &Usage, style: &Style, domain: Domain) -> Self {
        let left = label_room(domain) + 2.0;
        let right = (style.width - EDGE).max(left + 10.0);
        let plot = Rect { left, top: TOP, right, bottom: (style.height - BOTTOM).max(TOP + 4.0) };
        let across = Axis { domain: Domain { low: 0.0, high: data.reach }, from: plot.left, to: plot.right };
        Self { axis: Axis { domain, from: plot.bottom, to: plot.top }, across, plot }
    }

    fn at(&self, (usage, worth): Point) -> Point {
        (self.across.at(usage), self.axis.at(worth))
    }

    /// The usages that find room beside each other.
    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        let room = text_width("100%", 12.0, false) + 2.0 * GAP;
        let width = |step: f64| self.across.at(step) - self.across.at(0.0);
        let step = [0.25, 0.5, 1.0, 2.5].into_iter().find(|step| width(*step) >= room).unwrap_or(5.0);
        let end = self.across.domain.high + 1e-9;
        (0..41_u32).map(move |at| f64::from(at) * step).take_while(move |usage| *usage <= end)
    }

    fn draw_axes(&self, surface: &Surface<'_>, style: &Style) -> Result<(), ChartError> {
        let palette = &style.palette;
        let plot = self.plot;
        self.axis.draw_levels(surface, style, plot)?;
        let zero = self.axis.zero();
        surface.line((plot.left, zero), (plot.right, zero), palette.ink_2, 1.0)?;
        for usage in self.ticks() {
            let (x, text) = (self.across.at(usage), WHOLE_PERCENT.minus(usage));
            let half = text_width(&text, 12.0, false) / 2.0;
            let at = (x.clamp(half, (style.width - half).max(half)), plot.bottom + BELOW);
            surface.line((x, plot.bottom), (x, plot.bottom + 4.0), palette.ink_3, 1.0)?;
            surface.text(&text, at, Align::Centre, palette.ink_2, 12.0, false)?;
        }
        let middle = f64::midpoint(plot.left, plot.right);
        let name = "Share of forecast demand that is used";
        surface.text(name, (middle, plot.bottom + NAME), Align::Centre, palette.ink_3, 12.0, false)
    }
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Usage,
    style: &Style,
    domain: Option<Domain>,
) -> Result<UsageMap, ChartError> {
    let map = UsageMap::new(data, style, domain.unwrap_or_else(|| data.natural_domain()));
    let palette = &style.palette;
    map.draw_axes(surface, style)?;
    let curve: Vec<Point> = data.curve.iter().map(|point| map.at(*point)).collect();
    surface.path(&curve, palette.ink, 2.25)?;
    if let Some(usage) = data.break_even {
        surface.point(map.at((usage, 0.0)), POINT, palette.ink)?;
    }
    surface.ring(map.at(data.here), RING, palette.ink, palette.paper)?;
    for placed in label(data, &map, style, curve).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// All labels, most important first.
fn label(data: &Usage, map: &UsageMap, style: &Style, curve: Vec<Point>) -> Board {
    let palette = &style.palette;
    let mut board = Board::new(Rect { left: map.plot.left, top: 0.0, right: style.width, bottom: map.plot.bottom });
    let (here, zero) = (map.at(data.here), map.axis.zero());
    board.take(around(here, RING + 1.5));
    let crossing = data.break_even.map(|usage| map.at((usage, 0.0)));
    if let Some(crossing) = crossing {
        board.take(around(crossing, POINT));
    }
    board.avoid(curve);
    board.avoid(vec![(map.plot.left, zero), (map.plot.right, zero)]);
    let (usage, worth) = data.here;
    let colour = if MILLIONS.is_zero(worth) { palette.ink } else { palette.sign(worth) };
    let case = format!("at {}, your case", PERCENT.trimmed(usage));
    board.place(near(Label::new([(money(worth), colour, true), (case, palette.ink_2, false)]), here));
    if let (Some(usage), Some(crossing)) = (data.break_even, crossing) {
        let lines =
            [("Breaks even".to_owned(), palette.ink, true), (format!("at {}", percent(usage)), palette.ink, true)];
        board.place(near(Label::new(lines), crossing));
    }
    board
}

fn around((x, y): Point, reach: f64) -> Rect {
    Rect { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

/// Places around a mark, nearest first.
fn near(label: Label, (x, y): Point) -> Label {
    let rings = [10.0, 22.0, 36.0, 52.0, 70.0];
    rings.into_iter().fold(label, |label, away| {
        let label = label.or_at(x + 11.0, y + away, Align::Left).or_at(x - 11.0, y - away - 8.0, Align::Right);
        let label = label.or_at(x + 11.0, y - away - 8.0, Align::Left).or_at(x - 11.0, y + away, Align::Right);
        label.or_at(x, y + away + 6.0, Align::Centre).or_at(x, y - away - 20.0, Align::Centre)
    })
}
