//! Both ways to charge for capacity side by side, the circular part of the money, and what keeps anything from counting
//! twice.

use leptos::prelude::*;

use super::State;
use crate::ui::chart_figure::of_answer;
use crate::ui::how_computed::{HowComputed, named};
use crate::ui::table;
use crate::ui::verdict::unbroken;
use crate::wording::metrics::{CAPITAL_CHARGE, Metric, UNIT_MARGINS};
use crate::wording::sections::lenses as words;
use crate::wording::tables;

/// What the comparison shows.
static EXPLAINED: [&Metric; 2] = [&CAPITAL_CHARGE, &UNIT_MARGINS];

/// NPVs through both lenses, the margins, and the charge for capital between them.
#[component]
pub fn LensCompare() -> impl IntoView {
    let state = State::get();
    let title = of_answer(state, |_, outcome| words::title(outcome));
    let rows = move || state.read(|answer| table::table(tables::lens_table(answer.inputs(), answer.outcome())));
    let margins = move || state.read(|answer| words::margins(answer.outcome()).map(margin).collect_view().into_any());
    let sentence = of_answer(state, |inputs, outcome| words::sentences(inputs, outcome).swap_remove(0));
    view! {
        <section class="figure compare" data-figure="lenses" aria-labelledby="title-lenses">
            <h3 class="figure-title" id="title-lenses">{move || title()}</h3>
            {move || rows()}
            <dl class="margins">{move || margins()}</dl>
            <p class="figure-words">{move || unbroken(&sentence())}</p>
            <p class="hows">"How is this computed? " {named(state, &EXPLAINED)}</p>
        </section>
    }
}

fn margin((name, value, detail): (&'static str, String, &'static str)) -> AnyView {
    view! { <div><dt>{name}</dt><dd>{value}</dd><dd class="key-context">{detail}</dd></div> }.into_any()
}

/// How much of the commit is the investor's own money.
#[component]
pub fn CircularMoney() -> impl IntoView {
    let state = State::get();
    let (title, sentences) = (of_answer(state, words::circular_title), of_answer(state, words::circular));
    view! {
        <section class="figure" data-figure="circular" aria-labelledby="title-circular">
            <h3 class="figure-title" id="title-circular">{move || title()}</h3>
            <p class="figure-words">{move || unbroken(&sentences())}</p>
            <HowComputed metric="subsidy" />
        </section>
    }
}

/// The rules against counting twice.
#[component]
pub fn CountingRules() -> impl IntoView {
    let rule = |rule: &'static str| view! { <li>{rule}</li> }.into_any();
    view! {
        <section class="figure" data-figure="rules" aria-labelledby="title-rules">
            <h3 class="figure-title" id="title-rules">"Nothing counts twice: five rules"</h3>
            <ol class="rules">{words::RULES.map(rule).collect_view()}</ol>
        </section>
    }
}
