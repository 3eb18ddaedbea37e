//! Ratios, shares, subsidy and gigawatt figures.

use super::capacity::{net_capex_b_per_gw, unit_economic_margin, unit_operating_margin};
use super::cash_flow::{CashFlows, Discount, PartsLedger, investment_at};
use super::draw_down::DrawDown;
use super::lab::LabGrowth;
use super::{
    AwsShare, CommitShare, Equity, Gigawatts, Inputs, LabPath, Ladder, Lens, LensCompare, NpvParts, Ratios, Row,
    Subsidy, Warning, ratio, value,
};

/// Slack of every warning, in the unit of what it compares.
const SLACK: f64 = 1e-9;

impl LabPath {
    /// Long enough for the horizon, the contract and the exit.
    pub(super) fn of(inputs: &Inputs) -> Self {
        let years = inputs.horizon_years.max(inputs.commit_years).max(inputs.exit_year);
        let mut lab = LabGrowth::new(inputs);
        let mut path = Self { arr: vec![inputs.arr0_b], growth: Vec::new(), revenue: Vec::new() };
        for year in (0..years).map(|_| lab.next_year()) {
            path.arr.push(year.run_rate_b);
            path.growth.push(year.growth);
            path.revenue.push(year.revenue_b);
        }
        path
    }
}

/// The commitment of every year of its term, $B.
pub(super) fn schedule(inputs: &Inputs, lab: &LabPath) -> Vec<f64> {
    let mut draw_down = DrawDown::new(inputs);
    (1..=inputs.commit_years).zip(&lab.revenue).map(|(t, revenue)| draw_down.next_commit(t, *revenue)).collect()
}

impl CommitShare {
    pub(super) fn of(inputs: &Inputs, lab: &LabPath, schedule: &[f64]) -> Self {
        let path: Vec<f64> = schedule.iter().zip(&lab.revenue).map(|(commit, revenue)| commit / revenue).collect();
        let per_year_b = inputs.commit_total_b / f64::from(inputs.commit_years);
        let revenue: f64 = lab.revenue.iter().take(schedule.len()).sum();
        Self {
            per_year_b,
            headline: per_year_b / inputs.arr0_b,
            first_year: path.first().copied().unwrap_or_default(),
            last_year: path.last().copied().unwrap_or_default(),
            cumulative: inputs.commit_total_b / revenue,
            path,
        }
    }
}

/// The commitment as a share of the lab's revenue, without the rest of the outcome.
#[must_use]
pub fn commit_share(inputs: &Inputs) -> CommitShare {
    let lab = LabPath::of(inputs);
    CommitShare::of(inputs, &lab, &schedule(inputs, &lab))
}

impl AwsShare {
    pub(super) fn of(inputs: &Inputs, schedule: &[f64]) -> Self {
        let mut revenue = inputs.aws_rev0_b;
        let commits = schedule.iter().copied().chain(std::iter::repeat(0.0));
        let path = commits
            .take(inputs.horizon_years as usize)
            .map(|commit| {
                revenue *= 1.0 + inputs.aws_growth;
                commit / revenue
            })
            .collect();
        let first = schedule.first().copied().unwrap_or_default();
        Self { commit_year1_over_runrate: first / inputs.aws_rev0_b, path }
    }
}

impl Ratios {
    pub(super) fn of(inputs: &Inputs) -> Self {
        let over = |money| ratio(inputs.commit_total_b, money);
        let ceiling = inputs.new_money_ceiling_b();
        Self {
            commit_over_ceiling: over(ceiling),
            commit_over_ceiling_plus_prior: over(ceiling + inputs.prior_invest_b),
            commit_over_immediate: over(inputs.immediate_b),
            commit_over_expected: over(inputs.new_money_expected_b()),
        }
    }
}

impl Ladder {
    /// Per dollar of expected new money; the last rung per present dollar of it. The earlier money never counts.
    pub(super) fn of(inputs: &Inputs, parts: &NpvParts, rows: &[Row]) -> Self {
        let money = inputs.new_money_expected_b();
        let profit: f64 = rows.iter().map(|row| row.commit_op + row.shortfall_paid - row.stranded).sum();
        let present = parts.commit_after_tax
            + parts.shortfall_after_tax
            + parts.stranded_after_tax
            + parts.capex
            + parts.residual;
        Self {
            revenue_per_dollar: ratio(inputs.commit_total_b, money),
            operating_profit_per_dollar: ratio(profit, money),
            after_tax_per_dollar: ratio((1.0 - inputs.tax_rate) * profit, money),
            present_value_per_dollar: ratio(present, present_new_money(inputs)),
        }
    }
}

