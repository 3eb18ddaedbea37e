//! Cash flow: a bar for each year, the running balance, and the running balance discounted.

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend};

use super::labels::{Align, Board, Label, text_width};
use super::plot::{PlotMap, Rect, Unit};
use super::scale::Domain;
use super::style::{Palette, Style};
use super::surface::{ChartError, Point, Surface};
use crate::model::{Inputs, Outcome, PaybackStatus};
use crate::wording::numbers::{BILLIONS, YEARS, billions_signed, years, years_in_words};

/// Room for the labels at the ends of the lines.
const RIGHT: f64 = 84.0;
const WIDEST_BAR: f64 = 40.0;
/// A bar smaller than this carries no value.
const LABELLED_BAR: (f64, f64) = (30.0, 18.0);
const RING: f64 = 5.5;
const POINT: f64 = 3.0;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct CashFlow {
    years: Vec<Year>,
    payback: Option<f64>,
    discounted_payback: Option<f64>,
    discounted_later: bool,
    deepest: Option<(u32, f64)>,
    horizon: u32,
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
        }
    }

    /// The range that shows everything, with round ends.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        Domain::around(self.years.iter().flat_map(|year| [year.flow, year.balance, year.discounted]))
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
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    data: &CashFlow,
    style: &Style,
    domain: Option<Domain>,
) -> Result<PlotMap, ChartError> {
    draw_on(&Surface::new(area, style.ratio), data, style, domain)
}

