//! The figures beside the assumptions: the charts that everybody sees first.

use leptos::prelude::*;

use super::State;
use super::chart_figure::{ChartFigure, Frame, of_answer, of_inputs, table_of_answer};
use super::crosshair::Walk;
use super::drawing::{Kind, preparation};
use crate::charts::bridge::{self, Bridge};
use crate::charts::cash_flow::{self, CashFlow};
use crate::charts::commit_share::{self, CommitShare};
use crate::model::Outcome;
use crate::wording::sections::bridge as bridge_words;
use crate::wording::{findings, tables};

/// In a picture of their own.
const TALL: f64 = 240.0;

/// The figures under the answer.
#[component]
pub fn Figures() -> impl IntoView {
    view! {
        <div class="figures">
            {cash()}
            <div class="pair">{share()}{bridge()}</div>
        </div>
    }
}

/// Cash flow by year.
pub fn cash() -> AnyView {
    let state = State::get();
    let frame = Frame {
        id: "cash",
        title: of_answer(state, findings::cash_title),
        sub: Box::new(findings::cash_sub),
        label: of_answer(state, findings::cash_label),
        note: of_inputs(state, findings::cash_note),
        table: table_of_answer(state, |_, outcome| tables::cash_table(outcome)),
        draws: None,
        tall: TALL,
    };
    let data = move || {
        let data = state.read(|answer| CashFlow::new(answer.inputs(), answer.outcome()));
        with_pins(state, data, CashFlow::with_pin)
    };
    let kind = Kind {
        natural: CashFlow::natural_domain,
        draw: cash_flow::draw,
        stops: CashFlow::stops,
        read: |data, _, at| data.reading(at),
    };
    let (plot, _) = preparation(state, data, kind);
    view! { <ChartFigure frame plot walk=Walk::Years how="payback" /> }.into_any()
}

/// The commitment as a share of revenue.
pub fn share() -> AnyView {
    let state = State::get();
    let frame = Frame {
        id: "share",
        title: of_answer(state, findings::share_title),
        sub: Box::new(findings::share_sub),
        label: of_answer(state, findings::share_label),
        note: of_inputs(state, findings::share_note),
        table: table_of_answer(state, |_, outcome| tables::share_table(outcome)),
        draws: None,
        tall: TALL,
    };
    let data = move || {
        let data = state.read(|answer| CommitShare::new(answer.inputs(), answer.outcome()));
        with_pins(state, data, CommitShare::with_pin)
    };
    let kind = Kind {
        natural: CommitShare::natural_domain,
        draw: commit_share::draw,
        stops: CommitShare::stops,
        read: |data, _, at| data.reading(at),
    };
    let (plot, _) = preparation(state, data, kind);
    view! { <ChartFigure frame plot walk=Walk::Years how="commitment_share" /> }.into_any()
}

/// Where the NPV comes from.
pub fn bridge() -> AnyView {
    let state = State::get();
    let frame = Frame {
        id: "bridge",
        title: of_answer(state, bridge_words::title),
        sub: Box::new(bridge_words::sub),
        label: of_answer(state, |_, outcome| bridge_words::label(outcome)),
        note: of_answer(state, bridge_words::note),
        table: table_of_answer(state, |_, outcome| tables::bridge_table(outcome)),
        draws: None,
        tall: TALL,
    };
    let data = move || state.read(|answer| Bridge::new(answer.outcome()));
    let kind = Kind {
        natural: Bridge::natural_domain,
        draw: bridge::draw,
        stops: Bridge::stops,
        read: |data, _, at| data.reading(at),
    };
    let (plot, _) = preparation(state, data, kind);
    view! { <ChartFigure frame plot walk=Walk::Parts how="npv" /> }.into_any()
}

/// Adds the pinned cases to the data of a chart.
fn with_pins<T>(state: State, data: T, with_pin: fn(T, &str, &Outcome) -> T) -> T {
    state.pins.with(|pins| pins.all.iter().fold(data, |data, pin| with_pin(data, &pin.name, pin.answer.outcome())))
}
