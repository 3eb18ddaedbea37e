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

/// Whether the browser lets us remember anything.
#[must_use]
pub fn is_allowed() -> bool {
    store().is_some()
}

/// Remembers a value, and says whether it stands there.
#[must_use]
pub fn keep(key: &str, value: &str) -> bool {
    store().is_some_and(|store| store.set_item(key, value).is_ok())
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
