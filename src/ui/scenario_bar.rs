//! The scenarios, each with its NPV, and the reader's own case beside them.

use leptos::prelude::*;

use super::State;
use super::state::{tone, yes};
use super::switches::Switches;
use crate::catalog::{SCENARIOS, Scenario};
use crate::model;
use crate::wording::numbers::{MONEY, billions_chip};

/// The bar under the header.
#[component]
pub fn ScenarioBar() -> impl IntoView {
    let state = State::get();
    let changes = move || state.read(|answer| answer.question.case.changes());
    view! {
        <nav class="bar" aria-label="Scenario and method">
            <div class="chips" role="group" aria-labelledby="scenario">
                <span class="bar-name" id="scenario">"Scenario"</span>
                {SCENARIOS.iter().map(|scenario| chip(state, scenario)).collect_view()}
                <span class="chip chip-own" id="own-case" hidden=move || changes() == 0>
                    {move || format!("Your case, {} changed", changes())}
                    {npv(move || state.words(|_, outcome, stake| outcome.npv_for(stake)))}
                </span>
                <span class="bar-name">"NPV, $B"</span>
            </div>
            <Switches />
        </nav>
    }
}

/// One scenario. Pressed when nothing differs from it.
fn chip(state: State, scenario: &'static Scenario) -> AnyView {
    // As the scenario was in the version of the data that the case is told in, on top of the deal of the case.
    let inputs = move || {
        let case = state.question.get().case;
        case.version().case(case.start(), case.has_accepted(), scenario)
    };
    let here = move || {
        let case = state.question.get().case;
        case.starts_from(scenario) && case.changes() == 0
    };
    let pinned = move || {
        let is_pinned = state.pins.with(|pins| pins.all.iter().any(|pin| *pin.answer.inputs() == inputs()));
        is_pinned.then(|| view! { <small>"pinned"</small> }.into_any())
    };
    view! {
        <button type="button" class="chip" data-scenario=scenario.id title=scenario.meaning aria-pressed=move || yes(here())
            on:click=move |_| state.change(|case| case.select(scenario))>
            {scenario.chip}
            {npv(move || model::value(&inputs()).npv_for(state.question.get().stake))}
            {move || pinned()}
        </button>
    }
    .into_any()
}

/// An NPV in the colour of its sign.
pub fn npv(value: impl Fn() -> f64 + Copy + Send + Sync + 'static) -> AnyView {
    view! { <b class=move || tone(value()) title=move || MONEY.exact(value())>{move || billions_chip(value())}</b> }
        .into_any()
}
