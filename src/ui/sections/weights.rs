//! The three scenarios, weighted by the reader.

use leptos::prelude::*;

use super::State;
use crate::analysis::weights::{WEIGHED, Weighing, Weights, weigh};
use crate::catalog::{Kind, Limits, Scenario, Unit};
use crate::ui::state::yes;
use crate::ui::table;
use crate::ui::value_box::{Entry, ValueBox};
use crate::ui::verdict::unbroken;
use crate::wording::numbers::{PERCENT, affixes, read_within};
use crate::wording::sections::weights as words;
use crate::wording::tables::weights_table;

/// A table with a slider and a box for each weight, and what the weights give.
#[component]
pub fn WeightsFigure() -> impl IntoView {
    let state = State::get();
    let stake = move || state.read(|answer| answer.question.stake);
    let full_draw = move || words::full_draw(&weighing(state)).unwrap_or_default();
    let columns = weights_table(&untrack(move || weighing(state))).columns;
    let rows = WEIGHED.iter().enumerate();
    let rows = rows.filter_map(|(at, id)| Some(row(state, at, Scenario::find(id)?)));
    let is_equal = move || state.setup.with(|setup| setup.weights == Weights::default());
    view! {
        <figure class="figure weights" data-figure="weights" aria-labelledby="title-weights">
            <figcaption>
                <h3 class="figure-title" id="title-weights">{move || words::title(&weighing(state))}</h3>
                <p class="figure-sub">{move || words::sub(stake())}</p>
            </figcaption>
            <p class="futures" id="weighted">{move || unbroken(&words::sentence(&weighing(state)))} " " {move || unbroken(&full_draw())}</p>
            <table>
                <thead><tr>{columns.into_iter().map(|name| view! { <th scope="col">{name}</th> }.into_any()).collect_view()}</tr></thead>
                <tbody>
                    {rows.collect_view()}
                    <tr class="sum"><th scope="row">"Weighted"</th><td></td><td class="weight-sum">"100%"</td>{cells(state, WEIGHED.len())}</tr>
                </tbody>
            </table>
            <button type="button" class="link" id="equal-weights" aria-disabled=move || yes(is_equal())
                on:click=move |_| {
                    state.setup.update(|setup| setup.weights = Weights::default());
                    state.forget_refused();
                }>"Equal weights"</button>
            <p class="figure-note">{words::note()}</p>
        </figure>
    }
}

/// The scenarios with the present weights, and the shares treated as the reader chose.
fn weighing(state: State) -> Weighing {
    let (stake, case) = state.read(|answer| (answer.question.stake, answer.question.case));
    state.setup.with(|setup| weigh(&setup.weights, stake, &case))
}

/// The money of a line.
fn cells(state: State, line: usize) -> AnyView {
    const FIRST: usize = 3;
    let money = move || {
        let cells = weights_table(&weighing(state)).rows.into_iter().nth(line).unwrap_or_default();
        cells.into_iter().skip(FIRST).map(table::number).collect_view().into_any()
    };
    view! { {move || money()} }.into_any()
}

fn row(state: State, at: usize, scenario: &'static Scenario) -> AnyView {
    let weight = move || state.setup.with(|setup| setup.weights.all().get(at).copied().unwrap_or_default());
    let set = move |value: f64| state.setup.update(|setup| setup.weights.set(at, value));
    let entry = Entry {
        id: format!("weight-{}", scenario.id),
        label: words::name(scenario),
        affixes: affixes(Unit::Percent),
        text: Box::new(move || PERCENT.bare(weight())),
        take: Box::new(move |typed| read_within(Unit::Percent, Kind::Number, Limits::SHARE, typed).map(set)),
        step: Box::new(move |steps| {
            state.setup.update(|setup| setup.weights.nudge(at, steps.signum() * steps.abs().ceil()));
        }),
    };
    view! {
        <tr data-weight=scenario.id>
            <th scope="row">{scenario.chip}</th>
            <td class="label">{scenario.label}</td>
            <td class="weight">
                <input type="range" min="0" max="1" step="0.01" aria-label=words::name(scenario)
                    aria-valuetext=move || PERCENT.spoken(weight())
                    prop:value=move || weight().to_string()
                    on:input:target=move |event| set(event.target().value_as_number()) />
                <ValueBox entry />
            </td>
            {cells(state, at)}
        </tr>
    }
    .into_any()
}
