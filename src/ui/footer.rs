//! The foot of the page: versions, what this is not, and the sources.

use leptos::prelude::*;

use crate::catalog::{DATA_VERSION, FACTS, PUBLIC, SOURCES, assumption_count};
use crate::model::MODEL_VERSION;

/// The foot.
#[component]
pub fn Footer() -> impl IntoView {
    let version = format!("Offtake {}, model {MODEL_VERSION}, data {DATA_VERSION}", env!("CARGO_PKG_VERSION"));
    let open = RwSignal::new(false);
    view! {
        <footer class="foot">
            <div class="foot-line">
                <span>{version}</span>
                <span>"Not investment advice. Deal terms are partly undisclosed."</span>
                <span>{format!("{} assumptions", assumption_count())}</span>
            </div>
            <details class="sources" on:toggle=move |_| open.set(true)>
                <summary>{format!("Sources and facts ({})", FACTS.len() + PUBLIC.len())}</summary>
                {move || open.get().then(sources)}
            </details>
        </footer>
    }
}

/// Every source article with what it states, then the public reports.
fn sources() -> impl IntoView {
    let articles = SOURCES.iter().map(|source| {
        let facts = FACTS.iter().filter(move |fact| fact.source == source.id);
        view! {
            <h3>{source.title} ", " {source.publisher} ", " {source.date}</h3>
            <ul>{facts.map(|fact| line(fact.id, format!("{}: {}", fact.text, fact.value), fact.as_of)).collect_view()}</ul>
        }
    });
    let reports = PUBLIC.iter().map(|point| line(point.id, format!("{}: {}", point.point, point.value), point.place));
    view! {
        {articles.collect_view()}
        <h3>"Public reports"</h3>
        <ul>{reports.collect_view()}</ul>
    }
}

fn line(id: &'static str, text: String, small: &'static str) -> impl IntoView {
    view! { <li><span>{id}</span><span>{text}</span><small>{small}</small></li> }
}
