//! The native command, run as a user runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use offtake::catalog::{PRESETS, SCENARIOS};
use offtake::protocol::MODELS;
use serde_json::Value;

/// What a run leaves behind.
struct Run {
    status: i32,
    out: String,
    errors: Vec<String>,
}

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_offtake"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = command().args(arguments).spawn().unwrap();
    // A call that does not read its input closes it: then there is nobody to write to.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap().lines().map(str::to_owned).collect(),
    }
}

fn answer(arguments: &[&str], input: &str) -> Value {
    let run = run(arguments, input.as_bytes());
    assert_eq!((run.status, run.errors.len()), (0, 0), "{input}: {:?}", run.errors);
    assert!(run.out.ends_with('\n'));
    serde_json::from_str(&run.out).unwrap()
}

fn refused(arguments: &[&str], input: &[u8]) -> Vec<String> {
    let run = run(arguments, input);
    assert_eq!((run.status, run.out.as_str()), (2, ""), "{:?}", run.errors);
    assert!(run.errors.iter().all(|line| line.starts_with("offtake: ")), "{:?}", run.errors);
    run.errors
}

/// A file that is gone when the test ends.
struct File(PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("offtake-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn close(value: &Value, expected: f64) -> bool {
    (value.as_f64().unwrap() - expected).abs() <= 1e-9 * expected.abs()
}

#[test]
fn an_empty_object_on_standard_input_is_the_default_deal() {
    for arguments in [&["evaluate"][..], &["evaluate", "-"]] {
        let answer = answer(arguments, "{}");
        assert!(close(&answer["npv_b"], -0.666_423_128_015_432_9), "{}", answer["npv_b"]);
        assert_eq!(answer["irr_status"], "unique");
        assert_eq!(answer["rows"].as_array().unwrap().len(), 11);
        assert_eq!(answer["discounted_payback"]["years"], Value::Null);
    }
}

#[test]
fn scenario_preset_and_keys_are_read_from_a_file() {
    let table = [
        (r#"{"scenario": "A"}"#, 15.881_894_501_988_253),
        (r#"{"scenario": "B", "milestone_prob": 1}"#, -10.319_350_009_169_277),
        (r#"{"preset": "microsoft_openai"}"#, 24.201_878_353_355_71),
        (
            r#"{"discount_rate": 0.3, "tax_rate": 0.35, "commit_margin": -0.2, "ent_margin": -0.1}"#,
            -20.288_387_159_417_92,
        ),
    ];
    for (at, (text, npv)) in table.into_iter().enumerate() {
        let file = File::new(&format!("{at}.json"), text);
        let answer = answer(&["evaluate", file.path()], "");
        assert!(close(&answer["npv_b"], npv), "{text}: {}", answer["npv_b"]);
    }
}

#[test]
fn an_array_is_answered_by_an_array() {
    let answers = answer(&["evaluate"], r#"[{}, {"scenario": "C"}, {"model": "irr", "flows": [-100, 230, -140]}]"#);
    assert_eq!(answers.as_array().unwrap().len(), 3);
    assert!(close(&answers[1]["npv_b"], -9.402_421_437_300_202));
    assert_eq!(answers[2]["irr_status"], "none");
}

#[test]
fn each_kind_of_fault_is_one_line_with_key_value_and_limit() {
    let table: [(&[u8], &str); 9] = [
        (b"", "not JSON: EOF while parsing a value at line 1 column 0"),
        (b"{\"tax_rate\": }", "not JSON: expected value at line 1 column 14"),
        (b"\xff{}", "standard input is not UTF-8 text: invalid utf-8 sequence of 1 bytes from index 0"),
        (br#"{"commit_margin": 1.5}"#, "commit_margin: 1.5 is not a number from -1 to 1"),
        (br#"{"commit_total_b": 1e999}"#, "commit_total_b: 1e999 is not a number from 0 to 100000"),
        (br#"{"horizon_years": 51}"#, "horizon_years: 51 is not a whole number from 1 to 50"),
        (br#"{"horizon_years": true}"#, "horizon_years: true is not a whole number from 1 to 50"),
        (br#"{"lens": "x"}"#, r#"lens: "x" is not one of margin, capex"#),
        (br#"{"margin": 0.3}"#, "margin: 0.3 belongs to no known key"),
    ];
    for (input, message) in table {
        let shown = String::from_utf8_lossy(input);
        let errors = refused(&["evaluate"], input);
        assert_eq!(errors.len(), 1, "{shown}: {errors:?}");
        assert!(errors[0].starts_with(&format!("offtake: {message}")), "{shown}: {errors:?}");
    }
}

#[test]
fn faults_in_an_array_have_their_position_and_hide_every_answer() {
    let errors = refused(&["evaluate"], br#"[{}, {"tax_rate": 2, "x": 1}, {"scenario": "Z"}]"#);
    assert_eq!(
        errors,
        [
            "offtake: [1] tax_rate: 2 is not a number from 0 to 0.9",
            "offtake: [1] x: 1 belongs to no known key",
            "offtake: [2] scenario: \"Z\" is not one of base, A, B, C",
        ]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let errors = refused(&["evaluate", "no-such-file.json"], b"{}");
    assert!(errors[0].starts_with("offtake: cannot read no-such-file.json: "), "{errors:?}");
}

#[test]
fn a_wrong_call_says_what_is_wrong_and_where_help_is() {
    let table: [(&[&str], &str); 5] = [
        (&[], "a command is missing"),
        (&["solve"], "unknown command solve"),
        (&["evaluate", "--fast"], "unknown option --fast"),
        (&["evaluate", "a", "b"], "one file at most, but also b was named"),
        (&["-x"], "unknown command -x"),
    ];
    for (arguments, message) in table {
        let errors = refused(arguments, b"");
        assert_eq!(errors, [format!("offtake: {message}"), "offtake: try: offtake --help".to_owned()]);
    }
}

#[test]
fn help_names_every_model_scenario_and_other_deal() {
    for arguments in [&["--help"][..], &["-h"], &["evaluate", "--help"]] {
        let run = run(arguments, b"");
        assert_eq!((run.status, run.errors.len()), (0, 0));
        let others = PRESETS.iter().skip(1).map(|preset| preset.id);
        for name in MODELS.iter().copied().chain(SCENARIOS.iter().map(|scenario| scenario.id)).chain(others) {
            let mut words = run.out.split(|c: char| !c.is_alphanumeric() && c != '_');
            assert!(words.any(|word| word == name), "{name}");
        }
    }
}

#[test]
fn version_names_program_model_and_data() {
    let run = run(&["--version"], b"");
    assert_eq!(run.status, 0);
    for part in [env!("CARGO_PKG_VERSION"), offtake::model::MODEL_VERSION, offtake::catalog::DATA_VERSION] {
        assert!(run.out.contains(part), "{}", run.out);
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    let mut child = command().arg("evaluate").spawn().unwrap();
    drop(child.stdout.take());
    let many = format!("[{}]", vec!["{}"; 200].join(","));
    child.stdin.take().unwrap().write_all(many.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn zero_is_written_without_a_sign() {
    for request in [
        "{}",
        r#"{"lens": "capex"}"#,
        r#"{"immediate_b": 0, "contingent_b": 0}"#,
        r#"{"model": "lab", "funding_b": 0}"#,
        r#"{"model": "buyer", "discount": 0}"#,
        r#"{"commit_margin": -0.2, "ent_margin": -0.1, "immediate_b": 0}"#,
        r#"{"model": "tornado"}"#,
    ] {
        let run = run(&["evaluate"], request.as_bytes());
        assert_eq!(run.status, 0, "{request}: {:?}", run.errors);
        assert!(!run.out.contains("-0.0,") && !run.out.contains("-0.0\n"), "{request}");
    }
}

/// What a run of `export` left at a place.
fn exported(name: &str, arguments: &[&str]) -> Vec<u8> {
    let file = File::new(name, "");
    let path = file.0.to_str().unwrap().to_owned();
    let run = run(&[&["export", "-o", &path][..], arguments].concat(), b"");
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{:?}", run.errors);
    std::fs::read(&file.0).unwrap()
}

#[test]
fn every_file_of_a_case_is_made() {
    let state = ["--state", "https://example.org/offtake/?s=B&margin=0.36"];
    let sheet = exported("model.xlsx", &state);
    assert_eq!(&sheet[..2], b"PK");
    let saved: Value = serde_json::from_slice(&exported("state.json", &state)).unwrap();
    assert_eq!(saved["link"], "https://example.org/offtake/?m=1.0&d=2026-05&s=B&margin=0.36");
    assert_eq!(saved["outcome"], answer(&["evaluate"], r#"{"scenario": "B", "commit_margin": 0.36}"#));
    let years = String::from_utf8(exported("a-years.csv", &state)).unwrap();
    assert!(years.starts_with("\u{FEFF}Deal year,Ends in April,"), "{years}");
    let few = run(&["export", "--file=simulation.csv", "--draws=200"], b"");
    assert!(few.status == 0 && few.out.starts_with("\u{FEFF}Figure,Unit,Value"), "{:?}", few.errors);
    let told = run(&["export", "--file", "json", "--state", "nonsense=1"], b"");
    assert_eq!((told.status, told.errors), (0, vec!["offtake: “nonsense”: “1” belongs to nothing here".to_owned()]));
}

#[test]
fn a_call_of_export_that_cannot_be_met_is_one_line() {
    for (arguments, told) in [
        (&["export"][..], "which file? Name it with --file"),
        (&["export", "-o", "model.pdf"], "which file?"),
        (&["export", "--file", "pdf"], "--file pdf is not one of xlsx, json"),
        (&["export", "--file", "json", "--draws", "0"], "--draws 0 is not a whole number from 1 to 1000000"),
        (&["export", "--file", "json", "--address", "here"], "--address here is not an address"),
        (&["export", "--file"], "--file has no value"),
        (&["export", "--size", "1x1"], "unknown option --size"),
        (&["export", "--file", "json", "-o", "/nowhere/at/all.json"], "cannot write /nowhere/at/all.json"),
        (&["export", "--file", "simulation.csv", "--state", "low.margin=0.35"], "do not enclose the present value"),
        (&["export", "--file", "cash.csv", "--state", "side=lab"], "the chart cash does not belong to the side lab"),
        (&["export", "--file", "xlsx", "-o", "a.json"], "-o a.json is not the name of a file xlsx"),
        (&["export", "--file", "json", "-o", "A.CSV"], "-o a.csv is not the name of a file json"),
        (&["export", "--file", "years.csv", "-o", "b/inputs.csv"], "-o inputs.csv is not the name of a file years.csv"),
        (&["export", "--file", "cash.csv", "-o", "cash.png"], "-o cash.png is not the name of a file cash.csv"),
        (&["export", "--file", "xlsx", "--draws", "9"], "--draws is for simulation.csv, and xlsx draws nothing"),
        (&["export", "--draws", "9", "-o", "deals.csv"], "--draws is for simulation.csv, and deals.csv draws nothing"),
    ] {
        let errors = refused(arguments, b"");
        assert!(errors[0].starts_with("offtake: export: ") && errors[0].contains(told), "{errors:?}");
        // What is wrong with the call, and not with the case or the machine, can be looked up.
        let is_of_call =
            !["cannot write", "do not enclose", "does not belong"].iter().any(|words| told.contains(words));
        let help = is_of_call.then_some("offtake: try: offtake --help");
        assert_eq!(errors[1..].iter().map(String::as_str).collect::<Vec<_>>(), Vec::from_iter(help), "{arguments:?}");
    }
    for name in ["a-years.csv", "a.csv", "years", "a.json.csv", "a.txt"] {
        assert!(!exported(name, &["--file", "years.csv"]).is_empty(), "{name}");
    }
}
