//! From an object to a state: every fault at once, each at its place, or the whole state.

use super::super::link::{LONGEST_NAME, Link, MOST_PINS, PinnedCase, Theme};
use super::super::read::{Entries, Raw, objects};
use super::super::{Batch, Fault, Problem, around, deal, simulation};
use crate::analysis::field::{Axes, Measure, Wanted};
use crate::analysis::setup::{LARGEST_SEED, PAYBACK_YEARS, Setup};
use crate::analysis::weights::{WEIGHED, Weights};
use crate::catalog::{
    Case, Control, DATA_VERSIONS, DataVersion, Deal, Kind, Limits, Proportion, SCENARIOS, Scenario, Side, Start,
};
use crate::model::{Inputs, MODEL_VERSION, Name, Stake, is_hidden};

const OF_CASE: [&str; 9] = ["deal", "deal_name", "accepted", "scenario", "inputs", "lab", "buyer", "split", "stake"];
const OF_STATE: [&str; 9] =
    ["model_version", "data_version", "side", "simulation", "weights", "grid", "pins", "against", "theme"];

/// Reads a file that may be anything: what has nothing of a state in it is no state of defaults. `beside` are keys that
/// mean something else to the caller.
///
/// # Errors
/// Every fault in the text; there is no state then.
pub fn decode_file(text: &str, beside: &[&str]) -> Result<Link, Vec<Fault>> {
    let other = || vec![Fault::new("", String::new(), Problem::NotAState)];
    let entries = match objects(text) {
        Ok(Batch::One(Ok(entries))) => entries,
        // Somebody wrote an object by hand: where it is broken helps more than what it should be.
        Err(fault) if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') => return Err(vec![fault]),
        _ => return Err(other()),
    };
    let is_of_state = |key: &str| OF_CASE.contains(&key) || OF_STATE.contains(&key);
    if entries.iter().any(|(key, _)| is_of_state(key)) { state(&entries, beside) } else { Err(other()) }
}

/// Reads a state and nothing else; what is absent is as in the default case.
///
/// # Errors
/// As [`decode_file`].
pub fn decode(text: &str) -> Result<Link, Vec<Fault>> {
    match objects(text).map_err(|fault| vec![fault])? {
        Batch::One(object) => state(&object.map_err(|fault| vec![fault])?, &[]),
        Batch::Many(_) => Err(vec![Fault::new("", "[…]".to_owned(), Problem::NotAnObject)]),
    }
}

/// Entries of one object, where it stands, and the faults found so far.
struct Reader<'a, 'f> {
    entries: &'a Entries<'a>,
    place: &'a str,
    faults: &'f mut Vec<Fault>,
}

fn state(entries: &Entries, beside: &[&str]) -> Result<Link, Vec<Fault>> {
    let mut faults = entries.duplicates();
    let mut reader = Reader { entries, place: "", faults: &mut faults };
    let known: Vec<&str> = OF_CASE.iter().chain(&OF_STATE).chain(beside).copied().collect();
    reader.refuse_unknown(&known);
    let data = reader.versions();
    let side = reader.one_of("side", &Side::ALL, Side::id).unwrap_or_default();
    let (case, stake) = reader.case(data);
    let link = Link {
        side,
        case,
        stake,
        setup: reader.setup(),
        plane: reader.plane(side),
        theme: reader.one_of("theme", &Theme::ALL, Theme::id),
        pins: reader.pins(data),
        ..Link::default()
    };
    let most = whole(link.pins.len().max(1));
    let against = reader.number("against", Kind::Whole, Limits { min: 1.0, max: most }).unwrap_or(1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and at most the number of pins"
    )]
    let link = Link { against: against as usize - 1, ..link };
    if faults.is_empty() { Ok(link) } else { Err(faults) }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of pins")]
fn whole(count: usize) -> f64 {
    count as f64
}

