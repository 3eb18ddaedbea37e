//! The worked lines of NPV, rates, multiple, paybacks and exposure.

use super::super::findings::deal_year;
use super::super::is_even;
use super::super::numbers::{BILLIONS, FINE_MONEY, MONEY, PERCENT, RATIO, YEARS, money, percent};
use super::super::sections::bridge;
use super::Deal;
use crate::model::{Inputs, IrrStatus, Outcome, Payback, PaybackStatus, Row, Stake};

/// More flows than this are not all written out.
const MOST_FLOWS: usize = 13;

pub(super) fn npv(deal: &Deal) -> Vec<String> {
    let parts = bridge::parts(deal.outcome);
    let own = parts
        .iter()
        .take_while(|part| !part.is_total)
        .map(|part| (super::super::sections::inside(part.name), part.value_b));
    let stake = deal.outcome.npv_for(deal.stake) - deal.outcome.npv_b;
    let stake = (!is_even(stake)).then(|| ("stake".to_owned(), stake));
    let terms: Vec<(String, f64)> = own.chain(stake).collect();
    let written = terms.iter().enumerate().map(|(at, (name, value))| {
        let sign = match (at, *value < 0.0 && !MONEY.is_zero(*value)) {
            (0, true) => "−",
            (0, false) => "",
            (_, true) => " − ",
            (_, false) => " + ",
        };
        format!("{sign}{} {name}", money(value.abs()))
    });
    let sum: String = written.collect();
    let shown = deal.shown("npv");
    vec![if sum.is_empty() { format!("No money moves: {shown}") } else { format!("{sum} = {shown}") }]
}

pub(super) fn irr(deal: &Deal) -> Vec<String> {
    let with_stake = deal.stake == Stake::ModelledExit;
    let status = if with_stake { deal.outcome.irr_with_equity_status } else { deal.outcome.irr_status };
    let shown = deal.shown("irr");
    let mut lines = vec![flows(deal.outcome, |row| row.net)];
    if with_stake && deal.outcome.equity.inside_horizon && !is_even(deal.outcome.equity.proceeds_net_b) {
        let proceeds = money(deal.outcome.equity.proceeds_net_b);
        lines.push(format!("and {proceeds} for the stake in year {}", deal.outcome.equity.exit_year));
    }
    lines.push(match status {
        IrrStatus::Unique => format!("Their present value is zero at {shown}"),
        _ => format!("{}: {shown}", deal.reason("irr")),
    });
    lines
}

/// The flows of all dates: "Flows, $B: −5.0, −2.6, 3.3".
fn flows(outcome: &Outcome, value: impl Fn(&Row) -> f64) -> String {
    let all: Vec<String> = outcome.rows.iter().map(|row| BILLIONS.minus(value(row))).collect();
    let text = match all.as_slice() {
        [start @ .., last] if all.len() > MOST_FLOWS => {
            let start = start.get(..MOST_FLOWS - 2).unwrap_or_default();
            format!("{}, …, {last}", start.join(", "))
        }
        _ => all.join(", "),
    };
    format!("Flows from closing on, $B: {text}")
}

pub(super) fn mirr(deal: &Deal) -> Vec<String> {
    /// Beyond this a multiple is no longer read.
    const READABLE: f64 = 1e6;
    let horizon = deal.inputs.horizon_years;
    let Some(mirr) = deal.outcome.mirr else {
        return vec!["Nothing is put in, or nothing comes back: Not defined".to_owned()];
    };
    let growth = (0..horizon).fold(1.0, |growth, _| growth * (1.0 + mirr));
    let rate = PERCENT.trimmed(deal.inputs.discount_rate);
    let put = format!("Put in and paid back at {rate}, a dollar is");
    let shown = percent(mirr);
    vec![if growth < READABLE {
        let growth = RATIO.bare(growth);
        format!("{put} {growth} after {}: {growth}^(1/{horizon}) − 1 = {shown}", YEARS.trimmed(f64::from(horizon)))
    } else {
        format!("{put} more than a million after {}: {shown}", YEARS.trimmed(f64::from(horizon)))
    }]
}

pub(super) fn moic(deal: &Deal) -> Vec<String> {
    let put_in = deal.outcome.invested_b + deal.outcome.capex_total_b;
    let multiple = match deal.stake {
        Stake::ModelledExit => deal.outcome.moic_with_equity,
        Stake::LeftOut | Stake::AtCost => deal.outcome.moic,
    };
    let shown = deal.shown("moic");
    vec![match multiple {
        Some(multiple) => format!("{} / {} = {shown}", money(multiple * put_in), money(put_in)),
        None => format!("{}: {shown}", deal.reason("moic")),
    }]
}

pub(super) fn payback(deal: &Deal) -> Vec<String> {
    let balance = Balance { flow: |row| row.net, left: |row| row.cum };
    vec![balance.worked(&deal.outcome.payback, deal)]
}

pub(super) fn discounted_payback(deal: &Deal) -> Vec<String> {
    let balance = Balance { flow: |row| row.disc, left: |row| row.dcum };
    vec![balance.worked(&deal.outcome.discounted_payback, deal)]
}

/// A running balance with its flows.
struct Balance {
    flow: fn(&Row) -> f64,
    left: fn(&Row) -> f64,
}

impl Balance {
    fn worked(&self, payback: &Payback, deal: &Deal) -> String {
        let Inputs { horizon_years: horizon, .. } = *deal.inputs;
        let at = |year: u32| deal.outcome.rows.iter().find(|row| row.t == year);
        match (payback.status, payback.years) {
            (PaybackStatus::Immediate, _) => "The balance never falls below zero: At once".to_owned(),
            (PaybackStatus::PaidBack, Some(time)) => {
                let year = deal_year(time, horizon);
                let before = at(year.saturating_sub(1)).map_or(0.0, |row| (self.left)(row));
                let flow = at(year).map_or(0.0, |row| (self.flow)(row));
                format!(
                    "{} + {} missing / {} in year {year} = {}",
                    year.saturating_sub(1),
                    FINE_MONEY.minus(-before),
                    FINE_MONEY.minus(flow),
                    YEARS.minus(time)
                )
            }
            _ => {
                let left = at(horizon).map_or(0.0, |row| (self.left)(row));
                if is_even(left) {
                    return format!("The balance is just short at year {horizon}: Never");
                }
                format!("The balance is still {} at year {horizon}: Never", money(left))
            }
        }
    }
}

pub(super) fn exposure(deal: &Deal) -> Vec<String> {
    let peak = deal.outcome.peak_exposure_b;
    let lowest = flows(deal.outcome, |row| row.cum).replace("Flows from closing on", "Cumulative from closing on");
    let when = match deal.outcome.peak_exposure_year {
        _ if is_even(peak) => return vec![lowest, format!("Never below zero: {}", money(peak))],
        0 => "at closing".to_owned(),
        year => format!("after year {year}"),
    };
    vec![lowest, format!("Lowest {when}: {}", money(peak))]
}
