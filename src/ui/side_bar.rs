//! The bar under the header: of the investor its scenarios and switches, of the others the few choices that change the
//! answer most, each with what it would give.

use leptos::prelude::*;

use super::State;
use super::go_to::anchor;
use super::scenario_bar::ScenarioBar;
use super::sides::chip;
use super::state::yes;
use crate::catalog::{Case, Control, LabPreset, RunRate, Side};
use crate::wording::buyer as buyer_words;
use crate::wording::lab::preset_note;
use crate::wording::numbers::MONEY;
use crate::wording::objectives;

/// The last year of leverage that an article names.
const UNTIL: u32 = 3;
/// The positions of the switch: none stands for the whole term.
const LOCK_INS: [(u32, &str, &str); 2] = [
    (0, "Whole term", "Price cuts are passed on, as far as the clause says, until the contract ends."),
    (
        UNTIL,
        "Until year 3",
        "An article says that the buyer’s leverage is gone after year three: later price cuts stay with the cloud.",
    ),
];

/// The bar of the side that asks.
pub fn bar() -> AnyView {
    let state = State::get();
    match state.question.with_untracked(|question| question.side) {
        Side::Investor => view! { <ScenarioBar /> }.into_any(),
        Side::Lab => lab(state),
        Side::Buyer => buyer(state),
    }
}

/// What the case would give after a change.
fn after(state: State, change: impl FnOnce(&mut Case)) -> f64 {
    state.question.with(|question| {
        let mut case = question.case;
        change(&mut case);
        question.objective().value(case.inputs())
    })
}

fn own_case(state: State) -> AnyView {
    // What a set of obligations brings stands on the button of the set.
    let changes = move || state.read(|answer| answer.question.case.own_changes_of(answer.question.side));
    view! {
        <span class="chip chip-own" id="own-case" hidden=move || changes() == 0>
            {move || format!("{} changed", changes())}
            {chip(state, move || state.read(super::answer::Answer::value))}
        </span>
        <span class="bar-name">{move || objectives::heading(state.question.with(super::answer::Question::objective))}</span>
    }
    .into_any()
}

fn lab(state: State) -> AnyView {
    // Another deal makes the page anew.
    let case = state.question.with_untracked(|question| question.case);
    let (presets, rates) = (case.lab_presets(), RunRate::of(case.start()).collect::<Vec<_>>());
    view! {
        <nav class="bar" aria-label="Obligations and run-rate">
            <div class="chips" role="group" aria-labelledby="owed">
                <span class="bar-name" id="owed">"Obligations"</span>
                {presets.iter().map(|preset| owed(state, preset)).collect_view()}
                <span class="cites">{obligation_sources(&presets).into_iter().map(|id| anchor(id, id.to_owned())).collect_view()}</span>
                {own_case(state)}
            </div>
            {(!rates.is_empty()).then(|| run_rates(state, rates))}
        </nav>
    }
    .into_any()
}

/// The run-rates that are known of the lab.
fn run_rates(state: State, rates: Vec<&'static RunRate>) -> AnyView {
    let sources = run_rate_sources(&rates);
    view! {
        <div class="switches">
            <div class="switch" role="group" aria-labelledby="switch-run-rate">
                <span class="bar-name" id="switch-run-rate">"Run-rate"</span>
                <div class="segments">{rates.into_iter().map(|rate| run_rate(state, rate)).collect_view()}</div>
                <span class="cites">{sources.into_iter().map(|id| anchor(id, id.to_owned())).collect_view()}</span>
            </div>
        </div>
    }
    .into_any()
}

/// A named set of obligations, with its run-rate. What this deal alone comes to follows the reader.
fn owed(state: State, preset: &LabPreset) -> AnyView {
    let LabPreset { id, label, .. } = *preset;
    let names: Vec<&str> = preset.obligations.iter().map(|owed| owed.name).collect();
    let words = if names.len() > 1 { format!("{label}: {}", names.join(", ")) } else { label.to_owned() };
    let owe = move |case: &mut Case| {
        if let Some(preset) = case.lab_preset(id) {
            case.owe(&preset);
        }
    };
    let is_here = |case: &Case| case.lab_preset(id).is_some_and(|preset| case.owes(&preset));
    view! {
        <button type="button" class="chip" data-owed=id title=preset_note(preset)
            aria-pressed=move || yes(state.question.with(|question| is_here(&question.case)))
            on:click=move |_| state.change(owe)>
            {words} " " {chip(state, move || after(state, owe))}
        </button>
    }
    .into_any()
}

fn run_rate(state: State, rate: &'static RunRate) -> AnyView {
    let Some(control) = Side::Lab.control("arr0_b") else { return ().into_any() };
    let is_here =
        move || state.question.with(|question| control.get(question.case.inputs()).to_bits() == rate.value_b.to_bits());
    let reached = move || {
        after(state, |case| {
            let _ = case.set(control, rate.value_b);
        })
    };
    view! {
        <button type="button" data-run-rate=rate.id title=rate.note aria-pressed=move || yes(is_here())
            on:click=move |_| state.set(control, rate.value_b)>
            {format!("{} {} ", rate.label, MONEY.trimmed(rate.value_b))} {chip(state, reached)}
        </button>
    }
    .into_any()
}

/// The facts behind the run-rates, each once.
fn run_rate_sources(rates: &[&RunRate]) -> Vec<&'static str> {
    each_once(rates.iter().flat_map(|rate| rate.sources).copied())
}

/// The facts behind the obligations that can be chosen, each once.
fn obligation_sources(presets: &[LabPreset]) -> Vec<&'static str> {
    each_once(presets.iter().flat_map(|preset| preset.obligations.iter()).flat_map(|owed| owed.sources).copied())
}

fn each_once(ids: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn buyer(state: State) -> AnyView {
    let control = Side::Buyer.control("lock_in_after_year");
    let positions =
        control.map(|control| LOCK_INS.map(|lock| lock_in(state, control, lock)).into_iter().collect_view());
    let needs = Memo::new(move |_| state.read(|answer| buyer_words::lock_in_needs(answer.inputs(), UNTIL)));
    let needs = move || needs.get();
    view! {
        <nav class="bar" aria-label="Lock-in">
            <div class="chips" role="group" aria-label="Your case">
                <span class="bar-name">"Your contract"</span>
                {own_case(state)}
            </div>
            <div class="switches">
                <div class="switch" role="group" aria-labelledby="switch-lock-in">
                    <span class="bar-name" id="switch-lock-in">"Price cuts passed on"</span>
                    <div class="segments">{positions}</div>
                    <span class="cites">{anchor("S42", "S42".to_owned())}</span>
                    {move || needs().map(|needs| view! { <span class="bar-name" id="lock-in-needs">{needs}</span> }.into_any())}
                </div>
            </div>
        </nav>
    }
    .into_any()
}

fn lock_in(
    state: State,
    control: &'static Control,
    (year, label, meaning): (u32, &'static str, &'static str),
) -> AnyView {
    let year = f64::from(year);
    let is_here =
        move || state.question.with(|question| control.get(question.case.inputs()).to_bits() == year.to_bits());
    let reached = move || {
        after(state, |case| {
            let _ = case.set(control, year);
        })
    };
    view! {
        <button type="button" data-lock-in=year.to_string() title=meaning aria-pressed=move || yes(is_here())
            on:click=move |_| state.set(control, year)>{label} " " {chip(state, reached)}</button>
    }
    .into_any()
}
