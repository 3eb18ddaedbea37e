//! Six figures in a strip.

use leptos::prelude::*;

use super::State;
use crate::wording::Tone;
use crate::wording::key_figures::{KeyFigure, key_figures};

/// The strip.
#[component]
pub fn KeyFigures() -> impl IntoView {
    let figures = State::get().derive(key_figures);
    view! {
        <dl class="keys" aria-label="Key figures">
            {move || figures.with(|figures| figures.iter().cloned().map(figure).collect_view())}
        </dl>
    }
}

/// One figure. Brackets and units are for the eye; the spoken form is for the ear.
fn figure(figure: KeyFigure) -> impl IntoView {
    let tone = match figure.tone {
        Tone::Gain => " gain",
        Tone::Loss => " loss",
        _ => "",
    };
    let word = if figure.is_word { " word" } else { "" };
    view! {
        <div class="key" data-key=figure.id>
            <dt>{figure.label}</dt>
            <dd class=format!("key-value{tone}{word}")>
                <span aria-hidden="true">{figure.value} " " <small>{figure.unit}</small></span>
                <span class="unseen">{figure.spoken}</span>
            </dd>
            {figure.context.into_iter().map(|line| view! { <dd class="key-context">{line}</dd> }).collect_view()}
        </div>
    }
}
