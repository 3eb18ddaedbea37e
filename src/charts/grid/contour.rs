//! Where a field of values crosses zero: marching squares with linear interpolation, joined to lines.

/// A point of a line, in columns and rows.
pub type Spot = (f64, f64);

/// Values on a lattice, row by row; some may be missing.
pub struct Field<'a> {
    /// Values in a row.
    pub columns: usize,
    /// All of them.
    pub values: &'a [Option<f64>],
}

/// Which two edges of a square meet; an edge crosses zero in one point and belongs to two squares at most.
type Edge = usize;
const NONE: Edge = usize::MAX;

impl Field<'_> {
    fn at(&self, column: usize, row: usize) -> Option<f64> {
        (column < self.columns).then(|| self.values.get(row * self.columns + column).copied().flatten()).flatten()
    }

    fn rows(&self) -> usize {
        self.values.len().checked_div(self.columns).unwrap_or(0)
    }

    /// The lines along which the field is zero. A line ends at the border or where values are missing; others close.
    #[must_use]
    pub fn zero_lines(&self) -> Vec<Vec<Spot>> {
        let mut next = vec![[NONE; 2]; 2 * self.values.len()];
        for row in 0..self.rows().saturating_sub(1) {
            for column in 0..self.columns.saturating_sub(1) {
                for (a, b) in self.square(column, row).into_iter().flatten() {
                    join(&mut next, a, b);
                    join(&mut next, b, a);
                }
            }
        }
        let mut lines = Vec::new();
        // Lines with ends first, from one of the ends; what is left are rings.
        for ends in [1, 2] {
            for edge in 0..next.len() {
                if next.get(edge).is_some_and(|links| links.iter().filter(|link| **link != NONE).count() == ends) {
                    lines.push(self.follow(edge, &mut next));
                }
            }
        }
        lines
    }

    /// The line through one square: none, one, or two where opposite corners have the same sign.
    fn square(&self, column: usize, row: usize) -> [Option<(Edge, Edge)>; 2] {
        let corners =
            [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)].map(|(c, r)| self.at(c, r));
        let [Some(a), Some(b), Some(c), Some(d)] = corners else { return [None, None] };
        let [above_a, above_b, above_c, above_d] = [a, b, c, d].map(|value| value >= 0.0);
        let below = 2 * (row * self.columns + column);
        let (left, above, right) = (below + 1, below + 2 * self.columns, below + 3);
        let crossed =
            [(below, above_a, above_b), (right, above_b, above_c), (above, above_c, above_d), (left, above_d, above_a)];
        let mut edges = crossed.into_iter().filter(|(_, from, to)| from != to).map(|(edge, ..)| edge);
        match (edges.next(), edges.next(), edges.next(), edges.next()) {
            (Some(first), Some(second), None, _) => [Some((first, second)), None],
            (Some(_), Some(_), Some(_), Some(_)) => {
                let centre = a / 4.0 + b / 4.0 + c / 4.0 + d / 4.0;
                if (centre >= 0.0) == above_a {
                    [Some((below, right)), Some((above, left))]
                } else {
                    [Some((left, below)), Some((right, above))]
                }
            }
            _ => [None, None],
        }
    }

    /// Walks along linked edges and takes the links away.
    fn follow(&self, start: Edge, next: &mut [[Edge; 2]]) -> Vec<Spot> {
        let mut line = vec![self.crossing(start)];
        let mut edge = start;
        loop {
            let Some(to) = next.get(edge).and_then(|links| links.iter().copied().find(|link| *link != NONE)) else {
                return line;
            };
            unlink(next, edge, to);
            unlink(next, to, edge);
            line.push(self.crossing(to));
            edge = to;
        }
    }

    /// Where the field is zero on an edge.
    fn crossing(&self, edge: Edge) -> Spot {
        let (column, row) = ((edge / 2) % self.columns, (edge / 2) / self.columns);
        let upright = edge % 2 == 1;
        let from = self.at(column, row).unwrap_or_default();
        let to = if upright { self.at(column, row + 1) } else { self.at(column + 1, row) }.unwrap_or_default();
        // Halves, so that the difference of the largest values is finite.
        let share = (from / 2.0) / (from / 2.0 - to / 2.0);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        let (column, row) = (whole(column), whole(row));
        if upright { (column, row + share) } else { (column + share, row) }
    }
}

