//! The frame around a chart: what it found, what it measures, the plot, on what it rests, and the numbers behind it.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::State;
use super::canvas::{ChartCanvas, Words};
use super::chart_actions::{self, Charts, Source};
use super::crosshair::{Crosshair, Position, Walk};
use super::drawing::Plot;
use super::how_computed::HowComputed;
use super::table;
use crate::model::{Inputs, Outcome};
use crate::protocol::link::Card;
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
    /// How many futures stand behind them, where it is another number than usual.
    pub draws: Option<Box<dyn Fn() -> usize + Send + Sync>>,
    /// How tall the chart is at least in a picture of its own, in CSS pixels.
    pub tall: f64,
}

/// Words that follow from inputs and outcome.
pub fn of_answer(state: State, words: fn(&Inputs, &Outcome) -> String) -> Words {
    Box::new(move || state.read(|answer| words(answer.inputs(), answer.outcome())))
}

/// Words that follow from the inputs.
pub fn of_inputs(state: State, words: fn(&Inputs) -> String) -> Words {
    Box::new(move || state.read(|answer| words(answer.inputs())))
}

/// A table that follows from inputs and outcome.
pub fn table_of_answer(state: State, table: fn(&Inputs, &Outcome) -> Table) -> Box<dyn Fn() -> Table + Send + Sync> {
    Box::new(move || state.read(|answer| table(answer.inputs(), answer.outcome())))
}

/// A chart with its words and its table.
#[component]
pub fn ChartFigure(
    /// Its words.
    frame: Frame,
    /// Its drawing.
    plot: Plot,
    /// How its positions are walked through.
    walk: Walk,
    /// What lies over the canvas, if anything: buttons for those who do not point.
    #[prop(optional_no_strip)]
    over: Option<AnyView>,
    /// What stands between title and plot, if anything.
    #[prop(optional_no_strip)]
    controls: Option<AnyView>,
    /// The metric that explains it, if one does.
    #[prop(optional)]
    how: Option<&'static str>,
) -> impl IntoView {
    let frame = Arc::new(frame);
    let Plot { prepare, shown } = plot;
    Charts::add(Source { frame: Arc::clone(&frame), prepare: Rc::clone(&prepare) });
    let state = State::get();
    let id = frame.id;
    let open = RwSignal::new(false);
    let words = |read: fn(&Frame) -> &Words| -> Words {
        let frame = Arc::clone(&frame);
        Box::new(move || read(&frame)())
    };
    let (title, sub, note) = (words(|frame| &frame.title), words(|frame| &frame.sub), words(|frame| &frame.note));
    let (label, name) = (words(|frame| &frame.label), words(|frame| &frame.title));
    // In a frame a chart is one thing of few: what can be done with it can be done on the page.
    let is_framed = state.is_framed();
    let menu = (!is_framed).then(|| chart_actions::button(state, &frame));
    let rows = move || table::table((frame.table)());
    let rows = StoredValue::new(rows);
    let at: Position = if walk == Walk::Years { state.year } else { RwSignal::new(None) };
    let over = if walk == Walk::Own { over } else { Some(view! { <Crosshair name at shown walk over /> }.into_any()) };
    let heading_id = format!("title-{id}");
    // On a card nothing stands between the answer and its chart, or the chart is the answer.
    let heading = match state.card() {
        None => view! { <h3 class="figure-title" id=heading_id>{move || title()}</h3> }.into_any(),
        Some(Card::Chart) => view! { <h1 class="figure-title" id=heading_id>{move || title()}</h1> }.into_any(),
        Some(_) => view! { <h2 class="figure-title" id=heading_id>{move || title()}</h2> }.into_any(),
    };
    let more = move || {
        view! {
            <div class="figure-more">
                <details class="behind" on:toggle=move |_| open.set(true)>
                    <summary>"Show as table"</summary>
                    {move || open.get().then(|| rows.with_value(|rows| rows()))}
                </details>
                {how.map(|metric| view! { <HowComputed metric /> }.into_any())}
            </div>
        }
        .into_any()
    };
    view! {
        <figure class="figure" data-figure=id aria-labelledby=format!("title-{id}")>
            {menu}
            <figcaption>
                {heading}
                <p class="figure-sub">{move || sub()}</p>
            </figcaption>
            {controls}
            <div class=format!("plot plot-{id}")><ChartCanvas prepare label />{over}</div>
            <p class="figure-note">{move || note()}</p>
            {(!is_framed).then(|| more())}
        </figure>
    }
}
