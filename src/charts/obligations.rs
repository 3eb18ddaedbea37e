//! What the lab owes each year, obligation on obligation, against its revenue.

use plotters::style::RGBColor;

use super::labels::{Align, Board, Label, text_width};
use super::plot::{Ends, PlotMap, Rect, Unit};
use super::scale::Domain;
use super::stops::Stops;
use super::style::{Palette, Style, tint};
use super::surface::{ChartError, Point, Surface};
use crate::model::Inputs;
use crate::model::burden::{LabOutcome, LabYearRow};
use crate::wording::lab;
use crate::wording::numbers::{MONEY, percent};
use crate::wording::readings::{self, Reading};

/// Right of the labels behind the last year.
const EDGE: f64 = 4.0;
/// Between a bar and its label.
const OFF: f64 = 7.0;
/// Between two parts of a bar.
const SEAM: f64 = 1.0;
/// The room behind the last year never takes more than this part of the width.
const MOST_ROOM: f64 = 0.34;
/// How far over a bar its name may stand.
const ABOVE: [f64; 5] = [10.0, 24.0, 38.0, 54.0, 72.0];
/// How dark each obligation is, so that neighbours differ; the seams part them as well.
const TINTS: [f64; 6] = [0.62, 0.34, 0.50, 0.22, 0.70, 0.42];

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Obligations {
    owed: Vec<Owed>,
    years: Vec<LabYearRow>,
    heaviest: Option<(u32, f64)>,
}

/// One obligation with what it asks in each year, $B.
#[derive(Clone, Debug, PartialEq)]
struct Owed {
    name: String,
    yearly_b: f64,
    by_year: Vec<f64>,
}

impl Obligations {
    /// From an outcome.
    #[must_use]
    pub fn new(inputs: &Inputs, outcome: &LabOutcome) -> Self {
        let owed = inputs.lab.owed().enumerate().map(|(at, owed)| Owed {
            name: lab::name(at, owed),
            yearly_b: owed.per_year_b(),
            by_year: outcome.rows.iter().map(|row| owed.in_year(row.t)).collect(),
        });
        Self {
            owed: owed.filter(|owed| owed.by_year.iter().any(|billions| *billions > 0.0)).collect(),
            years: outcome.rows.clone(),
            heaviest: lab::heaviest(outcome).map(|row| (row.t, row.share)),
        }
    }

    /// The range that shows everything, from zero.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        Domain::around(self.years.iter().flat_map(|row| [row.revenue, row.obligations]))
    }

    /// Each year, with its revenue marked.
    #[must_use]
    pub fn stops(&self, map: &PlotMap) -> Stops {
        let revenue = |t: u32| self.years.iter().filter(move |row| row.t == t).map(|row| row.revenue).collect();
        Stops::of_years(map, revenue)
    }

    /// What is read at a year.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        let row = self.years.get(at)?;
        let part = |owed: &Owed| owed.by_year.get(at).copied().unwrap_or_default();
        Some(readings::owed(row, self.owed.iter().map(|owed| (owed.name.as_str(), part(owed)))))
    }

    fn last_year(&self) -> u32 {
        self.years.last().map_or(1, |row| row.t)
    }

    /// The parts of a year from the bottom: which obligation, from where, to where.
    fn parts(&self, at: usize) -> Vec<(usize, f64, f64)> {
        let mut from = 0.0;
        let mut parts = Vec::new();
        for (which, owed) in self.owed.iter().enumerate() {
            let size = owed.by_year.get(at).copied().unwrap_or_default();
            if size > 0.0 {
                parts.push((which, from, from + size));
                from += size;
            }
        }
        parts
    }

    /// What stands behind the last year: names of obligations that run until then, and the revenue.
    fn room(&self, style: &Style) -> f64 {
        let running = self.owed.iter().filter(|owed| owed.by_year.last().is_some_and(|billions| *billions > 0.0));
        let names = running.map(|owed| text_width(&words(owed), 12.0, true));
        let revenue = text_width("revenue", 12.0, true);
        names.fold(revenue, f64::max).min(MOST_ROOM * style.width)
    }
}

/// "Google Cloud $40B".
fn words(owed: &Owed) -> String {
    format!("{} {}", owed.name, MONEY.trimmed(owed.yearly_b))
}

