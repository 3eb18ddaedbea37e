//! This deal beside others, and the reader's case among them.

use leptos::prelude::*;

use super::answer::Answer;
use super::kept::Kept;
use super::{Section, State};
use crate::analysis::deals::{DealLine, compare, standing};
use crate::catalog::Case;
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
        <Section id="other-deals" heading="Beside other deals" lead="The same model on other deals. What is not stated of them is as in this one, so they are sketches."
            finding=|answer: &Answer| words::title(standing(answer.question.case.has_accepted()))>
            <DealsFigure />
        </Section>
    }
}

/// The deals that follow from the answer: of these only the reader's own changes with it.
#[derive(Clone, Copy)]
struct Source {
    state: State,
    kept: Kept<Case, Vec<DealLine>>,
}

impl Source {
    /// Something about them.
    fn read<T>(self, read: impl FnOnce(&[DealLine]) -> T) -> T {
        let case = self.state.read(|answer| answer.question.case);
        read(&self.kept.get(case, |_| compare(case.has_accepted(), Some(&case))))
    }
}

/// The chart with its words.
#[component]
pub fn DealsFigure() -> impl IntoView {
    let state = State::get();
    let source = Source { state, kept: Kept::new() };
    let said = move |words: fn(&[DealLine]) -> String| move || source.read(words);
    let frame = Frame {
        id: "deals",
        title: Box::new(said(words::title)),
        sub: Box::new(words::sub),
        label: Box::new(said(words::label)),
        note: Box::new(said(words::note)),
        table: Box::new(move || source.read(tables::deals_table)),
        draws: None,
        tall: 360.0,
    };
    let data = move || source.read(Deals::new);
    let kind = Kind {
        natural: Deals::natural_domain,
        draw: deals::draw,
        stops: Deals::stops,
        read: |data, _, at| data.reading(at),
    };
    let (plot, _) = preparation(state, data, kind);
    view! { <ChartFigure frame plot walk=Walk::Parts /> }
}
