//! What the commit pays for a gigawatt-year, beside other deals.

use leptos::prelude::*;

use super::State;
use crate::charts::gigawatts::{self, Gigawatts};
use crate::ui::chart_figure::{ChartFigure, Frame, of_answer, table_of_answer};
use crate::ui::crosshair::Walk;
use crate::ui::drawing::{Kind, preparation};
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
        draws: None,
        tall: 280.0,
    };
    let data = move || state.read(|answer| Gigawatts::beside_comparables(answer.inputs(), answer.outcome()));
    let kind = Kind {
        natural: Gigawatts::natural_domain,
        draw: gigawatts::draw,
        stops: Gigawatts::stops,
        read: |data, _, at| data.reading(at),
    };
    let (plot, _) = preparation(state, data, kind);
    let sentences = of_answer(state, |inputs, outcome| words::sentences(inputs, outcome).join(" "));
    let sentences = view! { <p class="figure-words">{move || unbroken(&sentences())}</p> };
    view! { <ChartFigure frame plot walk=Walk::Parts controls=Some(sentences.into_any()) how="gigawatts" /> }
}
