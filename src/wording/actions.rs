//! What can be done with a chart, and what is said afterwards.

use super::naming::file_name;
use super::numbers::capitalised;
use crate::catalog::DataVersion;
use crate::model::MODEL_VERSION;

/// Something to do with a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Copies the picture.
    Copy,
    /// Saves the picture as pixels.
    Png,
    /// Saves the picture as lines.
    Svg,
    /// Saves the numbers.
    Csv,
}

impl Action {
    /// In the order of the menu.
    pub const ALL: [Self; 4] = [Self::Copy, Self::Png, Self::Svg, Self::Csv];

    /// A stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
        }
    }

    /// On its button.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Copy => "Copy as PNG",
            Self::Png => "Save PNG",
            Self::Svg => "Save SVG",
            Self::Csv => "Save CSV",
        }
    }
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Copied.
    Copied,
    /// Saved as a file.
    Saved,
    /// Saved, since the browser does not let pages copy pictures.
    SavedInstead,
    /// The browser did not let it happen.
    Blocked,
    /// What makes the file could not be loaded.
    Missing,
}

/// What is said of it; names the file.
#[must_use]
pub fn said(done: Done, file: &str) -> String {
    match done {
        Done::Copied => "Copied".to_owned(),
        Done::Saved => format!("Saved as {file}"),
        Done::SavedInstead => format!("This browser does not let the page copy pictures; saved as {file} instead"),
        Done::Missing => "The file could not be made. Please check the connection and press again.".to_owned(),
        Done::Blocked => "The browser did not allow it. The table below the chart holds the same numbers.".to_owned(),
    }
}

/// The name of a file.
#[must_use]
pub fn file(chart: &str, action: Action) -> String {
    let kind = if action == Action::Copy { "png" } else { action.id() };
    file_name(chart, kind)
}

/// What stands at the foot of every picture: what it is not, which versions it is from, and where.
#[must_use]
pub fn foot(data: &DataVersion, address: &str) -> [String; 2] {
    let versions = format!("Offtake model {MODEL_VERSION}, data {}", data.id);
    let place = if address.is_empty() { String::new() } else { format!(" · {address}") };
    ["Not investment advice. Deal terms are partly undisclosed.".to_owned(), versions + &place]
}

/// The name of the button that opens the menu.
#[must_use]
pub fn menu(title: &str) -> String {
    format!("Save or copy: {}", capitalised(title))
}
