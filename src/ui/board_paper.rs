//! What stands only on paper: the inputs with their sources, and where the page was printed from.

use leptos::prelude::*;

use super::State;
use super::address;
use crate::browser::printing::PrintWatch;
use crate::model::MODEL_VERSION;
use crate::wording::paper::{self, PaperGroup, PaperRow};

/// The end of the board paper. Made when the page is printed: on the screen it costs nothing.
#[component]
pub fn BoardPaper() -> impl IntoView {
    let state = State::get();
    let on_paper = RwSignal::new(false);
    let watch = StoredValue::new_local(PrintWatch::around(move |is_on| on_paper.set(is_on)));
    on_cleanup(move || watch.set_value(None));
    let inputs = move || {
        let groups = state.question.with_untracked(|question| paper::inputs(question.side, &question.case));
        groups.into_iter().map(group).collect_view().into_any()
    };
    let data = move || state.question.with_untracked(|question| question.case.version().id);
    let paper = move || {
        view! {
            <h2 class="section-heading">"Inputs and their sources"</h2>
            <div class="paper-inputs">{inputs()}</div>
            <p class="paper-sources">{paper::sources().join(". ")}". C: contradictions, listed on the page."</p>
            <p class="paper-link">
                <b>{untrack(|| address::of(&state.link()))}</b>
                {format!(" Offtake {}, model {MODEL_VERSION}, data {}. ", env!("CARGO_PKG_VERSION"), data())}
                "Not investment advice. Deal terms are partly undisclosed."
            </p>
        }
        .into_any()
    };
    view! { <section class="paper" aria-label="Inputs and their sources">{move || on_paper.get().then(paper)}</section> }
}

fn group(group: PaperGroup) -> AnyView {
    let rows = group.rows.into_iter().map(row).collect_view();
    view! { <table><thead><tr><th scope="col" colspan="3">{group.name}</th></tr></thead><tbody>{rows}</tbody></table> }
        .into_any()
}

fn row(row: PaperRow) -> AnyView {
    let was = row.was.map(|was| format!(" (was {was})"));
    view! { <tr><th scope="row">{row.label}</th><td><b>{row.value}</b>{was}</td><td>{row.source}</td></tr> }.into_any()
}
