//! The simulation, in slices: the page around stays awake, hears how far it is, and can call it off.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Error, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::ask::asked;
use super::values::{function, is_absent, or_tell, plain, property, shown, thrown};
use crate::analysis::monte_carlo::Run;
use crate::browser::slices::{Slices, Until};
use crate::protocol::{Fault, Request};

/// Draws between two looks at the clock.
const PIECE: usize = 200;

/// A simulation on its way, and who waits for it.
struct Job {
    run: Run,
    progress: Option<Function>,
    signal: Option<JsValue>,
    resolve: Function,
    reject: Function,
}

/// The NPV when eleven inputs move together. Resolves when all futures are drawn. `onProgress` is called now and then
/// with how many are drawn and how many there are to be; `signal` calls the work off, and the promise is then rejected with
/// its reason. The same options give the same bits everywhere, however the work is sliced.
#[allow(clippy::needless_pass_by_value, reason = "passed by JavaScript")]
#[wasm_bindgen(unchecked_return_type = "Promise<Simulation>")]
pub fn simulate(
    #[wasm_bindgen(unchecked_optional_param_type = "SimulationOptions")] options: JsValue,
    #[wasm_bindgen(js_name = onProgress, unchecked_optional_param_type = "(done: number, draws: number) => void")]
    on_progress: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AbortSignal")] signal: JsValue,
) -> Promise {
    let mut faults = Vec::new();
    let run = or_tell(run(&options), &mut faults);
    let progress = or_tell(function("onProgress", &on_progress), &mut faults);
    let signal = or_tell(a_signal(signal), &mut faults);
    let (Some(run), Some(progress), Some(signal)) = (run, progress, signal) else {
        return Promise::reject(&thrown(&faults));
    };
    let mut run = Some(run);
    Promise::new(&mut |resolve, reject| {
        if let Some(run) = run.take() {
            start(Job { run, progress: progress.clone(), signal: signal.clone(), resolve, reject });
        }
    })
}

fn run(options: &JsValue) -> Result<Run, Vec<Fault>> {
    match asked("montecarlo", options)? {
        Request::Simulation(question) => Run::new(*question).map_err(|not| vec![Fault::not_enclosing(&not)]),
        _ => Err(vec![Fault::not_this_model("montecarlo")]),
    }
}

/// What can call the work off, if it was given: whatever says whether it is aborted.
fn a_signal(signal: JsValue) -> Result<Option<JsValue>, Vec<Fault>> {
    match property(&signal, "aborted") {
        _ if is_absent(&signal) => Ok(None),
        Some(aborted) if aborted.as_bool().is_some() => Ok(Some(signal)),
        _ => Err(vec![Fault::not_a("signal", &shown(&signal), "an AbortSignal")]),
    }
}

/// Works until the job is done; the slices live as long as their work.
fn start(mut job: Job) {
    // Node answers a thousand messages before it looks at a timer; this waits its turn.
    if let Some(immediately) = property(&js_sys::global(), "setImmediate").and_then(|it| it.dyn_into().ok()) {
        return in_turns(job, immediately);
    }
    let Some(slices) = Slices::new() else {
        job.finish();
        return;
    };
    let alive = Rc::new(RefCell::new(None));
    let own = Rc::clone(&alive);
    slices.start(move |until| {
        let is_done = job.slice(until);
        if is_done {
            // Closes the channel, without which Node would wait for ever.
            own.borrow_mut().take();
        }
        is_done
    });
    alive.replace(Some(slices));
}

/// The same where the program around has a way to be asked again after everything that waits.
fn in_turns(mut job: Job, immediately: Function) {
    let ask = immediately.clone();
    let again = Closure::once_into_js(move || {
        if !job.slice(Until::after_a_slice()) {
            in_turns(job, immediately);
        }
    });
    // Fails only where nothing runs any more.
    let _ = ask.call1(&JsValue::NULL, &again);
}

impl Job {
    /// Works for a while; says whether there is no more to do.
    fn slice(&mut self, until: Until) -> bool {
        if let Some(reason) = self.called_off() {
            let _ = self.reject.call1(&JsValue::NULL, &reason);
            return true;
        }
        while !until.is_over() {
            if self.run.advance(PIECE) {
                // What was thrown where it was told ends the work as well.
                return !self.told() || self.finish();
            }
        }
        !self.told()
    }

    /// Why the work is called off, if it is. What the signal throws ends the work as well.
    fn called_off(&self) -> Option<JsValue> {
        let signal = self.signal.as_ref()?;
        let reason = || property(signal, "reason").unwrap_or_else(|| Error::new("aborted").into());
        match Reflect::get(signal, &"aborted".into()) {
            Ok(aborted) => aborted.is_truthy().then(reason),
            Err(thrown) => Some(thrown),
        }
    }

    /// Tells how far it is. What is thrown there ends the work; says whether it goes on.
    #[expect(clippy::cast_precision_loss, reason = "at most a million draws")]
    fn told(&self) -> bool {
        let Some(progress) = &self.progress else { return true };
        let (done, draws) = (self.run.done() as f64, self.run.question().draws as f64);
        match progress.call2(&JsValue::NULL, &done.into(), &draws.into()) {
            Ok(_) => true,
            Err(error) => {
                let _ = self.reject.call1(&JsValue::NULL, &error);
                false
            }
        }
    }

    /// Draws what is left and answers.
    fn finish(&mut self) -> bool {
        self.run.advance(usize::MAX);
        let _ = match plain(&self.run.summary()) {
            Ok(answer) => self.resolve.call1(&JsValue::NULL, &answer),
            Err(error) => self.reject.call1(&JsValue::NULL, &error),
        };
        true
    }
}
