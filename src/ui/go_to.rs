//! Moving the reader to an input, or to a fact.

use leptos::prelude::*;

use super::State;
use super::embed::full;
use super::popover::close;
use crate::browser::focus::{self, focus_first};

/// Opens the group of an input, if it stands in one, and moves the reader to it: into its box, onto the option that is
/// chosen, or, where it means nothing at present, to its name.
pub fn go_to_input(state: State, id: &'static str) {
    let side = state.question.with_untracked(|question| question.side);
    let in_group = side.groups().iter().copied().find(|group| group.controls_on(side).any(|control| control.id == id));
    if let Some(group) = in_group {
        state.look.update(|look| look.show(group, true));
    }
    // A box that has just been opened stands in the page one frame later.
    request_animation_frame(move || {
        focus_first(&[
            format!("#box-{id}:enabled"),
            format!("[data-input={id}] [aria-pressed=true]"),
            format!("[data-input={id}] .tag"),
            format!("[data-{id}][aria-pressed=true]"),
        ]);
    });
}

/// A link to a part of the page, which may be folded away: a fact, a list of facts.
pub fn anchor(id: &str, words: String) -> AnyView {
    let state = State::get();
    if state.is_framed() {
        // The place is on the page, not on a card of it.
        let address = untrack(|| full(state));
        return view! { <a class="anchor" href=format!("{address}#{id}") target="_blank" rel="noopener">{words}</a> }
            .into_any();
    }
    // The browser then goes there by itself, and the address can be passed on.
    let place = id.to_owned();
    let unfold = move |_| {
        close();
        focus::unfold(&place);
    };
    view! { <a class="anchor" href=format!("#{id}") on:click=unfold>{words}</a> }.into_any()
}
