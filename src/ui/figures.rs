//! The figures beside the assumptions: the charts that everybody sees first.

use leptos::prelude::*;

use super::State;
use super::chart_figure::{ChartFigure, Frame, csv_of_answer, of_answer, of_inputs, table_of_answer};
use super::crosshair::Walk;
use super::drawing::{Kind, preparation};
use crate::charts::bridge::{self, Bridge};
use crate::charts::cash_flow::{self, CashFlow};
use crate::charts::commit_share::{self, CommitShare};
use crate::model::Outcome;
use crate::wording::sections::bridge as bridge_words;
use crate::wording::{csv, findings, tables};

/// In a picture of their own.
const TALL: f64 = 240.0;

/// The figures under the answer.
#[component]
pub fn Figures() -> impl IntoView {
    let state = State::get();
    let cash = Frame {
        id: "cash",
        title: of_answer(state, findings::cash_title),
        sub: Box::new(findings::cash_sub),
        label: of_answer(state, findings::cash_label),
        note: of_inputs(state, findings::cash_note),
        table: table_of_answer(state, |_, outcome| tables::cash_table(outcome)),
        csv: csv_of_answer(state, |_, outcome| csv::cash(outcome)),
        tall: TALL,
    };
    let share = Frame {
        id: "share",
        title: of_answer(state, findings::share_title),
        sub: Box::new(findings::share_sub),
        label: of_answer(state, findings::share_label),
        note: of_inputs(state, findings::share_note),
        table: table_of_answer(state, |_, outcome| tables::share_table(outcome)),
        csv: csv_of_answer(state, csv::share),
        tall: TALL,
    };
    let bridge = Frame {
        id: "bridge",
        title: of_answer(state, bridge_words::title),
        sub: Box::new(bridge_words::sub),
        label: of_answer(state, |_, outcome| bridge_words::label(outcome)),
        note: of_answer(state, bridge_words::note),
        table: table_of_answer(state, |_, outcome| tables::bridge_table(outcome)),
        csv: csv_of_answer(state, |_, outcome| csv::bridge(outcome)),
        tall: TALL,
    };
    let cash_data = move || {
        let data = state.read(|answer| CashFlow::new(answer.inputs(), &answer.outcome));
        with_pins(state, data, CashFlow::with_pin)
    };
    let share_data = move || {
        let data = state.read(|answer| CommitShare::new(answer.inputs(), &answer.outcome));
        with_pins(state, data, CommitShare::with_pin)
    };
    let bridge_data = move || state.read(|answer| Bridge::new(&answer.outcome));
    let cash_kind = Kind {
        natural: CashFlow::natural_domain,
        draw: cash_flow::draw,
        stops: CashFlow::stops,
        read: |data, _, at| data.reading(at),
    };
    let share_kind = Kind {
        natural: CommitShare::natural_domain,
        draw: commit_share::draw,
        stops: CommitShare::stops,
        read: |data, _, at| data.reading(at),
    };
    let bridge_kind = Kind {
        natural: Bridge::natural_domain,
        draw: bridge::draw,
        stops: Bridge::stops,
        read: |data, _, at| data.reading(at),
    };
    let (cash_plot, _) = preparation(state, cash_data, cash_kind);
    let (share_plot, _) = preparation(state, share_data, share_kind);
    let (bridge_plot, _) = preparation(state, bridge_data, bridge_kind);
    view! {
        <div class="figures">
            <ChartFigure frame=cash plot=cash_plot walk=Walk::Years how="payback" />
            <div class="pair"><ChartFigure frame=share plot=share_plot walk=Walk::Years how="commitment_share" /><ChartFigure frame=bridge plot=bridge_plot walk=Walk::Parts how="npv" /></div>
        </div>
    }
}

/// Adds the pinned cases to the data of a chart.
fn with_pins<T>(state: State, data: T, with_pin: fn(T, &str, &Outcome) -> T) -> T {
    state.pins.with(|pins| pins.all.iter().fold(data, |data, pin| with_pin(data, &pin.name, &pin.answer.outcome)))
}
