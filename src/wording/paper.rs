//! The inputs and their sources as a table for paper.

use super::boxes::with_unit;
use super::sources::date;
use crate::catalog::{Case, Control, FACTS, PUBLIC, SOURCES, Side, Status, place};

/// Inputs that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperGroup {
    /// Their name.
    pub name: &'static str,
    /// A row for each.
    pub rows: Vec<PaperRow>,
}

/// One input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperRow {
    /// Its name.
    pub label: &'static str,
    /// The present value with its unit.
    pub value: String,
    /// The value of the scenario, where the present one differs.
    pub was: Option<String>,
    /// Where the default comes from: "stated", "public" or "assumed", and the ids of the facts behind it.
    pub source: String,
}

/// All inputs of a side: those that the page shows first, then the groups; of the lab's places for obligations those that count.
#[must_use]
pub fn inputs(side: Side, case: &Case) -> Vec<PaperGroup> {
    let rows =
        |controls: &mut dyn Iterator<Item = &'static Control>| controls.map(|control| row(control, case)).collect();
    let primary = side.controls().iter().take(side.primary().len());
    // The switch of the lens stands in no group.
    let first = PaperGroup { name: "Main inputs", rows: rows(&mut primary.chain(side.control("lens"))) };
    let free = (case.inputs().lab.obligation_count as usize..).map_while(place).flatten();
    let free: Vec<&str> = free.map(|input| input.id).collect();
    let groups = side.groups().iter().map(|group| {
        let counted = group.controls_on(side).filter(|control| !free.contains(&control.id));
        PaperGroup { name: group.label(), rows: rows(&mut counted.into_iter()) }
    });
    std::iter::once(first).chain(groups).collect()
}

fn row(control: &'static Control, case: &Case) -> PaperRow {
    let changed = case.is_changed(control);
    let basis = case.start().basis(control);
    let status = match basis.status {
        Status::Stated => "stated",
        Status::Public => "public",
        Status::Assumption => "assumed",
    };
    PaperRow {
        label: control.label,
        value: value(control, control.get(case.inputs())),
        was: changed.then(|| value(control, control.get(case.reference()))),
        source: [&[status], basis.sources].concat().join(" "),
    }
}

fn value(control: &Control, value: f64) -> String {
    let mut options = control.choices().iter().zip(0_u32..);
    let chosen = options.find(|(_, at)| f64::from(*at).to_bits() == value.to_bits());
    chosen.map_or_else(|| with_unit(control.unit, value), |(choice, _)| choice.label.to_owned())
}

/// What the ids behind the inputs stand for: a line for each article, then one for each public point.
#[must_use]
pub fn sources() -> Vec<String> {
    let used = |id: &str| Control::all().iter().any(|control| control.sources.contains(&id));
    let articles = SOURCES.iter().filter_map(|source| {
        let facts = FACTS.iter().filter(|fact| fact.source == source.id && used(fact.id)).map(|fact| fact.id);
        let facts: Vec<&str> = facts.collect();
        (!facts.is_empty()).then(|| format!("{}: {}, {}", facts.join(" "), source.publisher, date(source.date)))
    });
    let points = PUBLIC.iter().filter(|point| used(point.id)).map(|point| format!("{}: {}", point.id, point.place));
    articles.chain(points).collect()
}
