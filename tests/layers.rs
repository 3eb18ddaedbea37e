//! The layers of the crate, held to the map in `src/lib.rs`: each file is read and what it mentions is checked.
//!
//! The compiler already refuses browser crates natively; this refuses the rest, and each rule is tried on text that
//! breaks it.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// From the one that knows least to the one that knows most. Nothing mentions a layer after its own.
const LAYERS: [&str; 9] = ["model", "catalog", "analysis", "protocol", "wording", "charts", "export", "browser", "ui"];

/// Crates, and the layers that may use them; none means any.
const CRATES: [(&str, &[&str]); 18] = [
    ("leptos", &["ui"]),
    ("wasm_bindgen", &["browser", "ui"]),
    ("wasm_bindgen_futures", &["browser", "ui"]),
    ("web_sys", &["browser", "ui"]),
    ("js_sys", &["browser", "ui"]),
    ("gloo", &["browser", "ui"]),
    ("console_error_panic_hook", &["browser", "ui"]),
    ("serde_wasm_bindgen", &["browser"]),
    ("ts_rs", &["model", "analysis", "protocol"]),
    ("plotters_canvas", &["browser", "ui"]),
    ("plotters", &["charts", "browser", "ui"]),
    ("plotters_svg", &["charts"]),
    ("png", &["export"]),
    ("resvg", &["export"]),
    ("rust_xlsxwriter", &["export"]),
    ("serde_json", &["catalog", "protocol", "export", "browser", "ui"]),
    ("serde", &["model", "catalog", "analysis", "protocol", "export", "browser", "ui"]),
    ("libm", &["model", "catalog", "analysis", "protocol", "charts", "export"]),
];

/// What only the machine below a browser has.
const MACHINE: [&str; 6] = ["std::time", "std::fs", "std::env", "std::net", "std::thread", "std::process"];

/// Methods of f64 that differ in the last bits from one platform to the next.
const PLATFORM_MATHS: [&str; 15] = [
    ".exp(", ".exp2(", ".exp_m1(", ".ln(", ".ln_1p(", ".log(", ".log2(", ".log10(", ".powf(", ".powi(", ".cbrt(",
    ".hypot(", ".sin(", ".cos(", ".tan(",
];

/// A file of the product without its own tests; test files may be longer tables.
const MOST_LINES: usize = 350;
const MOST_TEST_LINES: usize = 600;

/// What is only known to a browser, by its name in Cargo.toml.
const BROWSER_PACKAGES: [&str; 9] = [
    "console_error_panic_hook",
    "gloo",
    "js-sys",
    "leptos",
    "plotters-canvas",
    "serde-wasm-bindgen",
    "wasm-bindgen",
    "wasm-bindgen-test",
    "web-sys",
];

