//! The simulation: `draws`, `seed`, `payback_within` and `uncertainty: {key: {low, high} or {sigma}}`.

use super::read::{Entries, Raw};
use super::{Fault, Problem, around};
use crate::analysis::marginals::{self, Override, Overrides};
use crate::analysis::monte_carlo::{DEFAULT_DRAWS, DEFAULT_SEED, Question};
use crate::analysis::setup::{LARGEST_SEED, NUMBERS_OF_DRAWS, PAYBACK_YEARS};
use crate::catalog::uncertainty::{DISTRIBUTIONS, SIGMA, Scatter};
use crate::catalog::{self, Input, Kind, Limits};

pub(super) const DRAWS: &str = "draws";
const SEED: &str = "seed";
const PAYBACK_WITHIN: &str = "payback_within";
const UNCERTAINTY: &str = "uncertainty";

pub(super) fn decode(entries: &Entries, faults: &mut Vec<Fault>) -> Question {
    let inputs = around::decode(entries, &[DRAWS, SEED, PAYBACK_WITHIN, UNCERTAINTY], faults);
    #[expect(clippy::cast_precision_loss, reason = "whole numbers that fit exactly")]
    let (usual_draws, usual_seed, largest_seed) = (DEFAULT_DRAWS as f64, DEFAULT_SEED as f64, LARGEST_SEED as f64);
    let draws = around::number(entries, DRAWS, Kind::Whole, NUMBERS_OF_DRAWS, usual_draws, faults);
    let seed = around::whole(entries, SEED, (0.0, largest_seed), usual_seed, faults);
    let payback_within = around::number(entries, PAYBACK_WITHIN, Kind::Number, PAYBACK_YEARS, 10.0, faults);
    let overrides =
        entries.get(UNCERTAINTY).map_or_else(Overrides::default, |value| overrides(value, |input| input.model, faults));
    if let Err(not) = marginals::around(&inputs, &overrides) {
        faults.push(Fault::not_enclosing(&not));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    let (draws, seed) = (draws as usize, seed as u64);
    Question { inputs, draws, seed, overrides, payback_within }
}

/// Changed ends, each inside the limits that the caller has for its input.
pub(super) fn overrides(value: Raw, limits: fn(&Input) -> Limits, faults: &mut Vec<Fault>) -> Overrides {
    let mut overrides = Overrides::default();
    let Some(entries) = value.object() else {
        faults.push(Fault::new(UNCERTAINTY, value.shown(), Problem::NotAnObject));
        return overrides;
    };
    faults.extend(entries.duplicates());
    for (key, value) in entries.iter() {
        let path = format!("{UNCERTAINTY}.{key}");
        let row = DISTRIBUTIONS.iter().zip(&mut overrides).find(|((id, _), _)| *id == key);
        match (row, value.object()) {
            (None, _) => {
                let names = DISTRIBUTIONS.iter().map(|(id, _)| *id).collect();
                faults.push(Fault::new(path, String::new(), Problem::NotAName(names)));
            }
            (_, None) => faults.push(Fault::new(path, value.shown(), Problem::NotAnObject)),
            (Some(((_, scatter), change)), Some(ends)) => {
                faults.extend(ends.duplicates());
                *change = one_override(key, *scatter, limits, &ends, faults);
            }
        }
    }
    overrides
}

fn one_override(
    key: &str,
    scatter: Scatter,
    limits: fn(&Input) -> Limits,
    entries: &Entries,
    faults: &mut Vec<Fault>,
) -> Override {
    let mut change = Override::default();
    let of_input = catalog::find(key).map_or(SIGMA, limits);
    for (name, value) in entries.iter() {
        let (place, limits) = match (scatter, name) {
            (Scatter::Triangular { .. }, "low") => (&mut change.low, of_input),
            (Scatter::Triangular { .. }, "high") => (&mut change.high, of_input),
            (Scatter::Lognormal { .. }, "sigma") => (&mut change.sigma, SIGMA),
            _ => {
                let path = format!("{UNCERTAINTY}.{key}.{name}");
                faults.push(Fault::new(path, value.shown(), Problem::NotAName(names(scatter))));
                continue;
            }
        };
        *place = around::in_limits(value, Kind::Number, limits);
        if place.is_none() {
            let path = format!("{UNCERTAINTY}.{key}.{name}");
            faults.push(Fault::new(path, value.shown(), Problem::NotInLimits(Kind::Number, limits)));
        }
    }
    change
}

fn names(scatter: Scatter) -> Vec<&'static str> {
    match scatter {
        Scatter::Triangular { .. } => vec!["low", "high"],
        Scatter::Lognormal { .. } => vec!["sigma"],
    }
}
