//! A measure over two controls: its value at every pair of theirs, and on which side of its level it lies.

use super::objective::Objective;
use super::track::{even, wholes};
use crate::catalog::{Control, Kind, Limits, Proportion, Side};
use crate::model::{self, Inputs, PaybackStatus};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// What a side wants more of, in its unit, against zero; of the deal always before the shares.
    Value(Objective),
    /// When the money is back, in years, against the horizon.
    Payback,
    /// The internal rate of return before the shares, against the discount rate.
    Irr,
}

impl Default for Measure {
    fn default() -> Self {
        Self::NPV
    }
}

impl Measure {
    /// The NPV of the deal.
    pub const NPV: Self = Self::Value(Objective::DEAL);

    /// Every measure of the deal.
    pub const ALL: [Self; 3] = [Self::NPV, Self::Payback, Self::Irr];

    /// Every measure of a side, the usual one first.
    #[must_use]
    pub const fn of(side: Side) -> &'static [Self] {
        match side {
            Side::Investor => &Self::ALL,
            Side::Lab => &[Self::Value(Objective::LabHeadroom)],
            Side::Buyer => &[Self::Value(Objective::BuyerNpv)],
        }
    }

    /// A stable name, unique on its side.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Value(Objective::LabHeadroom) => "headroom",
            Self::Value(Objective::Npv(_) | Objective::BuyerNpv) => "npv",
            Self::Payback => "payback",
            Self::Irr => "irr",
        }
    }
}

/// Two different controls, one for each axis.
#[derive(Clone, Copy, Debug)]
pub struct Axes {
    x: &'static Control,
    y: &'static Control,
}

impl PartialEq for Axes {
    fn eq(&self, other: &Self) -> bool {
        (self.x.id, self.y.id) == (other.x.id, other.y.id)
    }
}

impl Default for Axes {
    /// The margin across, the adoption upwards.
    fn default() -> Self {
        let [_, _, margin, adoption] = &Control::PRIMARY;
        Self { x: margin, y: adoption }
    }
}

impl Axes {
    /// What usually stands at the axes of a side: of the lab the run-rate across and the margin upwards, of the buyer
    /// the usage across and the discount upwards.
    #[must_use]
    pub fn usual(side: Side) -> Self {
        let ids = match side {
            Side::Investor => return Self::default(),
            Side::Lab => ("arr0_b", "lab_gross_margin"),
            Side::Buyer => ("usage_realised", "discount"),
        };
        Control::find(ids.0).zip(Control::find(ids.1)).map(|(x, y)| Self { x, y }).unwrap_or_default()
    }

    /// The control across.
    #[must_use]
    pub fn x(self) -> &'static Control {
        self.x
    }

    /// The control upwards.
    #[must_use]
    pub fn y(self) -> &'static Control {
        self.y
    }

    /// Two controls, unless they move the same input.
    #[must_use]
    pub fn of(x: &'static Control, y: &'static Control) -> Option<Self> {
        let are_numbers = [x, y].iter().all(|control| control.choices().is_empty());
        (are_numbers && !shares(x, y)).then_some(Self { x, y })
    }

    /// Another control across. If it moves what the other axis moves, the two change places.
    #[must_use]
    pub fn across(self, control: &'static Control) -> Self {
        Self { x: control, y: beside(control, self.y, self.x) }
    }

    /// Another control upwards, in the same way.
    #[must_use]
    pub fn upwards(self, control: &'static Control) -> Self {
        Self { x: beside(control, self.x, self.y), y: control }
    }
}

/// Whether two controls move an input in common.
fn shares(a: &Control, b: &Control) -> bool {
    a.inputs().any(|input| b.inputs().any(|known| known.id == input.id))
}

/// What stands at the other axis: as before, else what the new control has replaced, else the usual ones.
fn beside(new: &'static Control, other: &'static Control, replaced: &'static Control) -> &'static Control {
    let usual = Axes::default();
    [other, replaced, usual.x].into_iter().find(|known| !shares(known, new)).unwrap_or(usual.y)
}

/// What the reader wants to see of a field.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Over which inputs.
    pub axes: Axes,
    /// What is measured.
    pub measure: Measure,
}

impl Wanted {
    /// What a side usually sees.
    #[must_use]
    pub fn usual(side: Side) -> Self {
        let measure = Measure::of(side).first().copied().unwrap_or_default();
        Self { axes: Axes::usual(side), measure }
    }
}

/// One pair of values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// The measure; nothing where it does not exist.
    pub value: Option<f64>,
    /// How much better than its level it is, in its own unit.
    pub above: Option<f64>,
    /// Zero where the level is reached, with the sign of `above`; it exists also beyond what is measured, where there is
    /// such a thing.
    pub line: Option<f64>,
}

/// The measure at every pair.
#[derive(Clone, Debug)]
#[must_use]
pub struct Field {
    /// What is measured.
    pub measure: Measure,
    /// The control along the rows, and its values.
    pub x: &'static Control,
    /// Its values, rising.
    pub xs: Vec<f64>,
    /// The control along the columns.
    pub y: &'static Control,
    /// Its values, rising.
    pub ys: Vec<f64>,
    /// One row for each of `ys`.
    pub rows: Vec<Vec<Spot>>,
}

