//! What is said about a case elsewhere: its link, the code of a frame, the words beside a picture, a post, a citation.
//!
//! Text that goes into another language (HTML, Markdown) passes through [`escaped`], and nothing else does.

mod markup;
mod sentences;

pub use markup::{Place, elsewhere, escaped, fragment, frame, height, link, loader, markdown};
pub use sentences::{LONGEST_POST, alternative, citation, post, supporting};

use super::PARTIES;

/// Under this name the card is saved, and so the code of a letter names it.
pub const PICTURE: &str = "offtake-card";

/// The deal by its two sides: "Amazon × Anthropic".
#[must_use]
pub fn deal() -> String {
    format!("{} × {}", PARTIES.investor, PARTIES.lab)
}

/// What a frame is called for those who cannot see it.
#[must_use]
pub fn title() -> String {
    format!("{} deal calculator", deal())
}
