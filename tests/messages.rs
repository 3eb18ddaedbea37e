//! Messages between a frame and its host: nothing that arrives breaks anything, and what is sent is what it says.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets nothing there should stop"
)]

use offtake::model::{Outcome, burden, buyer, evaluate};
use offtake::protocol::link::{Link, decode, encode, merge};
use offtake::protocol::message::{
    Figures, FromHost, Heard, LONGEST, Post, Refused, Told, change, child, heights, pixels, read, ready,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A message as the page hears it: what stands under the keys that are read.
fn heard(value: &Value) -> Heard {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    Heard { version: value.get("offtake").and_then(Value::as_f64), kind: text("type"), query: text("query") }
}

fn set(query: &str) -> FromHost {
    FromHost::Set(query.to_owned())
}

#[test]
fn a_host_asks_for_a_state_or_sets_it() {
    for (message, want) in [
        (json!({"offtake": 1, "type": "set", "query": "margin=0.36"}), Ok(set("margin=0.36"))),
        (json!({"offtake": 1.0, "type": "set", "query": "?s=A&margin=0.4", "more": [1]}), Ok(set("?s=A&margin=0.4"))),
        (json!({"offtake": 1, "type": "set", "query": ""}), Ok(set(""))),
        (json!({"offtake": 1, "type": "get"}), Ok(FromHost::Get)),
        (json!(null), Err(Refused::NotOurs)),
        (json!(1), Err(Refused::NotOurs)),
        (json!("pymxPYMx1xPYMxwidthxPYMx700"), Err(Refused::NotOurs)),
        (json!(["offtake", 1]), Err(Refused::NotOurs)),
        (json!({"sentinel": "amp", "type": "embed-size"}), Err(Refused::NotOurs)),
        (json!({"offtake": "1", "type": "get"}), Err(Refused::NotOurs)),
        (json!({"offtake": null, "type": "get"}), Err(Refused::NotOurs)),
        (json!({"offtake": 2, "type": "get"}), Err(Refused::OtherVersion)),
        (json!({"offtake": 1.5, "type": "get"}), Err(Refused::OtherVersion)),
        (json!({"offtake": 1}), Err(Refused::UnknownType)),
        (json!({"offtake": 1, "type": "eval", "query": "alert(1)"}), Err(Refused::UnknownType)),
        (json!({"offtake": 1, "type": ["set"], "query": "margin=0.4"}), Err(Refused::UnknownType)),
        (json!({"offtake": 1, "type": "set"}), Err(Refused::NoQuery)),
        (json!({"offtake": 1, "type": "set", "query": {"margin": 0.4}}), Err(Refused::NoQuery)),
        (json!({"offtake": 1, "type": "set", "query": "x".repeat(LONGEST)}), Ok(set(&"x".repeat(LONGEST)))),
        (json!({"offtake": 1, "type": "set", "query": "x".repeat(LONGEST + 1)}), Err(Refused::TooLong)),
    ] {
        assert_eq!(read(heard(&message)), want, "{message}");
    }
    let odd = |version: f64| Heard { version: Some(version), kind: Some("get".to_owned()), query: None };
    for version in [f64::NAN, f64::INFINITY, -1.0, 0.0] {
        assert_eq!(read(odd(version)), Err(Refused::OtherVersion), "{version}");
    }
}

fn object(post: &Post) -> Value {
    match post {
        Post::Object(text) => serde_json::from_str(text).unwrap(),
        Post::Text(text) => panic!("{text} is no object"),
    }
}

/// The figures of a state, each of which must be what the wire format says under the same name, to the last digit.
fn check_figures(message: &Value, text: &str, outcome: &Outcome) {
    let wire = serde_json::to_value(outcome).unwrap();
    let figures = message["figures"].as_object().unwrap();
    assert_eq!(figures.len(), 16);
    for name in figures.keys() {
        let mut parts = ["payback", "break_even", "commit_share"].into_iter();
        let nested = parts.find_map(|part| wire[part].get(name.strip_prefix(part)?.strip_prefix('_')?));
        let want = nested.or_else(|| wire.get(name)).unwrap_or_else(|| panic!("no {name} in the wire format"));
        let want = want.as_f64().map_or_else(|| want.to_string(), |number| number.to_string());
        assert!(text.contains(&format!("\"{name}\":{want}")), "{name} is not {want} in {text}");
    }
}

fn told_of<T>(link: &Link, verdict: &str, ask: impl FnOnce(&Told) -> T) -> T {
    let (query, outcome) = (encode(link), evaluate(link.case.inputs()));
    ask(&Told {
        query: &query,
        data: link.case.version().id,
        verdict,
        outcome: Figures::Deal(&outcome),
        ignored: 1,
        refused: 2,
    })
}

#[test]
fn the_figures_are_those_of_the_side_that_asks() {
    let link = decode("side=lab").link;
    let (owed, bought) = (burden::evaluate(link.case.inputs()), buyer::evaluate(link.case.inputs()));
    for (outcome, key, value) in [
        (Figures::Lab(&owed, burden::headroom(link.case.inputs())), "headroom_b", burden::headroom(link.case.inputs())),
        (Figures::Lab(&owed, 0.0), "headline_share", owed.headline_share),
        (Figures::Buyer(&bought), "npv_m", bought.npv_m),
    ] {
        let (query, data) = (encode(&link), link.case.version().id);
        let told = Told { query: &query, data, verdict: "", outcome, ignored: 0, refused: 0 };
        let figures = &object(&change(&told))["figures"];
        assert_eq!(figures[key], json!(value), "{key}");
        assert_eq!(figures.get("npv_b"), None, "the deal's own figures would be those of another question");
    }
}

#[test]
fn the_frame_tells_versions_state_and_figures() {
    let link = decode("s=C&margin=0.36&stake=at_cost").link;
    let awkward = "97 cents \"of\" a \\ dollar,\n\u{7f}\u{1}−$0.7B";
    for (kind, post) in [("ready", told_of(&link, awkward, ready)), ("change", told_of(&link, awkward, change))] {
        let message = object(&post);
        assert_eq!((&message["offtake"], &message["type"]), (&json!(1), &json!(kind)));
        assert_eq!(message["model"], json!(offtake::model::MODEL_VERSION));
        assert_eq!(message["data"], json!(link.case.version().id));
        assert_eq!(message["program"], json!(env!("CARGO_PKG_VERSION")));
        assert_eq!(message["verdict"], json!(awkward));
        assert_eq!((&message["ignored"], &message["refused"]), (&json!(1), &json!(2)));
        assert_eq!(decode(message["query"].as_str().unwrap()).link, link, "the state comes back from the query");
        let Post::Object(text) = &post else { panic!("{post:?}") };
        check_figures(&message, text, &evaluate(link.case.inputs()));
    }
}

#[test]
fn the_height_is_told_in_every_shape() {
    let posts = heights(707, "https://example.org/a\\b?x=\"", Some("one"));
    let [ours, datawrapper, amp, Post::Text(embedly), Post::Text(pym)] = &posts[..] else { panic!("{posts:?}") };
    assert_eq!(object(ours), json!({"offtake": 1, "type": "height", "height": 707}));
    assert_eq!(object(datawrapper), json!({"datawrapper-height": {"offtake": 707}}));
    assert_eq!(object(amp), json!({"sentinel": "amp", "type": "embed-size", "height": 707}));
    let embedly: Value = serde_json::from_str(embedly).unwrap();
    let want = json!({"src": "https://example.org/a\\b?x=\"", "context": "iframe.resize", "height": 707});
    assert_eq!(embedly, want);
    assert_eq!(pym, "pymxPYMxonexPYMxheightxPYMx707");
    assert_eq!(heights(707, "", None).len(), 4, "pym only where its script has named the frame");
}

#[test]
fn a_height_is_whole_and_sane() {
    for (height, want) in
        [(0.0, 0), (706.2, 707), (707.0, 707), (-3.0, 0), (f64::NAN, 0), (f64::INFINITY, 100_000), (1e9, 100_000)]
    {
        assert_eq!(pixels(height), want, "{height}");
    }
}

#[test]
fn a_name_of_pym_is_passed_on_only_if_it_is_one() {
    for (query, want) in [
        ("?embed=verdict&childId=chart-1_a&initialWidth=600", Some("chart-1_a")),
        ("childId=7", Some("7")),
        ("?embed=verdict", None),
        ("?childId=", None),
        ("?childId=a%20b", None),
        ("?childId=xPYMx<b>", None),
    ] {
        assert_eq!(child(query).as_deref(), want, "{query}");
    }
    assert_eq!(child(&format!("?childId={}", "a".repeat(65))), None);
}

/// Texts that are no message, but nearly: the right keys with the wrong values, in any nesting.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(json!(1)),
        ".{0,12}".prop_map(Value::from),
        prop_oneof![Just("set"), Just("get"), Just("height")].prop_map(Value::from),
        any_query().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((any_key(), inner), 0..5)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

fn any_key() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop_oneof![Just("offtake"), Just("type"), Just("query"), Just("height")].prop_map(str::to_owned),
        1 => ".{0,6}",
    ]
}

