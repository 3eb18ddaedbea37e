//! State and outcome as JSON: readable by people and programs, and by the page, which opens it again.

use serde::Serialize;

use super::ExportError;
use crate::protocol::link::Link;
use crate::protocol::state::State;
use crate::protocol::{Reply, Request, Versions, all_finite, json};

/// Keys of a file beside those of its state. They follow from it, and are not read when it is opened.
pub const BESIDE: [&str; 3] = ["made_with", "link", "outcome"];

#[derive(Serialize)]
struct Saved<'a> {
    made_with: Versions,
    link: &'a str,
    #[serde(flatten)]
    state: State,
    outcome: Reply,
}

/// The text of the file.
pub(super) fn text(link: &Link, way_back: &str) -> Result<String, ExportError> {
    let saved = Saved {
        made_with: Versions::present(),
        link: way_back,
        state: State::of(link),
        outcome: Request::of(link.side, link.case.inputs()).answer(),
    };
    let words = |faults: Vec<crate::protocol::Fault>| faults.iter().map(ToString::to_string).collect::<String>();
    all_finite(&saved).map_err(|faults| ExportError::of(words(faults)))?;
    let text = json(&saved).map_err(ExportError::of)?;
    Ok(text + "\n")
}
