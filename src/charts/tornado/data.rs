//! What a tornado shows: inputs, their ends, and the NPV there.

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
    /// The objective there, in its unit: an NPV in $B, for instance.
    pub npv_b: f64,
    /// The value of the input there.
    pub text: String,
}

impl Tornado {
    /// Rows stay in the order given: while a slider is dragged they may keep the one they had.
    #[must_use]
    pub fn new(base_npv_b: f64, rows: impl IntoIterator<Item = Row>) -> Self {
        let is_finite = |row: &Row| row.ends.iter().all(|end| end.npv_b.is_finite());
        let base = if base_npv_b.is_finite() { base_npv_b } else { 0.0 };
        Self { objective: Objective::DEAL, base, rows: rows.into_iter().filter(is_finite).collect() }
    }

    /// From the analysis, with the catalogue's names.
    #[must_use]
    pub fn of(tornado: &analysis::tornado::Tornado, inputs: &Inputs) -> Self {
        let rows = tornado.bars.iter().filter_map(|bar| Row::of(bar, inputs));
        Self { objective: tornado.objective, ..Self::new(tornado.base, rows) }
    }

    /// The range that shows everything.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        let ends = self.rows.iter().flat_map(|row| row.ends.iter().map(|end| end.npv_b));
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
        let ends = row.ends.each_ref().map(|end| (end.text.as_str(), end.npv_b));
        Some(readings::swing_of(self.objective, &row.name, ends, row.remark))
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
        let end = |value: f64, npv_b| {
            let text = with_unit(input.unit, value);
            let text = text.strip_suffix(" a year").unwrap_or(&text);
            End { npv_b, text: if value.to_bits() == present { format!("{text} (base)") } else { text.to_owned() } }
        };
        Some(Self {
            name: words::short_name(bar.name).to_owned(),
            remark: words::remark(bar),
            ends: [end(bar.low_input, bar.low), end(bar.high_input, bar.high)],
        })
    }

    /// The end with the lower NPV, and the other one.
    pub(super) fn sorted(&self) -> (&End, &End) {
        let [a, b] = &self.ends;
        if a.npv_b <= b.npv_b { (a, b) } else { (b, a) }
    }
}
