//! The words beside a control: its name, its source tag, and what it is or was.

use leptos::prelude::*;

use super::goal_seek;
use super::row::Row;
use super::source_popover::SourceTag;
use crate::wording::hint;

/// Name, tag, and under them the meaning or, once changed, the way back.
#[component]
pub fn RowWords(
    /// The row they stand in.
    row: Row,
) -> impl IntoView {
    let control = row.control;
    view! {
        <div class="row-words">
            <div class="row-title">
                <label id=format!("name-{}", control.id) for=format!("box-{}", control.id)
                    title="Press twice to go back to the scenario's value" on:dblclick=move |_| row.reset()>
                    {control.label}
                </label>
                <span class="row-tags">
                    <SourceTag control />
                    {(control.choices().is_empty() && !row.state.is_framed()).then(|| goal_seek::button(row))}
                </span>
            </div>
            // Both keep their place, so that nothing moves when one gives way to the other.
            <div class="row-what" id=format!("what-{}", control.id)>
                <span class:gone=move || row.read(|shown| shown.changed)>{hint(control)}</span>
                <span class="row-changed" class:gone=move || row.read(|shown| !shown.changed)>
                    "changed, was "
                    <button type="button" class="link" data-reset=control.id title="Take it back" on:click=move |_| row.revert()>
                        {move || row.was()}
                    </button>
                </span>
            </div>
        </div>
    }
}
