//! A group of assumptions behind a button.

use leptos::prelude::*;

use super::State;
use super::answer::Question;
use super::assumption_row::AssumptionRow;
use super::obligations;
use super::state::yes;
use crate::catalog::{Group, Side};
use crate::model::burden::MOST_OBLIGATIONS;
use crate::wording::groups;

/// One group: name, what it holds now in a line, how many inputs, and, once opened, a row for each.
#[component]
pub fn GroupPanel(
    /// The group.
    group: Group,
) -> impl IntoView {
    let state = State::get();
    let side = state.question.with_untracked(|question| question.side);
    let is_open = move || state.look.with(|look| look.is_open(group));
    // The rows are made when the group opens, not whenever something else is looked at.
    let open = Memo::new(move |_| is_open());
    let turn = move |_| state.look.update(|look| look.show(group, !look.is_open(group)));
    let id = format!("group-{}", group.id());
    view! {
        <section class="group" data-group=group.id()>
            <h3>
                <button type="button" class="group-head" aria-controls=id.clone() on:click=turn
                    aria-expanded=move || yes(open.get())>
                    <b>{group.label()}</b>
                    <span class="group-count" class:some=move || state.read(|answer| changes(group, &answer.question) != 0)>
                        {move || state.read(|answer| count(group, &answer.question))}
                    </span>
                    <span class="group-summary">{move || state.read(|answer| groups::summary(group, answer.inputs()))}</span>
                    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                        <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.5" />
                    </svg>
                </button>
            </h3>
            <div class="group-rows" id=id hidden=move || !open.get()>
                {move || open.get().then(|| rows(state, side, group))}
            </div>
        </section>
    }
}

fn rows(state: State, side: Side, group: Group) -> AnyView {
    if group == Group::Obligations {
        return obligations::list(state);
    }
    group.controls_on(side).map(|control| view! { <AssumptionRow control /> }.into_any()).collect_view().into_any()
}

/// How many of its inputs differ from the scenario.
fn changes(group: Group, Question { side, case, .. }: &Question) -> usize {
    group.controls_on(*side).filter(|control| case.is_changed(control)).count()
}

fn count(group: Group, question: &Question) -> String {
    if group == Group::Obligations {
        return format!("{} of {MOST_OBLIGATIONS}", question.case.inputs().lab.obligation_count);
    }
    let total = group.controls_on(question.side).count();
    match changes(group, question) {
        0 => format!("{total} inputs"),
        changed => format!("{changed} of {total} changed"),
    }
}
