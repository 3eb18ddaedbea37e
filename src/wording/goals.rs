//! What an input must be for a goal: the goals and their boxes, the answer, and on what it rests.

use super::numbers::{PERCENT, capitalised, list, with_unit};
use super::parties;
use super::sections::short_value;
use super::tracks::short;
use crate::analysis::goal_seek::{Answer, Goal};
use crate::analysis::objective::Objective;
use crate::catalog::{Control, Kind, Limits, Side, Unit};
use crate::model::Stake;

mod form;

pub use form::Form;

/// What can be wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// What the side that asks wants more of: an NPV, or the lab's headroom.
    #[default]
    Value,
    /// An internal rate of return.
    Irr,
    /// The money back in time.
    Payback,
    /// A commitment that is a small enough part of revenue.
    Share,
}

/// A box of a goal.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name, before the box.
    pub label: &'static str,
    /// How it is written.
    pub unit: Unit,
    /// Number or whole number.
    pub kind: Kind,
    /// What it takes.
    pub limits: Limits,
}

/// How many boxes all goals have together.
const FIELDS: usize = 5;

/// Every box, goal by goal.
const ALL_FIELDS: [Field; FIELDS] = [
    field("NPV of", Unit::BillionUsd, Kind::Number, -1000.0, 1000.0),
    field("IRR of", Unit::Percent, Kind::Number, -0.9, 5.0),
    field("Cash back within", Unit::Years, Kind::Number, 0.5, 50.0),
    field("At most", Unit::Percent, Kind::Number, 0.0, 10.0),
    field("of revenue in deal year", Unit::Years, Kind::Whole, 1.0, 50.0),
];

/// The first box where the lab asks.
static HEADROOM: Field = field("Smallest headroom of", Unit::BillionUsd, Kind::Number, -1000.0, 1000.0);
/// The first box where the buyer asks.
static BUYER_NPV: Field = field("NPV of", Unit::MillionUsd, Kind::Number, -1000.0, 1000.0);

const fn field(label: &'static str, unit: Unit, kind: Kind, min: f64, max: f64) -> Field {
    Field { label, unit, kind, limits: Limits { min, max } }
}

impl Aim {
    /// All goals, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Value, Self::Irr, Self::Payback, Self::Share];

    /// The goals of a side: an NPV of the buyer, a headroom or a share of the lab.
    #[must_use]
    pub const fn of(side: Side) -> &'static [Self] {
        match side {
            Side::Investor => &Self::ALL,
            Side::Lab => &[Self::Value, Self::Share],
            Side::Buyer => &[Self::Value],
        }
    }

    /// Its name on a button of a side.
    #[must_use]
    pub const fn label(self, side: Side) -> &'static str {
        match (self, side) {
            (Self::Value, Side::Lab) => "Headroom",
            (Self::Value, _) => "NPV",
            (Self::Irr, _) => "IRR",
            (Self::Payback, _) => "Payback",
            (Self::Share, _) => "Share",
        }
    }

    /// Its boxes on a side, each with its place in the form: money in the unit of the side.
    pub fn fields(self, side: Side) -> impl Iterator<Item = (usize, &'static Field)> {
        let (first, count) = match self {
            Self::Value => (0, 1),
            Self::Irr => (1, 1),
            Self::Payback => (2, 1),
            Self::Share => (3, 2),
        };
        ALL_FIELDS.iter().enumerate().skip(first).take(count).map(move |(at, field)| match (self, side) {
            (Self::Value, Side::Lab) => (at, &HEADROOM),
            (Self::Value, Side::Buyer) => (at, &BUYER_NPV),
            _ => (at, field),
        })
    }

    /// On what the answer of a side rests.
    #[must_use]
    pub const fn basis(self, side: Side, stake: Stake) -> &'static str {
        match (self, side) {
            (_, Side::Investor) => self.basis_of_deal(stake),
            (Self::Share, Side::Lab) => {
                "All obligations of that year over the revenue of that year, not over a run-rate."
            }
            (_, Side::Lab) => {
                "The headroom is the gross profit less all obligations, in the year in which it is smallest."
            }
            (_, Side::Buyer) => "The NPV counts the commitment, the claimed saving and expected switching, before tax.",
        }
    }

    const fn basis_of_deal(self, stake: Stake) -> &'static str {
        match (self, stake) {
            (Self::Value, Stake::LeftOut) => "The NPV leaves the equity stake out, as the switch at the top does.",
            (Self::Value, Stake::AtCost) => "The NPV counts the equity stake at cost, as the switch at the top does.",
            (Self::Value, Stake::ModelledExit) => {
                "The NPV counts the equity stake at its modelled exit, as the switch at the top does."
            }
            (Self::Irr | Self::Payback, _) => "Before the equity stake, wherever the switch at the top stands.",
            (Self::Share, _) => "The commitment of that year over the revenue of that year, not over a run-rate.",
        }
    }
}

/// An answer in words, and the values that can be taken over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// A sentence or two.
    pub words: String,
    /// Exact values, and how each is written.
    pub values: Vec<(f64, String)>,
}

