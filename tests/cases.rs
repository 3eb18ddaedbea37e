//! The worked cases of an independent implementation, every key.
//!
//! `cases.json` was not computed by the code under test. Tolerances are relative: 1e-9, rates 1e-7, double roots 1e-4.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test says what it expects")]

use std::collections::BTreeSet;

use offtake::{catalog, model, protocol};
use serde_json::Value;

const TOLERANCE: f64 = 1e-9;
const RATE_TOLERANCE: f64 = 1e-7;
const DOUBLE_ROOT_TOLERANCE: f64 = 1e-4;

fn file() -> Value {
    serde_json::from_str(include_str!("cases.json")).unwrap()
}

/// The cases of one model.
fn cases(model: &str) -> Vec<(String, Value, Value)> {
    let file = file();
    let cases = file["cases"].as_array().unwrap().iter();
    cases
        .filter(|case| case["inputs"]["model"].as_str().unwrap_or("deal") == model)
        .map(|case| (case["name"].as_str().unwrap().to_owned(), case["inputs"].clone(), case["outputs"].clone()))
        .collect()
}

fn answer(inputs: &Value) -> Value {
    let reply = protocol::evaluate(&inputs.to_string()).and_then(|reply| reply.to_json());
    serde_json::from_str(&reply.unwrap_or_else(|faults| panic!("{inputs}: {faults:?}"))).unwrap()
}

fn tolerance(path: &str) -> f64 {
    let is_rate = path.contains("irr") && !path.contains("mirr");
    match path {
        _ if path.contains("double_root") && is_rate => DOUBLE_ROOT_TOLERANCE,
        _ if is_rate => RATE_TOLERANCE,
        _ => TOLERANCE,
    }
}

/// Where two JSON values differ, each with its path.
fn differences(expected: &Value, found: &Value, path: &str, into: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: BTreeSet<_> = a.keys().chain(b.keys()).collect();
            for key in keys {
                let missing = Value::String("(missing)".to_owned());
                let (a, b) = (a.get(key).unwrap_or(&missing), b.get(key).unwrap_or(&missing));
                differences(a, b, &format!("{path}.{key}"), into);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                differences(a, b, &format!("{path}[{i}]"), into);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            if (a - b).abs() > tolerance(path) * a.abs().max(b.abs()) {
                into.push(format!("{path}: expected {a}, found {b}"));
            }
        }
        (a, b) if a != b => into.push(format!("{path}: expected {a}, found {b}")),
        _ => {}
    }
}

