//! The worked lines of the lab's figures.

use super::super::lab::{first, heaviest, least_covered, least_headroom, name};
use super::super::numbers::{MONEY, RATIO};
use super::super::sections::short_value;
use super::side_shown as shown;
use crate::catalog::{Side, Unit};
use crate::model::burden::{LabOutcome, evaluate};
use crate::model::{Inputs, Obligation};

fn figure(id: &str, inputs: &Inputs) -> String {
    shown(Side::Lab, id, inputs)
}

fn without(words: &str, id: &str, inputs: &Inputs) -> Vec<String> {
    vec![format!("{words}: {}", figure(id, inputs))]
}

/// "$56B on $89.5B" of a year.
fn of_year(outcome: &LabOutcome, year: u32) -> (String, String) {
    let row = outcome.rows.iter().find(|row| row.t == year);
    let write = |value: Option<f64>| MONEY.minus(value.unwrap_or_default());
    (write(row.map(|row| row.obligations)), write(row.map(|row| row.revenue)))
}

/// "year 2: AWS $10.0B + Google Cloud $40.0B = $50.0B", where more than one obligation makes the sum.
fn sum(inputs: &Inputs, year: u32) -> Option<String> {
    let running = inputs.lab.owed().enumerate().filter(|(_, owed)| owed.in_year(year) > 0.0);
    let parts = running.map(|(at, owed)| format!("{} {}", name(at, owed), MONEY.minus(owed.in_year(year))));
    let parts: Vec<String> = parts.collect();
    let owed = MONEY.minus(inputs.lab.owed_in_year(year));
    (parts.len() > 1).then(|| format!("year {year}: {} = {owed}", parts.join(" + ")))
}

fn after(sum: Option<String>, line: String) -> Vec<String> {
    sum.into_iter().chain([line]).collect()
}

pub(super) fn share(inputs: &Inputs) -> Vec<String> {
    let (outcome, id) = (evaluate(inputs), "heaviest-share");
    let Some(row) = heaviest(&outcome) else { return without("Nothing is owed in these years", id, inputs) };
    let owed = MONEY.minus(row.obligations);
    let line = format!("year {}: {owed} / {} = {}", row.t, MONEY.minus(row.revenue), figure(id, inputs));
    after(sum(inputs, row.t), line)
}

pub(super) fn cover(inputs: &Inputs) -> Vec<String> {
    let (outcome, id) = (evaluate(inputs), "cover");
    let Some((year, cover)) = least_covered(&outcome) else {
        return without("Nothing is owed in these years", id, inputs);
    };
    let (owed, revenue) = of_year(&outcome, year);
    let margin = short_value(Unit::Percent, inputs.lab.lab_gross_margin);
    let end = if RATIO.is_zero(cover) || cover < 0.0 { ": " } else { " = " };
    after(sum(inputs, year), format!("year {year}: {margin} × {revenue} / {owed}{end}{}", figure(id, inputs)))
}

pub(super) fn headroom(inputs: &Inputs) -> Vec<String> {
    let (outcome, id) = (evaluate(inputs), "headroom");
    let Some((year, _)) = least_headroom(inputs, &outcome) else {
        return without("No year is shown", id, inputs);
    };
    let (owed, revenue) = of_year(&outcome, year);
    let margin = short_value(Unit::Percent, inputs.lab.lab_gross_margin);
    after(sum(inputs, year), format!("year {year}: {margin} × {revenue} − {owed} = {}", figure(id, inputs)))
}

/// The line of a figure that rests on the first obligation.
fn of_first(id: &str, inputs: &Inputs, line: impl Fn(&Obligation) -> String) -> Vec<String> {
    match first(inputs) {
        Some(obligation) => vec![format!("{} = {}", line(obligation), figure(id, inputs))],
        None => without("The first obligation is zero", id, inputs),
    }
}

/// "$100B / 10 years".
fn yearly(first: &Obligation) -> String {
    let years = if first.years == 1 { "year" } else { "years" };
    format!("{} / {} {years}", short_value(Unit::BillionUsd, first.total_b), first.years)
}

pub(super) fn headline(inputs: &Inputs) -> Vec<String> {
    of_first("headline", inputs, |first| {
        format!("{} / {}", yearly(first), short_value(Unit::BillionUsd, inputs.arr0_b))
    })
}

pub(super) fn years_funded(inputs: &Inputs) -> Vec<String> {
    of_first("years-funded", inputs, |first| {
        format!("{} / ({})", short_value(Unit::BillionUsd, inputs.lab.funding_b), yearly(first))
    })
}

pub(super) fn run_rate(inputs: &Inputs) -> Vec<String> {
    let rates = evaluate(inputs).arr_for_share;
    let shares = [("25%", rates.quarter), ("20%", rates.fifth)];
    let mut lines: Vec<String> = first(inputs).map_or_else(Vec::new, |first| {
        shares.iter().map(|(share, rate)| format!("{} / {share} = {}", yearly(first), MONEY.minus(*rate))).collect()
    });
    lines.extend(of_first("run-rate", inputs, |first| format!("{} / 10%", yearly(first))));
    lines
}
