//! Long work in short slices: the page answers to its reader between two of them.
//!
//! The next slice is asked for by a message from the page to itself. Timers would wait, and animation frames stop where
//! the page is not seen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessagePort, Performance};

/// How long a slice may work, in milliseconds: well under half of a frame, with room for the piece it is at.
const SLICE: f64 = 5.0;

/// Works until it says that it is done. It is told when its slice is over.
type Task = Box<dyn FnMut(Until) -> bool>;

/// The end of a slice.
#[derive(Clone, Copy, Debug)]
pub struct Until(f64);

impl Until {
    /// The end of a slice that begins now.
    #[must_use]
    pub fn after_a_slice() -> Self {
        Self(now() + SLICE)
    }

    /// Whether the slice is over.
    #[must_use]
    pub fn is_over(self) -> bool {
        now() >= self.0
    }
}

/// Milliseconds since the page, or whatever else runs this, was opened.
#[must_use]
pub fn now() -> f64 {
    let clock = Reflect::get(&js_sys::global(), &"performance".into()).ok();
    clock.map_or(0.0, |clock| clock.unchecked_into::<Performance>().now())
}

/// Works on one task at a time; dropping it calls the task off.
pub struct Slices {
    work: Rc<Work>,
    heard: MessagePort,
    _listener: EventListener,
}

struct Work {
    task: RefCell<Option<Task>>,
    /// Counts tasks: one that has been replaced does not come back.
    turn: Cell<u32>,
    /// Whether a message is on its way.
    asked: Cell<bool>,
    ask: MessagePort,
}

impl Slices {
    /// Ready for tasks; nothing in a browser without message channels.
    #[must_use]
    pub fn new() -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let (ask, heard) = (channel.port1(), channel.port2());
        let work = Rc::new(Work { task: RefCell::default(), turn: Cell::default(), asked: Cell::default(), ask });
        let slice = Rc::clone(&work);
        let listener = EventListener::new(&heard, "message", move |_| slice.slice());
        heard.start();
        Some(Self { work, heard, _listener: listener })
    }

    /// Works on a task from the next slice on, instead of the one before.
    pub fn start(&self, task: impl FnMut(Until) -> bool + 'static) {
        self.stop();
        self.work.task.replace(Some(Box::new(task)));
        self.work.ask();
    }

    /// Calls the task off.
    pub fn stop(&self) {
        self.work.turn.set(self.work.turn.get().wrapping_add(1));
        self.work.task.replace(None);
    }
}

impl Drop for Slices {
    fn drop(&mut self) {
        self.stop();
        self.heard.close();
    }
}

impl Work {
    fn ask(&self) {
        // Fails only for data that cannot be sent, and there is none.
        if !self.asked.replace(true) && self.ask.post_message(&JsValue::NULL).is_err() {
            self.asked.set(false);
        }
    }

    fn slice(&self) {
        self.asked.set(false);
        let turn = self.turn.get();
        let Some(mut task) = self.task.take() else { return };
        if !task(Until::after_a_slice()) && turn == self.turn.get() {
            self.task.replace(Some(task));
        }
        if self.task.borrow().is_some() {
            self.ask();
        }
    }
}
