//! A panel above the page, placed beside the button that opens it.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::number::decimal;

const MARGIN: f64 = 8.0;

thread_local! {
    /// What opened the panel: the focus goes back to it.
    static OPENER: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// How a panel closes when the reader presses elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// At any press outside it: the browser sees to that.
    Outside,
    /// Not at a press inside the assumptions or the bar: what it shows follows them, and a reader wants to watch.
    KeepBesideInputs,
}

/// Where a press leaves a panel open that follows the inputs.
const INPUTS: &str = "#panel, .side, .bar, [data-how]";

/// Shows a `popover` element. The place is found later, once its words are in it: see [`place`].
pub fn show(panel: &HtmlElement, anchor: &Element, closing: Closing) {
    // An old browser without popovers: the panel then stands open at the end of the page.
    let _ = panel.hide_popover();
    let kind = if closing == Closing::Outside { "auto" } else { "manual" };
    let _ = panel.set_attribute("popover", kind);
    OPENER.set(anchor.dyn_ref::<HtmlElement>().cloned());
    let _ = panel.show_popover();
}

/// Puts the panel under `anchor`, inside the window, and moves the focus into it.
pub fn place(panel: &HtmlElement, anchor: &Element) {
    put(panel, anchor);
    panel.set_scroll_top(0);
    let _ = panel.focus();
}

/// Hides it and gives the focus back to where it came from, unless the reader has gone elsewhere: into a box beside it.
pub fn hide(panel: &HtmlElement) {
    let active = panel.owner_document().and_then(|document| document.active_element());
    let is_elsewhere = active.is_some_and(|active| active.tag_name() != "BODY" && !panel.contains(Some(&active)));
    let _ = panel.hide_popover();
    if let Some(opener) = OPENER.take().filter(|_| !is_elsewhere) {
        let _ = opener.focus();
    }
}

/// Whether it is shown. A browser that cannot say shows it always.
#[must_use]
pub fn is_open(panel: &Element) -> bool {
    panel.matches(":popover-open").unwrap_or(true)
}

/// Closes a panel that stays beside the inputs: at Escape, and at a press elsewhere. Listens until dropped.
#[must_use]
pub fn watch(panel: &HtmlElement) -> Option<[EventListener; 2]> {
    let document = panel.owner_document()?;
    let (for_key, for_press) = (panel.clone(), panel.clone());
    let stays = |panel: &HtmlElement| panel.get_attribute("popover").as_deref() == Some("manual") && is_open(panel);
    let options = EventListenerOptions::enable_prevent_default();
    let key = EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.key() == "Escape" && stays(&for_key) {
            hide(&for_key);
        }
        // The panel stands at the end of the page: after its last button the way goes on where it was opened.
        if key.key() == "Tab" && !key.shift_key() && is_at_end(event) {
            event.prevent_default();
            hide(&for_key);
        }
    });
    let press = EventListener::new(&document, "click", move |event| {
        if stays(&for_press) && !is_among_inputs(event) {
            let _ = for_press.hide_popover();
        }
    });
    Some([key, press])
}

/// The button that closes the panel is its last.
const LAST: &str = ".source-close";

fn is_at_end(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(LAST).unwrap_or_default())
}

fn is_among_inputs(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // What has left the page since it was pressed cannot be asked where it stood.
    target.is_none_or(|target| !target.is_connected() || target.closest(INPUTS).ok().flatten().is_some())
}

/// Less room than this is not worth keeping to: the panel then covers its button.
const ROOM: f64 = 240.0;

fn put(panel: &HtmlElement, anchor: &Element) -> Option<()> {
    let window = web_sys::window()?;
    let page = window.document()?.document_element()?;
    let style = panel.style();
    style.remove_property("max-height").ok()?;
    let (at, own) = (anchor.get_bounding_client_rect(), panel.get_bounding_client_rect());
    let (width, height) = (f64::from(page.client_width()), f64::from(page.client_height()));
    let left = at.left().min(width - own.width() - MARGIN).max(MARGIN);
    let (below, above) = (height - at.bottom() - 2.0 * MARGIN, at.top() - 2.0 * MARGIN);
    // Under its button, else above it: whole where it fits, else where there is more room, to be scrolled.
    let under = own.height() <= below || (own.height() > above && below >= above);
    let room = if under { below } else { above };
    let tall = own.height().min(room.max(ROOM.min(height - 2.0 * MARGIN)));
    let top = if under { at.bottom() + MARGIN } else { at.top() - MARGIN - tall };
    let top = top.min(height - tall - MARGIN).max(MARGIN);
    // Positions in the page, not in the window: the panel scrolls with its button.
    style.set_property("left", &(decimal(left + window.scroll_x().ok()?) + "px")).ok()?;
    style.set_property("top", &(decimal(top + window.scroll_y().ok()?) + "px")).ok()?;
    if tall < own.height() {
        style.set_property("max-height", &(decimal(tall) + "px")).ok()?;
    }
    Some(())
}
