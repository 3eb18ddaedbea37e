//! What is chosen in the dialog.

use crate::protocol::link::{Card, Embed, Figure, Link, MOST_SLIDERS, Theme};

/// The choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What the frame shows.
    pub embed: Embed,
    /// The theme of the frame; nothing stands for the reader's.
    pub theme: Option<Theme>,
    /// Whether the frame shows the newest version, whatever that is by then.
    pub follows: bool,
    /// The width of the preview, in CSS pixels.
    pub width: u32,
    /// Whether a script fits the height.
    pub by_script: bool,
    /// Whether the picture is dark.
    pub dark: bool,
    /// The words beside the picture, once somebody has edited them, and the link that they were written for: for another
    /// case they would be wrong.
    pub words: Option<(String, String)>,
    /// Assumptions that can be chosen besides the four that everybody sees.
    pub others: Vec<&'static str>,
    /// Which text was copied last, and whether the browser did it; for a moment.
    pub copied: Option<(&'static str, bool)>,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            embed: Embed::default(),
            theme: None,
            follows: false,
            width: WIDE,
            by_script: true,
            dark: false,
            words: None,
            others: Vec::new(),
            copied: None,
        }
    }
}

/// The widths for which a card is designed.
pub const WIDE: u32 = 640;
/// As in a column on a phone.
pub const NARROW: u32 = 360;
impl Form {
    /// The state as a link to the page.
    pub fn page(link: Link) -> Link {
        Link { embed: None, ..link }
    }

    /// The state as a link to a frame.
    pub fn frame(&self, link: Link) -> Link {
        // What was chosen for another side gives way.
        let mut embed = self.embed.clone();
        if !Figure::of(link.side).contains(&embed.figure) {
            embed.figure = Figure::main(link.side);
        }
        if let Some(sliders) = &mut embed.sliders {
            sliders.retain(|id| link.side.control(id).is_some());
        }
        // A version that is old stays what it is: today's data would be another case.
        let follows = self.follows && link.case.version().is_newest();
        Link { embed: Some(embed), theme: self.theme, follows, view: None, ..link }
    }

    /// Puts an assumption on the card that has these, or takes it off.
    pub fn turn(&mut self, mut sliders: Vec<&'static str>, id: &'static str, wanted: bool) {
        sliders.retain(|one| *one != id);
        if wanted && sliders.len() < MOST_SLIDERS {
            sliders.push(id);
        }
        self.embed.sliders = Some(sliders);
    }
}

/// One position of a switch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pick {
    /// Which parts the card has.
    Card(Card),
    /// The theme of the frame.
    Theme(Option<Theme>),
    /// Whether the assumptions only stand there.
    Locked(bool),
    /// Whether it follows the newest version.
    Follows(bool),
    /// How wide.
    Width(u32),
    /// Whether a script fits the height.
    Script(bool),
    /// Whether the picture is dark.
    Dark(bool),
}

impl Pick {
    /// Whether it is chosen.
    pub fn is_in(self, form: &Form) -> bool {
        match self {
            Self::Card(card) => form.embed.card == card,
            Self::Theme(theme) => form.theme == theme,
            Self::Locked(locked) => form.embed.locked == locked,
            Self::Follows(follows) => form.follows == follows,
            Self::Width(width) => form.width == width,
            Self::Script(by_script) => form.by_script == by_script,
            Self::Dark(dark) => form.dark == dark,
        }
    }

    /// Chooses it.
    pub fn put(self, form: &mut Form) {
        match self {
            Self::Card(card) => form.embed.card = card,
            Self::Theme(theme) => form.theme = theme,
            Self::Locked(locked) => form.embed.locked = locked,
            Self::Follows(follows) => form.follows = follows,
            Self::Width(width) => form.width = width,
            Self::Script(by_script) => form.by_script = by_script,
            Self::Dark(dark) => form.dark = dark,
        }
    }
}

/// The chart of a name.
pub fn figure(id: &str) -> Figure {
    Figure::ALL.into_iter().find(|figure| figure.id() == id).unwrap_or_default()
}
