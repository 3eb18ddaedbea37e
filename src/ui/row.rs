//! What a row of the assumptions knows about its input.

use leptos::prelude::*;

use super::State;
use crate::browser::focus::focus_first;
use crate::catalog::{Case, Choice, Control, Limits};
use crate::wording::deals::NOT_STATED;
use crate::wording::idle::{self, Idle};
use crate::wording::numbers::{short_box_text, with_unit};

/// Text that could not be taken over, and why. It holds for the case that it was typed over: when
/// that changes or is reset, the box shows the value in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What was typed.
    pub text: String,
    /// What is wrong, in a sentence.
    pub why: String,
    over: Over,
}

/// The case and the number of resets at the time.
type Over = (Case, u32);

/// What only concerns this row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Local {
    /// The last text that was refused.
    fault: Option<Fault>,
    /// Whether the thumb is held.
    held: bool,
}

/// What the row shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The present value.
    pub value: f64,
    /// The value of the scenario.
    pub was: f64,
    /// Whether nothing stands there, because nobody states it.
    pub is_open: bool,
    /// Whether the two differ.
    pub changed: bool,
    /// The ends of the track.
    pub track: Limits,
    /// Why the input has no effect at present, if it has none.
    pub idle: Option<Idle>,
    /// What is wrong with the text in the box, if anything.
    pub fault: Option<Fault>,
}

impl Shown {
    /// What stands in the box.
    pub fn text(&self, control: &Control) -> String {
        match &self.fault {
            Some(fault) => fault.text.clone(),
            None if self.is_open => String::new(),
            None => short_box_text(control.unit, self.value),
        }
    }

    /// What stands faintly in the box while it is empty.
    pub fn absent(&self) -> &'static str {
        if self.is_open { NOT_STATED } else { "" }
    }

    /// Whether the input means nothing at present.
    pub fn is_off(&self) -> bool {
        self.idle.is_some_and(|idle| idle.closes)
    }
}

/// One input and its row.
#[derive(Clone, Copy)]
pub struct Row {
    /// The input.
    pub control: &'static Control,
    /// What the row shows.
    pub shown: Memo<Shown>,
    /// Where changes go.
    pub state: State,
    local: RwSignal<Local>,
}

impl Row {
    /// The row of an input.
    pub fn new(control: &'static Control) -> Self {
        let state = State::get();
        let local = RwSignal::new(Local::default());
        let shown = Memo::new(move |before: Option<&Shown>| {
            let (question, local) = (state.question.get(), local.get());
            let case = question.case;
            let over = (case, state.look.with(|look| look.resets));
            let value = control.get(case.inputs());
            // Opened to hold the value, but never while the thumb is held: the scale would move under the pointer.
            let track = before.filter(|_| local.held).map_or_else(|| control.track_for(value), |before| before.track);
            Shown {
                value,
                was: control.get(case.reference()),
                is_open: case.is_open(control),
                changed: case.is_changed(control),
                track,
                idle: idle::reason_on(question.side, control.id, case.inputs()),
                fault: local.fault.filter(|fault| fault.over == over),
            }
        });
        Self { control, shown, state, local }
    }

    /// Something that the row shows; what asks is told when it changes.
    pub fn read<T>(self, read: impl FnOnce(&Shown) -> T) -> T {
        self.shown.with(read)
    }

    /// What the row shows, without being told of changes.
    pub fn now(self) -> Shown {
        self.shown.get_untracked()
    }

    /// The value of the scenario in words.
    pub fn was(self) -> String {
        let is_withheld = |case: &Case| {
            let withheld = self.control.inputs().any(|input| case.start().is_withheld(input.id));
            withheld && !case.has_accepted()
        };
        if self.state.question.with(|question| is_withheld(&question.case)) {
            return NOT_STATED.to_owned();
        }
        self.read(|shown| value_text(self.control, shown.was))
    }

    /// Takes over a value.
    pub fn set(self, value: f64) {
        self.state.set(self.control, value);
    }

    /// Takes the input back to the scenario.
    pub fn reset(self) {
        self.local.update(|local| local.fault = None);
        self.state.reset(self.control);
    }

    /// Takes the input back and leaves the reader at its control: what they pressed is about to disappear.
    pub fn revert(self) {
        self.reset();
        let at = |what: &str| format!("[data-input={}] {what}", self.control.id);
        focus_first(&[at("input[type=range]:enabled"), at("[aria-pressed=true]"), at(".tag")]);
    }

    /// Keeps text that cannot be taken over, with the reason; `None` forgets the last one.
    pub fn refuse(self, refused: Option<(String, String)>) {
        let over = (self.state.question.get_untracked().case, self.state.look.with_untracked(|look| look.resets));
        self.local.update(|local| local.fault = refused.map(|(text, why)| Fault { text, why, over }));
    }

    /// Holds the scales still while the thumb is held.
    pub fn hold(self, held: bool) {
        // Letting go of one row, as when it loses the focus, ends no drag of another.
        if self.local.with_untracked(|local| local.held) == held {
            return;
        }
        self.local.update(|local| local.held = held);
        self.state.hold(held);
    }
}

/// A value of a control in words: with its unit, or the name of the option.
pub fn value_text(control: &Control, value: f64) -> String {
    let option = control.choices().iter().zip(0_u32..).find(|(_, at)| f64::from(*at).to_bits() == value.to_bits());
    option.map_or_else(|| with_unit(control.unit, value), |(Choice { label, .. }, _)| (*label).to_owned())
}
