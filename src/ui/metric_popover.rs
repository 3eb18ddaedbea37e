//! How a figure is computed: what it means, the formula, the present numbers put into it, and where each comes from.

use leptos::prelude::*;

use super::State;
use super::go_to::{anchor, go_to_input};
use super::popover::close;
use super::row::value_text;
use super::source_popover::status_class;
use crate::catalog::Control;
use crate::wording::metrics::{Known, Metric};

/// Name, meaning, formula, present numbers, remark, inputs.
pub fn words(state: State, metric: &'static Metric) -> AnyView {
    let worked = move || {
        let lines = state.words(|inputs, outcome, stake| metric.worked(inputs, outcome, stake));
        lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect_view().into_any()
    };
    let used = move || {
        let inputs = state.read(|answer| metric.used(answer.inputs()));
        inputs
            .into_iter()
            .filter_map(|input| state.side().any_control(input.id))
            .map(|input| row(state, input))
            .collect_view()
            .into_any()
    };
    view! {
        <h2 id="panel-title">{metric.name()}</h2>
        <p>{metric.meaning()}</p>
        <pre class="formula">{metric.formula()}</pre>
        <h3>"With the present numbers"</h3>
        <ul class="worked">{move || worked()}</ul>
        <p>{metric.remark_parts().map(|(text, is_code)| piece(text, is_code)).collect_view()}</p>
        <h3>"The inputs it rests on"</h3>
        <ul class="rests">{move || used()}</ul>
    }
    .into_any()
}

fn piece(text: &'static str, is_code: bool) -> AnyView {
    if is_code { view! { <code>{text}</code> }.into_any() } else { text.into_any() }
}

/// An input with its present value, status and sources. A press leads to it.
fn row(state: State, control: &'static Control) -> AnyView {
    let (class, word, sources) = match state.question.with_untracked(|question| Known::of(control, &question.case)) {
        Known::As(basis) => {
            let (class, word) = status_class(&basis);
            (class, word.to_owned(), basis.sources)
        }
        Known::Report(rate) => ("", rate.label.to_owned(), rate.sources),
        Known::Scenario => ("", "as in the scenario".to_owned(), &[][..]),
        Known::Changed(was) => ("", format!("changed, was {}", value_text(control, was)), &[][..]),
    };
    let value = state.read(|answer| value_text(control, control.get(answer.inputs())));
    let leave = move |_| {
        close();
        go_to_input(state, control.id);
    };
    view! {
        <li data-rests=control.id>
            <button type="button" class="link" data-goes-to=control.id on:click=leave>{control.label}</button>
            <b>{value}</b>
            <span class=class>{word}</span>
            <span class="cites">{sources.iter().map(|id| anchor(id, (*id).to_owned())).collect_view()}</span>
        </li>
    }
    .into_any()
}
