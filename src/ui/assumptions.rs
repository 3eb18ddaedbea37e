//! The panel of assumptions: four sliders that everybody sees, and all others in groups.

use leptos::prelude::*;

use super::State;
use super::group_panel::GroupPanel;
use super::slider_row::SliderRow;
use crate::catalog::{Case, Control, Group, assumption_count};

/// The panel.
#[component]
pub fn Assumptions() -> impl IntoView {
    let state = State::get();
    let changes = Memo::new(move |_| state.case.with(Case::changes));
    let count = move || match changes.get() {
        0 => "none changed".to_owned(),
        changes => format!("{changes} changed"),
    };
    let basis = format!(
        "{} inputs are unverified assumptions (ring), the others come from the source articles (filled dot) or from \
         public reports (half dot).",
        assumption_count()
    );
    view! {
        <section class="side" aria-labelledby="assumptions">
            <div class="side-scroll">
                <div class="side-head">
                    <h2 id="assumptions">"Assumptions"</h2>
                    <span id="changes" class:some=move || changes.get() != 0>{count}</span>
                    <button type="button" class="link" id="reset-all" disabled=move || changes.get() == 0
                        on:click=move |_| state.case.update(Case::reset_all)>"Reset"</button>
                </div>
                <div class="primary">
                    {Control::PRIMARY.map(|control| view! { <SliderRow control /> }).collect_view()}
                </div>
                <div class="groups">
                    {Group::ALL.map(|group| view! { <GroupPanel group /> }).collect_view()}
                </div>
                <p class="basis">{basis}</p>
            </div>
        </section>
    }
}
