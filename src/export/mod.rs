//! Files for elsewhere: what a reader takes to a spreadsheet, a board paper, a program.
//!
//! Pure functions from a state to bytes or text; who saves them is not known here. Not part of the page's first download:
//! the native command has this layer, and the page loads it with the module (feature `module`) when a file is asked for.
//!
//! | module | what it makes |
//! |---|---|
//! | [`mod@workbook`] | an XLSX file with the model as live formulas |

pub mod workbook;

pub use workbook::{ExportError, workbook};
