//! What to watch: the signals that the sources name, each with how far it would have to go to change the answer.

use leptos::prelude::*;

use super::answer::Answer;
use super::{Section, State};
use crate::analysis::watch::watch;
use crate::ui::go_to::{anchor, go_to_input};
use crate::wording::watch::{self as words, WatchLine};

/// The section.
#[component]
pub fn WhatToWatch() -> impl IntoView {
    view! {
        <Section id="what-to-watch" heading="What to watch" lead="What would show in the world, which input it moves, and where the answer would change its sign. A press leads to the input."
            finding=|answer: &Answer| words::title(&watch(answer.inputs(), answer.objective()))>
            <Signals />
        </Section>
    }
}

/// The signals, an entry each.
#[component]
fn Signals() -> impl IntoView {
    let state = State::get();
    let lines = move || {
        let lines = state.read(|answer| words::lines(answer.inputs(), answer.objective()));
        lines.into_iter().map(|line| signal(state, line)).collect_view().into_any()
    };
    view! { <ul class="watch">{move || lines()}</ul> }
}

fn signal(state: State, line: WatchLine) -> AnyView {
    let WatchLine { id, input, label, words, moves, now, flip, sources } = line;
    view! {
        <li data-watch=id>
            <h3 class="figure-title">{label}</h3>
            <p>{words}</p>
            <p>
                <button type="button" class="link" data-goes-to=input on:click=move |_| go_to_input(state, input)>{moves}</button>
                " now " <b>{now}</b> "; " {flip} "."
            </p>
            <p class="cites">{sources.into_iter().map(|id| anchor(id, id.to_owned())).collect_view()}</p>
        </li>
    }
    .into_any()
}
