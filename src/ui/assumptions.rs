//! The panel of assumptions: four sliders that everybody sees, and all others in groups.

use leptos::prelude::*;

use super::State;
use super::assumption_row::AssumptionRow;
use super::column::Column;
use super::group_panel::GroupPanel;
use super::history_buttons::HistoryButtons;
use super::sheet::Sheet;
use super::state::yes;
use crate::catalog::{Case, Control, Side, assumption_count};

/// The panel.
#[component]
pub fn Assumptions() -> impl IntoView {
    let state = State::get();
    let changes = move || state.read(|answer| answer.question.case.changes());
    let count = move || match changes() {
        0 => "none changed".to_owned(),
        changes => format!("{changes} changed"),
    };
    let basis = format!(
        "{} inputs are unverified assumptions (ring), the others come from the source articles (filled dot) or from \
         public reports (half dot).",
        assumption_count()
    );
    let column = Column::provide();
    let primary = Control::all().iter().take(Control::PRIMARY.len());
    view! {
        <section class="side" aria-labelledby="assumptions">
            <div class="side-scroll">
                <div class="side-head">
                    <h2 id="assumptions">"Assumptions"</h2>
                    <span id="changes" class:some=move || changes() != 0>{move || count()}</span>
                    <button type="button" class="link" id="reset-all" aria-disabled=move || yes(changes() == 0)
                        on:click=move |_| {
                            state.change(Case::reset_all);
                            state.forget_refused();
                        }>"Reset"</button>
                    <HistoryButtons />
                </div>
                <p class="track-key" aria-hidden="true">
                    <span class="key-loss">"NPV below zero"</span>
                    <span class="key-gain">"NPV above zero"</span>
                </p>
                <Sheet>
                    <div class="primary">
                        {primary.map(|control| view! { <AssumptionRow control /> }.into_any()).collect_view()}
                        <div node_ref=column></div>
                    </div>
                </Sheet>
                <div class="groups">
                    {Side::Investor.groups().iter().copied().map(|group| view! { <GroupPanel group /> }.into_any()).collect_view()}
                </div>
                <p class="basis">{basis}</p>
            </div>
        </section>
    }
}
