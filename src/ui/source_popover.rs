//! Where a default comes from: the tag at each input, and the panel that it opens.

use leptos::prelude::*;

use super::State;
use super::popover::{Panel, open};
use super::row::value_text;
use crate::catalog::{Control, Reference, Status};

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
