//! What scripts hand over: questions that name their model by the function, values that JSON has no word for, what stands
//! around a file, and files that a state has not.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that meets nothing there should stop")]

use offtake::catalog::Side;
use offtake::export::{Around, Kind, file};
use offtake::protocol::link::decode as link_of;
use offtake::protocol::options::{self, Options};
use offtake::protocol::{Fault, decode, question, state, unwritable};

fn told<T>(read: Result<T, Vec<Fault>>) -> Vec<String> {
    read.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn a_question_is_asked_of_its_model_alone() {
    for (model, text) in [
        ("tornado", "{}"),
        ("tornado", r#"{"scenario": "B"}"#),
        ("grid", r#"{"model": "grid"}"#),
        ("montecarlo", r#"{"draws": 10}"#),
    ] {
        assert_eq!(question(model, text).unwrap().model(), model, "{text}");
    }
    for (text, faults) in [
        (r#"{"model": "grid", "xs": 3}"#, vec!["model: \"grid\" is not one of tornado"]),
        (r#"{"model": 3}"#, vec!["model: 3 is not one of tornado"]),
        (r#"{"inputs": {"tax_rate": 9}}"#, vec!["tax_rate: 9 is not a number from 0 to 0.9"]),
        ("[{}]", vec!["[…] is not an object of inputs"]),
        ("7", vec!["7 is not an object of inputs"]),
    ] {
        assert_eq!(told(question("tornado", text)), faults, "{text}");
    }
}

/// No place takes the mark of a value that JSON has no word for, not even one for names and addresses.
#[test]
fn what_json_has_no_word_for_is_told_as_what_it_is() {
    let mark = |text: &str| text.replace('?', &format!("\"{}\"", unwritable("a function")));
    let refused = [
        (told(decode(&mark(r#"{"arr0_b": ?}"#))), "arr0_b: a function is not a number from 0.001 to 100000"),
        (told(decode(&mark(r#"{"lens": ?}"#))), "lens: a function is not one of margin, capex"),
        (told(decode(&mark("?"))), "a function is not an object of inputs"),
        (
            told(decode(&mark(
                r#"{"model": "lab", "obligations": [{"name": ?, "total_b": 1, "start_year": 1, "years": 1}]}"#,
            ))),
            "obligations[0].name: a function is not a name of 1 to 24 characters, without asterisks",
        ),
        (
            told(state::decode(&mark(r#"{"deal": "own", "deal_name": ?}"#))),
            "deal_name: a function is not a name of 1 to 24 characters, without asterisks",
        ),
        (
            told(state::decode(&mark(r#"{"pins": [{"name": ?}]}"#))),
            "pins[0].name: a function is not a text of 1 to 24 characters",
        ),
        (
            told(state::decode(&mark(r#"{"weights": {"A": 1, "B": 0, "C": ?}}"#))),
            "weights.C: a function is not a number from 0 to 1",
        ),
        (told(options::decode(&mark(r#"{"page": ?}"#))), "page: a function is not the address of a page"),
    ];
    for (told, expected) in refused {
        assert_eq!(told.first().map(String::as_str), Some(expected));
        assert!(!told.concat().contains(&unwritable("")), "{told:?}");
    }
}

#[test]
fn what_stands_around_a_file_is_read_strictly() {
    let page = "https://example.org/".to_owned();
    assert_eq!(options::decode("{}").unwrap(), Options::default());
    assert_eq!(options::decode(r#"{"page": null, "draws": null}"#).unwrap(), Options::default());
    let both = options::decode(r#"{"page": "https://example.org/", "draws": 500}"#).unwrap();
    assert_eq!(both, Options { page, draws: 500 });
    for (text, faults) in [
        (r#"{"draws": 0.5}"#, vec!["draws: 0.5 is not a whole number from 1 to 1000000"]),
        (
            r#"{"pages": "x", "page": 5, "draws": -1}"#,
            vec![
                "pages: \"x\" is not one of page, draws",
                "page: 5 is not the address of a page",
                "draws: -1 is not a whole number from 1 to 1000000",
            ],
        ),
        ("5", vec!["options: 5 is not an object of page, draws"]),
        ("[]", vec!["options: […] is not an object of page, draws"]),
    ] {
        assert_eq!(told(options::decode(text)), faults, "{text}");
    }
}

#[test]
fn a_file_that_the_question_does_not_allow_is_a_fault_of_the_question() {
    for (kind, query, key, message) in [
        (
            "cash.csv",
            "side=lab",
            "kind",
            "kind: cash.csv does not belong to the side lab; its files are xlsx, json, inputs.csv, years.csv, grid.csv, tornado.csv, obligations.csv, burden.csv",
        ),
        (
            "simulation.csv",
            "low.margin=0.35",
            "uncertainty.commit_margin",
            "uncertainty.commit_margin: 0.35 to 0.42 are ends that do not enclose the present value, 0.3",
        ),
    ] {
        let error = file(Kind::find(kind).unwrap(), &link_of(query).link, &Around::default()).unwrap_err();
        let fault = error.fault().unwrap();
        assert_eq!((fault.key.as_str(), fault.to_string().as_str()), (key, message));
    }
    for side in Side::ALL {
        let link = link_of(&format!("side={}", side.id())).link;
        let made = Kind::all().filter(|kind| file(*kind, &link, &Around { page: "", draws: 10 }).is_ok());
        assert_eq!(made.collect::<Vec<_>>(), Kind::of(side).collect::<Vec<_>>(), "{}", side.id());
    }
}
