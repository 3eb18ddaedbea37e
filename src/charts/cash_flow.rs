//! Cash flow: a bar for each year, the running balance, and the running balance discounted.

use super::labels::{Align, Board, LINE_HEIGHT, Label, text_width};
use super::plot::{Ends, PlotMap, Rect, Unit};
use super::quiet::{self, Quiet};
use super::scale::Domain;
use super::stops::Stops;
use super::style::{Palette, Style};
use super::surface::{ChartError, Point, Surface};
use crate::model::{Inputs, Outcome, PaybackStatus};
use crate::wording::numbers::{BILLIONS, YEARS, billions_signed, years, years_in_words};
use crate::wording::readings::{self, Reading};

/// Between the plot and the labels at the ends of the lines, and beyond these.
const END_GAP: f64 = 4.0;
const EDGE: f64 = 4.0;
/// Less than this is shown as zero.
const SHOWN: f64 = 0.05;
/// A bar smaller than this carries no value.
const LABELLED_BAR: (f64, f64) = (30.0, 18.0);
const RING: f64 = 5.5;
const POINT: f64 = 3.5;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct CashFlow {
    years: Vec<Year>,
    payback: Option<f64>,
    discounted_payback: Option<f64>,
    discounted_later: bool,
    deepest: Option<(u32, f64)>,
    horizon: u32,
    quiet: Vec<Quiet>,
}

/// The balances of one date, $B.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Year {
    flow: f64,
    balance: f64,
    discounted: f64,
}

impl CashFlow {
    /// From an outcome.
    #[must_use]
    pub fn new(inputs: &Inputs, outcome: &Outcome) -> Self {
        let paid = |status, years: Option<f64>| years.filter(|_| status == PaybackStatus::PaidBack);
        let year = |row: &crate::model::Row| Year { flow: row.net, balance: row.cum, discounted: row.dcum };
        Self {
            years: outcome.rows.iter().map(year).collect(),
            payback: paid(outcome.payback.status, outcome.payback.years),
            discounted_payback: paid(outcome.discounted_payback.status, outcome.discounted_payback.years),
            discounted_later: inputs.discount_rate > 0.0,
            deepest: (outcome.peak_exposure_b > 0.0).then_some((outcome.peak_exposure_year, -outcome.peak_exposure_b)),
            horizon: inputs.horizon_years,
            quiet: Vec::new(),
        }
    }

    /// The same with the running balance of a pinned case as a quiet line.
    #[must_use]
    pub fn with_pin(mut self, name: &str, outcome: &Outcome) -> Self {
        let values = outcome.rows.iter().map(|row| row.cum).collect();
        self.quiet.push(Quiet { name: name.to_owned(), first: 0, values });
        self
    }

    /// The range that shows everything, with round ends.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        let pinned = self.quiet.iter().flat_map(|quiet| quiet.values.iter().copied());
        let values = self.years.iter().flat_map(|year| [year.flow, year.balance, year.discounted]).chain(pinned);
        Domain::close_around(values.filter(|value| value.abs() >= SHOWN))
    }

    /// Each year, with a line through its balances.
    #[must_use]
    pub fn stops(&self, map: &PlotMap) -> Stops {
        Stops::of_years(map, |t| self.year(t).map_or_else(Vec::new, |year| vec![year.balance, year.discounted]))
    }

    /// What is read at a year.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        let (t, year) = (0_u32..).zip(&self.years).nth(at)?;
        Some(readings::cash(t, [year.flow, year.balance, year.discounted], quiet::values(&self.quiet, t)))
    }

    fn year(&self, t: u32) -> Option<&Year> {
        self.years.get(t as usize)
    }

    fn last(&self) -> Option<&Year> {
        self.years.last()
    }

    fn curve(&self, map: &PlotMap, value: impl Fn(&Year) -> f64) -> Vec<Point> {
        self.years.iter().zip(0_u32..).map(|(year, t)| (map.x(f64::from(t)), map.y(value(year)))).collect()
    }
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &CashFlow,
    style: &Style,
    domain: Option<Domain>,
) -> Result<PlotMap, ChartError> {
    let domain = domain.unwrap_or_else(|| data.natural_domain());
    let palette = &style.palette;
    let ends = data.last().map(|last| end_labels(last, style));
    let room = ends.iter().flatten().map(Label::width).fold(0.0, f64::max);
    let map = PlotMap::new(style, domain, data.horizon, Ends::Bars, END_GAP + room + EDGE, Unit::Billions);
    let (balance, discounted) = (data.curve(&map, |year| year.balance), data.curve(&map, |year| year.discounted));
    map.draw_axes(surface, style, Unit::Billions)?;
    draw_bars(surface, data, &map, palette)?;
    quiet::draw(surface, &data.quiet, &map, palette)?;
    surface.dashes(&discounted, palette.ink_3, 1.75)?;
    surface.path(&balance, palette.ink, 2.25)?;

    let board = label(data, &map, style, ends, [balance, discounted]);
    surface.leaders(board.placed(), palette.ink_3)?;
    for placed in board.placed() {
        surface.label(placed, palette.paper)?;
    }
    if let Some(payback) = data.payback {
        surface.ring((map.x(payback), map.y(0.0)), RING, palette.ink, palette.paper)?;
    }
    if let Some((year, depth)) = data.deepest {
        surface.point((map.x(f64::from(year)), map.y(depth)), POINT, palette.ink)?;
    }
    Ok(map)
}

