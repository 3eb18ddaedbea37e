//! An analysis that several texts and a drawing ask for, computed once for each question.

use std::rc::Rc;

use leptos::prelude::*;

/// What was found last, with what it was found for. Unlike a memo it is computed when it is asked for: an analysis that
/// nobody looks at costs nothing.
pub struct Kept<K: 'static, T: 'static>(StoredValue<Option<(K, Rc<T>)>, LocalStorage>);

impl<K, T> Clone for Kept<K, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, T> Copy for Kept<K, T> {}

impl<K: PartialEq + 'static, T: 'static> Kept<K, T> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// What belongs to `key`: what is kept, or else what `find` makes of what was kept before.
    pub fn get(self, key: K, find: impl FnOnce(Option<&T>) -> T) -> Rc<T> {
        let before = self.0.with_value(|kept| kept.as_ref().map(|(known, found)| (*known == key, Rc::clone(found))));
        match before {
            Some((true, found)) => found,
            before => {
                let found = Rc::new(find(before.as_ref().map(|(_, found)| &**found)));
                self.0.set_value(Some((key, Rc::clone(&found))));
                found
            }
        }
    }
}
