//! What each dollar of new money brings back from the commit, and that revenue is not return.

use leptos::prelude::*;

use super::State;
use crate::charts::ladder::{self, Ladder};
use crate::ui::chart_figure::{ChartFigure, Frame, of_answer, of_inputs, table_of_answer};
use crate::ui::crosshair::Walk;
use crate::ui::drawing::{Kind, preparation};
use crate::ui::verdict::unbroken;
use crate::wording::sections::ladder as words;
use crate::wording::tables;

/// The chart with its words.
#[component]
pub fn LadderFigure() -> impl IntoView {
    let state = State::get();
    let frame = Frame {
        id: "ladder",
        title: of_answer(state, |_, outcome| words::title(outcome)),
        sub: Box::new(words::sub),
        label: of_answer(state, words::label),
        note: of_inputs(state, words::note),
        table: table_of_answer(state, tables::ladder_table),
        draws: None,
        tall: 260.0,
    };
    let data = move || state.read(|answer| Ladder::new(answer.inputs(), answer.outcome()));
    let kind = Kind {
        natural: Ladder::natural_domain,
        draw: ladder::draw,
        stops: Ladder::stops,
        read: |data, _, at| data.reading(at),
    };
    let (plot, _) = preparation(state, data, kind);
    let sentence = of_answer(state, |inputs, outcome| words::sentence(inputs, outcome).unwrap_or_default());
    let sentence = view! { <p class="figure-words">{move || unbroken(&sentence())}</p> };
    view! { <ChartFigure frame plot walk=Walk::Parts controls=Some(sentence.into_any()) how="ladder" /> }
}
