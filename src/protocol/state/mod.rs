//! A state of the page as an object: what a saved file holds, and what scripts turn into links and back.
//!
//! | key | value |
//! |---|---|
//! | `model_version`, `data_version` | what the rest means; today's if absent |
//! | `deal` | the deal that the inputs start from: the name of a preset, or `own`; `amazon_anthropic` if absent |
//! | `deal_name` | what an own deal is called, or null |
//! | `accepted` | whether the public completion of deals is accepted, where the articles do not tell them whole |
//! | `scenario` | the scenario on top of it; `base` if absent |
//! | `side` | whose question is asked: `investor`, `lab` or `buyer`; the investor's if absent |
//! | `inputs` | inputs by their keys; those that are absent are those of deal and scenario |
//! | `lab`, `buyer` | the inputs that these sides alone have, as in their requests |
//! | `split` | the part of the new money that is paid at once, where the inputs do not show it |
//! | `stake` | what the shares count for |
//! | `simulation` | `seed`, `payback_within`, and `uncertainty` as in a question |
//! | `weights` | of the scenarios `A`, `B` and `C`, together one |
//! | `grid` | `measure`, `x` and `y` |
//! | `pins`, `against` | cases to compare with, each with `name`, and `deal`, `deal_name`, `accepted`, `scenario`, `inputs`, `split`, `stake`; which one counts, from 1 |
//! | `theme` | `light` or `dark` |
//!
//! A link is lenient, because it may be old or cut; this is strict: one fault, and nothing is taken.

mod decode;

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::link::{Link, PinnedCase, scenario_of};
use super::{Fault, Report};
use crate::analysis::marginals::Overrides;
use crate::analysis::setup::Setup;
use crate::analysis::weights::WEIGHED;
use crate::catalog::uncertainty::DISTRIBUTIONS;
use crate::catalog::{Case, Side};
use crate::model::burden::Obligation;
use crate::model::{Inputs, MODEL_VERSION, Name, Stake};

pub use decode::{decode, decode_file};

/// A state, to be written as JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct State {
    /// Whose question is asked.
    #[cfg_attr(feature = "types", ts(type = "Side"))]
    side: &'static str,
    /// The formulas.
    model_version: &'static str,
    /// The defaults and scenarios.
    data_version: &'static str,
    #[serde(flatten)]
    case: CaseState,
    simulation: SimulationState,
    /// How likely each scenario is.
    #[cfg_attr(feature = "types", ts(type = "Record<\"A\" | \"B\" | \"C\", number>"))]
    weights: BTreeMap<&'static str, f64>,
    /// What the grid shows.
    grid: GridState,
    /// Cases to compare with.
    pins: Vec<Pin>,
    /// Which of the pins the figures are compared with, from 1.
    against: usize,
    /// The theme, where the state asks for one.
    #[cfg_attr(feature = "types", ts(type = "\"light\" | \"dark\" | null"))]
    theme: Option<&'static str>,
}

/// A link that was read, and what was left out of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename = "DecodedLink"))]
pub struct Read {
    /// The state.
    state: State,
    /// Fields that were not understood: their places hold what the page has without the link.
    ignored: Vec<Report>,
}

impl Read {
    /// A state with what was left out on the way to it.
    #[must_use]
    pub fn of(link: &Link, ignored: &[Fault]) -> Self {
        Self { state: State::of(link), ignored: ignored.iter().map(Fault::report).collect() }
    }
}

/// Inputs and what the shares count for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct CaseState {
    /// The deal that the inputs start from.
    #[cfg_attr(feature = "types", ts(type = "Preset | \"own\""))]
    deal: &'static str,
    /// What an own deal is called.
    deal_name: Option<String>,
    /// Whether the public completion of deals is accepted.
    accepted: bool,
    /// The scenario on top of it.
    #[cfg_attr(feature = "types", ts(type = "Scenario"))]
    scenario: &'static str,
    /// Every input.
    #[cfg_attr(feature = "types", ts(type = "Inputs"))]
    inputs: Values,
    /// What the lab's side alone has.
    lab: LabState,
    /// What the buyer's side has.
    #[cfg_attr(feature = "types", ts(type = "BuyerInputs"))]
    buyer: Values,
    /// The part of the new money that is paid at once.
    split: f64,
    /// What the shares count for.
    #[cfg_attr(feature = "types", ts(type = "Stake"))]
    stake: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename = "PinnedCase"))]
