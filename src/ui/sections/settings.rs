//! What the reader sets for the simulation: where chance starts, how many draws, and the years to be paid back in.

use leptos::prelude::*;

use super::State;
use super::simulator::{MANY_DRAWS, Simulator};
use crate::analysis::monte_carlo::DEFAULT_DRAWS;
use crate::analysis::setup::{LARGEST_SEED, PAYBACK_YEARS};
use crate::catalog::{Kind, Unit};
use crate::ui::value_box::{Entry, ValueBox};
use crate::wording::numbers::{affixes, box_text, read_within};
use crate::wording::sections::ranges;

/// The settings.
#[component]
pub fn Settings(
    /// What they are for.
    simulator: Simulator,
) -> impl IntoView {
    let state = State::get();
    let seed = Entry {
        id: "seed".to_owned(),
        label: "Seed of the draws".to_owned(),
        affixes: ("", ""),
        text: Box::new(move || state.setup.with(|setup| setup.seed.to_string())),
        take: Box::new(move |typed| {
            let seed = ranges::read_seed(typed)?;
            state.setup.update(|setup| setup.seed = seed);
            Ok(())
        }),
        step: Box::new(move |steps| move_seed(state, steps)),
    };
    let within = Entry {
        id: "payback-within".to_owned(),
        label: "Years within which the cash should be back".to_owned(),
        affixes: affixes(Unit::Years),
        text: Box::new(move || state.setup.with(|setup| box_text(Unit::Years, setup.payback_within))),
        take: Box::new(move |typed| {
            let years = read_within(Unit::Years, Kind::Number, PAYBACK_YEARS, typed)?;
            state.setup.update(|setup| setup.payback_within = years);
            Ok(())
        }),
        step: Box::new(move |steps| {
            state.setup.update(|setup| setup.payback_within = PAYBACK_YEARS.clamp(setup.payback_within + steps));
        }),
    };
    view! {
        <div class="settings">
            <div class="setting"><span class="setting-name">"Seed"</span><ValueBox entry=seed /></div>
            <button type="button" class="quiet" id="next-seed" on:click=move |_| move_seed(state, 1.0)>"Next seed"</button>
            <div class="setting"><span class="setting-name">"Cash back within"</span><ValueBox entry=within /></div>
            <Draws simulator />
        </div>
    }
}

/// Chance starts elsewhere; neighbouring seeds have nothing in common.
fn move_seed(state: State, steps: f64) {
    let by = if steps < 0.0 { LARGEST_SEED } else { 1 };
    state.setup.update(|setup| setup.seed = (setup.seed + by) % (LARGEST_SEED + 1));
}

/// The button for many draws, and how far they are.
#[component]
fn Draws(
    /// Who makes them.
    simulator: Simulator,
) -> impl IntoView {
    let words = move || match (simulator.wants_many(), simulator.progress()) {
        (false, _) => ranges::draw(MANY_DRAWS),
        (true, Some(_)) => "Cancel".to_owned(),
        (true, None) => ranges::back_to(DEFAULT_DRAWS),
    };
    let done = move || simulator.progress().unwrap_or_default();
    let took = move || {
        let found = simulator.shown.get().found.filter(|found| found.simulation.draws == MANY_DRAWS)?;
        Some(ranges::took(MANY_DRAWS, found.took)).filter(|_| simulator.wants_many())
    };
    view! {
        <div class="setting draws">
            <button type="button" class="quiet" id="many-draws"
                on:click=move |_| simulator.ask_many(!untrack(move || simulator.wants_many()))>{move || words()}</button>
            <progress id="progress" max=MANY_DRAWS.to_string() prop:value=move || done().to_string()
                aria-label="Draws made" hidden=move || done() == 0 || !simulator.wants_many()></progress>
            <span class="setting-name" id="took" role="status">{move || took()}</span>
        </div>
    }
}
