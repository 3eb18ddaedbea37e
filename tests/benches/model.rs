//! How long one answer takes: the full outcome, the value-only path, one chart drawn to SVG.
//!
//! `cargo xtask bench` runs it. Every figure is measured on the machine at hand; compare only within one run.
#![allow(missing_docs, reason = "the macros of criterion write the entry point")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use offtake::catalog;
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

criterion_group!(benches, model);
criterion_main!(benches);
