//! What a grid shows: two inputs, a value for each pair of theirs, and what the value means.

use crate::charts::scale::Domain;
use crate::wording::numbers::billions_signed;

/// Values beyond this are drawn as this.
const LARGEST: f64 = 1e300;

/// What the chart shows.
#[derive(Clone, Debug)]
pub struct Grid {
    pub(super) x: Side,
    pub(super) y: Side,
    pub(super) values: Vec<Option<f64>>,
    pub(super) measure: Measure,
    pub(super) here: Option<Here>,
}

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What it is called.
    pub name: String,
    /// Its values, rising.
    pub values: Vec<f64>,
    /// Values that are written at the axis, as they are shown to people.
    pub ticks: Vec<(f64, String)>,
}

/// What is measured, and how it is spoken of.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// The value that parts good from bad.
    pub level: f64,
    /// Whether more is better.
    pub more_is_better: bool,
    /// Writes a value.
    pub write: fn(f64) -> String,
    /// On the line between good and bad.
    pub at_level: &'static str,
    /// Where the values are better.
    pub better: &'static str,
    /// Where they are worse.
    pub worse: &'static str,
    /// Where there is none.
    pub missing: &'static str,
}

impl Measure {
    /// The NPV in $B, against zero.
    pub const NPV: Self = Self {
        level: 0.0,
        more_is_better: true,
        write: billions_signed,
        at_level: "NPV = 0",
        better: "NPV above zero",
        worse: "NPV below zero",
        missing: "no NPV",
    };

    /// How much better than the level.
    pub(super) fn above(&self, value: f64) -> f64 {
        let above = (value - self.level).clamp(-LARGEST, LARGEST);
        if self.more_is_better { above } else { -above }
    }
}

/// The present inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Here {
    pub x: f64,
    pub y: f64,
    pub value: Option<f64>,
}

impl Side {
    /// With round ticks inside the range of the values.
    #[must_use]
    pub fn new(name: &str, values: Vec<f64>, write: impl Fn(f64) -> String) -> Self {
        let ends = values.first().copied().zip(values.last().copied());
        let ticks = match ends {
            Some((low, high)) if high > low && (high - low).is_finite() => {
                Domain { low, high }.ticks().map(|tick| (tick, write(tick))).collect()
            }
            Some((only, _)) => vec![(only, write(only))],
            None => Vec::new(),
        };
        Self { name: name.to_owned(), values, ticks }
    }

    /// Where a value stands, counted in positions; nothing beyond half a step outside.
    pub(super) fn position(&self, value: f64) -> Option<f64> {
        let first = self.values.first()?;
        let at =
            self.values.iter().rposition(|known| *known <= value).unwrap_or(0).min(self.values.len().saturating_sub(2));
        let (low, high) = (self.values.get(at)?, self.values.get(at + 1).unwrap_or(first));
        let share = if high > low { (value - low) / (high - low) } else { value - low };
        let position = super::contour::whole(at) + share;
        let last = super::contour::whole(self.values.len()) - 0.5;
        (position.is_finite() && position >= -0.5 && position <= last).then_some(position)
    }
}

impl Grid {
    /// `rows` holds one row for each value of `y`, with one value for each of `x`; what is missing or no number is shown
    /// as such.
    #[must_use]
    pub fn new(x: Side, y: Side, rows: &[Vec<Option<f64>>], measure: Measure) -> Self {
        let value = |row: usize, column: usize| {
            let value = rows.get(row).and_then(|row| row.get(column)).copied().flatten();
            value.filter(|value| value.is_finite())
        };
        let columns = x.values.len();
        let values = (0..y.values.len()).flat_map(|row| (0..columns).map(move |column| value(row, column))).collect();
        Self { x, y, values, measure, here: None }
    }

    /// The same with a ring at the present inputs.
    #[must_use]
    pub fn with_point(mut self, x: f64, y: f64, value: Option<f64>) -> Self {
        self.here = Some(Here { x, y, value: value.filter(|value| value.is_finite()) });
        self
    }

    /// The distance from the level at which colours are full.
    #[must_use]
    pub fn natural_scale(&self) -> f64 {
        self.values.iter().flatten().map(|value| self.measure.above(*value).abs()).fold(0.0, f64::max)
    }

    pub(super) fn columns(&self) -> usize {
        self.x.values.len()
    }

    pub(super) fn rows(&self) -> usize {
        self.y.values.len()
    }

    pub(super) fn value(&self, column: usize, row: usize) -> Option<f64> {
        (column < self.columns()).then(|| self.values.get(row * self.columns() + column).copied().flatten()).flatten()
    }

    /// How much better than the level a cell is.
    pub(super) fn above(&self, column: usize, row: usize) -> Option<f64> {
        self.value(column, row).map(|value| self.measure.above(value))
    }

    /// What the ring is called.
    pub(super) fn here_text(&self, here: Here) -> String {
        match here.value {
            Some(value) => format!("you, {}", (self.measure.write)(value)),
            None => format!("you, {}", self.measure.missing),
        }
    }
}