impl<'a> Reader<'a, '_> {
    fn tell(&mut self, key: &str, value: Option<Raw>, problem: Problem) {
        let shown = value.map(Raw::shown).unwrap_or_default();
        self.faults.push(Fault::new(format!("{}{key}", self.place), shown, problem));
    }

    fn refuse_unknown(&mut self, known: &[&str]) {
        let entries = self.entries;
        for (key, value) in entries.iter().filter(|(key, _)| !known.contains(key)) {
            self.tell(key, Some(value), Problem::UnknownKey(None));
        }
    }

    /// The value of a key; a null counts as absent.
    fn get(&self, key: &str) -> Option<Raw<'a>> {
        self.entries.get(key).filter(|value| !value.is_null())
    }

    fn number(&mut self, key: &str, kind: Kind, limits: Limits) -> Option<f64> {
        let value = self.get(key)?;
        let number = around::in_limits(value, kind, limits);
        if number.is_none() {
            self.tell(key, Some(value), Problem::NotInLimits(kind, limits));
        }
        number
    }

    /// One of several, by its name.
    fn one_of<T: Copy>(&mut self, key: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Option<T> {
        let value = self.get(key)?;
        let text = value.text();
        let found = all.iter().copied().find(|one| text.as_deref() == Some(name(*one)));
        if found.is_none() {
            self.tell(key, Some(value), Problem::NotAName(all.iter().map(|one| name(*one)).collect()));
        }
        found
    }

    /// The object at a key with its faults of form told.
    fn object(&mut self, key: &str) -> Option<Entries<'a>> {
        let value = self.get(key)?;
        let Some(object) = value.object() else {
            self.tell(key, Some(value), Problem::NotAnObject);
            return None;
        };
        let place = self.place;
        let within = |fault: Fault| Fault { key: format!("{place}{key}.{}", fault.key), ..fault };
        self.faults.extend(object.duplicates().into_iter().map(within));
        Some(object)
    }

    /// Something from the object at a key.
    fn within<T>(&mut self, key: &str, read: impl FnOnce(&mut Reader<'_, '_>) -> T) -> Option<T> {
        let object = self.object(key)?;
        let place = format!("{}{key}.", self.place);
        Some(read(&mut Reader { entries: &object, place: &place, faults: self.faults }))
    }

    fn versions(&mut self) -> &'static DataVersion {
        let _model = self.version("model_version", &[MODEL_VERSION], |version| version);
        let known: Vec<&'static DataVersion> = DATA_VERSIONS.iter().collect();
        self.version("data_version", &known, |version| version.id).unwrap_or_else(DataVersion::newest)
    }

    fn version<T: Copy>(&mut self, key: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Option<T> {
        let before = self.faults.len();
        let found = self.one_of(key, all, name);
        for fault in self.faults.iter_mut().skip(before) {
            if let Problem::NotAName(known) = &mut fault.problem {
                fault.problem = Problem::NotAVersion(std::mem::take(known));
            }
        }
        found
    }

    fn case(&mut self, data: &'static DataVersion) -> (Case, Stake) {
        let all: Vec<&'static Scenario> = SCENARIOS.iter().collect();
        let scenario = self.one_of("scenario", &all, |scenario| scenario.id).or_else(|| SCENARIOS.first());
        let start = self.start();
        let mut inputs = scenario.map_or_else(|| data.defaults(), |scenario| data.case(start.0, start.1, scenario));
        for (key, side) in [("inputs", Side::Investor), ("lab", Side::Lab), ("buyer", Side::Buyer)] {
            self.within(key, |reader| reader.inputs(side, &mut inputs));
        }
        let split = self.number("split", Kind::Number, Limits::SHARE).map_or_else(Proportion::default, Proportion::of);
        let stake = self.one_of("stake", &Stake::ALL, Stake::id).unwrap_or_default();
        let case =
            scenario.map(|scenario| Case::restored_from(data, start, scenario, inputs, split)).unwrap_or_default();
        (case, stake)
    }

    /// The deal that a case starts from, and whether the reader accepted what completes it.
    fn start(&mut self) -> (Start, bool) {
        let all: Vec<Start> = Deal::computed().map(Start::Deal).chain([Start::Own(Name::NONE)]).collect();
        let mut start = self.one_of("deal", &all, Start::id).unwrap_or_default();
        let answers = [("false", false), ("true", true)];
        let accepted = self.get("accepted").and_then(|value| {
            let found = answers.into_iter().find(|(word, _)| value.shown() == *word);
            if found.is_none() {
                self.tell("accepted", Some(value), Problem::NotAName(answers.map(|(word, _)| word).to_vec()));
            }
            found
        });
        if let Some(value) = self.get("deal_name") {
            let text = value.text().unwrap_or_default();
            match (&mut start, Name::new(&text)) {
                (Start::Own(name), Some(told)) => *name = told,
                (Start::Deal(_), _) => self.tell("deal_name", Some(value), Problem::UnknownKey(Some("deal"))),
                (Start::Own(_), None) => self.tell("deal_name", Some(value), Problem::of_name(&text)),
            }
        }
        (start, accepted.is_some_and(|(_, accepted)| accepted))
    }

    /// The inputs of a side. Scenario and preset stand elsewhere in a state.
    fn inputs(&mut self, side: Side, inputs: &mut Inputs) {
        let (mut faults, place) = (Vec::new(), self.place);
        deal::apply_keys(side, self.entries, &[], inputs, &mut faults);
        self.faults.extend(faults.into_iter().map(|fault| Fault { key: format!("{place}{}", fault.key), ..fault }));
    }

    fn setup(&mut self) -> Setup {
        #[expect(clippy::cast_precision_loss, reason = "exactly the largest whole number that JSON can write")]
        const SEEDS: Limits = Limits { min: 0.0, max: LARGEST_SEED as f64 };
        let mut setup = Setup::default();
        self.within("simulation", |reader| {
            reader.refuse_unknown(&["seed", "payback_within", "uncertainty"]);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the limits")]
            if let Some(seed) = reader.number("seed", Kind::Whole, SEEDS) {
                setup.seed = seed as u64;
            }
            if let Some(years) = reader.number("payback_within", Kind::Number, PAYBACK_YEARS) {
                setup.payback_within = years;
            }
            if let Some(value) = reader.get("uncertainty") {
                let mut faults = Vec::new();
                setup.overrides = simulation::overrides(value, |input| input.slider, &mut faults);
                let place = reader.place;
                let placed = faults.into_iter().map(|fault| Fault { key: format!("{place}{}", fault.key), ..fault });
                reader.faults.extend(placed);
            }
        });
        if let Some(weights) = self.weights() {
            setup.weights = weights;
        }
        setup
    }

    fn weights(&mut self) -> Option<Weights> {
        let value = self.get("weights")?;
        let all = self.within("weights", |reader| {
            reader.refuse_unknown(&WEIGHED);
            WEIGHED.map(|id| reader.number(id, Kind::Number, Limits::SHARE))
        })?;
        let all: Vec<f64> = all.into_iter().flatten().collect();
        let weights = <[f64; 3]>::try_from(all).ok().and_then(Weights::of);
        if weights.is_none() {
            self.tell("weights", Some(value), Problem::NotWeights);
        }
        weights
    }

    fn plane(&mut self, side: Side) -> Wanted {
        let (usual, measures) = (Wanted::usual(side), Measure::of(side));
        let Some(value) = self.get("grid") else { return usual };
        let read = self.within("grid", |reader| {
            reader.refuse_unknown(&["measure", "x", "y"]);
            let controls: Vec<&'static Control> = side.numeric_controls().collect();
            let mut axis = |key| reader.one_of(key, &controls, |control| control.id);
            let (x, y) = (axis("x"), axis("y"));
            (reader.one_of("measure", measures, Measure::id), x, y)
        });
        let Some((measure, x, y)) = read else { return usual };
        let axes = Axes::of(x.unwrap_or(usual.axes.x()), y.unwrap_or(usual.axes.y()));
        if axes.is_none() {
            let names = measures.iter().map(|measure| measure.id()).collect();
            self.tell("grid", Some(value), Problem::NotAGrid(names));
        }
        Wanted { axes: axes.unwrap_or(usual.axes), measure: measure.unwrap_or(usual.measure) }
    }

    fn pins(&mut self, data: &'static DataVersion) -> Vec<PinnedCase> {
        let Some(value) = self.get("pins") else { return Vec::new() };
        let Some(items) = value.items() else {
            self.tell("pins", Some(value), Problem::NotAListOf("cases"));
            return Vec::new();
        };
        let mut pins = Vec::new();
        for (at, item) in items.into_iter().enumerate() {
            if at >= MOST_PINS {
                self.tell("pins", Some(item), Problem::TooMany(MOST_PINS));
                break;
            }
            let place = format!("{}pins[{at}].", self.place);
            match item.object() {
                Some(object) => {
                    let within = |fault: Fault| Fault { key: format!("{place}{}", fault.key), ..fault };
                    self.faults.extend(object.duplicates().into_iter().map(within));
                    let mut reader = Reader { entries: &object, place: &place, faults: self.faults };
                    pins.extend(reader.pin(data));
                }
                None => self.tell(&format!("pins[{at}]"), Some(item), Problem::NotAnObject),
            }
        }
        pins
    }

    fn pin(&mut self, data: &'static DataVersion) -> Option<PinnedCase> {
        let known: Vec<&str> = OF_CASE.into_iter().chain(["name"]).collect();
        self.refuse_unknown(&known);
        let (case, stake) = self.case(data);
        let name = self.entries.get("name");
        let text = name.and_then(Raw::text).map(|name| name.trim().to_owned());
        if text.as_ref().is_some_and(|name| name.contains(is_hidden)) {
            self.tell("name", name, Problem::Hidden);
            return None;
        }
        let text = text.filter(|name| !name.is_empty() && name.chars().count() <= LONGEST_NAME);
        if text.is_none() {
            self.tell("name", name, Problem::NotAText(LONGEST_NAME));
        }
        Some(PinnedCase { name: text?, case, stake })
    }
}