#[test]
fn no_layer_mentions_what_it_may_not() {
    let files = sources("src");
    assert!(files.len() > LAYERS.len(), "the sources were not found");
    let faults: Vec<String> = files.iter().flat_map(|(path, text)| named(path, faults(&layer(path), text))).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_stays_small() {
    let within = |most, folder| {
        sources(folder).into_iter().flat_map(move |(path, text)| named(&path, shape_faults(&text, most)))
    };
    let faults: Vec<String> = within(MOST_LINES, "src").chain(within(MOST_TEST_LINES, "tests")).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn browser_packages_belong_to_the_browser_target() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap_or_default();
    assert!(manifest.contains("leptos"), "Cargo.toml was not read");
    assert_eq!(misplaced(&manifest), Vec::<String>::new());
}

#[test]
fn the_npm_lock_names_no_registry() {
    let lock = fs::read_to_string(root().join("package-lock.json")).unwrap_or_default();
    assert!(lock.contains("\"integrity\""), "package-lock.json was not read");
    assert!(!lock.contains("\"resolved\""), "see .npmrc: `omit-lockfile-registry-resolved=true`");
}

#[test]
fn the_detector_finds_what_it_is_for() {
    for (layer, text, want) in [
        ("model", "use crate::catalog::rows;", "the layer catalog"),
        ("model", "use crate::{model::irr, ui};", "the layer ui"),
        ("model", "use crate::{\n    model::{irr, npv},\n    wording::verdict,\n};", "the layer wording"),
        ("charts", "    crate::browser::download(x);", "the layer browser"),
        ("catalog", "let x = super::super::protocol::parse(text);", "the layer protocol"),
        ("charts", "use offtake::ui;", "the layer ui"),
        ("model", "use serde_json::Value;", "the crate serde_json"),
        ("wording", "fn draw() -> web_sys::Window {", "the crate web_sys"),
        ("wording", "use leptos::prelude::*;", "the crate leptos"),
        ("wording", "use plotters::prelude::*;", "the crate plotters"),
        ("model", "use wasm_bindgen;", "the crate wasm_bindgen"),
        ("model", "let now = std::time::Instant::now();", "std::time"),
        ("ui", "let now = std::time::Instant::now();", "std::time"),
        ("model", "let x = rate.powi(2);", ".powi("),
        ("charts", "let x = rate.ln();", ".ln("),
    ] {
        let found = faults(layer, text);
        assert!(found.len() == 1 && found.iter().all(|fault| fault.contains(want)), "{layer}: {text}: {found:?}");
    }
}

#[test]
fn the_detector_lets_the_rest_pass() {
    for (layer, text) in [
        ("wording", "use crate::model::{Outcome, Stake};"),
        ("ui", "use crate::{browser, charts, model};"),
        ("model", "// the page shows it: crate::ui, leptos::view"),
        ("model", "//! See `crate::catalog`."),
        ("model", "let x = libm::exp(rate) + libm::pow(rate, 2.0);"),
        ("model", "let gui = scrate::uix::y;"),
        ("model", "use crate::{model, };"),
        ("catalog", "let source = \"https://leptos.example\"; // web_sys::Window"),
        ("charts", "use plotters::prelude::*;"),
        ("", "mod ui; use crate::ui::page;"),
    ] {
        assert_eq!(faults(layer, text), Vec::<String>::new(), "{layer}: {text}");
    }
}

#[test]
fn the_other_rules_can_be_broken() {
    assert_eq!(shape_faults("//! What it is.\n", 1), Vec::<String>::new());
    assert_eq!(shape_faults("use std::fs;\n", 1).len(), 1);
    assert_eq!(shape_faults("//! Long.\n//! Longer.\n", 1).len(), 1);
    assert_eq!(shape_faults("//! Short.\n#[cfg(test)]\nmod tests {\n}\n", 1), Vec::<String>::new());
    let wasm = "[target.'cfg(target_arch = \"wasm32\")'.dependencies]\nleptos = \"0.8\"\n";
    assert_eq!(misplaced(wasm), Vec::<String>::new());
    assert_eq!(misplaced("[dependencies]\nleptos = { version = \"0.8\" }\n"), ["leptos in [dependencies]"]);
    assert_eq!(misplaced("[dependencies.web-sys]\nversion = \"0.3\"\n"), ["web-sys in [dependencies.web-sys]"]);
    assert_eq!(misplaced("[dev-dependencies]\nwasm-bindgen-test=\"1\"\n").len(), 1);
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under a folder, by its path from there.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let top = root().join(folder);
    let mut folders = vec![top.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap_or_default();
                files.push((path.strip_prefix(&top).unwrap_or(&path).to_path_buf(), text));
            }
        }
    }
    files
}

/// The layer of a file, or nothing for those at the top and the commands, which may use every layer.
fn layer(path: &Path) -> String {
    let first = path.iter().next().map_or_else(String::new, |part| part.to_string_lossy().replace(".rs", ""));
    if LAYERS.contains(&first.as_str()) { first } else { String::new() }
}

