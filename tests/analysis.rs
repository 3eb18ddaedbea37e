//! Laws of the analyses: what they say can be checked with the model alone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test says what it expects")]

use offtake::analysis::flip::{Scan, flip};
use offtake::analysis::monte_carlo::{Question, Run, simulate};
use offtake::analysis::objective::Objective;
use offtake::analysis::tornado::{Bar, tornado};
use offtake::analysis::track;
use offtake::analysis::watch::Watch;
use offtake::catalog::signals::SIGNALS;
use offtake::catalog::{self, INPUTS, Kind, Limits, Proportion, SCENARIOS};
use offtake::model::{self, Inputs, Stake};
use proptest::prelude::*;

fn question(draws: usize, seed: u64) -> Question {
    Question { draws, seed, ..Question::about(catalog::defaults()) }
}

#[test]
fn the_ends_of_the_tornado_are_direct_evaluations() {
    for scenario in SCENARIOS {
        let inputs = scenario.inputs();
        let found = tornado(&inputs, Objective::DEAL);
        assert_eq!(found.base.to_bits(), model::value(&inputs).npv_b.to_bits());
        for bar in &found.bars {
            let input = catalog::find(bar.name).unwrap();
            for (value, npv) in [(bar.low_input, bar.low), (bar.high_input, bar.high)] {
                let mut moved = inputs;
                input.set(&mut moved, value).unwrap();
                assert_eq!(model::value(&moved).npv_b.to_bits(), npv.to_bits(), "{} at {value}", bar.name);
            }
        }
        assert!(found.bars.windows(2).all(|pair| pair[0].swing >= pair[1].swing));
    }
}

