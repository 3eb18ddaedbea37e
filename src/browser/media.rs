//! What the screen is like: light or dark, and how many device pixels make a CSS pixel.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;

use super::number::decimal;

/// Calls back when a media query starts or stops matching, until dropped.
pub struct MediaWatch(#[expect(dead_code, reason = "listening ends when it is dropped")] EventListener);

impl MediaWatch {
    /// Watches one query.
    #[must_use]
    pub fn new(query: &str, mut notify: impl FnMut() + 'static) -> Option<Self> {
        let list = web_sys::window()?.match_media(query).ok()??;
        Some(Self(EventListener::new(&list, "change", move |_| notify())))
    }

    /// Whether a query matches now.
    #[must_use]
    pub fn matches(query: &str) -> bool {
        web_sys::window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
    }

    /// Watches whether the system asks for a dark page.
    #[must_use]
    pub fn dark(notify: impl FnMut() + 'static) -> Option<Self> {
        Self::new("(prefers-color-scheme: dark)", notify)
    }
}

/// Device pixels for each CSS pixel.
#[must_use]
pub fn pixel_ratio() -> f64 {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    if ratio.is_finite() { ratio.clamp(0.5, 8.0) } else { 1.0 }
}

/// Calls back when the pixel ratio changes (another screen, another zoom), until dropped.
pub struct RatioWatch(
    #[expect(dead_code, reason = "listening ends when it is dropped")] Rc<RefCell<Option<MediaWatch>>>,
);

impl RatioWatch {
    /// Watches the ratio of the window.
    #[must_use]
    pub fn new(notify: impl Fn() + 'static) -> Self {
        let watch = Rc::new(RefCell::new(None));
        arm(&watch, Rc::new(notify));
        Self(watch)
    }
}

/// A query can only ask for one ratio, so that every change needs a new one.
fn arm(watch: &Rc<RefCell<Option<MediaWatch>>>, notify: Rc<dyn Fn()>) {
    let query = format!("(resolution: {}dppx)", decimal(pixel_ratio()));
    let again = Rc::downgrade(watch);
    let next = MediaWatch::new(&query, move || {
        notify();
        if let Some(watch) = again.upgrade() {
            let notify = Rc::clone(&notify);
            // Not from inside the listener that is being replaced.
            gloo::timers::callback::Timeout::new(0, move || arm(&watch, notify)).forget();
        }
    });
    *watch.borrow_mut() = next;
}
