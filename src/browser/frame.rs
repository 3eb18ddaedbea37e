//! Drawing once per animation frame, however often it is asked for.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};

use super::printing;

/// A drawing that waits for the next frame. Dropping it calls the drawing off.
#[derive(Clone, Default)]
pub struct Frame(Rc<RefCell<Option<AnimationFrame>>>);

impl Frame {
    /// Runs `draw` in the next frame, unless a frame is already awaited; at once where no frame comes.
    pub fn request(&self, draw: impl FnOnce() + 'static) {
        if printing::is_on() {
            return draw();
        }
        if self.0.borrow().is_some() {
            return;
        }
        let waiting = Rc::downgrade(&self.0);
        *self.0.borrow_mut() = Some(request_animation_frame(move |_| {
            if let Some(waiting) = waiting.upgrade() {
                *waiting.borrow_mut() = None;
                draw();
            }
        }));
    }
}
