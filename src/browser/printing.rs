//! Whether the page is being printed: what rests while nobody sees it has to be up to date on paper.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;

thread_local! {
    static PRINTING: Cell<bool> = const { Cell::new(false) };
}

/// Whether the browser is about to take the page's picture for paper. Frames no longer come then.
#[must_use]
pub fn is_on() -> bool {
    PRINTING.get()
}

/// Opens the browser's dialog for paper.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A frame that may not open dialogs prints nothing.
        let _ = window.print();
    }
}

/// Calls back before the page is printed, until dropped.
pub struct PrintWatch {
    _before: EventListener,
    _after: EventListener,
}

impl PrintWatch {
    /// Watches the window.
    #[must_use]
    pub fn new(notify: impl Fn() + 'static) -> Option<Self> {
        Self::around(move |on_paper| {
            if on_paper {
                notify();
            }
        })
    }

    /// The same, and again when it is done: tells whether the page is on paper.
    #[must_use]
    pub fn around(notify: impl Fn(bool) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let notify = Rc::new(notify);
        let again = Rc::clone(&notify);
        let before = EventListener::new(&window, "beforeprint", move |_| {
            PRINTING.set(true);
            notify(true);
        });
        let after = EventListener::new(&window, "afterprint", move |_| {
            PRINTING.set(false);
            again(false);
        });
        Some(Self { _before: before, _after: after })
    }
}
