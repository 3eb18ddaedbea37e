//! A short name inside the inputs, which are copied as a whole.

use std::fmt;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 24;

/// Room for that many characters of any script.
const ROOM: usize = 4 * LONGEST_NAME;

/// Whether a character is not seen, or turns the direction of the text around it: a name with one could pass for another,
/// and reverse the sentences and files in which it stands. The joiners inside emoji and scripts are none of these.
#[must_use]
pub const fn is_hidden(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// A name of 1 to 24 characters; none by default.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Name {
    bytes: [u8; ROOM],
    length: u8,
}

impl Name {
    /// No name yet.
    pub const NONE: Self = Self { bytes: [0; ROOM], length: 0 };

    /// The name of a text, without the spaces around it. Nothing when it is empty, too long, or holds control characters,
    /// asterisks, which separate the parts of a link, or what [is hidden](is_hidden).
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_plain = !text.contains(|c: char| c.is_control() || c == '*' || is_hidden(c));
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
            ("\u{202e}abc", None),
            ("a\u{2066}b\u{2069}", None),
            ("a\u{200f}b", None),
            ("a\u{200b}b", None),
            ("\u{feff}abc", None),
            ("\u{1f469}\u{200d}\u{1f4bb}", Some("\u{1f469}\u{200d}\u{1f4bb}")),
            ("\u{645}\u{6cc}\u{200c}\u{62e}", Some("\u{645}\u{6cc}\u{200c}\u{62e}")),
        ] {
            assert_eq!(Name::new(text).as_ref().map(Name::as_str), kept, "{text:?}");
        }
        assert_eq!(Name::default().as_str(), "");
    }
}
