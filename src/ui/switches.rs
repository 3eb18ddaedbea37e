//! The two switches that change the answer most, each position with the NPV that it would give.

use leptos::prelude::*;

use super::State;
use super::scenario_bar::Npv;
use crate::catalog::{Control, find};
use crate::model::{self, Inputs, Lens, Stake};

/// Equity stake and cost of capacity.
#[component]
pub fn Switches() -> impl IntoView {
    let state = State::get();
    view! {
        <div class="switches">
            <div class="switch" role="group" aria-labelledby="switch-stake">
                <span class="bar-name" id="switch-stake">"Equity stake"</span>
                <div class="segments">{Stake::ALL.map(|stake| view! { <StakePosition stake /> }).collect_view()}</div>
            </div>
            <div class="switch" role="group" aria-labelledby="switch-lens" data-state=move || lens_word(state)>
                <span class="bar-name" id="switch-lens">"Cost of capacity"</span>
                <div class="segments">
                    {find("lens").map(Control::of).map(|control| {
                        Lens::ALL.iter().zip(control.choices()).map(|(lens, choice)| view! {
                            <LensPosition lens=*lens control id=choice.id label=choice.label />
                        }).collect_view()
                    })}
                </div>
            </div>
        </div>
    }
}

#[component]
fn StakePosition(
    /// What the shares would count for.
    stake: Stake,
) -> impl IntoView {
    let state = State::get();
    let (id, label, meaning) = match stake {
        Stake::LeftOut => {
            ("left_out", "Left out", "The shares count for nothing: the deal alone has to carry the money.")
        }
        Stake::AtCost => ("at_cost", "At cost", "The shares are worth what was paid for them."),
        Stake::ModelledExit => ("modelled_exit", "Modelled exit", "The shares bring their modelled value at the exit."),
    };
    let npv = Signal::derive(move || state.outcome.with(|outcome| outcome.npv_for(stake)));
    view! {
        <button type="button" data-stake=id title=meaning
            aria-pressed=move || if state.stake.get() == stake { "true" } else { "false" }
            on:click=move |_| state.stake.set(stake)>
            {label} " " <Npv value=npv />
        </button>
    }
}

#[component]
fn LensPosition(
    /// Where the cost of capacity would stand.
    lens: Lens,
    /// The catalogue's control of the lens.
    control: Control,
    /// The wire name of the position.
    id: &'static str,
    /// Its name for people.
    label: &'static str,
) -> impl IntoView {
    let state = State::get();
    let npv = Memo::new(move |_| {
        let inputs = Inputs { lens, ..state.inputs.get() };
        model::value(&inputs).npv_for(state.stake.get())
    });
    view! {
        <button type="button" data-lens=id
            aria-pressed=move || if state.inputs.with(|inputs| inputs.lens == lens) { "true" } else { "false" }
            on:click=move |_| state.set(&control, f64::from(lens as u8))>
            {label} " " <Npv value=npv.into() />
        </button>
    }
}

fn lens_word(state: State) -> &'static str {
    match state.inputs.with(|inputs| inputs.lens) {
        Lens::Margin => "margin",
        Lens::Capex => "capex",
    }
}
