//! Pinned cases in a chart over time: thin lines with their names, behind the present one.

use super::labels::{Align, Board, Label};
use super::plot::PlotMap;
use super::style::Palette;
use super::surface::{ChartError, Point, Surface};

const WIDTH: f64 = 1.25;
/// How far the middle of a name stands from its line, nearest first.
const AWAY: [f64; 4] = [10.0, -10.0, 16.0, -16.0];

/// A pinned case.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quiet {
    pub name: String,
    /// The deal year of the first value.
    pub first: u32,
    /// A value for each year.
    pub values: Vec<f64>,
}

impl Quiet {
    /// Where the line passes; a longer term than the chart's is cut off at its last year.
    pub fn points(&self, map: &PlotMap) -> Vec<Point> {
        let years = (self.first..=map.last_year).zip(&self.values);
        years.map(|(t, value)| (map.x(f64::from(t)), map.y(*value))).collect()
    }

    /// Its name beside the line, from the end backwards.
    pub fn label(&self, map: &PlotMap, palette: &Palette) -> Label {
        let label = Label::new([(self.name.clone(), palette.ink_3, false)]).off_lines();
        self.points(map).into_iter().rev().fold(label, |label, (x, y)| {
            AWAY.into_iter().fold(label, |label, away| {
                label.or_at(x - 6.0, y + away, Align::Right).or_at(x + 6.0, y + away, Align::Left)
            })
        })
    }
}

/// The values of a year, by the names of the cases.
pub(super) fn values(quiet: &[Quiet], t: u32) -> impl Iterator<Item = (&str, f64)> {
    quiet
        .iter()
        .filter_map(move |quiet| Some((quiet.name.as_str(), *quiet.values.get(t.checked_sub(quiet.first)? as usize)?)))
}

/// Draws the lines.
pub(super) fn draw(surface: &Surface<'_>, quiet: &[Quiet], map: &PlotMap, palette: &Palette) -> Result<(), ChartError> {
    quiet.iter().try_for_each(|quiet| surface.path(&quiet.points(map), palette.ink_3, WIDTH))
}

/// Keeps labels off the lines.
pub(super) fn avoid(board: &mut Board, quiet: &[Quiet], map: &PlotMap) {
    for quiet in quiet {
        board.avoid(quiet.points(map));
    }
}

/// Names the lines where there is room.
pub(super) fn name(board: &mut Board, quiet: &[Quiet], map: &PlotMap, palette: &Palette) {
    for quiet in quiet {
        board.place(quiet.label(map, palette));
    }
}
