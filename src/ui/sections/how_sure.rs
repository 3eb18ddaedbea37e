//! How far the answer may be off.

use leptos::prelude::*;

use super::Section;
use super::answer::Answer;
use super::distributions::Distributions;
use super::simulation::SimulationFigure;
use super::tornado::TornadoFigure;
use super::weights::WeightsFigure;
use crate::wording::sections::folded;

/// The section.
#[component]
pub fn HowSure() -> impl IntoView {
    view! {
        <Section id="how-sure" heading="How sure is this?" lead="Eleven inputs move together, ten thousand times; then each moves alone. Every range is an assumption."
            finding=|answer: &Answer| folded::how_sure(answer.inputs())>
            <div class="pair"><SimulationFigure /><TornadoFigure /></div>
            <Distributions />
            <WeightsFigure />
        </Section>
    }
}
