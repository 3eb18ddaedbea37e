//! JSON text as entries whose values are still text.
//!
//! Values are kept as written, because a parsed number forgets what a fault has to show (`1e999` is infinite by then),
//! and because parsed objects keep only the last of two equal keys.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Batch, Fault, Problem};

/// The longest value that a message repeats.
const SHOWN: usize = 60;

/// Before the name of a value that JSON has no word for. Unicode keeps this character free of any meaning.
const MARK: char = '\u{fdd0}';

/// A text in the place of a value that JSON has no word for, such as NaN or a function. No place takes it, not even one for
/// texts, and its fault says what stood there.
#[must_use]
pub fn unwritable(what: &str) -> String {
    format!("{MARK}{what}")
}

/// A value, as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw<'a>(&'a str);

/// The entries of an object, in their order.
#[derive(Debug)]
pub(super) struct Entries<'a>(Vec<(String, Raw<'a>)>);

/// One object or an array of objects; in an array each is read on its own, so that no fault hides another.
pub(super) type Objects<'a> = Batch<Result<Entries<'a>, Fault>>;

/// Reads a text.
pub(super) fn objects(text: &str) -> Result<Objects<'_>, Fault> {
    // Some editors begin a file with this mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| Fault::not_json(&error))?;
    let whole = Raw(whole.get());
    Ok(match whole.items() {
        Some(items) => Batch::Many(items.into_iter().map(Raw::entries).collect()),
        None => Batch::One(whole.entries()),
    })
}

impl<'a> Raw<'a> {
    /// The number, however large: beyond the range of floating-point numbers it is infinite.
    pub fn number(self) -> Option<f64> {
        // Rust also reads words such as `inf`; JSON has none.
        self.0.starts_with(|c: char| c == '-' || c.is_ascii_digit()).then(|| self.0.parse().ok()).flatten()
    }

    /// Whether nothing stands there.
    pub fn is_null(self) -> bool {
        self.0 == "null"
    }

    /// The text of a string.
    pub fn text(self) -> Option<String> {
        if self.unwritable().is_some() { None } else { serde_json::from_str(self.0).ok() }
    }

    /// What stood there, if JSON has no word for it.
    fn unwritable(self) -> Option<&'a str> {
        self.0.strip_prefix('"')?.strip_prefix(MARK)?.strip_suffix('"')
    }

    /// The entries of an object.
    pub fn object(self) -> Option<Entries<'a>> {
        self.entries().ok()
    }

    /// The items of an array.
    pub fn items(self) -> Option<Vec<Raw<'a>>> {
        let items: Vec<&RawValue> = serde_json::from_str(self.0).ok()?;
        Some(items.into_iter().map(|item| Raw(item.get())).collect())
    }

    /// The value for a message: on one line and not too long.
    pub fn shown(self) -> String {
        let mut shown = String::new();
        let written = self.unwritable().map_or_else(|| self.0.replace(MARK, ""), str::to_owned);
        for word in written.split_whitespace() {
            let space = if shown.is_empty() { "" } else { " " };
            shown = shown + space + word;
            if let Some((end, _)) = shown.char_indices().nth(SHOWN) {
                shown.truncate(end);
                return shown + "…";
            }
        }
        shown
    }

    fn entries(self) -> Result<Entries<'a>, Fault> {
        if !self.0.starts_with('{') {
            return Err(Fault::new("", self.shown(), Problem::NotAnObject));
        }
        serde_json::from_str(self.0).map_err(|error| Fault::not_json(&error))
    }
}

impl<'a> Entries<'a> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<Raw<'a>> {
        self.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// All entries.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Raw<'a>)> {
        self.0.iter().map(|(key, value)| (key.as_str(), *value))
    }

    /// A fault for each key that was already there.
    pub fn duplicates(&self) -> Vec<Fault> {
        let mut seen = std::collections::HashSet::new();
        let again = self.iter().filter(|(key, _)| !seen.insert(*key));
        again.map(|(key, value)| Fault::new(key, value.shown(), Problem::Duplicate)).collect()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor).map(Entries)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Vec<(String, Raw<'de>)>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
            entries.push((key, Raw(value.get())));
        }
        Ok(entries)
    }
}
