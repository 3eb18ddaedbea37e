//! Pins and weights: contributions sum to the difference, probabilities to one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]
#![allow(clippy::float_cmp, reason = "weights of zero, one and halves are exact")]

use offtake::analysis::compare::{Comparison, Differences, compare, differences};
use offtake::analysis::objective::Objective;
use offtake::analysis::weights::{Weights, weigh};
use offtake::catalog::{Case, Control, INPUTS, Kind, Limits, Proportion, SCENARIOS, Scenario, defaults};
use offtake::model::{self, Inputs, Lens, Stake, evaluate};
use proptest::prelude::*;

fn scenario(id: &str) -> Inputs {
    Scenario::find(id).unwrap().inputs()
}

fn ids(comparison: &Comparison) -> Vec<&'static str> {
    comparison.lines.iter().map(|line| line.control.id).collect()
}

#[test]
fn scenario_a_against_the_base_input_by_input() {
    let comparison = compare(&defaults(), &scenario("A"), Objective::DEAL);
    assert_eq!(
        ids(&comparison),
        [
            "arr_g1",
            "commit_margin",
            "adoption_ceiling",
            "adoption_speed",
            "rpa_growth",
            "incr_share",
            "ent_margin",
            "exit_multiple",
        ],
        "the order of the catalogue"
    );
    let margin = &comparison.lines[1];
    assert_eq!((margin.pinned, margin.present), (0.3, 0.36));
    // Alone, and before anything that acts on it: 6 points of margin on the present value of the commitment.
    assert!((margin.contribution - 2.976).abs() < 0.001, "{}", margin.contribution);
    assert!(comparison.lines[0].contribution.abs() < 1e-12, "growth of the lab moves only the shares");
    assert!((comparison.total - 16.548).abs() < 0.001, "{}", comparison.total);
    let with_stake = compare(&defaults(), &scenario("A"), Objective::Npv(Stake::ModelledExit));
    assert!((with_stake.total - (26.92 - 6.37)).abs() < 0.01, "{}", with_stake.total);
    assert!(with_stake.lines[7].contribution > 0.0, "the exit counts once the shares do");
}

#[test]
fn the_investment_slider_is_one_line_while_the_tranches_keep_their_proportion() {
    let [investment, ..] = Control::PRIMARY;
    let mut moved = defaults();
    investment.set(&mut moved, &mut Proportion::default(), 30.0).unwrap();
    let comparison = compare(&defaults(), &moved, Objective::DEAL);
    assert_eq!(ids(&comparison), ["investment"]);
    assert_eq!((comparison.lines[0].pinned, comparison.lines[0].present), (25.0, 30.0));

    moved.contingent_b = 30.0;
    assert_eq!(ids(&compare(&defaults(), &moved, Objective::DEAL)), ["immediate_b", "contingent_b"]);
}

#[test]
fn equal_states_have_no_lines_and_no_difference() {
    let comparison = compare(&defaults(), &defaults(), Objective::Npv(Stake::AtCost));
    assert!(comparison.lines.is_empty());
    assert_eq!(comparison.total.to_bits(), 0.0_f64.to_bits());
}

#[test]
fn differences_of_the_key_figures() {
    let (base, a, c) = (defaults(), scenario("A"), scenario("C"));
    let capex = Inputs { lens: Lens::Capex, ..base };
    let of = |pinned: &Inputs, present: &Inputs, stake| {
        differences((pinned, &evaluate(pinned)), (present, &evaluate(present)), stake)
    };
    let near = |found: Option<f64>, expected: f64| assert!((found.unwrap() - expected).abs() < 5e-4, "{found:?}");
    let from_a = of(&a, &base, Stake::LeftOut);
    assert!((from_a.npv_b - -16.548).abs() < 0.001);
    near(from_a.irr, -0.1913);
    near(from_a.payback_years, 2.3318);
    near(from_a.moic, -1.2533);
    near(from_a.break_even, 0.2738);
    assert_eq!(from_a.commit_share.to_bits(), 0.0_f64.to_bits());

    let from_c = of(&c, &base, Stake::LeftOut);
    assert_eq!((from_c.irr, from_c.payback_years), (None, None), "the failed bet has neither");
    assert!(from_c.moic.is_some());
    assert_eq!(of(&base, &capex, Stake::LeftOut).break_even, None, "a margin is not an adoption");
    assert_ne!(of(&a, &base, Stake::ModelledExit).irr, from_a.irr, "the rate follows the shares");
    assert_eq!(of(&base, &base, Stake::LeftOut).irr, Some(0.0));
    assert_eq!(Differences::default().irr, None);
}

#[test]
fn arrows_move_a_weight_by_hundredths() {
    let mut weights = Weights::default();
    for (steps, expected) in
        [(1.0, 0.34), (1.0, 0.35), (-1.0, 0.34), (-10.0, 0.24), (100.0, 1.0), (1.0, 1.0), (-1.0, 0.99)]
    {
        weights.nudge(0, steps);
        let [first, second, third] = weights.all();
        assert!((first - expected).abs() < 1e-12, "{first} for {expected}");
        assert!((first + second + third - 1.0).abs() < 1e-12 && (second - third).abs() < 1e-12);
    }
    weights.nudge(7, 1.0);
    assert!((weights.all()[0] - 0.99).abs() < 1e-12);
}

