//! The catalogue is complete, consistent, and says what the worked cases say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::collections::HashSet;

use offtake::catalog::{
    ALL_INPUTS, CLAUSES, CONTRADICTIONS, Differences, FACTS, Group, INPUTS, Input, Kind, LAB_PRESETS, LimitFault,
    PRESETS, PUBLIC, RUN_RATES, Reference, SCENARIOS, SOURCES, Scenario, Side, Source, Status, Unit, assumption_count,
    changed, defaults, find, place,
};
use offtake::model::{AdoptionModel, CommitShape, Inputs, Lens, PriorMode, Timing, TranchePricing};
use serde_json::{Map, Value, json};

fn cases() -> Value {
    serde_json::from_str(include_str!("cases.json")).unwrap()
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap()
}

/// An input's value as the wire format writes it.
fn wire(input: &Input, inputs: &Inputs) -> Value {
    match input.kind {
        Kind::Choice(_) => json!(input.choice(inputs).unwrap().id),
        Kind::Number | Kind::Whole => json!(input.get(inputs)),
    }
}

/// Numbers by value (10 and 10.0 are the same), names by name.
fn same(a: &Value, b: &Value) -> bool {
    a == b || (a.is_number() && a.as_f64() == b.as_f64())
}

fn assert_agrees(what: &str, expected: &Map<String, Value>, inputs: &Inputs) {
    for (key, value) in expected {
        let input = find(key).unwrap_or_else(|| panic!("{what}: no row {key}"));
        assert!(same(value, &wire(input, inputs)), "{what}: {key} is {}, not {value}", wire(input, inputs));
    }
}

fn assert_sentence(id: &str, text: &str) {
    assert!(text.len() > 8 && text.ends_with('.'), "{id}: {text:?} is not a sentence");
    assert!(text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '$'), "{id}: {text:?}");
    assert_clean(id, text);
}

fn assert_clean(id: &str, text: &str) {
    assert!(!text.is_empty() && text == text.trim() && !text.contains("  "), "{id}: {text:?}");
    let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    for banned in ["guarantee", "guaranteed", "will", "roi", "winner", "massive"] {
        assert!(!words.iter().any(|word| word == banned), "{id}: {banned:?} in {text:?}");
    }
}

fn assert_unique<'a>(ids: impl Iterator<Item = &'a str>) {
    let mut seen = HashSet::new();
    for id in ids {
        assert!(seen.insert(id), "{id} twice");
    }
}

/// A value is a whole number of steps from the slider's lower end.
fn on_step(input: &Input, value: f64) -> bool {
    let steps = (value - input.slider.min) / input.step;
    (steps - steps.round()).abs() < 1e-6
}

#[test]
fn every_row_is_complete() {
    assert_unique(ALL_INPUTS.iter().map(|input| input.id));
    assert_unique(ALL_INPUTS.iter().map(|input| input.label));
    for input in ALL_INPUTS {
        let id = input.id;
        assert_clean(id, input.label);
        assert!(input.label.len() <= 40 && !input.label.ends_with('.'), "{id}: {}", input.label);
        assert_sentence(id, input.meaning);
        assert_sentence(id, input.note);
        assert!(input.as_of == "undated" || input.as_of.starts_with("202"), "{id}: {}", input.as_of);
    }
}

#[test]
fn every_default_lies_inside_its_limits_and_on_its_step() {
    for input in ALL_INPUTS {
        let id = input.id;
        for limits in [input.slider, input.model] {
            assert!(limits.min.is_finite() && limits.max.is_finite() && limits.min < limits.max, "{id}: {limits:?}");
        }
        assert!(input.slider.contains(input.default), "{id}");
        assert!(input.model.contains(input.slider.min) && input.model.contains(input.slider.max), "{id}");
        assert!(input.step > 0.0 && on_step(input, input.default) && on_step(input, input.slider.max), "{id}");
        assert_eq!(input.check(input.default), Ok(()), "{id}");
        if input.kind == Kind::Whole {
            assert!([input.step, input.slider.min, input.model.min, input.model.max].iter().all(|x| x.fract() == 0.0));
            // 0 says "never" of the buyer's switch and lock-in; all other years and counts begin at 1.
            let first = if ["switch_year", "lock_in_after_year"].contains(&id) { 0.0 } else { 1.0 };
            assert!(input.model.min >= first && input.model.max <= 50.0, "{id}: {:?}", input.model);
        }
    }
}

