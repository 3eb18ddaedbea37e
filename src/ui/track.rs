//! The slider itself: the browser's own range input on a drawn track.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::State;
use crate::catalog::{Control, Limits, Unit};
use crate::wording::numbers::{box_text, spoken_input, with_unit};

/// Ten steps for the page keys.
const PAGE: f64 = 10.0;

/// How many steps a key stands for.
#[must_use]
pub fn steps_of_key(key: &str) -> Option<f64> {
    match key {
        "ArrowUp" | "ArrowRight" => Some(1.0),
        "ArrowDown" | "ArrowLeft" => Some(-1.0),
        "PageUp" => Some(PAGE),
        "PageDown" => Some(-PAGE),
        _ => None,
    }
}

/// A slider with its ends.
#[component]
pub fn Track(
    /// What it moves.
    control: Control,
    /// The present value.
    value: Memo<f64>,
    /// Whether the value differs from the scenario.
    changed: Memo<bool>,
    /// Whether the input means nothing at present.
    #[prop(into)]
    off: Signal<bool>,
) -> impl IntoView {
    let state = State::get();
    let held = RwSignal::new(false);
    let track = ends(control, value, held);
    let range = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let (track, value) = (track.get(), value.get());
        let Some(range) = range.get() else { return };
        // The ends before the value: the browser keeps a value between the ends it knows.
        range.set_min(&track.min.to_string());
        range.set_max(&track.max.to_string());
        range.set_step(&if control.on_grid(track, value) { control.step.to_string() } else { "any".to_owned() });
        range.set_value(&value.to_string());
    });
    let slide = move |raw: f64| {
        if raw.is_finite() {
            state.set(&control, control.snap(track.get_untracked(), raw));
        }
    };
    let keys = move |event: &KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let (ends, value) = (track.get_untracked(), value.get_untracked());
        let new = match (event.key().as_str(), steps_of_key(&event.key())) {
            (_, Some(steps)) => control.nudge(ends, value, steps),
            ("Home", _) => ends.min,
            ("End", _) => ends.max,
            _ => return,
        };
        event.prevent_default();
        state.set(&control, new);
    };
    let hold = move |on: bool| {
        held.set(on);
        state.dragging.set(on);
    };
    let at = move |value: f64| move || format!("{}%", track.get().fraction(value) * 100.0);
    let reference = move || state.case.with(|case| control.get(case.reference()));
    view! {
        <div class="row-range">
            <div class="track">
                <i class="track-line">
                    <i class="track-fill" style:width=move || at(value.get())()></i>
                    <i class="track-was" hidden=move || !changed.get() style:left=move || at(reference())()></i>
                </i>
                <input
                    type="range"
                    node_ref=range
                    aria-labelledby=format!("name-{}", control.id)
                    aria-valuetext=move || spoken_input(control.unit, value.get())
                    disabled=off
                    on:input:target=move |event| slide(event.target().value_as_number())
                    on:keydown=move |event| keys(&event)
                    on:pointerdown=move |_| hold(true)
                    on:pointerup=move |_| hold(false)
                    on:pointercancel=move |_| hold(false)
                    on:lostpointercapture=move |_| hold(false)
                    on:dblclick=move |_| state.reset(&control)
                />
            </div>
            <div class="track-ends" aria-hidden="true">
                <span>{move || box_text(control.unit, track.get().min)}</span>
                <span>{move || end(&control, track.get().max)}</span>
            </div>
        </div>
    }
}

/// The upper end names the unit where it is short; the box names it anyway.
fn end(control: &Control, value: f64) -> String {
    match control.unit {
        Unit::Percent | Unit::Multiple => with_unit(control.unit, value),
        _ => box_text(control.unit, value),
    }
}

/// The ends of the track: opened to hold the value, but never while the thumb is held.
fn ends(control: Control, value: Memo<f64>, held: RwSignal<bool>) -> Memo<Limits> {
    Memo::new(move |before: Option<&Limits>| {
        let fitting = control.track_for(value.get());
        before.copied().filter(|_| held.get()).unwrap_or(fitting)
    })
}
