//! The TypeScript types of the module, made from the types and the catalogue, and held to the file that is published.
//!
//! `OFFTAKE_ACCEPT=1 cargo test --all-features --test types` writes the file anew.
#![cfg(all(feature = "types", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use offtake::analysis::monte_carlo::Simulation;
use offtake::catalog::uncertainty::{DISTRIBUTIONS, Scatter};
use offtake::catalog::{ALL_INPUTS, Input, Kind, PRESETS, SCENARIOS, Side};
use offtake::export;
use offtake::model::{BuyerOutcome, LabOutcome, Outcome};
use offtake::protocol::{self, Report, Versions, catalogue::Catalogue, irr, state};
use ts_rs::{Config, TS, TypeVisitor};

const FILE: &str = "src/browser/module/types.d.ts";
const BY_HAND: &str = include_str!("types/by_hand.d.ts");

/// Declarations by name, each with its documentation.
struct Declared(Config, BTreeMap<String, String>);

impl Declared {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        // What has no place of its own is a type of the language.
        if T::output_path().is_none() || self.1.contains_key(&T::ident(&self.0)) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.1.insert(T::ident(&self.0), format!("{docs}export {}\n", T::decl(&self.0)));
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Declared {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

fn answers() -> String {
    let mut all = Declared(Config::new(), BTreeMap::new());
    all.add::<Outcome>();
    all.add::<irr::Answer>();
    all.add::<BuyerOutcome>();
    all.add::<LabOutcome>();
    all.add::<Simulation>();
    all.add::<Catalogue>();
    all.add::<state::State>();
    all.add::<state::Read>();
    all.add::<Report>();
    all.add::<Versions>();
    all.1.into_values().map(|text| one_a_line(&text)).collect::<Vec<_>>().join("\n")
}

/// A declaration with each of its fields on a line of its own, and its comments on one.
fn one_a_line(text: &str) -> String {
    let flat = text.replace("/**\n * ", "/** ").replace("\n */\n", " */\n").replace("\n * ", " ");
    let (mut all, mut depth) = (String::new(), 0_usize);
    for line in flat.lines().map(str::trim) {
        if line.starts_with("/**") {
            let indent = if depth > 0 { "  " } else { "" };
            let _ = writeln!(all, "{indent}{line}");
            continue;
        }
        for letter in line.chars() {
            match letter {
                '}' if depth == 1 => all = all.trim_end().trim_end_matches(',').to_owned() + "\n",
                _ if depth > 0 && (all.ends_with('\n')) && letter != ' ' => all += "  ",
                _ => {}
            }
            depth = match letter {
                '{' | '<' | '[' | '(' => depth + 1,
                '}' | '>' | ']' | ')' => depth.saturating_sub(1),
                _ => depth,
            };
            match letter {
                '{' if depth == 1 => all += "{\n",
                ',' if depth == 1 => all += "\n",
                ' ' if all.ends_with('\n') => {}
                ';' => {}
                _ => all.push(letter),
            }
        }
    }
    all.trim_end().to_owned() + "\n"
}

fn union<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" | ")
}

/// One input, with its meaning, unit, limits and default.
fn field(input: &Input) -> String {
    let (kind, about) = match input.kind {
        Kind::Choice(choices) => {
            let default =
                choices.iter().find(|choice| input.choice_position(choice.id) == Some(input.default)).unwrap();
            (union(choices.iter().map(|choice| choice.id)), format!("Default: {}.", default.id))
        }
        Kind::Number | Kind::Whole => {
            let whole = if input.kind == Kind::Whole { " whole," } else { "" };
            let (unit, limits) = (input.unit.name(), input.model);
            let about = format!("Unit: {unit};{whole} {} to {}. Default: {}.", limits.min, limits.max, input.default);
            ("number".to_owned(), about)
        }
    };
    format!("  /** {} {about} */\n  {}: {kind}\n", input.meaning, input.id)
}

