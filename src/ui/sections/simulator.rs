//! Runs the simulation: at once while a slider is dragged, in slices of a few milliseconds when it rests.

use std::sync::{Arc, OnceLock};

use leptos::prelude::*;

use super::State;
use crate::analysis::marginals::{NotEnclosing, around};
use crate::analysis::monte_carlo::{DEFAULT_DRAWS, Question, Run, Simulation, Spread};
use crate::browser::printing;
use crate::browser::slices::{Slices, now};
use crate::charts::histogram::{Histogram, Marks};
use crate::model::{self, Stake};

/// Draws while a slider is dragged.
const FEW_DRAWS: usize = 1000;
/// Draws on request.
pub const MANY_DRAWS: usize = 100_000;
/// Draws between two looks at the clock.
const AT_ONCE: usize = 200;
/// Milliseconds after which the page says how far a run is; what is done sooner is not mentioned.
const BETWEEN_MENTIONS: f64 = 60.0;

/// What was drawn, and what it says.
pub struct Found {
    /// What was asked.
    pub question: Question,
    /// Percentiles and probabilities.
    pub simulation: Simulation,
    /// How long it took, in milliseconds.
    pub took: f64,
    run: Run,
    /// For each way to treat the shares, once somebody looks at it.
    charts: [OnceLock<Chart>; 3],
}

/// The NPVs with the shares treated in one way.
pub struct Chart {
    /// How they are spread.
    pub spread: Spread,
    /// The NPV of the present inputs, $B.
    pub base: f64,
    /// The bins.
    pub histogram: Histogram,
}

impl Chart {
    fn new(run: &Run, stake: Stake) -> Self {
        let (spread, base) = (run.spread(stake), model::value(&run.question().inputs).npv_for(stake));
        let histogram = Histogram::new(run.npvs_for(stake).to_vec(), Marks::of(&spread, base));
        Self { spread, base, histogram }
    }
}

impl Found {
    /// The chart with the shares treated in one way.
    pub fn chart(&self, stake: Stake) -> &Chart {
        let [left_out, at_cost, modelled_exit] = &self.charts;
        let chart = match stake {
            Stake::LeftOut => left_out,
            Stake::AtCost => at_cost,
            Stake::ModelledExit => modelled_exit,
        };
        chart.get_or_init(|| Chart::new(&self.run, stake))
    }
}

/// A run with all that is made of it, piece by piece.
struct Job {
    found: Found,
    /// What the page shows first.
    stake: Stake,
    /// Whether the summary is made.
    is_told: bool,
    started: f64,
    mentioned: f64,
}

impl Job {
    fn new(question: Question, stake: Stake) -> Result<Self, NotEnclosing> {
        let started = now();
        let run = Run::new(question.clone())?;
        let found = Found { question, simulation: run.summary(), took: 0.0, run, charts: Default::default() };
        Ok(Self { found, stake, is_told: false, started, mentioned: started })
    }

    /// Does the next piece and says whether it was the last.
    fn piece(&mut self) -> bool {
        let Self { found, stake, is_told, .. } = self;
        if !found.run.advance(AT_ONCE) || !found.run.sum_up() {
            return false;
        }
        if !std::mem::replace(is_told, true) {
            found.simulation = found.run.summary();
            return false;
        }
        found.chart(*stake);
        true
    }

    /// Whether the next piece is long enough for a slice of its own.
    fn is_at_a_long_piece(&self) -> bool {
        let done = self.found.run.done();
        done == self.found.question.draws && done > DEFAULT_DRAWS
    }

    fn found(mut self) -> Arc<Found> {
        self.found.took = now() - self.started;
        Arc::new(self.found)
    }
}

/// What the page shows of the simulation.
#[derive(Clone, Default)]
pub struct Shown {
    /// The last result.
    pub found: Option<Arc<Found>>,
    /// Why there is none for the present inputs.
    pub fault: Option<NotEnclosing>,
    /// Whether the result is that of the inputs before.
    is_old: bool,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        let result = |shown: &Self| shown.found.as_ref().map(Arc::as_ptr);
        result(self) == result(other) && self.fault == other.fault && self.is_old == other.is_old
    }
}

impl Shown {
    /// The result of a few draws, made on the spot.
    fn few(self, asked: &Question) -> Self {
        match few(asked) {
            Ok(found) => Self { found: Some(found), ..Self::default() },
            Err(fault) => Self { fault: Some(fault), ..self },
        }
    }
}

/// The simulation of the present inputs.
#[derive(Clone, Copy)]
pub struct Simulator {
    /// What to show.
    pub shown: Memo<Shown>,
    /// What the present inputs ask; nothing while nobody can see the answer.
    asked: Memo<Option<Question>>,
    /// What is to be drawn in slices; nothing while a slider is dragged.
    wanted: Memo<Option<Question>>,
    work: RwSignal<Work>,
}

/// What goes on beside the graph.
#[derive(Clone, Default)]
struct Work {
    /// The question for which many draws were asked for.
    many: Option<Question>,
    /// The last result of a run in slices.
    done: Option<Arc<Found>>,
    /// How many draws the present run has made, if it takes a while.
    drawn: usize,
}

