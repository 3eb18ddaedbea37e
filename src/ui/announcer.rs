//! What a change did, for those who listen: a moment after the last one, and at most once a second.

use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;

use super::State;
use super::answer::Question;
use crate::browser::slices::now;
use crate::wording::change::{self, change};

/// How long nothing may change before it is said, in milliseconds.
const QUIET: f64 = 400.0;
/// How long nothing is said after something was, in milliseconds.
const BETWEEN: f64 = 1000.0;

/// What was said last, and when.
#[derive(Clone, Copy)]
struct Told {
    state: change::State,
    at: f64,
}

/// A region that is read out and not shown. The heading itself is not one: it would be read at every step of a drag.
#[component]
pub fn Announcer() -> impl IntoView {
    let state = State::get();
    let region = NodeRef::<html::P>::new();
    let told = StoredValue::new(None::<Told>);
    let waiting = StoredValue::new_local(None::<Timeout>);
    let say = move || {
        let (after, at) = (present(state), now());
        let before = told.get_value().map(|told| told.state).filter(|before| *before != after);
        if let (Some(before), Some(region)) = (before, region.get_untracked()) {
            region.set_text_content(Some(&change(&before, &after)));
            told.set_value(Some(Told { state: after, at }));
        }
    };
    Effect::new(move |_| {
        let present = present(state);
        let Some(Told { at, .. }) = told.get_value() else {
            // Nothing has changed yet, and nothing was said.
            return told.set_value(Some(Told { state: present, at: now() - BETWEEN }));
        };
        let wait = QUIET.max(at + BETWEEN - now());
        // A timer that is replaced is called off.
        waiting.set_value(Some(Timeout::new(milliseconds(wait), say)));
    });
    view! { <p class="unseen" id="announcer" role="status" aria-live="polite" node_ref=region></p> }
}

fn present(state: State) -> change::State {
    state.read(|answer| {
        let Question { side, case, stake } = answer.question;
        change::State { side, case, stake, value: answer.value() }
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between nothing and a second")]
fn milliseconds(time: f64) -> u32 {
    time as u32
}
