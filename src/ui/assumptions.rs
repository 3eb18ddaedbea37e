//! The panel of assumptions: four sliders that everybody sees, and all others in groups.

use leptos::prelude::*;

use super::State;
use super::answer::Answer;
use super::assumption_row::AssumptionRow;
use super::column::Column;
use super::group_panel::GroupPanel;
use super::history_buttons::HistoryButtons;
use super::sheet::Sheet;
use super::state::yes;
use crate::analysis::objective::Objective;
use crate::model::Stake;
use crate::wording::objectives;
use crate::wording::side::assumptions;

/// The panel.
#[component]
pub fn Assumptions() -> impl IntoView {
    let state = State::get();
    // The panel is made anew for another side.
    let side = state.question.with_untracked(|question| question.side);
    let changes = move || state.read(Answer::changes);
    let count = move || match changes() {
        0 => "none changed".to_owned(),
        changes => format!("{changes} changed"),
    };
    let assumed = move || state.read(|answer| assumptions(side, answer.inputs()));
    let basis = move || {
        format!(
            "{} inputs are unverified assumptions (ring), the others come from the source articles (filled dot) or from \
             public reports (half dot).",
            assumed()
        )
    };
    let name = objectives::name(Objective::of(side, Stake::default()));
    let column = Column::provide();
    let primary = side.controls().iter().take(side.primary().len());
    view! {
        <section class="side" aria-labelledby="assumptions">
            <div class="side-scroll">
                <div class="side-head">
                    <h2 id="assumptions">"Assumptions"</h2>
                    <span id="changes" class:some=move || changes() != 0>{move || count()}</span>
                    <button type="button" class="link" id="reset-all" aria-disabled=move || yes(changes() == 0)
                        on:click=move |_| {
                            state.change(|case| case.reset_side(side));
                            state.forget_refused();
                        }>"Reset"</button>
                    <HistoryButtons />
                </div>
                <p class="track-key" aria-hidden="true">
                    <span class="key-loss">{format!("{name} below zero")}</span>
                    <span class="key-gain">{format!("{name} above zero")}</span>
                </p>
                <Sheet>
                    <div class="primary">
                        {primary.map(|control| view! { <AssumptionRow control /> }.into_any()).collect_view()}
                        <div node_ref=column></div>
                    </div>
                </Sheet>
                <div class="groups">
                    {side.groups().iter().copied().map(|group| view! { <GroupPanel group /> }.into_any()).collect_view()}
                </div>
                <p class="basis">{move || basis()}</p>
            </div>
        </section>
    }
}
