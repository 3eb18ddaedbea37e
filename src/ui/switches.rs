//! The two switches that change the answer most, each position with the NPV that it would give.

use leptos::prelude::*;

use super::State;
use super::answer::Answer;
use super::scenario_bar::npv;
use super::state::yes;
use crate::catalog::{Choice, Control};
use crate::model::{self, Inputs, Lens, Stake};

/// Equity stake and cost of capacity.
#[component]
pub fn Switches() -> impl IntoView {
    let state = State::get();
    let lens = Control::find("lens").map(|control| {
        let positions = Lens::ALL.iter().zip(control.choices());
        positions.map(|(lens, choice)| lens_position(state, control, *lens, choice)).collect_view()
    });
    view! {
        <div class="switches">
            <div class="switch" role="group" aria-labelledby="switch-stake">
                <span class="bar-name" id="switch-stake">"Equity stake"</span>
                <div class="segments">{Stake::ALL.map(|stake| stake_position(state, stake)).collect_view()}</div>
            </div>
            <div class="switch" role="group" aria-labelledby="switch-lens">
                <span class="bar-name" id="switch-lens">"Cost of capacity"</span>
                <div class="segments">{lens}</div>
            </div>
        </div>
    }
}

fn stake_position(state: State, stake: Stake) -> AnyView {
    let (id, label, meaning) = match stake {
        Stake::LeftOut => {
            ("left_out", "Left out", "The shares count for nothing: the deal alone has to carry the money.")
        }
        Stake::AtCost => ("at_cost", "At cost", "The shares are worth what was paid for them."),
        Stake::ModelledExit => ("modelled_exit", "Modelled exit", "The shares bring their modelled value at the exit."),
    };
    view! {
        <button type="button" data-stake=id title=meaning
            aria-pressed=move || yes(state.question.get().stake == stake)
            on:click=move |_| state.ask(|question| question.stake = stake)>
            {label} " "
            {npv(move || state.read(|answer| answer.outcome().npv_for(stake)))}
        </button>
    }
    .into_any()
}

fn lens_position(state: State, control: &'static Control, lens: Lens, choice: &'static Choice) -> AnyView {
    view! {
        <button type="button" data-lens=choice.id
            aria-pressed=move || yes(state.question.get().case.inputs().lens == lens)
            on:click=move |_| state.set(control, f64::from(lens as u8))>
            {choice.label} " "
            {npv(move || state.read(|answer| through(answer, lens)))}
        </button>
    }
    .into_any()
}

/// The NPV of the present case through a lens.
fn through(answer: &Answer, lens: Lens) -> f64 {
    let stake = answer.question.stake;
    if answer.inputs().lens == lens {
        return answer.outcome().npv_for(stake);
    }
    model::value(&Inputs { lens, ..*answer.inputs() }).npv_for(stake)
}
