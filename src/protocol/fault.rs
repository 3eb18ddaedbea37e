//! What is wrong with a request.

use std::fmt;

use serde::Serialize;

use crate::analysis::marginals::NotEnclosing;
use crate::catalog::{Kind, Limits};
use crate::model::{LONGEST_NAME, is_hidden};

/// The most characters of a value that a message repeats.
const SHOWN: usize = 60;
/// The most characters that it repeats of what somebody else says.
const LONGEST_REASON: usize = 200;

/// One thing that is wrong: where, what was found there, and what may stand there.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The position of the request in an array, from 0.
    pub index: Option<usize>,
    /// The key; empty when the fault is not at one.
    pub key: String,
    /// The value as written, shortened; empty when there is none.
    pub value: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The text is not JSON: what the reader of JSON says.
    NotJson(String),
    /// A file is something else than a saved state.
    NotAState,
    /// Not a version that is known, of these.
    NotAVersion(Vec<&'static str>),
    /// A request is something else than an object.
    NotAnObject,
    /// The key stands there twice.
    Duplicate,
    /// No model or input has this name; the known one that looks most like it.
    UnknownKey(Option<&'static str>),
    /// A key that is needed is absent.
    Missing(&'static str),
    /// The model exists in no form here; those that do.
    Unavailable(&'static [&'static str]),
    /// Not one of these names.
    NotAName(Vec<&'static str>),
    /// Not a number, or not one of these limits.
    NotInLimits(Kind, Limits),
    /// Not a colour of six hexadecimal digits.
    NotAColour,
    /// Not a case to compare with, and why.
    NotACase(String),
    /// More than this many stand there.
    TooMany(usize),
    /// Not three shares that are one together.
    NotWeights,
    /// Not one of these measures and two inputs.
    NotAGrid(Vec<&'static str>),
    /// Not an array of this many obligations.
    NotObligations(usize),
    /// Not an object.
    NotAnObligation,
    /// Not a short plain name.
    NotALabel,
    /// A name with characters that are not seen, or that turn the direction of text.
    Hidden,
    /// Not an array of this many numbers.
    NotAList(usize),
    /// Not an array of these.
    NotAListOf(&'static str),
    /// Not a text of 1 to this many characters.
    NotAText(usize),
    /// Not what is asked for.
    NotA(&'static str),
    /// Not an object of these keys.
    NotOptions(&'static [&'static str]),
    /// No JSON can be made of it: why.
    NotReadable(String),
    /// Not a file of this side; those that are.
    NotOfSide(&'static str, Vec<&'static str>),
    /// The ends of a distribution lie on one side of the present value.
    NotEnclosing(f64),
    /// Two axes ask for the same input.
    SameAs(&'static str),
    /// The model gave an answer that no number can hold.
    NoFiniteAnswer,
}

impl Problem {
    /// Why a text is no name.
    pub(super) fn of_name(text: &str) -> Self {
        if text.contains(is_hidden) { Self::Hidden } else { Self::NotALabel }
    }
}

impl Fault {
    pub(super) fn new(key: impl Into<String>, value: String, problem: Problem) -> Self {
        Self { index: None, key: key.into(), value, problem }
    }

    pub(super) fn not_json(error: &serde_json::Error) -> Self {
        Self::new("", String::new(), Problem::NotJson(error.to_string()))
    }

    /// Another model is named than the one that a function asks.
    #[must_use]
    pub fn not_this_model(model: &'static str) -> Self {
        Self::new("model", String::new(), Problem::NotAName(vec![model]))
    }

    /// Not one of these names.
    #[must_use]
    pub fn not_a_name(key: &str, value: &str, names: &[&'static str]) -> Self {
        Self::new(key, value.chars().take(SHOWN).collect(), Problem::NotAName(names.to_vec()))
    }

    /// Something else than what is asked for.
    #[must_use]
    pub fn not_a(key: &str, value: &str, what: &'static str) -> Self {
        Self::new(key, value.chars().take(SHOWN).collect(), Problem::NotA(what))
    }

    /// A value of which no JSON can be made, and why: the first line of it.
    #[must_use]
    pub fn not_readable(key: &str, reason: &str) -> Self {
        let line = reason.lines().next().unwrap_or_default();
        Self::new(key, String::new(), Problem::NotReadable(line.chars().take(LONGEST_REASON).collect()))
    }

    /// A file that another side has.
    #[must_use]
    pub fn not_of_side(kind: &str, side: &'static str, names: Vec<&'static str>) -> Self {
        Self::new("kind", kind.to_owned(), Problem::NotOfSide(side, names))
    }

    /// Ends that do not enclose the present value of their input.
    #[must_use]
    pub fn not_enclosing(not: &NotEnclosing) -> Self {
        let ends = format!("{} to {}", not.ends.min, not.ends.max);
        Self::new(format!("uncertainty.{}", not.id), ends, Problem::NotEnclosing(not.present))
    }

    pub(super) fn at(self, index: usize) -> Self {
        Self { index: Some(index), ..self }
    }
}

/// A fault as a plain value, for scripts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename = "Fault"))]
pub struct Report {
    /// The position of the request in an array, from 0; null for a single one.
    index: Option<usize>,
    /// The key, with the way to it: `inputs.commit_margin`; empty when the fault is not at one.
    key: String,
    /// The value as written, shortened; empty when there is none.
    value: String,
    /// What may stand there: the ends of a range, or names; null where that is no list.
    limit: Option<Limit>,
    /// All of it in a sentence.
    message: String,
}

/// What may stand in a place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename = "FaultLimit"))]
enum Limit {
    Range { min: f64, max: f64 },
    Names(Vec<&'static str>),
}

impl Fault {
    /// The fault as a plain value.
    #[must_use]
    pub fn report(&self) -> Report {
        let Self { index, key, value, problem } = self;
        let limit = match problem {
            Problem::NotInLimits(_, Limits { min, max }) => Some(Limit::Range { min: *min, max: *max }),
            Problem::NotAName(names) | Problem::NotAVersion(names) | Problem::NotOfSide(_, names) => {
                Some(Limit::Names(names.clone()))
            }
            Problem::Unavailable(names) | Problem::NotOptions(names) => Some(Limit::Names(names.to_vec())),
            _ => None,
        };
        Report { index: *index, key: key.clone(), value: value.clone(), limit, message: self.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if let Some(index) = self.index {
            write!(f, "[{index}] ")?;
        }
        if !self.key.is_empty() {
            write!(f, "{}: ", printable(&self.key))?;
        }
        if !self.value.is_empty() {
            write!(f, "{} ", printable(&self.value))?;
        }
        self.problem.fmt(f)
    }
}

/// "a", "a or b", "a, b or c".
fn either(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// Control characters would reach the terminal, and what turns the direction of text would turn the message.
fn printable(text: &str) -> String {
    let escape = |c: char| if c.is_control() || is_hidden(c) { c.escape_unicode().to_string() } else { c.to_string() };
    text.chars().map(escape).collect()
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NotJson(reason) => write!(f, "not JSON: {reason}"),
            Self::NotAState => write!(f, "this is no saved state; what Offtake saves as JSON is one"),
            Self::NotAVersion(known) => write!(f, "is no version that is known here; \"{}\" is", known.join("\", \"")),
            Self::NotAnObject => write!(f, "is not an object of inputs"),
            Self::Duplicate => write!(f, "stands there a second time; each key may stand once"),
            Self::UnknownKey(None) => write!(f, "belongs to no known key"),
            Self::UnknownKey(Some(near)) => write!(f, "belongs to no known key; the nearest one is {near}"),
            Self::Missing(what) => write!(f, "is missing; it must be {what}"),
            Self::Unavailable(models) => write!(f, "is not available; the models are {}", models.join(", ")),
            Self::NotAName(names) => write!(f, "is not one of {}", names.join(", ")),
            Self::NotInLimits(Kind::Whole, Limits { min, max }) => {
                write!(f, "is not a whole number from {min} to {max}")
            }
            Self::NotInLimits(_, Limits { min, max }) => write!(f, "is not a number from {min} to {max}"),
            Self::NotAColour => write!(f, "is not a colour of six hexadecimal digits"),
            Self::NotACase(reason) => write!(f, "is not a case to compare with: {reason}"),
            Self::TooMany(most) => write!(f, "is one more than the {most} that have room"),
            Self::NotWeights => write!(f, "is not three numbers from 0 to 1 that are 1 together"),
            Self::NotAGrid(measures) => write!(f, "is not {} and two different inputs", either(measures)),
            Self::NotObligations(most) => write!(f, "is not an array of 1 to {most} objects"),
            Self::NotAnObligation => write!(f, "is not an object with name, total_b, start_year and years"),
            Self::NotALabel => write!(f, "is not a name of 1 to {LONGEST_NAME} characters, without asterisks"),
            Self::Hidden => write!(f, "holds characters that are not seen or that turn the direction of text"),
            Self::NotAList(most) => write!(f, "is not an array of 1 to {most} numbers"),
            Self::NotAListOf(what) => write!(f, "is not an array of {what}"),
            Self::NotAText(most) => write!(f, "is not a text of 1 to {most} characters"),
            Self::NotA(what) => write!(f, "is not {what}"),
            Self::NotOptions(keys) => write!(f, "is not an object of {}", keys.join(", ")),
            Self::NotReadable(reason) => write!(f, "cannot be written as JSON: {reason}"),
            Self::NotOfSide(side, files) => {
                write!(f, "does not belong to the side {side}; its files are {}", files.join(", "))
            }
            Self::NotEnclosing(present) => write!(f, "are ends that do not enclose the present value, {present}"),
            Self::SameAs(other) => write!(f, "is the same input as {other}; the two must differ"),
            Self::NoFiniteAnswer => write!(f, "has no finite value; this is a fault of the program, please report it"),
        }
    }
}
