//! What the commit pays for a gigawatt-year, beside other deals.

use leptos::prelude::*;

use super::State;
use crate::charts::gigawatts::{self, Gigawatts};
use crate::ui::chart_figure::{ChartFigure, Frame, of_answer, table_of_answer};
use crate::ui::figures::preparation;
use crate::ui::verdict::unbroken;
use crate::wording::sections::gigawatts as words;
use crate::wording::tables;

/// The chart with its words.
#[component]
pub fn GigawattsFigure() -> impl IntoView {
    let state = State::get();
    let frame = Frame {
        id: "gigawatts",
        title: of_answer(state, words::title),
        sub: Box::new(words::sub),
        label: of_answer(state, |_, outcome| words::label(outcome)),
        note: Box::new(words::note),
        table: table_of_answer(state, tables::gigawatt_table),
    };
    let data = move || state.read(|answer| Gigawatts::beside_comparables(answer.inputs(), &answer.outcome));
    let (prepare, _) = preparation(state, data, Gigawatts::natural_domain, gigawatts::draw);
    let sentences = of_answer(state, |inputs, outcome| words::sentences(inputs, outcome).join(" "));
    let sentences = view! { <p class="figure-words">{move || unbroken(&sentences())}</p> };
    view! { <ChartFigure frame prepare controls=sentences.into_any() how="gigawatts" /> }
}
