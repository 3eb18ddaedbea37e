//! The deals that a reader keeps in one browser: a text for its storage.
//!
//! `{"version": 1, "deals": [{"name": "Ours", "query": "deal=own&name=Ours&commit=40"}]}`. Whatever stands in the storage,
//! reading it gives a list: what is not understood is left out, one deal at a time. A text of another version is not ours to
//! read, nor to write over: the program that made it still knows its deals.
//!
//! Several tabs share one storage. What one of them changes, it changes in the list that stands there now ([`after`]), not in
//! the one that it read before.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::Name;

/// The most deals that are kept.
pub const MOST_KEPT: usize = 12;

/// The form of the text.
const VERSION: u32 = 1;
/// No link of ours is longer.
const LONGEST: usize = 16_384;

/// A deal that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What the reader calls it.
    pub name: Name,
    /// The query of its link.
    pub query: String,
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    deals: Vec<Entry<&'a str>>,
}

#[derive(Serialize, Deserialize)]
struct Entry<T> {
    name: T,
    query: T,
}

/// What a reader does with the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Keeps a deal, in the place of the one of its name if there is one.
    Keep(Kept),
    /// Removes the deal of a name.
    Remove(Name),
}

/// Why the storage stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Another version of the program keeps its deals there.
    OtherVersion,
    /// No more have room.
    Full,
}

impl Kept {
    /// A deal that can be kept; nothing where it has no name or its link is longer than any of ours.
    #[must_use]
    pub fn new(name: &str, query: &str) -> Option<Self> {
        let name = Name::new(name)?;
        (query.len() <= LONGEST).then(|| Self { name, query: query.to_owned() })
    }
}

/// The list with a deal at its end, in the place of the one of that name if there is one; nothing when it is full.
#[must_use]
pub fn with(kept: &[Kept], deal: Kept) -> Option<Vec<Kept>> {
    let mut all = kept.to_vec();
    let is_full = all.len() >= MOST_KEPT;
    match all.iter_mut().find(|one| one.name == deal.name) {
        Some(same) => *same = deal,
        None if is_full => return None,
        None => all.push(deal),
    }
    Some(all)
}

/// The list without the deal of a name.
#[must_use]
pub fn without(kept: &[Kept], name: Name) -> Vec<Kept> {
    kept.iter().filter(|one| one.name != name).cloned().collect()
}

/// The text for the storage: the first deals that have room in it.
#[must_use]
pub fn encode(kept: &[Kept]) -> String {
    let written = Written { version: VERSION, deals: kept.iter().take(MOST_KEPT).map(entry).collect() };
    serde_json::to_string(&written).unwrap_or_default()
}

fn entry(kept: &Kept) -> Entry<&str> {
    Entry { name: kept.name.as_str(), query: &kept.query }
}

/// The list after a change to what stands in the storage, if anything does.
///
/// # Errors
/// When the storage belongs to another version, or is full.
pub fn after(text: Option<&str>, change: &Change) -> Result<Vec<Kept>, Refused> {
    let stored = text.map_or_else(|| Ok(Vec::new()), decode)?;
    match change {
        Change::Keep(deal) => with(&stored, deal.clone()).ok_or(Refused::Full),
        Change::Remove(name) => Ok(without(&stored, *name)),
    }
}

/// Reads what stands in the storage. What no version of the program wrote is no deal.
///
/// # Errors
/// When another version wrote it.
pub fn decode(text: &str) -> Result<Vec<Kept>, Refused> {
    let Ok(Value::Object(mut stored)) = serde_json::from_str(text) else { return Ok(Vec::new()) };
    match stored.get("version") {
        None => return Ok(Vec::new()),
        Some(version) if *version != VERSION => return Err(Refused::OtherVersion),
        Some(_) => {}
    }
    let Some(Value::Array(deals)) = stored.remove("deals") else { return Ok(Vec::new()) };
    let mut kept: Vec<Kept> = Vec::new();
    for value in deals {
        let entry = serde_json::from_value::<Entry<String>>(value).ok();
        if let Some(all) = entry.and_then(|entry| with(&kept, Kept::new(&entry.name, &entry.query)?)) {
            kept = all;
        }
    }
    Ok(kept)
}
