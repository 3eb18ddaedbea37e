//! Where the inputs come from: the facts, public points and contradictions that they cite.

use super::formats::Look;
use super::plan::Sheet;
use crate::catalog::{Case, Control, Reference, Side};

pub(super) const HEADINGS: [&str; 5] =
    ["Id", "About", "Value, or what is read in it", "Where it is from, or how it is treated", "Used by"];
pub(super) const WIDTHS: [f64; 5] = [7.0, 42.0, 62.0, 62.0, 40.0];
pub(super) const HEAD: u32 = 3;

/// The sheet of a side.
pub(super) fn sheet(side: Side, case: &Case) -> Sheet {
    let mut sheet = Sheet::new("Sources");
    sheet.text(0, 0, "Sources", Look::TITLE);
    let how = "S: stated in an article about the deal. P: a public report, secondary and not checked against filings. C: sources contradict each other.";
    sheet.text(1, 0, how, Look::SUBTITLE);
    for (heading, column) in HEADINGS.into_iter().zip(0..) {
        sheet.text(HEAD, column, heading, Look::HEADING);
    }
    let users = users(side, case);
    let mut ids: Vec<&str> = users.iter().flat_map(|(_, sources)| *sources).copied().collect();
    ids.sort_unstable_by_key(|id| (rank(id), id.len(), *id));
    ids.dedup();
    for (id, row) in ids.into_iter().zip(HEAD + 1..) {
        let citing = users.iter().filter(|(_, sources)| sources.contains(&id)).map(|(label, _)| label.as_str());
        sheet.text(row, 0, id, Look::TEXT);
        for (text, column) in parts(id).into_iter().zip(1..) {
            sheet.text(row, column, text, Look::PROSE);
        }
        sheet.text(row, 4, citing.collect::<Vec<_>>().join("; "), Look::PROSE);
    }
    sheet
}

/// Who cites: the inputs of a side, and the obligations that public reports name.
fn users(side: Side, case: &Case) -> Vec<(String, &'static [&'static str])> {
    let basis = |input| case.basis(&Control::of(input));
    let inputs = side.inputs().iter().map(|input| (input.label.to_owned(), basis(input).sources));
    let owed = case.inputs().lab.owed().filter(|_| side == Side::Lab).zip(1..);
    let reported = owed.filter_map(|(obligation, number)| {
        case.owed(obligation).map(|owed| (format!("Obligation {number}, {}", owed.name), owed.sources))
    });
    inputs.chain(reported).collect()
}

/// Stated facts, then public points, then contradictions.
fn rank(id: &str) -> usize {
    ["S", "P", "C"].iter().position(|kind| id.starts_with(kind)).unwrap_or_default()
}

fn parts(id: &str) -> [String; 3] {
    match Reference::find(id) {
        Some(Reference::Stated(fact, source)) => {
            let place = format!("{}, {}, {}", source.title, source.publisher, source.date);
            [fact.text.to_owned(), fact.value.to_owned(), place]
        }
        Some(Reference::Public(point)) => [point.point, point.value, point.place].map(str::to_owned),
        Some(Reference::Disputed(dispute)) => [dispute.question, dispute.readings, dispute.shown_as].map(str::to_owned),
        None => Default::default(),
    }
}
