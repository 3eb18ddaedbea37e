//! What was, so that it can be again.

/// Earlier and undone states. A state is whatever the reader can change.
#[derive(Clone, Debug, PartialEq)]
pub struct History<T> {
    past: Vec<T>,
    undone: Vec<T>,
    held: Option<Held>,
}

/// A drag on its way: all of it is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Untouched,
    Moved,
}

/// Older states than this many steps are forgotten.
const MOST_STEPS: usize = 200;

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: Vec::new(), undone: Vec::new(), held: None }
    }
}

impl<T: Clone + PartialEq> History<T> {
    /// Remembers the state that a change leaves behind. What was undone before can no longer be redone.
    pub fn leave(&mut self, before: T) {
        if self.held == Some(Held::Moved) {
            return;
        }
        self.held = self.held.map(|_| Held::Moved);
        self.undone.clear();
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// Begins a drag: until [`History::release`] all changes are one step.
    pub fn hold(&mut self) {
        self.held = self.held.or(Some(Held::Untouched));
    }

    /// Ends a drag. One that led back to where it began is no step.
    pub fn release(&mut self, present: &T) {
        if self.held.take() == Some(Held::Moved) && self.past.last() == Some(present) {
            self.past.pop();
        }
    }

    /// The state before the last step. What `present` makes of it, so as to say as much as it does, can then be redone.
    pub fn undo(&mut self, present: impl FnOnce(&T) -> T) -> Option<T> {
        self.held = None;
        let before = self.past.pop()?;
        self.undone.push(present(&before));
        Some(before)
    }

    /// The state that was undone last.
    pub fn redo(&mut self, present: impl FnOnce(&T) -> T) -> Option<T> {
        self.held = None;
        let after = self.undone.pop()?;
        self.past.push(present(&after));
        Some(after)
    }

    /// The state that the last step left behind.
    #[must_use]
    pub fn last(&self) -> Option<&T> {
        self.past.last()
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{History, MOST_STEPS};

    /// A number whose changes are remembered.
    #[derive(Default)]
    struct Kept {
        now: i32,
        history: History<i32>,
    }

    impl Kept {
        fn set(&mut self, value: i32) {
            self.history.leave(self.now);
            self.now = value;
        }

        fn undo(&mut self) -> i32 {
            self.now = self.history.undo(|_| self.now).unwrap_or(self.now);
            self.now
        }

        fn redo(&mut self) -> i32 {
            self.now = self.history.redo(|_| self.now).unwrap_or(self.now);
            self.now
        }
    }

    #[test]
    fn steps_are_undone_and_redone_in_order() {
        let mut kept = Kept::default();
        assert!(!kept.history.can_undo());
        for value in [1, 2, 3] {
            kept.set(value);
        }
        assert_eq!([kept.undo(), kept.undo(), kept.redo(), kept.undo(), kept.undo(), kept.undo()], [2, 1, 2, 1, 0, 0]);
        assert_eq!([kept.redo(), kept.redo(), kept.redo(), kept.redo()], [1, 2, 3, 3]);
    }

    #[test]
    fn a_change_after_undoing_forgets_what_was_undone() {
        let mut kept = Kept::default();
        kept.set(1);
        kept.undo();
        kept.set(5);
        assert!(!kept.history.can_redo());
        assert_eq!(kept.undo(), 0);
    }

    #[test]
    fn a_drag_is_one_step() {
        let mut kept = Kept::default();
        kept.set(1);
        kept.history.hold();
        for value in 2..50 {
            kept.history.hold();
            kept.set(value);
        }
        kept.history.release(&kept.now);
        assert_eq!([kept.undo(), kept.undo()], [1, 0]);
    }

    #[test]
    fn a_drag_that_leads_back_is_no_step() {
        let mut kept = Kept::default();
        kept.set(1);
        kept.history.hold();
        kept.set(7);
        kept.set(1);
        kept.history.release(&kept.now);
        assert_eq!(kept.undo(), 0);
        kept.history.hold();
        kept.history.release(&kept.now);
        assert!(!kept.history.can_undo() && kept.history.can_redo(), "a press without a move changes nothing");
    }

    #[test]
    fn old_steps_are_forgotten() {
        let mut kept = Kept::default();
        for value in 1..1000 {
            kept.set(value);
        }
        let steps = std::iter::from_fn(|| kept.history.undo(|_| 0)).count();
        assert_eq!(steps, MOST_STEPS);
    }
}