pub(super) fn draw_on<DB: DrawingBackend>(
    surface: &Surface<'_, DB>,
    data: &CashFlow,
    style: &Style,
    domain: Option<Domain>,
) -> Result<PlotMap, ChartError> {
    let domain = domain.unwrap_or_else(|| data.natural_domain());
    let map = PlotMap::new(style, domain, data.horizon, 0.5, RIGHT, Unit::Billions);
    let palette = &style.palette;
    let (balance, discounted) = (data.curve(&map, |year| year.balance), data.curve(&map, |year| year.discounted));
    map.draw_axes(surface, style, Unit::Billions)?;
    draw_bars(surface, data, &map, palette)?;
    surface.dashes(&discounted, palette.ink_3, 1.75)?;
    surface.path(&balance, palette.ink, 2.25)?;

    let board = label(data, &map, style, balance, discounted);
    if let Some(payback) = data.payback {
        draw_payback(surface, payback, &map, palette, &board)?;
    }
    if let Some((year, depth)) = data.deepest {
        surface.point((map.x(f64::from(year)), map.y(depth)), POINT, palette.ink)?;
    }
    for placed in board.placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

fn bar(map: &PlotMap, t: u32, flow: f64) -> Rect {
    let half = (map.slot() * 0.52).clamp(1.0, WIDEST_BAR) / 2.0;
    let (x, zero, end) = (map.x(f64::from(t)), map.y(0.0), map.y(flow));
    Rect { left: x - half, right: x + half, top: end.min(zero), bottom: end.max(zero) }
}

fn draw_bars<DB: DrawingBackend>(
    surface: &Surface<'_, DB>,
    data: &CashFlow,
    map: &PlotMap,
    palette: &Palette,
) -> Result<(), ChartError> {
    for (year, t) in data.years.iter().zip(0..).filter(|(year, _)| year.flow != 0.0) {
        surface.bar(bar(map, t, year.flow), palette.bar(year.flow))?;
    }
    // The bars stand on the axis, not over it.
    let zero = map.y(0.0);
    surface.line((map.area.left, zero), (map.area.right, zero), palette.ink_2, 1.0)
}

/// The ring where the money is back, and the line to its label.
fn draw_payback<DB: DrawingBackend>(
    surface: &Surface<'_, DB>,
    payback: f64,
    map: &PlotMap,
    palette: &Palette,
    board: &Board,
) -> Result<(), ChartError> {
    let at = (map.x(payback), map.y(0.0));
    let label =
        board.placed().iter().find(|placed| placed.label.lines.iter().any(|line| line.text.contains("recovered")));
    if let Some(room) = label.map(|placed| placed.room) {
        let end = if room.top > at.1 { room.top } else { room.bottom };
        let x = at.0.clamp(room.left, room.right);
        surface.line(at, (x, end), palette.ink_3, 1.0)?;
    }
    surface.ring(at, RING, palette.ink, palette.paper)
}

/// All labels, most important first.
fn label(data: &CashFlow, map: &PlotMap, style: &Style, balance: Vec<Point>, discounted: Vec<Point>) -> Board {
    let palette = &style.palette;
    let mut board = Board::new(map.room_for_labels(style));
    board.avoid(balance);
    board.avoid(discounted);
    if let Some(last) = data.last() {
        let (top, bottom) = end_labels(last, map, style);
        board.place(top);
        board.place(bottom);
    }
    for (year, t) in data.years.iter().zip(0..) {
        board.avoid(outline(bar(map, t, year.flow)));
    }
    if let Some(payback) = data.payback {
        let x = map.x(payback);
        let zero = map.y(0.0);
        board.take(Rect { left: x - 8.0, right: x + 8.0, top: zero - 8.0, bottom: zero + 8.0 });
        board.place(payback_label(data, payback, map, style));
    }
    if let Some((year, depth)) = data.deepest {
        board.place(deepest_label(year, depth, map, style));
    }
    if !style.is_compact() {
        for (year, t) in data.years.iter().zip(0..) {
            bar_label(year.flow, bar(map, t, year.flow), palette).map(|label| board.place(label));
        }
    }
    if !style.is_compact() {
        board.place(note(map, palette));
    }
    board
}

fn outline(bar: Rect) -> Vec<Point> {
    let Rect { left, top, right, bottom } = bar;
    vec![(left, bottom), (left, top), (right, top), (right, bottom)]
}

/// The labels at the ends of the two lines, pushed apart where they would touch.
fn end_labels(last: &Year, map: &PlotMap, style: &Style) -> (Label, Label) {
    /// Two lines, and three.
    const TALL: f64 = 32.0;
    const TALLER: f64 = 47.0;
    let palette = &style.palette;
    let x = map.area.right - map.slot() * 0.5 + 12.0;
    let (mut balance, mut discounted) = (map.y(last.balance), map.y(last.discounted));
    // The upper one moves up and the lower one down, by halves, until they no longer touch.
    let (need, sign) = if balance <= discounted { (TALL, 1.0) } else { (TALLER, -1.0) };
    let push = sign * (need - (balance - discounted).abs()).max(0.0) / 2.0;
    (balance, discounted) = (balance - push, discounted + push);
    let lowest = map.area.bottom + 8.0;
    let below = (balance + TALL - lowest).max(discounted + TALLER - lowest).max(0.0);
    let above = (map.area.top - balance.min(discounted)).max(0.0);
    let shift = above - below;
    let first = Label::new([
        (billions_signed(last.balance), palette.ink, true),
        ("cumulative".to_owned(), palette.ink_2, false),
    ]);
    let second = Label::new([
        (billions_signed(last.discounted), palette.sign(last.discounted), true),
        ("discounted".to_owned(), palette.ink_2, false),
        (if style.is_compact() { "NPV" } else { "= NPV" }.to_owned(), palette.ink_2, false),
    ]);
    (first.or_at(x, balance + shift, Align::Left), second.or_at(x, discounted + shift, Align::Left))
}

fn payback_label(data: &CashFlow, payback: f64, map: &PlotMap, style: &Style) -> Label {
    let palette = &style.palette;
    let (x, zero) = (map.x(payback), map.y(0.0));
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
    let mut label = Label::new(lines);
    let room = map.area.right - x;
    let below = (map.area.bottom - zero).max(0.0);
    let above = (zero - map.area.top).max(0.0);
    let align = if label.width() < room { Align::Left } else { Align::Right };
    let side = if align == Align::Left { -4.0 } else { 4.0 };
    for share in [0.62, 0.75, 0.5, 0.4, 0.88, 0.3] {
        label = label.or_at(x + side, zero + share * below, align).or_at(x, zero + share * below, Align::Centre);
    }
    for share in [0.7, 0.85, 0.5, 0.35] {
        label = label.or_at(x + side, zero - share * above, align).or_at(x - 12.0, zero - share * above, Align::Right);
    }
    label
}

fn deepest_label(year: u32, depth: f64, map: &PlotMap, style: &Style) -> Label {
    let (x, y) = (map.x(f64::from(year)), map.y(depth));
    let value = BILLIONS.minus(depth);
    let text = match (style.is_compact(), year) {
        (true, _) => format!("Deepest: {value}"),
        (false, 0) => format!("Deepest exposure {value} at closing"),
        (false, _) => format!("Deepest exposure {value} in year {year}"),
    };
    Label::new([(text, style.palette.ink_2, false)])
        .or_at(x + 11.0, y + 6.0, Align::Left)
        .or_at(x, y + 16.0, Align::Centre)
        .or_at(x - 11.0, y + 6.0, Align::Right)
        .or_at(x + 11.0, y + 16.0, Align::Left)
        .or_at(x + 11.0, y - 6.0, Align::Left)
}

/// The value of a bar, inside it: at its outer end if positive, at the zero line if negative.
fn bar_label(flow: f64, bar: Rect, palette: &Palette) -> Option<Label> {
    let (width, height) = (bar.right - bar.left, bar.bottom - bar.top);
    let text = billions_signed(flow);
    let fits = width >= LABELLED_BAR.0.max(text_width(&text, 12.0, false)) && height >= LABELLED_BAR.1;
    let label = Label { halo: false, ..Label::new([(text, palette.ink, false)]) };
    fits.then(|| label.or_at(f64::midpoint(bar.left, bar.right), bar.top + 10.0, Align::Centre))
}

fn note(map: &PlotMap, palette: &Palette) -> Label {
    let zero = map.y(0.0);
    let x = map.x(0.0) - map.slot() * 0.26;
    Label::new([("Bars: cash flow of the year".to_owned(), palette.ink_3, false)])
        .off_lines()
        .or_at(x, zero - 14.0, Align::Left)
        .or_at(x, map.area.top + 12.0, Align::Left)
        .or_at(x, map.area.bottom - 10.0, Align::Left)
}
