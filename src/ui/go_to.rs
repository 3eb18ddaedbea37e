//! Moving the reader to an input.

use leptos::prelude::*;

use super::State;
use crate::browser::focus::focus_first;
use crate::catalog::Group;

/// Opens the group of an input, if it stands in one, and moves the reader to it: into its box, onto the option that is
/// chosen, or, where it means nothing at present, to its name.
pub fn go_to_input(state: State, id: &'static str) {
    let in_group = Group::ALL.into_iter().find(|group| group.controls().any(|control| control.id == id));
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
