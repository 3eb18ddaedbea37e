//! A value over two inputs: cells in one hue a sign, the line where the sign changes, and the present inputs.

mod cells;
mod contour;
mod data;
mod map;
mod names;

use super::style::{Palette, Style};
use super::surface::{ChartError, Point, Surface};
use contour::{Field, simplified, whole};

pub use data::{Grid, Measure, Side};
pub use map::GridMap;

const LINE: f64 = 2.25;
const CASING: f64 = 6.0;
const RING: f64 = 5.5;
/// How far, in pixels, the line may be from the interpolated one: less than can be drawn.
const TOLERANCE: f64 = 0.45;

/// Draws the chart. `scale` holds the colours still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(surface: &Surface<'_>, data: &Grid, style: &Style, scale: Option<f64>) -> Result<GridMap, ChartError> {
    let map = GridMap::new(data, style);
    let palette = &style.palette;
    let scale = scale.unwrap_or_else(|| data.natural_scale());
    cells::draw(surface, data, &map, scale, palette)?;
    let lines = zero_lines(data, &map);
    draw_lines(surface, &lines, palette)?;
    let here = data.here.and_then(|here| map.point(here.x, here.y));
    if let Some(at) = here {
        surface.ring(at, RING, palette.ink, palette.paper)?;
    }
    for placed in names::label(data, &map, style, &lines, here).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

fn draw_lines(surface: &Surface<'_>, lines: &[Vec<Point>], palette: &Palette) -> Result<(), ChartError> {
    for (colour, width) in [(palette.paper, CASING), (palette.ink, LINE)] {
        for line in lines {
            surface.path(line, colour, width)?;
        }
    }
    Ok(())
}

/// The lines of the zero contour in pixels. Values stand for the middles of cells; half a cell around all of them the
/// values are continued straight, so that lines reach the edge.
fn zero_lines(data: &Grid, map: &GridMap) -> Vec<Vec<Point>> {
    let (columns, rows) = (data.columns(), data.rows());
    if columns == 0 || rows == 0 {
        return Vec::new();
    }
    let row = |row: usize| -> Vec<Option<f64>> {
        let inner: Vec<Option<f64>> = (0..columns).map(|column| data.line(column, row)).collect();
        continued(&inner)
    };
    let inner: Vec<Vec<Option<f64>>> = (0..rows).map(row).collect();
    let column = |at: usize| -> Vec<Option<f64>> {
        continued(&inner.iter().map(|row| row.get(at).copied().flatten()).collect::<Vec<_>>())
    };
    let upright: Vec<Vec<Option<f64>>> = (0..columns + 2).map(column).collect();
    let values: Vec<Option<f64>> =
        (0..rows + 2).flat_map(|row| upright.iter().map(move |column| column.get(row).copied().flatten())).collect();
    let field = Field { columns: columns + 2, values: &values };
    let pixels = |line: Vec<Point>| -> Vec<Point> {
        line.into_iter().map(|(x, y)| map.spot((inward(x, columns), inward(y, rows)))).collect()
    };
    field.zero_lines().into_iter().map(|line| simplified(&pixels(line), TOLERANCE)).collect()
}

/// A row with half a step more at both ends.
fn continued(inner: &[Option<f64>]) -> Vec<Option<f64>> {
    let beyond = |end: Option<f64>, next: Option<f64>| match (end, next) {
        (Some(end), Some(next)) => Some(end + (end / 2.0 - next / 2.0)),
        (end, _) => end,
    };
    let at = |position: usize| inner.get(position).copied().flatten();
    let last = inner.len().saturating_sub(1);
    let first = beyond(at(0), at(1));
    let end = beyond(at(last), last.checked_sub(1).and_then(at));
    std::iter::once(first).chain(inner.iter().copied()).chain(std::iter::once(end)).collect()
}

/// From positions among the continued values to positions among the cells.
fn inward(position: f64, count: usize) -> f64 {
    let inside = (position - 1.0).clamp(0.0, whole(count) - 1.0);
    let beyond = position - 1.0 - inside;
    inside + beyond * 0.5
}