impl Field {
    /// The measure over two axes around the present inputs, with every so many of the values that an axis has.
    pub fn around(present: (&Inputs, Proportion), measure: Measure, axes: Axes, every: usize) -> Self {
        let values = |control: &'static Control| (control, axis(control, control.get(present.0), every));
        Self::over(present, measure, values(axes.x), values(axes.y))
    }

    /// Evaluates every pair with everything else held; values that a control does not take have no spot.
    pub fn over(
        (inputs, proportion): (&Inputs, Proportion),
        measure: Measure,
        (x, xs): (&'static Control, Vec<f64>),
        (y, ys): (&'static Control, Vec<f64>),
    ) -> Self {
        let row = |down: &f64| {
            let (mut moved, mut proportion) = (*inputs, proportion);
            let is_known = y.set(&mut moved, &mut proportion, *down).is_ok();
            let spot = |across: &f64| match x.set(&mut moved, &mut proportion, *across) {
                Ok(()) if is_known => measure.at(&moved),
                _ => Spot::default(),
            };
            xs.iter().map(spot).collect()
        };
        let rows = ys.iter().map(row).collect();
        Self { measure, x, xs, y, ys, rows }
    }

    /// The spot at a position along each axis.
    #[must_use]
    pub fn spot(&self, column: usize, row: usize) -> Option<Spot> {
        self.rows.get(row)?.get(column).copied()
    }

    /// The cell nearest to the present inputs.
    #[must_use]
    pub fn nearest(&self, inputs: &Inputs) -> (usize, usize) {
        (nearest(&self.xs, self.x.get(inputs)), nearest(&self.ys, self.y.get(inputs)))
    }

    /// The cell so many steps across and upwards from another, or the last one on the way.
    #[must_use]
    pub fn step(&self, (column, row): (usize, usize), across: isize, upwards: isize) -> (usize, usize) {
        let step = |at: usize, steps: isize, count: usize| at.saturating_add_signed(steps).min(count.saturating_sub(1));
        (step(column, across, self.xs.len()), step(row, upwards, self.ys.len()))
    }

    /// The same with fewer columns and rows: every so many, from the first on.
    pub fn thinned(&self, columns: usize, rows: usize) -> Self {
        Self {
            xs: thinned(&self.xs, columns),
            ys: thinned(&self.ys, rows),
            rows: self.rows.iter().step_by(rows.max(1)).map(|row| thinned(row, columns)).collect(),
            ..*self
        }
    }
}

/// Where the value stands that is closest to another.
fn nearest(values: &[f64], to: f64) -> usize {
    let distances = values.iter().map(|value| (value - to).abs());
    distances.enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at)
}

/// Every so many values, from the first on.
fn thinned<T: Copy>(values: &[T], every: usize) -> Vec<T> {
    values.iter().copied().step_by(every.max(1)).collect()
}

impl Measure {
    /// The measure of one set of inputs.
    #[must_use]
    pub fn at(self, inputs: &Inputs) -> Spot {
        match self {
            Self::Value(objective) => Spot::plain(objective.value(inputs), 0.0),
            Self::Payback => {
                let value = model::value(inputs);
                let years = value.payback.years.filter(|_| value.payback.status != PaybackStatus::Never);
                let early = years.map(|years| f64::from(inputs.horizon_years) - years);
                Spot { value: years, above: early, line: Some(value.net_total_b) }
            }
            Self::Irr => {
                model::irr_alone(inputs).map_or_else(Spot::default, |irr| Spot::plain(irr, inputs.discount_rate))
            }
        }
    }
}

impl Spot {
    fn plain(value: f64, level: f64) -> Self {
        let above = Some(value - level);
        Self { value: Some(value), above, line: above }
    }
}

/// The fewest and the most steps of an axis.
const FEWEST: f64 = 40.0;
const MOST: f64 = 60.0;

/// The values of a control along an axis: those of its track, all whole numbers or at least 41, where possible in steps
/// that are parts or multiples of the slider's, so that values are round; of these, every so many.
#[must_use]
pub fn axis(control: &Control, present: f64, every: usize) -> Vec<f64> {
    let track = control.track_for(present);
    let values: Vec<f64> = match control.kind {
        Kind::Choice(_) => Vec::new(),
        Kind::Whole => return wholes(track).collect(),
        Kind::Number => even(track, 1 + steps(track, control.step)).map(tidied).collect(),
    };
    thinned(&values, every)
}

/// How many steps a range is cut into.
fn steps(range: Limits, step: f64) -> u32 {
    const CLOSE: f64 = 1e-6;
    let own = (range.max - range.min) / step;
    let is_whole = |count: f64| (count - count.round()).abs() < CLOSE;
    let parts = (1..=50).map(f64::from);
    let found = if own < FEWEST {
        parts.map(|k| own * k).find(|count| *count >= FEWEST)
    } else {
        parts.map(|k| own / k).find(|count| *count <= MOST && is_whole(*count))
    };
    let count = found.filter(|count| is_whole(*count) && (FEWEST..=MOST).contains(count)).unwrap_or(FEWEST);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between FEWEST and MOST")]
    let count = count.round() as u32;
    count
}

/// Without what rounding has left behind: 0.30000000000000004 is 0.3.
fn tidied(value: f64) -> f64 {
    const FINE: f64 = 1e9;
    let tidy = (value * FINE).round() / FINE;
    if tidy.is_finite() { tidy } else { value }
}
