//! Sliders and boxes: the four primary ones, the composite investment, and one for every input.
#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "tests")]

use offtake::catalog::{Control, INPUTS, LimitFault, Proportion, Reference, defaults, find};
use offtake::model::Inputs;

#[test]
fn the_primary_controls_are_the_four_of_the_page() {
    let primary: Vec<_> =
        Control::PRIMARY.iter().map(|it| (it.label, it.default, it.limits.max, it.track.max)).collect();
    assert_eq!(
        primary,
        [
            ("Investment", 25.0, 125.0, 50.0),
            ("Commit", 100.0, 300.0, 200.0),
            ("Margin", 0.3, 0.8, 0.6),
            ("Adoption", 0.3, 1.0, 0.6),
        ]
    );
    for control in Control::PRIMARY {
        assert!(!control.hint.is_empty() && !control.hint.ends_with('.'), "{}", control.id);
        assert!(control.meaning.ends_with('.') && control.note.ends_with('.'), "{}", control.id);
        assert_eq!(control.get(&defaults()).to_bits(), control.default.to_bits());
        assert!(control.track.contains(control.default));
        assert!(control.sources.iter().all(|source| Reference::find(source).is_some()));
    }
}

#[test]
fn a_track_opens_for_a_value_beyond_it() {
    let [investment, commit, margin, adoption] = Control::PRIMARY;
    let table = [
        (investment, 50.0, (0.0, 50.0)),
        (investment, 51.0, (0.0, 125.0)),
        (commit, 250.0, (0.0, 300.0)),
        (commit, 1_000.0, (0.0, 1_000.0)),
        (margin, -0.1, (-0.2, 0.6)),
        (margin, 0.7, (0.0, 0.8)),
        (adoption, 0.05, (0.05, 0.6)),
        (adoption, 0.9, (0.1, 1.0)),
    ];
    for (control, value, (min, max)) in table {
        let track = control.track_for(value);
        assert_eq!((track.min, track.max), (min, max), "{} {value}", control.id);
    }
}

#[test]
fn every_input_is_a_control_that_takes_what_the_model_takes() {
    for input in INPUTS {
        let control = Control::of(input);
        let (mut inputs, mut proportion) = (defaults(), Proportion::default());
        for value in [input.slider.max, input.model.max] {
            control.set(&mut inputs, &mut proportion, value).unwrap();
            assert_eq!(control.get(&inputs).to_bits(), value.to_bits(), "{}", input.id);
            assert!(control.track_for(value).contains(value), "{}", input.id);
        }
        let beyond = control.set(&mut inputs, &mut proportion, input.model.max + input.step);
        assert_eq!(beyond, Err(LimitFault::Outside(input.model)), "{}", input.id);
        assert_eq!(control.get(&inputs).to_bits(), input.model.max.to_bits(), "{}", input.id);
    }
}

/// Follows a list of moves of the composite and checks both tranches after each.
fn follow(mut inputs: Inputs, moves: &[(f64, (f64, f64))]) {
    let mut proportion = Proportion::default();
    for &(total, tranches) in moves {
        Control::PRIMARY[0].set(&mut inputs, &mut proportion, total).unwrap();
        let (now, later) = (inputs.immediate_b, inputs.contingent_b);
        assert!((now - tranches.0).abs() < 1e-9 && (later - tranches.1).abs() < 1e-9, "{total}: {now} + {later}");
    }
}

#[test]
fn investment_keeps_the_proportion_of_the_tranches() {
    follow(defaults(), &[(50.0, (10.0, 40.0)), (125.0, (25.0, 100.0)), (0.0, (0.0, 0.0)), (25.0, (5.0, 20.0))]);
    let mut halves = defaults();
    (halves.immediate_b, halves.contingent_b) = (30.0, 30.0);
    follow(halves, &[(50.0, (25.0, 25.0)), (0.0, (0.0, 0.0)), (0.0, (0.0, 0.0)), (10.0, (5.0, 5.0))]);
    let mut none = defaults();
    (none.immediate_b, none.contingent_b) = (0.0, 0.0);
    follow(none, &[(25.0, (5.0, 20.0))]);
}

#[test]
fn investment_remembers_the_tranches_that_were_zeroed_one_by_one() {
    let (mut inputs, mut proportion) = (defaults(), Proportion::default());
    let mut set = |id: &str, value: f64| {
        Control::of(find(id).unwrap()).set(&mut inputs, &mut proportion, value).unwrap();
    };
    set("immediate_b", 20.0);
    set("immediate_b", 0.0);
    set("contingent_b", 0.0);
    Control::PRIMARY[0].set(&mut inputs, &mut proportion, 30.0).unwrap();
    assert_eq!((inputs.immediate_b, inputs.contingent_b), (0.0, 30.0));
}

#[test]
fn investment_comes_back_to_the_default_exactly() {
    let (mut inputs, mut proportion) = (defaults(), Proportion::default());
    for total in [33.0, 7.0, 0.0, 41.0, 0.1, 123.0, 25.0] {
        Control::PRIMARY[0].set(&mut inputs, &mut proportion, total).unwrap();
    }
    assert!(!Control::PRIMARY[0].differs(&inputs, &defaults()), "{} {}", inputs.immediate_b, inputs.contingent_b);
    Control::PRIMARY[0].set(&mut inputs, &mut proportion, 26.0).unwrap();
    assert!(Control::PRIMARY[0].differs(&inputs, &defaults()));
    Control::PRIMARY[0].copy(&mut inputs, &defaults());
    assert_eq!(inputs, defaults());
}

#[test]
fn investment_refuses_what_its_box_does_not_take() {
    for total in [-1.0, 100_001.0, f64::NAN, f64::INFINITY] {
        let (mut inputs, mut proportion) = (defaults(), Proportion::default());
        assert!(Control::PRIMARY[0].set(&mut inputs, &mut proportion, total).is_err(), "{total}");
        assert_eq!(inputs, defaults(), "{total}");
    }
}
