//! The answer as sentences.

use leptos::prelude::*;

use super::State;
use super::announcer::Announcer;
use crate::browser::focus::focus;
use crate::catalog::Group;
use crate::wording::{Span, Tone, verdict};

/// Kicker, verdict, second sentence, notes.
#[component]
pub fn Verdict() -> impl IntoView {
    let state = State::get();
    let first = state.derive(verdict::verdict);
    let second = state.derive(verdict::second);
    let notes = state.derive(verdict::notes);
    view! {
        <p class="kicker">{move || state.inputs.with(verdict::kicker)}</p>
        <div class="words">
            <h1 class="verdict" id="verdict">{move || first.with(|spans| sentence(state, spans))}</h1>
            <p class="second" id="second">{move || second.with(|spans| sentence(state, spans))}</p>
            <ul class="notes" id="notes">
                {move || notes.with(|notes| notes.iter().map(|note| view! { <li>{unbroken(note)}</li> }).collect_view())}
            </ul>
        </div>
        <Announcer text=first />
    }
}

/// A sentence with its live numbers. Element by element, so that what stays the same stays in the page.
fn sentence(state: State, spans: &[Span]) -> impl IntoView + use<> {
    spans.iter().cloned().map(|span| part(state, span)).collect_view()
}

fn part(state: State, span: Span) -> AnyView {
    let class = match span.tone {
        Tone::Plain => return unbroken(&span.text).into_any(),
        Tone::Input(id) => {
            let label = format!("{}, change", span.text);
            return view! {
                <button type="button" class="asked" data-asks=id aria-label=label on:click=move |_| go_to(state, id)>{span.text}</button>
            }
            .into_any();
        }
        Tone::Strong => "",
        Tone::Gain => "gain",
        Tone::Loss => "loss",
    };
    view! { <b class=class>{span.text}</b> }.into_any()
}

/// Keeps a minus with its amount: a line may otherwise break between the two.
fn unbroken(text: &str) -> String {
    text.replace("−$", "−\u{2060}$")
}

/// Opens the group of an input, if it stands in one, and moves the reader into its box.
fn go_to(state: State, id: &'static str) {
    let in_group = Group::ALL.into_iter().find(|group| group.controls().any(|control| control.id == id));
    if let Some(group) = in_group {
        state.show(group, true);
    }
    // A box that has just been opened stands in the page one frame later.
    request_animation_frame(move || focus(&format!("box-{id}")));
}
