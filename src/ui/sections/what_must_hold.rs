//! What has to be true for the deal to pay.

use leptos::prelude::*;

use super::Section;
use super::answer::Answer;
use super::gigawatts::GigawattsFigure;
use super::grid::GridFigure;
use super::ladder::LadderFigure;
use super::lenses::{CircularMoney, CountingRules, LensCompare};
use crate::wording::sections::folded;

/// The section.
#[component]
pub fn WhatMustHold() -> impl IntoView {
    view! {
        <Section id="what-must-hold" heading="What has to be true" lead="Two inputs at a time, each dollar step by step, and the capacity that the money buys."
            finding=|answer: &Answer| folded::what_must_hold(answer.inputs(), answer.outcome())>
            <div class="pair"><GridFigure /><LadderFigure /></div>
            <div class="pair"><GigawattsFigure /><LensCompare /></div>
            <div class="pair"><CircularMoney /><CountingRules /></div>
        </Section>
    }
}