impl Work {
    fn has(&self, wanted: &Question) -> bool {
        self.done.as_ref().is_some_and(|found| found.question == *wanted)
    }
}

impl Simulator {
    /// Follows the state while `near`: nobody waits for what nobody sees.
    pub fn new(state: State, near: RwSignal<bool>) -> Self {
        let work = RwSignal::new(Work::default());
        let dragging = Memo::new(move |_| state.look.with(|look| look.dragging));
        let question = move || state.setup.get().question(state.read(|answer| *answer.inputs()), DEFAULT_DRAWS);
        let asked = Memo::new(move |_| near.get().then(question));
        let wanted = Memo::new(move |_| {
            let question = asked.get().filter(|_| !dragging.get())?;
            let many = work.with(|work| work.many.as_ref() == Some(&question));
            Some(Question { draws: if many { MANY_DRAWS } else { DEFAULT_DRAWS }, ..question })
        });
        let shown = Memo::new(move |before: Option<&Shown>| {
            let before = before.cloned().unwrap_or_default();
            let Some(asked) = asked.get() else {
                // A page that is printed or read without scrolling has words here, too.
                return if before.found.is_none() { before.few(&untrack(question)) } else { before };
            };
            if dragging.get() {
                return before.few(&asked);
            }
            if let Some(found) = work.with(|work| work.done.clone()).filter(|found| is_about(&found.question, &asked)) {
                return Shown { found: Some(found), ..Shown::default() };
            }
            if let Err(fault) = around(&asked.inputs, &asked.overrides) {
                return Shown { fault: Some(fault), ..before };
            }
            // An old result waits for the new one, but not for ever, as it would while a key is held down.
            if before.found.is_none() || before.is_old || printing::is_on() {
                before.few(&asked)
            } else {
                Shown { fault: None, is_old: true, ..before }
            }
        });
        let this = Self { shown, asked, wanted, work };
        let slices = Slices::new();
        Effect::new(move |_| {
            let (Some(slices), wanted) = (&slices, wanted.get()) else { return };
            slices.stop();
            let missing = wanted.filter(|wanted| work.with_untracked(|work| !work.has(wanted)));
            let stake = state.question.with_untracked(|question| question.stake);
            if let Some(Ok(job)) = missing.map(|question| Job::new(question, stake)) {
                this.run(slices, job);
            }
        });
        this
    }

    fn run(self, slices: &Slices, job: Job) {
        let mut waiting = Some(job);
        slices.start(move |until| {
            let Some(job) = &mut waiting else { return true };
            // How far the run before was is no matter any more.
            if job.found.run.done() == 0 && self.work.with_untracked(|work| work.drawn > 0) {
                self.work.update(|work| work.drawn = 0);
            }
            while !job.piece() {
                if until.is_over() || job.is_at_a_long_piece() {
                    self.mention(job);
                    return false;
                }
            }
            let found = waiting.take().map(Job::found);
            self.work.update(|work| (work.drawn, work.done) = (0, found));
            true
        });
    }

    /// Says how far a run is, if it takes a while; now and then, for each time the page is drawn again.
    fn mention(self, job: &mut Job) {
        let takes_long = job.found.question.draws > DEFAULT_DRAWS;
        let since = now() - job.mentioned;
        if since > BETWEEN_MENTIONS || (takes_long && job.mentioned <= job.started) {
            job.mentioned = now();
            self.work.update(|work| work.drawn = job.found.run.done());
        }
    }

    /// Many draws for the present inputs, until something changes.
    pub fn ask_many(self, wanted: bool) {
        let many = self.asked.get_untracked().filter(|_| wanted);
        self.work.update(|work| work.many = many);
    }

    /// Whether many draws are wanted for the present inputs.
    pub fn wants_many(self) -> bool {
        self.wanted.with(|wanted| wanted.as_ref().is_some_and(|wanted| wanted.draws == MANY_DRAWS))
    }

    /// How many draws the present run has made, if there is one that takes a while.
    pub fn progress(self) -> Option<usize> {
        self.work.with(|work| {
            let is_running = self.wanted.with(|wanted| wanted.as_ref().is_some_and(|wanted| !work.has(wanted)));
            Some(work.drawn).filter(|drawn| is_running && *drawn > 0)
        })
    }
}

/// Whether two questions differ in the number of draws alone.
fn is_about(one: &Question, other: &Question) -> bool {
    *one == Question { draws: one.draws, ..other.clone() }
}

fn few(question: &Question) -> Result<Arc<Found>, NotEnclosing> {
    // Paper waits for nobody: all draws at once.
    let draws = if printing::is_on() { DEFAULT_DRAWS } else { FEW_DRAWS };
    let mut job = Job::new(Question { draws, ..question.clone() }, Stake::LeftOut)?;
    job.found.run.advance(draws);
    job.found.simulation = job.found.run.summary();
    Ok(job.found())
}
