//! An input inside a sentence: dragged sideways, moved with the arrow keys, or pressed to be typed.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::State;
use super::go_to::go_to_input;
use super::keys::steps;
use crate::catalog::Control;

/// How far a pointer moves for one step, in CSS pixels.
const PER_STEP: f64 = 8.0;

/// A drag: where it began, at which value, and whether it has led anywhere yet. The sentence is written anew at every
/// step, so the drag is kept outside it.
#[derive(Clone, Copy)]
pub struct Grip {
    from: f64,
    value: f64,
    moved: bool,
}

/// The drag of the sentence, if there is one.
pub type Held = StoredValue<Option<Grip>>;

/// The input as a button that is also a handle.
pub fn asked(state: State, held: Held, id: &'static str, text: String) -> AnyView {
    let label = format!("{text}, change");
    let press = move |_| {
        if held.get_value().is_none_or(|grip| !grip.moved) {
            go_to_input(state, id);
        }
        held.set_value(None);
    };
    view! {
        <button type="button" class="asked" data-asks=id aria-label=label title="Drag, use the arrow keys, or press to type"
            on:pointerdown=move |event| grip(state, held, id, &event)
            on:pointermove=move |event| drag(state, held, id, &event)
            on:lostpointercapture=move |_| state.hold(false)
            on:pointercancel=move |_| held.set_value(None)
            on:keydown=move |event| key(state, id, &event)
            on:keyup=move |_| state.hold(false)
            on:blur=move |_| state.hold(false)
            on:click=press>{text}</button>
    }
    .into_any()
}

fn value(state: State, control: &Control) -> f64 {
    state.question.with_untracked(|question| control.get(question.case.inputs()))
}

fn grip(state: State, held: Held, id: &str, event: &PointerEvent) {
    let Some(control) = Control::find(id).filter(|_| event.button() == 0) else { return };
    held.set_value(Some(Grip { from: f64::from(event.client_x()), value: value(state, control), moved: false }));
    if let Some(button) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // Without it the drag ends at the edge of the number, which is a pity and no fault.
        let _ = button.set_pointer_capture(event.pointer_id());
    }
}

fn drag(state: State, held: Held, id: &str, event: &PointerEvent) {
    let (Some(grip), Some(control)) = (held.get_value(), Control::find(id)) else { return };
    let steps = ((f64::from(event.client_x()) - grip.from) / PER_STEP).trunc();
    if event.buttons() == 0 || (steps == 0.0 && !grip.moved) {
        return;
    }
    state.hold(true);
    held.set_value(Some(Grip { moved: true, ..grip }));
    state.set(control, if steps == 0.0 { grip.value } else { control.nudge(control.limits, grip.value, steps) });
}

fn key(state: State, id: &str, event: &KeyboardEvent) {
    if let (Some(control), Some(steps)) = (Control::find(id), steps(event)) {
        event.prevent_default();
        state.hold(true);
        state.set(control, control.nudge(control.model, value(state, control), steps));
    }
}