fn bar(map: &PlotMap, t: u32, flow: f64) -> Rect {
    let half = map.bar_width() / 2.0;
    let (x, zero, end) = (map.x(f64::from(t)), map.y(0.0), map.y(flow));
    Rect { left: x - half, right: x + half, top: end.min(zero), bottom: end.max(zero) }
}

fn draw_bars(surface: &Surface<'_>, data: &CashFlow, map: &PlotMap, palette: &Palette) -> Result<(), ChartError> {
    for (year, t) in data.years.iter().zip(0..).filter(|(year, _)| year.flow != 0.0) {
        surface.bar(bar(map, t, year.flow), palette.bar(year.flow))?;
    }
    // The bars stand on the axis, not over it.
    let zero = map.y(0.0);
    surface.line((map.area.left, zero), (map.area.right, zero), palette.ink_2, 1.0)
}

/// All labels, most important first.
fn label(data: &CashFlow, map: &PlotMap, style: &Style, ends: Option<[Label; 2]>, curves: [Vec<Point>; 2]) -> Board {
    let palette = &style.palette;
    let mut board = Board::new(map.room_for_labels(style));
    for curve in curves {
        board.avoid(curve);
    }
    quiet::avoid(&mut board, &data.quiet, map);
    if let Some((ends, last)) = ends.zip(data.last()) {
        for label in beside(ends, last, map) {
            board.place(label);
        }
    }
    for (year, t) in data.years.iter().zip(0..) {
        board.avoid(outline(bar(map, t, year.flow)));
    }
    if let Some((year, depth)) = data.deepest {
        board.take(around((map.x(f64::from(year)), map.y(depth)), POINT));
    }
    if let Some(payback) = data.payback {
        let mark = (map.x(payback), map.y(0.0));
        board.take(around(mark, RING + 1.0));
        board.place(payback_label(data, payback, mark, map, style));
    }
    if let Some((year, depth)) = data.deepest {
        board.place(deepest_label(year, depth, map, style));
    }
    quiet::name(&mut board, &data.quiet, map, palette);
    if !style.is_compact() {
        for (year, t) in data.years.iter().zip(0..) {
            bar_label(year.flow, bar(map, t, year.flow), palette).map(|label| board.place(label));
        }
        board.place(note(map, palette));
    }
    board
}

