//! What the grid shows: the measure, and an input for each axis.

use leptos::html;
use leptos::prelude::*;

use super::grid::Plane;
use crate::analysis::field::{Axes, Measure, Wanted};
use crate::catalog::{Control, place};
use crate::ui::state::yes;
use crate::wording::sections::grid as words;

/// The choices above the plot, and the cell that is read.
#[component]
pub fn GridControls(
    /// The grid.
    plane: Plane,
) -> impl IntoView {
    let side = plane.state.question.with_untracked(|question| question.side);
    let measures = Measure::of(side).iter().map(|measure| option(plane, *measure)).collect_view();
    view! {
        <div class="grid-controls">
            <div class="segments" role="group" aria-label="Measure">{measures}</div>
            {axis(plane, "Across", "grid-x", |wanted| wanted.axes.x(), Axes::across)}
            {axis(plane, "Upwards", "grid-y", |wanted| wanted.axes.y(), Axes::upwards)}
        </div>
    }
}

fn option(plane: Plane, measure: Measure) -> AnyView {
    let name = words::measure(measure);
    let is_pressed = move || yes(plane.state.wanted().measure == measure);
    view! {
        <button type="button" data-measure=name aria-pressed=is_pressed
            on:click=move |_| plane.want(|wanted| wanted.measure = measure)>{name}</button>
    }
    .into_any()
}

/// Whether a control belongs to a place for a further obligation of the lab, which may count for nothing.
fn is_free(control: &Control) -> bool {
    (1..).map_while(place).flatten().any(|input| input.id == control.id)
}

/// The input of an axis, chosen from all.
fn axis(
    plane: Plane,
    name: &'static str,
    id: &'static str,
    read: fn(&Wanted) -> &'static Control,
    write: fn(Axes, &'static Control) -> Axes,
) -> AnyView {
    let select = NodeRef::<html::Select>::new();
    // A choice can also change because the other axis took its input.
    Effect::new(move |_| {
        let chosen = read(&plane.state.wanted());
        if let Some(select) = select.get() {
            select.set_value(chosen.id);
        }
    });
    let side = plane.state.question.with_untracked(|question| question.side);
    let change = move |id: String| {
        if let Some(control) = side.control(&id) {
            plane.want(|wanted| wanted.axes = write(wanted.axes, control));
        }
    };
    let options = side
        .numeric_controls()
        .filter(|control| !is_free(control))
        .map(|control| view! { <option value=control.id>{control.label}</option> }.into_any());
    view! {
        <label class="grid-axis" for=id>
            <span>{name}</span>
            <select id=id node_ref=select on:change:target=move |event| change(event.target().value())>
                {options.collect_view()}
            </select>
        </label>
    }
    .into_any()
}
