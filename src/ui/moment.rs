//! What a step left behind, so that it can be undone.

use leptos::prelude::*;

use super::State;
use super::answer::Question;
use super::pins::Pins;
use crate::analysis::field::Wanted;
use crate::analysis::setup::Setup;
use crate::catalog::History;

/// The question, and what stood around it where the step replaced that, too.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The question.
    pub question: Question,
    /// Left alone by the usual step.
    around: Option<Box<Around>>,
}

/// What a link brings beside the question.
#[derive(Clone, Debug, PartialEq)]
struct Around {
    pins: Pins,
    setup: Setup,
    plane: Wanted,
    view: Option<String>,
}

impl Moment {
    /// Of a step that changes the question alone.
    pub fn of(question: &Question) -> Self {
        Self { question: *question, around: None }
    }

    /// All of the present.
    pub fn whole(state: State) -> Self {
        let around = Around {
            pins: state.pins.get_untracked(),
            setup: state.setup.get_untracked(),
            plane: state.plane.get_untracked(),
            view: state.opened.with_untracked(|opened| opened.view.clone()),
        };
        Self { question: state.question.get_untracked(), around: Some(Box::new(around)) }
    }

    /// The present, as far as another moment tells it.
    pub fn like(&self, state: State) -> Self {
        if self.around.is_some() { Self::whole(state) } else { state.question.with_untracked(Self::of) }
    }

    /// Makes it the present again.
    pub fn restore(self, state: State) {
        if let Some(around) = self.around {
            let Around { pins, setup, plane, view } = *around;
            state.pins.set(pins);
            state.setup.set(setup);
            state.plane.set(plane);
            state.opened.update(|opened| opened.view = view);
        }
        state.question.set(self.question);
    }
}

/// Takes back the last step.
pub fn undo(state: State) {
    let there = |history: &mut History<Moment>| history.undo(|there| there.like(state));
    travel(state, there);
}

/// Takes the step again that was taken back last.
pub fn redo(state: State) {
    let there = |history: &mut History<Moment>| history.redo(|there| there.like(state));
    travel(state, there);
}

fn travel(state: State, to: impl FnOnce(&mut History<Moment>) -> Option<Moment>) {
    if let Some(moment) = state.history.try_update(to).flatten() {
        moment.restore(state);
    }
}