fn uncertainty() -> String {
    let ends = |scatter| match scatter {
        Scatter::Triangular { .. } => "{ low?: number, high?: number }",
        Scatter::Lognormal { .. } => "{ sigma?: number }",
    };
    DISTRIBUTIONS.iter().fold(String::new(), |mut all, (id, scatter)| {
        let _ = writeln!(all, "  {id}?: {}", ends(*scatter));
        all
    })
}

fn made() -> String {
    let fields = |side: Side| side.wire_inputs().map(field).collect::<String>();
    let names = |all: &mut dyn Iterator<Item = &'static str>| union(all);
    format!(
        "// Made by tests/types.rs from the types and the catalogue; changes by hand are lost.\n\n\
         /** Every input of a deal, by its key. Money in billions of US dollars, rates and shares as decimals. */\n\
         export interface Inputs {{\n{}}}\n\n\
         /** Every input of the lab's burden, by its key; its growth is that of the deal. */\n\
         export interface LabInputs {{\n{}  /** One to six of them. */\n  obligations: Obligation[]\n}}\n\n\
         /** Every input of a buyer's own commitment, by its key. Money in millions of US dollars. */\n\
         export interface BuyerInputs {{\n{}}}\n\n\
         /** A set of inputs that the page knows by name. */\n\
         export type Scenario = {}\n\n\
         /** Another deal. */\n\
         export type Preset = {}\n\n\
         /** Ends and spreads of distributions; what is absent stays as it is. */\n\
         export interface Uncertainty {{\n{}}}\n\n\
         /** A file of a state. */\n\
         export type FileKind = {}\n\n{BY_HAND}\n{}",
        fields(Side::Investor),
        fields(Side::Lab),
        fields(Side::Buyer),
        names(&mut SCENARIOS.iter().map(|scenario| scenario.id)),
        names(&mut PRESETS.iter().map(|preset| preset.id)),
        uncertainty(),
        names(&mut export::Kind::names().into_iter()),
        answers(),
    )
}

#[test]
fn the_published_types_are_those_of_the_program() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let made = made();
    if std::env::var_os("OFFTAKE_ACCEPT").is_some() {
        std::fs::write(&place, &made).unwrap();
    }
    let published = std::fs::read_to_string(&place).unwrap();
    let differs = made.lines().zip(published.lines()).find(|(made, published)| made != published);
    assert_eq!(differs, None, "{FILE} is not up to date: run with OFFTAKE_ACCEPT=1");
    assert_eq!(made.len(), published.len());
}

/// The keys that the by-hand types of tornado and grid must have, by side.
#[test]
fn swings_and_grids_are_typed_as_they_are_written() {
    for side in Side::ALL {
        for model in ["tornado", "grid"] {
            let asked = match (model, side) {
                ("grid", Side::Lab) => r#", "x": "arr_g1", "xs": [0.1], "y": "lab_gross_margin", "ys": [0.4]"#,
                ("grid", Side::Buyer) => r#", "x": "discount", "xs": [0.1], "y": "usage_realised", "ys": [1]"#,
                _ => "",
            };
            let question = format!(r#"{{"model": "{model}", "side": "{}"{asked}}}"#, side.id());
            let text = protocol::evaluate(&question).and_then(|reply| reply.to_json()).unwrap();
            let mut keys = BTreeSet::new();
            keys_of(&serde_json::from_str(&text).unwrap(), &mut keys);
            for key in keys {
                assert!(BY_HAND.contains(&format!("  {key}: ")), "{model} of the {}: {key}", side.id());
            }
        }
    }
}

fn keys_of(value: &serde_json::Value, into: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(map) => map.iter().for_each(|(key, value)| {
            into.insert(key.clone());
            keys_of(value, into);
        }),
        serde_json::Value::Array(items) => items.iter().for_each(|item| keys_of(item, into)),
        _ => {}
    }
}

#[test]
fn every_input_has_a_type_with_its_default() {
    for input in ALL_INPUTS {
        let text = field(input);
        assert!(text.contains(input.id) && text.contains("Default: ") && text.contains(input.meaning), "{text}");
    }
}