#[test]
fn every_default_has_the_sources_that_its_status_claims() {
    for input in ALL_INPUTS {
        let id = input.id;
        for source in input.sources {
            assert!(Reference::find(source).is_some(), "{id}: {source}");
        }
        let backed_by = |letter| input.sources.iter().any(|source| source.starts_with(letter));
        match input.status {
            Status::Stated => assert!(backed_by('S'), "{id}"),
            Status::Public => assert!(backed_by('P'), "{id}"),
            Status::Assumption => assert!(input.note.len() > 30, "{id}: an assumption needs a reason"),
        }
    }
}

#[test]
fn assumptions_are_counted() {
    let counted: usize = INPUTS.iter().map(|input| usize::from(input.status == Status::Assumption)).sum();
    assert_eq!(assumption_count(), counted);
    assert!((20..40).contains(&counted), "{counted}");
}

#[test]
fn a_choice_has_its_options_in_the_order_of_the_model() {
    let options = |id: &str| find(id).unwrap().choices().iter().map(|choice| choice.id).collect::<Vec<_>>();
    let ordered = |id: &str, names: &[&str]| assert_eq!(options(id), names, "{id}");
    ordered("prior_mode", &["sunk", "at_cost"]);
    ordered("commit_shape", &["flat", "ramp", "back_loaded", "growth_linked"]);
    ordered("lens", &["margin", "capex"]);
    ordered("adoption_model", &["logistic", "bass", "linear", "none"]);
    ordered("tranche_pricing", &["market", "entry"]);
    ordered("timing", &["end", "mid"]);

    let with = |id: &str, option: &str| {
        let mut inputs = defaults();
        let input = find(id).unwrap();
        input.set(&mut inputs, input.choice_position(option).unwrap()).unwrap();
        assert_eq!(input.choice(&inputs).unwrap().id, option);
        inputs
    };
    assert_eq!(with("prior_mode", "at_cost").prior_mode, PriorMode::AtCost);
    assert_eq!(with("commit_shape", "ramp").commit_shape, CommitShape::Ramp);
    assert_eq!(with("commit_shape", "back_loaded").commit_shape, CommitShape::BackLoaded);
    assert_eq!(with("commit_shape", "growth_linked").commit_shape, CommitShape::GrowthLinked);
    assert_eq!(with("lens", "capex").lens, Lens::Capex);
    assert_eq!(with("adoption_model", "bass").adoption_model, AdoptionModel::Bass);
    assert_eq!(with("adoption_model", "linear").adoption_model, AdoptionModel::Linear);
    assert_eq!(with("adoption_model", "none").adoption_model, AdoptionModel::None);
    assert_eq!(with("tranche_pricing", "entry").tranche_pricing, TranchePricing::Entry);
    assert_eq!(with("timing", "mid").timing, Timing::Mid);
    for input in INPUTS {
        assert_eq!(input.unit == Unit::Choice, !input.choices().is_empty(), "{}", input.id);
    }
}

#[test]
fn an_input_reads_back_what_was_set_and_touches_nothing_else() {
    for input in ALL_INPUTS {
        for value in [input.slider.min, input.slider.max, input.model.min, input.model.max] {
            let mut inputs = defaults();
            input.set(&mut inputs, value).unwrap();
            assert_eq!(input.get(&inputs).to_bits(), value.to_bits(), "{}", input.id);
            let others = ALL_INPUTS.iter().filter(|other| other.id != input.id && other.differs(&inputs, &defaults()));
            assert_eq!(others.map(|other| other.id).collect::<Vec<_>>(), Vec::<&str>::new(), "{}", input.id);
        }
    }
}

