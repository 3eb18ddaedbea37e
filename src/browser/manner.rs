//! How the reader wants numbers written: remembered where that is allowed, and what the browser itself does.

use super::storage;
use crate::wording::separators::{Manner, SAMPLE};

const KEY: &str = "offtake.numbers";

/// What the reader chose on an earlier visit.
#[must_use]
pub fn remembered() -> Manner {
    storage::read(KEY).map_or_else(Manner::default, |id| Manner::find(&id))
}

/// Keeps the choice for the next visit.
pub fn remember(manner: Manner) {
    storage::write(KEY, Some(manner.id()).filter(|_| manner != Manner::default()));
}

/// How the browser writes the sample number.
#[must_use]
pub fn sample() -> Option<String> {
    let language = web_sys::window()?.navigator().language()?;
    Some(js_sys::Number::from(SAMPLE).to_locale_string(&language).into())
}

/// Makes all numbers obey from now on.
pub fn choose(manner: Manner) {
    manner.separators(sample().as_deref()).choose();
}
