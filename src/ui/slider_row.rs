//! One assumption: name, source, slider and box.

use leptos::prelude::*;

use super::State;
use super::number_box::{NumberBox, standing_fault};
use super::row_words::RowWords;
use super::track::Track;
use crate::catalog::Control;
use crate::wording::idle;

/// A slider and a box that move the same input.
#[component]
pub fn SliderRow(
    /// What they move.
    control: Control,
) -> impl IntoView {
    let state = State::get();
    let value = state.value(control);
    let changed = state.is_changed(control);
    let fault = RwSignal::new(None);
    let standing = standing_fault(fault, value);
    let idle = Memo::new(move |_| state.inputs.with(|inputs| idle::reason(control.id, inputs)));
    let off = Signal::derive(move || idle.get().is_some_and(|idle| idle.closes));
    view! {
        <div class="row" class:changed=changed class:off=off class:faulty=move || standing.with(Option::is_some) data-input=control.id>
            <div class="row-head">
                <RowWords control changed />
                <NumberBox control value fault off />
            </div>
            <div role="alert" id=format!("why-{}", control.id)>
                {move || standing.get().map(|fault| view! {
                    <p class="row-fault"><b>"! " {fault.why}</b> " The last valid value stays in force."</p>
                })}
            </div>
            <Track control value changed off />
            {move || idle.get().map(|idle| view! { <p class="row-why">{idle.why}</p> })}
        </div>
    }
}