fn named(path: &Path, faults: Vec<String>) -> Vec<String> {
    faults.into_iter().map(|fault| format!("{}: {fault}", path.display())).collect()
}

fn faults(layer: &str, text: &str) -> Vec<String> {
    let Some(position) = LAYERS.iter().position(|name| *name == layer) else { return Vec::new() };
    let code = code(text);
    let below = LAYERS.iter().skip(position + 1).filter(|other| mentions_layer(&code, other));
    let crates = CRATES.iter().filter(|(name, users)| !users.contains(&layer) && mentions_crate(&code, name));
    let machine = MACHINE.iter().filter(|name| code.contains(**name));
    let maths = PLATFORM_MATHS.iter().filter(|name| code.contains(**name));
    below
        .map(|other| format!("mentions the layer {other}"))
        .chain(crates.map(|(name, _)| format!("mentions the crate {name}")))
        .chain(machine.map(|name| format!("mentions {name}, which a browser has not")))
        .chain(maths.map(|name| format!("calls {name}) of f64: use libm")))
        .collect()
}

/// The text without comments, and without the insides of quoted strings.
fn code(text: &str) -> String {
    text.lines().map(|line| code_of_line(line) + "\n").collect()
}

fn code_of_line(line: &str) -> String {
    let mut code = String::new();
    let mut quoted = false;
    let mut last = ' ';
    for character in line.chars() {
        match character {
            '"' if last != '\\' && last != '\'' => quoted = !quoted,
            '/' if last == '/' && !quoted => break,
            _ if quoted => {}
            other => code.push(other),
        }
        last = character;
    }
    code
}

fn mentions_layer(code: &str, layer: &str) -> bool {
    ["crate::", "super::", "offtake::"]
        .iter()
        .any(|start| occurrences(code, start).any(|rest| first_words(rest).iter().any(|word| word == layer)))
}

fn mentions_crate(code: &str, name: &str) -> bool {
    let path = format!("{name}::");
    let uses = [format!("use {name};"), format!("use {name} as ")];
    occurrences(code, &path).next().is_some() || uses.iter().any(|text| code.contains(text.as_str()))
}

/// What follows each place where `word` begins a word.
fn occurrences<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    code.match_indices(word).filter_map(move |(at, _)| {
        let before = code.get(..at)?.chars().next_back();
        if before.is_some_and(is_part) { None } else { code.get(at + word.len()..) }
    })
}

/// `a` of `a::b`, and `a` and `c` of `{a::b, c::{d, e}}`.
fn first_words(rest: &str) -> Vec<String> {
    let word = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![word(rest)] };
    let mut depth = 0;
    let mut words = vec![String::new()];
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => words.push(String::new()),
            other if depth == 0 => words.iter_mut().last().into_iter().for_each(|word| word.push(other)),
            _ => {}
        }
    }
    words.iter().map(|text| word(text)).collect()
}

fn shape_faults(text: &str, most: usize) -> Vec<String> {
    let lines = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text).lines().count();
    let undocumented = (!text.starts_with("//!")).then(|| "does not begin with `//!`".to_owned());
    let long = (lines > most).then(|| format!("has {lines} lines, more than {most}"));
    undocumented.into_iter().chain(long).collect()
}

/// The browser packages of a manifest that stand in another section than the one for wasm32.
fn misplaced(manifest: &str) -> Vec<String> {
    let mut section = "";
    let mut found = Vec::new();
    for line in manifest.lines() {
        let is_heading = line.starts_with('[');
        section = if is_heading { line } else { section };
        let name = if is_heading {
            line.trim_end_matches(']').rsplit("dependencies.").next().unwrap_or_default()
        } else {
            line.split(['=', ' ', '.']).next().unwrap_or_default()
        };
        let is_dependency = section.contains("dependencies") && BROWSER_PACKAGES.contains(&name);
        if is_dependency && !section.contains("cfg(target_arch = \"wasm32\")") {
            found.push(format!("{name} in {section}"));
        }
    }
    found
}
