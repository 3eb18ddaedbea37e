//! One assumption: name, source, slider and box, or the options to choose from.

use leptos::prelude::*;

use super::number_box::NumberBox;
use super::row::{Row, Shown};
use super::row_words::RowWords;
use super::state::yes;
use super::track::Track;
use crate::catalog::{Choice, Control, Kind};

/// The row that fits the kind of input.
#[component]
pub fn AssumptionRow(
    /// The input.
    control: &'static Control,
) -> impl IntoView {
    let row = Row::new(control);
    let inside = match control.kind {
        Kind::Choice(options) => view! { <RowWords row /><Options row options /> }.into_any(),
        Kind::Number | Kind::Whole => view! {
            <div class="row-head"><RowWords row /><NumberBox row /></div>
            <Track row />
            <div role="alert" id=format!("why-{}", control.id)>{move || fault(row)}</div>
        }
        .into_any(),
    };
    view! {
        <div class="row" data-input=control.id
            class:changed=move || row.read(|shown| shown.changed)
            class:below=move || row.read(|shown| shown.track.min < control.track.min)
            class:beyond=move || row.read(|shown| shown.track.max > control.track.max)
            class:off=move || row.read(Shown::is_off)
            class:faulty=move || row.read(|shown| shown.fault.is_some())>
            {inside}
            {move || row.read(|shown| shown.idle).map(|idle| view! { <p class="row-why">{idle.why}</p> }.into_any())}
        </div>
    }
}

/// What is wrong with the text in the box.
fn fault(row: Row) -> Option<AnyView> {
    let fault = row.read(|shown| shown.fault.clone())?;
    Some(view! { <p class="row-fault"><b>"! " {fault.why}</b> " The last valid value stays in force."</p> }.into_any())
}

/// Buttons side by side, one of them pressed.
#[component]
fn Options(
    /// The row they stand in.
    row: Row,
    /// What there is to choose from.
    options: &'static [Choice],
) -> impl IntoView {
    let option = move |(choice, at): (&'static Choice, u32)| {
        let at = f64::from(at);
        view! {
            <button type="button" data-option=choice.id on:click=move |_| row.set(at)
                aria-pressed=move || yes(row.read(|shown| shown.value.to_bits() == at.to_bits()))>
                {choice.label}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="segments" role="group" aria-labelledby=format!("name-{}", row.control.id)>
            {options.iter().zip(0..).map(option).collect_view()}
        </div>
    }
}
