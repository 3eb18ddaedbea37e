//! Files for elsewhere: what a reader takes to a spreadsheet, a board paper, a program.
//!
//! Pure functions from a state to bytes or text; who saves them is not known here. Not part of the page's first download:
//! the native command has this layer, and the page loads it with the module (feature `module`) when a file is asked for.
//!
//! | file | what it makes |
//! |---|---|
//! | `kind` | the files there are, by name |
//! | `numbers`, `years` | comma-separated values: inputs, years, the numbers behind each chart |
//! | [`mod@workbook`] | an XLSX file with the model as live formulas |
//! | `saved` | state and outcome as JSON, which can be opened again |
//! | `picture`, `fonts` | the card as SVG and PNG, in type that is shipped with it; native only |

#[cfg(not(target_arch = "wasm32"))]
pub mod fonts;
mod kind;
mod numbers;
#[cfg(not(target_arch = "wasm32"))]
pub mod picture;
mod saved;
pub mod workbook;
mod years;

use std::fmt;

pub use kind::Kind;
pub use saved::BESIDE;
pub use workbook::workbook;

use crate::analysis::monte_carlo::DEFAULT_DRAWS;
use crate::protocol::Fault;
use crate::protocol::link::{Link, encode};
use crate::wording::{Parties, parties};

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Around a file: what the state alone does not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around<'a> {
    /// Where the page stands; empty where it stands nowhere.
    pub page: &'a str,
    /// How many futures the simulation draws.
    pub draws: usize,
}

impl Default for Around<'_> {
    fn default() -> Self {
        Self { page: "", draws: DEFAULT_DRAWS }
    }
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportError {
    words: String,
    fault: Option<Box<Fault>>,
}

impl ExportError {
    /// From the words of what failed.
    #[allow(clippy::needless_pass_by_value, reason = "the shape of map_err")]
    #[must_use]
    pub fn of(error: impl fmt::Display) -> Self {
        Self { words: error.to_string(), fault: None }
    }

    /// From what is wrong with the question, in words for whoever knows the context and as a fault.
    fn refused(words: impl Into<String>, fault: Fault) -> Self {
        Self { words: words.into(), fault: Some(Box::new(fault)) }
    }

    /// What is wrong with the question, if that is why.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        self.fault.as_deref()
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the file could not be made: {}", self.words)
    }
}

impl std::error::Error for ExportError {}

/// Makes a file of a state.
///
/// # Errors
/// When an answer holds a number that no file can hold, ends of a distribution lie on one side of the present value, or a
/// chart is not one of the link's side.
pub fn file(kind: Kind, link: &Link, around: &Around<'_>) -> Result<File, ExportError> {
    let way_back = address(link, around.page);
    let before = parties();
    Parties::of(link.case.start()).choose();
    let (name, bytes) = (kind.file(), bytes(kind, link, around, &way_back));
    before.choose();
    Ok(File { name, kind: kind.media(), bytes: bytes? })
}

fn bytes(kind: Kind, link: &Link, around: &Around<'_>, way_back: &str) -> Result<Vec<u8>, ExportError> {
    Ok(match kind {
        Kind::Xlsx => workbook(link.side, &link.case, link.stake, way_back)?,
        Kind::Json => saved::text(link, way_back)?.into_bytes(),
        Kind::Inputs => marked(&numbers::inputs(link, way_back)),
        Kind::Years => marked(&years::years(link, way_back)),
        Kind::Chart(figure) => marked(&numbers::chart(figure, link, around.draws)?),
    })
}

/// Comma-separated values behind the mark by which Excel knows that they are UTF-8.
fn marked(text: &str) -> Vec<u8> {
    const MARK: char = '\u{FEFF}';
    format!("{MARK}{text}").into_bytes()
}

/// The address that opens a state for ever, with its versions: a query alone where the page stands nowhere.
fn address(link: &Link, page: &str) -> String {
    let page = page.split(['?', '#']).next().unwrap_or_default();
    format!("{page}?{}", encode(&Link { embed: None, view: None, follows: false, ..link.clone() }))
}
