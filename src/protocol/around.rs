//! The inputs around which an analysis asks: `preset`, `scenario` and `inputs: {...}` beside the analysis's own keys, and
//! for some analyses the `side` that asks.

use super::read::{Entries, Raw};
use super::{Fault, MODEL, Problem, deal};
use crate::catalog::{self, Side};
use crate::model::Inputs;

const INPUTS: &str = "inputs";
const SIDE: &str = "side";

/// The inputs of a deal. `own` are the keys of the analysis; any other is a fault.
pub(super) fn decode(entries: &Entries, own: &[&'static str], faults: &mut Vec<Fault>) -> Inputs {
    of_side(Side::Investor, entries, own, faults)
}

/// The side that asks, the investor unless another is named, and its inputs. Nothing for an unknown side: what its keys
/// are is then unknown as well.
pub(super) fn sided(entries: &Entries, own: &[&'static str], faults: &mut Vec<Fault>) -> Option<(Side, Inputs)> {
    let side = match entries.get(SIDE) {
        None => Some(Side::default()),
        Some(value) => {
            let found = value.text().as_deref().and_then(Side::find);
            if found.is_none() {
                faults.push(Fault::new(SIDE, value.shown(), Problem::NotAName(Side::ALL.map(Side::id).to_vec())));
            }
            found
        }
    }?;
    Some((side, of_side(side, entries, &[own, &[SIDE]].concat(), faults)))
}

fn of_side(side: Side, entries: &Entries, own: &[&'static str], faults: &mut Vec<Fault>) -> Inputs {
    let mut inputs = catalog::defaults();
    let is_deal = side == Side::Investor;
    if is_deal {
        deal::apply_names(entries, &mut inputs, faults);
    }
    let names = |key: &str| is_deal && [deal::PRESET, deal::SCENARIO].contains(&key);
    let known = |key: &str| own.contains(&key) || [MODEL, INPUTS].contains(&key) || names(key);
    for (key, value) in entries.iter().filter(|(key, _)| !known(key)) {
        faults.push(Fault::new(key, value.shown(), Problem::UnknownKey(None)));
    }
    if let Some(value) = entries.get(INPUTS) {
        match value.object() {
            Some(nested) => {
                faults.extend(nested.duplicates());
                deal::apply(side, &nested, &[], &mut inputs, faults);
            }
            None => faults.push(Fault::new(INPUTS, value.shown(), Problem::NotAnObject)),
        }
    }
    inputs
}

/// A whole number from `min` to `max` at a key; the usual one if the key is absent.
pub(super) fn whole(
    entries: &Entries,
    key: &'static str,
    (min, max): (f64, f64),
    usual: f64,
    faults: &mut Vec<Fault>,
) -> f64 {
    number(entries, key, catalog::Kind::Whole, catalog::Limits { min, max }, usual, faults)
}

/// A number at a key; the usual one if the key is absent.
pub(super) fn number(
    entries: &Entries,
    key: &'static str,
    kind: catalog::Kind,
    limits: catalog::Limits,
    usual: f64,
    faults: &mut Vec<Fault>,
) -> f64 {
    let Some(value) = entries.get(key) else { return usual };
    in_limits(value, kind, limits).unwrap_or_else(|| {
        faults.push(Fault::new(key, value.shown(), Problem::NotInLimits(kind, limits)));
        usual
    })
}

/// A number of a kind within limits.
pub(super) fn in_limits(value: Raw, kind: catalog::Kind, limits: catalog::Limits) -> Option<f64> {
    let fits = |number: &f64| limits.contains(*number) && (kind == catalog::Kind::Number || number.fract() == 0.0);
    value.number().filter(fits)
}
