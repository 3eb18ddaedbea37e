//! The frame around a chart: what it found, what it measures, the plot, on what it rests, and the numbers behind it.

use leptos::prelude::*;

use super::State;
use super::canvas::{ChartCanvas, Drawing, Press, Words};
use super::how_computed::HowComputed;
use super::table;
use crate::model::{Inputs, Outcome};
use crate::wording::tables::Table;

/// What the frame of a chart says. Each text is asked for again when what it reads has changed.
pub struct Frame {
    /// A stable name.
    pub id: &'static str,
    /// The finding.
    pub title: Words,
    /// What is drawn, in which unit.
    pub sub: Words,
    /// The chart in one sentence with its numbers.
    pub label: Words,
    /// On what the chart rests.
    pub note: Words,
    /// The numbers behind it.
    pub table: Box<dyn Fn() -> Table + Send + Sync>,
}

/// Words that follow from inputs and outcome.
pub fn of_answer(state: State, words: fn(&Inputs, &Outcome) -> String) -> Words {
    Box::new(move || state.read(|answer| words(answer.inputs(), &answer.outcome)))
}

/// Words that follow from the inputs.
pub fn of_inputs(state: State, words: fn(&Inputs) -> String) -> Words {
    Box::new(move || state.read(|answer| words(answer.inputs())))
}

/// A table that follows from inputs and outcome.
pub fn table_of_answer(state: State, table: fn(&Inputs, &Outcome) -> Table) -> Box<dyn Fn() -> Table + Send + Sync> {
    Box::new(move || state.read(|answer| table(answer.inputs(), &answer.outcome)))
}

/// A chart with its words and its table.
#[component]
pub fn ChartFigure(
    /// Its words.
    frame: Frame,
    /// Its drawing.
    prepare: Box<dyn Fn() -> Drawing>,
    /// What a press on it does, if anything.
    #[prop(optional)]
    press: Option<Press>,
    /// What lies over the canvas, if anything: buttons for those who do not point.
    #[prop(optional)]
    over: Option<AnyView>,
    /// What stands between title and plot, if anything.
    #[prop(optional)]
    controls: Option<AnyView>,
    /// The metric that explains it, if one does.
    #[prop(optional)]
    how: Option<&'static str>,
) -> impl IntoView {
    let Frame { id, title, sub, label, note, table } = frame;
    let open = RwSignal::new(false);
    let table = StoredValue::new(table);
    let rows = move || table.with_value(|table| table::table(table()));
    view! {
        <figure class="figure" data-figure=id aria-labelledby=format!("title-{id}")>
            <figcaption>
                <h3 class="figure-title" id=format!("title-{id}")>{move || title()}</h3>
                <p class="figure-sub">{move || sub()}</p>
            </figcaption>
            {controls}
            <div class=format!("plot plot-{id}")><ChartCanvas prepare label press />{over}</div>
            <p class="figure-note">{move || note()}</p>
            <div class="figure-more">
                <details class="behind" on:toggle=move |_| open.set(true)>
                    <summary>"Show as table"</summary>
                    {move || open.get().then(rows)}
                </details>
                {how.map(|metric| view! { <HowComputed metric /> }.into_any())}
            </div>
        </figure>
    }
}
