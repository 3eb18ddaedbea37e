//! The exact numbers behind a chart as a file: comma-separated values after RFC 4180.
//!
//! Every record has the same fields, the first names them with their units, and the last says which case the numbers
//! belong to, so that a row that is moved elsewhere still knows. Numbers have all their digits and a point. Words that a
//! spreadsheet would compute have an apostrophe before them: names come from links that somebody else may have made.

mod deals;
mod sides;

use std::borrow::Cow;

pub use deals::deals;
pub use sides::{burden, contract, exposure, obligations, usage};

use super::parties;
use super::sections::gigawatts::comparables;
use super::sections::{bridge, grid, ladder, objective_name};
use crate::analysis::field::{Field, Measure};
use crate::analysis::monte_carlo::Simulation;
use crate::analysis::tornado::Tornado;
use crate::catalog::{self, DATA_VERSION, Input, Side};
use crate::model::burden::MOST_OBLIGATIONS;
use crate::model::{Inputs, MODEL_VERSION, Outcome, Row, Stake};

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(Cow<'static, str>),
    /// A number; one that does not exist is empty.
    Number(Option<f64>),
}

/// A table of exact numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Csv {
    /// What each field is, with its unit.
    pub columns: Vec<Cow<'static, str>>,
    /// The records.
    pub rows: Vec<Vec<Value>>,
}

fn text(text: impl Into<Cow<'static, str>>) -> Value {
    Value::Text(text.into())
}

fn number(value: f64) -> Value {
    Value::Number(Some(value))
}

impl Csv {
    fn new<const N: usize>(columns: [&'static str; N], rows: impl Iterator<Item = Vec<Value>>) -> Self {
        Self { columns: columns.map(Cow::Borrowed).to_vec(), rows: rows.collect() }
    }

    /// Rows of deal years: before the other columns the deal year, and the calendar year in which it ends, where the date
    /// of the deal is known.
    #[must_use]
    pub fn dated(
        columns: impl IntoIterator<Item = impl Into<Cow<'static, str>>>,
        rows: impl Iterator<Item = (u32, Vec<Value>)>,
    ) -> Self {
        let calendar = parties().calendar;
        let heads = [Some("Deal year".into()), calendar.map(|calendar| calendar.heading().into())];
        let line = |(t, values): (u32, Vec<Value>)| {
            let ends = calendar.map(|calendar| calendar.end_of(t));
            let dates = [Some(t), ends].into_iter().flatten().map(|year| number(f64::from(year)));
            dates.chain(values).collect()
        };
        Self {
            columns: heads.into_iter().flatten().chain(columns.into_iter().map(Into::into)).collect(),
            rows: rows.map(line).collect(),
        }
    }

    /// The file, for a case.
    #[must_use]
    pub fn write(&self, case: &str) -> String {
        self.write_each(std::iter::repeat(case))
    }

    /// The file, where each record belongs to a case of its own; a record without one has an empty field.
    #[must_use]
    pub fn write_each<'a>(&'a self, cases: impl IntoIterator<Item = &'a str>) -> String {
        let mut file = String::new();
        let head = self.columns.iter().map(|name| escaped(name)).chain([escaped("Case")]);
        record(&mut file, head);
        let mut cases = cases.into_iter();
        for row in &self.rows {
            let case = cases.next().unwrap_or_default();
            record(&mut file, row.iter().map(field).chain([escaped(case)]));
        }
        file
    }
}

fn record<'a>(file: &mut String, fields: impl Iterator<Item = Cow<'a, str>>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            file.push(',');
        }
        file.push_str(&field);
    }
    file.push_str("\r\n");
}

fn field(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Text(text) => escaped(text),
        Value::Number(Some(value)) if value.is_finite() => Cow::Owned((value + 0.0).to_string()),
        Value::Number(_) => Cow::Borrowed(""),
    }
}

/// Words as a field: with an apostrophe before what a spreadsheet would compute, and in quotes where they hold what parts
/// fields and records.
fn escaped(text: &str) -> Cow<'_, str> {
    let text = if is_computed(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) };
    if text.contains(['"', ',', '\r', '\n']) { Cow::Owned(format!("\"{}\"", text.replace('"', "\"\""))) } else { text }
}

