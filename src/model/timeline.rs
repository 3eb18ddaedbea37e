//! One deal year after the other: volumes, revenues and operating results.
#![allow(clippy::inline_always, reason = "the innermost loop, in a build that is small before it is fast")]

use super::adoption::Adoption;
use super::capacity::{CapacityYear, Fleet};
use super::draw_down::{DrawDown, Usage};
use super::lab::{LabGrowth, LabYear};
use super::{Inputs, Lens, positive};

/// What one deal year brings, $B unless said otherwise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Year {
    pub t: u32,
    pub lab: LabYear,
    pub commit: f64,
    pub usage: Usage,
    pub commitment: CommitResult,
    /// Share of customers at the end of the year.
    pub adoption: f64,
    /// New adopters, average of the year, in customers.
    pub new_adopters: f64,
    pub enterprise_revenue: f64,
    /// Before tax.
    pub enterprise_profit: f64,
}

/// What the commitment earns in one year, through the chosen lens, $B.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CommitResult {
    /// Operating profit before tax.
    pub profit: f64,
    /// What reaches the bank after tax; in the capex lens it holds the depreciation shield.
    pub cash_after_tax: f64,
    /// Shortfall actually collected, before tax.
    pub shortfall_paid: f64,
    /// Cost of unused capacity that cannot be resold, before tax.
    pub stranded: f64,
    /// Gigawatts in use and built (capex lens).
    pub gw: f64,
    pub gw_built: f64,
    pub opex: f64,
    /// Bought for this year, paid one year before its end; and written off in it.
    pub capacity: CapacityYear,
}

/// Walks through the deal years.
pub(super) struct Timeline<'a> {
    inputs: &'a Inputs,
    t: u32,
    lab: LabGrowth,
    draw_down: DrawDown,
    adoption: Adoption,
    adopted: f64,
    /// Probability that the lab still pays, and its yearly factor.
    pays: f64,
    survival: f64,
    enterprise: EnterprisePrice,
    fleet: Option<Fleet>,
}

/// Revenue for each new adopter that is truly incremental, $B a year, growing.
#[derive(Clone, Copy, Debug)]
pub(super) struct EnterprisePrice {
    per_adopter_b: f64,
    growth: f64,
}

impl EnterprisePrice {
    pub fn new(inputs: &Inputs) -> Self {
        const THOUSANDS_IN_A_BILLION: f64 = 1e6;
        let counted = inputs.incr_share * (1.0 - inputs.overlap);
        Self {
            per_adopter_b: inputs.rev_per_adopter_k * counted / THOUSANDS_IN_A_BILLION,
            growth: 1.0 + inputs.rpa_growth,
        }
    }

    #[inline(always)]
    pub fn next_year(&mut self) -> f64 {
        let now = self.per_adopter_b;
        self.per_adopter_b *= self.growth;
        now
    }
}

/// New adopters of a year: its average share above today's, in customers.
pub(super) fn new_adopters(inputs: &Inputs, start: f64, end: f64) -> f64 {
    positive(0.5 * (start + end) - Adoption::today(inputs)) * inputs.aws_customers
}

impl<'a> Timeline<'a> {
    pub fn new(inputs: &'a Inputs) -> Self {
        let adoption = Adoption::new(inputs);
        Self {
            inputs,
            t: 0,
            lab: LabGrowth::new(inputs),
            draw_down: DrawDown::new(inputs),
            adoption,
            adopted: adoption.at_closing(),
            pays: 1.0,
            survival: 1.0 - inputs.default_hazard,
            enterprise: EnterprisePrice::new(inputs),
            fleet: (inputs.lens == Lens::Capex).then(|| Fleet::new(inputs)),
        }
    }

    /// The next deal year.
    #[inline(always)]
    pub fn next_year(&mut self) -> Year {
        self.t += 1;
        self.pays *= self.survival;
        let lab = self.lab.next_year();
        let commit = self.draw_down.next_commit(self.t, lab.revenue_b);
        let usage = Usage::of_year(self.inputs, commit, lab.revenue_b, self.pays);
        let (start, end) = (self.adopted, self.adoption.next_year());
        self.adopted = end;
        let new_adopters = new_adopters(self.inputs, start, end);
        let enterprise_revenue = new_adopters * self.enterprise.next_year();
        Year {
            t: self.t,
            lab,
            commit,
            usage,
            commitment: self.commitment(&usage),
            adoption: end,
            new_adopters,
            enterprise_revenue,
            enterprise_profit: self.inputs.ent_margin * enterprise_revenue,
        }
    }

    #[inline(always)]
    fn commitment(&mut self, usage: &Usage) -> CommitResult {
        match &mut self.fleet {
            None => CommitResult::through_margin(self.inputs, usage),
            Some(fleet) => CommitResult::through_capex(self.inputs, usage, fleet, self.t),
        }
    }

    /// Book value of the machines at the end of the last year walked, $B.
    pub fn book_value_b(&self) -> f64 {
        self.fleet.as_ref().map_or(0.0, |fleet| fleet.book_value_b(self.t))
    }
}

impl CommitResult {
    /// Margin lens: the operating margin already holds the cost of the machines.
    #[inline(always)]
    fn through_margin(inputs: &Inputs, usage: &Usage) -> Self {
        let profit = inputs.commit_margin * usage.incremental;
        Self {
            profit,
            cash_after_tax: (1.0 - inputs.tax_rate) * profit,
            shortfall_paid: inputs.take_or_pay * usage.owed,
            stranded: inputs.stranded_share * usage.missing * positive(1.0 - inputs.commit_margin),
            ..Self::default()
        }
    }

    /// Capex lens: cash revenue less cash cost, machines paid when bought, depreciation only as a tax shield.
    fn through_capex(inputs: &Inputs, usage: &Usage, fleet: &mut Fleet, t: u32) -> Self {
        let gw = usage.incremental / inputs.price_b_per_gw_yr;
        let gw_built = (usage.incremental + inputs.stranded_share * usage.missing) / inputs.price_b_per_gw_yr;
        let capacity = fleet.add_year(t, gw_built);
        let opex = inputs.opex_b_per_gw_yr * gw;
        let profit = usage.incremental - opex - capacity.depreciation_b;
        Self {
            profit,
            cash_after_tax: usage.incremental - opex - inputs.tax_rate * profit,
            shortfall_paid: inputs.take_or_pay * usage.owed,
            stranded: 0.0,
            gw,
            gw_built,
            opex,
            capacity,
        }
    }
}
