//! What a grid shows: two inputs, a value for each pair of theirs, and what the value means.

use crate::analysis::field::{self, Field, Spot};
use crate::analysis::objective::Objective;
use crate::catalog::Control;
use crate::charts::scale::Domain;
use crate::model::Inputs;
use crate::wording::numbers::{MILLIONS, billions_signed};
use crate::wording::sections::grid as words;

/// Values beyond this are drawn as this.
const LARGEST: f64 = 1e300;

/// What the chart shows.
#[derive(Clone, Debug)]
pub struct Grid {
    pub(super) x: Side,
    pub(super) y: Side,
    cells: Vec<Spot>,
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
    /// The largest distance from the level at which colours are full: a few extreme values leave the others their shades.
    pub full_at: f64,
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
        full_at: LARGEST,
        write: billions_signed,
        at_level: "NPV = 0",
        better: "NPV above zero",
        worse: "NPV below zero",
        missing: "no NPV",
    };
    /// The NPV of the buyer's commitment, $M.
    pub const BUYER_NPV: Self = Self { write: |npv| MILLIONS.signed(npv), ..Self::NPV };
    /// The lab's smallest headroom of a year, $B.
    pub const HEADROOM: Self = Self {
        at_level: "just covered",
        better: "every year covered",
        worse: "a year not covered",
        missing: "no headroom",
        ..Self::NPV
    };
    /// The time until the money is back, in years, against the horizon.
    pub const PAYBACK: Self = Self {
        level: 0.0,
        more_is_better: false,
        full_at: LARGEST,
        write: |years| words::value(field::Measure::Payback, Some(years)),
        at_level: "just paid back",
        better: "paid back",
        worse: "not paid back",
        missing: "not paid back",
    };
    /// The internal rate of return, against the discount rate.
    pub const IRR: Self = Self {
        level: 0.0,
        more_is_better: true,
        full_at: 0.25,
        write: |rate| words::value(field::Measure::Irr, Some(rate)),
        at_level: "IRR = discount rate",
        better: "IRR above",
        worse: "IRR below",
        missing: "no single IRR",
    };

    /// How a measure is spoken of.
    #[must_use]
    pub const fn of(measure: field::Measure) -> Self {
        match measure {
            field::Measure::Value(Objective::Npv(_)) => Self::NPV,
            field::Measure::Value(Objective::BuyerNpv) => Self::BUYER_NPV,
            field::Measure::Value(Objective::LabHeadroom) => Self::HEADROOM,
            field::Measure::Payback => Self::PAYBACK,
            field::Measure::Irr => Self::IRR,
        }
    }

    /// How much better than the level.
    fn above(&self, value: f64) -> f64 {
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

    /// The values of a control.
    #[must_use]
    pub fn of(control: &Control, values: &[f64]) -> Self {
        Self::new(control.label, values.to_vec(), |value| words::tick(control, value))
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
        let spot = |row: usize, column: usize| {
            let value = rows.get(row).and_then(|row| row.get(column)).copied().flatten();
            let value = value.filter(|value| value.is_finite());
            let above = value.map(|value| measure.above(value));
            Spot { value, above, line: above }
        };
        let columns = x.values.len();
        let cells = (0..y.values.len()).flat_map(|row| (0..columns).map(move |column| spot(row, column))).collect();
        Self { x, y, cells, measure, here: None }
    }

    /// A measure over two controls, with a ring at the present inputs, where it is `here`.
    #[must_use]
    pub fn of(field: &Field, inputs: &Inputs, here: Option<f64>) -> Self {
        let (x, y) = (Side::of(field.x, &field.xs), Side::of(field.y, &field.ys));
        let cells = field.rows.iter().flatten().copied().collect();
        let grid = Self { x, y, cells, measure: Measure::of(field.measure), here: None };
        grid.with_point(field.x.get(inputs), field.y.get(inputs), here)
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
        self.cells.iter().filter_map(|cell| cell.above).map(f64::abs).fold(0.0, f64::max).min(self.measure.full_at)
    }

    /// The same as a range around zero.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        let scale = self.natural_scale();
        Domain { low: -scale, high: scale }
    }

    pub(super) fn columns(&self) -> usize {
        self.x.values.len()
    }

    pub(super) fn rows(&self) -> usize {
        self.y.values.len()
    }

    fn cell(&self, column: usize, row: usize) -> Spot {
        let cell = (column < self.columns()).then(|| self.cells.get(row * self.columns() + column)).flatten();
        cell.copied().unwrap_or_default()
    }

    pub(super) fn value(&self, column: usize, row: usize) -> Option<f64> {
        self.cell(column, row).value
    }

    /// How much better than the level a cell is.
    pub(super) fn above(&self, column: usize, row: usize) -> Option<f64> {
        self.cell(column, row).above
    }

    /// Zero on the line between good and bad.
    pub(super) fn line(&self, column: usize, row: usize) -> Option<f64> {
        self.cell(column, row).line
    }

    /// What the ring is called.
    pub(super) fn here_text(&self, here: Here) -> String {
        match here.value {
            Some(value) => format!("you, {}", (self.measure.write)(value)),
            None => format!("you, {}", self.measure.missing),
        }
    }
}
