//! A table as it is worded.

use leptos::prelude::*;

use crate::wording::tables::{Cell, Table};

/// Scrolls in its own frame, with a fixed first column.
pub fn table(table: Table) -> AnyView {
    let Table { caption, columns, rows } = table;
    let name = caption.clone();
    view! {
        <div class="table-frame" tabindex="0" role="group" aria-label=name>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{columns.into_iter().map(|name| view! { <th scope="col">{name}</th> }.into_any()).collect_view()}</tr></thead>
                <tbody>{rows.into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A line: its head, then numbers.
fn line(cells: Vec<Cell>) -> AnyView {
    let mut cells = cells.into_iter();
    let head = cells.next().map(|cell| cell.text);
    view! { <tr><th scope="row">{head}</th>{cells.map(number).collect_view()}</tr> }.into_any()
}

/// A number; brackets are for the eye only.
pub fn number(cell: Cell) -> AnyView {
    let class = if cell.is_loss() { "loss" } else { "" };
    let exact = cell.exact();
    match cell.spoken {
        Some(spoken) => view! {
            <td class=class title=exact><span aria-hidden="true">{cell.text}</span><span class="unseen">{spoken}</span></td>
        }
        .into_any(),
        None => view! { <td class=class title=exact>{cell.text}</td> }.into_any(),
    }
}
