//! The answer as sentences.

use leptos::prelude::*;

use super::State;
use super::asked::{Held, asked};
use crate::wording::{Span, Tone};

/// Kicker, verdict, second sentence, notes.
#[component]
pub fn Verdict() -> impl IntoView {
    let state = State::get();
    let held = Held::new(None);
    view! {
        <p class="kicker">{move || state.read(|answer| answer.voice().kicker())}</p>
        <div class="words">
            <h1 class="verdict" id="verdict" tabindex="-1">{move || sentence(state, held, state.read(|answer| answer.voice().verdict()))}</h1>
            <p class="second" id="second">{move || sentence(state, held, state.read(|answer| answer.voice().second()))}</p>
            <ul class="notes" id="notes">{move || notes(&state.read(|answer| answer.voice().notes()))}</ul>
        </div>
    }
}

fn notes(notes: &[String]) -> AnyView {
    notes.iter().map(|note| view! { <li>{unbroken(note)}</li> }.into_any()).collect_view().into_any()
}

/// A sentence with its live numbers. Element by element, so that what stays the same stays in the page.
fn sentence(state: State, held: Held, spans: Vec<Span>) -> AnyView {
    spans.into_iter().map(|span| part(state, held, span)).collect_view().into_any()
}

fn part(state: State, held: Held, Span { text, tone }: Span) -> AnyView {
    let class = match tone {
        Tone::Plain => return unbroken(&text).into_any(),
        Tone::Input(id) => return asked(state, held, id, text),
        Tone::Strong => "",
        Tone::Gain => "gain",
        Tone::Loss => "loss",
    };
    view! { <b class=class>{text}</b> }.into_any()
}

/// Keeps a minus with its amount: a line may otherwise break between the two.
pub fn unbroken(text: &str) -> String {
    text.replace("−$", "−\u{2060}$")
}