struct Pin {
    /// What the reader calls it.
    name: String,
    #[serde(flatten)]
    case: CaseState,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct SimulationState {
    /// Where chance starts.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    seed: u64,
    /// Years within which the money should be back.
    payback_within: f64,
    /// Ends and spreads that were changed.
    #[cfg_attr(feature = "types", ts(type = "Uncertainty"))]
    uncertainty: BTreeMap<&'static str, BTreeMap<&'static str, f64>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct GridState {
    /// What is measured.
    measure: &'static str,
    /// The input across, or `investment` for both tranches together.
    x: &'static str,
    /// The input upwards.
    y: &'static str,
}

/// What the lab's side has beside the growth that it shares with the deal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct LabState {
    years: u32,
    lab_gross_margin: f64,
    funding_b: f64,
    #[cfg_attr(feature = "types", ts(type = "Obligation[]"))]
    obligations: Vec<ObligationState>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct ObligationState {
    name: String,
    total_b: f64,
    start_year: u32,
    years: u32,
}

/// All inputs of a side under their keys, in the order of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Values(pub Side, pub Inputs);

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(side, inputs) = self;
        let mut map = serializer.serialize_map(None)?;
        for input in side.wire_inputs() {
            match input.choice(inputs) {
                Some(choice) => map.serialize_entry(input.id, choice.id)?,
                None => map.serialize_entry(input.id, &input.get(inputs))?,
            }
        }
        map.end()
    }
}

impl State {
    /// The state of a link. What only frames show is not part of it.
    #[must_use]
    pub fn of(link: &Link) -> Self {
        let Link { case, side, stake, setup, plane, theme, pins, against, follows: _, view: _, embed: _ } = link;
        Self {
            side: side.id(),
            model_version: MODEL_VERSION,
            data_version: case.version().id,
            case: CaseState::of(case, *stake),
            simulation: SimulationState::of(setup),
            weights: WEIGHED.into_iter().zip(setup.weights.all()).collect(),
            grid: GridState { measure: plane.measure.id(), x: plane.axes.x().id, y: plane.axes.y().id },
            pins: pins.iter().map(Pin::of).collect(),
            against: against + 1,
            theme: theme.map(super::link::Theme::id),
        }
    }
}

impl CaseState {
    fn of(case: &Case, stake: Stake) -> Self {
        let start = case.start();
        let own_name = start.own_name().filter(|name| *name != Name::NONE);
        Self {
            deal: start.id(),
            deal_name: own_name.map(|name| name.to_string()),
            accepted: case.has_accepted(),
            scenario: scenario_of(case).map_or("base", |scenario| scenario.id),
            inputs: Values(Side::Investor, *case.inputs()),
            lab: LabState::of(case.inputs()),
            buyer: Values(Side::Buyer, *case.inputs()),
            split: case.proportion().immediate_share(),
            stake: stake.id(),
        }
    }
}

impl LabState {
    fn of(inputs: &Inputs) -> Self {
        let obligation = |owed: &Obligation| {
            let Obligation { name, total_b, start_year, years } = *owed;
            ObligationState { name: name.as_str().to_owned(), total_b, start_year, years }
        };
        let lab = &inputs.lab;
        let (years, lab_gross_margin, funding_b) = (lab.years, lab.lab_gross_margin, lab.funding_b);
        Self { years, lab_gross_margin, funding_b, obligations: lab.owed().map(obligation).collect() }
    }
}

impl Pin {
    fn of(pin: &PinnedCase) -> Self {
        Self { name: pin.name.clone(), case: CaseState::of(&pin.case, pin.stake) }
    }
}

impl SimulationState {
    fn of(setup: &Setup) -> Self {
        Self { seed: setup.seed, payback_within: setup.payback_within, uncertainty: changed(&setup.overrides) }
    }
}

/// The ends and spreads that were changed.
fn changed(overrides: &Overrides) -> BTreeMap<&'static str, BTreeMap<&'static str, f64>> {
    let ends = DISTRIBUTIONS.iter().zip(overrides).map(|((id, _), change)| {
        let all = [("low", change.low), ("high", change.high), ("sigma", change.sigma)];
        (*id, all.into_iter().filter_map(|(end, value)| Some((end, value?))).collect::<BTreeMap<_, _>>())
    });
    ends.filter(|(_, ends)| !ends.is_empty()).collect()
}
