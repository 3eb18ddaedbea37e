//! The scenarios, each with its NPV, and the reader's own case beside them.

use leptos::prelude::*;

use super::State;
use super::state::{tone, yes};
use super::switches::Switches;
use crate::catalog::{Case, SCENARIOS, Scenario};
use crate::model;
use crate::wording::deals::NOT_STATED;
use crate::wording::numbers::{MONEY, billions_chip};
use crate::wording::parties;

/// The bar under the header.
#[component]
pub fn ScenarioBar() -> impl IntoView {
    let state = State::get();
    let changes = move || state.read(|answer| answer.question.case.changes());
    let as_it_stands = move || state.read(|answer| is_there(&answer.question.case));
    view! {
        <nav class="bar" aria-label="Scenario and method">
            <div class="chips" role="group" aria-labelledby="scenario">
                <span class="bar-name" id="scenario">"Scenario"</span>
                {SCENARIOS.iter().map(|scenario| chip(state, scenario)).collect_view()}
                <span class="chip chip-own" id="own-case" hidden=move || as_it_stands()>
                    {move || format!("Your case, {} changed", changes())}
                    {npv(move || state.words(|_, outcome, stake| outcome.npv_for(stake)))}
                </span>
                <span class="bar-name">"NPV, $B"</span>
            </div>
            <Switches />
        </nav>
    }
}

/// Whether the deal stands as in the scenario that it is counted from.
fn is_there(case: &Case) -> bool {
    case.scenario().is_some_and(|scenario| case.is_at(scenario))
}

/// One scenario. Pressed when nothing differs from it.
fn chip(state: State, scenario: &'static Scenario) -> AnyView {
    // On top of the deal, as the scenario was in the version of the data that the case is told in.
    let inputs = move || state.question.with(|question| question.case.at(scenario));
    let here = move || state.question.with(|question| question.case.is_at(scenario));
    // Where nobody knows the commitment, no scenario has a value.
    let is_told = Memo::new(move |_| state.question.with(|question| !parties().is_open(&question.case.at(scenario))));
    let told = move || is_told.get().then(|| npv(move || model::value(&inputs()).npv_for(state.question.get().stake)));
    let untold = move || (!is_told.get()).then(|| view! { <b title=NOT_STATED>"–"</b> }.into_any());
    let pinned = move || {
        let is_pinned = state.pins.with(|pins| pins.all.iter().any(|pin| *pin.answer.inputs() == inputs()));
        is_pinned.then(|| view! { <small>"pinned"</small> }.into_any())
    };
    view! {
        <button type="button" class="chip" data-scenario=scenario.id title=scenario.meaning aria-pressed=move || yes(here())
            on:click=move |_| state.change(|case| case.select(scenario))>
            {scenario.chip}
            {move || told()}
            {move || untold()}
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
