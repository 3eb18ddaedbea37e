//! The figures beside the assumptions: the charts that everybody sees first.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::State;
use super::canvas::Drawing;
use super::chart_figure::{ChartFigure, Frame, of_answer, of_inputs, table_of_answer};
use crate::browser::canvas::{Area, sheet};
use crate::charts::bridge::{self, Bridge};
use crate::charts::cash_flow::{self, CashFlow};
use crate::charts::commit_share::{self, CommitShare};
use crate::charts::{ChartError, Domain, Style};
use crate::model::Outcome;
use crate::wording::sections::bridge as bridge_words;
use crate::wording::{findings, tables};

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
    };
    let share = Frame {
        id: "share",
        title: of_answer(state, findings::share_title),
        sub: Box::new(findings::share_sub),
        label: of_answer(state, findings::share_label),
        note: of_inputs(state, findings::share_note),
        table: table_of_answer(state, |_, outcome| tables::share_table(outcome)),
    };
    let bridge = Frame {
        id: "bridge",
        title: of_answer(state, bridge_words::title),
        sub: Box::new(bridge_words::sub),
        label: of_answer(state, |_, outcome| bridge_words::label(outcome)),
        note: of_answer(state, bridge_words::note),
        table: table_of_answer(state, |_, outcome| tables::bridge_table(outcome)),
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
    let (draw_cash, _) = preparation(state, cash_data, CashFlow::natural_domain, cash_flow::draw);
    let (draw_share, _) = preparation(state, share_data, CommitShare::natural_domain, commit_share::draw);
    let (draw_bridge, _) = preparation(state, bridge_data, Bridge::natural_domain, bridge::draw);
    view! {
        <div class="figures">
            <ChartFigure frame=cash prepare=draw_cash how="payback" />
            <div class="pair"><ChartFigure frame=share prepare=draw_share how="commitment_share" /><ChartFigure frame=bridge prepare=draw_bridge how="npv" /></div>
        </div>
    }
}

/// Adds the pinned cases to the data of a chart.
fn with_pins<T>(state: State, data: T, with_pin: fn(T, &str, &Outcome) -> T) -> T {
    state.pins.with(|pins| pins.all.iter().fold(data, |data, pin| with_pin(data, &pin.name, &pin.answer.outcome)))
}

/// How a chart draws its data.
type Draw<T, M> = fn(&Area, &T, &Style, Option<Domain>) -> Result<M, ChartError>;

/// The map of the chart as it was drawn last: where a press finds what it hit.
pub type Drawn<M> = Rc<RefCell<Option<M>>>;

/// Reads the data of a chart and its scale, and says how to draw them.
pub fn preparation<T: 'static, M: 'static>(
    state: State,
    data: impl Fn() -> T + 'static,
    natural: fn(&T) -> Domain,
    draw: Draw<T, M>,
) -> (Box<dyn Fn() -> Drawing>, Drawn<M>) {
    let last = Cell::new(None);
    let drawn: Drawn<M> = Rc::default();
    let map = Rc::clone(&drawn);
    let prepare = Box::new(move || -> Drawing {
        let data = data();
        // The theme is looked at as well: its colours are read while drawing.
        let dragging = state.look.get().dragging;
        let domain = held(natural(&data), last.get().filter(|_| dragging));
        last.set(Some(domain));
        let map = Rc::clone(&map);
        Box::new(move |canvas, extent| {
            if let Some((area, style)) = sheet(canvas, extent) {
                // A canvas that cannot be drawn on leaves the table, which holds the same numbers.
                map.replace(draw(&area, &data, &style, Some(domain)).ok());
            }
        })
    });
    (prepare, drawn)
}

/// While a slider is dragged a scale never shrinks, so that the eye sees the lines move and not the axis.
fn held(natural: Domain, before: Option<Domain>) -> Domain {
    before.map_or(natural, |before| Domain { low: natural.low.min(before.low), high: natural.high.max(before.high) })
}
