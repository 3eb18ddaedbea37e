//! What the present deal is called, on cards, in citations and in the names of files.

use super::numbers::capitalised;
use super::{Parties, parties};
use crate::catalog::Start;

impl Parties {
    /// The deal by its name: that of the reader's own one, else its two sides: "Amazon × Anthropic".
    #[must_use]
    pub fn name(self) -> String {
        match self.own_name() {
            Some(name) => name,
            None => format!("{} × {}", capitalised(self.investor), capitalised(self.lab)),
        }
    }

    /// The same with its date: "Amazon × Anthropic, April 2026".
    #[must_use]
    pub fn dated(self) -> String {
        let (name, month) = (self.name(), self.month());
        if month.is_empty() { name } else { format!("{name}, {month}") }
    }

    /// The lab at the beginning of a title: "Anthropic", "The lab of Acme".
    #[must_use]
    pub fn lab_of_deal(self) -> String {
        let lab = capitalised(self.lab);
        self.own_name().map_or_else(|| lab.clone(), |name| format!("{lab} of {name}"))
    }

    fn own_name(self) -> Option<String> {
        self.start.own_name().map(|name| name.to_string()).filter(|name| !name.is_empty())
    }

    /// The deal in the name of a file, in small letters, digits and hyphens; nothing for the deal of the page.
    #[must_use]
    pub fn slug(self) -> Option<String> {
        if self.start == Start::default() {
            return None;
        }
        let named = self.own_name().map(|name| slug(&name)).filter(|name| !name.is_empty());
        Some(named.unwrap_or_else(|| slug(self.start.id())))
    }
}

fn slug(text: &str) -> String {
    let small = text.to_ascii_lowercase();
    let words = small.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// The name of a file of the present deal: "offtake.json", "offtake-acme-years.csv". `part` says what is in it, where
/// that is not everything.
#[must_use]
pub fn file_name(part: &str, kind: &str) -> String {
    let parts = [Some("offtake".to_owned()), parties().slug(), Some(part.to_owned()).filter(|part| !part.is_empty())];
    format!("{}.{kind}", parts.into_iter().flatten().collect::<Vec<_>>().join("-"))
}
