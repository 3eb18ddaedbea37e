//! What each clause of the buyer's contract is worth, one step at a time. A press on a clause leads to its input.

use leptos::prelude::*;

use super::answer::Answer;
use super::{Section, State};
use crate::analysis::clauses::{Worth, clauses};
use crate::ui::go_to::go_to_input;
use crate::ui::table::number;
use crate::wording::sections::clauses as words;
use crate::wording::tables::{Cell, Table};

/// The section.
#[component]
pub fn Clauses() -> impl IntoView {
    view! {
        <Section id="clauses" heading="What to ask for" lead="Each clause of the contract, one step in your favour. A press leads to the clause."
            finding=|answer: &Answer| words::title(&clauses(answer.inputs()), answer.inputs(), answer.buyer())>
            <Negotiation />
        </Section>
    }
}

/// The clauses as a table.
#[component]
fn Negotiation() -> impl IntoView {
    let state = State::get();
    let title = move || state.read(|answer| words::title(&clauses(answer.inputs()), answer.inputs(), answer.buyer()));
    let note = move || state.read(|answer| words::note(answer.inputs()));
    let rows = move || {
        let (worths, table) = state.read(|answer| {
            let worths = clauses(answer.inputs());
            let table = words::table(&worths, answer.inputs(), answer.buyer());
            (worths, table)
        });
        rows(state, &worths, table)
    };
    view! {
        <figure class="figure" data-figure="clauses" aria-labelledby="title-clauses">
            <figcaption>
                <h3 class="figure-title" id="title-clauses">{move || title()}</h3>
                <p class="figure-sub">{words::sub()}</p>
            </figcaption>
            {move || rows()}
            <p class="figure-note">{move || note()}</p>
        </figure>
    }
}

fn rows(state: State, worths: &[Worth], Table { caption, columns, rows }: Table) -> AnyView {
    let heads = columns.into_iter().map(|name| view! { <th scope="col">{name}</th> }.into_any());
    let lines = worths.iter().zip(rows).map(|(worth, cells)| line(state, worth.input.id, cells));
    let name = caption.clone();
    view! {
        <div class="table-frame" tabindex="0" role="group" aria-label=name>
            <table class="clauses">
                <caption>{caption}</caption>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A clause: its name, which leads to its input, then numbers and the reason.
fn line(state: State, id: &'static str, cells: Vec<Cell>) -> AnyView {
    let mut cells = cells.into_iter();
    let name = cells.next().map(|cell| cell.text);
    view! {
        <tr data-clause=id>
            <th scope="row"><button type="button" class="link" on:click=move |_| go_to_input(state, id)>{name}</button></th>
            {cells.map(number).collect_view()}
        </tr>
    }
    .into_any()
}
