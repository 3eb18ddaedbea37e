//! Five questions, each of which sets the page to where its answer begins, says what to know, and names what to move.

use std::sync::LazyLock;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::State;
use super::answer::Question;
use super::go_to::{anchor, go_to_input};
use super::share;
use super::state::yes;
use crate::browser::focus::focus_first;
use crate::catalog::paths::{PATHS, Path};
use crate::protocol::link::{Decoded, Link, decode};
use crate::wording::deals;

/// Where each path begins, in the order of [`PATHS`].
static BEGINNINGS: LazyLock<[Link; PATHS.len()]> = LazyLock::new(|| PATHS.map(|path| decode(&path.query()).link));

fn beginning(path: &Path) -> &'static Link {
    let [first, ..] = &*BEGINNINGS;
    // Every path is one of them.
    PATHS.iter().zip(&*BEGINNINGS).find_map(|(one, link)| (one == path).then_some(link)).unwrap_or(first)
}

/// Whether the question is still that of a path: asked by the same side, of the same deal in the same scenario.
fn is_on(path: &Path, Question { side, case, .. }: &Question) -> bool {
    let begun = beginning(path);
    *side == begun.side && case.start() == begun.case.start() && case.scenario() == begun.case.scenario()
}

/// The path that is shown: the one that the reader or the link chose, as long as the question is that of the path.
pub fn shown(state: State) -> Option<&'static Path> {
    let path = state.opened.with(|opened| opened.view.as_deref().and_then(Path::find))?;
    state.question.with(|question| is_on(path, question)).then_some(path)
}

/// The questions, and what belongs to the one that is shown.
#[component]
pub fn Paths() -> impl IntoView {
    let state = State::get();
    let shown = Memo::new(move |_| shown(state));
    let folded = StoredValue::new(None);
    let question = |path: &'static Path| {
        let is_shown = move || shown.get() == Some(path);
        view! {
            <button type="button" class="path" id=path.id aria-expanded=move || yes(is_shown()) aria-controls="path"
                on:click=move |_| turn(state, folded, path)>{path.question}</button>
        }
        .into_any()
    };
    view! {
        <section class="paths" aria-label="Questions to begin with">
            <div class="path-row">{PATHS.iter().map(question).collect_view()}</div>
            <div class="path-words" id="path">{move || shown.get().map(|path| words(state, path))}</div>
        </section>
    }
}

/// Shows a path and sets the page to its beginning, or folds it away. One that was folded away is shown again with what
/// the reader has made of it.
fn turn(state: State, folded: StoredValue<Option<&'static Path>>, path: &'static Path) {
    let view = |view: Option<&str>| state.opened.update(|opened| opened.view = view.map(str::to_owned));
    let is_shown = untrack(|| shown(state)) == Some(path);
    let was_folded = folded.get_value() == Some(path) && state.question.with_untracked(|it| is_on(path, it));
    folded.set_value(is_shown.then_some(path));
    match (is_shown, was_folded) {
        (true, _) => view(None),
        (false, true) => view(Some(path.id)),
        (false, false) => begin(state, path),
    }
}

/// Sets the page to the beginning of a path, as a step that can be undone. What the reader keeps to compare with, and
/// what was set for the questions about uncertainty, stays.
fn begin(state: State, path: &'static Path) {
    let Link { pins, against, setup, .. } = untrack(|| state.link());
    let begun = Link { pins, against, setup, follows: false, ..beginning(path).clone() };
    state.open(Decoded { link: begun, ignored: Vec::new() });
    // The page of another deal is made anew, and these questions in a task of their own after it.
    request_animation_frame(move || {
        Timeout::new(0, move || focus_first(&[format!("#{}", path.id)])).forget();
    });
}

fn words(state: State, path: &'static Path) -> AnyView {
    let control = move |id: &&'static str| {
        let id = *id;
        let label = path.side.any_control(id).map(|control| control.label);
        view! { <button type="button" class="link" on:click=move |_| go_to_input(state, id)>{label}</button> " " }
            .into_any()
    };
    let has_moved = move || state.question.with(|question| question.case != beginning(path).case);
    view! {
        <p>{path.paragraph}</p>
        <p class="path-acts">
            "Move " {path.controls.iter().map(control).collect_view()}
            "Look at " {anchor(&format!("title-{}", path.figure), "the chart".to_owned())}
            <button type="button" class="link" id="path-begin" hidden=move || !has_moved()
                on:click=move |_| begin(state, path)>"Back to where this question begins"</button>
        </p>
        <p class="path-left">{move || left(state)}</p>
        {share::path(state, path)}
    }
    .into_any()
}

/// A path is about the deal of the page: whoever came from another one is told the way back.
fn left(state: State) -> Option<String> {
    let before = state.history.with(|history| history.last().map(|moment| moment.question.case.start()))?;
    let here = state.question.with(|question| question.case.start());
    (before != here).then(|| deals::left(before, here))
}
