//! The lab's burden: what it owes its clouds, against what it earns.

use serde::Serialize;

use super::lab::LabGrowth;
use super::{Inputs, Name, ratio, smaller};

/// The most obligations that a lab has here.
pub const MOST_OBLIGATIONS: usize = 6;

/// The assumptions of the lab's side beside its run-rate and growth, which it shares with the deal.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each field is described, with unit, limits and source, by its catalogue row")]
pub struct LabInputs {
    pub years: u32,
    pub lab_gross_margin: f64,
    pub funding_b: f64,
    /// How many of the places count, from the first.
    pub obligation_count: u32,
    /// A place for each obligation; one that does not count keeps what was written there.
    pub obligations: [Obligation; MOST_OBLIGATIONS],
}

/// A commitment of the lab: the same sum every year, from a year on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is described, with unit, limits and source, by its catalogue row")]
pub struct Obligation {
    pub name: Name,
    pub total_b: f64,
    pub start_year: u32,
    pub years: u32,
}

/// Everything that the model knows about the lab's burden.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the fields are the wire format; each metric is defined where it is computed")]
#[must_use]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct LabOutcome {
    /// A year of the first obligation over the run-rate at closing.
    pub headline_share: f64,
    /// How many years of the first obligation the investor's money pays.
    pub years_funded_by_investor: Option<f64>,
    pub arr_for_share: RunRateForShare,
    pub growth: Vec<f64>,
    /// One row for each year.
    pub rows: Vec<LabYearRow>,
}

/// The run-rate at which a year of the first obligation is a share of it, $B.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the shares are the names")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RunRateForShare {
    #[serde(rename = "0.1")]
    pub tenth: f64,
    #[serde(rename = "0.2")]
    pub fifth: f64,
    #[serde(rename = "0.25")]
    pub quarter: f64,
    #[serde(rename = "0.3333333333333333")]
    pub third: f64,
}

/// One year of the lab, $B.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the fields are the wire format")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct LabYearRow {
    pub t: u32,
    pub arr_end: f64,
    pub revenue: f64,
    pub obligations: f64,
    /// All obligations of the year over its revenue.
    pub share: f64,
    /// Gross profit over all obligations of the year; nothing in a year without any.
    pub gross_profit_cover: Option<f64>,
}

impl Obligation {
    /// What is owed in a year, $B.
    #[must_use]
    pub fn in_year(&self, t: u32) -> f64 {
        let is_running = t >= self.start_year && t - self.start_year < self.years;
        if is_running { self.per_year_b() } else { 0.0 }
    }

    /// What is owed in each of its years, $B.
    #[must_use]
    pub fn per_year_b(&self) -> f64 {
        self.total_b / f64::from(self.years)
    }
}

impl LabInputs {
    /// The obligations that count.
    pub fn owed(&self) -> impl Iterator<Item = &Obligation> {
        self.obligations.iter().take(self.obligation_count as usize)
    }

    /// All that is owed in a year, $B.
    #[must_use]
    pub fn owed_in_year(&self, t: u32) -> f64 {
        self.owed().fold(0.0, |sum, obligation| sum + obligation.in_year(t))
    }
}

/// Everything about the lab's burden.
pub fn evaluate(inputs: &Inputs) -> LabOutcome {
    let lab = &inputs.lab;
    let (mut growth, mut rows) = (Vec::new(), Vec::new());
    let mut path = LabGrowth::new(inputs);
    for t in 1..=lab.years {
        let year = path.next_year();
        let obligations = lab.owed_in_year(t);
        growth.push(year.growth);
        rows.push(LabYearRow {
            t,
            arr_end: year.run_rate_b,
            revenue: year.revenue_b,
            obligations,
            share: obligations / year.revenue_b,
            gross_profit_cover: ratio(lab.lab_gross_margin * year.revenue_b, obligations),
        });
    }
    let first = lab.owed().next().map_or(0.0, Obligation::per_year_b);
    LabOutcome {
        headline_share: first / inputs.arr0_b,
        years_funded_by_investor: ratio(lab.funding_b, first),
        arr_for_share: RunRateForShare::of(first),
        growth,
        rows,
    }
}

/// The headroom, $B: the smallest, over the years, of the gross profit less what is owed. Above zero every year is
/// covered. Allocates nothing.
#[must_use]
pub fn headroom(inputs: &Inputs) -> f64 {
    let lab = &inputs.lab;
    let mut path = LabGrowth::new(inputs);
    let spare = |t| lab.lab_gross_margin * path.next_year().revenue_b - lab.owed_in_year(t);
    (1..=lab.years).map(spare).reduce(smaller).unwrap_or_default()
}

/// All obligations of a year over its revenue; nothing before the first year or after the last. Allocates nothing.
#[must_use]
pub fn share_in(inputs: &Inputs, t: u32) -> Option<f64> {
    let is_inside = (1..=inputs.lab.years).contains(&t);
    let mut path = LabGrowth::new(inputs);
    let revenue_b = (1..=t.min(inputs.lab.years)).map(|_| path.next_year().revenue_b).last()?;
    is_inside.then(|| inputs.lab.owed_in_year(t) / revenue_b)
}

impl RunRateForShare {
    fn of(per_year_b: f64) -> Self {
        Self {
            tenth: per_year_b / 0.1,
            fifth: per_year_b / 0.2,
            quarter: per_year_b / 0.25,
            third: per_year_b / (1.0 / 3.0),
        }
    }
}
