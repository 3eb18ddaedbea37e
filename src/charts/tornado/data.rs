//! What a tornado shows: inputs, their ends, and the objective there.

use super::map::{TornadoMap, natural_height};
use crate::analysis;
use crate::analysis::objective::Objective;
use crate::catalog;
use crate::charts::scale::Domain;
use crate::charts::stops::Stops;
use crate::charts::style::Style;
use crate::model::Inputs;
use crate::wording::numbers::with_unit;
use crate::wording::readings::{self, Reading};
use crate::wording::sections::tornado as words;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// What is moved.
    objective: Objective,
    pub(super) base: f64,
    pub(super) rows: Vec<Row>,
}

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called.
    pub name: String,
    /// What must be known about its bar, briefly.
    pub remark: Option<&'static str>,
    /// Its two ends.
    pub ends: [End; 2],
}

/// One end of an input.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The objective there, in its unit: an NPV in $B, a headroom.
    pub value: f64,
    /// The value of the input there.
    pub text: String,
}

impl Tornado {
    /// Rows stay in the order given: while a slider is dragged they may keep the one they had.
    #[must_use]
    pub fn new(objective: Objective, base: f64, rows: impl IntoIterator<Item = Row>) -> Self {
        let is_finite = |row: &Row| row.ends.iter().all(|end| end.value.is_finite());
        let base = if base.is_finite() { base } else { 0.0 };
        Self { objective, base, rows: rows.into_iter().filter(is_finite).collect() }
    }

    /// From the analysis, with the catalogue's names.
    #[must_use]
    pub fn of(tornado: &analysis::tornado::Tornado, inputs: &Inputs) -> Self {
        let rows = tornado.bars.iter().filter_map(|bar| Row::of(bar, inputs));
        Self::new(tornado.objective, tornado.base, rows)
    }

    /// The range that shows everything.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        let ends = self.rows.iter().flat_map(|row| row.ends.iter().map(|end| end.value));
        Domain::snug(&ends.chain([self.base]).collect::<Vec<f64>>())
    }

    /// Each row, its bar framed.
    #[must_use]
    pub fn stops(&self, map: &TornadoMap) -> Stops {
        let rows = self.rows.iter().enumerate();
        Stops::of_bars(rows.filter_map(|(at, row)| Some((map.row(at)?, map.whole_bar(at, row, self.base)))))
    }

    /// What is read at a row.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        let row = self.rows.get(at)?;
        let ends = row.ends.each_ref().map(|end| (end.text.as_str(), end.value));
        Some(readings::swing(self.objective, &row.name, ends, row.remark))
    }

    /// The height at which every row has the room that it likes.
    #[must_use]
    pub fn natural_height(&self, style: &Style) -> f64 {
        natural_height(self.rows.len(), style)
    }
}

impl Row {
    /// From one bar of the analysis; nothing if the catalogue does not know its input.
    #[must_use]
    pub fn of(bar: &analysis::tornado::Bar, inputs: &Inputs) -> Option<Self> {
        let input = catalog::find(bar.name)?;
        let present = input.get(inputs).to_bits();
        let end = |moved: f64, value| {
            let text = with_unit(input.unit, moved);
            let text = text.strip_suffix(" a year").unwrap_or(&text);
            End { value, text: if moved.to_bits() == present { format!("{text} (base)") } else { text.to_owned() } }
        };
        Some(Self {
            name: words::short_name(bar.name).to_owned(),
            remark: words::remark(bar),
            ends: [end(bar.low_input, bar.low), end(bar.high_input, bar.high)],
        })
    }

    /// The lower end, and the other one.
    pub(super) fn sorted(&self) -> (&End, &End) {
        let [a, b] = &self.ends;
        if a.value <= b.value { (a, b) } else { (b, a) }
    }
}
