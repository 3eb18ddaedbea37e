//! Saved files: the state comes back to the bit, nothing breaks the reader, and what is wrong is told at its place.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]

use std::collections::HashSet;

use offtake::analysis::setup::End;
use offtake::catalog::{Case, DataVersion, INPUTS, Input, Kind, Proportion, SCENARIOS, Start};
use offtake::export::{self, Around, BESIDE};
use offtake::model::{Name, Stake, evaluate};
use offtake::protocol::all_finite;
use offtake::protocol::link::{Decoded, Link, PinnedCase, decode as link_of, encode};
use offtake::protocol::state::{decode, decode_file};
use proptest::prelude::*;
use serde_json::{Value, json};

const PAGE: &str = "https://example.org/offtake/";

fn saved(link: &Link) -> String {
    let around = Around { page: PAGE, ..Around::default() };
    String::from_utf8(export::file(export::Kind::Json, link, &around).unwrap().bytes).unwrap()
}

fn opened(text: &str) -> Result<Link, Vec<String>> {
    decode_file(text, &BESIDE).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

fn any_value(input: &'static Input) -> BoxedStrategy<f64> {
    let numbers = input.model.min..=input.model.max;
    if input.kind == Kind::Number { numbers.boxed() } else { numbers.prop_map(f64::round).boxed() }
}

/// Any inputs that the model takes; each keeps the scenario's value half of the time.
fn any_case() -> impl Strategy<Value = Case> {
    let values: Vec<_> = INPUTS.iter().map(|input| proptest::option::of(any_value(input))).collect();
    let start = (0..Start::ids().len(), "[a-zé\" ]{0,24}", any::<bool>());
    (0..SCENARIOS.len(), start, values, 0.0..=1.0_f64).prop_map(|(scenario, (at, name, accepted), values, share)| {
        let scenario = &SCENARIOS[scenario];
        let start = match Start::find(Start::ids()[at]).unwrap() {
            Start::Own(none) => Start::Own(Name::new(&name).unwrap_or(none)),
            deal @ Start::Deal(_) => deal,
        };
        let mut inputs = DataVersion::newest().case(start, accepted, scenario);
        for (input, value) in INPUTS.iter().zip(values) {
            if let Some(value) = value {
                input.set(&mut inputs, value).unwrap();
            }
        }
        Case::restored_from(DataVersion::newest(), (start, accepted), scenario, inputs, Proportion::of(share))
    })
}

fn any_state() -> impl Strategy<Value = Link> {
    let rest = "(|&theme=dark|&grid=irr,commit,tax|&weights=0.2,0.3,0.5|&seed=7&within=3.5)";
    let pins = proptest::collection::vec(("[a-zé*\" ]{1,24}", any_case(), 0..3_usize), 0..=4);
    (any_case(), 0..3_usize, rest, pins, 0.0..0.3_f64, 0.0..1.0_f64).prop_map(
        |(case, stake, rest, pins, low, sigma)| {
            let mut link = link_of(&rest).link;
            (link.case, link.stake, link.follows) = (case, Stake::ALL[stake], false);
            link.setup.keep(4, End::Low, low);
            link.setup.keep(2, End::Sigma, sigma);
            let named = |(name, case, stake): (String, Case, usize)| {
                let name = name.trim().to_owned();
                (!name.is_empty()).then_some(PinnedCase { name, case, stake: Stake::ALL[stake] })
            };
            link.pins = pins.into_iter().filter_map(named).collect();
            link.against = link.pins.len().saturating_sub(1);
            link
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_saved_state_is_opened_to_the_bit(link in any_state()) {
        let again = opened(&saved(&link)).unwrap();
        prop_assert_eq!(&again, &link);
        // The module makes files of whole links only: those of the page are.
        prop_assert_eq!(link_of(&encode(&link)).ignored, []);
        for input in INPUTS {
            let bits = |link: &Link| input.get(link.case.inputs()).to_bits();
            prop_assert_eq!(bits(&again), bits(&link), "{}", input.id);
        }
        let outcome = |link: &Link| format!("{:?}", evaluate(link.case.inputs()));
        prop_assert_eq!(outcome(&again), outcome(&link));
    }
}

/// An asterisk ends the name of a pin in a link: a name of asterisks alone left a link without the pin.
#[test]
fn any_name_of_a_pin_goes_through_a_link() {
    for (name, after) in [("*", "\u{2217}"), ("a*b ", "a\u{2217}b"), ("Ours & theirs", "Ours & theirs")] {
        let link = opened(&json!({ "pins": [{ "name": name, "scenario": "B" }] }).to_string()).unwrap();
        let Decoded { link, ignored } = link_of(&encode(&link));
        assert_eq!((link.pins[0].name.as_str(), ignored), (after, vec![]), "{name}");
    }
}

#[test]
fn a_file_says_what_it_holds() {
    let link = link_of("s=B&margin=0.36&stake=at_cost").link;
    let file: Value = serde_json::from_str(&saved(&link)).unwrap();
    assert_eq!(file["model_version"], "1.0");
    assert_eq!(file["inputs"]["commit_margin"], 0.36);
    assert_eq!(file["inputs"].as_object().unwrap().len(), INPUTS.len());
    assert_eq!(file["link"].as_str().unwrap(), format!("{PAGE}?{}", encode(&Link { follows: false, ..link.clone() })));
    assert_eq!(file["outcome"]["npv_b"].as_f64().unwrap().to_bits(), evaluate(link.case.inputs()).npv_b.to_bits());
}

#[test]
fn what_is_absent_is_as_in_the_default_case() {
    assert_eq!(decode("{}").unwrap(), Link::default());
    assert_eq!(decode(r#"{"scenario": "A"}"#).unwrap(), Link { follows: false, ..link_of("s=A").link });
    let both = r#"{"scenario": "B", "inputs": {"commit_margin": 0.36, "lens": "capex"}, "stake": "at_cost"}"#;
    assert_eq!(encode(&decode(both).unwrap()), "m=1.0&d=2026-05&s=B&lens=capex&margin=0.36&stake=at_cost");
}

#[test]
fn another_file_is_no_state_of_defaults() {
    let years = b"\xEF\xBB\xBFYear,Revenue ($B)\r\n0,0\r\n";
    let book = export::file(export::Kind::Xlsx, &Link::default(), &Around::default()).unwrap().bytes;
    for bytes in [
        &b""[..],
        b"Dear board",
        b"7",
        b"[]",
        b"[{}]",
        b"{}",
        b"{\"made_with\": {}, \"link\": \"\"}",
        b"{\"nonsense\": 1}",
        b"{\"commit_margin\": 0.36}",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        years,
        &book,
    ] {
        let text = String::from_utf8_lossy(bytes);
        let told = vec!["this is no saved state; what Offtake saves as JSON is one".to_owned()];
        assert_eq!(opened(&text).err(), Some(told), "{text:.40}");
    }
    assert!(opened(r#"{"scenario": "A"}"#).is_ok() && decode("{}").is_ok());
}

#[test]
fn every_fault_is_told_at_its_place() {
    for (text, told) in [
        ("{\n  \"scenario\": \"A\",\n}", vec!["not JSON: key must be a string at line 3 column 1"]),
        (r#"{"scenario": "A", "nonsense": 1}"#, vec!["nonsense: 1 belongs to no known key"]),
        (r#"{"model_version": 1}"#, vec!["model_version: 1 is no version that is known here; \"1.0\" is"]),
        (
            r#"{"data_version": "1999"}"#,
            vec!["data_version: \"1999\" is no version that is known here; \"2026-05\" is"],
        ),
        (r#"{"scenario": "Z"}"#, vec!["scenario: \"Z\" is not one of base, A, B, C"]),
        (r#"{"stake": 3}"#, vec!["stake: 3 is not one of left_out, at_cost, modelled_exit"]),
        (r#"{"inputs": 3}"#, vec!["inputs: 3 is not an object of inputs"]),
        (
            r#"{"inputs": {"commit_margin": 9, "comit_years": 1, "lens": "x", "tax_rate": null}}"#,
            vec![
                "inputs.commit_margin: 9 is not a number from -1 to 1",
                "inputs.comit_years: 1 belongs to no known key; the nearest one is commit_years",
                "inputs.lens: \"x\" is not one of margin, capex",
                "inputs.tax_rate: null is not a number from 0 to 0.9",
            ],
        ),
        (
            r#"{"stake": "at_cost", "stake": "at_cost"}"#,
            vec!["stake: \"at_cost\" stands there a second time; each key may stand once"],
        ),
        // What may stand in a request and not here is no help.
        (
            r#"{"inputs": {"senario": "A"}, "lab": {"obligation": [], "obligations": []}}"#,
            vec![
                "inputs.senario: \"A\" belongs to no known key",
                "lab.obligation: [] belongs to no known key; the nearest one is obligations",
                "lab.obligations: [] is not an array of 1 to 6 objects",
            ],
        ),
        (r#"{"split": 2}"#, vec!["split: 2 is not a number from 0 to 1"]),
        (r#"{"against": 2}"#, vec!["against: 2 is not a whole number from 1 to 1"]),
        (r#"{"theme": "pink"}"#, vec!["theme: \"pink\" is not one of light, dark"]),
        (
            r#"{"simulation": {"seed": -1, "x": 1, "uncertainty": {"commit_margin": {"low": 7}}}}"#,
            vec![
                "simulation.x: 1 belongs to no known key",
                "simulation.seed: -1 is not a whole number from 0 to 9007199254740992",
                "simulation.uncertainty.commit_margin.low: 7 is not a number from -0.2 to 0.8",
            ],
        ),
        (
            r#"{"weights": {"A": 0.5, "B": 0.5}}"#,
            vec!["weights: {\"A\": 0.5, \"B\": 0.5} is not three numbers from 0 to 1 that are 1 together"],
        ),
        (
            r#"{"grid": {"x": "tax_rate", "y": "tax_rate"}}"#,
            vec![
                "grid: {\"x\": \"tax_rate\", \"y\": \"tax_rate\"} is not npv, payback or irr and two different inputs",
            ],
        ),
        (r#"{"pins": {}}"#, vec!["pins: {} is not an array of cases"]),
        (
            r#"{"pins": [{"name": " "}, 3, {"name": "a", "inputs": {"x": 1}}]}"#,
            vec![
                "pins[0].name: \" \" is not a text of 1 to 24 characters",
                "pins[1]: 3 is not an object of inputs",
                "pins[2].inputs.x: 1 belongs to no known key",
            ],
        ),
        (
            r#"{"deal": "own", "deal_name": "\u202eabc", "pins": [{"name": "\ufeffa"}]}"#,
            vec![
                "deal_name: \"\\u202eabc\" holds characters that are not seen or that turn the direction of text",
                "pins[0].name: \"\\ufeffa\" holds characters that are not seen or that turn the direction of text",
            ],
        ),
    ] {
        assert_eq!(opened(text).err().unwrap_or_default(), told, "{text}");
    }
    let five = json!({ "pins": vec![json!({ "name": "a" }); 5] }).to_string();
    assert_eq!(
        opened(&five).err(),
        Some(vec!["pins: {\"name\":\"a\"} is one more than the 4 that have room".to_owned()])
    );
}

/// A saved file with something else in one place: what nearly is a file is where readers break.
fn nearly_a_file() -> impl Strategy<Value = String> {
    let whole: Value = serde_json::from_str(&saved(&link_of("s=B&margin=0.36&pin=a*s*C&low.margin=0.1").link)).unwrap();
    let mut places = Vec::new();
    pointers(&whole, String::new(), &mut places);
    let other = prop_oneof![
        Just("null".to_owned()),
        any::<f64>().prop_map(|number| format!("{number:?}").replace("inf", "1e999").replace("NaN", "-1e999")),
        any::<i64>().prop_map(|number| number.to_string()),
        "[\\[\\]{}\",:a-z0-9]{0,12}",
        "\\PC{0,12}".prop_map(|text| Value::String(text).to_string()),
        Just("[]".to_owned()),
        Just("{\"inputs\": {}}".to_owned()),
    ];
    proptest::collection::vec((proptest::sample::select(places), other), 1..4).prop_map(move |changes| {
        let (mut file, mut put) = (whole.clone(), Vec::new());
        for (at, (place, other)) in changes.into_iter().enumerate() {
            if let Some(value) = file.pointer_mut(&place) {
                let mark = format!("@{at}@");
                *value = Value::String(mark.clone());
                put.push((format!("\"{mark}\""), other));
            }
        }
        put.into_iter().fold(file.to_string(), |text, (mark, other)| text.replacen(&mark, &other, 1))
    })
}

fn pointers(value: &Value, place: String, into: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter()
                .filter(|(key, _)| *key != "outcome")
                .for_each(|(key, value)| pointers(value, format!("{place}/{key}"), into));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| pointers(value, format!("{place}/{at}"), into));
        }
        _ => {}
    }
    if !place.is_empty() {
        into.push(place);
    }
}

/// Whatever is read: a whole state whose every figure is finite, or faults that say something.
fn is_harmless(text: &str) {
    match decode_file(text, &BESIDE) {
        Ok(link) => {
            for inputs in std::iter::once(&link.case).chain(link.pins.iter().map(|pin| &pin.case)).map(Case::inputs) {
                assert!(INPUTS.iter().all(|input| input.check(input.get(inputs)).is_ok()), "{text}");
                assert_eq!(all_finite(&evaluate(inputs)), Ok(()), "{text}");
            }
        }
        Err(faults) => {
            assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.to_string().is_empty()), "{text}");
        }
    }
}

proptest! {
    // A million together: SAVED_CASES=334000 cargo test --release --test saved harmless
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("SAVED_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(3_000)
    ))]

    #[test]
    fn arbitrary_text_is_harmless(text in "\\PC*") {
        is_harmless(&text);
    }

    #[test]
    fn arbitrary_bytes_are_harmless(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        is_harmless(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn what_is_nearly_a_file_is_harmless(text in nearly_a_file()) {
        is_harmless(&text);
    }
}

#[test]
fn what_is_nearly_a_file_is_read_and_refused_by_turns() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let outcomes: HashSet<bool> = (0..200)
        .map(|_| decode_file(&nearly_a_file().new_tree(&mut runner).unwrap().current(), &BESIDE).is_ok())
        .collect();
    assert_eq!(outcomes.len(), 2, "the mutations are neither all fatal nor all harmless");
}
