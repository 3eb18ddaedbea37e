//! The state in the address: written as it changes, read when the reader goes back or forward.
//!
//! A deliberate step, such as another scenario, is an entry of its own in the browser's history; everything between two
//! steps, such as the way of a slider, changes the address of the present one.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::State;
use super::state::Opened;
use crate::browser::address;
use crate::catalog::paths::Path;
use crate::protocol::link::{Figure, Link, decode, encode};

/// Browsers refuse more than a hundred changes in a few seconds: this long after one the next waits. In milliseconds.
const REST: u32 = 350;

/// The address as it was written last, and what is about to be written.
struct Written {
    link: Link,
    query: String,
    step: u32,
    is_late: bool,
    resting: Option<Timeout>,
}

type Address = StoredValue<Written, LocalStorage>;

/// Keeps address and state together as long as the page lives.
pub fn keep(state: State) {
    let (step, query) = (address::step().unwrap_or_default(), address::query());
    go_to_view(state);
    let link = untrack(|| state.link());
    address::replace(&query, step);
    let written: Address = StoredValue::new_local(Written { link, query, step, is_late: false, resting: None });
    let ears = [
        address::on_travel(move || untrack(|| travelled(state, written))),
        address::on_leave(move || {
            flush(written);
        }),
    ];
    let ears: StoredValue<[Option<EventListener>; 2], LocalStorage> = StoredValue::new_local(ears);
    // Out of the graph: into the address.
    Effect::new(move |_| follow(written, state.link()));
    on_cleanup(move || {
        ears.set_value([None, None]);
        written.update_value(|written| written.resting = None);
    });
}

/// The address of a state, for people to pass on.
pub fn of(link: &Link) -> String {
    format!("{}?{}", address::base(), encode(link))
}

/// A link may lead to a part of the page: from here on it is named as every other part is. A guided path stays a part of
/// the state.
fn go_to_view(state: State) {
    let part = |opened: &mut Opened| opened.view.take_if(|view| Path::find(view).is_none());
    let view = state.opened.try_update_untracked(part).flatten();
    if let Some(view) = view.filter(|_| !address::names_a_part()) {
        let is_chart = Figure::ALL.iter().any(|figure| figure.id() == view);
        address::name_a_part(&if is_chart { format!("title-{view}") } else { view });
    }
}

/// Takes over a change: at once if it is a step or the first after a while, else a moment after the last.
fn follow(address: Address, link: Link) {
    let change = address.with_value(|written| (link != written.link).then(|| link.is_step_from(&written.link)));
    match change {
        None => {}
        Some(true) => {
            flush(address);
            address.update_value(|written| {
                (written.query, written.step) = (encode(&link), written.step + 1);
                written.link = link;
                address::push(&written.query, written.step);
            });
        }
        Some(false) => {
            address.update_value(|written| (written.link, written.is_late) = (link, true));
            if address.with_value(|written| written.resting.is_none()) {
                write_and_rest(address);
            }
        }
    }
}

/// Writes what is late, and then leaves the browser alone for a while.
fn write_and_rest(address: Address) {
    let resting = flush(address).then(|| Timeout::new(REST, move || write_and_rest(address)));
    address.update_value(|written| written.resting = resting);
}

/// Writes what is late; says whether anything was.
fn flush(address: Address) -> bool {
    let written = address.try_update_value(|written| {
        let is_late = std::mem::take(&mut written.is_late);
        if is_late {
            written.query = encode(&written.link);
            address::replace(&written.query, written.step);
        }
        is_late
    });
    written == Some(true)
}

/// The reader went back or forward, or to a part of the page, which is no step.
fn travelled(state: State, address: Address) {
    let here = address::step().filter(|step| address.with_value(|written| *step != written.step));
    let Some(step) = here else {
        flush(address);
        address.with_value(|written| address::replace(&written.query, written.step));
        return;
    };
    let query = address::query();
    state.open(decode(&query));
    let link = state.link();
    address.set_value(Written { link, query, step, is_late: false, resting: None });
}
