//! What the page knows, and what follows from it.

use leptos::prelude::*;

use crate::browser::theme::Theme;
use crate::catalog::{Case, Control, Group};
use crate::model::{self, Inputs, Outcome, Stake};

/// The page's state: four signals that the reader moves, and the memos that follow.
#[derive(Clone, Copy)]
pub struct State {
    /// The inputs and the scenario they started from.
    pub case: RwSignal<Case>,
    /// What the shares count for.
    pub stake: RwSignal<Stake>,
    /// Light, dark or as the system.
    pub theme: RwSignal<Theme>,
    /// Whether a slider is being dragged: scales then hold still.
    pub dragging: RwSignal<bool>,
    /// Which groups of assumptions stand open, in the order of [`Group::ALL`].
    pub open: RwSignal<[bool; Group::ALL.len()]>,
    /// The input whose source is shown, and the id of the button that asked.
    pub source: RwSignal<Option<&'static str>>,
    /// The present inputs.
    pub inputs: Memo<Inputs>,
    /// Everything that the model says about them.
    pub outcome: Memo<Outcome>,
}

impl State {
    /// The state of a new page, given to all components below.
    pub fn provide() -> Self {
        let case = RwSignal::new(Case::default());
        let inputs = Memo::new(move |_| case.with(|case| *case.inputs()));
        let state = Self {
            case,
            stake: RwSignal::new(Stake::default()),
            theme: RwSignal::new(Theme::remembered()),
            dragging: RwSignal::new(false),
            open: RwSignal::new([false; Group::ALL.len()]),
            source: RwSignal::new(None),
            inputs,
            outcome: Memo::new(move |_| inputs.with(model::evaluate)),
        };
        provide_context(state);
        state
    }

    /// The state of the page around a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Something derived from everything that a sentence may need.
    pub fn derive<T, F>(self, words: F) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
        F: Fn(&Inputs, &Outcome, Stake) -> T + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            let stake = self.stake.get();
            self.inputs.with(|inputs| self.outcome.with(|outcome| words(inputs, outcome, stake)))
        })
    }

    /// The present value of a control.
    pub fn value(self, control: Control) -> Memo<f64> {
        Memo::new(move |_| self.inputs.with(|inputs| control.get(inputs)))
    }

    /// Whether a control differs from the scenario.
    pub fn is_changed(self, control: Control) -> Memo<bool> {
        Memo::new(move |_| self.case.with(|case| case.is_changed(&control)))
    }

    /// Takes over a value. One that the control does not take changes nothing: boxes ask first and say why.
    pub fn set(self, control: &Control, value: f64) {
        self.case.update(|case| {
            let _ = case.set(control, value);
        });
    }

    /// Takes a control back to the scenario.
    pub fn reset(self, control: &Control) {
        self.case.update(|case| case.reset(control));
    }

    /// Whether a group of assumptions stands open.
    #[must_use]
    pub fn is_open(self, group: Group) -> bool {
        self.open.with(|open| open.iter().zip(Group::ALL).any(|(open, one)| *open && one == group))
    }

    /// Opens or closes a group of assumptions.
    pub fn show(self, group: Group, wanted: bool) {
        self.open.update(|open| {
            if let Some(open) = open.iter_mut().zip(Group::ALL).find_map(|(open, one)| (one == group).then_some(open)) {
                *open = wanted;
            }
        });
    }
}
