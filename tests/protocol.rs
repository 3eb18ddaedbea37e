//! Requests are read strictly: what is accepted is finite and within limits, and every fault is named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use offtake::catalog::{ALL_INPUTS, INPUTS, Preset, Scenario, defaults, find};
use offtake::model::{CommitShape, Inputs};
use offtake::protocol::{Batch, Request, decode, evaluate};
use serde_json::Value;

fn deal(text: &str) -> Inputs {
    match decode(text) {
        Ok(Batch::One(Request::Deal(inputs))) => *inputs,
        other => panic!("{text}: {other:?}"),
    }
}

fn messages(text: &str) -> Vec<String> {
    match decode(text) {
        Ok(requests) => panic!("{text} was accepted: {requests:?}"),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn an_empty_request_is_the_default_deal() {
    for text in ["{}", " {\n} ", r#"{"model": "deal"}"#, r#"{"scenario": "base"}"#, "\u{feff}{}"] {
        assert_eq!(deal(text), defaults(), "{text}");
    }
}

#[test]
fn explicit_keys_override_the_scenario_and_that_the_preset() {
    assert_eq!(deal(r#"{"scenario": "B"}"#), Scenario::find("B").unwrap().inputs());
    assert_eq!(deal(r#"{"preset": "google_anthropic"}"#), Preset::find("google_anthropic").unwrap().inputs());

    let all = deal(r#"{"arr_g1": 0.1, "preset": "amazon_openai", "scenario": "C", "fulfilment": 1e0}"#);
    let (preset, scenario) = (Preset::find("amazon_openai").unwrap(), Scenario::find("C").unwrap());
    let mut expected = preset.inputs();
    scenario.apply(&mut expected);
    (expected.arr_g1, expected.fulfilment) = (0.1, 1.0);
    assert_eq!(all, expected);
}

#[test]
fn values_of_each_kind_are_read() {
    let inputs = deal(r#"{"commit_years": 12.0, "commit_shape": "back_loaded", "commit_margin": -2.5e-1}"#);
    assert_eq!((inputs.commit_years, inputs.commit_shape), (12, CommitShape::BackLoaded));
    assert_eq!(inputs.commit_margin.to_bits(), f64::to_bits(-0.25));
}

#[test]
fn a_number_is_read_to_the_last_bit() {
    for number in [0.1 + 0.2, 1.0_f64 / 3.0, 0.123_456_789_012_345_68, 5e-9, 0.998_999_999_999_999_9] {
        assert_eq!(deal(&format!(r#"{{"fulfilment": {number}}}"#)).fulfilment.to_bits(), number.to_bits(), "{number}");
    }
}

#[test]
fn each_fault_names_key_value_and_limit() {
    let table = [
        ("", "not JSON: EOF while parsing a value at line 1 column 0"),
        ("{,}", "not JSON: key must be a string at line 1 column 2"),
        ("{} {}", "not JSON: trailing characters at line 1 column 4"),
        (r#"{"commit_margin": NaN}"#, "not JSON: expected value at line 1 column 19"),
        ("3", "3 is not an object of inputs"),
        (r#""deal""#, r#""deal" is not an object of inputs"#),
        (r#"{"commit_margin": 1.5}"#, "commit_margin: 1.5 is not a number from -1 to 1"),
        (r#"{"commit_margin": -1e999}"#, "commit_margin: -1e999 is not a number from -1 to 1"),
        (r#"{"commit_margin": "0.3"}"#, r#"commit_margin: "0.3" is not a number from -1 to 1"#),
        (r#"{"commit_margin": null}"#, "commit_margin: null is not a number from -1 to 1"),
        (r#"{"commit_margin": [0.3]}"#, "commit_margin: [0.3] is not a number from -1 to 1"),
        (r#"{"commit_years": 2.5}"#, "commit_years: 2.5 is not a whole number from 1 to 50"),
        (r#"{"commit_years": 0}"#, "commit_years: 0 is not a whole number from 1 to 50"),
        (r#"{"commit_years": 51}"#, "commit_years: 51 is not a whole number from 1 to 50"),
        (r#"{"aws_customers": 1e18}"#, "aws_customers: 1e18 is not a number from 1 to 1000000000"),
        (r#"{"timing": "start"}"#, r#"timing: "start" is not one of end, mid"#),
        (r#"{"timing": 0}"#, "timing: 0 is not one of end, mid"),
        (r#"{"scenario": "D"}"#, r#"scenario: "D" is not one of base, A, B, C"#),
        (r#"{"scenario": null}"#, "scenario: null is not one of base, A, B, C"),
        (r#"{"comit_margin": 0.3}"#, "comit_margin: 0.3 belongs to no known key; the nearest one is commit_margin"),
        (r#"{"x\u001b": 1}"#, r"x\u{1b}: 1 belongs to no known key"),
        (r#"{"tax_rate": 0.2, "tax_rate": 0.3}"#, "tax_rate: 0.3 stands there a second time; each key may stand once"),
        (
            r#"{"model": "seller"}"#,
            r#"model: "seller" is not available; the models are deal, lab, buyer, irr, tornado, grid, montecarlo"#,
        ),
        (
            r#"{"model": 1}"#,
            "model: 1 is not available; the models are deal, lab, buyer, irr, tornado, grid, montecarlo",
        ),
        (r#"{"model": "irr"}"#, "flows: is missing; it must be an array of 1 to 51 numbers"),
        (r#"{"model": "irr", "flows": []}"#, "flows: [] is not an array of 1 to 51 numbers"),
        (r#"{"model": "irr", "flows": 3}"#, "flows: 3 is not an array of 1 to 51 numbers"),
        (
            r#"{"model": "irr", "flows": [-1, "2"]}"#,
            r#"flows[1]: "2" is not a number from -1000000000000000 to 1000000000000000"#,
        ),
        (
            r#"{"model": "irr", "flows": [-1e16]}"#,
            "flows[0]: -1e16 is not a number from -1000000000000000 to 1000000000000000",
        ),
        (r#"{"model": "irr", "flows": [-1, 2], "discount_rate": 2}"#, "discount_rate: 2 is not a number from 0 to 1"),
        (r#"{"model": "irr", "flows": [-1, 2], "tax_rate": 0.2}"#, "tax_rate: 0.2 belongs to no known key"),
    ];
    for (text, message) in table {
        assert_eq!(messages(text), [message], "{text}");
    }
}

#[test]
fn analyses_refuse_what_they_cannot_answer() {
    let table = [
        (r#"{"model": "tornado", "draws": 5}"#, "draws: 5 belongs to no known key"),
        (r#"{"model": "tornado", "inputs": 5}"#, "inputs: 5 is not an object of inputs"),
        (r#"{"model": "tornado", "inputs": {"tax_rate": 2}}"#, "tax_rate: 2 is not a number from 0 to 0.9"),
        (r#"{"model": "tornado", "inputs": {"model": "deal"}}"#, r#"model: "deal" belongs to no known key"#),
        (
            r#"{"model": "grid", "x": "tax_rate", "y": "tax_rate", "xs": [0], "ys": [0]}"#,
            "y: tax_rate is the same input as x; the two must differ",
        ),
        (r#"{"model": "grid", "x": "tax_rate"}"#, "xs: is missing; it must be an array of values of the chosen input"),
        (r#"{"model": "grid", "xs": []}"#, "xs: [] is not an array of 1 to 501 numbers"),
        (r#"{"model": "grid", "ys": [0.2, 1.5]}"#, "ys[1]: 1.5 is not a number from 0 to 1"),
        (r#"{"model": "montecarlo", "draws": 0}"#, "draws: 0 is not a whole number from 1 to 1000000"),
        (r#"{"model": "montecarlo", "draws": 1.5}"#, "draws: 1.5 is not a whole number from 1 to 1000000"),
        (r#"{"model": "montecarlo", "seed": -1}"#, "seed: -1 is not a whole number from 0 to 9007199254740992"),
        (r#"{"model": "montecarlo", "payback_within": 1e999}"#, "payback_within: 1e999 is not a number from 0 to 50"),
        (
            r#"{"model": "montecarlo", "uncertainty": {"arr_g1": {"sigma": 1}}}"#,
            "uncertainty.arr_g1.sigma: 1 is not one of low, high",
        ),
        (
            r#"{"model": "montecarlo", "uncertainty": {"exit_multiple": {"low": 1}}}"#,
            "uncertainty.exit_multiple.low: 1 is not one of sigma",
        ),
        (
            r#"{"model": "montecarlo", "uncertainty": {"commit_margin": {"low": 0.4, "high": 0.5}}}"#,
            "uncertainty.commit_margin: 0.4 to 0.5 are ends that do not enclose the present value, 0.3",
        ),
    ];
    for (text, message) in table {
        assert_eq!(messages(text), [message], "{text}");
    }
    let unknown = messages(r#"{"model": "montecarlo", "uncertainty": {"tax_rate": {"low": 0.1}}}"#).concat();
    assert!(unknown.starts_with("uncertainty.tax_rate: is not one of arr_g1, "), "{unknown}");
}

#[test]
fn presets_are_named_when_one_is_unknown() {
    let found = messages(r#"{"preset": "x"}"#).concat();
    assert!(found.starts_with(r#"preset: "x" is not one of amazon_anthropic, "#), "{found}");
}

#[test]
fn all_faults_are_found_at_once() {
    let text = r#"{"scenario": "Z", "nothing": true, "commit_margin": 7, "lens": "x", "overlap": 2, "overlap": 0}"#;
    let found = messages(text);
    let keys: Vec<_> = found.iter().map(|message| message.split(':').next().unwrap()).collect();
    assert_eq!(keys, ["overlap", "scenario", "nothing", "commit_margin", "lens", "overlap"]);
}

#[test]
fn in_an_array_each_fault_has_its_position() {
    let text = r#"[{}, {"tax_rate": 2}, 7, {"model": "irr", "flows": [1]}, {"a": 1, "lens": 2}]"#;
    let found = messages(text);
    let places: Vec<_> = found.iter().map(|message| message.split_once(' ').unwrap().0).collect();
    assert_eq!(places, ["[1]", "[2]", "[4]", "[4]"]);
    assert_eq!(found[0], "[1] tax_rate: 2 is not a number from 0 to 0.9");
}

#[test]
fn a_long_value_is_shortened() {
    let found = messages(&format!(r#"{{"commit_margin": [{}1]}}"#, "1,\n ".repeat(1_000))).concat();
    assert!(found.len() < 150 && found.contains('…'), "{found}");
    let found = messages(&format!(r#"{{"commit_margin": "{}"}}"#, "é".repeat(1_000))).concat();
    assert!(found.chars().count() < 150 && found.contains('…'), "{found}");
}

#[test]
fn deep_nesting_is_a_fault_and_no_more() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for text in [deep.clone(), format!(r#"{{"lens": {deep}}}"#), format!(r#"{{"model": "irr", "flows": {deep}}}"#)] {
        assert_eq!(messages(&text).len(), 1);
    }
}

#[test]
fn the_answer_has_the_form_of_the_question() {
    let answer = |text: &str| -> Value { serde_json::from_str(&evaluate(text).unwrap().to_json().unwrap()).unwrap() };
    assert_eq!(answer("[]"), serde_json::json!([]));
    let both = answer(r#"[{}, {"model": "irr", "flows": [-100, 230, -132], "discount_rate": 0.15}]"#);
    assert_eq!(both.as_array().unwrap().len(), 2);
    assert_eq!(both[0], answer("{}"));
    assert_eq!(both[1]["irr_status"], "multiple");
    assert_eq!(both[0]["irr_status"], "unique");
}

/// Random texts. Native only: `proptest` is.
#[cfg(not(target_arch = "wasm32"))]
mod random {
    use proptest::prelude::*;

    use super::{ALL_INPUTS, Batch, INPUTS, Request, decode, defaults, evaluate, find};

    /// What a number may look like, from harmless to hostile.
    fn number() -> impl Strategy<Value = String> {
        let odd = ["0", "-0", "1e999", "-1e999", "1e-320", "1e308", "1e-10", "-1e-400", "50", "1", "1.0", "01", "inf"];
        prop_oneof![
            4 => any::<f64>().prop_map(|number| format!("{number:?}")),
            4 => (-2.0..60.0_f64).prop_map(|number| number.to_string()),
            2 => (0..60_u32).prop_map(|number| number.to_string()),
            2 => proptest::sample::select(odd.to_vec()).prop_map(str::to_owned),
        ]
    }

    fn value() -> impl Strategy<Value = String> {
        let words = ["null", "true", "{}", "[]", r#""none""#, r#""capex""#, r#""irr""#, r#""C""#, r#""""#];
        prop_oneof![6 => number(), 1 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned)]
    }

    fn key() -> impl Strategy<Value = String> {
        let ids: Vec<_> =
            INPUTS.iter().map(|input| input.id).chain(["model", "scenario", "preset", "flows", ""]).collect();
        proptest::sample::select(ids).prop_map(str::to_owned)
    }

    fn object() -> impl Strategy<Value = String> {
        proptest::collection::vec((key(), value()), 0..8).prop_map(|entries| {
            let entries: Vec<_> = entries.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
            format!("{{{}}}", entries.join(", "))
        })
    }

    /// A request whose every value lies inside the model limits, at an end of them more often than not.
    fn within_limits() -> impl Strategy<Value = String> {
        let place = prop_oneof![Just(0.0), Just(1.0), 0.0..1.0_f64, 0.0..1e-6_f64];
        let entry = (0..INPUTS.len(), place).prop_map(|(at, place)| {
            let input = &INPUTS[at];
            let number = input.model.clamp(input.model.min + place * (input.model.max - input.model.min));
            match input.choices().iter().find(|choice| input.choice_position(choice.id) == Some(number.floor())) {
                Some(choice) => (input.id, format!("{:?}", choice.id)),
                None if find(input.id).unwrap().check(number).is_ok() => (input.id, number.to_string()),
                None => (input.id, number.round().to_string()),
            }
        });
        proptest::collection::vec(entry, 0..40).prop_map(|entries| {
            let entries: std::collections::BTreeMap<_, _> = entries.into_iter().collect();
            let entries: Vec<_> = entries.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
            format!("{{{}}}", entries.join(", "))
        })
    }

    fn assert_sound(text: &str) {
        let Ok(requests) = decode(text) else {
            return;
        };
        for request in requests.items() {
            match request {
                Request::Deal(inputs) => {
                    for input in INPUTS {
                        assert_eq!(input.check(input.get(inputs)), Ok(()), "{}: {text}", input.id);
                    }
                }
                Request::Lab(inputs) | Request::Buyer(inputs) => {
                    for input in ALL_INPUTS {
                        assert_eq!(input.check(input.get(inputs)), Ok(()), "{}: {text}", input.id);
                    }
                }
                Request::Irr(flows) => {
                    assert!(flows.flows().iter().chain([&flows.discount_rate()]).all(|x| x.is_finite()), "{text}");
                }
                Request::Tornado(..) | Request::Grid(_) | Request::Simulation(_) => {}
            }
        }
        assert!(evaluate(text).unwrap().to_json().is_ok(), "{text}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_answered_or_refused(text in any::<String>()) {
            assert_sound(&text);
        }

        #[test]
        fn any_bytes_are_answered_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            assert_sound(&String::from_utf8_lossy(&bytes));
        }

        #[test]
        fn anything_like_a_request_is_answered_or_refused(
            objects in proptest::collection::vec(object(), 1..4),
            one in any::<bool>(),
        ) {
            assert_sound(&if one { objects[0].clone() } else { format!("[{}]", objects.join(",")) });
        }

        #[test]
        fn a_request_within_the_limits_is_accepted_and_answered(text in within_limits()) {
            let requests = decode(&text);
            prop_assert!(matches!(&requests, Ok(Batch::One(_))), "{text}: {requests:?}");
            assert_sound(&text);
        }

        #[test]
        fn flows_are_answered_or_refused(flows in proptest::collection::vec(number(), 0..60)) {
            assert_sound(&format!(r#"{{"model": "irr", "flows": [{}]}}"#, flows.join(",")));
        }
    }

    #[test]
    fn the_limits_hold_the_defaults() {
        for input in INPUTS {
            assert_eq!(input.check(input.get(&defaults())), Ok(()), "{}", input.id);
        }
    }
}
