//! The objective along a slider: computed while the reader can see it, from everything but the slider itself.

use leptos::prelude::*;

use super::row::Row;
use crate::analysis::objective::Objective;
use crate::analysis::track;
use crate::catalog::Unit;
use crate::catalog::{Control, Limits, Proportion};
use crate::charts::track::{Drawing, place, ticks};
use crate::model::Inputs;
use crate::wording::numbers::{box_text, with_unit};
use crate::wording::tracks::{self, Crossing};

/// How many points of a range are computed; crossings are solved between them.
const POINTS: u32 = 41;

/// On what a line depends. The value of its own slider is no part of it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Held {
    inputs: Inputs,
    proportion: Proportion,
    objective: Objective,
    range: Limits,
    idle: bool,
}

/// A track, drawn and worded.
#[derive(Clone, Debug)]
pub struct Line {
    held: Held,
    /// Its paths; empty where the input has no effect.
    pub drawing: Drawing,
    /// How it is read aloud; empty where the input has no effect.
    pub spoken: String,
    ticks: Vec<f64>,
    crossings: Vec<Crossing>,
    nowhere: Option<&'static str>,
}

impl PartialEq for Line {
    /// The model is a function: what is held decides everything.
    fn eq(&self, other: &Self) -> bool {
        self.held == other.held
    }
}

/// The line of a row. It rests while `near` says that the row is far from what the reader sees.
pub fn line(row: Row, near: RwSignal<bool>) -> Memo<Line> {
    Memo::new(move |before: Option<&Line>| {
        if let Some(before) = before.filter(|_| !near.get()) {
            return before.clone();
        }
        let question = row.state.question.get();
        let (case, objective) = (question.case, question.objective());
        let asked =
            track::Question { inputs: case.inputs(), proportion: case.proportion(), control: row.control, objective };
        let (inputs, proportion) = asked.held();
        let (range, idle) = row.read(|shown| (shown.track, shown.idle.is_some()));
        let held = Held { inputs, proportion, objective, range, idle };
        // The row's own slider moves only its thumb.
        before.filter(|before| before.held == held).cloned().unwrap_or_else(|| Line::new(row.control, &asked, &held))
    })
}

impl Line {
    fn new(control: &Control, asked: &track::Question, held: &Held) -> Self {
        let Held { range, idle, .. } = *held;
        let track = if idle { track::Track::default() } else { asked.track(range, POINTS) };
        Self {
            held: *held,
            drawing: Drawing::new(&track, range, control.kind),
            spoken: if idle { String::new() } else { tracks::spoken(held.objective, control, &track) },
            ticks: ticks(&track, range, control.kind),
            crossings: tracks::crossings(held.objective, control, &track),
            nowhere: tracks::nowhere(held.objective, &track),
        }
    }

    /// Ends, ticks and labels, for a line so many pixels wide.
    pub fn writing(&self, control: &Control, width: f64) -> AnyView {
        let Limits { min, max } = self.held.range;
        let ends = [box_text(control.unit, min), end(control, max)];
        let writing = place(&self.ticks, &self.crossings, ends.each_ref().map(String::as_str), width);
        let [low, high] = ends;
        let [has_low, has_high] = writing.ends;
        let marks = writing.ticks.iter().zip(&self.crossings).map(|((at, place), crossing)| {
            let place = place.map(|place| (place.left, if place.words { crossing.words } else { "" }));
            mark(*at, place, crossing.value.clone())
        });
        view! {
            <span class="track-low" class:gone=!has_low>{low}</span>
            <span class="track-high" class:gone=!has_high>{high}</span>
            <span class="track-nowhere">{self.nowhere.unwrap_or_default()}</span>
            <span class="track-marks">{marks.collect_view()}</span>
        }
        .into_any()
    }
}

/// A tick with its label, which stands right or left of it.
fn mark(at: f64, place: Option<(bool, &'static str)>, value: String) -> AnyView {
    let left = crate::browser::number::decimal(at * 100.0) + "%";
    let label = place.map(|(is_left, words)| {
        let class = if is_left { "track-label to-left" } else { "track-label" };
        view! { <span class=class>{words} " " <b>{value}</b></span> }.into_any()
    });
    view! { <i class="track-tick" style:left=left>{label}</i> }.into_any()
}

/// The upper end names the unit where it is short; the box names it anyway.
fn end(control: &Control, value: f64) -> String {
    match control.unit {
        Unit::Percent | Unit::Multiple => with_unit(control.unit, value),
        _ => box_text(control.unit, value),
    }
}
