//! The foot of the page: versions, what this is not, and the sources.

use leptos::prelude::*;

use crate::catalog::{DATA_VERSION, FACTS, PUBLIC, SOURCES, Source, assumption_count};
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
fn sources() -> AnyView {
    let reports = PUBLIC.iter().map(|point| line(point.id, format!("{}: {}", point.point, point.value), point.place));
    view! {
        {SOURCES.iter().map(article).collect_view()}
        <h3>"Public reports"</h3>
        <ul>{reports.collect_view()}</ul>
    }
    .into_any()
}

fn article(source: &'static Source) -> AnyView {
    let facts = FACTS.iter().filter(|fact| fact.source == source.id);
    let facts = facts.map(|fact| line(fact.id, format!("{}: {}", fact.text, fact.value), fact.as_of));
    let title = format!("{}, {}, {}", source.title, source.publisher, source.date);
    view! { <h3>{title}</h3><ul>{facts.collect_view()}</ul> }.into_any()
}

fn line(id: &'static str, text: String, small: &'static str) -> AnyView {
    view! { <li><span>{id}</span><span>{text}</span><small>{small}</small></li> }.into_any()
}
