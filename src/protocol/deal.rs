//! The inputs of a side: of the deal, of the lab's burden, of the buyer's commitment.

use super::obligations::{self, OBLIGATIONS};
use super::read::{Entries, Raw};
use super::{Fault, MODEL, Problem};
use crate::catalog::{self, Input, Kind, PRESETS, Preset, SCENARIOS, Scenario, Side};
use crate::model::Inputs;

pub(super) const PRESET: &str = "preset";
pub(super) const SCENARIO: &str = "scenario";

/// Defaults, then preset, then scenario, then explicit keys.
pub(super) fn decode(side: Side, entries: &Entries, faults: &mut Vec<Fault>) -> Inputs {
    let mut inputs = catalog::defaults();
    apply(side, entries, &[MODEL], &mut inputs, faults);
    inputs
}

/// Preset, scenario and explicit keys, over what `inputs` holds. `beside` are keys that mean something else here.
pub(super) fn apply(
    side: Side,
    entries: &Entries,
    beside: &[&'static str],
    inputs: &mut Inputs,
    faults: &mut Vec<Fault>,
) {
    if side != Side::Investor {
        return apply_keys(side, entries, beside, inputs, faults);
    }
    apply_names(entries, inputs, faults);
    apply_keys(side, entries, &[beside, &[PRESET, SCENARIO]].concat(), inputs, faults);
}

/// Explicit keys alone, the lab's list of obligations among them. `beside` are keys that mean something else here.
pub(super) fn apply_keys(
    side: Side,
    entries: &Entries,
    beside: &[&'static str],
    inputs: &mut Inputs,
    faults: &mut Vec<Fault>,
) {
    let lists: &[&'static str] = if side == Side::Lab { &[OBLIGATIONS] } else { &[] };
    let others = [beside, lists].concat();
    for (key, value) in entries.iter().filter(|(key, _)| !others.contains(key)) {
        let set = match side.wire_input(key) {
            Some(input) => set(input, inputs, value),
            None => Err(Fault::new(key, value.shown(), Problem::UnknownKey(nearest(side, &others, key)))),
        };
        faults.extend(set.err());
    }
    if side == Side::Lab {
        obligations::apply(entries, inputs, faults);
    }
}

/// The preset, then the scenario.
pub(super) fn apply_names(entries: &Entries, inputs: &mut Inputs, faults: &mut Vec<Fault>) {
    if let Some(value) = entries.get(PRESET) {
        match value.text().as_deref().and_then(Preset::find) {
            Some(preset) => preset.apply(inputs),
            None => faults.push(not_a_name(PRESET, value, PRESETS.iter().map(|preset| preset.id))),
        }
    }
    if let Some(value) = entries.get(SCENARIO) {
        match value.text().as_deref().and_then(Scenario::find) {
            Some(scenario) => scenario.apply(inputs),
            None => faults.push(not_a_name(SCENARIO, value, SCENARIOS.iter().map(|scenario| scenario.id))),
        }
    }
}

/// Puts a value into the inputs, if the model takes it.
pub(super) fn set(input: &Input, inputs: &mut Inputs, value: Raw) -> Result<(), Fault> {
    if let Kind::Choice(choices) = input.kind {
        let position = value.text().and_then(|text| input.choice_position(&text));
        let position = position.ok_or_else(|| not_a_name(input.id, value, choices.iter().map(|choice| choice.id)))?;
        return set_number(input, inputs, position, value);
    }
    let number = value.number().ok_or_else(|| outside(input, value))?;
    set_number(input, inputs, number, value)
}

fn set_number(input: &Input, inputs: &mut Inputs, number: f64, value: Raw) -> Result<(), Fault> {
    input.set(inputs, number).map_err(|_| outside(input, value))
}

/// The value is not a number that this input takes.
pub(super) fn outside(input: &Input, value: Raw) -> Fault {
    Fault::new(input.id, value.shown(), Problem::NotInLimits(input.kind, input.model))
}

fn not_a_name(key: &str, value: Raw, names: impl Iterator<Item = &'static str>) -> Fault {
    Fault::new(key, value.shown(), Problem::NotAName(names.collect()))
}

/// The known key that shares most of its beginning and its end with this one, if that is more than half of it.
fn nearest(side: Side, others: &[&'static str], key: &str) -> Option<&'static str> {
    let names = side.wire_inputs().map(|input| input.id).chain(others.iter().copied());
    let likeness = |name: &str| {
        let front = name.bytes().zip(key.bytes()).take_while(|(a, b)| a == b).count();
        let back = name.bytes().rev().zip(key.bytes().rev()).take_while(|(a, b)| a == b).count();
        front + back
    };
    names.max_by_key(|name| likeness(name)).filter(|name| likeness(name) * 2 > name.len().max(key.len()))
}
