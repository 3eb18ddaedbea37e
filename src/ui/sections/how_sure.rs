//! How far the answer may be off.

use leptos::prelude::*;

use super::Section;
use super::distributions::Distributions;
use super::simulation::SimulationFigure;
use super::tornado::TornadoFigure;
use super::weights::WeightsFigure;

/// The section.
#[component]
pub fn HowSure() -> impl IntoView {
    view! {
        <Section id="how-sure" heading="How sure is this?" lead="Eleven inputs move together, ten thousand times; then each moves alone. Every range is an assumption.">
            <div class="pair"><SimulationFigure /><TornadoFigure /></div>
            <Distributions />
            <WeightsFigure />
        </Section>
    }
}
