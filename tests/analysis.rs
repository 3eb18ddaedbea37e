//! Laws of the analyses: what they say can be checked with the model alone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test says what it expects")]

use offtake::analysis::monte_carlo::{Question, Run, simulate};
use offtake::analysis::tornado::tornado;
use offtake::catalog::{self, SCENARIOS};
use offtake::model::{self, Inputs};
use proptest::prelude::*;

fn question(draws: usize, seed: u64) -> Question {
    Question { draws, seed, ..Question::about(catalog::defaults()) }
}

#[test]
fn the_ends_of_the_tornado_are_direct_evaluations() {
    for scenario in SCENARIOS {
        let inputs = scenario.inputs();
        let found = tornado(&inputs);
        assert_eq!(found.base_npv_b.to_bits(), model::value(&inputs).npv_b.to_bits());
        for bar in &found.bars {
            let input = catalog::find(bar.name).unwrap();
            for (value, npv) in [(bar.low_input, bar.npv_low_b), (bar.high_input, bar.npv_high_b)] {
                let mut moved = inputs;
                input.set(&mut moved, value).unwrap();
                assert_eq!(model::value(&moved).npv_b.to_bits(), npv.to_bits(), "{} at {value}", bar.name);
            }
        }
        assert!(found.bars.windows(2).all(|pair| pair[0].swing_b >= pair[1].swing_b));
    }
}

#[test]
fn how_a_simulation_is_sliced_changes_nothing() {
    let whole = simulate(question(1000, 5)).unwrap();
    for slice in [1, 7, 333, 5000] {
        let mut run = Run::new(question(1000, 5)).unwrap();
        while !run.advance(slice) {}
        assert_eq!(run.summary(), whole, "{slice}");
    }
}

#[test]
fn another_seed_is_another_sample() {
    assert_ne!(
        simulate(question(100, 1)).unwrap().npv_mean_b.to_bits(),
        simulate(question(100, 2)).unwrap().npv_mean_b.to_bits()
    );
}

#[test]
fn without_spread_every_future_is_the_present() {
    let inputs = catalog::defaults();
    let mut question = question(50, 3);
    for (change, (id, _)) in question.overrides.iter_mut().zip(catalog::uncertainty::DISTRIBUTIONS) {
        let present = catalog::find(id).unwrap().get(&inputs);
        (change.low, change.high, change.sigma) = (Some(present), Some(present), Some(0.0));
    }
    let found = simulate(question).unwrap();
    let npv = model::value(&inputs).npv_b;
    assert!((found.npv_p10_b - npv).abs() < 1e-12 && (found.npv_p90_b - npv).abs() < 1e-12);
    assert!(found.npv_sd_b < 1e-12);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn percentiles_are_ordered_and_probabilities_are_probabilities(
        seed in any::<u64>(), margin in -0.2..0.8, ceiling in 0.1..1.0, within in 0.0..20.0,
    ) {
        let inputs = Inputs { commit_margin: margin, adoption_ceiling: ceiling, ..catalog::defaults() };
        let found = simulate(Question { draws: 200, seed, payback_within: within, ..Question::about(inputs) }).unwrap();
        prop_assert!(found.npv_p10_b <= found.npv_p50_b && found.npv_p50_b <= found.npv_p90_b);
        prop_assert!(found.npv_equity_p10_b <= found.npv_equity_p50_b && found.npv_equity_p50_b <= found.npv_equity_p90_b);
        for share in [found.prob_npv_positive, found.prob_payback_within, found.prob_npv_with_equity_positive] {
            prop_assert!((0.0..=1.0).contains(&share));
        }
        prop_assert!(found.npv_mean_b.is_finite() && found.npv_standard_error_b >= 0.0);
    }
}
