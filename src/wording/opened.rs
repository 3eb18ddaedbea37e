//! What there is to say about the link that the page was opened with.

use crate::catalog::{Control, DataVersion, INPUTS};
use crate::model::MODEL_VERSION;
use crate::protocol::{Fault, Problem};

/// More than these are counted, not listed.
const MOST: usize = 6;

/// What stands over the list of what was left out.
pub const IGNORED: &str =
    "Parts of the link were not understood and are left out. Everything else is as the link says.";

/// What was left out of a link, one line each.
#[must_use]
pub fn ignored(faults: &[Fault]) -> Vec<String> {
    let listed = faults.iter().take(MOST).map(line);
    let more = faults.len().checked_sub(MOST).filter(|more| *more > 0).map(|more| format!("and {more} more"));
    listed.chain(more).collect()
}

fn line(Fault { key, value, problem, .. }: &Fault) -> String {
    let known = || DataVersion::newest().id;
    match (key.as_str(), problem) {
        ("m", _) => format!("Model “{value}” is not known here; the figures are those of model {MODEL_VERSION}"),
        ("d", _) => format!("Data “{value}” are not known here; the figures rest on data {}", known()),
        (_, Problem::UnknownKey(_)) => format!("{}: “{value}” belongs to nothing here", name(key)),
        _ => format!("{}: “{value}” {problem}", name(key)),
    }
}

/// The label of an input, or the key as it stands in the link.
fn name(key: &str) -> String {
    if key == "pin" {
        return "Pinned case".to_owned();
    }
    let control = INPUTS.iter().find(|input| input.short == key).and_then(|input| Control::find(input.id));
    control.map_or_else(|| format!("“{}”", shortened(key)), |control| control.label.to_owned())
}

fn shortened(text: &str) -> String {
    const MOST: usize = 24;
    let mut signs = text.chars().filter(|sign| !sign.is_control());
    let start: String = signs.by_ref().take(MOST).collect();
    if signs.next().is_some() { start + "…" } else { start }
}

/// What is said about a link that was made with other data than today's: the sentence, and the words of the way to
/// today's.
#[must_use]
pub fn version(data: &DataVersion) -> Option<(String, String)> {
    (!data.is_newest()).then(|| {
        (
            format!("This link was made with model {MODEL_VERSION}, data {}. Its figures are still those.", data.id),
            format!("See it with today’s data, {}", DataVersion::newest().id),
        )
    })
}

/// The query that takes a state to today's data.
#[must_use]
pub fn newest() -> String {
    format!("m={MODEL_VERSION}&d={}", DataVersion::newest().id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::link::decode;

    #[test]
    fn what_was_left_out_is_named_as_on_the_page() {
        let lines = |query: &str| ignored(&decode(query).ignored);
        assert_eq!(lines("m=1.0&margin=0.36"), Vec::<String>::new());
        let said = lines("m=9.9&d=1999-01&margin=lots&lens=green&nonsense=1");
        assert_eq!(
            said,
            [
                "Model “9.9” is not known here; the figures are those of model 1.0",
                "Data “1999-01” are not known here; the figures rest on data 2026-05",
                "Margin: “lots” is not a number from -1 to 1",
                "Cost of capacity: “green” is not one of margin, capex",
                "“nonsense”: “1” belongs to nothing here",
            ]
        );
        let many = lines(&(0..9).map(|at| format!("x{at}=1")).collect::<Vec<_>>().join("&"));
        assert_eq!((many.len(), many.last().map(String::as_str)), (MOST + 1, Some("and 3 more")));
    }

    #[test]
    fn only_another_version_is_worth_a_word() {
        static OLDER: DataVersion = DataVersion::new("2026-04", &[], &[]);
        assert_eq!(version(DataVersion::newest()), None);
        let said = version(&OLDER).map(|(sentence, way)| format!("{sentence} {way}"));
        assert_eq!(
            said.as_deref(),
            Some(
                "This link was made with model 1.0, data 2026-04. Its figures are still those. See it with today’s data, 2026-05"
            )
        );
    }
}
