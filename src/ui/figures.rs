//! The two charts, and the comparison of the two lenses beside the second one.

use std::cell::Cell;

use leptos::prelude::*;

use super::State;
use super::canvas::Drawing;
use super::chart_figure::{ChartFigure, Frame};
use super::lens_compare::LensCompare;
use crate::browser::canvas::{Area, sheet};
use crate::charts::cash_flow::{self, CashFlow};
use crate::charts::commit_share::{self, CommitShare};
use crate::charts::{ChartError, Domain, PlotMap, Style};
use crate::model::{Inputs, Outcome};
use crate::wording::{findings, tables};

const CASH: Frame = Frame {
    id: "cash",
    sub: findings::cash_sub,
    title: findings::cash_title,
    label: findings::cash_label,
    note: findings::cash_note,
    table: tables::cash_table,
};

const SHARE: Frame = Frame {
    id: "share",
    sub: findings::share_sub,
    title: findings::share_title,
    label: findings::share_label,
    note: findings::share_note,
    table: tables::share_table,
};

/// The figures under the answer.
#[component]
pub fn Figures() -> impl IntoView {
    let state = State::get();
    let cash = preparation(state, CashFlow::new, CashFlow::natural_domain, cash_flow::draw);
    let share = preparation(state, CommitShare::new, CommitShare::natural_domain, commit_share::draw);
    view! {
        <div class="figures">
            <ChartFigure frame=CASH prepare=cash />
            <div class="pair"><ChartFigure frame=SHARE prepare=share /><LensCompare /></div>
        </div>
    }
}

/// How a chart draws its data.
type Draw<T> = fn(&Area, &T, &Style, Option<Domain>) -> Result<PlotMap, ChartError>;

/// Reads the data of a chart and its scale, and says how to draw them.
fn preparation<T: 'static>(
    state: State,
    data: fn(&Inputs, &Outcome) -> T,
    natural: fn(&T) -> Domain,
    draw: Draw<T>,
) -> Box<dyn Fn() -> Drawing> {
    let last = Cell::new(None);
    Box::new(move || {
        let data = state.read(|answer| data(answer.inputs(), &answer.outcome));
        // The theme is looked at as well: its colours are read while drawing.
        let dragging = state.look.get().dragging;
        let domain = held(natural(&data), last.get().filter(|_| dragging));
        last.set(Some(domain));
        Box::new(move |canvas, extent| {
            if let Some((area, style)) = sheet(canvas, extent) {
                // A canvas that cannot be drawn on leaves the table, which holds the same numbers.
                let _ = draw(&area, &data, &style, Some(domain));
            }
        })
    })
}

/// While a slider is dragged a scale never shrinks, so that the eye sees the lines move and not the axis.
fn held(natural: Domain, before: Option<Domain>) -> Domain {
    before.map_or(natural, |before| Domain { low: natural.low.min(before.low), high: natural.high.max(before.high) })
}
