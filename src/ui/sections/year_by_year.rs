//! All rows of all years.

use leptos::prelude::*;

use super::{Section, State};
use crate::wording::tables::{Cell, RowGroup, YearHead, YearRow, YearTable, year_table};

/// The section.
#[component]
pub fn YearByYear() -> impl IntoView {
    view! {
        <Section id="years" heading="Year by year" lead="Every flow behind the figures above; the shaded year is the one in which the cash is back.">
            <Years />
        </Section>
    }
}

#[component]
fn Years() -> impl IntoView {
    let state = State::get();
    move || state.read(|answer| table(year_table(answer.inputs(), &answer.outcome)))
}

/// Scrolls in its own frame, with a fixed first column.
fn table(table: YearTable) -> AnyView {
    let YearTable { caption, years, total, groups } = table;
    let columns = years.len() + 2;
    let marks: Vec<bool> = years.iter().map(|head| head.is_payback).collect();
    let name = caption.clone();
    let body = groups.into_iter().map(|rows| group(rows, columns, &marks)).collect_view();
    view! {
        <div class="table-frame years" tabindex="0" role="group" aria-label=name>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr><th scope="col">"Deal year"</th>{years.into_iter().map(head).collect_view()}<th scope="col">{total}</th></tr>
                </thead>
                {body}
            </table>
        </div>
    }
    .into_any()
}

fn head(head: YearHead) -> AnyView {
    let class = shade(head.is_payback);
    view! { <th scope="col" class=class>{head.deal} <small>{head.calendar}</small></th> }.into_any()
}

/// The class of a cell in the year in which the cash is back.
fn shade(is_payback: bool) -> &'static str {
    if is_payback { "back" } else { "" }
}

fn group(group: RowGroup, columns: usize, marks: &[bool]) -> AnyView {
    let RowGroup { name, unit, rows } = group;
    let rows = rows.into_iter().map(|line| row(line, marks)).collect_view();
    view! {
        <tbody>
            <tr class="years-group"><th scope="rowgroup" colspan=columns.to_string()>{name} <small>{unit}</small></th></tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(row: YearRow, marks: &[bool]) -> AnyView {
    let YearRow { name, unit, cells, total, is_sum } = row;
    let cells = cells.into_iter().zip(marks).map(|(cell, mark)| number(cell, shade(*mark))).collect_view();
    let total = total.map_or_else(|| view! { <td></td> }.into_any(), |total| number(total, "total"));
    let unit = unit.map(|unit| view! { <small>{unit}</small> }.into_any());
    view! { <tr class=if is_sum { "sum" } else { "" }><th scope="row">{name} " " {unit}</th>{cells}{total}</tr> }
        .into_any()
}

/// A number; brackets are for the eye only.
fn number(cell: Cell, class: &'static str) -> AnyView {
    let class = format!("{class}{}", if cell.is_loss() { " loss" } else { "" });
    match cell.spoken {
        Some(spoken) => view! {
            <td class=class><span aria-hidden="true">{cell.text}</span><span class="unseen">{spoken}</span></td>
        }
        .into_any(),
        None => view! { <td class=class>{cell.text}</td> }.into_any(),
    }
}
