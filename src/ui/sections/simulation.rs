//! The NPV when eleven inputs move together: a histogram of drawn futures.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::simulator::{Found, MANY_DRAWS, Simulator};
use super::{State, settings::Settings};
use crate::analysis::monte_carlo::DEFAULT_DRAWS;
use crate::browser::visible::VisibleWatch;
use crate::charts::histogram::{self, Frame as Bins};
use crate::model::Stake;
use crate::ui::canvas::{Drawing, Use, Words};
use crate::ui::chart_figure::{ChartFigure, Frame};
use crate::ui::crosshair::Walk;
use crate::ui::drawing::{Finished, Plot, Shown};
use crate::ui::verdict::unbroken;
use crate::wording::sections::{histogram as words, ranges};
use crate::wording::tables::{self, Table};

/// The histogram with its words, and under it what the reader can set.
#[component]
pub fn SimulationFigure() -> impl IntoView {
    let (state, near) = (State::get(), RwSignal::new(false));
    let simulator = Simulator::new(state, near);
    let place = NodeRef::<html::Div>::new();
    let watch = StoredValue::new_local(None::<VisibleWatch>);
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let made = VisibleWatch::new(&place, move |is_near| near.set(is_near));
        // A browser that cannot say what is seen: then everything is.
        if made.is_none() {
            near.set(true);
        }
        watch.set_value(made);
    });
    let sentence = said(state, simulator, |found, _| words::sentence(&found.simulation));
    let fault = move || {
        let fault = simulator.shown.with(|shown| shown.fault)?;
        Some(view! { <p class="row-fault"><b>"! " {ranges::stale(&fault)}</b></p> }.into_any())
    };
    let above = view! {
        <p class="futures" id="futures">{move || sentence()}</p>
        <div role="alert" id="why-simulation">{move || fault()}</div>
    };
    view! {
        <div class="simulation" node_ref=place>
            <ChartFigure frame=frame(state, simulator) plot=plot(state, simulator) walk=Walk::Parts controls=Some(above.into_any()) how="simulation" />
            {(!state.is_framed()).then(|| view! { <Settings simulator /> }.into_any())}
        </div>
    }
}

/// Words about what was found, with the shares treated as the reader chose; empty before anything is.
fn said(state: State, simulator: Simulator, say: fn(&Found, Stake) -> String) -> Words {
    Box::new(move || {
        let stake = state.read(|answer| answer.question.stake);
        simulator.shown.with(|shown| shown.found.as_deref().map(|found| say(found, stake)).unwrap_or_default())
    })
}

fn frame(state: State, simulator: Simulator) -> Frame {
    let sub = said(state, simulator, |found, stake| words::sub(&found.simulation, stake));
    let table = |found: &Found| tables::simulation_table(&found.simulation);
    let nothing = || Table { caption: String::new(), columns: Vec::new(), rows: Vec::new() };
    Frame {
        id: "simulation",
        title: said(state, simulator, |found, stake| words::title(&found.chart(stake).spread)),
        sub: Box::new(move || sub() + simulator.progress().map_or("", |_| ", recomputing")),
        label: said(state, simulator, |found, stake| {
            let chart = found.chart(stake);
            words::label(&found.simulation, &chart.spread, chart.base)
        }),
        note: said(state, simulator, |found, stake| {
            unbroken(&words::note(&found.question.inputs, &found.question.overrides, &found.chart(stake).spread))
        }),
        table: Box::new(move || simulator.shown.with(|shown| shown.found.as_deref().map_or_else(nothing, table))),
        draws: Some(Box::new(move || if simulator.wants_many() { MANY_DRAWS } else { DEFAULT_DRAWS })),
        tall: 280.0,
    }
}

/// While a slider is dragged the bins stay where they are and only grow.
fn plot(state: State, simulator: Simulator) -> Plot {
    let last = Cell::new(None::<Bins>);
    let shown = Shown::new();
    let prepare = Rc::new(move || -> Drawing {
        let stake = state.read(|answer| answer.question.stake);
        // The theme is looked at as well: its colours are read while drawing.
        let dragging = state.look.get().dragging;
        let Some(found) = simulator.shown.get().found else { return Rc::new(|_, _, _| ()) };
        let natural = found.chart(stake).histogram.natural_frame();
        let held = last.get().filter(|_| dragging);
        let bins = held.map_or(natural, |last| last.widened(natural));
        last.set(Some(bins));
        Rc::new(move |surface, style, used| {
            let map = histogram::draw(surface, &found.chart(stake).histogram, style, Some(bins)).ok();
            if used == Use::Page {
                let found = Arc::clone(&found);
                shown.finish(map.map(|map| Finished {
                    stops: found.chart(stake).histogram.stops(&map),
                    read: Box::new(move |at| found.chart(stake).histogram.reading(&map, at)),
                }));
            }
        })
    });
    Plot { prepare, shown }
}
