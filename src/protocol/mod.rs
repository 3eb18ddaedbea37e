//! Contracts as plain values: the wire JSON.
//!
//! A request is one JSON object, or an array of them. `model` says what is asked; its inputs stand flat beside it:
//!
//! | `model` | other keys | answer |
//! |---|---|---|
//! | `deal`, or absent | the keys of the catalogue, `preset`, `scenario` | [`Outcome`] |
//! | `lab` | the keys of its side, `obligations: [{name, total_b, start_year, years}]` | [`LabOutcome`] |
//! | `buyer` | the keys of its side | [`BuyerOutcome`] |
//! | `irr` | `flows`, `discount_rate` | [`irr::Answer`] |
//! | `tornado` | `inputs: {...}`, `side`, of the deal `preset`, `scenario` | [`Tornado`] |
//! | `grid` | those, `x`, `y`, `xs`, `ys` | [`Grid`] |
//! | `montecarlo` | `inputs: {...}`, `preset`, `scenario`, `draws`, `seed`, `payback_within`, `uncertainty` | [`Simulation`] |
//!
//! An explicit key overrides the scenario, the scenario the preset, the preset the defaults. What is absent keeps its
//! default. Anything that is not understood is a [`Fault`], and all faults of a text are found at once.
//!
//! A further model is one more file, one variant of [`Request`] and of [`Reply`], and one arm in each of their matches.

mod around;
pub mod catalogue;
mod deal;
mod fault;
mod finite;
pub mod grid;
pub mod irr;
pub mod kept;
pub mod link;
pub mod message;
mod obligations;
pub mod options;
mod read;
mod simulation;
pub mod state;
mod written;

use serde::Serialize;

pub use fault::{Fault, Problem, Report};
pub use read::unwritable;
pub use written::json;

use crate::analysis::grid::Grid;
use crate::analysis::monte_carlo::{self, Simulation, simulate};
use crate::analysis::objective::Objective;
use crate::analysis::tornado::{Tornado, tornado};
use crate::catalog::{DATA_VERSION, Side};
use crate::model::{self, BuyerOutcome, Inputs, LabOutcome, MODEL_VERSION, Outcome, Stake, burden, buyer};
use read::Entries;

/// The models that can be asked.
pub const MODELS: &[&str] = &["deal", "lab", "buyer", "irr", "tornado", "grid", "montecarlo"];

const MODEL: &str = "model";
/// The model that is asked where none is named.
const USUAL: &str = "deal";

/// The versions of what answers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Versions {
    /// The program.
    program: &'static str,
    /// The formulas.
    model: &'static str,
    /// The defaults, scenarios and facts.
    data: &'static str,
}

impl Versions {
    /// Those of this program.
    #[must_use]
    pub const fn present() -> Self {
        Self { program: env!("CARGO_PKG_VERSION"), model: MODEL_VERSION, data: DATA_VERSION }
    }
}

/// One of something, or an array of them: the answer has the form of the question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Batch<T> {
    /// A single object.
    One(T),
    /// An array of objects.
    Many(Vec<T>),
}

/// A question, checked: everything in it is finite and within the limits.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// What is the deal worth?
    Deal(Box<Inputs>),
    /// What does the lab owe, against what it earns?
    Lab(Box<Inputs>),
    /// What is the buyer's commitment worth?
    Buyer(Box<Inputs>),
    /// Which rates solve these flows?
    Irr(irr::Flows),
    /// How far does each input alone move what a side wants?
    Tornado(Side, Box<Inputs>),
    /// What is that over two inputs?
    Grid(Box<grid::Question>),
    /// What if eleven inputs move together?
    Simulation(Box<monte_carlo::Question>),
}

/// An answer, in the shape of the wire format.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Reply {
    /// To [`Request::Deal`].
    Deal(Box<Outcome>),
    /// To [`Request::Lab`].
    Lab(Box<LabOutcome>),
    /// To [`Request::Buyer`].
    Buyer(Box<BuyerOutcome>),
    /// To [`Request::Irr`].
    Irr(irr::Answer),
    /// To [`Request::Tornado`].
    Tornado(Tornado),
    /// To [`Request::Grid`].
    Grid(Grid),
    /// To [`Request::Simulation`]; nothing if its distributions were not checked.
    Simulation(Option<Box<Simulation>>),
}

impl<T> Batch<T> {
    /// The items, however many.
    pub fn items(&self) -> &[T] {
        match self {
            Self::One(item) => std::slice::from_ref(item),
            Self::Many(items) => items,
        }
    }

    fn map<U>(&self, each: impl Fn(&T) -> U) -> Batch<U> {
        match self {
            Self::One(item) => Batch::One(each(item)),
            Self::Many(items) => Batch::Many(items.iter().map(each).collect()),
        }
    }
}

