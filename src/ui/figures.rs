//! The two charts, and the comparison of the two lenses beside the second one.

use leptos::prelude::*;

use super::State;
use super::canvas::Drawing;
use super::chart_figure::ChartFigure;
use super::lens_compare::LensCompare;
use crate::browser::canvas::{Area, sheet};
use crate::charts::{ChartError, Domain, PlotMap, Style, cash_flow, commit_share};
use crate::model::Outcome;
use crate::wording::{findings, tables};

/// The figures under the answer.
#[component]
pub fn Figures() -> impl IntoView {
    view! {
        <div class="figures">
            <CashFlow />
            <div class="pair"><Share /><LensCompare /></div>
        </div>
    }
}

#[component]
fn CashFlow() -> impl IntoView {
    let state = State::get();
    let data = state.derive(|inputs, outcome, _| cash_flow::CashFlow::new(inputs, outcome));
    let domain = held(state, Memo::new(move |_| data.with(cash_flow::CashFlow::natural_domain)));
    view! {
        <ChartFigure
            id="cash"
            title=state.derive(|inputs, outcome, _| findings::cash_title(inputs, outcome))
            sub=findings::cash_sub()
            label=state.derive(|inputs, outcome, _| findings::cash_label(inputs, outcome))
            note=state.derive(|inputs, _, _| findings::cash_note(inputs))
            prepare=Box::new(move || drawing(data.get(), domain.get(), cash_flow::draw))
            table=state.derive(|_, outcome: &Outcome, _| tables::cash_table(outcome))
        />
    }
}

#[component]
fn Share() -> impl IntoView {
    let state = State::get();
    let data = state.derive(|inputs, outcome, _| commit_share::CommitShare::new(inputs, outcome));
    let domain = held(state, Memo::new(move |_| data.with(commit_share::CommitShare::natural_domain)));
    view! {
        <ChartFigure
            id="share"
            title=state.derive(|inputs, outcome, _| findings::share_title(inputs, outcome))
            sub=findings::share_sub()
            label=state.derive(|inputs, outcome, _| findings::share_label(inputs, outcome))
            note=state.derive(|inputs, _, _| findings::share_note(inputs))
            prepare=Box::new(move || drawing(data.get(), domain.get(), commit_share::draw))
            table=state.derive(|_, outcome: &Outcome, _| tables::share_table(outcome))
        />
    }
}

/// How a chart draws itself.
type Draw<T> = fn(&Area, &T, &Style, Option<Domain>) -> Result<PlotMap, ChartError>;

/// A drawing of these data on this scale.
fn drawing<T: 'static>(data: T, domain: Domain, draw: Draw<T>) -> Drawing {
    Box::new(move |canvas, extent| {
        if let Some((area, style)) = sheet(canvas, extent) {
            // A canvas that cannot be drawn on leaves the table, which holds the same numbers.
            let _ = draw(&area, &data, &style, Some(domain));
        }
    })
}

/// The scale of a chart. While a slider is dragged it never shrinks, so that the eye sees the lines move and not the axis.
fn held(state: State, natural: Memo<Domain>) -> Memo<Domain> {
    Memo::new(move |before: Option<&Domain>| {
        let natural = natural.get();
        match before {
            Some(before) if state.dragging.get() => {
                Domain { low: natural.low.min(before.low), high: natural.high.max(before.high) }
            }
            _ => natural,
        }
    })
}
