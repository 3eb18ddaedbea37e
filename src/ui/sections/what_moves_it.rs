//! What moves the answer of the lab and of the buyer: each input alone, and two at a time.

use leptos::prelude::*;

use super::Section;
use super::answer::Answer;
use super::grid::GridFigure;
use super::tornado::TornadoFigure;
use crate::wording::sections::folded;

/// The section.
#[component]
pub fn WhatMovesIt() -> impl IntoView {
    view! {
        <Section id="what-moves-it" heading="What moves it" lead="Each input alone, then two at a time. Every range is an assumption."
            finding=|answer: &Answer| folded::what_moves_it(answer.inputs(), answer.objective())>
            <div class="pair"><TornadoFigure /><GridFigure /></div>
        </Section>
    }
}
