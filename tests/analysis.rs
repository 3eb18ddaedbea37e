//! Laws of the analyses: what they say can be checked with the model alone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test says what it expects")]

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

/// Tracks and goal seek.
mod one_input {
    use super::*;
    use offtake::analysis::goal_seek::{Answer, Goal, seek};
    use offtake::analysis::track::Question;
    use offtake::catalog::{Control, INPUTS, Kind, Limits, Proportion};
    use offtake::model::Stake;

    fn question<'a>(inputs: &'a Inputs, control: &'a Control, stake: Stake) -> Question<'a> {
        Question { inputs, proportion: Proportion::default(), control, stake }
    }

    fn control(id: &str) -> Control {
        Control::PRIMARY
            .into_iter()
            .find(|control| control.id == id)
            .unwrap_or_else(|| Control::of(catalog::find(id).unwrap()))
    }

    #[test]
    fn the_primary_tracks_break_even_where_the_design_shows_it() {
        let inputs = catalog::defaults();
        for (id, expected) in [
            ("investment", 24.2075),
            ("commit_total_b", 104.478),
            ("commit_margin", 0.313_435),
            ("adoption_ceiling", 0.329_022),
        ] {
            let control = control(id);
            let track = question(&inputs, &control, Stake::LeftOut).track(control.track, 41);
            assert_eq!(track.points.len(), 41);
            assert_eq!(track.crossings.len(), 1, "{id}: {:?}", track.crossings);
            assert!((track.crossings[0] / expected - 1.0).abs() < 1e-4, "{id}: {}", track.crossings[0]);
        }
    }

    #[test]
    fn every_crossing_is_a_zero_and_separates_two_signs() {
        let inputs = catalog::defaults();
        for stake in Stake::ALL {
            for control in INPUTS.iter().map(Control::of).filter(|control| control.kind == Kind::Number) {
                let question = question(&inputs, &control, stake);
                let track = question.track(control.limits, 101);
                assert_eq!(track.only_sign().is_none(), !track.crossings.is_empty(), "{}", control.id);
                for crossing in &track.crossings {
                    assert!(question.npv_at(*crossing).abs() < 1e-9, "{} at {crossing}", control.id);
                }
            }
        }
    }

    #[test]
    fn the_margin_that_brings_a_goal_brings_it() {
        let (inputs, margin) = (catalog::defaults(), control("commit_margin"));
        let question = question(&inputs, &margin, Stake::LeftOut);
        for (goal, expected) in [
            (Goal::Npv(0.0), 0.313_435_271_769_455_96),
            (Goal::Npv(5.0), 0.414_236_633_6),
            (Goal::Irr(0.085_015_903_175_471_85), 0.3),
            (Goal::PaybackWithin(7.888_164_503_252_661_5), 0.3),
        ] {
            match seek(&question, margin.limits, goal) {
                Answer::One(found) => assert!((found - expected).abs() < 1e-6, "{goal:?}: {found}"),
                other => panic!("{goal:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn the_run_rate_at_which_the_share_is_a_tenth() {
        let (mut inputs, run_rate) = (catalog::defaults(), control("arr0_b"));
        (inputs.arr_g1, inputs.arr_g_lt) = (0.0, 0.0);
        let question = question(&inputs, &run_rate, Stake::LeftOut);
        match seek(&question, run_rate.limits, Goal::ShareBelow { share: 0.1, year: 1 }) {
            Answer::One(found) => assert!((found - 100.0).abs() < 1e-9, "{found}"),
            other => panic!("{other:?}"),
        }
        assert_eq!(seek(&question, run_rate.limits, Goal::ShareBelow { share: 10.0, year: 1 }), Answer::Always);
    }

    #[test]
    fn what_cannot_be_reached_is_said_and_several_answers_are_all_given() {
        let inputs = catalog::defaults();
        let gw = control("gw_headline");
        assert_eq!(seek(&question(&inputs, &gw, Stake::LeftOut), gw.limits, Goal::Npv(1.0)), Answer::None);
        let horizon = control("horizon_years");
        let within = seek(&question(&inputs, &horizon, Stake::LeftOut), horizon.limits, Goal::PaybackWithin(8.0));
        assert_eq!(within, Answer::Several(vec![8.0, 20.0]));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn answers_put_back_give_the_goal(at in 0..INPUTS.len(), npv in -20.0..20.0, stake in 0..3_usize) {
            let inputs = catalog::defaults();
            let control = Control::of(&INPUTS[at]);
            prop_assume!(control.kind == Kind::Number);
            let question = question(&inputs, &control, Stake::ALL[stake]);
            let answers = match seek(&question, control.limits, Goal::Npv(npv)) {
                Answer::One(found) => vec![found],
                Answer::Several(found) => found,
                Answer::None => vec![],
                Answer::Always => panic!("an NPV is not an interval"),
            };
            for answer in answers {
                prop_assert!(Limits::contains(control.limits, answer));
                prop_assert!((question.npv_at(answer) - npv).abs() < 1e-6, "{} at {answer}", control.id);
            }
        }
    }
}
