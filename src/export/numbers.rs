//! Exact numbers as comma-separated values: the inputs, the yearly model, and what is behind each chart.

use std::borrow::Cow;

use super::ExportError;
use crate::analysis::field::Field;
use crate::analysis::monte_carlo::Run;
use crate::analysis::objective::Objective;
use crate::analysis::tornado::tornado;
use crate::catalog::{INPUTS, Input, Reference, Side, Status};
use crate::charts::histogram::{Histogram, Marks};
use crate::model::{self, Inputs, Row, Stake, burden, buyer, evaluate};
use crate::protocol::Fault;
use crate::protocol::link::{Figure, Link};
use crate::wording::PARTIES;
use crate::wording::csv::{self, Csv, Value};

fn text(words: impl Into<Cow<'static, str>>) -> Value {
    Value::Text(words.into())
}

/// Which case the numbers belong to, with the way back to it.
fn case(link: &Link, way_back: &str) -> String {
    format!("{}; {way_back}", csv::case(link.case.inputs(), link.stake))
}

/// Every input.
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
    let rows = INPUTS.iter().map(|input| input_row(input, link));
    let table = Csv { columns: columns.map(Cow::Borrowed).to_vec(), rows: rows.collect() };
    table.write(&case(link, way_back))
}

fn input_row(input: &'static Input, link: &Link) -> Vec<Value> {
    let value = |inputs: &Inputs| match input.choice(inputs) {
        Some(choice) => text(choice.id),
        None => Value::Number(Some(input.get(inputs))),
    };
    let status = match input.status {
        Status::Stated => "stated",
        Status::Public => "public",
        Status::Assumption => "assumption",
    };
    vec![
        text(input.group.label()),
        text(input.id),
        text(input.label),
        value(link.case.inputs()),
        text(input.unit.name()),
        value(link.case.reference()),
        value(&link.case.version().defaults()),
        text(status),
        text(input.as_of),
        text(input.sources.join(" ")),
        text(sources(input)),
        text(input.note),
        text(input.meaning),
    ]
}

/// What the ids stand for.
fn sources(input: &Input) -> String {
    let words = |id: &&str| match Reference::find(id)? {
        Reference::Stated(fact, source) => Some(format!("{id}: {}: {} ({})", fact.text, fact.value, source.publisher)),
        Reference::Public(point) => Some(format!("{id}: {}: {} ({})", point.point, point.value, point.place)),
        Reference::Disputed(question) => Some(format!("{id}: {} {}", question.question, question.shown_as)),
    };
    input.sources.iter().filter_map(words).collect::<Vec<_>>().join(" | ")
}

/// A column of the yearly model.
type Column = (&'static str, fn(&Row) -> Option<f64>);

const YEARS: [Column; 25] = [
    ("Investment ($B)", |row| Some(row.invest)),
    ("Commitment ($B)", |row| Some(row.commit)),
    ("Usage, expected ($B)", |row| Some(row.usage)),
    ("Usage that never comes ($B)", |row| Some(row.shortfall)),
    ("Shortfall collected ($B)", |row| Some(row.shortfall_paid)),
    ("Stranded capacity ($B)", |row| Some(row.stranded)),
    ("Commitment: operating profit before tax ($B)", |row| Some(row.commit_op)),
    ("New adopters, average of the year (customers)", |row| Some(row.new_adopters)),
    ("Enterprise revenue ($B)", |row| Some(row.ent_rev)),
    ("Enterprise: operating profit before tax ($B)", |row| Some(row.ent_op)),
    ("Capacity in use (GW)", |row| Some(row.gw)),
    ("Capacity built for (GW)", |row| Some(row.gw_built)),
    ("Machines bought ($B)", |row| Some(row.capex)),
    ("Depreciation ($B)", |row| Some(row.dep)),
    ("Running cost ($B)", |row| Some(row.opex)),
    ("Operations after tax ($B)", |row| Some(row.op_cash)),
    ("Investment, machines and residual ($B)", |row| Some(row.point_cash)),
    ("Net cash flow ($B)", |row| Some(row.net)),
    ("Net cash flow discounted ($B)", |row| Some(row.disc)),
    ("Cumulative ($B)", |row| Some(row.cum)),
    ("Cumulative discounted ($B)", |row| Some(row.dcum)),
    ("Adoption, end of year (decimal)", |row| Some(row.adoption)),
    ("Run-rate of the lab, end of year ($B)", |row| Some(row.arr_end)),
    ("Revenue of the lab ($B)", |row| Some(row.lab_revenue)),
    ("Commitment share of revenue (decimal)", |row| row.commit_share),
];

/// Every row of the yearly model.
pub(super) fn years(link: &Link, way_back: &str) -> String {
    let line = |row: &Row| {
        let dates = [row.t, PARTIES.closing_year + row.t].map(|number| Value::Number(Some(f64::from(number))));
        dates.into_iter().chain(YEARS.iter().map(|(_, read)| Value::Number(read(row)))).collect()
    };
    let heads = ["Deal year", "Ends in April"].into_iter().chain(YEARS.iter().map(|(name, _)| *name));
    let rows = evaluate(link.case.inputs()).rows.iter().map(line).collect();
    Csv { columns: heads.map(Cow::Borrowed).collect(), rows }.write(&case(link, way_back))
}

/// The numbers behind a chart.
pub(super) fn chart(figure: Figure, link: &Link, draws: usize) -> Result<String, ExportError> {
    let inputs = link.case.inputs();
    let outcome = || evaluate(inputs);
    let (lab, buyer) = (|| burden::evaluate(inputs), || buyer::evaluate(inputs));
    // A chart that the side of the link does not have is of the side that has it.
    let has = |side: &Side| Figure::of(*side).contains(&figure);
    let side = [link.side].into_iter().chain(Side::ALL).find(has).unwrap_or(link.side);
    let table = match figure {
        Figure::Cash => csv::cash(&outcome()),
        Figure::Share => csv::share(inputs, &outcome()),
        Figure::Bridge => csv::bridge(&outcome()),
        Figure::Ladder => csv::ladder(inputs, &outcome()),
        Figure::Gigawatts | Figure::Deals => csv::gigawatts(inputs, &outcome()),
        Figure::Tornado => csv::tornado(&tornado(inputs, Objective::of(side, Stake::LeftOut))),
        Figure::Grid => csv::grid(&field(link)),
        Figure::Simulation => simulation(link, draws)?,
        Figure::Obligations => csv::obligations(inputs, &lab()),
        Figure::Burden => csv::burden(inputs, &lab()),
        Figure::Contract => csv::contract(&buyer()),
        Figure::Usage => csv::usage(inputs),
        Figure::Exposure => csv::exposure(inputs, &buyer()),
    };
    Ok(table.write(&csv::case_of(side, inputs, link.stake)))
}

/// The grid as the page shows it at its largest.
fn field(link: &Link) -> Field {
    let case = &link.case;
    Field::around((case.inputs(), case.proportion()), link.plane.measure, link.plane.axes, 1)
}

fn simulation(link: &Link, draws: usize) -> Result<Csv, ExportError> {
    let question = link.setup.question(*link.case.inputs(), draws);
    let mut run = Run::new(question).map_err(|not| ExportError::of(Fault::not_enclosing(&not)))?;
    run.advance(draws);
    let base = model::value(link.case.inputs()).npv_for(link.stake);
    let histogram = Histogram::new(run.npvs_for(link.stake).to_vec(), Marks::of(&run.spread(link.stake), base));
    let bins = histogram.bins().iter().map(|bin| (bin.low, bin.high, bin.share));
    Ok(csv::simulation(&run.summary(), link.stake, bins))
}
