//! The TypeScript types of the module, made from the types and the catalogue, and held to the file that is published.
//!
//! `OFFTAKE_ACCEPT=1 cargo test --all-features --test types` writes the file anew.
#![cfg(all(feature = "types", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use offtake::analysis::{grid::Grid, monte_carlo::Simulation, tornado::Tornado};
use offtake::catalog::uncertainty::{DISTRIBUTIONS, Scatter};
use offtake::catalog::{INPUTS, Input, Kind, PRESETS, SCENARIOS};
use offtake::export;
use offtake::model::Outcome;
use offtake::protocol::{Report, Versions, catalogue::Catalogue, irr, state};
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
    all.add::<Tornado>();
    all.add::<Grid>();
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
    let fields: String = INPUTS.iter().map(field).collect();
    let names = |all: &mut dyn Iterator<Item = &'static str>| union(all);
    format!(
        "// Made by tests/types.rs from the types and the catalogue; changes by hand are lost.\n\n\
         /** Every input of a deal, by its key. Money in billions of US dollars, rates and shares as decimals. */\n\
         export interface Inputs {{\n{fields}}}\n\n\
         /** A set of inputs that the page knows by name. */\n\
         export type Scenario = {}\n\n\
         /** Another deal. */\n\
         export type Preset = {}\n\n\
         /** Ends and spreads of distributions; what is absent stays as it is. */\n\
         export interface Uncertainty {{\n{}}}\n\n\
         /** A file of a state. */\n\
         export type FileKind = {}\n\n{BY_HAND}\n{}",
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

#[test]
fn every_input_has_a_type_with_its_default() {
    for input in INPUTS {
        let text = field(input);
        assert!(text.contains(input.id) && text.contains("Default: ") && text.contains(input.meaning), "{text}");
    }
}
