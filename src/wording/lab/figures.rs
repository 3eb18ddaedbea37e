//! The lab's strip of six figures.

use super::super::key_figures::KeyFigure;
use super::super::numbers::{MONEY, PERCENT, RATIO, YEARS, capitalised};
use super::super::sections::short_value;
use super::super::{Tone, parties};
use super::{EVEN_COVER, first, heaviest, later, least_covered, name, uncovered};
use crate::catalog::Unit;
use crate::model::Inputs;
use crate::model::burden::{LabOutcome, LabYearRow};

/// Heaviest share, cover, headroom, share at closing, years funded, run-rate for a tenth.
#[must_use]
pub fn key_figures(inputs: &Inputs, outcome: &LabOutcome) -> Vec<KeyFigure> {
    vec![
        heaviest_share(outcome),
        cover(outcome),
        headroom(inputs, outcome),
        headline(inputs, outcome),
        years_funded(inputs, outcome),
        run_rate(inputs, outcome),
    ]
}

const NOTHING: &str = "no obligations in these years";

fn heaviest_share(outcome: &LabOutcome) -> KeyFigure {
    let (id, label) = ("heaviest-share", "Share of revenue");
    match heaviest(outcome) {
        Some(row) => {
            let parts = format!("{} on {}", MONEY.trimmed(row.obligations), MONEY.trimmed(row.revenue));
            KeyFigure::number(id, label, &PERCENT, row.share, vec![format!("heaviest, year {}", row.t), parts])
        }
        None => KeyFigure::word(id, label, "None", vec![NOTHING.to_owned()]),
    }
}

fn cover(outcome: &LabOutcome) -> KeyFigure {
    let (id, label) = ("cover", "Gross-profit cover");
    let Some((year, cover)) = least_covered(outcome) else {
        return KeyFigure::word(id, label, "Nothing to cover", vec![NOTHING.to_owned()]);
    };
    if cover <= 0.0 {
        return KeyFigure::word(id, label, "None", vec!["no gross profit to pay from".to_owned()]);
    }
    if RATIO.is_zero(cover) {
        return KeyFigure::word(id, label, "Almost none", vec!["less than a cent of each dollar owed".to_owned()]);
    }
    let mut context = vec![format!("lowest, year {year}")];
    context.extend(uncovered(outcome).first().map(|first| format!("below 1 first in year {first}")));
    let tone = if cover < 1.0 - EVEN_COVER { Tone::Loss } else { Tone::Strong };
    KeyFigure { tone, ..KeyFigure::number(id, label, &RATIO, cover, context) }
}

/// The year with the smallest headroom, and that headroom: gross profit less what is owed, $B.
#[must_use]
pub fn least_headroom(inputs: &Inputs, outcome: &LabOutcome) -> Option<(u32, f64)> {
    let spare = |row: &LabYearRow| (row.t, inputs.lab.lab_gross_margin * row.revenue - row.obligations);
    outcome.rows.iter().map(spare).reduce(|least, next| if next.1 < least.1 { next } else { least })
}

fn headroom(inputs: &Inputs, outcome: &LabOutcome) -> KeyFigure {
    let (id, label) = ("headroom", "Smallest headroom");
    match least_headroom(inputs, outcome) {
        Some((year, spare)) => {
            let context = vec![format!("gross profit less obligations, year {year}")];
            KeyFigure { tone: Tone::of(spare), ..KeyFigure::number(id, label, &MONEY, spare, context) }
        }
        None => KeyFigure::word(id, label, "None", vec![NOTHING.to_owned()]),
    }
}

const NO_FIRST: &str = "the first obligation is zero";

fn headline(inputs: &Inputs, outcome: &LabOutcome) -> KeyFigure {
    let later = later(inputs);
    let (id, label) = ("headline", if later.is_some() { "Share of run-rate" } else { "Share at closing" });
    match first(inputs) {
        Some(first) => {
            let parts = format!(
                "{}, {} on {}",
                name(0, first),
                MONEY.trimmed(first.per_year_b()),
                short_value(Unit::BillionUsd, inputs.arr0_b)
            );
            let when = later.map(|when| format!("the run-rate of {when}"));
            let context = std::iter::once(parts).chain(when).collect();
            KeyFigure::number(id, label, &PERCENT, outcome.headline_share, context)
        }
        None => KeyFigure::word(id, label, "None", vec![NO_FIRST.to_owned()]),
    }
}

fn years_funded(inputs: &Inputs, outcome: &LabOutcome) -> KeyFigure {
    let (id, label) = ("years-funded", "Years funded");
    match (outcome.years_funded_by_investor, first(inputs)) {
        (Some(years), Some(first)) => {
            let money = format!(
                "{}’s {} on {} a year",
                parties().investor,
                short_value(Unit::BillionUsd, inputs.lab.funding_b),
                MONEY.trimmed(first.per_year_b())
            );
            let number = KeyFigure::number(id, label, &YEARS, years, vec![money]);
            KeyFigure { value: YEARS.bare(years), unit: "years", ..number }
        }
        _ => KeyFigure::word(id, label, "None", vec![NO_FIRST.to_owned()]),
    }
}

fn run_rate(inputs: &Inputs, outcome: &LabOutcome) -> KeyFigure {
    let (id, label) = ("run-rate", "Run-rate for 10%");
    if first(inputs).is_none() {
        return KeyFigure::word(id, label, "None", vec![NO_FIRST.to_owned()]);
    }
    let rates = &outcome.arr_for_share;
    let others = format!("20% at {}, 25% at {}", MONEY.trimmed(rates.fifth), MONEY.trimmed(rates.quarter));
    KeyFigure::number(id, label, &MONEY, rates.tenth, vec![capitalised(&others)])
}