#[test]
fn rows_of_the_tornado_can_keep_their_order() {
    let before = tornado(&catalog::defaults(), Objective::DEAL);
    let after = tornado(&SCENARIOS[2].inputs(), Objective::DEAL);
    let names = |bars: &[Bar]| bars.iter().map(|bar| bar.name).collect::<Vec<_>>();
    assert_ne!(names(&before.bars), names(&after.bars));
    let held = after.clone().in_order_of(&before);
    assert_eq!(names(&held.bars), names(&before.bars));
    for bar in &held.bars {
        assert_eq!(after.bars.iter().find(|known| known.name == bar.name), Some(bar));
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
fn a_run_that_is_called_off_leaves_nothing_behind() {
    let whole = simulate(question(500, 9)).unwrap();
    for reached in [0, 1, 250, 500] {
        let mut older = Run::new(question(500, 4)).unwrap();
        older.advance(reached);
        drop(older);
        let mut newer = Run::new(question(500, 9)).unwrap();
        while !newer.advance(100) {}
        assert_eq!(newer.summary(), whole, "after {reached} draws of another run");
    }
}

#[test]
fn summing_up_in_pieces_or_in_between_changes_nothing() {
    let whole = simulate(question(600, 2)).unwrap();
    let mut run = Run::new(question(600, 2)).unwrap();
    let mut pieces = 0;
    while !run.advance(200) {
        while !run.sum_up() {}
        assert!(run.summary() != whole, "a part of the draws");
    }
    while !run.sum_up() {
        pieces += 1;
    }
    assert_eq!((pieces, run.summary()), (Stake::ALL.len(), whole));
    let mean = |stake| run.npvs_for(stake).iter().sum::<f64>() / 600.0;
    for stake in Stake::ALL {
        assert!((run.spread(stake).mean_b - mean(stake)).abs() < 1e-12);
    }
    assert!(mean(Stake::AtCost) > mean(Stake::LeftOut), "shares at cost are worth what was paid");
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

    fn question<'a>(inputs: &'a Inputs, control: &'a Control, stake: Stake) -> Question<'a> {
        Question { inputs, proportion: Proportion::default(), control, objective: Objective::Npv(stake) }
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
                    assert!(question.value_at(*crossing).abs() < 1e-9, "{} at {crossing}", control.id);
                }
            }
        }
    }

    #[test]
    fn the_margin_that_brings_a_goal_brings_it() {
        let (inputs, margin) = (catalog::defaults(), control("commit_margin"));
        let question = question(&inputs, &margin, Stake::LeftOut);
        for (goal, expected) in [
            (Goal::Value(0.0), 0.313_435_271_769_455_96),
            (Goal::Value(5.0), 0.414_236_633_6),
            (Goal::Irr(0.085_015_903_175_471_85), 0.3),
        ] {
            match seek(&question, margin.limits, goal) {
                Answer::One(found) => assert!((found - expected).abs() < 1e-6, "{goal:?}: {found}"),
                other => panic!("{goal:?}: {other:?}"),
            }
        }
        match seek(&question, margin.limits, Goal::PaybackWithin(7.888_164_503_252_661_5)).clone() {
            Answer::Within(ranges) => {
                assert!((ranges[0].min - 0.3).abs() < 1e-9 && ranges.len() == 1, "{ranges:?}");
                assert_eq!(ranges[0].max.to_bits(), margin.limits.max.to_bits());
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_run_rate_at_which_the_share_is_a_tenth() {
        let (mut inputs, run_rate) = (catalog::defaults(), control("arr0_b"));
        (inputs.arr_g1, inputs.arr_g_lt) = (0.0, 0.0);
        let question = question(&inputs, &run_rate, Stake::LeftOut);
        match seek(&question, run_rate.limits, Goal::ShareBelow { share: 0.1, year: 1 }) {
            Answer::Within(ranges) => assert!((ranges[0].min - 100.0).abs() < 1e-9, "{ranges:?}"),
            other => panic!("{other:?}"),
        }
        assert_eq!(seek(&question, run_rate.limits, Goal::ShareBelow { share: 10.0, year: 1 }), Answer::Always);
    }

    #[test]
    fn what_cannot_be_reached_is_said() {
        let inputs = catalog::defaults();
        for (id, goal) in
            [("gw_headline", Goal::Value(1.0)), ("commit_margin", Goal::Value(500.0)), ("exit_year", Goal::Irr(0.5))]
        {
            let control = control(id);
            assert_eq!(seek(&question(&inputs, &control, Stake::LeftOut), control.limits, goal), Answer::None, "{id}");
        }
    }

    #[test]
    fn what_an_input_does_not_move_is_always_or_never_met() {
        let (inputs, gw) = (catalog::defaults(), control("gw_headline"));
        let present = model::value(&inputs).npv_b;
        let question = question(&inputs, &gw, Stake::LeftOut);
        assert_eq!(seek(&question, gw.limits, Goal::Value(present)), Answer::Always);
        assert_eq!(seek(&question, gw.limits, Goal::PaybackWithin(9.0)), Answer::Always);
        assert_eq!(seek(&question, gw.limits, Goal::PaybackWithin(5.0)), Answer::None);
    }

    /// From a horizon of eight years on; whole numbers pass an exact goal between two neighbours.
    #[test]
    fn whole_numbers_have_whole_answers() {
        let (inputs, horizon) = (catalog::defaults(), control("horizon_years"));
        let question = question(&inputs, &horizon, Stake::LeftOut);
        let [within, npv, share] =
            [Goal::PaybackWithin(8.0), Goal::Value(0.0), Goal::ShareBelow { share: 0.2, year: 11 }]
                .map(|goal| seek(&question, horizon.limits, goal));
        assert_eq!(within, Answer::Within(vec![Limits { min: 8.0, max: 20.0 }]));
        assert_eq!(npv, Answer::Between(vec![Limits { min: 10.0, max: 11.0 }]));
        assert_eq!(share, Answer::Always, "after the term nothing is committed");
        let exact = question.value_at(7.0);
        assert_eq!(seek(&question, horizon.limits, Goal::Value(exact)), Answer::One(7.0));
    }

    /// Few adopters today adopt slowly, many leave little to adopt: between the two the deal pays.
    #[test]
    fn several_answers_are_all_given() {
        let inputs = Inputs { milestone_prob: 0.95, ..catalog::defaults() };
        let adopters = control("adopters0");
        let question = question(&inputs, &adopters, Stake::LeftOut);
        match seek(&question, adopters.limits, Goal::Value(0.0)) {
            Answer::Several(found) => {
                assert_eq!(found.len(), 2);
                let shown = question.track(adopters.track, 41).crossings;
                assert!(found.iter().zip(shown).all(|(found, shown)| (found / shown - 1.0).abs() < 1e-12));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn moving_a_control_leaves_what_its_track_depends_on() {
        for id in ["investment", "commit_margin", "contingent_b", "horizon_years"] {
            let control = control(id);
            let (mut inputs, mut proportion) = (catalog::defaults(), Proportion::default());
            inputs.immediate_b = 7.0;
            let held = |inputs: &Inputs, proportion| {
                Question { inputs, proportion, control: &control, objective: Objective::DEAL }.held()
            };
            let before = held(&inputs, proportion);
            for part in [0.3, 0.0, 1.0, 0.7] {
                let limits = control.limits;
                let value = limits.min + part * (limits.max - limits.min);
                let value = if control.kind == Kind::Whole { value.round() } else { value };
                control.set(&mut inputs, &mut proportion, value).unwrap();
                assert_eq!(held(&inputs, proportion), before, "{id} at {value}");
            }
            catalog::find("tax_rate").unwrap().set(&mut inputs, 0.3).unwrap();
            assert_ne!(held(&inputs, proportion), before, "{id}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn answers_put_back_give_the_goal(at in 0..INPUTS.len(), npv in -20.0..20.0, stake in 0..3_usize) {
            let inputs = catalog::defaults();
            let control = Control::of(&INPUTS[at]);
            prop_assume!(control.kind == Kind::Number);
            let question = question(&inputs, &control, Stake::ALL[stake]);
            let answers = match seek(&question, control.limits, Goal::Value(npv)) {
                Answer::One(found) => vec![found],
                Answer::Several(found) => found,
                Answer::None => vec![],
                other => panic!("{other:?}"),
            };
            for answer in answers {
                prop_assert!(Limits::contains(control.limits, answer));
                prop_assert!((question.value_at(answer) - npv).abs() < 1e-6, "{} at {answer}", control.id);
            }
        }

        #[test]
        fn a_rate_put_back_is_the_rate(at in 0..INPUTS.len(), rate in -0.05..0.4) {
            let inputs = catalog::defaults();
            let control = Control::of(&INPUTS[at]);
            prop_assume!(control.kind == Kind::Number);
            let question = question(&inputs, &control, Stake::LeftOut);
            let answers = match seek(&question, control.limits, Goal::Irr(rate)) {
                Answer::One(found) => vec![found],
                Answer::Several(found) => found,
                _ => vec![],
            };
            for answer in answers {
                let mut moved = inputs;
                control.set(&mut moved, &mut Proportion::default(), answer).unwrap();
                let irr = model::evaluate(&moved).irr.unwrap();
                prop_assert!((irr - rate).abs() < 1e-7, "{} at {answer}: {irr}", control.id);
            }
        }

        /// Inside a range the goal holds; a little outside it, it does not.
        #[test]
        fn ranges_put_back_hold_the_goal(
            at in 0..INPUTS.len(), years in 4.0..12.0, share in 0.03..0.5, year in 1..10_u32, payback in any::<bool>(),
        ) {
            let inputs = catalog::defaults();
            let control = Control::of(&INPUTS[at]);
            prop_assume!(!matches!(control.kind, Kind::Choice(_)));
            let goal = if payback { Goal::PaybackWithin(years) } else { Goal::ShareBelow { share, year } };
            let ranges = match seek(&question(&inputs, &control, Stake::LeftOut), control.limits, goal) {
                Answer::Within(ranges) => ranges,
                Answer::Always => vec![control.limits],
                Answer::None => vec![],
                other => panic!("{other:?}"),
            };
            let holds = |value: f64| {
                let mut moved = inputs;
                control.set(&mut moved, &mut Proportion::default(), value).unwrap();
                let outcome = model::evaluate(&moved);
                if payback {
                    outcome.payback.years.is_some_and(|found| found <= years)
                } else {
                    outcome.commit_share.path.get(year as usize - 1).is_none_or(|found| *found <= share)
                }
            };
            for range in &ranges {
                prop_assert!(range.min <= range.max && control.limits.contains(range.min) && control.limits.contains(range.max));
                prop_assert!(holds(range.min) && holds(range.max), "{} in {range:?}", control.id);
                if control.kind == Kind::Number {
                    let beyond = (control.limits.max - control.limits.min) * 1e-9;
                    for outside in [range.min - beyond, range.max + beyond] {
                        prop_assert!(!control.limits.contains(outside) || !holds(outside), "{} beyond {range:?}", control.id);
                    }
                }
            }
        }
    }
}

/// A value of every input of the deal inside its slider, and what the shares count for.
fn any_deal() -> impl Strategy<Value = (Inputs, Objective)> {
    let values: Vec<_> = INPUTS.iter().map(|input| input.slider.min..=input.slider.max).collect();
    (values, 0..Stake::ALL.len()).prop_map(|(values, stake)| {
        let mut inputs = catalog::defaults();
        for (input, value) in INPUTS.iter().zip(values) {
            let whole = if input.kind == Kind::Number { value } else { value.round() };
            input.set(&mut inputs, whole).unwrap();
        }
        (inputs, Objective::Npv(Stake::ALL[stake]))
    })
}

/// Each of 400 intervals that the sign changes in, halved until nothing is left of it: slow, and nothing else.
fn zeros(question: &track::Question<'_>, range: Limits) -> Vec<f64> {
    let is_above = |value: f64| question.value_at(value) >= 0.0;
    let at = |i: u32| range.min + (range.max - range.min) * f64::from(i) / 400.0;
    let changes = (0..400).map(|i| (at(i), at(i + 1))).filter(|(low, high)| is_above(*low) != is_above(*high));
    let halved = changes.map(|(low, high)| {
        let ends = (0..100).fold((low, high), |(low, high), _| {
            let middle = f64::midpoint(low, high);
            if is_above(middle) == is_above(low) { (middle, high) } else { (low, middle) }
        });
        ends.0
    });
    halved.collect()
}

/// What is found of a signal, to the bit.
fn bits(watch: &Watch) -> Vec<(Option<u64>, bool)> {
    watch.signals.iter().map(|found| (found.flips_at.map(f64::to_bits), found.has_effect)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// A flip is the nearest zero of a plain dense search. With a slider in motion every flip that is found is one of
    /// its zeros, and only of several in a stretch of the range may some be missed.
    #[test]
    fn flips_are_those_of_a_plain_dense_search((inputs, objective) in any_deal()) {
        for signal in &SIGNALS {
            let (control, proportion) = (signal.control().unwrap(), Proportion::default());
            let question = track::Question { inputs: &inputs, proportion, control, objective };
            let (limits, now) = (control.limits, control.get(&inputs));
            let zeros = zeros(&question, limits);
            let nearest = zeros.iter().map(|zero| (zero - now).abs()).min_by(f64::total_cmp);
            let found = flip(&question);
            prop_assert_eq!(nearest.is_some(), found.is_some(), "{}: {:?} for {:?}", signal.id, found, zeros);
            if let Some((found, nearest)) = found.zip(nearest) {
                let size = limits.max.abs().max(1.0);
                prop_assert!(((found - now).abs() - nearest).abs() <= 1e-9 * size, "{}: {found} {zeros:?}", signal.id);
            }
            let (dense, coarse) = (question.track(limits, 401), question.track_by(limits, 401, 8));
            prop_assert_eq!((dense.points.len(), coarse.points.len()), (401, 51));
            let mut rest = dense.crossings.iter().map(|at| at.to_bits());
            prop_assert!(coarse.crossings.iter().all(|at| rest.any(|known| known == at.to_bits())), "{}", signal.id);
            let stretch = |at: f64| ((at - limits.min) / (limits.max - limits.min) * 50.0).floor().to_bits();
            let mut stretches: Vec<u64> = dense.crossings.iter().map(|at| stretch(*at)).collect();
            stretches.dedup();
            if stretches.len() == dense.crossings.len() {
                prop_assert_eq!(coarse.crossings, dense.crossings, "{}", signal.id);
            }
        }
    }

    /// What is kept on the way changes nothing: at rest the list is what it would be from nothing.
    #[test]
    fn a_list_that_was_kept_is_the_list_found_anew(
        (inputs, objective) in any_deal(), moves in prop::collection::vec((0..INPUTS.len(), 0.0..=1.0_f64, any::<bool>()), 1..6)
    ) {
        let mut inputs = inputs;
        let mut kept = Watch::after(None, &inputs, objective, Scan::Dense);
        for (at, part, moves_a_signal) in moves {
            let input = if moves_a_signal { SIGNALS[at % SIGNALS.len()].input().unwrap() } else { &INPUTS[at] };
            let value = input.slider.min + (input.slider.max - input.slider.min) * part;
            input.set(&mut inputs, if input.kind == Kind::Number { value } else { value.round() }).unwrap();
            let drag = Watch::after(Some(&kept), &inputs, objective, Scan::Coarse);
            kept = Watch::after(Some(&drag), &inputs, objective, Scan::Dense);
            prop_assert_eq!(bits(&kept), bits(&Watch::after(None, &inputs, objective, Scan::Dense)), "{}", input.id);
        }
    }
}