#[test]
fn a_value_that_the_model_does_not_take_changes_nothing() {
    let margin = find("commit_margin").unwrap();
    let years = find("commit_years").unwrap();
    let lens = find("lens").unwrap();
    let table = [
        (margin, f64::NAN, LimitFault::NotFinite),
        (margin, f64::INFINITY, LimitFault::NotFinite),
        (margin, 1.01, LimitFault::Outside(margin.model)),
        (years, 2.5, LimitFault::NotWhole),
        (years, 0.0, LimitFault::Outside(years.model)),
        (years, 51.0, LimitFault::Outside(years.model)),
        (lens, 0.5, LimitFault::NotWhole),
        (lens, 2.0, LimitFault::Outside(lens.model)),
    ];
    for (input, value, fault) in table {
        let mut inputs = defaults();
        assert_eq!(input.set(&mut inputs, value), Err(fault), "{} {value}", input.id);
        assert_eq!(inputs, defaults(), "{} {value}", input.id);
    }
}

#[test]
fn a_magnitude_that_nobody_means_is_zero() {
    let mut inputs = defaults();
    find("discount_rate").unwrap().set(&mut inputs, 1e-300).unwrap();
    find("commit_margin").unwrap().set(&mut inputs, -0.0).unwrap();
    assert_eq!(inputs.discount_rate.to_bits(), 0.0_f64.to_bits());
    assert_eq!(inputs.commit_margin.to_bits(), 0.0_f64.to_bits());
}

#[test]
fn defaults_are_those_of_the_worked_cases() {
    let cases = cases();
    let expected = object(&cases["defaults"]);
    assert_agrees("defaults", expected, &defaults());
    let keys: HashSet<_> = expected.keys().map(String::as_str).collect();
    assert_eq!(keys, INPUTS.iter().map(|input| input.id).collect());
    assert_eq!(changed(&defaults(), &defaults()).count(), 0);
}

#[test]
fn the_other_sides_start_as_in_the_worked_cases() {
    let cases = cases();
    for (side, name) in [(Side::Buyer, "buyer_defaults"), (Side::Lab, "lab_defaults")] {
        let mut expected = object(&cases[name]).clone();
        let obligations = expected.remove("obligations");
        assert_agrees(name, &expected, &defaults());
        let keys: HashSet<_> = expected.keys().map(String::as_str).collect();
        assert_eq!(keys, side.wire_inputs().map(|input| input.id).collect(), "{name}");
        assert_eq!(obligations.is_some(), side == Side::Lab);
        if let Some(list) = obligations {
            let owed = |place: &offtake::model::Obligation| {
                json!({ "name": place.name.as_str(), "total_b": place.total_b,
                    "start_year": place.start_year, "years": place.years })
            };
            assert_eq!(list, json!(defaults().lab.owed().map(owed).collect::<Vec<_>>()));
        }
    }
    assert_eq!(Side::Investor.inputs().len(), INPUTS.len());
    assert!(Side::Investor.inputs().iter().zip(INPUTS).all(|(one, other)| one.id == other.id));
}

#[test]
fn a_side_knows_its_own_inputs_alone() {
    for (side, key, known) in [
        (Side::Investor, "commit_margin", true),
        (Side::Investor, "arr0_b", true),
        (Side::Lab, "arr0_b", true),
        (Side::Lab, "funding_b", true),
        (Side::Lab, "commit_margin", false),
        (Side::Buyer, "discount", true),
        (Side::Buyer, "arr0_b", false),
        (Side::Investor, "discount", false),
        (Side::Investor, "obligation_1_total_b", false),
    ] {
        assert_eq!(side.input(key).is_some(), known, "{} {key}", side.id());
    }
    assert!(Side::Lab.wire_inputs().all(|input| input.group != Group::Obligations));
    for side in Side::ALL {
        assert_eq!((Side::find(side.id()), side.id() == "investor"), (Some(side), side == Side::default()));
        assert!(side.controls().len() >= side.groups().len() && !side.label().is_empty());
        for input in side.inputs().iter().filter(|input| input.id != "immediate_b" && input.id != "contingent_b") {
            assert!(side.controls().iter().any(|control| control.id == input.id), "{}", input.id);
        }
    }
}