/// Whether a spreadsheet would take words for a formula, also in the wide letters of East Asian keyboards.
fn is_computed(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

/// Which case of a side the numbers belong to: versions, the inputs of the side that differ from the defaults by their
/// names, and what is beside them: of the deal what the shares count for, of the lab who is owed.
#[must_use]
pub fn case(side: Side, inputs: &Inputs, stake: Stake) -> String {
    let changed: Vec<String> = changed(side, inputs)
        .map(|input| match input.choice(inputs) {
            Some(choice) => format!("{}={}", input.id, choice.id),
            None => format!("{}={}", input.id, input.get(inputs)),
        })
        .collect();
    let changed = if changed.is_empty() {
        "all inputs at their defaults".to_owned()
    } else {
        format!("defaults but {}", changed.join(" "))
    };
    let versions = format!("Offtake model {MODEL_VERSION}; data {DATA_VERSION}");
    match side {
        Side::Investor => format!("{versions}; {changed}; stake {}", treated(stake)),
        Side::Lab => format!("{versions}; side lab; {changed}; owed to {}", creditors(inputs)),
        Side::Buyer => format!("{versions}; side buyer; {changed}"),
    }
}

/// The inputs of a side that differ from the defaults, without those of obligations that do not count.
fn changed(side: Side, inputs: &Inputs) -> impl Iterator<Item = &'static Input> + '_ {
    let defaults = catalog::defaults();
    let free = (inputs.lab.owed().count()..MOST_OBLIGATIONS).filter_map(catalog::place).flatten();
    let free: Vec<&str> = free.map(|input| input.id).collect();
    side.inputs().iter().filter(move |input| !free.contains(&input.id) && input.differs(inputs, &defaults))
}

const fn treated(stake: Stake) -> &'static str {
    match stake {
        Stake::LeftOut => "left out",
        Stake::AtCost => "at cost",
        Stake::ModelledExit => "at the modelled exit",
    }
}

