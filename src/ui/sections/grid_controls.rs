//! What the grid shows: the measure, and an input for each axis.

use leptos::html;
use leptos::prelude::*;

use super::grid::Plane;
use crate::analysis::field::{Axes, Measure, Wanted};
use crate::catalog::Control;
use crate::ui::state::yes;
use crate::wording::sections::grid as words;

/// The choices above the plot, and the cell that is read.
#[component]
pub fn GridControls(
    /// The grid.
    plane: Plane,
) -> impl IntoView {
    let measures = Measure::ALL.map(|measure| option(plane, measure)).collect_view();
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
    let is_pressed = move || yes(plane.wanted.with(|wanted| wanted.measure == measure));
    view! {
        <button type="button" data-measure=name aria-pressed=is_pressed
            on:click=move |_| plane.want(|wanted| wanted.measure = measure)>{name}</button>
    }
    .into_any()
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
        let chosen = plane.wanted.with(read);
        if let Some(select) = select.get() {
            select.set_value(chosen.id);
        }
    });
    let change = move |id: String| {
        if let Some(control) = Control::find(&id) {
            plane.want(|wanted| wanted.axes = write(wanted.axes, control));
        }
    };
    let options = Axes::choices().map(|control| view! { <option value=control.id>{control.label}</option> }.into_any());
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
