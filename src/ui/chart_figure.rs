//! The frame around a chart: what it found, what it measures, the plot, on what it rests, and the numbers behind it.

use leptos::prelude::*;

use super::canvas::{ChartCanvas, Drawing};
use super::table::TableView;
use crate::wording::tables::Table;

/// A chart with its words and its table.
#[component]
pub fn ChartFigure(
    /// A stable name.
    id: &'static str,
    /// The finding.
    title: Memo<String>,
    /// What is drawn, in which unit.
    sub: String,
    /// The chart in one sentence with its numbers.
    label: Memo<String>,
    /// On what the chart rests.
    note: Memo<String>,
    /// The drawing.
    prepare: Box<dyn Fn() -> Drawing>,
    /// The numbers behind it.
    table: Memo<Table>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <figure class="figure" data-figure=id aria-labelledby=format!("title-{id}")>
            <figcaption>
                <h2 class="figure-title" id=format!("title-{id}")>{title}</h2>
                <p class="figure-sub">{sub}</p>
            </figcaption>
            <div class=format!("plot plot-{id}")><ChartCanvas prepare label /></div>
            <p class="figure-note">{note}</p>
            <details class="behind" on:toggle=move |_| open.set(true)>
                <summary>"Show as table"</summary>
                {move || open.get().then(|| view! { <TableView table /> })}
            </details>
        </figure>
    }
}
