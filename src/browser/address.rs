//! The address of the page: the state in it, and the steps that back and forward walk.
//!
//! A frame without an origin may not change its address, and some browsers refuse changes that come too often: every
//! write may fail, and the page then goes on without.

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{Event, History, Window};

/// What entries of the browser's history that this page wrote are known by.
const MARK: &str = "offtake";
/// What the window hears when the page has changed its own address; `public/files.js` listens.
const CHANGED: &str = "offtakeaddress";

fn window() -> Option<Window> {
    web_sys::window()
}

fn history() -> Option<History> {
    window()?.history().ok()
}

/// The query, without its question mark.
#[must_use]
pub fn query() -> String {
    let query = window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    query.strip_prefix('?').map(str::to_owned).unwrap_or(query)
}

/// The address without query and place.
#[must_use]
pub fn base() -> String {
    let address = window().and_then(|window| window.document()?.url().ok()).unwrap_or_default();
    address.split(['#', '?']).next().unwrap_or_default().to_owned()
}

/// Names the page: on its tab, in bookmarks and among the steps back.
pub fn entitle(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Whether the address names a part of the page.
#[must_use]
pub fn names_a_part() -> bool {
    window().and_then(|window| window.location().hash().ok()).is_some_and(|hash| hash.len() > 1)
}

/// Names a part of the page in the address, which the browser then goes to when the page is there.
pub fn name_a_part(id: &str) {
    let query = query();
    let query = if query.is_empty() { base() } else { format!("?{query}") };
    write(History::replace_state_with_url, &format!("{query}#{id}"), step().unwrap_or_default());
}

/// The step that the present entry of the history belongs to; nothing for an entry that the browser made.
#[must_use]
pub fn step() -> Option<u32> {
    let mark = Reflect::get(&history()?.state().ok()?, &MARK.into()).ok()?;
    // Whatever stands there: a step is a small whole number.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and compares")]
    let step = mark.as_f64()? as u32;
    Some(step)
}

/// Puts a query into the address of the present entry.
pub fn replace(query: &str, step: u32) {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let address = if query.is_empty() { base() } else { format!("?{query}") };
    write(History::replace_state_with_url, &format!("{address}{hash}"), step);
}

/// Adds an entry with a query.
pub fn push(query: &str, step: u32) {
    let address = if query.is_empty() { base() } else { format!("?{query}") };
    write(History::push_state_with_url, &address, step);
}

type Write = fn(&History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>;

fn write(write: Write, address: &str, step: u32) {
    let Some(history) = history() else { return };
    let state = Object::new();
    if Reflect::set(&state, &MARK.into(), &step.into()).is_ok() {
        let _ = write(&history, &state, "", Some(address));
    }
    if let (Some(window), Ok(event)) = (window(), Event::new(CHANGED)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Calls back when the page is left, as long as it lives.
#[must_use]
pub fn on_leave(notify: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "pagehide", move |_| notify()))
}

/// Calls back when the reader has gone back or forward, as long as it lives.
#[must_use]
pub fn on_travel(notify: impl FnMut() + 'static) -> Option<EventListener> {
    let (window, mut notify) = (window()?, notify);
    Some(EventListener::new(&window, "popstate", move |_| notify()))
}
