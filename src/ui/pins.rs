//! States of the deal that the reader keeps to compare with.

use leptos::prelude::*;

use super::State;
use super::answer::{Answer, Question};
use super::state::yes;
use crate::catalog::{SCENARIOS, Side};
use crate::protocol::link::{MOST_PINS, PinnedCase};

/// A pinned state.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// What the reader calls it.
    pub name: String,
    /// The inputs and what follows from them.
    pub answer: Answer,
}

/// The pinned states.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pins {
    /// In the order of pinning.
    pub all: Vec<Pin>,
    /// The position of the one that the key figures are compared with.
    pub against: usize,
}

impl Pins {
    /// More lines than this could not be told apart.
    pub const MOST: usize = MOST_PINS;

    /// The one that the key figures are compared with.
    pub fn current(&self) -> Option<&Pin> {
        self.all.get(self.against)
    }

    /// Those of a link, in its order.
    pub fn of(pins: Vec<PinnedCase>, against: usize) -> Self {
        let pin = |PinnedCase { name, case, stake }| Pin {
            name,
            answer: Question { case, stake, ..Question::default() }.into(),
        };
        Self { all: pins.into_iter().map(pin).collect(), against }
    }

    /// Keeps a state, under the name of its scenario or a number, and compares with it.
    pub fn add(&mut self, answer: Answer) {
        if self.all.len() < Self::MOST && !self.holds(&answer) {
            let name = self.free_name(&answer.question);
            self.against = self.all.len();
            self.all.push(Pin { name, answer });
        }
    }

    /// Whether these inputs are pinned already.
    pub fn holds(&self, answer: &Answer) -> bool {
        self.all.iter().any(|pin| pin.answer.inputs() == answer.inputs())
    }

    /// Drops one.
    pub fn remove(&mut self, at: usize) {
        if at < self.all.len() {
            self.all.remove(at);
            self.against = if self.against > at { self.against - 1 } else { self.against };
            self.against = self.against.min(self.all.len().saturating_sub(1));
        }
    }

    /// Scenarios are the investor's.
    fn free_name(&self, Question { side, case, .. }: &Question) -> String {
        let is_free = |name: &String| self.all.iter().all(|pin| pin.name != *name);
        let is_scenario = *side == Side::Investor;
        let scenario =
            SCENARIOS.iter().filter(|_| is_scenario).find(|scenario| case.starts_from(scenario) && case.changes() == 0);
        let scenario = scenario.map(|scenario| scenario.id.to_owned());
        let numbered = (1..=Self::MOST + 1).map(|number| format!("case {number}"));
        scenario.into_iter().chain(numbered).find(is_free).unwrap_or_default()
    }
}

/// Pins the present case.
#[component]
pub fn PinButton() -> impl IntoView {
    let state = State::get();
    let words = move || {
        let held = state.read(|answer| state.pins.with(|pins| pins.holds(answer)));
        let full = state.pins.with(|pins| pins.all.len() >= Pins::MOST);
        match (held, full) {
            (true, _) => "Pinned",
            (false, true) => "Four are pinned",
            (false, false) => "Pin to compare",
        }
    };
    view! {
        <button type="button" class="link pin" id="pin" title="Keep this case, and see what differs from it"
            aria-disabled=move || yes(words() != "Pin to compare")
            on:click=move |_| state.pins.update(|pins| pins.add(state.answer.get_untracked()))>
            {move || words()}
        </button>
    }
}
