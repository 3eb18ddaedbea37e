//! What the lab owes each year, obligation on obligation, against its revenue.

mod names;

use plotters::style::RGBColor;

use names::OFF;

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
/// Between two parts of a bar.
const SEAM: f64 = 1.0;
/// The room behind the last year never takes more than this part of the width.
const MOST_ROOM: f64 = 0.34;
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

    /// What stands behind the last year: names of obligations that run until then and are not listed, and the revenue.
    fn room(&self, listed: &[usize], style: &Style) -> f64 {
        let named = self.owed.iter().enumerate().filter(|(which, _)| !listed.contains(which));
        let running = named.filter(|(_, owed)| owed.by_year.last().is_some_and(|billions| *billions > 0.0));
        let names = running.map(|(_, owed)| text_width(&names::words(owed), 12.0, true));
        let revenue = text_width("revenue", 12.0, true);
        names.fold(revenue, f64::max).min(MOST_ROOM * style.width)
    }
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
    let Layout { map, board, listed } = Layout::new(data, style, domain);
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
    surface.leaders(board.placed(), palette.ink_3)?;
    for placed in board.placed() {
        surface.label(placed, palette.paper)?;
    }
    names::draw_line(surface, data, &listed, style)?;
    Ok(map)
}

/// Where everything stands: names that find no place at their bars are listed in a line below the chart.
struct Layout {
    map: PlotMap,
    board: Board,
    listed: Vec<usize>,
}

impl Layout {
    fn new(data: &Obligations, style: &Style, domain: Domain) -> Self {
        let mut listed = Vec::new();
        loop {
            let inner = Style { height: style.height - names::height(data, &listed, style.width), ..*style };
            let right = OFF + data.room(&listed, &inner) + EDGE;
            let map = PlotMap::between(&inner, domain, (1, data.last_year()), Ends::Bars, right, Unit::Billions);
            let (board, homeless) = label(data, &map, &inner, &listed);
            if homeless.is_empty() {
                return Self { map, board, listed };
            }
            listed.extend(homeless);
            listed.sort_unstable();
        }
    }
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

/// All labels, most important first, and the obligations whose names found no place and are not listed.
fn label(data: &Obligations, map: &PlotMap, style: &Style, listed: &[usize]) -> (Board, Vec<usize>) {
    let revenue = revenue(data, map);
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
    let named = (0..data.owed.len()).filter(|which| !listed.contains(which));
    let homeless = named.filter(|which| !names::place(&mut board, data, map, *which, palette)).collect();
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
    (board, homeless)
}

/// A label at a point, or a little above or below it.
fn beside(label: Label, (x, y): Point, align: Align) -> Label {
    let off = [0.0, -8.0, 8.0, -16.0, 16.0, -24.0, 24.0, -34.0, 34.0, -46.0, 46.0, -60.0, 60.0];
    off.into_iter().fold(label, |label, down| label.or_at(x, y + down, align))
}
