//! What the page is about, for somebody who has never heard of the deal.

use leptos::prelude::*;

use super::State;
use super::go_to::anchor;
use crate::catalog::Start;
use crate::wording::intro::{DealFigure, deal_figures, sentence};

/// A sentence, and the deal in four figures.
#[component]
pub fn Intro() -> impl IntoView {
    // What the articles say is of this deal alone.
    let is_this = State::get().question.with_untracked(|question| question.case.start() == Start::default());
    is_this.then(words)
}

fn words() -> AnyView {
    view! {
        <section class="intro" aria-label="The deal in short">
            <p class="intro-words">{sentence()}</p>
            <dl class="intro-figures">{deal_figures().into_iter().map(figure).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// The figure stands above what it is; in the document it follows it.
fn figure(figure: DealFigure) -> AnyView {
    let DealFigure { fact, value, what } = figure;
    view! { <div><dt>{what}</dt><dd>{anchor(fact, value)}</dd></div> }.into_any()
}
