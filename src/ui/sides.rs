//! What differs by side in small things: which key figure is the objective, and a value of it.

use leptos::prelude::*;

use super::State;
use super::answer::Question;
use super::state::tone;
use crate::analysis::objective::Objective;
use crate::wording::objectives;

/// Whether a key figure is what a side wants.
pub fn is_objective(objective: Objective, id: &str) -> bool {
    match objective {
        Objective::Npv(_) => id == "npv",
        Objective::BuyerNpv => id == "buyer-npv",
        Objective::LabHeadroom => id == "headroom",
    }
}

/// A value of what the side that asks wants, in the colour of its sign, without its unit.
pub fn chip(state: State, value: impl Fn() -> f64 + Copy + Send + Sync + 'static) -> AnyView {
    let objective = move || state.question.with(Question::objective);
    let exact = move || objectives::format(objective()).exact(value());
    view! { <b class=move || tone(value()) title=exact>{move || objectives::chip(objective(), value())}</b> }.into_any()
}
