//! The NPV when eleven inputs move together: a histogram of drawn futures.

use std::cell::Cell;
use std::sync::Arc;

use leptos::prelude::*;

use super::State;
use crate::analysis::marginals::Overrides;
use crate::analysis::monte_carlo::{DEFAULT_DRAWS, Question, Run, Simulation};
use crate::browser::canvas::sheet;
use crate::charts::histogram::{self, Histogram, Marks};
use crate::ui::canvas::Drawing;
use crate::ui::chart_figure::{ChartFigure, Frame};
use crate::wording::sections::histogram as words;
use crate::wording::tables::{self, Table};

/// Draws while a slider is held.
const FEW_DRAWS: usize = 1000;

/// What was drawn, and what it says.
struct Found {
    npvs: Vec<f64>,
    base_b: f64,
    simulation: Simulation,
    note: String,
}

/// The histogram with its words.
#[component]
pub fn SimulationFigure() -> impl IntoView {
    let state = State::get();
    let dragging = Memo::new(move |_| state.look.with(|look| look.dragging));
    let draws = move || if dragging.get() { FEW_DRAWS } else { DEFAULT_DRAWS };
    let found = Memo::new_with_compare(move |_| draw(state, draws()).map(Arc::new), |_, _| true);
    let said = move |say: fn(&Found) -> String| -> Box<dyn Fn() -> String + Send + Sync> {
        Box::new(move || found.with(|found| found.as_deref().map(say).unwrap_or_default()))
    };
    let table = |found: &Found| tables::simulation_table(&found.simulation);
    let nothing = || Table { caption: String::new(), columns: Vec::new(), rows: Vec::new() };
    let frame = Frame {
        id: "simulation",
        title: said(|found| words::title(&found.simulation)),
        sub: said(|found| words::sub(&found.simulation)),
        label: said(|found| words::label(&found.simulation, found.base_b)),
        note: said(|found| found.note.clone()),
        table: Box::new(move || found.with(|found| found.as_deref().map_or_else(nothing, table))),
    };
    let last = Cell::new(None);
    let prepare = Box::new(move || -> Drawing {
        let Some(found) = found.get() else { return Box::new(|_, _| ()) };
        let held = state.look.get().dragging;
        let data = Histogram::new(found.npvs.iter().copied(), Marks::of(&found.simulation, found.base_b));
        let frame = last.get().filter(|_| held).unwrap_or_else(|| data.natural_frame());
        last.set(Some(frame));
        Box::new(move |canvas, extent| {
            if let Some((area, style)) = sheet(canvas, extent) {
                // A canvas that cannot be drawn on leaves the table, which holds the same numbers.
                let _ = histogram::draw(&area, &data, &style, Some(frame));
            }
        })
    });
    let sentence = said(|found| words::sentence(&found.simulation));
    let sentence = view! { <p class="futures" id="futures">{move || sentence()}</p> };
    view! { <ChartFigure frame prepare controls=sentence.into_any() /> }
}

/// Nothing where the distributions do not fit the inputs.
fn draw(state: State, draws: usize) -> Option<Found> {
    state.read(|answer| {
        let inputs = *answer.inputs();
        let mut run = Run::new(Question { draws, ..Question::about(inputs) }).ok()?;
        run.advance(draws);
        let simulation = run.summary();
        let note = words::note(&inputs, &Overrides::default(), &simulation);
        Some(Found { npvs: run.npvs().collect(), base_b: answer.outcome.npv_b, simulation, note })
    })
}
