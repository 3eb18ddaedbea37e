//! This deal beside others, and the reader's case among them.

use leptos::prelude::*;

use super::answer::Answer;
use super::{Section, State};
use crate::analysis::deals::{DealLine, compare};
use crate::charts::deals::{self, Deals};
use crate::ui::chart_figure::{ChartFigure, Frame};
use crate::ui::crosshair::Walk;
use crate::ui::drawing::{Kind, preparation};
use crate::wording::sections::deals as words;
use crate::wording::tables;

/// The section.
#[component]
pub fn OtherDeals() -> impl IntoView {
    view! {
        <Section id="other-deals" heading="Beside other deals" lead="The same model on other deals. What is not stated of them is as in Amazon × Anthropic, so they are sketches."
            finding=|answer: &Answer| words::title(&lines(answer))>
            <DealsFigure />
        </Section>
    }
}

fn lines(answer: &Answer) -> Vec<DealLine> {
    let case = &answer.question.case;
    compare(case.has_accepted(), Some(case))
}

/// The chart with its words.
#[component]
pub fn DealsFigure() -> impl IntoView {
    let state = State::get();
    let said = move |words: fn(&[DealLine]) -> String| move || state.read(|answer| words(&lines(answer)));
    let frame = Frame {
        id: "deals",
        title: Box::new(said(words::title)),
        sub: Box::new(words::sub),
        label: Box::new(said(words::label)),
        note: Box::new(said(words::note)),
        table: Box::new(move || state.read(|answer| tables::deals_table(&lines(answer)))),
        draws: None,
        tall: 360.0,
    };
    let data = move || state.read(|answer| Deals::new(&lines(answer)));
    let kind = Kind {
        natural: Deals::natural_domain,
        draw: deals::draw,
        stops: Deals::stops,
        read: |data, _, at| data.reading(at),
    };
    let (plot, _) = preparation(state, data, kind);
    view! { <ChartFigure frame plot walk=Walk::Parts /> }
}
