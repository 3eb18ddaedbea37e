//! What is said about a case elsewhere: its link, the code of a frame, the words beside a picture, a post, a citation.
//!
//! Text that goes into another language (HTML, Markdown) passes through [`escaped`], and nothing else does.

mod markup;
mod sentences;
mod voices;

pub use markup::{Place, elsewhere, escaped, fragment, frame, height, height_on_phones, link, markdown, script};
pub use sentences::{LONGEST_POST, alternative, citation, post, supporting};
pub use voices::{citation_of, page_title, subject, title_of};

use super::naming::file_name;
use super::parties;
use crate::protocol::link::Figure;

/// Under this name the card is saved, and so the code of a letter names it: "offtake-card.png".
#[must_use]
pub fn picture() -> String {
    file_name("card", "png")
}

/// The deal by its name, or by its two sides: "Amazon × Anthropic".
#[must_use]
pub fn deal() -> String {
    parties().name()
}

/// What a frame is called for those who cannot see it.
#[must_use]
pub fn title() -> String {
    format!("{} deal calculator", deal())
}

/// A chart by a short name, in a list to choose from.
#[must_use]
pub const fn chart_name(figure: Figure) -> &'static str {
    match figure {
        Figure::Cash => "Cash flow by year",
        Figure::Share => "Commitment as a share of revenue",
        Figure::Bridge => "Where the NPV comes from",
        Figure::Ladder => "What each dollar brings back",
        Figure::Grid => "NPV over two inputs",
        Figure::Tornado => "What moves the NPV most",
        Figure::Simulation => "Spread of the NPV",
        Figure::Gigawatts => "Commitment against capacity",
        Figure::Deals => "This deal beside others",
        Figure::Obligations => "Obligations by year",
        Figure::Burden => "Obligations as a share of revenue",
        Figure::Contract => "Contract against pay-as-you-go",
        Figure::Usage => "Worth of the commitment by usage",
        Figure::Exposure => "What leaving would cost",
    }
}

/// The files of a state, in the order of their buttons: kind, name, and what it is.
pub const FILES: [(&str, &str, &str); 4] = [
    ("xlsx", "XLSX", "live formulas"),
    ("years.csv", "CSV, years", "yearly model"),
    ("inputs.csv", "CSV, inputs", "with sources"),
    ("json", "JSON", "to open again"),
];

/// What is said where the browser lets no page copy.
pub const BY_HAND: &str = "Selected. Press Ctrl+C, or Cmd+C on a Mac.";

/// What must be known about the code for letters.
#[must_use]
pub fn picture_note() -> String {
    format!("The code names the picture {}: put its address there once it is on the web.", picture())
}

/// The name of the preview: "Preview at 640 px, shown at 67%".
#[must_use]
pub fn preview(width: f64, scale: f64) -> String {
    let smaller = if scale < 0.995 { format!(", shown at {:.0}%", scale * 100.0) } else { String::new() };
    format!("Preview at {width:.0} px{smaller}")
}

/// A length for a style.
#[must_use]
pub fn pixels(length: f64) -> String {
    format!("{length:.0}px")
}

/// A size for a style.
#[must_use]
pub fn times(scale: f64) -> String {
    format!("scale({scale:.4})")
}
