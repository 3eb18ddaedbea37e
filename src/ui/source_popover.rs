//! Where a default comes from: the tag at each input, and the panel that it opens.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::State;
use super::row_words::value_text;
use crate::browser::popover;
use crate::catalog::{Control, Reference, Status, find};

/// The element that all tags open.
const PANEL: &str = "source";

/// The status of a default as a small button: filled dot stated, half dot public, ring assumed.
#[component]
pub fn SourceTag(
    /// The control whose default it is.
    control: Control,
) -> impl IntoView {
    let state = State::get();
    let (class, word) = match control.status {
        Status::Stated => ("tag tag-stated", "stated"),
        Status::Public => ("tag tag-public", "public"),
        Status::Assumption => ("tag", "assumption"),
    };
    let open = move |event: Event| {
        state.source.set(Some(control.id));
        let anchor = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let panel = document().get_element_by_id(PANEL).and_then(|panel| panel.dyn_into::<HtmlElement>().ok());
        if let (Some(anchor), Some(panel)) = (anchor, panel) {
            // After the words of this input are in the panel: its height decides where it fits.
            request_animation_frame(move || popover::show(&panel, &anchor));
        }
    };
    view! {
        <button type="button" class=class aria-haspopup="dialog" on:click=move |event| open(event.into())
            aria-label=format!("{}: {word}. Source", control.label)>
            <span>{word}</span>
        </button>
    }
}

/// The panel, once for all inputs.
#[component]
pub fn SourcePopover() -> impl IntoView {
    let state = State::get();
    let panel = NodeRef::<html::Div>::new();
    let close = move || {
        if let Some(panel) = panel.get_untracked() {
            popover::hide(&panel);
        }
    };
    let control = Memo::new(move |_| state.source.get());
    view! {
        <div class="source" id=PANEL popover="auto" role="dialog" aria-labelledby="source-title" tabindex="-1" node_ref=panel>
            {move || control.get().and_then(control_of).map(|control| view! { <SourceWords control /> })}
            <button type="button" class="source-close" aria-label="Close" on:click=move |_| close()>"×"</button>
        </div>
    }
}

/// What, value, where from, status, date, and why.
#[component]
fn SourceWords(
    /// The control whose source it is.
    control: Control,
) -> impl IntoView {
    let state = State::get();
    let status = match control.status {
        Status::Stated => "Stated in a source article",
        Status::Public => "From public reports",
        Status::Assumption => "Unverified assumption",
    };
    let value = value_text(&control, control.default);
    let now = state.value(control);
    let differs = move || now.get().to_bits() != control.default.to_bits();
    let use_value = format!("Use {value}");
    view! {
        <h2 id="source-title">{control.label}</h2>
        <p>{control.meaning}</p>
        <p class="now"><b>{value}</b> " · " {status} " · " {control.as_of}</p>
        <p>{control.note}</p>
        <ul>{control.sources.iter().copied().filter_map(Reference::find).map(reference).collect_view()}</ul>
        <div class="source-acts" hidden=move || !differs()>
            <button type="button" class="link" on:click=move |_| state.set(&control, control.default)>{use_value}</button>
        </div>
    }
}

/// One fact behind a default.
fn reference(reference: Reference) -> impl IntoView {
    let (text, small) = match reference {
        Reference::Stated(fact, source) => {
            (format!("{}: {}", fact.text, fact.value), format!("{} {}, {}", fact.id, source.publisher, source.date))
        }
        Reference::Public(point) => {
            (format!("{}: {}", point.point, point.value), format!("{} {}", point.id, point.place))
        }
        Reference::Disputed(dispute) => {
            (format!("{} {}", dispute.question, dispute.readings), format!("{} disputed", dispute.id))
        }
    };
    view! { <li>{text} " " <small>{small}</small></li> }
}

/// The control of an id, the composite included.
fn control_of(id: &'static str) -> Option<Control> {
    Control::PRIMARY.into_iter().find(|control| control.id == id).or_else(|| find(id).map(Control::of))
}
