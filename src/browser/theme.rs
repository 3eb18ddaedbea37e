//! Light, dark, or what the system asks for.

use super::storage;
use crate::protocol::link;

const KEY: &str = "offtake.theme";
const ATTRIBUTE: &str = "data-theme";

/// The reader's choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Follow the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl From<link::Theme> for Theme {
    fn from(told: link::Theme) -> Self {
        match told {
            link::Theme::Light => Self::Light,
            link::Theme::Dark => Self::Dark,
        }
    }
}

impl Theme {
    /// What the reader chose on an earlier visit.
    #[must_use]
    pub fn remembered() -> Self {
        match storage::read(KEY).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    /// As a link tells it; nothing stands for the system's.
    #[must_use]
    pub fn told(self) -> Option<link::Theme> {
        match self {
            Self::System => None,
            Self::Light => Some(link::Theme::Light),
            Self::Dark => Some(link::Theme::Dark),
        }
    }

    /// The next position of the switch.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// For people.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::System => "System",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// Puts the theme on the page.
    pub fn apply(self) {
        let Some(root) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element()) else {
            return;
        };
        // Setting an attribute of a fixed, valid name cannot fail.
        let _ = match self.name() {
            Some(name) => root.set_attribute(ATTRIBUTE, name),
            None => root.remove_attribute(ATTRIBUTE),
        };
    }

    /// Remembers the theme for the next visit.
    pub fn remember(self) {
        storage::write(KEY, self.name());
    }
}
