//! What the lab owes as a share of its revenue by year, its gross profit as another, and apart from them the share of the
//! run-rate at closing.

use super::labels::{Align, Board, Label, text_width};
use super::plot::{Ends, PlotMap, Rect, Unit};
use super::scale::Domain;
use super::stops::Stops;
use super::style::Style;
use super::surface::{ChartError, Point, Surface};
use crate::model::Inputs;
use crate::model::burden::{LabOutcome, LabYearRow};
use crate::wording::lab;
use crate::wording::numbers::{MONEY, PERCENT, RATIO, percent};
use crate::wording::readings::{self, Reading};

const RING: f64 = 5.5;
const POINT: f64 = 2.5;
/// A year that gross profit does not cover.
const SHORT: f64 = 4.5;
/// Between the last year and the labels behind it, and beyond these.
const OFF: f64 = 8.0;
const EDGE: f64 = 4.0;
/// An empty chart still has a scale: up to a tenth.
const LEAST_TOP: f64 = 0.1;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Burden {
    headline: f64,
    first_b: f64,
    run_rate_b: f64,
    later: Option<&'static str>,
    margin: f64,
    years: Vec<LabYearRow>,
    least: Option<(u32, f64)>,
}

impl Burden {
    /// From an outcome.
    #[must_use]
    pub fn new(inputs: &Inputs, outcome: &LabOutcome) -> Self {
        Self {
            headline: outcome.headline_share,
            first_b: outcome.headline_share * inputs.arr0_b,
            run_rate_b: inputs.arr0_b,
            later: lab::later(inputs),
            margin: inputs.lab.lab_gross_margin,
            years: outcome.rows.clone(),
            least: lab::least_covered(outcome).filter(|(_, cover)| *cover < 1.0),
        }
    }

    /// The range that shows everything, from zero.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        Domain::around(self.years.iter().map(|row| row.share).chain([self.headline, self.margin, LEAST_TOP]))
    }

    /// Closing with the share of the run-rate, and each year with its shares.
    #[must_use]
    pub fn stops(&self, map: &PlotMap) -> Stops {
        let values = |t: u32| match t.checked_sub(1) {
            None => vec![self.headline],
            Some(year) => self.years.get(year as usize).map_or_else(Vec::new, |row| vec![row.share, self.margin]),
        };
        Stops::of_years(map, values)
    }

    /// What is read at closing or a year.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        let Some(year) = at.checked_sub(1) else {
            return Some(readings::headline(self.headline, [self.first_b, self.run_rate_b], self.later));
        };
        let row = self.years.get(year)?;
        Some(readings::burden(row.t, row.share, [row.obligations, row.revenue], row.gross_profit_cover))
    }

    fn last_year(&self) -> u32 {
        self.years.last().map_or(1, |row| row.t)
    }

    fn is_short(row: &LabYearRow) -> bool {
        row.gross_profit_cover.is_some_and(|cover| cover < 1.0)
    }
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Burden,
    style: &Style,
    domain: Option<Domain>,
) -> Result<PlotMap, ChartError> {
    let domain = domain.unwrap_or_else(|| data.natural_domain());
    let right = OFF + text_width("gross profit", 12.0, true) + EDGE;
    let map = PlotMap::new(style, domain, data.last_year(), Ends::Points, right, Unit::Percent);
    let palette = &style.palette;
    let path: Vec<Point> = data.years.iter().map(|row| (map.x(f64::from(row.t)), map.y(row.share))).collect();
    let level = [(map.x(0.0), map.y(data.margin)), (map.x(f64::from(data.last_year())), map.y(data.margin))];
    map.draw_axes(surface, style, Unit::Percent)?;
    surface.dashes(&level, palette.ink_3, 1.75)?;
    surface.path(&path, palette.ink, 2.25)?;
    for (point, row) in path.iter().zip(&data.years) {
        let (radius, colour) = if Burden::is_short(row) { (SHORT, palette.loss) } else { (POINT, palette.ink) };
        surface.point(*point, radius, colour)?;
    }
    surface.ring((map.x(0.0), map.y(data.headline)), RING, palette.ink, palette.paper)?;
    for placed in label(data, &map, style, path, level.to_vec()).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// All labels, most important first.
fn label(data: &Burden, map: &PlotMap, style: &Style, path: Vec<Point>, level: Vec<Point>) -> Board {
    let palette = &style.palette;
    let mut board = Board::new(map.room_for_labels(style));
    let ring = (map.x(0.0), map.y(data.headline));
    board.take(around(ring, RING + 1.5));
    for (point, row) in path.iter().zip(&data.years) {
        board.take(around(*point, if Burden::is_short(row) { SHORT } else { POINT }));
    }
    let end = path.last().copied();
    board.avoid(path);
    board.avoid(level);
    ends(&mut board, data, map, style, end);
    if let Some((year, cover)) = data.least {
        board.place(short_label(data, (year, cover), map, style));
    }
    let headline = format!("{} of run-rate", percent(data.headline));
    let when = data.later.unwrap_or("on one day");
    let parts = format!("{} / {}, {when}", MONEY.trimmed(data.first_b), MONEY.trimmed(data.run_rate_b));
    let label = Label::new([(headline, palette.ink, true), (parts, palette.ink_2, false)]);
    let down = [-6.0, 2.0, -24.0, 16.0, -36.0, 28.0, -48.0, 42.0];
    board.place(down.into_iter().fold(label, |label, down| label.or_at(ring.0 + 12.0, ring.1 + down, Align::Left)));
    board
}

fn around((x, y): Point, reach: f64) -> Rect {
    Rect { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

/// Behind the last year: the share, and what the dashes are.
fn ends(board: &mut Board, data: &Burden, map: &PlotMap, style: &Style, end: Option<Point>) {
    let palette = &style.palette;
    let x = map.area.right + 2.0;
    let off = [0.0, -9.0, 9.0, -18.0, 18.0, -27.0, 27.0, -36.0, 36.0, -48.0, 48.0];
    let beside =
        |label: Label, y: f64| off.into_iter().fold(label, |label, down| label.or_at(x, y + down, Align::Left));
    if let (Some((_, y)), Some(row)) = (end, data.years.last()) {
        let lines = [(percent(row.share), palette.ink, true), ("obligations".to_owned(), palette.ink_2, false)];
        board.place(beside(Label::new(lines), y - 7.0));
    }
    let lines =
        [(PERCENT.trimmed(data.margin), palette.ink_2, true), ("gross profit".to_owned(), palette.ink_2, false)];
    board.place(beside(Label::new(lines), map.y(data.margin) - 7.0));
}

/// How far gross profit goes where it goes least far.
fn short_label(data: &Burden, (year, cover): (u32, f64), map: &PlotMap, style: &Style) -> Label {
    let palette = &style.palette;
    let share = data.years.iter().find(|row| row.t == year).map_or(0.0, |row| row.share);
    let (x, y) = (map.x(f64::from(year)), map.y(share));
    let first = (format!("{} of revenue, year {year}", percent(share)), palette.ink, true);
    let covered = if cover > 0.0 { format!("covered {}", RATIO.minus(cover)) } else { "no gross profit".to_owned() };
    let second = (covered, palette.loss, false);
    let label = Label::new([first, second]);
    [-4.0, -14.0, 6.0, -28.0, 20.0, -44.0, 36.0]
        .into_iter()
        .fold(label, |label, down| label.or_at(x + 11.0, y + down, Align::Left).or_at(x - 11.0, y + down, Align::Right))
        .or_at(x, y - 30.0, Align::Centre)
        .or_at(x, y + 16.0, Align::Centre)
}
