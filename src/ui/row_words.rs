//! The words beside a control: its name, its source tag, and what it is or was.

use leptos::prelude::*;

use super::State;
use super::source_popover::SourceTag;
use crate::catalog::{Choice, Control};
use crate::wording::numbers::with_unit;

/// Name, tag, and under them the meaning or, once changed, the way back.
#[component]
pub fn RowWords(
    /// The control that they stand beside.
    control: Control,
    /// Whether it differs from the scenario.
    changed: Memo<bool>,
) -> impl IntoView {
    let state = State::get();
    let was = move || state.case.with(|case| value_text(&control, control.get(case.reference())));
    view! {
        <div class="row-words">
            <div class="row-title">
                <label id=format!("name-{}", control.id) for=format!("box-{}", control.id) on:dblclick=move |_| state.reset(&control)>
                    {control.label}
                </label>
                <SourceTag control />
            </div>
            <div class="row-what" id=format!("what-{}", control.id)>
                // Both keep their place, so that nothing moves when one gives way to the other.
                <span class:gone=changed>{control.hint}</span>
                <span class="row-changed" class:gone=move || !changed.get()>
                    "changed, was "
                    <button type="button" class="link" data-reset=control.id title="Take it back"
                        on:click=move |_| state.reset(&control)>{was}</button>
                </span>
            </div>
        </div>
    }
}

/// A value of a control in words: with its unit, or the name of the option.
#[must_use]
pub fn value_text(control: &Control, value: f64) -> String {
    let option = control.choices().iter().zip(0_u32..).find(|(_, at)| f64::from(*at).to_bits() == value.to_bits());
    option.map_or_else(|| with_unit(control.unit, value), |(Choice { label, .. }, _)| (*label).to_owned())
}
