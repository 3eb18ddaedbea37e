//! The assumptions on a card: rows with sliders, or values that stay.

use leptos::prelude::*;

use crate::catalog::Control;
use crate::protocol::link::Embed;
use crate::ui::State;
use crate::ui::assumption_row::AssumptionRow;
use crate::ui::column::Column;
use crate::ui::row::value_text;
use crate::ui::source_popover::status_class;
use crate::wording::embed::usual_sliders;

/// The assumptions of a card, if it has any.
pub fn inputs(state: State, embed: &Embed) -> Option<AnyView> {
    let side = state.question.with_untracked(|question| question.side);
    let usual = || state.answer.with_untracked(|answer| usual_sliders(side, answer.inputs(), embed.card));
    let ids = embed.sliders.clone().unwrap_or_else(usual);
    let controls: Vec<&'static Control> = ids.into_iter().filter_map(|id| side.control(id)).collect();
    if controls.is_empty() {
        return None;
    }
    let class = match (&embed.sliders, controls.len()) {
        (None, _) => "card-inputs usual",
        (Some(_), 1) => "card-inputs single",
        _ => "card-inputs",
    };
    Some(if embed.locked { locked(state, class, controls) } else { rows(class, controls) })
}

fn rows(class: &'static str, controls: Vec<&'static Control>) -> AnyView {
    let column = Column::provide();
    let rows = controls.into_iter().map(|control| view! { <AssumptionRow control /> }.into_any()).collect_view();
    view! { <div class=class>{rows}<div class="card-column" node_ref=column></div></div> }.into_any()
}

fn locked(state: State, class: &'static str, controls: Vec<&'static Control>) -> AnyView {
    let row = |control: &'static Control| {
        let start = state.question.with_untracked(|question| question.case.start());
        let (status, word) = status_class(start.basis(control).status);
        let value = move || state.read(|answer| value_text(control, control.get(answer.inputs())));
        view! {
            <div data-value=control.id>
                <dt>{control.label} " " <span class=status>{word}</span></dt>
                <dd>{move || value()}</dd>
            </div>
        }
        .into_any()
    };
    view! { <dl class=format!("{class} locked")>{controls.into_iter().map(row).collect_view()}</dl> }.into_any()
}