fn join(next: &mut [[Edge; 2]], from: Edge, to: Edge) {
    if let Some(free) = next.get_mut(from).and_then(|links| links.iter_mut().find(|link| **link == NONE)) {
        *free = to;
    }
}

fn unlink(next: &mut [[Edge; 2]], from: Edge, to: Edge) {
    if let Some(link) = next.get_mut(from).and_then(|links| links.iter_mut().find(|link| **link == to)) {
        *link = NONE;
    }
}

/// Leaves out points that lie on the straight line between their neighbours, but for `tolerance`.
#[must_use]
pub fn simplified(line: &[Spot], tolerance: f64) -> Vec<Spot> {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Vec::new() };
    let farthest = line
        .iter()
        .enumerate()
        .map(|(at, spot)| (at, distance(*spot, *first, *last)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .filter(|(at, off)| *off > tolerance && *at > 0 && *at + 1 < line.len());
    let Some((at, _)) = farthest else { return vec![*first, *last] };
    let (before, after) = (line.get(..=at).unwrap_or_default(), line.get(at..).unwrap_or_default());
    let mut points = simplified(before, tolerance);
    points.pop();
    points.extend(simplified(after, tolerance));
    points
}

/// From a point to the line between two others, or to the first where they are one.
fn distance(spot: Spot, from: Spot, to: Spot) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (x, y) = (spot.0 - from.0, spot.1 - from.1);
    let length = libm::hypot(dx, dy);
    if length < 1e-9 { libm::hypot(x, y) } else { (x * dy - y * dx).abs() / length }
}

#[allow(clippy::cast_precision_loss, reason = "a few hundred columns")]
pub(super) fn whole(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small positions")]
mod tests {
    use proptest::prelude::*;

    use super::{Field, simplified, whole};

    fn lines(columns: usize, rows: usize, value: impl Fn(f64, f64) -> f64) -> Vec<Vec<(f64, f64)>> {
        let values: Vec<Option<f64>> = (0..rows)
            .flat_map(|row| (0..columns).map(move |column| (whole(column), whole(row))))
            .map(|(x, y)| Some(value(x, y)))
            .collect();
        Field { columns, values: &values }.zero_lines()
    }

    #[test]
    fn a_plane_is_zero_on_one_straight_line() {
        let found = lines(6, 5, |x, y| x + y - 3.5);
        assert_eq!(found.len(), 1);
        assert!(found[0].iter().all(|(x, y)| (x + y - 3.5).abs() < 1e-12));
        assert_eq!(simplified(&found[0], 1e-6).len(), 2);
    }

    #[test]
    fn a_hill_has_a_ring_around_it() {
        let found = lines(9, 9, |x, y| 6.0 - (x - 4.0) * (x - 4.0) - (y - 4.0) * (y - 4.0));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].first(), found[0].last());
    }

    #[test]
    fn a_saddle_has_two_lines_and_no_sign_has_none() {
        assert_eq!(lines(2, 2, |x, y| (x - 0.4) * (y - 0.4)).len(), 2);
        for value in [-1.0, 1.0] {
            assert!(lines(4, 4, |_, _| value).is_empty());
        }
        assert!(Field { columns: 0, values: &[] }.zero_lines().is_empty());
        assert!(Field { columns: 3, values: &[None; 9] }.zero_lines().is_empty());
    }

    proptest! {
        #[test]
        fn lines_lie_between_the_signs(values in prop::collection::vec(prop::option::weighted(0.9, any::<f64>()), 36)) {
            let values: Vec<Option<f64>> = values.into_iter().map(|value| value.filter(|value| value.is_finite())).collect();
            let field = Field { columns: 6, values: &values };
            for line in field.zero_lines() {
                prop_assert!(line.len() >= 2);
                for (x, y) in line {
                    let near = |column: usize, row: usize| (whole(column) - x).abs() < 1.0 && (whole(row) - y).abs() < 1.0;
                    let signs: Vec<bool> = (0..36)
                        .filter(|at| near(at % 6, at / 6) || libm::hypot(whole(at % 6) - x, whole(at / 6) - y) <= 1.0)
                        .filter_map(|at| values[at].map(|value| value >= 0.0))
                        .collect();
                    prop_assert!(signs.contains(&true) && signs.contains(&false), "{x}, {y}");
                }
            }
        }
    }
}