fn colour(which: usize, palette: &Palette) -> RGBColor {
    tint(palette.ink, palette.paper, TINTS.get(which).copied().unwrap_or(0.5))
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Obligations,
    style: &Style,
    domain: Option<Domain>,
) -> Result<PlotMap, ChartError> {
    let domain = domain.unwrap_or_else(|| data.natural_domain());
    let right = OFF + data.room(style) + EDGE;
    let map = PlotMap::between(style, domain, (1, data.last_year()), Ends::Bars, right, Unit::Billions);
    let palette = &style.palette;
    map.draw_axes(surface, style, Unit::Billions)?;
    for at in 0..data.years.len() {
        for (which, from, to) in data.parts(at) {
            surface.bar(part(&map, at, from, to), colour(which, palette))?;
        }
    }
    let revenue = revenue(data, &map);
    surface.path(&revenue, palette.ink, 2.25)?;
    for point in revenue.iter().filter(|_| revenue.len() == 1) {
        surface.point(*point, 2.5, palette.ink)?;
    }
    for placed in label(data, &map, style, revenue).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

fn revenue(data: &Obligations, map: &PlotMap) -> Vec<Point> {
    data.years.iter().map(|row| (map.x(f64::from(row.t)), map.y(row.revenue))).collect()
}

/// A part of the bar of a year; parts above another leave a seam.
fn part(map: &PlotMap, at: usize, from: f64, to: f64) -> Rect {
    let half = map.bar_width() / 2.0;
    let x = map.x(f64::from(u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1)));
    let (low, high) = (map.y(from), map.y(to));
    let seam = if from > 0.0 { SEAM } else { 0.0 };
    Rect { left: x - half, right: x + half, top: high, bottom: (low - seam).max(high) }
}

/// All labels, most important first.
fn label(data: &Obligations, map: &PlotMap, style: &Style, revenue: Vec<Point>) -> Board {
    let palette = &style.palette;
    let mut board = Board::new(map.room_for_labels(style));
    for at in 0..data.years.len() {
        for (_, from, to) in data.parts(at) {
            board.take(part(map, at, from, to));
        }
    }
    let end = revenue.last().copied();
    board.avoid(revenue);
    if let (Some((x, y)), Some(row)) = (end, data.years.last()) {
        let value = MONEY.trimmed(row.revenue);
        let lines = [(value, palette.ink, true), ("revenue".to_owned(), palette.ink_2, false)];
        board.place(beside(Label::new(lines), (x + map.bar_width() / 2.0 + OFF, y), Align::Left));
    }
    for (which, owed) in data.owed.iter().enumerate() {
        place_name(&mut board, data, map, (which, owed), palette);
    }
    if let Some((t, share)) = data.heaviest {
        let top = data.years.iter().find(|row| row.t == t).map_or(0.0, |row| row.obligations);
        let at = (map.x(f64::from(t)), map.y(top));
        let label = Label::new([(format!("{} of revenue", percent(share)), palette.ink, false)]);
        let half = map.bar_width() / 2.0;
        let label = [11.0, 22.0, 34.0].into_iter().fold(label, |label, up| {
            label.or_at(at.0, at.1 - up, Align::Centre).or_at(at.0 - half, at.1 - up, Align::Left)
        });
        board.place(label.off_lines());
    }
    board
}

/// A label at a point, or a little above or below it.
fn beside(label: Label, (x, y): Point, align: Align) -> Label {
    let off = [0.0, -8.0, 8.0, -16.0, 16.0, -24.0, 24.0, -34.0, 34.0, -46.0, 46.0, -60.0, 60.0];
    off.into_iter().fold(label, |label, down| label.or_at(x, y + down, align))
}

/// The name of an obligation: behind its last year, else before its first, else over its bars; with its sum where there
/// is room.
fn place_name(board: &mut Board, data: &Obligations, map: &PlotMap, (which, owed): (usize, &Owed), palette: &Palette) {
    let mine = |at: usize| data.parts(at).into_iter().find(|(one, ..)| *one == which);
    let years: Vec<(usize, f64, f64)> =
        (0..data.years.len()).filter_map(|at| mine(at).map(|(_, from, to)| (at, from, to))).collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return };
    let spot = |(at, from, to): &(usize, f64, f64)| {
        let Rect { left, right, top, bottom } = part(map, *at, *from, *to);
        (left - OFF, right + OFF, f64::midpoint(top, bottom), top)
    };
    let ((_, after, middle, _), (before, _, level, _)) = (spot(last), spot(first));
    for words in [words(owed), owed.name.clone()] {
        let new = || Label::new([(words.clone(), palette.ink, false)]);
        let mut label = beside(new(), (after, middle), Align::Left);
        label = beside(label, (before, level), Align::Right);
        for year in &years {
            let (left, right, middle, top) = spot(year);
            label = label.or_at(right, middle, Align::Left).or_at(left, middle, Align::Right);
            label = ABOVE.into_iter().fold(label, |label, up| label.or_at(left + OFF, top - up, Align::Left));
        }
        if board.place(label) {
            return;
        }
    }
}
