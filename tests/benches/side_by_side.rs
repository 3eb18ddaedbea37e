//! The same analyses, timed by the same code natively and in a browser: `cargo xtask bench` runs both and prints the
//! ratio. A line for each: name, best and median time in milliseconds, and a number that follows from the result, so that
//! equal work can be told from work that was optimised away.
//!
//! In a browser the lines are put into the document, natively they are printed. Nothing is asserted.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a benchmark needs a clock")]

use std::hint::black_box;

use offtake::analysis::monte_carlo::{Question, simulate};
use offtake::analysis::objective::Objective;
use offtake::analysis::{grid::grid, tornado::tornado, track};
use offtake::catalog::{self, Control, INPUTS, Kind, Proportion};
use offtake::model::Inputs;

/// A piece of work: its name, how many repetitions are one measurement, and the work.
type Work = (&'static str, u32, fn(&Inputs) -> f64);

const WORKS: [Work; 6] = [
    ("all tracks, 101 points each", 20, all_tracks),
    ("tornado", 200, |inputs| tornado(inputs, Objective::DEAL).bars.iter().map(|bar| bar.swing).sum()),
    ("grid, 41 x 41", 20, grid_41),
    ("simulation, 1,000 draws", 20, |inputs| draws(inputs, 1_000)),
    ("simulation, 10,000 draws", 2, |inputs| draws(inputs, 10_000)),
    ("simulation, 100,000 draws", 1, |inputs| draws(inputs, 100_000)),
];

/// Measurements of each piece; the first two warm up.
const ROUNDS: usize = 12;

fn all_tracks(inputs: &Inputs) -> f64 {
    let controls = INPUTS.iter().filter(|input| input.kind == Kind::Number).map(Control::of);
    let sums = controls.map(|control| {
        let question = track::Question {
            inputs,
            proportion: Proportion::default(),
            control: &control,
            objective: Objective::DEAL,
        };
        question.track(control.track, 101).points.iter().map(|point| point.1).sum::<f64>()
    });
    sums.sum()
}

fn grid_41(inputs: &Inputs) -> f64 {
    let side = |low: f64, high: f64| (0..41).map(|i| low + (high - low) * f64::from(i) / 40.0).collect::<Vec<_>>();
    let (Some(x), Some(y)) = (catalog::find("commit_margin"), catalog::find("adoption_ceiling")) else { return 0.0 };
    grid(inputs, Objective::DEAL, (x, side(0.1, 0.5)), (y, side(0.1, 0.6))).values.iter().flatten().sum()
}

fn draws(inputs: &Inputs, draws: usize) -> f64 {
    simulate(Question { draws, ..Question::about(*inputs) }).map_or(0.0, |simulation| simulation.npv_mean_b)
}

fn main() {
    let inputs = catalog::defaults();
    for (name, repetitions, work) in WORKS {
        let mut check = 0.0;
        let mut times: Vec<f64> = (0..ROUNDS)
            .map(|_| {
                let start = now();
                for _ in 0..repetitions {
                    check = work(black_box(&inputs));
                }
                (now() - start) / f64::from(repetitions)
            })
            .skip(2)
            .collect();
        times.sort_by(f64::total_cmp);
        let (best, median) = (times.first().copied(), times.get(times.len() / 2).copied());
        report(&format!("{name}\t{}\t{}\t{check}", best.unwrap_or_default(), median.unwrap_or_default()));
    }
    report("done");
}

/// Milliseconds since whenever.
#[cfg(target_arch = "wasm32")]
fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Milliseconds since the first question.
#[cfg(not(target_arch = "wasm32"))]
fn now() -> f64 {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed().as_secs_f64() * 1000.0
}

#[cfg(target_arch = "wasm32")]
fn report(line: &str) {
    if let Some(body) = web_sys::window().and_then(|window| window.document()?.body()) {
        let before = body.text_content().unwrap_or_default();
        body.set_text_content(Some(&format!("{before}{line}\n")));
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn report(line: &str) {
    println!("{line}");
}
