//! How far the answer may be off.

use leptos::prelude::*;

use super::Section;
use super::simulation::SimulationFigure;

/// The section.
#[component]
pub fn HowSure() -> impl IntoView {
    view! {
        <Section id="how-sure" heading="How sure is this?" lead="Eleven inputs move together, ten thousand times; every range is an assumption.">
            <div class="pair"><SimulationFigure /></div>
        </Section>
    }
}
