//! What one step of a slider costs, part by part: as it would be with everything found anew, and as the page does it. A
//! line for each: the median time of both in microseconds, and their ratio. Both are measured in turns in the same run.
//!
//! `cargo bench --locked --bench change` runs it, and `cargo xtask bench` as well. Nothing is asserted.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a benchmark needs a clock")]

use std::borrow::Cow;
use std::hint::black_box;
use std::time::Instant;

use offtake::analysis::deals::{DealLine, compare};
use offtake::analysis::flip::Scan;
use offtake::analysis::objective::Objective;
use offtake::analysis::outcomes::Outcomes;
use offtake::analysis::watch::Watch;
use offtake::catalog::{Case, Control, DEALS, Side, defaults};
use offtake::charts::deals::Deals;
use offtake::model::{Inputs, Lens, Stake, burden, buyer, evaluate};
use offtake::wording::sections::deals as words;
use offtake::wording::side::Voice;

/// A piece of work, found anew and as the page does it. Both are given the step at which the slider is, from 0 to 1.
struct Work {
    name: &'static str,
    anew: Box<dyn FnMut(f64) -> usize>,
    kept: Box<dyn FnMut(f64) -> usize>,
}

/// Steps of a slider in one measurement, and how many measurements.
const STEPS: u32 = 20;
const ROUNDS: usize = 60;

/// Sections whose answer rests or follows, with two memos each.
const COPIES: usize = 18;

fn case_at(step: f64) -> Case {
    let mut case = Case::default();
    if let Some(tax) = Control::find("tax_rate") {
        let _ = case.set(tax, 0.1 + 0.2 * step);
    }
    case
}

fn inputs_at(step: f64) -> Inputs {
    *case_at(step).inputs()
}

/// In the capex lens and with the shares at their exit every signal moves the answer.
const ALL_COUNT: Objective = Objective::Npv(Stake::ModelledExit);

fn capex_at(step: f64) -> Inputs {
    Inputs { lens: Lens::Capex, price_b_per_gw_yr: 10.0, ..inputs_at(step) }
}

fn all_deals(case: &Case) -> Vec<DealLine> {
    DEALS.into_iter().map(|deal| DealLine::of(deal, false)).chain([DealLine::of_case(case)]).collect()
}

fn deals() -> Work {
    Work {
        name: "other deals: what title, label, note and drawing ask for",
        anew: Box::new(|step| {
            let case = case_at(step);
            (0..4).map(|_| black_box(all_deals(&case)).len()).sum()
        }),
        kept: Box::new(|step| {
            let case = case_at(step);
            let lines = compare(false, Some(&case));
            (0..4).map(|_| black_box(&lines).len()).sum()
        }),
    }
}

fn deals_with_words() -> Work {
    let said = |lines: &mut dyn FnMut() -> Vec<DealLine>| {
        let texts = [words::title(&lines()), words::label(&lines()), words::note(&lines())];
        black_box(Deals::new(&lines()));
        texts.iter().map(String::len).sum()
    };
    Work {
        name: "the same with the words and the data of the drawing",
        anew: Box::new(move |step| {
            let case = case_at(step);
            said(&mut || all_deals(&case))
        }),
        kept: Box::new(move |step| {
            let case = case_at(step);
            let lines = compare(false, Some(&case));
            said(&mut || lines.clone())
        }),
    }
}

/// The list of signals while an input moves. It was found at rest before.
fn watch(name: &'static str, objective: Objective, inputs: fn(f64) -> Inputs, scan: Scan) -> Work {
    let count = |watch: &Watch| watch.signals.iter().filter(|signal| signal.flips_at.is_some()).count();
    let mut before = Watch::after(None, &inputs(0.5), objective, Scan::Dense);
    Work {
        name,
        anew: Box::new(move |step| count(&Watch::after(None, &inputs(step), objective, Scan::Dense))),
        kept: Box::new(move |step| {
            before = Watch::after(Some(&before), &inputs(step), objective, scan);
            count(&before)
        }),
    }
}

fn margin_at(step: f64) -> Inputs {
    Inputs { commit_margin: 0.1 + 0.4 * step, ..defaults() }
}

/// Kicker, verdict, second sentence and notes, and the key figures twice.
fn spoken<'a>(voice: &dyn Fn() -> Voice<'a>) -> usize {
    let figures = voice().key_figures().len() + voice().key_figures().len();
    let texts = voice().verdict().len() + voice().second().len() + voice().notes().len();
    figures + texts + voice().kicker().len()
}

/// The outcomes of a step with the answer in words. Formerly each sentence had a copy of its own, and the deal was
/// evaluated on every side.
fn answer(name: &'static str, side: Side) -> Work {
    let anew = move |step: f64| {
        let inputs = inputs_at(step);
        let deal = black_box(evaluate(&inputs));
        match side {
            Side::Investor => spoken(&|| Voice::Investor(&inputs, Cow::Owned(deal.clone()), Stake::LeftOut)),
            Side::Lab => {
                let found = burden::evaluate(&inputs);
                spoken(&|| Voice::Lab(&inputs, Cow::Owned(found.clone())))
            }
            Side::Buyer => {
                let found = buyer::evaluate(&inputs);
                spoken(&|| Voice::Buyer(&inputs, Cow::Owned(found.clone())))
            }
        }
    };
    let kept = move |step: f64| {
        let outcomes = Outcomes::of(&inputs_at(step));
        spoken(&|| Voice::of(side, &outcomes, Stake::LeftOut))
    };
    Work { name, anew: Box::new(anew), kept: Box::new(kept) }
}

fn copies() -> Work {
    Work {
        name: "the investor's outcome, and a copy of it for each section",
        anew: Box::new(|step| {
            let deal = evaluate(&inputs_at(step));
            (0..COPIES).map(|_| black_box(deal.clone()).rows.len()).sum()
        }),
        kept: Box::new(|step| {
            let outcomes = Outcomes::of(&inputs_at(step));
            (0..COPIES).map(|_| black_box(outcomes.clone()).deal().rows.len()).sum()
        }),
    }
}

fn works() -> Vec<Work> {
    vec![
        deals(),
        deals_with_words(),
        watch("what to watch: another slider is dragged", Objective::DEAL, inputs_at, Scan::Coarse),
        watch("the same where all five signals count", ALL_COUNT, capex_at, Scan::Coarse),
        watch("what to watch: a slider of its own is dragged", Objective::DEAL, margin_at, Scan::Coarse),
        watch("what to watch: another slider comes to rest", Objective::DEAL, inputs_at, Scan::Dense),
        answer("the answer in words: investor", Side::Investor),
        answer("the answer in words: lab", Side::Lab),
        answer("the answer in words: buyer", Side::Buyer),
        copies(),
    ]
}

/// One measurement, in microseconds a step.
fn timed(work: &mut dyn FnMut(f64) -> usize) -> f64 {
    let start = Instant::now();
    for step in 0..STEPS {
        black_box(work(f64::from(step) / f64::from(STEPS)));
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(STEPS)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn main() {
    // As a test it only has to run.
    let rounds = if std::env::args().any(|argument| argument == "--bench") { ROUNDS } else { 1 };
    println!("{:<60} {:>10} {:>10} {:>7}", "microseconds a step", "anew", "as it is", "ratio");
    for Work { name, mut anew, mut kept } in works() {
        let pairs: Vec<(f64, f64)> = (0..rounds).map(|_| (timed(&mut anew), timed(&mut kept))).collect();
        let (anew, kept): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let (anew, kept) = (median(anew), median(kept));
        println!("{name:<60} {anew:>10.1} {kept:>10.1} {:>7.1}", anew / kept);
    }
}
