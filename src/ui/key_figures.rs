//! Six figures in a strip.

use leptos::prelude::*;

use super::State;
use super::how_computed::how;
use crate::model::Lens;
use crate::wording::Tone;
use crate::wording::key_figures::{KeyFigure, key_figures};
use crate::wording::metrics::Metric;

/// The strip.
#[component]
pub fn KeyFigures() -> impl IntoView {
    let state = State::get();
    let lens = move || state.read(|answer| answer.inputs().lens);
    let figures =
        move || state.words(key_figures).into_iter().map(|it| figure(state, lens(), it)).collect_view().into_any();
    view! { <dl class="keys" aria-label="Key figures">{move || figures()}</dl> }
}

/// One figure. Brackets and units are for the eye; the spoken form is for the ear.
fn figure(state: State, lens: Lens, figure: KeyFigure) -> AnyView {
    let tone = match figure.tone {
        Tone::Gain => " gain",
        Tone::Loss => " loss",
        _ => "",
    };
    let word = if figure.is_word { " word" } else { "" };
    let context = figure.context.into_iter().map(|line| view! { <dd class="key-context">{line}</dd> }.into_any());
    view! {
        <div class="key" data-key=figure.id>
            <dt>{Metric::of_figure(figure.id, lens).map(|metric| how(state, metric, figure.label, figure.label))}</dt>
            <dd class=format!("key-value{tone}{word}")>
                <span aria-hidden="true">{figure.value} " " <small>{figure.unit}</small></span>
                <span class="unseen">{figure.spoken}</span>
            </dd>
            {context.collect_view()}
        </div>
    }
    .into_any()
}