/// Words an answer about an objective. `idle` is why the input moves nothing at present, if it does not.
#[must_use]
pub fn found(
    objective: Objective,
    (control, range): (&Control, Limits),
    goal: Goal,
    answer: &Answer,
    idle: Option<&str>,
) -> Found {
    let values = values(range, answer);
    let texts = texts(control, &values);
    let (subject, state) = clause(goal, objective);
    let holds = || format!("{} is {state}", capitalised(subject));
    let all = format!("from {} to {}", end(control, range.min), end(control, range.max));
    let mut words = match answer {
        Answer::One(_) | Answer::Several(_) => {
            format!(
                "{} at {}.",
                holds(),
                texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" and at ")
            )
        }
        Answer::Within(ranges) => {
            let ranges: Vec<String> = ranges.iter().map(|one| part(control, range, *one, &texts)).collect();
            format!("{} {}.", holds(), list(&ranges))
        }
        Answer::Between(pairs) => {
            let pair = |pair: &Limits| format!("between {} and {}", end(control, pair.min), end(control, pair.max));
            let pairs: Vec<String> = pairs.iter().map(pair).collect();
            format!("At no whole number is {subject} exactly {state}; it passes that {}.", list(&pairs))
        }
        Answer::None => format!("At no value {all} is {subject} {state}."),
        Answer::Always => format!("At every value {all} {subject} is {state}."),
    };
    if let Some(idle) = idle {
        words = format!("{words} {idle}");
    }
    Found { words, values: texts }
}

/// What is wanted, as subject and state of a sentence.
fn clause(goal: Goal, objective: Objective) -> (&'static str, String) {
    let money = match objective {
        Objective::Npv(_) | Objective::BuyerNpv => "the NPV",
        Objective::LabHeadroom => "the smallest headroom",
    };
    match goal {
        Goal::Value(value) if value.abs() < f64::EPSILON => (money, "zero".to_owned()),
        Goal::Value(value) => (money, short_value(objective.unit(), value)),
        Goal::Irr(rate) => ("the IRR", short_value(Unit::Percent, rate)),
        Goal::PaybackWithin(years) => ("the cash", format!("back within {}", with_unit(Unit::Years, years))),
        Goal::ShareBelow { share, year } => {
            let share = PERCENT.trimmed(share);
            let owed = if objective == Objective::LabHeadroom { "what is owed" } else { "the commitment" };
            (owed, format!("at most {share} of {}’s revenue in deal year {year}", parties().lab))
        }
    }
}

/// The values worth taking over: solved ones, and the ends of a range that are not the ends of everything.
fn values(range: Limits, answer: &Answer) -> Vec<f64> {
    let ends = |part: &Limits| [part.min, part.max];
    let inner = |value: &f64| value.to_bits() != range.min.to_bits() && value.to_bits() != range.max.to_bits();
    let mut values: Vec<f64> = match answer {
        Answer::One(value) => vec![*value],
        Answer::Several(values) => values.clone(),
        Answer::Between(parts) => parts.iter().flat_map(ends).collect(),
        Answer::Within(parts) => parts.iter().flat_map(ends).filter(inner).collect(),
        Answer::None | Answer::Always => Vec::new(),
    };
    values.dedup_by(|a, b| a.to_bits() == b.to_bits());
    values
}

/// Each value as it is written; finer where two would read the same.
fn texts(control: &Control, values: &[f64]) -> Vec<(f64, String)> {
    let rounded: Vec<String> = values.iter().map(|value| written(control, *value)).collect();
    let is_twin = |text: &String| rounded.iter().filter(|other| *other == text).count() > 1;
    let fine = |value: f64| short_value(control.unit, value);
    values
        .iter()
        .zip(&rounded)
        .map(|(value, text)| (*value, if is_twin(text) { fine(*value) } else { text.clone() }))
        .collect()
}

fn written(control: &Control, value: f64) -> String {
    if control.kind == Kind::Number { short(control, value) } else { end(control, value) }
}

/// An end of the range.
fn end(control: &Control, value: f64) -> String {
    if control.unit == Unit::Years { with_unit(control.unit, value) } else { short_value(control.unit, value) }
}

/// A part of the range in which a goal holds: "at 30.0% or more", "from 12.0% to 30.0%".
fn part(control: &Control, range: Limits, part: Limits, texts: &[(f64, String)]) -> String {
    let text = |value: f64| {
        let known = texts.iter().find(|(other, _)| other.to_bits() == value.to_bits());
        known.map_or_else(|| end(control, value), |(_, text)| text.clone())
    };
    let (low, high) = (text(part.min), text(part.max));
    let reaches = |end: f64, value: f64| end.to_bits() == value.to_bits();
    match (reaches(range.min, part.min), reaches(range.max, part.max)) {
        _ if reaches(part.min, part.max) => format!("at {low}"),
        (false, true) => format!("at {low} or more"),
        (true, false) => format!("at {high} or less"),
        _ => format!("from {low} to {high}"),
    }
}

/// Where the answer is looked for.
#[must_use]
pub fn range(control: &Control, range: Limits) -> String {
    format!(
        "Looked for in the useful range, {} to {}, everything else as it is.",
        end(control, range.min),
        end(control, range.max)
    )
}
