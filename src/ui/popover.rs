//! The panel that opens above the page, at the button that asked for it: once for everything that it can show.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::{State, source_popover};
use crate::browser::popover;
use crate::catalog::Control;

/// The element.
const PANEL: &str = "panel";

/// What the panel can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Where the default of an input comes from, by the id of its control.
    Source(&'static str),
}

/// Opens the panel at the button that was pressed.
pub fn open(state: State, panel: Panel, event: &MouseEvent) {
    state.look.update(|look| look.panel = Some(panel));
    let anchor = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let (Some(anchor), Some(panel)) = (anchor, element()) {
        // After the words are in the panel: its height decides where it fits.
        request_animation_frame(move || popover::show(&panel, &anchor));
    }
}

/// Closes the panel.
pub fn close() {
    if let Some(panel) = element() {
        popover::hide(&panel);
    }
}

fn element() -> Option<HtmlElement> {
    document().get_element_by_id(PANEL)?.dyn_into().ok()
}

/// The panel.
#[component]
pub fn Popover() -> impl IntoView {
    let state = State::get();
    // Made anew when another thing is shown, not whenever something else is looked at.
    let shown = Memo::new(move |_| state.look.with(|look| look.panel));
    let words = move || match shown.get()? {
        Panel::Source(id) => Control::find(id).map(|control| source_popover::words(state, control)),
    };
    view! {
        <div class="source" id=PANEL popover="auto" role="dialog" aria-labelledby="panel-title" tabindex="-1">
            {move || words()}
            <button type="button" class="source-close" aria-label="Close" on:click=move |_| close()>"×"</button>
        </div>
    }
}
