//! The scenarios, each with its NPV, and the reader's own case beside them.

use leptos::prelude::*;

use super::State;
use super::switches::Switches;
use crate::catalog::{Case, SCENARIOS, Scenario};
use crate::model::{self, Outcome};
use crate::wording::numbers::billions_chip;

/// The bar under the header.
#[component]
pub fn ScenarioBar() -> impl IntoView {
    let state = State::get();
    let changes = Memo::new(move |_| state.case.with(Case::changes));
    let own = state.derive(|_, outcome: &Outcome, stake| outcome.npv_for(stake));
    view! {
        <nav class="bar" aria-label="Scenario and method">
            <div class="chips" role="group" aria-labelledby="scenario">
                <span class="bar-name" id="scenario">"Scenario"</span>
                {SCENARIOS.iter().map(|scenario| view! { <Chip scenario /> }).collect_view()}
                {move || (changes.get() != 0).then(|| view! {
                    <span class="chip chip-own" id="own-case">
                        {move || format!("Your case, {} changed", changes.get())} <Npv value=own.into() />
                    </span>
                })}
                <span class="bar-name">"NPV, $B"</span>
            </div>
            <Switches />
        </nav>
    }
}

/// One scenario. Pressed when nothing differs from it.
#[component]
fn Chip(
    /// The scenario.
    scenario: &'static Scenario,
) -> impl IntoView {
    let state = State::get();
    let value = model::value(&scenario.inputs());
    let pressed = move || {
        let here = state.case.with(|case| case.starts_from(scenario) && case.changes() == 0);
        if here { "true" } else { "false" }
    };
    view! {
        <button type="button" class="chip" data-scenario=scenario.id title=scenario.meaning aria-pressed=pressed
            on:click=move |_| state.case.update(|case| case.select(scenario))>
            {scenario.chip} <Npv value=Signal::derive(move || value.npv_for(state.stake.get())) />
        </button>
    }
}

/// An NPV in the colour of its sign.
#[component]
pub fn Npv(
    /// In $B.
    value: Signal<f64>,
) -> impl IntoView {
    view! { <b class=move || tone(value.get())>{move || billions_chip(value.get())}</b> }
}

/// The class of a sign of money.
#[must_use]
pub fn tone(billions: f64) -> &'static str {
    if billions < 0.0 { "loss" } else { "gain" }
}
