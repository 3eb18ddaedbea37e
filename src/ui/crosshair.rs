//! The crosshair over a chart: a position that pointer, touch or keys move, its mark, and what is read there.
//!
//! For those who listen the layer is a slider: a known control that says its value whenever a key changes it, so that no
//! live region has to speak as well and a pointer that passes over a chart says nothing.

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::drawing::Shown;
use crate::browser::crosshair;
use crate::wording::readings;

/// How the positions of a chart are walked through.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    /// By deal year: the same year is marked in all charts over time.
    Years,
    /// From one part to the next.
    Parts,
    /// By buttons of its own that lie over the chart.
    Buttons,
    /// Not at all: the chart has its own way.
    Own,
}

impl Walk {
    /// Whether keys move through the positions.
    fn is_slider(self) -> bool {
        matches!(self, Self::Years | Self::Parts)
    }
}

/// The position that is read, if any.
pub type Position = RwSignal<Option<usize>>;

/// Lies over the drawing.
#[component]
pub fn Crosshair(
    /// What the chart shows, for those who listen.
    name: Box<dyn Fn() -> String + Send + Sync>,
    /// The position.
    at: Position,
    /// What can be pointed at.
    shown: Shown,
    /// How.
    walk: Walk,
    /// Buttons over the chart.
    over: Option<AnyView>,
) -> impl IntoView {
    let (field, layer) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let look = move |position: Option<usize>| {
        if at.get_untracked() != position {
            at.set(position);
        }
    };
    let under = move |event: &MouseEvent| {
        let field = field.get_untracked()?;
        shown.at(crosshair::over(&field, (f64::from(event.client_x()), f64::from(event.client_y()))))
    };
    let leave = move |event: PointerEvent| {
        // A finger that is lifted has read nothing yet.
        if event.pointer_type() != "touch" {
            look(None);
        }
    };
    let focus = move |event: FocusEvent| {
        // A button: its own place. The layer itself waits for a key.
        let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let (Walk::Buttons, Some(button), Some(field)) = (walk, button, field.get_untracked()) {
            look(shown.at(crosshair::over(&field, crosshair::middle(&button))));
        }
    };
    let key = move |event: KeyboardEvent| {
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        match Key::of(&event.key(), at.get_untracked(), shown.count_now(), walk).filter(|_| is_plain) {
            Some(Key::To(position)) => look(Some(position)),
            Some(Key::Leave) => look(None),
            None => return,
        }
        event.prevent_default();
    };
    Effect::new(move |_| {
        let (Some(field), Some(layer)) = (field.get(), layer.get()) else { return };
        let position = at.get();
        if position.is_some() {
            // The chart may move under the mark. Without one nothing has to follow it.
            shown.follow();
        }
        let seen = position.and_then(|at| Some((at, shown.look(at)?)));
        match &seen {
            Some((_, (mark, reading))) => crosshair::show(&layer, mark, reading),
            None => crosshair::clear(&layer),
        }
        if walk.is_slider() {
            let say = |name: &str, value: &str| {
                // Attributes of fixed, valid names.
                let _ = field.set_attribute(name, value);
            };
            if let Some((at, _)) = &seen {
                say("aria-valuenow", &at.to_string());
            }
            say("aria-valuemax", &shown.count().saturating_sub(1).to_string());
            say(
                "aria-valuetext",
                &seen.map_or_else(|| readings::nothing().to_owned(), |(_, (_, reading))| reading.spoken()),
            );
        }
    });
    let slider = walk.is_slider();
    let own = |value: &'static str| slider.then_some(value);
    view! {
        <div class="cross" node_ref=field role=own("slider") tabindex=own("0")
            aria-label=move || slider.then(|| readings::walk(&name()))
            aria-valuemin=own("0") aria-valuenow=own("0") aria-valuetext=own(readings::nothing())
            on:pointermove=move |event| look(under(&event))
            on:pointerleave=leave
            on:pointercancel=move |_| look(None)
            on:click=move |event| look(under(&event))
            on:focusin=focus
            on:focusout=move |_| look(None)
            on:keydown=key>
            {over}
        </div>
        <div class="cross-layer" aria-hidden="true" node_ref=layer></div>
    }
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    /// Reads this position.
    To(usize),
    /// Stops reading.
    Leave,
}

impl Key {
    /// Nothing if the key is not for the chart. The first position is there before the chart was drawn, so that a key
    /// pressed too early is not lost: it is read as soon as it can be.
    fn of(key: &str, at: Option<usize>, count: usize, walk: Walk) -> Option<Self> {
        let last = count.saturating_sub(1);
        let next = at.map_or(0, |at| (at + 1).min(last));
        let before = at.map_or(last, |at| at.saturating_sub(1));
        match key {
            "Escape" => at.map(|_| Self::Leave),
            _ if !walk.is_slider() => None,
            "ArrowRight" => Some(Self::To(next)),
            "ArrowLeft" => Some(Self::To(before)),
            // Years stand side by side only.
            "ArrowDown" if walk == Walk::Parts => Some(Self::To(next)),
            "ArrowUp" if walk == Walk::Parts => Some(Self::To(before)),
            "Home" => Some(Self::To(0)),
            "End" => Some(Self::To(last)),
            _ => None,
        }
    }
}
