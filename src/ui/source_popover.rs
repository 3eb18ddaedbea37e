//! Where a default comes from: the tag at each input, and the panel that it opens.

use leptos::prelude::*;

use super::go_to::anchor;
use super::popover::{Panel, open};
use super::row::value_text;
use super::{State, goal_seek};
use crate::catalog::{Control, Reference, Status};
use crate::wording::sources::date;

/// The status of a default as a small button: filled dot stated, half dot public, ring assumed.
#[component]
pub fn SourceTag(
    /// The control whose default it is.
    control: &'static Control,
) -> impl IntoView {
    let state = State::get();
    let (class, word) = status_class(control.status);
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
    let status = match control.status {
        Status::Stated => "Stated in a source article",
        Status::Public => "From public reports",
        Status::Assumption => "Unverified assumption",
    };
    let value = value_text(control, control.default);
    let same = move || state.read(|answer| control.get(answer.inputs()).to_bits() == control.default.to_bits());
    view! {
        <h2 id="panel-title">{control.label}</h2>
        <p>{control.meaning}</p>
        <p class="now"><b>{value.clone()}</b> {format!(" · {status} · {}", date(control.as_of))}</p>
        <p>{control.note}</p>
        <ul>{control.sources.iter().copied().filter_map(Reference::find).map(reference).collect_view()}</ul>
        <div class="source-acts">
            <button type="button" class="link" data-use-default=control.id hidden=move || same()
                on:click=move |_| state.set(control, control.default)>{format!("Use {value}")}</button>
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
