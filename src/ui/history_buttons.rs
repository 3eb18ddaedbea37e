//! Undo and redo: two buttons, and the keys that everybody tries.

use gloo::events::EventListener;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::State;
use super::moment;
use super::state::yes;

/// The two buttons.
#[component]
pub fn HistoryButtons() -> impl IntoView {
    let state = State::get();
    let keys = EventListener::new_with_options(
        &document(),
        "keydown",
        gloo::events::EventListenerOptions::enable_prevent_default(),
        move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                key(state, event);
            }
        },
    );
    let keys = StoredValue::new_local(Some(keys));
    on_cleanup(move || keys.set_value(None));
    view! {
        <div class="history" role="group" aria-label="Changes">
            <button type="button" id="undo" aria-label="Undo" title="Undo (Ctrl or Cmd and Z)"
                aria-disabled=move || yes(state.history.with(|history| !history.can_undo()))
                on:click=move |_| moment::undo(state)>
                {arrow("M5.5 3L2 6.5 5.5 10M2.5 6.5H10a3.5 3.5 0 010 7H7")}
            </button>
            <button type="button" id="redo" aria-label="Redo" title="Redo (Shift, Ctrl or Cmd and Z)"
                aria-disabled=move || yes(state.history.with(|history| !history.can_redo()))
                on:click=move |_| moment::redo(state)>
                {arrow("M10.5 3L14 6.5 10.5 10M13.5 6.5H6a3.5 3.5 0 000 7h3")}
            </button>
        </div>
    }
}

fn arrow(path: &'static str) -> AnyView {
    view! {
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
    }
    .into_any()
}

/// Ctrl or Cmd with Z undoes, with Shift or with Y redoes. While a text is being typed the keys belong to its field.
fn key(state: State, event: &KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_typing(event) {
        return;
    }
    let step = match event.key().to_lowercase().as_str() {
        "z" if event.shift_key() => moment::redo,
        "z" => moment::undo,
        "y" if !event.shift_key() => moment::redo,
        _ => return,
    };
    event.prevent_default();
    step(state);
}

/// Whether the field of the event holds text that was not taken over yet.
fn is_typing(event: &KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.type_() == "text" && field.value() != field.default_value())
}
