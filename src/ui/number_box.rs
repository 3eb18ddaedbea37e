//! The box in which a value is typed.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::State;
use super::track::steps_of_key;
use crate::catalog::Control;
use crate::wording::numbers::{affixes, box_text, read_within};

/// Text that could not be taken over, and why. It holds for the value that it was typed over: when that changes by other
/// means, the box shows the new value.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    text: String,
    over: f64,
    /// What is wrong, in a sentence.
    pub why: String,
}

/// A box that takes over what was typed on Enter or when left. Text that is not a value inside the limits stays in the
/// box with a message, and the last valid value stays in force.
#[component]
pub fn NumberBox(
    /// What it sets.
    control: Control,
    /// The present value.
    value: Memo<f64>,
    /// What is wrong with the text, if anything.
    fault: RwSignal<Option<Fault>>,
    /// Whether the input means nothing at present.
    #[prop(into)]
    off: Signal<bool>,
) -> impl IntoView {
    let state = State::get();
    let (before, after) = affixes(control.unit);
    let standing = standing_fault(fault, value);
    let text = Memo::new(move |_| {
        let value = value.get();
        standing.with(|fault| fault.as_ref().map_or_else(|| box_text(control.unit, value), |fault| fault.text.clone()))
    });
    let take = move |field: &HtmlInputElement| {
        let typed = field.value();
        let shown = text.get_untracked();
        if typed == shown {
            return;
        }
        match read_within(control.unit, control.kind, control.limits, &typed) {
            Ok(new) => {
                fault.set(None);
                state.set(&control, new);
                // The same value, written otherwise, moves no signal.
                field.set_value(&box_text(control.unit, new));
            }
            Err(why) => fault.set(Some(Fault { text: typed, over: value.get_untracked(), why })),
        }
    };
    let keys = move |event: &KeyboardEvent, field: &HtmlInputElement| match event.key().as_str() {
        "Enter" => {
            take(field);
            field.select();
        }
        "Escape" => {
            fault.set(None);
            field.set_value(&box_text(control.unit, value.get_untracked()));
            field.select();
        }
        key @ ("ArrowUp" | "ArrowDown" | "PageUp" | "PageDown") => {
            event.prevent_default();
            let Some(steps) = steps_of_key(key) else { return };
            fault.set(None);
            let new = control.nudge(control.limits, value.get_untracked(), steps);
            state.set(&control, new);
            field.set_value(&box_text(control.unit, new));
        }
        _ => {}
    };
    view! {
        <label class="box" class:box-wide={after.len() > 3}>
            <i aria-hidden="true">{before}</i>
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="done"
                id=format!("box-{}", control.id)
                aria-label=control.label
                aria-invalid=move || standing.with(Option::is_some).then_some("true")
                aria-describedby=format!("what-{0} why-{0}", control.id)
                disabled=off
                prop:value=text
                on:change:target=move |event| take(&event.target())
                on:keydown:target=move |event| keys(&event, &event.target())
                on:focus:target=move |event| event.target().select()
            />
            <i aria-hidden="true">{after}</i>
        </label>
    }
}

/// The fault, as long as the value that it was typed over is still there.
pub fn standing_fault(fault: RwSignal<Option<Fault>>, value: Memo<f64>) -> Memo<Option<Fault>> {
    Memo::new(move |_| {
        let value = value.get();
        fault.get().filter(|fault| fault.over.to_bits() == value.to_bits())
    })
}
