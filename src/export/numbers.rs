//! Exact numbers as comma-separated values: the inputs of a side, and what is behind each chart.

use std::borrow::Cow;

use super::{ExportError, Kind, address};
use crate::analysis::deals::{DealLine, compare};
use crate::analysis::field::Field;
use crate::analysis::monte_carlo::Run;
use crate::analysis::objective::Objective;
use crate::analysis::tornado::tornado;
use crate::catalog::{self, Case, Control, Group, Input, Reference, Side, Status};
use crate::charts::histogram::{Histogram, Marks};
use crate::model::{self, Inputs, Obligation, Stake, burden, buyer, evaluate};
use crate::protocol::Fault;
use crate::protocol::link::{Figure, Link};
use crate::wording::csv::{self, Csv, Value};

fn text(words: impl Into<Cow<'static, str>>) -> Value {
    Value::Text(words.into())
}

/// Which case the numbers belong to, with the way back to it.
pub(super) fn case(link: &Link, way_back: &str) -> String {
    format!("{}; {way_back}", csv::case(link.side, link.case.inputs(), link.stake))
}

/// Every input of the link's side; of the lab's obligations those that count, field by field.
pub(super) fn inputs(link: &Link, way_back: &str) -> String {
    let columns = [
        "Group",
        "Key",
        "Input",
        "Value",
        "Unit",
        "Value of the scenario",
        "Default",
        "Status of the default",
        "As of",
        "Source ids",
        "Sources",
        "Why this default",
        "What it means",
    ];
    let mut rows: Vec<Vec<Value>> = link.side.wire_inputs().map(|input| input_row(input, link)).collect();
    if link.side == Side::Lab {
        let owed = link.case.inputs().lab.owed().enumerate();
        rows.extend(owed.flat_map(|(at, obligation)| obligation_rows(at, obligation, link)));
    }
    Csv { columns: columns.map(Cow::Borrowed).to_vec(), rows }.write(&case(link, way_back))
}

/// Who is owed, then how much from when for how long.
fn obligation_rows(at: usize, obligation: &Obligation, link: &Link) -> Vec<Vec<Value>> {
    let name = |inputs: &Inputs| {
        let owed = inputs.lab.obligations.get(at);
        text(owed.map_or_else(String::new, |owed| owed.name.to_string()))
    };
    let reported = link.case.owed(obligation);
    let ids = reported.map_or(&[][..], |owed| owed.sources);
    let named = vec![
        text(Group::Obligations.label()),
        text(format!("obligation_{}_name", at + 1)),
        text(format!("Obligation {}, name", at + 1)),
        name(link.case.inputs()),
        text("text"),
        name(link.case.reference()),
        name(&link.case.of_deal()),
        text(""),
        text(""),
        text(ids.join(" ")),
        text(sources(ids)),
        text(reported.map_or("", |owed| owed.note)),
        text("Whom the lab owes."),
    ];
    let numbers = catalog::place(at).into_iter().flatten().map(|input| input_row(input, link));
    std::iter::once(named).chain(numbers).collect()
}

fn input_row(input: &'static Input, link: &Link) -> Vec<Value> {
    let value = |inputs: &Inputs| match input.choice(inputs) {
        Some(choice) => text(choice.id),
        None => Value::Number(Some(input.get(inputs))),
    };
    let control = Control::of(input);
    let basis = link.case.basis(&control);
    let status = match basis.status {
        _ if basis.is_open => "not stated",
        Status::Stated => "stated",
        Status::Public => "public",
        Status::Assumption => "assumption",
    };
    let unless = |is_open: bool, inputs: &Inputs| if is_open { Value::Number(None) } else { value(inputs) };
    vec![
        text(input.group.label()),
        text(input.id),
        text(input.label),
        unless(link.case.is_open(&control), link.case.inputs()),
        text(input.unit.name()),
        unless(basis.is_open, link.case.reference()),
        unless(basis.is_open, &link.case.of_deal()),
        text(status),
        text(basis.as_of),
        text(basis.sources.join(" ")),
        text(sources(basis.sources)),
        text(basis.note),
        text(input.meaning),
    ]
}

