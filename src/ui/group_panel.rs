//! A group of assumptions behind a button.

use leptos::prelude::*;

use super::State;
use super::choice_row::ChoiceRow;
use super::slider_row::SliderRow;
use crate::catalog::{Control, Group, Kind};
use crate::wording::groups;

/// One group: name, what it holds now in a line, how many inputs, and, once opened, a row for each.
#[component]
pub fn GroupPanel(
    /// The group.
    group: Group,
) -> impl IntoView {
    let state = State::get();
    let open = Memo::new(move |_| state.is_open(group));
    let changed =
        Memo::new(move |_| state.case.with(|case| group.controls().filter(|control| case.is_changed(control)).count()));
    let total = group.controls().count();
    let count = move || match changed.get() {
        0 if total == 1 => "1 input".to_owned(),
        0 => format!("{total} inputs"),
        changed => format!("{changed} of {total} changed"),
    };
    let id = format!("group-{}", group.id());
    view! {
        <section class="group" data-group=group.id()>
            <h3>
                <button type="button" class="group-head" aria-controls=id.clone()
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    on:click=move |_| state.show(group, !open.get_untracked())>
                    <b>{group.label()}</b>
                    <span class="group-count" class:some=move || changed.get() != 0>{count}</span>
                    <span class="group-summary">{move || state.inputs.with(|inputs| groups::summary(group, inputs))}</span>
                    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                        <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.5" />
                    </svg>
                </button>
            </h3>
            <div class="group-rows" id=id hidden=move || !open.get()>
                {move || open.get().then(|| group.controls().map(row).collect_view())}
            </div>
        </section>
    }
}

/// The row that fits the kind of input.
fn row(control: Control) -> AnyView {
    match control.kind {
        Kind::Choice(_) => view! { <ChoiceRow control /> }.into_any(),
        Kind::Number | Kind::Whole => view! { <SliderRow control /> }.into_any(),
    }
}
