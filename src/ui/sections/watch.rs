//! What to watch: the signals that the sources name, each with how far it would have to go to change the answer.

use leptos::prelude::*;

use super::answer::Answer;
use super::kept::Kept;
use super::{Section, State};
use crate::analysis::flip::Scan;
use crate::analysis::watch::{Watch, Watched};
use crate::ui::answer::Question;
use crate::ui::go_to::{anchor, go_to_input};
use crate::wording::watch::{self as words, WatchLine};

/// The signals that follow from an answer.
#[derive(Clone, Copy)]
struct Source {
    dragging: Memo<bool>,
    kept: Kept<(Question, bool), Watch>,
}

impl Source {
    fn new(state: State) -> Self {
        Self { dragging: Memo::new(move |_| state.look.with(|look| look.dragging)), kept: Kept::new() }
    }

    /// Something about them. While a slider is dragged, flips are looked for less closely.
    fn read<T>(self, answer: &Answer, read: impl FnOnce(&[Watched]) -> T) -> T {
        let dragging = self.dragging.get();
        let watch = self.kept.get((answer.question, dragging), |before| {
            let scan = if dragging { Scan::Coarse } else { Scan::Dense };
            Watch::after(before, answer.inputs(), answer.objective(), scan)
        });
        read(&watch.signals)
    }
}

/// The section.
#[component]
pub fn WhatToWatch() -> impl IntoView {
    let source = Source::new(State::get());
    view! {
        <Section id="what-to-watch" heading="What to watch" lead="What would show in the world, which input it moves, and where the answer would change its sign. A press leads to the input."
            finding=move |answer: &Answer| source.read(answer, words::title)>
            <Signals source />
        </Section>
    }
}

/// The signals, an entry each.
#[component]
fn Signals(
    /// What they are read from.
    source: Source,
) -> impl IntoView {
    let state = State::get();
    let lines = move || {
        let lines = state.read(|answer| source.read(answer, |signals| words::lines(answer.inputs(), signals)));
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
