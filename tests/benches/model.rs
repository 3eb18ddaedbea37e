//! How long one answer takes: the full outcome, the value-only path, one chart drawn to SVG; and the analyses that ask
//! many times: all tracks, the grid, the tornado, the simulation.
//!
//! `cargo xtask bench` runs it. Every figure is measured on the machine at hand; compare only within one run.
#![allow(missing_docs, reason = "the macros of criterion write the entry point")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use offtake::analysis::monte_carlo::{Question, simulate};
use offtake::analysis::objective::Objective;
use offtake::analysis::{grid::grid, tornado::tornado, track};
use offtake::catalog::{self, Control, INPUTS, Kind, Proportion};
use offtake::charts::cash_flow::CashFlow;
use offtake::charts::style::LIGHT;
use offtake::charts::{Style, svg};
use offtake::model::{self, Inputs, Lens};

/// Five now and eighty in year ten: the flows change sign twice and two rates solve them.
fn several_sign_changes() -> Inputs {
    Inputs {
        contingent_b: 80.0,
        milestone_start_year: 10,
        milestone_count: 1,
        commit_margin: 1.0,
        tax_rate: 0.0,
        ..catalog::defaults()
    }
}

fn deals() -> [(&'static str, Inputs); 3] {
    let default = catalog::defaults();
    [
        ("default", default),
        ("capex lens", Inputs { lens: Lens::Capex, ..default }),
        ("several sign changes", several_sign_changes()),
    ]
}

fn model(criterion: &mut Criterion) {
    for (name, inputs) in deals() {
        criterion.bench_function(&format!("value/{name}"), |b| b.iter(|| model::value(black_box(&inputs))));
        criterion.bench_function(&format!("evaluate/{name}"), |b| b.iter(|| model::evaluate(black_box(&inputs))));
    }
}

fn chart(criterion: &mut Criterion) {
    let inputs = catalog::defaults();
    let data = CashFlow::new(&inputs, &model::evaluate(&inputs));
    let style = Style { palette: LIGHT, width: 984.0, height: 360.0, ratio: 1.0 };
    criterion.bench_function("chart/cash flow to SVG", |b| b.iter(|| svg::cash_flow(black_box(&data), &style)));
}

/// Every numeric input at 101 points.
fn all_tracks(inputs: &Inputs) -> usize {
    let controls = INPUTS.iter().filter(|input| input.kind == Kind::Number).map(Control::of);
    let crossings = controls.map(|control| {
        let question = track::Question {
            inputs,
            proportion: Proportion::default(),
            control: &control,
            objective: Objective::DEAL,
        };
        question.track(control.track, 101).crossings.len()
    });
    crossings.sum()
}

fn analyses(criterion: &mut Criterion) {
    let inputs = catalog::defaults();
    criterion.bench_function("analysis/all tracks, 101 points", |b| b.iter(|| all_tracks(black_box(&inputs))));
    criterion.bench_function("analysis/tornado", |b| b.iter(|| tornado(black_box(&inputs), Objective::DEAL)));
    if let (Some(x), Some(y)) = (catalog::find("commit_margin"), catalog::find("adoption_ceiling")) {
        let side = |low: f64, high: f64| (0..41).map(|i| low + (high - low) * f64::from(i) / 40.0).collect::<Vec<_>>();
        let (xs, ys) = (side(0.1, 0.5), side(0.1, 0.6));
        criterion.bench_function("analysis/grid, 41 x 41", |b| {
            b.iter(|| grid(black_box(&inputs), Objective::DEAL, (x, xs.clone()), (y, ys.clone())));
        });
    }
    let mut slow = criterion.benchmark_group("analysis");
    slow.sample_size(20);
    slow.bench_function("simulation, 100,000 draws", |b| {
        b.iter(|| simulate(Question { draws: 100_000, ..Question::about(black_box(inputs)) }));
    });
    slow.finish();
}

criterion_group!(benches, model, chart, analyses);
criterion_main!(benches);
