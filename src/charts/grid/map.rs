//! Where the cells of a grid stand.

use super::contour::whole;
use super::data::{Grid, Side};
use crate::charts::labels::text_width;
use crate::charts::plot::Rect;
use crate::charts::style::Style;
use crate::charts::surface::Point;

const TOP: f64 = 24.0;
/// The values and the name of the input.
const BOTTOM: f64 = 42.0;
const RIGHT: f64 = 14.0;
pub(super) const GAP: f64 = 8.0;

/// From cells and values to pixels and back.
#[derive(Clone, Debug, PartialEq)]
pub struct GridMap {
    /// The cells without their labels.
    pub plot: Rect,
    x: Side,
    y: Side,
}

impl GridMap {
    pub(super) fn new(data: &Grid, style: &Style) -> Self {
        let widest = data.y.ticks.iter().map(|(_, text)| text_width(text, 12.0, false)).fold(0.0, f64::max);
        let left = (widest + GAP + 3.0).clamp(24.0, (style.width / 2.0).max(24.0));
        let plot = Rect {
            left,
            top: TOP,
            right: (style.width - RIGHT).max(left + 1.0),
            bottom: (style.height - BOTTOM).max(TOP + 1.0),
        };
        Self { plot, x: data.x.clone(), y: data.y.clone() }
    }

    /// Width and height of a cell.
    #[must_use]
    pub fn cell_size(&self) -> (f64, f64) {
        let width = (self.plot.right - self.plot.left) / whole(self.x.values.len().max(1));
        (width, (self.plot.bottom - self.plot.top) / whole(self.y.values.len().max(1)))
    }

    /// A point given in positions of the two inputs; whole ones are middles of cells.
    pub(super) fn spot(&self, (column, row): (f64, f64)) -> Point {
        let (width, height) = self.cell_size();
        (self.plot.left + (column + 0.5) * width, self.plot.bottom - (row + 0.5) * height)
    }

    /// Neighbouring cells of one row.
    pub(super) fn run(&self, columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> Rect {
        let (left, bottom) = self.spot((whole(columns.start) - 0.5, whole(rows.start) - 0.5));
        let (right, top) = self.spot((whole(columns.end) - 0.5, whole(rows.end) - 0.5));
        Rect { left, top, right, bottom }
    }

    /// The room of a cell: the position of its values along the two inputs.
    #[must_use]
    pub fn cell(&self, column: usize, row: usize) -> Option<Rect> {
        let known = column < self.x.values.len() && row < self.y.values.len();
        known.then(|| self.run(column..column + 1, row..row + 1))
    }

    /// The cell at a point.
    #[must_use]
    pub fn cell_at(&self, (x, y): Point) -> Option<(usize, usize)> {
        let (width, height) = self.cell_size();
        let column = ((x - self.plot.left) / width).floor();
        let row = ((self.plot.bottom - y) / height).floor();
        let find = |position: f64, count: usize| (0..count).find(|at| (whole(*at) - position).abs() < 0.5);
        find(column, self.x.values.len()).zip(find(row, self.y.values.len()))
    }

    /// The two inputs' values at a cell.
    #[must_use]
    pub fn values_at(&self, column: usize, row: usize) -> Option<(f64, f64)> {
        self.x.values.get(column).copied().zip(self.y.values.get(row).copied())
    }

    /// Where a pair of values stands, if it is inside.
    #[must_use]
    pub fn point(&self, x: f64, y: f64) -> Option<Point> {
        self.x.position(x).zip(self.y.position(y)).map(|spot| self.spot(spot))
    }
}
