//! Whether the page is being printed: what rests while nobody sees it has to be up to date on paper.

use std::cell::Cell;

use gloo::events::EventListener;

thread_local! {
    static PRINTING: Cell<bool> = const { Cell::new(false) };
}

/// Whether the browser is about to take the page's picture for paper. Frames no longer come then.
#[must_use]
pub fn is_on() -> bool {
    PRINTING.get()
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
        let window = web_sys::window()?;
        let before = EventListener::new(&window, "beforeprint", move |_| {
            PRINTING.set(true);
            notify();
        });
        let after = EventListener::new(&window, "afterprint", |_| PRINTING.set(false));
        Some(Self { _before: before, _after: after })
    }
}