#[test]
fn each_place_of_an_obligation_has_its_three_rows() {
    for at in 0..6 {
        let ids = place(at).unwrap().each_ref().map(|input| input.id.to_owned());
        assert_eq!(ids, ["total_b", "start_year", "years"].map(|key| format!("obligation_{}_{key}", at + 1)));
        let mut inputs = defaults();
        for (input, value) in place(at).unwrap().iter().zip([7.0, 3.0, 2.0]) {
            input.set(&mut inputs, value).unwrap();
        }
        let found = inputs.lab.obligations[at];
        assert_eq!((found.total_b, found.start_year, found.years), (7.0, 3, 2));
    }
    assert!(place(6).is_none());
}

#[test]
fn what_is_reported_of_the_lab_is_complete() {
    assert_unique(LAB_PRESETS.iter().map(|preset| preset.id));
    assert_unique(RUN_RATES.iter().map(|rate| rate.id));
    let sourced = |id: &str, sources: &[&str]| {
        assert!(!sources.is_empty() && sources.iter().all(|source| Reference::find(source).is_some()), "{id}");
    };
    for rate in RUN_RATES {
        assert_sentence(rate.id, rate.note);
        assert_clean(rate.id, rate.label);
        sourced(rate.id, rate.sources);
        assert!(rate.as_of.starts_with("2026") && find("arr0_b").unwrap().slider.contains(rate.value_b));
    }
    assert_eq!(RUN_RATES.iter().map(|rate| rate.value_b).collect::<Vec<_>>(), [30.0, 22.0, 47.0]);
    for preset in LAB_PRESETS {
        assert_sentence(preset.id, preset.note);
        assert_clean(preset.id, preset.label);
        for owed in preset.obligations.iter() {
            assert_sentence(owed.name, owed.note);
            sourced(owed.name, owed.sources);
        }
        let mut inputs = defaults();
        preset.apply(&mut inputs);
        let names: Vec<_> = inputs.lab.owed().map(|owed| owed.name.to_string()).collect();
        assert_eq!(names, preset.obligations.iter().map(|owed| owed.name).collect::<Vec<_>>());
    }
    let mut inputs = defaults();
    LAB_PRESETS[0].apply(&mut inputs);
    assert_eq!(inputs, defaults(), "the first is the default");
    assert!(LAB_PRESETS[1].label == "Public reports" && LAB_PRESETS[1].note.contains("assumed"));
}

#[test]
fn a_clause_takes_one_step_in_the_favour_of_the_buyer_and_stops_at_the_end() {
    for (id, present, expected) in [
        ("discount", 0.09, Some(0.1)),
        ("discount", 0.295, Some(0.3)),
        ("discount", 0.3, None),
        ("discount", 0.5, None),
        ("price_match", 0.8, Some(1.0)),
        ("shortfall_rate", 0.1, Some(0.0)),
        ("shortfall_rate", 0.0, None),
        ("commit_step", 0.1, Some(0.05)),
        ("commit_step", -0.1, None),
        ("term_years", 3.0, Some(2.0)),
        ("term_years", 1.0, None),
    ] {
        let clause = CLAUSES.iter().find(|clause| clause.id == id).unwrap();
        assert_eq!(clause.stepped(clause.input().unwrap(), present), expected, "{id} at {present}");
    }
}

fn assert_lists<'a>(expected: &Value, lists: impl Iterator<Item = (&'a str, Differences, Inputs)>) {
    let mut left: HashSet<_> = object(expected).keys().map(String::as_str).collect();
    for (id, values, inputs) in lists {
        assert!(left.remove(id), "{id}");
        let expected = object(&expected[id]);
        assert_unique(values.iter().map(|(key, _)| *key));
        assert_eq!(values.len(), expected.len(), "{id}");
        assert_agrees(id, expected, &inputs);
        for input in changed(&inputs, &defaults()) {
            assert!(expected.contains_key(input.id), "{id}: {}", input.id);
        }
    }
    assert!(left.is_empty(), "missing: {left:?}");
}

