//! Six figures in a strip.

use leptos::prelude::*;

use super::State;
use super::answer::Answer;
use super::how_computed::how;
use super::sides;
use crate::analysis::compare;
use crate::catalog::Side;
use crate::model::Lens;
use crate::wording::Tone;
use crate::wording::key_figures::KeyFigure;
use crate::wording::metrics::Metric;
use crate::wording::sections::pins;

/// The strip.
#[component]
pub fn KeyFigures() -> impl IntoView {
    let state = State::get();
    let lens = move || state.read(|answer| answer.inputs().lens);
    let figures = move || {
        let lines = differences(state);
        let figures = state.read(|answer| answer.voice().key_figures()).into_iter().map(|shown| {
            let line = lines.as_ref().map(|line| line(shown.id));
            figure(state, lens(), shown, line)
        });
        figures.collect_view().into_any()
    };
    view! { <dl class="keys" aria-label="Key figures">{move || figures()}</dl> }
}

/// The line under a key figure, by its id.
type Lines = Box<dyn Fn(&str) -> String>;

/// What a key figure differs by from the pinned case, if one is pinned: a line for each, so that none jumps.
fn differences(state: State) -> Option<Lines> {
    let (name, pinned) = state.pins.with(|pins| pins.current().map(|pin| (pin.name.clone(), pin.answer.clone())))?;
    let objective = state.read(Answer::objective);
    if objective.side() != Side::Investor {
        let by = state.read(|answer| answer.value() - objective.value(pinned.inputs()));
        // The others of these figures are explained by the inputs that differ, which stand below.
        let is_wanted = move |id: &str| sides::is_objective(objective, id);
        return Some(Box::new(
            move |id| {
                if is_wanted(id) { pins::difference_of(objective, by, &name) } else { String::new() }
            },
        ));
    }
    let found = state.read(|answer| {
        let (pinned, present) = ((pinned.inputs(), pinned.outcome()), (answer.inputs(), answer.outcome()));
        compare::differences(pinned, present, answer.question.stake)
    });
    Some(Box::new(move |id| pins::difference(id, &found, &name).unwrap_or_else(|| pins::no_difference(&name))))
}

/// The name of a figure: where a metric explains it, a way there.
fn name(state: State, id: &str, lens: Lens, label: &'static str) -> AnyView {
    // Another side makes the strip anew.
    match Metric::of_side_figure(untrack(|| state.side()), id, lens) {
        Some(metric) => how(state, metric, label, label),
        None => label.into_any(),
    }
}

/// One figure. Brackets and units are for the eye; the spoken form is for the ear.
fn figure(state: State, lens: Lens, figure: KeyFigure, difference: Option<String>) -> AnyView {
    let tone = match figure.tone {
        Tone::Gain => " gain",
        Tone::Loss => " loss",
        _ => "",
    };
    let word = if figure.is_word { " word" } else { "" };
    let context = figure.context.into_iter().map(|line| view! { <dd class="key-context">{line}</dd> }.into_any());
    view! {
        <div class="key" data-key=figure.id>
            <dt>{name(state, figure.id, lens, figure.label)}</dt>
            <dd class=format!("key-value{tone}{word}")>
                <span aria-hidden="true" title=figure.exact>{figure.value} " " <small>{figure.unit}</small></span>
                <span class="unseen">{figure.spoken}</span>
            </dd>
            {context.collect_view()}
            {difference.map(|line| view! { <dd class="key-context key-difference">{line}</dd> }.into_any())}
        </div>
    }
    .into_any()
}