fn all_match(model: &str, at_least: usize) {
    let cases = cases(model);
    assert!(cases.len() >= at_least, "only {} cases of {model}", cases.len());
    let mut faults = Vec::new();
    for (name, inputs, outputs) in &cases {
        differences(outputs, &answer(inputs), name, &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_deal_case_matches() {
    all_match("deal", 50);
}

#[test]
fn every_buyer_case_matches() {
    all_match("buyer", 5);
}

#[test]
fn every_lab_case_matches() {
    all_match("lab", 2);
}

#[test]
fn every_irr_case_matches() {
    all_match("irr", 5);
}

#[test]
fn every_tornado_case_matches() {
    all_match("tornado", 2);
}

#[test]
fn every_grid_case_matches() {
    all_match("grid", 2);
}

#[test]
fn every_simulation_case_matches() {
    all_match("montecarlo", 4);
}

#[test]
fn the_comparison_sees_a_wrong_digit_a_missing_key_and_a_wrong_word() {
    let expected = serde_json::json!({ "npv_b": 1.0, "status": "ok", "path": [1.0, 2.0], "irr": null });
    for (found, faults) in [
        (serde_json::json!({ "npv_b": 1.0 + 1e-12, "status": "ok", "path": [1.0, 2.0], "irr": null }), 0),
        (serde_json::json!({ "npv_b": 1.0 + 1e-8, "status": "ok", "path": [1.0, 2.0], "irr": null }), 1),
        (serde_json::json!({ "npv_b": 1.0, "status": "never", "path": [1.0], "irr": 0.1 }), 3),
        (serde_json::json!({ "npv_b": 1.0, "path": [1.0, 2.0], "irr": null, "more": 1 }), 2),
    ] {
        let mut found_faults = Vec::new();
        differences(&expected, &found, "", &mut found_faults);
        assert_eq!(found_faults.len(), faults, "{found_faults:?}");
    }
}

/// What the source articles claim about their scenarios, and what the model makes of it.
mod claims {
    use super::{catalog, model};
    use model::{Inputs, IrrStatus, Outcome, PaybackStatus};

    fn scenario(id: &str) -> Inputs {
        catalog::SCENARIOS.iter().find(|scenario| scenario.id == id).unwrap().inputs()
    }

    fn outcome(id: &str) -> Outcome {
        model::evaluate(&scenario(id))
    }

    #[test]
    fn a_pays_within_seven_years_and_only_with_the_uplift() {
        let a = outcome("A");
        assert!(a.npv_b > 0.0);
        assert!(a.payback.years.unwrap() < 7.0);
        assert!(a.break_even.npv_without_enterprise < 0.0);
    }

    #[test]
    fn b_pays_back_late_and_loses_once_discounted() {
        let b = outcome("B");
        assert!((7.0..=10.0).contains(&b.payback.years.unwrap()));
        assert!(b.npv_b < 0.0);
        assert_eq!(b.discounted_payback.status, PaybackStatus::Never);
    }

    #[test]
    fn b_with_all_the_money_drawn_never_pays_back() {
        let full = Inputs { milestone_prob: 1.0, ..scenario("B") };
        assert_eq!(model::evaluate(&full).payback.status, PaybackStatus::Never);
    }

    #[test]
    fn b_by_the_other_route_pays_back_late() {
        let full_margin =
            Inputs { commit_margin: 0.36, adoption_model: model::AdoptionModel::None, ..scenario("base") };
        let outcome = model::evaluate(&full_margin);
        assert!((outcome.payback.years.unwrap() - 8.8).abs() < 0.05);
        assert!(outcome.npv_b < 0.0);
    }

    #[test]
    fn c_loses_the_capital_even_with_the_shares() {
        let c = outcome("C");
        assert_eq!(c.payback.status, PaybackStatus::Never);
        assert_eq!(c.irr_status, IrrStatus::AllOutflow);
        assert!(c.moic.unwrap() < 1.0);
        assert!(c.npv_with_equity_b < 0.0);
    }

    #[test]
    fn the_multiples_are_ordered() {
        let [a, base, b, c] = ["A", "base", "B", "C"].map(|id| outcome(id).moic.unwrap());
        assert!(a > base && base > b && b > c, "{a} {base} {b} {c}");
    }

    #[test]
    fn the_share_falls_while_the_lab_grows() {
        let share = outcome("base").commit_share;
        assert!(share.path.windows(2).all(|pair| matches!(pair, [earlier, later] if later < earlier)));
        let still = Inputs { arr_g1: 0.0, arr_g_lt: 0.0, ..scenario("base") };
        for year in model::evaluate(&still).commit_share.path {
            assert!((year - 1.0 / 3.0).abs() < 1e-12);
        }
    }

    #[test]
    fn the_ratios_of_the_headlines() {
        let ratios = outcome("base").ratios;
        for (found, expected) in [
            (ratios.commit_over_ceiling, 4.0),
            (ratios.commit_over_ceiling_plus_prior, 100.0 / 33.0),
            (ratios.commit_over_immediate, 20.0),
        ] {
            assert!((found.unwrap() - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn under_the_capex_lens_even_a_needs_a_better_price() {
        let capex = |price| Inputs { lens: model::Lens::Capex, price_b_per_gw_yr: price, ..scenario("A") };
        let npv = |price| model::value(&capex(price)).npv_b;
        assert!((npv(8.0) + 2.07).abs() < 0.005, "{}", npv(8.0));
        assert!((npv(10.0) - 7.9).abs() < 0.05, "{}", npv(10.0));
    }
}
