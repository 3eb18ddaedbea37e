//! The pinned cases, and what makes the present one differ.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::answer::{Answer, Question};
use super::state::yes;
use super::{Section, State};
use crate::analysis::compare::compare;
use crate::browser::focus::focus_first;
use crate::protocol::link::LONGEST_NAME;
use crate::ui::sides::chip;
use crate::ui::table;
use crate::wording::objectives;
use crate::wording::sections::pins;
use crate::wording::tables::comparison_table;

/// The section; nothing until something is pinned.
#[component]
pub fn Pinned() -> impl IntoView {
    let state = State::get();
    let some = Memo::new(move |_| state.pins.with(|pins| !pins.all.is_empty()));
    let section = move || {
        view! {
            <Section id="pinned" heading="Against what you pinned" lead="Key figures show the difference to one pinned case; the charts show all of them as thin lines.">
                <List /><Comparison />
            </Section>
        }
        .into_any()
    };
    move || some.get().then(section)
}

/// The pins, a line each.
#[component]
fn List() -> impl IntoView {
    let state = State::get();
    // Made anew only when one comes or goes: a name that is being typed keeps its field.
    let count = Memo::new(move |_| state.pins.with(|pins| pins.all.len()));
    let lines = move || (0..count.get()).map(|at| line(state, at)).collect_view().into_any();
    view! { <ul class="pins" aria-label="Pinned cases">{move || lines()}</ul> }
}

fn line(state: State, at: usize) -> AnyView {
    let name = move || state.pins.with(|pins| pins.all.get(at).map_or_else(String::new, |pin| pin.name.clone()));
    let value = move || {
        let objective = state.question.with(Question::objective);
        state.pins.with(|pins| pins.all.get(at).map_or(0.0, |pin| objective.value(pin.answer.inputs())))
    };
    let go = move |_| {
        if let Some(question) = state.pins.with_untracked(|pins| pins.all.get(at).map(|pin| pin.answer.question)) {
            // Whoever asks keeps asking.
            state.ask(|present| *present = Question { side: present.side, ..question });
        }
    };
    view! {
        <li data-pin=at.to_string()>
            <input type="text" class="pin-name" autocomplete="off" spellcheck="false" maxlength=LONGEST_NAME.to_string()
                aria-label=format!("Name of pinned case {}", at + 1) prop:value=name
                on:change:target=move |event| rename(state, at, &event.target()) />
            <span class="pin-npv">{move || objectives::name(state.question.with(Question::objective))} " " {chip(state, value)}</span>
            <button type="button" class="link" aria-pressed=move || yes(state.pins.with(|pins| pins.against == at))
                on:click=move |_| state.pins.update(|pins| pins.against = at)>
                {move || if state.pins.with(|pins| pins.against == at) { "compared below" } else { "compare with this" }}
            </button>
            <button type="button" class="link" on:click=go>"go back to it"</button>
            <button type="button" class="link unpin" aria-label=move || format!("Unpin {}", name())
                on:click=move |_| unpin(state, at)>"unpin"</button>
        </li>
    }
    .into_any()
}

/// Drops a pin. The reader goes on at the one that takes its place, at the last one, or where a new one is made.
fn unpin(state: State, at: usize) {
    state.pins.update(|pins| pins.remove(at));
    request_animation_frame(move || {
        focus_first(&[format!("[data-pin='{at}'] .unpin"), ".pins li:last-child .unpin".to_owned(), "#pin".to_owned()]);
    });
}

/// Takes over a name; an empty one is none.
fn rename(state: State, at: usize, field: &HtmlInputElement) {
    let name: String = field.value().trim().chars().take(LONGEST_NAME).collect();
    state.pins.update(|pins| {
        if let Some(pin) = pins.all.get_mut(at).filter(|_| !name.is_empty()) {
            pin.name = name;
        }
    });
    field.set_value(
        &state.pins.with_untracked(|pins| pins.all.get(at).map_or_else(String::new, |pin| pin.name.clone())),
    );
}

/// Which inputs differ, and what each contributes.
#[component]
fn Comparison() -> impl IntoView {
    let state = State::get();
    let shown = move || {
        let pin = state.pins.with(|pins| pins.current().cloned())?;
        let found = state.read(|answer| compare(pin.answer.inputs(), answer.inputs(), answer.objective()));
        let objective = state.read(Answer::objective);
        let rows = (!found.lines.is_empty()).then(|| table::table(comparison_table(&found, &pin.name, objective)));
        Some(
            view! {
                <h3 class="figure-title">{pins::title(&found, &pin.name, objective)}</h3>
                {rows}
            }
            .into_any(),
        )
    };
    view! {
        <div class="figure" data-figure="pinned">
            <div aria-live="off">{move || shown()}</div>
            <p class="figure-note">{pins::note()}</p>
        </div>
    }
}
