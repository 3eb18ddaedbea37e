//! The frame around a chart: what it found, what it measures, the plot, on what it rests, and the numbers behind it.

use leptos::prelude::*;

use super::State;
use super::canvas::{ChartCanvas, Drawing};
use super::table;
use crate::model::{Inputs, Outcome};
use crate::wording::tables::Table;

/// What the frame of a chart says.
#[derive(Clone, Copy)]
pub struct Frame {
    /// A stable name.
    pub id: &'static str,
    /// What is drawn, in which unit.
    pub sub: fn() -> String,
    /// The finding.
    pub title: fn(&Inputs, &Outcome) -> String,
    /// The chart in one sentence with its numbers.
    pub label: fn(&Inputs, &Outcome) -> String,
    /// On what the chart rests.
    pub note: fn(&Inputs) -> String,
    /// The numbers behind it.
    pub table: fn(&Outcome) -> Table,
}

/// A chart with its words and its table.
#[component]
pub fn ChartFigure(
    /// Its words.
    frame: Frame,
    /// Its drawing.
    prepare: Box<dyn Fn() -> Drawing>,
) -> impl IntoView {
    let state = State::get();
    let Frame { id, sub, title, label, note, table } = frame;
    let open = RwSignal::new(false);
    let words =
        move |words: fn(&Inputs, &Outcome) -> String| state.read(|answer| words(answer.inputs(), &answer.outcome));
    let rows = move || state.read(|answer| table::table(table(&answer.outcome)));
    view! {
        <figure class="figure" data-figure=id aria-labelledby=format!("title-{id}")>
            <figcaption>
                <h2 class="figure-title" id=format!("title-{id}")>{move || words(title)}</h2>
                <p class="figure-sub">{sub()}</p>
            </figcaption>
            <div class=format!("plot plot-{id}")><ChartCanvas prepare label=Box::new(move || words(label)) /></div>
            <p class="figure-note">{move || state.read(|answer| note(answer.inputs()))}</p>
            <details class="behind" on:toggle=move |_| open.set(true)>
                <summary>"Show as table"</summary>
                {move || open.get().then(rows)}
            </details>
        </figure>
    }
}
