//! Laws of a measure over two controls: every spot is what the model says there.
#![allow(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    reason = "a test says what it expects, to the bit"
)]

use offtake::analysis::field::{Axes, Field, Measure, Spot, axis};
use offtake::analysis::objective::Objective;
use offtake::catalog::{Case, Control, Kind, SCENARIOS, Side};
use offtake::model::{self, Inputs, IrrStatus, PaybackStatus};

const MEASURES: [Measure; 3] = [Measure::NPV, Measure::Payback, Measure::Irr];

fn control(id: &str) -> &'static Control {
    Control::find(id).unwrap()
}

/// What the model says in full.
fn directly(measure: Measure, inputs: &Inputs) -> Spot {
    let outcome = model::evaluate(inputs);
    let plain = |value| Spot { value: Some(value), above: Some(value), line: Some(value) };
    match measure {
        Measure::Value(Objective::Npv(stake)) => plain(outcome.npv_for(stake)),
        Measure::Value(Objective::BuyerNpv) => plain(model::buyer::evaluate(inputs).npv_m),
        Measure::Value(Objective::LabHeadroom) => plain(model::burden::headroom(inputs)),
        Measure::Payback => {
            let years = outcome.payback.years.filter(|_| outcome.payback.status != PaybackStatus::Never);
            let above = years.map(|years| f64::from(inputs.horizon_years) - years);
            Spot { value: years, above, line: Some(outcome.net_total_b) }
        }
        Measure::Irr => {
            let irr = outcome.irr.filter(|_| outcome.irr_status == IrrStatus::Unique);
            let above = irr.map(|irr| irr - inputs.discount_rate);
            Spot { value: irr, above, line: above }
        }
    }
}

fn over(case: &Case, measure: Measure, x: &'static Control, y: &'static Control) -> Field {
    let axis = |control: &'static Control| (control, axis(control, control.get(case.inputs()), 1));
    Field::over((case.inputs(), case.proportion()), measure, axis(x), axis(y)).thinned(5, 5)
}

#[test]
fn every_spot_is_what_the_model_says_there() {
    let pairs = [
        ("commit_margin", "adoption_ceiling"),
        ("investment", "commit_total_b"),
        ("discount_rate", "horizon_years"),
        ("default_hazard", "fulfilment"),
    ];
    for scenario in SCENARIOS {
        for lens in ["margin", "capex"] {
            let mut case = Case::default();
            case.select(scenario);
            let position = control("lens").choices().iter().position(|choice| choice.id == lens).unwrap();
            case.set(control("lens"), f64::from(u32::try_from(position).unwrap())).unwrap();
            for (x, y) in pairs {
                for measure in MEASURES {
                    let field = over(&case, measure, control(x), control(y));
                    for (row, y_value) in field.rows.iter().zip(&field.ys) {
                        for (spot, x_value) in row.iter().zip(&field.xs) {
                            let mut moved = case;
                            moved.set(control(y), *y_value).unwrap();
                            moved.set(control(x), *x_value).unwrap();
                            let expected = directly(measure, moved.inputs());
                            assert_eq!(*spot, expected, "{measure:?} at {x} {x_value}, {y} {y_value}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn an_axis_has_round_values_and_enough_of_them() {
    for control in Control::all() {
        let values = axis(control, control.default, 1);
        let is_whole = |value: &f64| value.fract() == 0.0;
        match control.kind {
            Kind::Choice(_) => assert!(values.is_empty()),
            Kind::Whole => assert!(values.len() >= 7 && values.iter().all(is_whole), "{}", control.id),
            Kind::Number => assert!((41..=61).contains(&values.len()), "{} {}", control.id, values.len()),
        }
        assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{}", control.id);
        assert!(values.iter().all(|value| control.check(*value).is_ok()), "{}", control.id);
    }
    let margin = axis(control("commit_margin"), 0.3, 1);
    assert_eq!((margin.len(), margin[0], margin[30], margin[60]), (61, 0.0, 0.3, 0.6));
    let adoption = axis(control("adoption_ceiling"), 0.3, 2);
    assert_eq!((adoption.len(), adoption[10], adoption[25]), (26, 0.3, 0.6));
    // A value beyond the useful range opens the axis.
    assert_eq!(axis(control("commit_margin"), 0.7, 1).last(), Some(&0.8));
}

#[test]
fn values_that_a_control_does_not_take_have_no_spot() {
    let case = Case::default();
    let (x, y) = (control("commit_margin"), control("commit_years"));
    let field = Field::over(
        (case.inputs(), case.proportion()),
        Measure::NPV,
        (x, vec![0.3, 1.1, f64::NAN]),
        (y, vec![2.5, 10.0]),
    );
    let known: Vec<Vec<bool>> =
        field.rows.iter().map(|row| row.iter().map(|spot| spot.value.is_some()).collect()).collect();
    assert_eq!(known, [[false, false, false], [true, false, false]]);
    assert_eq!(field.spot(0, 1).unwrap().value, Some(model::value(case.inputs()).npv_b));
    assert_eq!(field.spot(3, 1), None);
}

#[test]
fn the_axes_never_hold_what_moves_the_same_input() {
    let ids = |axes: Axes| (axes.x().id, axes.y().id);
    let usual = Axes::default();
    assert_eq!(ids(usual), ("commit_margin", "adoption_ceiling"));
    assert_eq!(ids(usual.across(control("adoption_ceiling"))), ("adoption_ceiling", "commit_margin"));
    assert_eq!(ids(usual.upwards(control("commit_margin"))), ("adoption_ceiling", "commit_margin"));
    // The investment moves both tranches.
    let tranches = usual.across(control("immediate_b")).upwards(control("contingent_b"));
    assert_eq!(ids(tranches), ("immediate_b", "contingent_b"));
    assert_eq!(ids(tranches.across(control("investment"))), ("investment", "commit_margin"));
    for x in Side::Investor.numeric_controls() {
        for y in Side::Investor.numeric_controls() {
            let axes = usual.across(x).upwards(y);
            assert_eq!(axes.y().id, y.id);
            assert!(axes.x().inputs().all(|input| y.inputs().all(|other| other.id != input.id)), "{} {}", x.id, y.id);
        }
    }
}

#[test]
fn keys_walk_over_the_cells_and_stop_at_the_edge() {
    let case = Case::default();
    let field = Field::around((case.inputs(), case.proportion()), Measure::NPV, Axes::default(), 1);
    let here = field.nearest(case.inputs());
    assert_eq!((field.xs[here.0], field.ys[here.1]), (0.3, 0.3));
    assert_eq!(field.step(here, 1, 0), (31, 20));
    assert_eq!(field.step(here, 0, -2), (30, 18));
    assert_eq!((field.step(here, isize::MIN, 0), field.step(here, isize::MAX, 0)), ((0, 20), (60, 20)));
    assert_eq!(field.step(here, 0, 1000), (30, 50));
    let few = field.thinned(6, 5);
    assert_eq!((few.xs.len(), few.ys.len(), few.spot(5, 4)), (11, 11, field.spot(30, 20)));
}
