//! The slider itself: the browser's own range input on a drawn track.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::row::{Row, Shown, steps_of_key};
use crate::browser::number::decimal;
use crate::catalog::{Control, Unit};
use crate::wording::numbers::{box_text, spoken_input, with_unit};

/// A slider with its ends.
#[component]
pub fn Track(
    /// The row it stands in.
    row: Row,
) -> impl IntoView {
    let control = row.control;
    let range = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(range) = range.get() {
            row.read(|shown| show(&range, control, shown));
        }
    });
    let at = |shown: &Shown, value: f64| decimal(shown.track.fraction(value) * 100.0) + "%";
    view! {
        <div class="row-range">
            <div class="track">
                <i class="track-line">
                    <i class="track-fill" style:width=move || row.read(|shown| at(shown, shown.value))></i>
                    <i class="track-was" hidden=move || row.read(|shown| !shown.changed)
                        style:left=move || row.read(|shown| at(shown, shown.was))></i>
                </i>
                <input
                    type="range"
                    node_ref=range
                    aria-labelledby=format!("name-{}", control.id)
                    aria-valuetext=move || row.read(|shown| spoken_input(control.unit, shown.value))
                    disabled=move || row.read(Shown::is_off)
                    on:input:target=move |event| slide(row, event.target().value_as_number())
                    on:keydown=move |event| key(row, &event)
                    on:pointerdown=move |_| row.hold(true)
                    on:pointerup=move |_| row.hold(false)
                    on:pointercancel=move |_| row.hold(false)
                    on:lostpointercapture=move |_| row.hold(false)
                    on:dblclick=move |_| row.reset()
                />
            </div>
            <div class="track-ends" aria-hidden="true">
                <span>{move || row.read(|shown| box_text(control.unit, shown.track.min))}</span>
                <span>{move || row.read(|shown| end(control, shown.track.max))}</span>
            </div>
        </div>
    }
}

/// Puts the value on the browser's slider.
fn show(range: &HtmlInputElement, control: &Control, shown: &Shown) {
    let Shown { value, track, .. } = *shown;
    // The ends before the value: the browser keeps a value between the ends that it knows.
    range.set_min(&decimal(track.min));
    range.set_max(&decimal(track.max));
    range.set_step(&if control.on_grid(track, value) { decimal(control.step) } else { "any".to_owned() });
    range.set_value(&decimal(value));
}

/// The upper end names the unit where it is short; the box names it anyway.
fn end(control: &Control, value: f64) -> String {
    match control.unit {
        Unit::Percent | Unit::Multiple => with_unit(control.unit, value),
        _ => box_text(control.unit, value),
    }
}

fn slide(row: Row, raw: f64) {
    if raw.is_finite() {
        row.set(row.control.snap(row.now().track, raw));
    }
}

fn key(row: Row, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Shown { value, track, .. } = row.now();
    let key = event.key();
    let new = match (key.as_str(), steps_of_key(&key)) {
        (_, Some(steps)) => row.control.nudge(track, value, steps),
        ("Home", _) => track.min,
        ("End", _) => track.max,
        _ => return,
    };
    event.prevent_default();
    row.set(new);
}
