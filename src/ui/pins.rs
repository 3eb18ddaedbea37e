//! States of the deal that the reader keeps to compare with.

use leptos::prelude::*;

use super::State;
use super::answer::{Answer, Question};
use super::state::yes;
use crate::catalog::deals::Start;
use crate::catalog::{SCENARIOS, Side};
use crate::protocol::link::{LONGEST_NAME, MOST_PINS, PinnedCase};
use crate::wording::deals;

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

    /// The deal, where it is not that of the page, and the scenario, which is the investor's; else a number.
    fn free_name(&self, Question { side, case, .. }: &Question) -> String {
        let is_free = |name: &String| self.all.iter().all(|pin| pin.name != *name);
        let is_scenario = *side == Side::Investor && case.changes() == 0;
        let scenario = case.scenario().filter(|_| is_scenario).map(|scenario| scenario.id);
        let is_other = *side != Side::Buyer && case.start() != Start::default();
        let name = match (is_other.then(|| deals::name(case.start())), scenario) {
            (None, scenario) => scenario.map(str::to_owned),
            (Some(deal), Some(scenario)) if !is_first(scenario) => Some(format!("{deal}, {scenario}")),
            (deal, _) => deal,
        };
        let (stem, first) = if is_other { (deals::name(case.start()), 2) } else { ("case".to_owned(), 1) };
        let numbered =
            (first..=first + Self::MOST).map(|number| format!("{} {number}", shortened(&stem, LONGEST_NAME - 2)));
        name.map(|name| shortened(&name, LONGEST_NAME)).into_iter().chain(numbered).find(is_free).unwrap_or_default()
    }
}

/// Whether it is the scenario that a deal is told in.
fn is_first(id: &str) -> bool {
    SCENARIOS.first().is_some_and(|first| first.id == id)
}

/// As many letters of a name as links take.
fn shortened(name: &str, most: usize) -> String {
    name.chars().take(most).collect::<String>().trim_end().to_owned()
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