#[test]
fn scenarios_are_those_of_the_worked_cases() {
    assert_lists(&cases()["scenarios"], SCENARIOS.iter().map(|it| (it.id, it.values, it.inputs())));
    for scenario in SCENARIOS {
        assert_sentence(scenario.id, scenario.meaning);
        assert_clean(scenario.id, scenario.chip);
        assert_eq!(Scenario::find(scenario.id).unwrap().id, scenario.id);
    }
}

#[test]
fn a_scenario_leaves_alone_what_it_does_not_name() {
    let mut inputs = defaults();
    find("tax_rate").unwrap().set(&mut inputs, 0.3).unwrap();
    Scenario::find("B").unwrap().apply(&mut inputs);
    assert_eq!((inputs.tax_rate, inputs.commit_margin), (0.3, 0.19));
}

#[test]
fn presets_are_those_of_the_worked_cases() {
    assert_lists(&cases()["presets"], PRESETS.iter().map(|it| (it.id, it.values, it.inputs())));
    for preset in PRESETS {
        assert_sentence(preset.id, preset.note);
        assert_clean(preset.id, preset.name);
    }
}

#[test]
fn every_worked_case_lies_inside_the_model_limits() {
    for case in cases()["cases"].as_array().unwrap() {
        let named = object(&case["inputs"]);
        for (key, value) in named.iter().filter(|_| !named.contains_key("model")) {
            if let (Some(input), Some(value)) = (find(key), value.as_f64()) {
                assert_eq!(input.check(value), Ok(()), "{}: {key}", case["name"]);
            }
        }
    }
}

#[test]
fn every_group_has_inputs_in_one_piece() {
    let pieces = |inputs: &[Input]| -> Vec<Group> {
        let order: Vec<_> = inputs.iter().map(|input| input.group).collect();
        order.chunk_by(|a, b| a == b).map(|piece| piece[0]).collect()
    };
    assert_eq!(pieces(ALL_INPUTS), Group::ALL);
    assert_eq!(Group::ALL.iter().map(|group| group.inputs().count()).sum::<usize>(), ALL_INPUTS.len());
    for side in Side::ALL {
        assert_eq!(pieces(side.inputs()), side.groups(), "{}", side.id());
        assert_eq!(side.groups().iter().map(|group| group.inputs().count()).sum::<usize>(), side.inputs().len());
    }
    assert_unique(Group::ALL.iter().map(|group| group.id()));
    assert_unique(Group::ALL.iter().map(|group| group.label()));
    assert_eq!(Group::LabGrowth.sides().collect::<Vec<_>>(), [Side::Investor, Side::Lab]);
}

#[test]
fn facts_are_complete_and_found() {
    let numbered = |letter: char, count: usize| (1..=count).map(move |n| format!("{letter}{n}")).collect::<Vec<_>>();
    assert_eq!(FACTS.iter().map(|it| it.id).collect::<Vec<_>>(), numbered('S', 46));
    assert_eq!(PUBLIC.iter().map(|it| it.id).collect::<Vec<_>>(), numbered('P', 30));
    assert_eq!(CONTRADICTIONS.iter().map(|it| it.id).collect::<Vec<_>>(), numbered('C', 20));
    assert_unique(SOURCES.iter().map(|source| source.id));
    for it in FACTS {
        assert!(Source::find(it.source).is_some(), "{}: {}", it.id, it.source);
        assert!(matches!(Reference::find(it.id), Some(Reference::Stated(fact, _)) if fact == it));
        for text in [it.text, it.value] {
            assert_clean(it.id, text);
        }
    }
    for it in PUBLIC {
        assert_eq!(Reference::find(it.id), Some(Reference::Public(it)));
        for text in [it.point, it.value, it.place] {
            assert_clean(it.id, text);
        }
    }
    for it in CONTRADICTIONS {
        assert_eq!(Reference::find(it.id), Some(Reference::Disputed(it)));
        for text in [it.readings, it.shown_as] {
            assert_sentence(it.id, text);
        }
    }
    assert_eq!(Reference::find("S0"), None);
}
