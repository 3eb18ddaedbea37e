//! What to watch: how far each signal would have to go until the answer changes its sign.

use std::rc::Rc;

use super::flip::{self, Scan};
use super::objective::Objective;
use super::track::{Question, Track, even, wholes};
use crate::catalog::signals::{SIGNALS, Signal};
use crate::catalog::{Control, Input, Kind, Limits, Proportion};
use crate::model::Inputs;

/// One signal with the present numbers.
#[derive(Clone, Copy, Debug)]
pub struct Watched {
    /// The signal.
    pub signal: &'static Signal,
    /// The input that it moves.
    pub input: &'static Input,
    /// Its present value.
    pub now: f64,
    /// The nearest value at which the objective changes its sign; nothing where it does not, in the useful range.
    pub flips_at: Option<f64>,
    /// Whether the input moves the objective at all: savings on machines do not where nobody pays for machines.
    pub has_effect: bool,
}

/// Every signal, with what was looked at for it.
#[derive(Clone, Debug)]
#[must_use]
pub struct Watch {
    /// The signals, in the order of the catalogue.
    pub signals: Vec<Watched>,
    searches: Vec<Search>,
}

impl Watch {
    /// Looks at every signal. What was found `before` is kept for those of which nothing but their own input has moved.
    pub fn after(before: Option<&Self>, inputs: &Inputs, objective: Objective, scan: Scan) -> Self {
        let known = before.map_or(&[][..], |before| &before.searches);
        let present = objective.value(inputs).to_bits();
        let found = SIGNALS.iter().filter_map(|signal| {
            let (input, control): (&'static Input, &'static Control) = (signal.input()?, signal.control()?);
            let question = Question { inputs, proportion: Proportion::default(), control, objective };
            let mut search = Search::new(&question, known);
            let has_effect = search.level != Some(present);
            let flips_at = if has_effect { search.flip(&question, scan) } else { None };
            Some((Watched { signal, input, now: input.get(inputs), flips_at, has_effect }, search))
        });
        let (signals, searches) = found.unzip();
        Self { signals, searches }
    }
}

/// What was looked at for a signal.
#[derive(Clone, Debug)]
struct Search {
    held: Held,
    /// The bits of the objective where they are the same all over the useful range.
    level: Option<u64>,
    /// The objective along the range, and how closely it was looked at.
    track: Option<(Scan, Rc<Track>)>,
}

/// On what a search depends: not on the present value of its own input, while that lies in the useful range.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Held {
    control: &'static str,
    inputs: Inputs,
    objective: Objective,
    range: Limits,
}

impl Search {
    /// What is known of the question, or else its level.
    fn new(question: &Question<'_>, known: &[Self]) -> Self {
        let Question { control, objective, .. } = *question;
        let held = Held { control: control.id, inputs: question.held().0, objective, range: flip::range(question) };
        let known = known.iter().find(|search| search.held == held).cloned();
        known.unwrap_or_else(|| Self { held, level: level(question), track: None })
    }

    /// The nearest flip; the range is looked at unless it was, as closely.
    fn flip(&mut self, question: &Question<'_>, scan: Scan) -> Option<f64> {
        if self.track.as_ref().is_none_or(|(known, _)| *known < scan) {
            self.track = Some((scan, Rc::new(flip::track(question, scan))));
        }
        flip::nearest(question, &self.track.as_ref()?.1)
    }
}

/// The bits of the objective where they are the same at some places of the useful range.
fn level(question: &Question<'_>) -> Option<u64> {
    const PLACES: u32 = 9;
    let limits = question.control.limits;
    let mut places: Box<dyn Iterator<Item = f64>> = match question.control.kind {
        Kind::Number => Box::new(even(limits, PLACES)),
        Kind::Whole | Kind::Choice(_) => Box::new(wholes(limits)),
    };
    let first = question.value_at(places.next()?).to_bits();
    places.all(|value| question.value_at(value).to_bits() == first).then_some(first)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets nothing there should stop")]

    use super::{Objective, Rc, Scan, Search, Watch};
    use crate::catalog::{defaults, find};
    use crate::model::Inputs;

    fn moved(id: &str, to: f64) -> Inputs {
        let mut inputs = defaults();
        find(id).unwrap().set(&mut inputs, to).unwrap();
        inputs
    }

    /// The ids of the inputs whose search is the same one in both.
    fn shared(before: &Watch, after: &Watch) -> Vec<&'static str> {
        let is_same = |a: &Search, b: &Search| match (&a.track, &b.track) {
            (Some((_, a)), Some((_, b))) => Rc::ptr_eq(a, b),
            _ => false,
        };
        let pairs = before.searches.iter().zip(&after.searches);
        pairs.filter(|(a, b)| is_same(a, b)).map(|(a, _)| a.held.control).collect()
    }

    /// A drag once cost two thousand runs of the model at every step.
    #[test]
    fn a_search_is_kept_while_nothing_but_its_own_input_moves() {
        let watch = |before, inputs: &Inputs, scan| Watch::after(before, inputs, Objective::DEAL, scan);
        let rest = watch(None, &defaults(), Scan::Dense);
        let all = ["commit_margin", "adoption_ceiling", "milestone_prob"];
        assert_eq!(shared(&rest, &watch(Some(&rest), &defaults(), Scan::Coarse)), all, "a thumb is held");
        let drag = watch(Some(&rest), &moved("commit_margin", 0.4), Scan::Coarse);
        assert_eq!(shared(&rest, &drag), ["commit_margin"]);
        let further = watch(Some(&drag), &moved("commit_margin", 0.41), Scan::Coarse);
        assert_eq!(shared(&drag, &further), ["commit_margin"]);
        let released = watch(Some(&further), &moved("commit_margin", 0.41), Scan::Dense);
        assert_eq!(shared(&further, &released), ["commit_margin"], "what was looked at coarsely is looked at again");
        assert_eq!(shared(&rest, &watch(Some(&rest), &moved("tax_rate", 0.3), Scan::Dense)), [""; 0]);
    }
}