/// What the ids stand for.
fn sources(ids: &[&str]) -> String {
    let words = |id: &&str| match Reference::find(id)? {
        Reference::Stated(fact, source) => Some(format!("{id}: {}: {} ({})", fact.text, fact.value, source.publisher)),
        Reference::Public(point) => Some(format!("{id}: {}: {} ({})", point.point, point.value, point.place)),
        Reference::Disputed(question) => Some(format!("{id}: {} {}", question.question, question.shown_as)),
    };
    ids.iter().filter_map(words).collect::<Vec<_>>().join(" | ")
}

/// The numbers behind a chart.
pub(super) fn chart(figure: Figure, link: &Link, draws: usize) -> Result<String, ExportError> {
    let inputs = link.case.inputs();
    if !Figure::of(link.side).contains(&figure) {
        let (kind, side, known) =
            (Kind::Chart(figure).id(), link.side.id(), Kind::of(link.side).map(Kind::id).collect());
        let words = format!("the chart {} does not belong to the side {side}", figure.id());
        return Err(ExportError::refused(words, Fault::not_of_side(kind, side, known)));
    }
    let outcome = || evaluate(inputs);
    let (lab, buyer) = (|| burden::evaluate(inputs), || buyer::evaluate(inputs));
    let table = match figure {
        Figure::Cash => csv::cash(&outcome()),
        Figure::Share => csv::share(inputs, &outcome()),
        Figure::Bridge => csv::bridge(&outcome()),
        Figure::Ladder => csv::ladder(inputs, &outcome()),
        Figure::Gigawatts => csv::gigawatts(inputs, &outcome()),
        Figure::Deals => return Ok(deals(link)),
        Figure::Tornado => csv::tornado(&tornado(inputs, Objective::of(link.side, Stake::LeftOut))),
        Figure::Grid => csv::grid(&field(link)),
        Figure::Simulation => simulation(link, draws)?,
        Figure::Obligations => csv::obligations(inputs, &lab()),
        Figure::Burden => csv::burden(inputs, &lab()),
        Figure::Contract => csv::contract(&buyer()),
        Figure::Usage => csv::usage(inputs),
        Figure::Exposure => csv::exposure(inputs, &buyer()),
    };
    Ok(table.write(&csv::case(link.side, inputs, link.stake)))
}

/// All deals, each record with its own case.
fn deals(link: &Link) -> String {
    let lines = compare(link.case.has_accepted(), Some(&link.case));
    let cases: Vec<String> = lines.iter().map(|line| case_of(line, link)).collect();
    csv::deals(&lines).write_each(cases.iter().map(String::as_str))
}

/// The case of a deal beside others, with the query that opens it: the link's own, or the deal as it stands.
fn case_of(line: &DealLine, link: &Link) -> String {
    let alone = |case, stake| Link { case, stake, ..Link::default() };
    let told = |link: &Link| case(link, &address(link, ""));
    match line.start.deal() {
        _ if line.is_case => told(&alone(link.case, link.stake)),
        Some(deal) if deal.preset().is_some() => {
            let mut case = Case::default();
            case.start_from(line.start);
            case.accept(deal.needs_acceptance() && link.case.has_accepted());
            told(&alone(case, Stake::default()))
        }
        _ => "no case: there is nothing to compute".to_owned(),
    }
}

/// The grid as the page shows it at its largest.
fn field(link: &Link) -> Field {
    let case = &link.case;
    Field::around((case.inputs(), case.proportion()), link.plane.measure, link.plane.axes, 1)
}

fn simulation(link: &Link, draws: usize) -> Result<Csv, ExportError> {
    let question = link.setup.question(*link.case.inputs(), draws);
    let mut run = Run::new(question).map_err(|not| {
        let fault = Fault::not_enclosing(&not);
        ExportError::refused(fault.to_string(), fault)
    })?;
    run.advance(draws);
    let base = model::value(link.case.inputs()).npv_for(link.stake);
    let histogram = Histogram::new(run.npvs_for(link.stake).to_vec(), Marks::of(&run.spread(link.stake), base));
    let bins = histogram.bins().iter().map(|bin| (bin.low, bin.high, bin.share));
    Ok(csv::simulation(&run.summary(), link.stake, bins))
}