fn around((x, y): Point, reach: f64) -> Rect {
    Rect { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

/// What labels beside a bar keep off.
fn outline(bar: Rect) -> Vec<Point> {
    let Rect { left, top, right, bottom } = bar;
    vec![(left, bottom), (left, top), (right, top), (right, bottom)]
}

/// The labels at the ends of the two lines: cumulative, discounted.
fn end_labels(last: &Year, style: &Style) -> [Label; 2] {
    let palette = &style.palette;
    let figure = |value: f64, colour| (billions_signed(value), colour, true);
    let name = |name: &str, colour| (name.to_owned(), colour, false);
    let sign = if BILLIONS.is_zero(last.discounted) { palette.ink } else { palette.sign(last.discounted) };
    let discounted = [figure(last.discounted, sign), name("discounted", palette.ink_2), name("= NPV", palette.ink_3)];
    let lines = if style.is_compact() { 2 } else { 3 };
    [
        Label::new([figure(last.balance, palette.ink), name("cumulative", palette.ink_2)]),
        Label::new(discounted.into_iter().take(lines)),
    ]
}

/// Beside the ends of their lines, pushed apart where they would touch.
fn beside(labels: [Label; 2], last: &Year, map: &PlotMap) -> [Label; 2] {
    /// Between the two.
    const GAP: f64 = 3.0;
    let x = map.area.right + END_GAP;
    let [cumulative, discounted] = labels;
    let is_above = last.balance >= last.discounted;
    let (upper, lower) = if is_above { (cumulative, discounted) } else { (discounted, cumulative) };
    let (high, low) = (map.y(last.balance.max(last.discounted)), map.y(last.balance.min(last.discounted)));
    // The upper one moves up and the lower one down, by halves, until they no longer touch.
    let push = (upper.height() + GAP - (low - high)).max(0.0) / 2.0;
    let lowest = map.area.bottom - lower.height() + LINE_HEIGHT;
    let high = (high - push).min(lowest - upper.height() - GAP).max(map.area.top - 5.0);
    let low = (low + push).min(lowest).max(high + upper.height() + GAP);
    [upper.or_at(x, high, Align::Left), lower.or_at(x, low, Align::Left)]
}

fn payback_label(data: &CashFlow, payback: f64, mark: Point, map: &PlotMap, style: &Style) -> Label {
    let palette = &style.palette;
    let mut lines = if style.is_compact() {
        vec![("Recovered after".to_owned(), palette.ink, true), (years(payback), palette.ink, true)]
    } else {
        vec![(format!("Capital recovered after {}", years(payback)), palette.ink, true)]
    };
    if !style.is_compact() && data.discounted_later {
        let discounted = match data.discounted_payback {
            Some(after) => format!("Discounted: after {}", YEARS.minus(after)),
            None => format!("Discounted: not within {}", years_in_words(data.horizon)),
        };
        lines.push((discounted, palette.ink_2, false));
    }
    under_or_over(Label::new(lines).led_to(mark, RING + 1.0), mark, map)
}

/// Places under and over a mark, nearest first, right and left of it.
fn under_or_over(label: Label, (x, y): Point, map: &PlotMap) -> Label {
    const NEAREST: f64 = 26.0;
    const STEP: f64 = 8.0;
    let height = label.height();
    let room = (map.area.bottom - y).max(y - map.area.top);
    let steps = || std::iter::successors(Some(NEAREST), |away| Some(away + STEP)).take_while(|away| *away < room);
    let under = steps().map(|away| y + away);
    let over = steps().map(|away| y - away - height + LINE_HEIGHT);
    // Right of the plot the ends of the lines are named.
    let (left, right) = (x - 4.0, x + 4.0);
    let [fits, is_centred] = [left + label.width(), x + label.width() / 2.0].map(|end| end <= map.area.right);
    under.chain(over).fold(label, |mut label, y| {
        if fits {
            label = label.or_at(left, y, Align::Left);
        }
        label = label.or_at(right, y, Align::Right);
        if is_centred { label.or_at(x, y, Align::Centre) } else { label }
    })
}

fn deepest_label(year: u32, depth: f64, map: &PlotMap, style: &Style) -> Label {
    let (x, y) = (map.x(f64::from(year)), map.y(depth));
    let palette = &style.palette;
    let value = BILLIONS.minus(depth);
    let when = if year == 0 { "at closing".to_owned() } else { format!("in year {year}") };
    let label = if style.is_compact() {
        Label::new([(format!("Deepest: {value}"), palette.ink_2, false)]).or_at(x, y + 15.0, Align::Centre)
    } else {
        let title = Label::new([("Deepest exposure".to_owned(), palette.ink, true)]);
        title.with_tail(format!("{value} {when}"), palette.ink_2)
    };
    let beside = [6.0, 0.0, 12.0, -6.0, 18.0, -14.0, 28.0, -24.0, -34.0];
    beside
        .into_iter()
        .fold(label, |label, down| label.or_at(x + 11.0, y + down, Align::Left).or_at(x - 11.0, y + down, Align::Right))
        .or_at(x, y + 15.0, Align::Centre)
        .or_at(x, y - 15.0, Align::Centre)
}

/// The value of a bar, inside it: at its outer end if positive, at the zero line if negative.
fn bar_label(flow: f64, bar: Rect, palette: &Palette) -> Option<Label> {
    let (width, height) = (bar.right - bar.left, bar.bottom - bar.top);
    let text = billions_signed(flow);
    let fits = width >= LABELLED_BAR.0.max(text_width(&text, 12.0, false)) && height >= LABELLED_BAR.1;
    let label = Label { halo: false, ..Label::new([(text, palette.on(palette.bar(flow)), false)]) };
    let (x, y) = (f64::midpoint(bar.left, bar.right), f64::midpoint(bar.top, bar.bottom));
    let places = [bar.top + 11.0, bar.bottom - 10.0, y];
    fits.then(|| places.into_iter().fold(label, |label, y| label.or_at(x, y, Align::Centre)).off_lines())
}

fn note(map: &PlotMap, palette: &Palette) -> Label {
    let zero = map.y(0.0);
    let x = map.x(0.0) - map.bar_width() / 2.0;
    Label::new([("Bars: cash flow of the year".to_owned(), palette.ink_3, false)])
        .off_lines()
        .or_at(x, zero - 14.0, Align::Left)
        .or_at(x, zero + 14.0, Align::Left)
}
