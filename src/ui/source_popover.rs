//! Where a default comes from: the tag at each input, and the panel that it opens.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::State;
use super::row::value_text;
use crate::browser::popover;
use crate::catalog::{Control, Reference, Status};

/// The element that all tags open.
const PANEL: &str = "source";

/// The status of a default as a small button: filled dot stated, half dot public, ring assumed.
#[component]
pub fn SourceTag(
    /// The control whose default it is.
    control: &'static Control,
) -> impl IntoView {
    let state = State::get();
    let (class, word) = match control.status {
        Status::Stated => ("tag tag-stated", "stated"),
        Status::Public => ("tag tag-public", "public"),
        Status::Assumption => ("tag", "assumption"),
    };
    view! {
        <button type="button" class=class aria-haspopup="dialog" aria-label=format!("{}: {word}. Source", control.label)
            on:click=move |event| open(state, control, &event)>
            <span>{word}</span>
        </button>
    }
}

fn open(state: State, control: &'static Control, event: &MouseEvent) {
    state.look.update(|look| look.source = Some(control.id));
    let anchor = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let (Some(anchor), Some(panel)) = (anchor, panel()) {
        // After the words of this input are in the panel: its height decides where it fits.
        request_animation_frame(move || popover::show(&panel, &anchor));
    }
}

fn panel() -> Option<HtmlElement> {
    document().get_element_by_id(PANEL)?.dyn_into().ok()
}

fn close() {
    if let Some(panel) = panel() {
        popover::hide(&panel);
    }
}

/// The panel, once for all inputs.
#[component]
pub fn SourcePopover() -> impl IntoView {
    let state = State::get();
    let words =
        move || state.look.with(|look| look.source).and_then(Control::find).map(|control| words(state, control));
    view! {
        <div class="source" id=PANEL popover="auto" role="dialog" aria-labelledby="source-title" tabindex="-1">
            {move || words()}
            <button type="button" class="source-close" aria-label="Close" on:click=move |_| close()>"×"</button>
        </div>
    }
}

/// What, value, where from, status, date, and why.
fn words(state: State, control: &'static Control) -> AnyView {
    let status = match control.status {
        Status::Stated => "Stated in a source article",
        Status::Public => "From public reports",
        Status::Assumption => "Unverified assumption",
    };
    let value = value_text(control, control.default);
    let same = move || state.read(|answer| control.get(answer.inputs()).to_bits() == control.default.to_bits());
    view! {
        <h2 id="source-title">{control.label}</h2>
        <p>{control.meaning}</p>
        <p class="now"><b>{value.clone()}</b> {format!(" · {status} · {}", control.as_of)}</p>
        <p>{control.note}</p>
        <ul>{control.sources.iter().copied().filter_map(Reference::find).map(reference).collect_view()}</ul>
        <div class="source-acts" hidden=move || same()>
            <button type="button" class="link" on:click=move |_| state.set(control, control.default)>{format!("Use {value}")}</button>
        </div>
    }
    .into_any()
}

/// One fact behind a default.
fn reference(reference: Reference) -> AnyView {
    let (text, small) = match reference {
        Reference::Stated(fact, source) => {
            (format!("{}: {} ", fact.text, fact.value), format!("{} {}, {}", fact.id, source.publisher, source.date))
        }
        Reference::Public(point) => {
            (format!("{}: {} ", point.point, point.value), format!("{} {}", point.id, point.place))
        }
        Reference::Disputed(dispute) => {
            (format!("{} {} ", dispute.question, dispute.readings), format!("{} disputed", dispute.id))
        }
    };
    view! { <li>{text} <small>{small}</small></li> }.into_any()
}
