//! Where a default comes from: the tag at each input, and the panel that it opens.

use leptos::prelude::*;

use super::go_to::anchor;
use super::popover::{Panel, open};
use super::row::value_text;
use super::{State, goal_seek};
use crate::catalog::{Basis, Control, Reference, Status};
use crate::wording::sources::date;

/// The status of a default as a small button: filled dot stated, half dot public, ring assumed.
#[component]
pub fn SourceTag(
    /// The control whose default it is.
    control: &'static Control,
) -> impl IntoView {
    let state = State::get();
    // Another deal makes the page anew.
    let start = state.question.with_untracked(|question| question.case.start());
    let (class, word) = status_class(start.basis(control).status);
    view! {
        <button type="button" class=class aria-haspopup="dialog" aria-label=format!("{}: {word}. Source", control.label)
            on:click=move |event| open(state, Panel::Source(control.id), &event)>
            <span>{word}</span>
        </button>
    }
}

/// The class of a status, which draws its dot, and its word.
pub fn status_class(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Stated => ("tag tag-stated", "stated"),
        Status::Public => ("tag tag-public", "public"),
        Status::Assumption => ("tag", "assumption"),
    }
}

/// What, value, where from, status, date, and why.
pub fn words(state: State, control: &'static Control) -> AnyView {
    let start = state.question.with_untracked(|question| question.case.start());
    let Basis { value: usual, status, sources, note, as_of } = start.basis(control);
    let status = match status {
        Status::Stated => "Stated in a source article",
        Status::Public => "From public reports",
        Status::Assumption => "Unverified assumption",
    };
    let value = value_text(control, usual);
    let same = move || state.read(|answer| control.get(answer.inputs()).to_bits() == usual.to_bits());
    let day = if as_of.is_empty() { String::new() } else { format!(" · {}", date(as_of)) };
    view! {
        <h2 id="panel-title">{control.label}</h2>
        <p>{control.meaning}</p>
        <p class="now"><b>{value.clone()}</b> {format!(" · {status}{day}")}</p>
        <p>{note}</p>
        <ul>{sources.iter().copied().filter_map(Reference::find).map(reference).collect_view()}</ul>
        <div class="source-acts">
            <button type="button" class="link" data-use-default=control.id hidden=move || same()
                on:click=move |_| state.set(control, usual)>{format!("Use {value}")}</button>
            {(control.choices().is_empty() && !state.is_framed()).then(|| goal_seek::link(control))}
        </div>
    }
    .into_any()
}

/// One fact behind a default, with a link to its place in the list of all.
fn reference(reference: Reference) -> AnyView {
    let (id, text, small) = match reference {
        Reference::Stated(fact, source) => {
            (fact.id, format!("{}: {} ", fact.text, fact.value), format!("{}, {}", source.publisher, date(source.date)))
        }
        Reference::Public(point) => (point.id, format!("{}: {} ", point.point, point.value), point.place.to_owned()),
        Reference::Disputed(dispute) => {
            (dispute.id, format!("{} {} ", dispute.question, dispute.readings), "disputed".to_owned())
        }
    };
    view! { <li>{anchor(id, id.to_owned())} " " {text} <small>{small}</small></li> }.into_any()
}
