//! Which rates solve a series of yearly flows.

use serde::Serialize;

use super::read::{Entries, Raw};
use super::{Fault, MODEL, Problem, deal};
use crate::catalog::{self, Kind, Limits, SMALLEST};
use crate::model::{IrrStatus, MAX_YEARS, irr};

const FLOWS: &str = "flows";
const RATE: &str = "discount_rate";
/// Closing and as many years as a deal may have.
const MOST: usize = MAX_YEARS + 1;
/// Large enough for any currency; a present value over all dates stays far inside the floating-point range.
const LIMITS: Limits = Limits { min: -1e15, max: 1e15 };

/// Yearly flows, the first at closing. 1 to 51 of them, each between minus and plus 1e15; less than 1e-9 is nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    flows: Vec<f64>,
    discount_rate: f64,
}

/// What solves the flows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename = "IrrAnswer"))]
pub struct Answer {
    /// How many rates do.
    pub irr_status: IrrStatus,
    /// All of them.
    pub irr_roots: Vec<f64>,
    /// The only one.
    pub irr: Option<f64>,
    /// The modified rate, up to the last flow.
    pub mirr: Option<f64>,
    /// The present value at the discount rate.
    pub npv: f64,
}

impl Flows {
    /// The flows, the first at closing.
    #[must_use]
    pub fn flows(&self) -> &[f64] {
        &self.flows
    }

    /// The rate for the present value and the modified rate.
    #[must_use]
    pub fn discount_rate(&self) -> f64 {
        self.discount_rate
    }

    pub(super) fn answer(&self) -> Answer {
        let irr::Solution { status, roots, irr } = irr::solve(&self.flows, 1.0);
        let years: f64 = self.flows.iter().skip(1).map(|_| 1.0).sum();
        Answer {
            irr_status: status,
            irr_roots: roots,
            irr,
            mirr: irr::mirr(&self.flows, 1.0, self.discount_rate, years),
            npv: irr::npv(&self.flows, 1.0, self.discount_rate),
        }
    }
}

pub(super) fn decode(entries: &Entries, faults: &mut Vec<Fault>) -> Flows {
    let flows = entries.get(FLOWS).map_or_else(
        || Err(vec![Fault::new(FLOWS, String::new(), Problem::Missing("an array of 1 to 51 numbers"))]),
        flows,
    );
    let mut inputs = catalog::defaults();
    for (key, value) in entries.iter().filter(|(key, _)| ![MODEL, FLOWS].contains(key)) {
        let set = match catalog::find(key).filter(|input| input.id == RATE) {
            Some(input) => deal::set(input, &mut inputs, value),
            None => Err(Fault::new(key, value.shown(), Problem::UnknownKey(None))),
        };
        faults.extend(set.err());
    }
    let flows = flows.unwrap_or_else(|found| {
        faults.extend(found);
        Vec::new()
    });
    Flows { flows, discount_rate: inputs.discount_rate }
}

fn flows(value: Raw) -> Result<Vec<f64>, Vec<Fault>> {
    let items = value.items().filter(|items| (1..=MOST).contains(&items.len()));
    let items = items.ok_or_else(|| vec![Fault::new(FLOWS, value.shown(), Problem::NotAList(MOST))])?;
    let (mut flows, mut faults) = (Vec::with_capacity(items.len()), Vec::new());
    for (at, item) in items.into_iter().enumerate() {
        if let Some(flow) = item.number().filter(|flow| LIMITS.contains(*flow)) {
            flows.push(if flow.abs() < SMALLEST { 0.0 } else { flow });
        } else {
            let key = format!("{FLOWS}[{at}]");
            faults.push(Fault::new(key, item.shown(), Problem::NotInLimits(Kind::Number, LIMITS)));
        }
    }
    if faults.is_empty() { Ok(flows) } else { Err(faults) }
}
