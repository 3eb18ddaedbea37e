//! What the reader's browser remembers, where it is allowed to.
//!
//! In a third-party frame the mere question for `localStorage` throws, so every access probes it first.

use web_sys::Storage;

fn store() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What was remembered under a key.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    store()?.get_item(key).ok().flatten()
}

/// Remembers a value, if the browser lets us; with `None` forgets it.
pub fn write(key: &str, value: Option<&str>) {
    let Some(store) = store() else { return };
    // A full or locked store is the browser's business: the page works without it.
    let _ = match value {
        Some(value) => store.set_item(key, value),
        None => store.remove_item(key),
    };
}
