//! One assumption that is one of a few options.

use leptos::prelude::*;

use super::State;
use super::row_words::RowWords;
use crate::catalog::Control;
use crate::wording::idle;

/// Buttons side by side, one of them pressed.
#[component]
pub fn ChoiceRow(
    /// What they choose.
    control: Control,
) -> impl IntoView {
    let state = State::get();
    let value = state.value(control);
    let changed = state.is_changed(control);
    let idle = Memo::new(move |_| state.inputs.with(|inputs| idle::reason(control.id, inputs)));
    let options = control.choices().iter().zip(0_u32..).map(move |(choice, at)| {
        let at = f64::from(at);
        let pressed = move || if value.get().to_bits() == at.to_bits() { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed data-option=choice.id on:click=move |_| state.set(&control, at)>
                {choice.label}
            </button>
        }
    });
    view! {
        <div class="row" class:changed=changed data-input=control.id>
            <RowWords control changed />
            <div class="segments" role="group" aria-labelledby=format!("name-{}", control.id)>
                {options.collect_view()}
            </div>
            {move || idle.get().map(|idle| view! { <p class="row-why">{idle.why}</p> })}
        </div>
    }
}
