//! From a state to a query.

use form_urlencoded::Serializer;

use super::{
    ACCEPT, AGAINST, DATA, DEAL, GRID, Link, MODEL, NAMES, OWN_NAME, PIN, PinnedCase, SCENARIO, SEED, SEPARATOR, SIDE,
    SPLIT, STAKE, THEME, VIEW, WEIGHTS, WITHIN, embed, scenario_of, short,
};
use crate::analysis::field::Wanted;
use crate::analysis::setup::{End, Setup};
use crate::catalog::uncertainty::DISTRIBUTIONS;
use crate::catalog::{self, ALL_INPUTS, Case, DataVersion, Input, Proportion, Side, Start};
use crate::model::{MODEL_VERSION, Name, Stake};

/// Keys and values, in a fixed order.
type Pairs = Vec<(String, String)>;

/// The query of a state, without the question mark.
#[must_use]
pub fn encode(link: &Link) -> String {
    let mut query = Serializer::new(String::new());
    let data = link.case.version();
    if !link.follows {
        query.append_pair(MODEL, MODEL_VERSION).append_pair(DATA, data.id);
    }
    if let Some(embed) = &link.embed {
        query.extend_pairs(embed::encode(embed, link.side));
    }
    if link.side != Side::default() {
        query.append_pair(SIDE, link.side.id());
    }
    query.extend_pairs(case(data, &link.case, link.stake));
    query.extend_pairs(setup(&link.setup));
    if link.plane != Wanted::usual(link.side) {
        let Wanted { axes, measure } = link.plane;
        query.append_pair(GRID, &[measure.id(), short(axes.x().id), short(axes.y().id)].join(","));
    }
    if let Some(theme) = link.theme {
        query.append_pair(THEME, theme.id());
    }
    if let Some(view) = &link.view {
        query.append_pair(VIEW, view);
    }
    for pin in &link.pins {
        query.append_pair(PIN, &pinned(data, pin));
    }
    if link.against != 0 {
        query.append_pair(AGAINST, &(link.against + 1).to_string());
    }
    // A comma needs no disguise in a query, and people read these.
    query.finish().replace("%2C", ",")
}

/// Deal, scenario, inputs that differ from them, and the stake.
fn case(data: &DataVersion, case: &Case, stake: Stake) -> Pairs {
    let mut pairs = Pairs::new();
    let mut put = |key: &str, value: String| pairs.push((key.to_owned(), value));
    let start = case.start();
    if start.id() != Start::default().id() {
        put(DEAL, start.id().to_owned());
    }
    if let Some(name) = start.own_name().filter(|name| *name != Name::NONE) {
        put(OWN_NAME, name.to_string());
    }
    if case.has_accepted() {
        put(ACCEPT, "1".to_owned());
    }
    let scenario = scenario_of(case);
    if let Some(scenario) = scenario.filter(|scenario| Some(scenario.id) != DataVersion::base().map(|base| base.id)) {
        put(SCENARIO, scenario.id.to_owned());
    }
    let accepted = case.has_accepted();
    let reference = scenario.map_or_else(|| data.defaults(), |scenario| data.case(start, accepted, scenario));
    for input in ALL_INPUTS.iter().filter(|input| input.differs(case.inputs(), &reference)) {
        put(input.short, value(input, input.get(case.inputs())));
    }
    let places = case.inputs().lab.obligations.iter().zip(&reference.lab.obligations);
    for (key, (present, before)) in NAMES.into_iter().zip(places) {
        if present.name != before.name {
            put(key, present.name.to_string());
        }
    }
    if case.proportion() != proportion_of(case) {
        put(SPLIT, case.proportion().immediate_share().to_string());
    }
    if stake != Stake::default() {
        put(STAKE, stake.id().to_owned());
    }
    pairs
}

/// The proportion that a reader of the inputs alone would take.
fn proportion_of(case: &Case) -> Proportion {
    let mut proportion = Proportion::default();
    proportion.remember(case.inputs());
    proportion
}

/// The shortest decimal that gives the same bits, or the name of the option.
fn value(input: &Input, value: f64) -> String {
    let option = input.choices().iter().find(|choice| input.choice_position(choice.id) == Some(value));
    option.map_or_else(|| value.to_string(), |choice| choice.id.to_owned())
}

fn setup(setup: &Setup) -> Pairs {
    let mut pairs = Pairs::new();
    let standard = Setup::default();
    if setup.seed != standard.seed {
        pairs.push((SEED.to_owned(), setup.seed.to_string()));
    }
    if setup.payback_within.to_bits() != standard.payback_within.to_bits() {
        pairs.push((WITHIN.to_owned(), setup.payback_within.to_string()));
    }
    for ((id, _), change) in DISTRIBUTIONS.iter().zip(&setup.overrides) {
        let short = catalog::find(id).map_or(*id, |input| input.short);
        for (end, value) in [(End::Low, change.low), (End::High, change.high), (End::Sigma, change.sigma)] {
            pairs.extend(value.map(|value| (format!("{}.{short}", end.id()), value.to_string())));
        }
    }
    if setup.weights != standard.weights {
        pairs.push((WEIGHTS.to_owned(), setup.weights.all().map(|weight| weight.to_string()).join(",")));
    }
    pairs
}

/// In the name of a pinned case: looks like the separator, which stands after it.
const LIKE_SEPARATOR: &str = "\u{2217}";

fn pinned(data: &DataVersion, pin: &PinnedCase) -> String {
    let name = pin.name.replace(SEPARATOR, LIKE_SEPARATOR);
    case(data, &pin.case, pin.stake)
        .into_iter()
        .fold(name, |text, (key, value)| text + &format!("{SEPARATOR}{key}{SEPARATOR}{value}"))
}
