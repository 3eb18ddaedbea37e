//! The four sliders over the lower part of a small screen, so that the answer stays in view above them.

use gloo::events::EventListener;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::State;
use super::answer::Answer;
use super::sides::chip;
use crate::browser::{focus, inert};
use crate::wording::objectives;

/// How far down the sheet is dragged before it closes, in CSS pixels.
const FAR: f64 = 72.0;

/// Whether the sheet is open.
#[derive(Clone, Copy)]
pub struct SheetState(RwSignal<bool>);

impl SheetState {
    /// Closed; for all components below.
    pub fn provide() {
        provide_context(Self(RwSignal::new(false)));
    }

    /// The state of the page around a component.
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens the sheet.
    pub fn open(self) {
        self.0.set(true);
    }
}

/// The sliders, in their place in the page or, opened, over it.
#[component]
pub fn Sheet(
    /// The rows.
    children: Children,
) -> impl IntoView {
    let state = State::get();
    let SheetState(open) = SheetState::get();
    let (room, sheet) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let is_open = move || open.get();
    // Out of the graph: the rest of the page rests while the sheet is open, and keeps the sheet's place.
    Effect::new(move |was: Option<bool>| {
        let now = open.get();
        if let (Some(sheet), Some(room)) = (sheet.get(), room.get()) {
            match (was.unwrap_or_default(), now) {
                (false, true) => enter(&room, &sheet),
                (true, false) => leave(&room, &sheet),
                _ => (),
            }
        }
        now
    });
    let pulled = RwSignal::new(None::<(f64, f64)>);
    let moved = move || pulled.get().map(|(from, to)| format!("translateY({}px)", (to - from).max(0.0)));
    let pull = move |event: PointerEvent| pulled.set(Some((f64::from(event.client_y()), f64::from(event.client_y()))));
    let drag = move |event: PointerEvent| {
        pulled.update(|pulled| *pulled = pulled.map(|(from, _)| (from, f64::from(event.client_y()))));
    };
    let release = move |_| {
        if pulled.get_untracked().is_some_and(|(from, to)| to - from > FAR) {
            open.set(false);
        }
        pulled.set(None);
    };
    // Also where the focus has left the page for the browser's own controls.
    let keys = EventListener::new(&document(), "keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if escape && open.get_untracked() && !is_above(event) {
            open.set(false);
        }
    });
    let keys = StoredValue::new_local(Some(keys));
    on_cleanup(move || keys.set_value(None));
    view! {
        <div class="sheet-room" node_ref=room>
            <div class="sheet" class:open=is_open tabindex="-1" node_ref=sheet
                role=move || is_open().then_some("dialog") aria-modal=move || is_open().then_some("true")
                aria-label=move || is_open().then_some("Adjust") style:transform=moved>
                <div class="sheet-head" on:pointerdown=pull on:pointermove=drag on:pointerup=release on:pointercancel=release>
                    <span class="sheet-grip" aria-hidden="true"></span>
                    <span>{move || state.read(|answer| objectives::heading(answer.objective()))} " "
                        {chip(state, move || state.read(Answer::value))}
                    </span>
                    <button type="button" class="quiet" on:click=move |_| open.set(false)>"Done"</button>
                </div>
                {children()}
            </div>
        </div>
    }
}

/// Whether an event is for something that lies above the sheet.
fn is_above(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest("[popover], dialog").ok().flatten().is_some())
}

/// What the focus goes back to.
const OPENER: &str = "#adjust";

fn enter(room: &web_sys::HtmlDivElement, sheet: &web_sys::HtmlDivElement) {
    inert::hold_place(room);
    inert::all_but(sheet, true);
    focus::keep_in_view("verdict");
    focus::focus(sheet);
}

fn leave(room: &web_sys::HtmlDivElement, sheet: &web_sys::HtmlDivElement) {
    inert::all_but(sheet, false);
    inert::free_place(room);
    focus::focus_first(&[OPENER.to_owned()]);
}
