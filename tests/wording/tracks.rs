//! The words at the track of a slider.

use offtake::analysis::objective::Objective;
use offtake::analysis::track::{Question, Track};
use offtake::catalog::{Control, INPUTS, Kind, Proportion, defaults};
use offtake::model::{Inputs, Stake};
use offtake::wording::tracks::{Crossing, crossings, nowhere, spoken, value_text};

fn track(control: &Control, inputs: &Inputs, stake: Stake) -> Track {
    Question { inputs, proportion: Proportion::default(), control, objective: Objective::Npv(stake) }
        .track(control.track, 41)
}

fn control(id: &str) -> &'static Control {
    Control::find(id).unwrap()
}

fn written(control: &Control, track: &Track) -> Vec<String> {
    crossings(Objective::DEAL, control, track)
        .into_iter()
        .map(|Crossing { words, value }| format!("{words} {value}"))
        .collect()
}

#[test]
fn the_primary_tracks_of_the_default_case() {
    for (id, text) in [
        ("investment", "breaks even at $24.2B"),
        ("commit_total_b", "breaks even at $104.5B"),
        ("commit_margin", "breaks even at 31.3%"),
        ("adoption_ceiling", "breaks even at 32.9%"),
    ] {
        let track = track(control(id), &defaults(), Stake::LeftOut);
        assert_eq!(written(control(id), &track), [text]);
        assert_eq!(nowhere(Objective::DEAL, &track), None);
    }
}

#[test]
fn a_slider_says_value_npv_and_break_even() {
    let margin = control("commit_margin");
    let track = track(margin, &defaults(), Stake::LeftOut);
    assert_eq!(
        value_text(Objective::DEAL, margin, 0.3, -0.666, &spoken(Objective::DEAL, margin, &track)),
        "30 percent, NPV minus 0.7 billion, breaks even at 31.3 percent"
    );
}

#[test]
fn no_crossing_is_said_in_words() {
    let stake = Stake::LeftOut;
    let margin = control("commit_margin");
    let no_money = Inputs { immediate_b: 0.0, contingent_b: 0.0, ..defaults() };
    let nothing_used = Inputs { commit_total_b: 10.0, ..defaults() };
    for (id, inputs, words) in [
        ("commit_margin", no_money, "positive everywhere"),
        ("commit_margin", nothing_used, "negative everywhere"),
        ("exit_multiple", defaults(), "does not move the NPV"),
    ] {
        let track = track(control(id), &inputs, stake);
        assert_eq!(nowhere(Objective::DEAL, &track), Some(words), "{id}");
        assert_eq!(spoken(Objective::DEAL, margin, &track), words);
    }
}

#[test]
fn whole_numbers_turn_from_a_value_on() {
    let horizon = control("horizon_years");
    let track = track(horizon, &defaults(), Stake::LeftOut);
    assert_eq!(written(horizon, &track), ["above zero from 11"]);
    assert_eq!(spoken(Objective::DEAL, horizon, &track), "above zero from 11 years");
    let start = Control::find("milestone_start_year").unwrap();
    let falling = Track { points: vec![(1.0, 2.0), (2.0, -1.0)], crossings: vec![2.0] };
    assert_eq!(written(start, &falling), ["below zero from 2"]);
}

#[test]
fn several_crossings_are_all_said() {
    let margin = control("commit_margin");
    let track = Track { points: vec![(0.0, 1.0), (0.3, -1.0), (0.6, 1.0)], crossings: vec![0.1, 0.5] };
    assert_eq!(written(margin, &track), ["breaks even at 10.0%", "breaks even at 50.0%"]);
    assert_eq!(spoken(Objective::DEAL, margin, &track), "breaks even at 10.0 percent, breaks even at 50.0 percent");
}

#[test]
fn every_track_says_something_and_no_more_than_fits() {
    for stake in Stake::ALL {
        for control in INPUTS.iter().map(Control::of).filter(|control| !matches!(control.kind, Kind::Choice(_))) {
            let track = track(&control, &defaults(), stake);
            let written = written(&control, &track);
            assert_eq!(written.is_empty(), nowhere(Objective::DEAL, &track).is_some(), "{}", control.id);
            assert!(written.iter().all(|text| text.chars().count() <= 28), "{}: {written:?}", control.id);
            assert!(!spoken(Objective::DEAL, &control, &track).is_empty());
        }
    }
}