/// Present value of the new money paid inside the horizon, $B, without the earlier money.
fn present_new_money(inputs: &Inputs) -> f64 {
    let mut discount = Discount::new(inputs);
    (0..=inputs.horizon_years)
        .map(|t| {
            let (_, factor) = discount.next_factors();
            factor * if t == 0 { inputs.immediate_b } else { investment_at(inputs, t) }
        })
        .sum()
}

impl Subsidy {
    pub(super) fn of(inputs: &Inputs, parts: &NpvParts, ledger: &PartsLedger, equity: &Equity) -> Self {
        let invested_pv = -parts.investment;
        Self {
            gross_per_commit_dollar: ratio(inputs.new_money_expected_b(), inputs.commit_total_b),
            pv_per_pv_commit_dollar: ratio(invested_pv, ledger.commit_pv),
            net_of_equity_per_pv_commit_dollar: ratio(invested_pv - equity.npv_b, ledger.commit_pv),
        }
    }
}

impl Gigawatts {
    pub(super) fn of(inputs: &Inputs, rows: &[Row]) -> Self {
        let price = inputs.price_b_per_gw_yr;
        let term = f64::from(inputs.commit_years);
        let gw_years = inputs.commit_total_b / price;
        let peak_usage =
            rows.iter().filter(|row| row.t <= inputs.commit_years).map(|row| row.usage).fold(0.0, f64::max);
        Self {
            invest_b_per_gw: ratio(inputs.new_money_ceiling_b(), inputs.gw_headline),
            commit_b_per_gw: ratio(inputs.commit_total_b, inputs.gw_headline),
            commit_b_per_gw_year: ratio(inputs.commit_total_b, inputs.gw_headline * term),
            gw_years_bought_at_price: gw_years,
            average_gw_at_price: gw_years / term,
            peak_gw_at_price: peak_usage / price,
            headline_capex_b: inputs.gw_headline * net_capex_b_per_gw(inputs),
            unit_operating_margin: unit_operating_margin(inputs),
            unit_economic_margin: unit_economic_margin(inputs),
        }
    }
}

impl LensCompare {
    /// Both lenses at the same unit margin: what is left between them is the time value of machines bought ahead.
    pub(super) fn of(inputs: &Inputs) -> Self {
        let margin_lens = Inputs { lens: Lens::Margin, commit_margin: unit_operating_margin(inputs), ..*inputs };
        let capex_lens = Inputs { lens: Lens::Capex, ..*inputs };
        let npv_margin_lens_at_unit_margin_b = value(&margin_lens).npv_b;
        let npv_capex_lens_b = value(&capex_lens).npv_b;
        Self {
            npv_margin_lens_at_unit_margin_b,
            npv_capex_lens_b,
            capital_charge_b: npv_capex_lens_b - npv_margin_lens_at_unit_margin_b,
        }
    }
}

/// What the reader must know beside the figures.
pub(super) fn warnings(inputs: &Inputs, schedule: &[f64], gw: &Gigawatts, equity: &Equity) -> Vec<Warning> {
    let committed_inside: f64 = schedule.iter().take(inputs.horizon_years as usize).sum();
    let paid_inside: f64 = (1..=inputs.horizon_years).map(|t| investment_at(inputs, t)).sum();
    let stated = inputs.gw_headline > 0.0;
    let checks = [
        (Warning::CommitOutsideHorizon, committed_inside < inputs.commit_total_b - SLACK),
        (Warning::TrancheOutsideHorizon, paid_inside < inputs.contingent_b * inputs.milestone_prob - SLACK),
        (Warning::PeakGwAboveHeadline, stated && gw.peak_gw_at_price > inputs.gw_headline + SLACK),
        (Warning::EquityExitOutsideHorizon, !equity.inside_horizon),
    ];
    checks.into_iter().filter_map(|(warning, holds)| holds.then_some(warning)).collect()
}

/// Deepest balance, positive, and the first year in which it is reached; zero at closing if it is never below zero.
pub(super) fn peak_exposure(rows: &[Row]) -> (f64, u32) {
    rows.iter().fold((0.0, 0), |(peak, year), row| if -row.cum > peak { (-row.cum, row.t) } else { (peak, year) })
}

/// Interest on the money outstanding at the start of every year: a memo, since the NPV already holds financing.
pub(super) fn financing_carry(inputs: &Inputs, rows: &[Row]) -> f64 {
    let outstanding: f64 = rows.iter().take(inputs.horizon_years as usize).map(|row| (-row.cum).max(0.0)).sum();
    inputs.financing_rate * outstanding
}

/// All money put in, $B: invested and spent on machines.
pub(super) fn money_in(flows: &CashFlows, invested_b: f64) -> f64 {
    invested_b - flows.capex.iter().sum::<f64>()
}