/// Queries of real keys with wild values, and wild ones.
fn any_query() -> impl Strategy<Value = String> {
    let keys: Vec<&str> = offtake::catalog::INPUTS.iter().map(|input| input.short).collect();
    let key = prop_oneof![
        4 => proptest::sample::select(keys).prop_map(str::to_owned),
        1 => prop_oneof![Just("s"), Just("m"), Just("d"), Just("embed"), Just("sliders"), Just("pin"), Just("stake")].prop_map(str::to_owned),
    ];
    let value = prop_oneof![
        any::<f64>().prop_map(|value| value.to_string()),
        (0.0..1.0_f64).prop_map(|value| value.to_string()),
        (0_u32..60).prop_map(|value| value.to_string()),
        Just("1e999".to_owned()),
        Just("NaN".to_owned()),
        ".{0,8}",
    ];
    let pairs = proptest::collection::vec((key, value).prop_map(|(key, value)| format!("{key}={value}")), 0..6);
    prop_oneof![3 => pairs.prop_map(|pairs| pairs.join("&")), 1 => ".{0,40}"]
}

/// A message that is right but for what the query says, and sometimes for the version.
fn nearly() -> impl Strategy<Value = Heard> {
    let version = prop_oneof![9 => Just(Some(1.0)), 1 => proptest::option::of(any::<f64>())];
    let kind = prop_oneof![9 => Just(Some("set".to_owned())), 1 => proptest::option::of(".{0,4}")];
    (version, kind, any_query()).prop_map(|(version, kind, query)| Heard { version, kind, query: Some(query) })
}

