//! The foot of the page: versions, what this is not, and the way to the sources.

use leptos::prelude::*;

use super::State;
use super::go_to::anchor;
use super::keyboard_help::KeyboardHelpButton;
use super::number_format::NumberFormat;
use crate::browser::printing;
use crate::catalog::{CONTRADICTIONS, DATA_VERSION, FACTS, PUBLIC};
use crate::model::MODEL_VERSION;
use crate::wording::side::assumptions;

/// The foot.
#[component]
pub fn Footer() -> impl IntoView {
    let state = State::get();
    // Another side, or another obligation of the lab, has other assumptions.
    let assumed = Memo::new(move |_| state.read(|answer| assumptions(answer.question.side, answer.inputs())));
    let version = format!("Offtake {}, model {MODEL_VERSION}, data {DATA_VERSION}", env!("CARGO_PKG_VERSION"));
    view! {
        <footer class="foot">
            <div class="foot-line">
                <span>{version}</span>
                <span>"Not investment advice. Deal terms are partly undisclosed."</span>
            </div>
            <nav class="foot-line" aria-label="Sources and method">
                {move || anchor("assumed", format!("{} assumptions", assumed.get()))}
                {anchor("stated", format!("All sources ({} facts)", FACTS.len() + PUBLIC.len()))}
                {anchor("contradictions", format!("All {} contradictions", CONTRADICTIONS.len()))}
                {anchor("method", "Method".to_owned())}
                <button type="button" class="anchor" on:click=|_| printing::print()>"Print a board paper"</button>
            </nav>
            <div class="foot-line foot-settings"><NumberFormat /><KeyboardHelpButton /></div>
        </footer>
    }
}
