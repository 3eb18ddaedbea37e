//! The page around a frame: what is posted to it, and what it posts. Only the window right above is spoken to and heard.

use gloo::events::EventListener;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use crate::protocol::message::{Heard, Post};

/// The window above this one.
#[derive(Clone)]
pub struct Host(Window);

impl Host {
    /// Nothing where the page stands in no frame.
    #[must_use]
    pub fn above() -> Option<Self> {
        let window = web_sys::window()?;
        let parent = window.parent().ok().flatten()?;
        (!Object::is(&parent, &window)).then_some(Self(parent))
    }

    /// Posts a message. Who is above is unknown, and what is told is public: any origin may have it.
    pub fn post(&self, post: &Post) {
        let value = match post {
            Post::Object(text) => JSON::parse(text),
            Post::Text(text) => Ok(JsValue::from_str(text)),
        };
        // A window that has gone hears nothing.
        let _ = value.and_then(|value| self.0.post_message(&value, "*"));
    }

    /// Calls back with the messages of this window, and with none of any other. Ends when dropped.
    #[must_use]
    pub fn listen(&self, hear: impl Fn(Heard) + 'static) -> Option<EventListener> {
        let parent = self.0.clone();
        let window = web_sys::window()?;
        Some(EventListener::new(&window, "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            if event.source().is_some_and(|source| Object::is(&source, &parent)) {
                hear(heard(&event.data()));
            }
        }))
    }
}

/// What is read of a message: an object, or the JSON text of one.
fn heard(data: &JsValue) -> Heard {
    let parsed = data.as_string().and_then(|text| JSON::parse(&text).ok());
    let object = parsed.as_ref().unwrap_or(data);
    // Only the keys of the object itself; anything but an object has none, and messages are copies that run no code.
    let own = object.dyn_ref::<Object>().filter(|object| !Array::is_array(object));
    let read = |key: &str| Reflect::get(own?, &key.into()).ok();
    Heard {
        version: read("offtake").and_then(|value| value.as_f64()),
        kind: read("type").and_then(|value| value.as_string()),
        query: read("query").and_then(|value| value.as_string()),
    }
}
