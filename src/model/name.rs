//! A short name inside the inputs, which are copied as a whole.

use std::fmt;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 24;

/// Room for that many characters of any script.
const ROOM: usize = 4 * LONGEST_NAME;

/// A name of 1 to 24 characters; none by default.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Name {
    bytes: [u8; ROOM],
    length: u8,
}

impl Name {
    /// No name yet.
    pub const NONE: Self = Self { bytes: [0; ROOM], length: 0 };

    /// The name of a text, without the spaces around it. Nothing when it is empty, too long, or holds what separates the
    /// parts of a link: control characters and asterisks.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_plain = !text.contains(|c: char| c.is_control() || c == '*');
        if text.is_empty() || !is_plain || text.chars().nth(LONGEST_NAME).is_some() {
            return None;
        }
        let mut name = Self::NONE;
        name.bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        name.length = u8::try_from(text.len()).ok()?;
        Some(name)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.bytes.get(..usize::from(self.length)).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl Default for Name {
    fn default() -> Self {
        Self::NONE
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn a_name_is_short_plain_text() {
        let widest = "\u{1f3db}".repeat(24);
        for (text, kept) in [
            ("AWS", Some("AWS")),
            ("  Google Cloud ", Some("Google Cloud")),
            (widest.as_str(), Some(widest.as_str())),
            ("", None),
            ("   ", None),
            ("a*b", None),
            ("a\nb", None),
            ("twenty-five characters!!!", None),
        ] {
            assert_eq!(Name::new(text).as_ref().map(Name::as_str), kept, "{text:?}");
        }
        assert_eq!(Name::default().as_str(), "");
    }
}
