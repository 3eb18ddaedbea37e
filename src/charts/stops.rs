//! The positions of a finished chart that can be read one by one: where they are hit, how they are marked, and where
//! there is room beside them for what is read.

use super::plot::{PlotMap, Rect};
use super::surface::Point;

/// One position.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Where a pointer means this position.
    pub reach: Rect,
    /// How it is marked.
    pub mark: Mark,
}

/// What is laid over the drawing at a position.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// A line through the plot, as a rectangle without width.
    pub rule: Option<Rect>,
    /// Values on lines.
    pub dots: Vec<Point>,
    /// A bar, framed.
    pub frame: Option<Rect>,
}

/// All positions of a chart in the order of its keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stops(pub Vec<Stop>);

/// Between what is marked and what is read.
const GAP: f64 = 10.0;
/// Kept free around a marked value.
const AROUND: f64 = 7.0;

impl Rect {
    /// How far a point is away, squared; nothing inside.
    fn away(&self, (x, y): Point) -> f64 {
        let across = (self.left - x).max(x - self.right).max(0.0);
        let down = (self.top - y).max(y - self.bottom).max(0.0);
        across * across + down * down
    }

    fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The same, larger on all sides.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

impl Stops {
    /// One position for each year of a plot, marked by a line with the values of that year on it.
    pub(super) fn of_years(map: &PlotMap, values: impl Fn(u32) -> Vec<f64>) -> Self {
        let half = map.slot() / 2.0;
        let stop = |t: u32| {
            let x = map.x(f64::from(t));
            let reach = Rect { left: x - half, right: x + half, ..map.area };
            let rule = Some(Rect { left: x, right: x, ..map.area });
            let dots = values(t).into_iter().map(|value| (x, map.y(value))).collect();
            Stop { reach, mark: Mark { rule, dots, frame: None } }
        };
        Self((map.first_year..=map.last_year).map(stop).collect())
    }

    /// Positions that are bars, each with the room where it is hit.
    pub(super) fn of_bars(bars: impl Iterator<Item = (Rect, Rect)>) -> Self {
        let stop = |(reach, bar)| Stop { reach, mark: Mark { frame: Some(bar), ..Mark::default() } };
        Self(bars.map(stop).collect())
    }

    /// The position that a pointer means: the nearest one.
    #[must_use]
    pub fn at(&self, point: Point) -> Option<usize> {
        let away = |stop: &Stop| stop.reach.away(point);
        let nearest = self.0.iter().enumerate().min_by(|(_, a), (_, b)| away(a).total_cmp(&away(b)));
        nearest.map(|(at, _)| at)
    }

    /// How a position is marked.
    #[must_use]
    pub fn mark(&self, at: usize) -> Option<&Mark> {
        self.0.get(at).map(|stop| &stop.mark)
    }
}

impl Mark {
    /// What may not be covered by what is read.
    fn kept(&self) -> Option<Rect> {
        let dots = self.dots.iter().map(|(x, y)| Rect { left: *x, right: *x, top: *y, bottom: *y }.grown(AROUND));
        dots.chain(self.frame).reduce(Rect::with).or(self.rule)
    }

    /// The upper left corner for a panel of a size, over a plot of a size: beside the mark, else above or below it.
    /// It never leaves the plot to the left or right while it is no wider, and never covers what is marked.
    #[must_use]
    pub fn beside(&self, (width, height): (f64, f64), plot: (f64, f64)) -> Point {
        let Some(mark) = self.kept() else { return (0.0, 0.0) };
        let middle = (f64::midpoint(mark.left, mark.right), f64::midpoint(mark.top, mark.bottom));
        let within = |start: f64, size: f64, room: f64| start.min(room - size).max(0.0);
        let level = within(middle.1 - height / 2.0, height, plot.1);
        if mark.right + GAP + width <= plot.0 {
            return (mark.right + GAP, level);
        }
        if mark.left - GAP - width >= 0.0 {
            return (mark.left - GAP - width, level);
        }
        let across = within(middle.0 - width / 2.0, width, plot.0);
        let above = mark.top - GAP - height;
        let below = mark.bottom + GAP;
        // Above the plot stand words that can be covered for a moment; what is below may be the edge of the window.
        let is_below = above < 0.0 && below + height <= plot.1;
        (across, if is_below { below } else { above })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn columns() -> Stops {
        let column = |at: f64| Rect { left: at * 10.0, right: at * 10.0 + 10.0, top: 0.0, bottom: 50.0 };
        Stops::of_bars([0.0, 1.0, 2.0].into_iter().map(|at| (column(at), column(at))))
    }

    #[test]
    fn the_nearest_position_is_meant() {
        for (x, expected) in [(-90.0, 0), (1.0, 0), (14.0, 1), (29.0, 2), (400.0, 2)] {
            assert_eq!(columns().at((x, 25.0)), Some(expected), "{x}");
        }
        assert_eq!(Stops::default().at((1.0, 1.0)), None);
        assert_eq!(columns().mark(3), None);
    }

    proptest! {
        #[test]
        fn what_is_read_never_covers_what_is_marked(
            width in 280.0..1600.0, x in 0.0..1.0, y in 0.0..1.0, more in 0.0..1.0, wide in 80.0..270.0, high in 20.0..140.0,
        ) {
            let plot = (width, 300.0);
            let dots = vec![(x * width, y * 300.0), (x * width, more * 300.0)];
            let frame = Rect { left: x * width * more, right: x * width, top: y * 280.0, bottom: y * 280.0 + 20.0 };
            for mark in [Mark { dots, ..Mark::default() }, Mark { frame: Some(frame), ..Mark::default() }] {
                let (left, top) = mark.beside((wide, high), plot);
                prop_assert!(left >= 0.0 && left + wide <= width + 1e-9, "{left} + {wide} of {width}");
                let kept = mark.kept().unwrap();
                let apart = left >= kept.right || left + wide <= kept.left || top >= kept.bottom || top + high <= kept.top;
                prop_assert!(apart, "{left}, {top} on {kept:?}");
            }
        }
    }
}
