//! Where a default comes from: the tag at each input, and the panel that it opens.

use leptos::prelude::*;

use super::go_to::anchor;
use super::popover::{Panel, close, open};
use super::row::value_text;
use super::{State, goal_seek};
use crate::catalog::{Basis, Control, Reference, Status};
use crate::wording::deals::NOT_STATED;
use crate::wording::sources::date;

/// The status of a default as a small button: filled dot stated, half dot public, ring assumed.
#[component]
pub fn SourceTag(
    /// The control whose default it is.
    control: &'static Control,
) -> impl IntoView {
    let state = State::get();
    // Another deal makes the page anew; within one only what is accepted changes.
    let case = state.question.with_untracked(|question| question.case);
    let usual = status_class(&case.basis(control));
    let is_withheld = control.inputs().any(|input| case.start().is_withheld(input.id));
    let told = move || {
        if is_withheld { state.question.with(|question| status_class(&question.case.basis(control))) } else { usual }
    };
    view! {
        <button type="button" class=move || told().0 aria-haspopup="dialog"
            aria-label=move || format!("{}: {}. Source", control.label, told().1)
            on:click=move |event| open(state, Panel::Source(control.id), &event)>
            <span>{move || told().1}</span>
        </button>
    }
}

/// The class of a status, which draws its dot, and its word.
pub fn status_class(basis: &Basis) -> (&'static str, &'static str) {
    if basis.is_open { ("tag", NOT_STATED) } else { class_of(basis.status) }
}

/// The class and the word of a status.
pub fn class_of(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Stated => ("tag tag-stated", "stated"),
        Status::Public => ("tag tag-public", "public"),
        Status::Assumption => ("tag", "assumption"),
    }
}

/// What, value, where from, status, date, and why.
pub fn words(state: State, control: &'static Control) -> AnyView {
    let basis = state.question.with_untracked(|question| question.case.basis(control));
    let Basis { value: usual, status, sources, note, as_of, is_open } = basis;
    let status = match status {
        _ if is_open => "Public reports name it; it counts once you accept it",
        Status::Stated => "Stated in a source article",
        Status::Public => "From public reports",
        Status::Assumption => "Unverified assumption",
    };
    let value = value_text(control, usual);
    let same = move || state.read(|answer| control.get(answer.inputs()).to_bits() == usual.to_bits());
    let (act, take) = if is_open { ("Accept", accept as Take) } else { ("Use", State::set as Take) };
    let day = if as_of.is_empty() { String::new() } else { format!(" · {}", date(as_of)) };
    view! {
        <h2 id="panel-title">{control.label}</h2>
        <p>{control.meaning}</p>
        <p class="now"><b>{value.clone()}</b> {format!(" · {status}{day}")}</p>
        <p>{note}</p>
        <ul>{sources.iter().copied().filter_map(Reference::find).map(reference).collect_view()}</ul>
        <div class="source-acts">
            <button type="button" class="link" data-use-default=control.id hidden=move || same()
                on:click=move |_| take(state, control, usual)>{format!("{act} {value}")}</button>
            {(control.choices().is_empty() && !state.is_framed()).then(|| goal_seek::link(control))}
        </div>
    }
    .into_any()
}

/// Puts a value where it belongs.
type Take = fn(State, &Control, f64);

/// Accepts what completes the deal: the figure then counts as completed, and not as the reader's own.
fn accept(state: State, _: &Control, _: f64) {
    state.change(|case| case.accept(true));
    close();
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
