//! A table as it is worded.

use leptos::prelude::*;

use crate::wording::tables::{Cell, Table};

/// Scrolls in its own frame, with a fixed first column.
#[component]
pub fn TableView(
    /// What it shows.
    table: Memo<Table>,
) -> impl IntoView {
    view! {
        <div class="table-frame" tabindex="0" role="group" aria-label=move || table.with(|table| table.caption.clone())>
            <table>
                <caption>{move || table.with(|table| table.caption.clone())}</caption>
                <thead><tr>{move || table.with(|table| {
                    table.columns.iter().cloned().map(|name| view! { <th scope="col">{name}</th> }).collect_view()
                })}</tr></thead>
                <tbody>{move || table.with(|table| table.rows.iter().map(|cells| line(cells)).collect_view())}</tbody>
            </table>
        </div>
    }
}

/// A line: its head, then numbers.
fn line(cells: &[Cell]) -> impl IntoView + use<> {
    let cells = cells.iter().cloned().enumerate().map(|(at, cell)| {
        let Cell { text, spoken } = cell;
        let loss = spoken.is_some();
        let words = match spoken {
            Some(spoken) => {
                view! { <span aria-hidden="true">{text}</span><span class="unseen">{spoken}</span> }.into_any()
            }
            None => text.into_any(),
        };
        if at == 0 {
            view! { <th scope="row">{words}</th> }.into_any()
        } else {
            view! { <td class:loss=loss>{words}</td> }.into_any()
        }
    });
    view! { <tr>{cells.collect_view()}</tr> }
}
