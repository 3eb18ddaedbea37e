//! Five questions, each of which sets the page to where its answer begins, says what to know, and names what to move.

use leptos::prelude::*;

use super::State;
use super::go_to::{anchor, go_to_input};
use super::share;
use super::state::yes;
use crate::catalog::paths::{PATHS, Path};
use crate::protocol::link::{Decoded, Link, decode};

/// The path that is shown, if any.
#[derive(Clone, Copy)]
pub struct Shown(RwSignal<Option<&'static Path>>);

impl Shown {
    /// For all components below: the one that the link leads to.
    pub fn provide(state: State) {
        let named = state.opened.with_untracked(|opened| opened.view.as_deref().and_then(Path::find));
        provide_context(Self(RwSignal::new(named)));
    }
}

/// The questions, and what belongs to the one that is shown.
#[component]
pub fn Paths() -> impl IntoView {
    let state = State::get();
    let Shown(shown) = expect_context();
    let question = |path: &'static Path| {
        let is_shown = move || shown.get() == Some(path);
        view! {
            <button type="button" class="path" id=path.id aria-expanded=move || yes(is_shown()) aria-controls="path"
                on:click=move |_| turn(state, shown, path)>{path.question}</button>
        }
        .into_any()
    };
    view! {
        <section class="paths" aria-label="Questions to begin with">
            <div class="path-row">{PATHS.iter().map(question).collect_view()}</div>
            <div class="path-words" id="path">
                <div role="status">{move || shown.get().map(|path| words(state, path))}</div>
                {move || shown.get().map(|path| share::path(state, path))}
            </div>
        </section>
    }
}

/// Shows a path and sets the page to its beginning, as a step that can be undone; or folds it away.
fn turn(state: State, shown: RwSignal<Option<&'static Path>>, path: &'static Path) {
    if shown.get_untracked() == Some(path) {
        return shown.set(None);
    }
    shown.set(Some(path));
    let Link { pins, against, .. } = untrack(|| state.link());
    let Decoded { link, ignored } = decode(&path.query());
    state.open(Decoded { link: Link { pins, against, view: None, ..link }, ignored });
}

fn words(state: State, path: &'static Path) -> AnyView {
    let control = move |id: &&'static str| {
        let id = *id;
        let label = path.side.any_control(id).map(|control| control.label);
        view! { <button type="button" class="link" on:click=move |_| go_to_input(state, id)>{label}</button> " " }
            .into_any()
    };
    let figure = figure_anchor(path);
    view! {
        <p>{path.paragraph}</p>
        <p class="path-acts">
            "Move " {path.controls.iter().map(control).collect_view()}
            {figure.map(|id| view! { "Look at " {anchor(id, "the chart".to_owned())} }.into_any())}
        </p>
    }
    .into_any()
}

/// Where the chart of a path stands.
fn figure_anchor(path: &Path) -> Option<&'static str> {
    const TITLES: [(&str, &str); 5] = [
        ("ladder", "title-ladder"),
        ("cash", "title-cash"),
        ("bridge", "title-bridge"),
        ("share", "title-share"),
        ("grid", "title-grid"),
    ];
    TITLES.into_iter().find(|(id, _)| *id == path.figure).map(|(_, title)| title)
}