/// Takes a message as a frame does. Whatever it was, there is a state with finite figures, and a message that tells it.
fn taken(heard: Heard) -> bool {
    let Ok(FromHost::Set(query)) = read(heard) else { return false };
    let before = decode("s=B&margin=0.36").link;
    let after = merge(&before, &query).link;
    let outcome = evaluate(after.case.inputs());
    let message = object(&told_of(&after, "", change));
    for (name, value) in message["figures"].as_object().unwrap() {
        assert!(value.is_null() || value.is_string() || value.as_f64().is_some_and(f64::is_finite), "{name}: {value}");
    }
    for name in ["npv_b", "npv_stake_at_cost_b", "npv_with_equity_b", "invested_b", "net_total_b", "peak_exposure_b"] {
        assert!(message["figures"][name].is_number(), "{name} of {query}");
    }
    assert!(outcome.rows.iter().all(|row| row.cum.is_finite() && row.dcum.is_finite()), "{query}");
    true
}

fn asking(query: String) -> Heard {
    Heard { version: Some(1.0), kind: Some("set".to_owned()), query: Some(query) }
}

/// How many cases of each kind; `MESSAGE_CASES=250000 cargo test --test messages` tries a million in all.
fn cases() -> ProptestConfig {
    let count = std::env::var("MESSAGE_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(2_000);
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_text_is_read(text in ".{0,200}") {
        prop_assert!(taken(asking(text)));
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(taken(asking(String::from_utf8_lossy(&bytes).into_owned())));
    }

    #[test]
    fn any_object_is_read_or_refused(value in any_json()) {
        taken(heard(&value));
    }

    #[test]
    fn nearly_a_message_is_read_or_refused(message in nearly()) {
        taken(message);
    }
}

#[test]
fn messages_of_the_trial_reach_the_state() {
    assert!(taken(asking("margin=0.9".to_owned())) && !taken(Heard::default()));
}