impl Request {
    /// The name of the model that is asked.
    #[must_use]
    pub const fn model(&self) -> &'static str {
        match self {
            Self::Deal(_) => "deal",
            Self::Lab(_) => "lab",
            Self::Buyer(_) => "buyer",
            Self::Irr(_) => "irr",
            Self::Tornado(..) => "tornado",
            Self::Grid(_) => "grid",
            Self::Simulation(_) => "montecarlo",
        }
    }

    /// What a side asks about inputs.
    #[must_use]
    pub fn of(side: Side, inputs: &Inputs) -> Self {
        let inputs = Box::new(*inputs);
        match side {
            Side::Investor => Self::Deal(inputs),
            Side::Lab => Self::Lab(inputs),
            Side::Buyer => Self::Buyer(inputs),
        }
    }

    /// Asks the model.
    #[must_use]
    pub fn answer(&self) -> Reply {
        match self {
            Self::Deal(inputs) => Reply::Deal(Box::new(model::evaluate(inputs))),
            Self::Irr(flows) => Reply::Irr(flows.answer()),
            Self::Lab(inputs) => Reply::Lab(Box::new(burden::evaluate(inputs))),
            Self::Buyer(inputs) => Reply::Buyer(Box::new(buyer::evaluate(inputs))),
            Self::Tornado(side, inputs) => Reply::Tornado(tornado(inputs, Objective::of(*side, Stake::LeftOut))),
            Self::Grid(question) => Reply::Grid(question.answer()),
            Self::Simulation(question) => Reply::Simulation(simulate((**question).clone()).ok().map(Box::new)),
        }
    }
}

impl Batch<Reply> {
    /// The answers as JSON text, ending in a line break.
    ///
    /// # Errors
    /// When an answer holds a number that JSON cannot write. None should: the model is total. JSON would write it as
    /// null, which reads as "does not apply", so it is refused here.
    pub fn to_json(&self) -> Result<String, Vec<Fault>> {
        finite::check(self)?;
        let json = written::json(self).map_err(|error| vec![Fault::not_json(&error)])?;
        Ok(json + "\n")
    }
}

/// Whether JSON can write an answer: every number in it is finite.
///
/// # Errors
/// When one is not. None should be: the model is total.
pub fn all_finite(answer: &impl Serialize) -> Result<(), Vec<Fault>> {
    finite::check(answer)
}

/// Answers a text of requests.
///
/// # Errors
/// Every fault in the text; there are no answers then.
pub fn evaluate(text: &str) -> Result<Batch<Reply>, Vec<Fault>> {
    Ok(decode(text)?.map(Request::answer))
}

/// Reads and checks a text of requests.
///
/// # Errors
/// Every fault in the text.
pub fn decode(text: &str) -> Result<Batch<Request>, Vec<Fault>> {
    match read::objects(text).map_err(|fault| vec![fault])? {
        Batch::One(object) => request(object, USUAL).map(Batch::One),
        Batch::Many(objects) => {
            let (mut requests, mut faults) = (Vec::new(), Vec::new());
            for (index, object) in objects.into_iter().enumerate() {
                match request(object, USUAL) {
                    Ok(request) => requests.push(request),
                    Err(found) => faults.extend(found.into_iter().map(|fault| fault.at(index))),
                }
            }
            if faults.is_empty() { Ok(Batch::Many(requests)) } else { Err(faults) }
        }
    }
}

/// Reads and checks the one question that a text asks of a model, whether it names the model or not.
///
/// # Errors
/// Every fault in the text; another model is one.
pub fn question(model: &'static str, text: &str) -> Result<Request, Vec<Fault>> {
    let object = match read::objects(text).map_err(|fault| vec![fault])? {
        Batch::One(object) => object.map_err(|fault| vec![fault])?,
        Batch::Many(_) => return Err(vec![Fault::new("", "[…]".to_owned(), Problem::NotAnObject)]),
    };
    match object.get(MODEL).filter(|named| named.text().as_deref() != Some(model)) {
        Some(other) => Err(vec![Fault { value: other.shown(), ..Fault::not_this_model(model) }]),
        None => request(Ok(object), model),
    }
}

/// The `usual` model is asked where none is named.
fn request(object: Result<Entries, Fault>, usual: &'static str) -> Result<Request, Vec<Fault>> {
    let entries = &object.map_err(|fault| vec![fault])?;
    let mut faults = entries.duplicates();
    let request = match model_of(entries, usual) {
        Ok("irr") => Request::Irr(irr::decode(entries, &mut faults)),
        Ok("lab") => Request::Lab(Box::new(deal::decode(Side::Lab, entries, &mut faults))),
        Ok("buyer") => Request::Buyer(Box::new(deal::decode(Side::Buyer, entries, &mut faults))),
        Ok("tornado") => match around::sided(entries, &[], &mut faults) {
            Some((side, inputs)) => Request::Tornado(side, Box::new(inputs)),
            None => return Err(faults),
        },
        Ok("montecarlo") => Request::Simulation(Box::new(simulation::decode(entries, &mut faults))),
        Ok("grid") => match grid::decode(entries, &mut faults) {
            Some(question) => Request::Grid(Box::new(question)),
            None => return Err(faults),
        },
        Ok(_) => Request::Deal(Box::new(deal::decode(Side::Investor, entries, &mut faults))),
        Err(fault) => {
            faults.push(fault);
            return Err(faults);
        }
    };
    if faults.is_empty() { Ok(request) } else { Err(faults) }
}

fn model_of(entries: &Entries, usual: &'static str) -> Result<&'static str, Fault> {
    let Some(value) = entries.get(MODEL) else {
        return Ok(usual);
    };
    let known = MODELS.iter().find(|model| value.text().as_deref() == Some(**model));
    known.copied().ok_or_else(|| Fault::new(MODEL, value.shown(), Problem::Unavailable(MODELS)))
}