#[test]
fn the_weighted_npv_of_the_scenarios() {
    let weighing = weigh(&Weights::default(), Stake::LeftOut, &Case::default());
    let expected = [
        ("A", "most likely", 15.882, None),
        ("B", "risk", -2.308, Some(-10.3)),
        ("C", "tail risk", -9.402, Some(-21.4)),
    ];
    for (weighed, (id, label, npv, full)) in weighing.scenarios.iter().zip(expected) {
        assert_eq!((weighed.scenario.id, weighed.scenario.label), (id, label));
        assert!((weighed.npv_b - npv).abs() < 0.001, "{id}: {}", weighed.npv_b);
        assert_eq!(weighed.full_draw_b.is_some(), full.is_some(), "{id}");
        if let Some((found, full)) = weighed.full_draw_b.zip(full) {
            assert!((found - full).abs() < 0.05, "{id}: {found}");
        }
    }
    assert!((weighing.npv_b - (15.882 - 2.308 - 9.402) / 3.0).abs() < 0.001);
    assert!(weighing.full_draw_b < weighing.npv_b);

    let mut weights = Weights::default();
    weights.set(0, 1.0);
    let only_a = weigh(&weights, Stake::ModelledExit, &Case::default());
    assert!((only_a.npv_b - 26.92).abs() < 0.01, "{}", only_a.npv_b);
}

#[test]
fn moving_one_weight_keeps_the_proportion_of_the_others() {
    let mut weights = Weights::default();
    weights.set(2, 0.1);
    for (found, expected) in weights.all().into_iter().zip([0.45, 0.45, 0.1]) {
        assert!((found - expected).abs() < 1e-15);
    }
    weights.set(0, 0.6);
    let [_, b, c] = weights.all();
    assert!((b / c - 4.5).abs() < 1e-12);
    weights.set(1, 1.0);
    assert_eq!(weights.all(), [0.0, 1.0, 0.0]);
    weights.set(1, 0.5);
    assert_eq!(weights.all(), [0.25, 0.5, 0.25], "equal parts when the others were zero");
    let before = weights;
    weights.set(1, f64::NAN);
    weights.set(7, 0.5);
    assert_eq!(weights, before);
    weights.set(0, f64::INFINITY);
    assert_eq!(weights.all(), [1.0, 0.0, 0.0]);
}

/// A deal anywhere on the sliders.
fn any_deal() -> impl Strategy<Value = Inputs> {
    let place = prop_oneof![1 => 0..=1000_u32, 2 => Just(2000)];
    proptest::collection::vec(place, INPUTS.len()).prop_map(|places| {
        let mut inputs = defaults();
        for (input, place) in INPUTS.iter().zip(places).filter(|(_, place)| *place <= 1000) {
            let Limits { min, max } = input.slider;
            let value = min + (max - min) * f64::from(place) / 1000.0;
            let value = if input.kind == Kind::Number { value } else { value.round() };
            input.set(&mut inputs, value.clamp(min, max)).unwrap();
        }
        inputs
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn contributions_sum_to_the_difference(pinned in any_deal(), present in any_deal(), stake in 0..3_usize) {
        let stake = Stake::ALL[stake];
        let comparison = compare(&pinned, &present, Objective::Npv(stake));
        let sum = comparison.lines.iter().fold(0.0, |sum, line| sum + line.contribution);
        prop_assert_eq!(sum.to_bits(), comparison.total.to_bits());
        let (from, to) = (model::value(&pinned).npv_for(stake), model::value(&present).npv_for(stake));
        prop_assert_eq!((comparison.pinned.to_bits(), comparison.present.to_bits()), (from.to_bits(), to.to_bits()));
        let size = comparison.lines.iter().map(|line| line.contribution.abs()).fold(1.0 + from.abs(), f64::max);
        prop_assert!((comparison.total - (to - from)).abs() < 1e-12 * size, "{} {}", comparison.total, to - from);
    }

    #[test]
    fn every_line_differs_and_every_difference_is_a_line(pinned in any_deal(), present in any_deal()) {
        let comparison = compare(&pinned, &present, Objective::DEAL);
        let mut rebuilt = pinned;
        for line in &comparison.lines {
            prop_assert!(line.control.differs(&pinned, &present));
            line.control.copy(&mut rebuilt, &present);
        }
        prop_assert_eq!(rebuilt, present);
    }

    #[test]
    fn weights_are_probabilities(moves in proptest::collection::vec((0..3_usize, -0.5..1.5_f64), 1..200)) {
        let mut weights = Weights::default();
        for (at, value) in moves {
            weights.set(at, value);
            let all = weights.all();
            prop_assert!((all.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{all:?}");
            prop_assert!(all.iter().all(|weight| (0.0..=1.0).contains(weight)), "{all:?}");
            prop_assert_eq!(all[at].to_bits(), value.clamp(0.0, 1.0).to_bits());
            let weighing = weigh(&weights, Stake::LeftOut, &Case::default());
            let npvs = weighing.scenarios.iter().map(|weighed| weighed.npv_b);
            let (low, high) = npvs.fold((f64::MAX, f64::MIN), |(low, high), npv| (low.min(npv), high.max(npv)));
            prop_assert!(weighing.npv_b >= low - 1e-9 && weighing.npv_b <= high + 1e-9);
        }
    }
}

#[test]
fn all_weighed_scenarios_are_scenarios() {
    assert_eq!(SCENARIOS.len(), 4);
    assert_eq!(weigh(&Weights::default(), Stake::LeftOut, &Case::default()).scenarios.len(), 3);
}