fn creditors(inputs: &Inputs) -> String {
    inputs.lab.owed().map(|owed| owed.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The cash of each date.
#[must_use]
pub fn cash(outcome: &Outcome) -> Csv {
    const NUMBERS: [fn(&Row) -> f64; 7] = [
        |row| row.invest,
        |row| row.op_cash,
        |row| row.point_cash - row.invest,
        |row| row.net,
        |row| row.cum,
        |row| row.disc,
        |row| row.dcum,
    ];
    let line = |row: &Row| (row.t, NUMBERS.iter().map(|read| number(read(row))).collect());
    Csv::dated(
        [
            "Investment ($B)",
            "Operations after tax ($B)",
            "Machines bought and resold ($B)",
            "Net cash flow ($B)",
            "Cumulative ($B)",
            "Net cash flow discounted ($B)",
            "Cumulative discounted ($B)",
        ],
        outcome.rows.iter().map(line),
    )
}

/// The commitment and what it is divided by: the run-rate at closing, then the revenue of each year.
#[must_use]
pub fn share(inputs: &Inputs, outcome: &Outcome) -> Csv {
    let share = &outcome.commit_share;
    let line = |t: u32, commit: f64, revenue: f64, part: f64| (t, [commit, revenue, part].map(number).to_vec());
    let closing = line(0, share.per_year_b, inputs.arr0_b, share.headline);
    let years = (1_u32..).zip(share.path.iter().zip(&outcome.lab.revenue));
    let years = years.map(|(t, (&part, &revenue))| line(t, part * revenue, revenue, part));
    let columns = ["Commitment of the year ($B)", "Revenue, at closing run-rate ($B)", "Share (decimal)"];
    Csv::dated(columns, std::iter::once(closing).chain(years))
}

/// The parts of the NPV and their sums.
#[must_use]
pub fn bridge(outcome: &Outcome) -> Csv {
    let kind = |is_total: bool| text(if is_total { "sum" } else { "part" });
    let rows =
        bridge::parts(outcome).into_iter().map(|part| vec![text(part.name), kind(part.is_total), number(part.value_b)]);
    Csv::new(["Part", "Kind", "Present value after tax ($B)"], rows)
}

/// Each input at both ends.
#[must_use]
pub fn tornado(bars: &Tornado) -> Csv {
    let rows = bars.bars.iter().map(|bar| {
        let (label, unit) = catalog::find(bar.name).map_or(("", ""), |input| (input.label, input.unit.name()));
        let numbers = [bar.low_input, bar.high_input, bar.low, bar.high, bar.swing].map(number);
        [text(label), text(bar.name), text(unit)].into_iter().chain(numbers).collect()
    });
    let (name, measured) = (objective_name(bars.objective), bars.objective.unit().name());
    let ends = ["worse", "better"].map(|end| Cow::Owned(format!("{name} at the {end} end ({measured})")));
    let inputs = ["Input", "Name", "Unit", "Worse end", "Better end"].map(Cow::Borrowed);
    let swing = Cow::Owned(format!("Swing ({measured})"));
    Csv { columns: inputs.into_iter().chain(ends).chain([swing]).collect(), rows: rows.collect() }
}

/// Percentiles and probabilities, then the bins that are drawn: their ends and their part of the draws.
#[must_use]
pub fn simulation(s: &Simulation, stake: Stake, bins: impl Iterator<Item = (Option<f64>, Option<f64>, f64)>) -> Csv {
    let before = "before the stake";
    let with = "with the stake at the modelled exit";
    let drawn = match stake {
        Stake::LeftOut => before,
        Stake::AtCost => "with the stake at cost",
        Stake::ModelledExit => with,
    };
    let none = || Value::Number(None);
    let figure = |name: &'static str, unit: &'static str, value: f64, stake: &'static str| {
        vec![text(name), text(unit), number(value), none(), none(), text(stake)]
    };
    let figures = [
        figure("NPV P10", "$B", s.npv_p10_b, before),
        figure("NPV P50", "$B", s.npv_p50_b, before),
        figure("NPV P90", "$B", s.npv_p90_b, before),
        figure("NPV mean", "$B", s.npv_mean_b, before),
        figure("NPV standard deviation", "$B", s.npv_sd_b, before),
        figure("NPV above zero", "share of draws", s.prob_npv_positive, before),
        figure("Paid back in time", "share of draws", s.prob_payback_within, before),
        figure("NPV P10", "$B", s.npv_equity_p10_b, with),
        figure("NPV P50", "$B", s.npv_equity_p50_b, with),
        figure("NPV P90", "$B", s.npv_equity_p90_b, with),
        figure("NPV above zero", "share of draws", s.prob_npv_with_equity_positive, with),
    ];
    let bins = bins.map(|(low, high, share)| {
        let ends = [Value::Number(low), Value::Number(high)];
        [text("Bin"), text("share of draws"), number(share)].into_iter().chain(ends).chain([text(drawn)]).collect()
    });
    let columns = ["Figure", "Unit", "Value", "From ($B)", "Below ($B)", "Stake"];
    Csv::new(columns, figures.into_iter().chain(bins))
}

/// What each dollar of new money brings back.
#[must_use]
pub fn ladder(inputs: &Inputs, outcome: &Outcome) -> Csv {
    let rows = ladder::rungs(inputs, outcome)
        .into_iter()
        .map(|rung| vec![text(rung.name), text(rung.how), number(rung.value)]);
    Csv::new(["Step", "By", "Dollars for each dollar"], rows)
}

/// Prices of a gigawatt-year: this deal at its ceiling, then the others.
#[must_use]
pub fn gigawatts(inputs: &Inputs, outcome: &Outcome) -> Csv {
    let name = format!("{}, at the ceiling", parties().name());
    let line = |name: Cow<'static, str>, numbers: [f64; 3], price: Option<f64>| {
        std::iter::once(Value::Text(name)).chain(numbers.map(number)).chain([Value::Number(price)]).collect()
    };
    let this = line(
        name.into(),
        [inputs.commit_total_b, f64::from(inputs.commit_years), inputs.gw_headline],
        outcome.gw.commit_b_per_gw_year,
    );
    let others =
        comparables().map(|deal| line(deal.name.into(), [deal.commit_b, deal.years, deal.gw], Some(deal.price_b())));
    let columns = ["Deal", "Commitment ($B)", "Term (years)", "Capacity (GW)", "Price ($B per GW-year)"];
    Csv::new(columns, std::iter::once(this).chain(others))
}

/// The measure at every pair of values.
#[must_use]
pub fn grid(field: &Field) -> Csv {
    let side = |control: &'static catalog::Control| Cow::Owned(format!("{} ({})", control.label, control.unit.name()));
    let measured = match field.measure {
        Measure::Value(objective) => objective.unit().name(),
        Measure::Payback => "years",
        Measure::Irr => "decimal",
    };
    let measure = format!("{} ({measured})", grid::measure(field.measure));
    let line = |(y, row): (&f64, &Vec<_>)| -> Vec<Vec<Value>> {
        let cell =
            |(x, spot): (&f64, &crate::analysis::field::Spot)| vec![number(*x), number(*y), Value::Number(spot.value)];
        field.xs.iter().zip(row).map(cell).collect()
    };
    Csv {
        columns: vec![side(field.x), side(field.y), measure.into()],
        rows: field.ys.iter().zip(&field.rows).flat_map(line).collect(),
    }
}
