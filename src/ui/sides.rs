//! What is said for each side, from its own outcome.

use leptos::prelude::*;

use super::State;
use super::state::{Answer, Found, tone};
use crate::analysis::objective::Objective;
use crate::wording::key_figures::{self as deal, KeyFigure};
use crate::wording::objectives;
use crate::wording::{Span, buyer, lab, verdict as investor};

/// The line above the verdict.
pub fn kicker(answer: &Answer) -> String {
    let inputs = answer.inputs();
    match answer.found {
        Found::Investor => investor::kicker(inputs),
        Found::Lab(_) => lab::kicker(inputs),
        Found::Buyer(_) => buyer::kicker(inputs),
    }
}

/// The answer in one sentence.
pub fn verdict(answer: &Answer) -> Vec<Span> {
    match &answer.found {
        Found::Investor => answer.words(investor::verdict),
        Found::Lab(found) => lab::verdict(answer.inputs(), found),
        Found::Buyer(found) => buyer::verdict(answer.inputs(), found),
    }
}

/// What supports it.
pub fn second(answer: &Answer) -> Vec<Span> {
    match &answer.found {
        Found::Investor => answer.words(investor::second),
        Found::Lab(found) => lab::second(answer.inputs(), found),
        Found::Buyer(found) => buyer::second(answer.inputs(), found),
    }
}

/// What must be known beside it.
pub fn notes(answer: &Answer) -> Vec<String> {
    match &answer.found {
        Found::Investor => answer.words(investor::notes),
        Found::Lab(found) => lab::notes(answer.inputs(), found),
        Found::Buyer(found) => buyer::notes(answer.inputs(), found),
    }
}

/// The strip of six figures.
pub fn key_figures(answer: &Answer) -> Vec<KeyFigure> {
    match &answer.found {
        Found::Investor => answer.words(deal::key_figures),
        Found::Lab(found) => lab::key_figures(answer.inputs(), found),
        Found::Buyer(found) => buyer::key_figures(answer.inputs(), found),
    }
}

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
    let objective = move || state.question.with(super::state::Question::objective);
    let exact = move || objectives::format(objective()).exact(value());
    view! { <b class=move || tone(value()) title=exact>{move || objectives::chip(objective(), value())}</b> }.into_any()
}
