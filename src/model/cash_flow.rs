//! What is paid when, and what it is worth today.
#![allow(clippy::indexing_slicing, reason = "dates run from 0 to the horizon, which is at most MAX_YEARS")]

use super::timeline::{Timeline, Year};
use super::{Inputs, MAX_YEARS, NpvParts, PriorMode, Timing};

/// The flows of a deal by date, $B, Amazon's side, inflow positive.
#[derive(Clone, Copy, Debug)]
pub(super) struct CashFlows {
    pub horizon: u32,
    /// Of deal year `t`, after tax; they arrive at `t`, or half a year earlier with mid-year timing.
    pub operating: [f64; MAX_YEARS + 1],
    /// At exactly `t`: tranches, machines, residual.
    pub point: [f64; MAX_YEARS + 1],
    /// The part of `point` that buys machines, negative.
    pub capex: [f64; MAX_YEARS + 1],
    /// After tax, received at the horizon.
    pub residual: f64,
}

impl CashFlows {
    /// Walks through the horizon, shows every year to `each`, and collects what is paid.
    pub fn collect(inputs: &Inputs, each: impl FnMut(&Year)) -> Self {
        let empty = [0.0; MAX_YEARS + 1];
        let mut flows =
            Self { horizon: inputs.horizon_years, operating: empty, point: empty, capex: empty, residual: 0.0 };
        let mut t = 0;
        flows.residual = walk(inputs, each, |paid| {
            flows.operating[t] = paid.operating;
            flows.point[t] = paid.point;
            flows.capex[t] = paid.capex;
            t += 1;
        });
        flows
    }

    /// The operating and point flow of each date, with its two discount factors.
    pub fn dated(&self, inputs: &Inputs) -> impl Iterator<Item = Dated> {
        let mut discount = Discount::new(inputs);
        let dates = self.horizon as usize + 1;
        self.operating.iter().zip(&self.point).take(dates).map(move |(&operating, &point)| {
            let (operating_factor, point_factor) = discount.next_factors();
            Dated { operating, point, operating_factor, point_factor }
        })
    }

    /// All flows of date `t` together, undiscounted.
    pub fn net(&self) -> impl Iterator<Item = f64> {
        self.operating
            .iter()
            .zip(&self.point)
            .take(self.horizon as usize + 1)
            .map(|(operating, point)| operating + point)
    }
}

/// What is paid at one date, $B.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paid {
    /// Of the deal year that ends here, after tax.
    pub operating: f64,
    /// Everything else: tranches, machines, residual.
    pub point: f64,
    /// The part of `point` that buys machines, negative.
    pub capex: f64,
    /// The part of `point` that is invested, positive.
    pub investment: f64,
}

/// Walks through the horizon in order: shows every deal year to `each` and what is paid at every date to `pay`, from
/// closing on. Answers with the residual, which the last date holds. Keeps nothing, so that it costs no memory.
#[inline]
pub(super) fn walk(inputs: &Inputs, mut each: impl FnMut(&Year), mut pay: impl FnMut(Paid)) -> f64 {
    let tranches = Tranches::new(inputs);
    let mut timeline = Timeline::new(inputs);
    let mut operating = 0.0;
    for begins in 0..inputs.horizon_years {
        let year = timeline.next_year();
        // The machines of a year are paid when it begins. What is zero has no sign.
        let (capex, investment) = (0.0 - year.commitment.capacity.capex_b, tranches.at(begins));
        pay(Paid { operating, point: capex - investment, capex, investment });
        operating = operating_cash(inputs, &year);
        each(&year);
    }
    let residual = residual_after_tax(inputs, timeline.book_value_b());
    let investment = tranches.at(inputs.horizon_years);
    pay(Paid { operating, point: 0.0 - investment + residual, capex: 0.0, investment });
    residual
}

/// The flows of one date with their discount factors.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub operating: f64,
    pub point: f64,
    operating_factor: f64,
    point_factor: f64,
}

impl Dated {
    pub fn net(&self) -> f64 {
        self.operating + self.point
    }

    pub fn discounted(&self) -> f64 {
        discounted(self.operating, self.point, (self.operating_factor, self.point_factor))
    }
}

/// The present value of what is paid at one date, $B.
#[inline]
pub(super) fn discounted(operating: f64, point: f64, (operating_factor, point_factor): (f64, f64)) -> f64 {
    operating * operating_factor + point * point_factor
}

/// Discount factors, date after date: v^(t - delta) for operating flows, v^t for point flows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Discount {
    v: f64,
    point: f64,
    /// v^(-delta): 1 at year-end, the root of 1 + r at mid-year.
    ahead: f64,
}

impl Discount {
    pub fn new(inputs: &Inputs) -> Self {
        let growth = 1.0 + inputs.discount_rate;
        let ahead = match inputs.timing {
            Timing::End => 1.0,
            Timing::Mid => growth.sqrt(),
        };
        Self { v: 1.0 / growth, point: 1.0, ahead }
    }

    /// The factors (operating, point) of the next date, beginning with closing.
    #[inline]
    pub fn next_factors(&mut self) -> (f64, f64) {
        let point = self.point;
        self.point *= self.v;
        (point * self.ahead, point)
    }
}

/// What is invested when, $B, positive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tranches {
    closing: f64,
    /// Each of the equal milestone tranches, as expected.
    milestone: f64,
    /// The first year of one, and the first year after the last.
    years: (u32, u32),
}

impl Tranches {
    pub fn new(inputs: &Inputs) -> Self {
        let first = inputs.milestone_start_year;
        Self {
            closing: inputs.immediate_b + prior_at_cost(inputs),
            milestone: inputs.contingent_b * inputs.milestone_prob / f64::from(inputs.milestone_count),
            years: (first, first + inputs.milestone_count),
        }
    }

    /// What is invested at date `t`.
    #[inline]
    pub fn at(&self, t: u32) -> f64 {
        if t == 0 { self.closing } else { self.milestone_at(t) }
    }

    /// The milestone tranche expected at year `t`.
    #[inline]
    pub fn milestone_at(&self, t: u32) -> f64 {
        if t >= self.years.0 && t < self.years.1 { self.milestone } else { 0.0 }
    }
}

/// What is invested at date `t`, $B, positive.
pub(super) fn investment_at(inputs: &Inputs, t: u32) -> f64 {
    Tranches::new(inputs).at(t)
}

/// The earlier money, when it is counted again at closing, $B.
pub(super) fn prior_at_cost(inputs: &Inputs) -> f64 {
    match inputs.prior_mode {
        PriorMode::Sunk => 0.0,
        PriorMode::AtCost => inputs.prior_invest_b,
    }
}

fn operating_cash(inputs: &Inputs, year: &Year) -> f64 {
    let result = &year.commitment;
    result.cash_after_tax + (1.0 - inputs.tax_rate) * (result.shortfall_paid - result.stranded + year.enterprise_profit)
}

/// Sale of the machines at the horizon; the gap to book value is taxed or relieved.
fn residual_after_tax(inputs: &Inputs, book_b: f64) -> f64 {
    let sale = inputs.residual_pct * book_b;
    sale + inputs.tax_rate * (book_b - sale)
}

/// The present values of the parts, gathered year by year, $B.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartsLedger {
    discount: Discount,
    parts: NpvParts,
    /// Present value of the commitment itself, untaxed.
    pub commit_pv: f64,
    /// Present value of what one point of margin acts on: usage and stranded capacity.
    pub margin_base_pv: f64,
    /// Present value of a dollar every year.
    pub annuity: f64,
}

impl PartsLedger {
    pub fn new(inputs: &Inputs) -> Self {
        let mut discount = Discount::new(inputs);
        let _closing = discount.next_factors();
        Self { discount, parts: NpvParts::default(), commit_pv: 0.0, margin_base_pv: 0.0, annuity: 0.0 }
    }

    pub fn add(&mut self, inputs: &Inputs, year: &Year) {
        let (factor, _) = self.discount.next_factors();
        let taxed = (1.0 - inputs.tax_rate) * factor;
        let result = &year.commitment;
        self.parts.commit_after_tax += result.cash_after_tax * factor;
        self.parts.shortfall_after_tax += result.shortfall_paid * taxed;
        self.parts.stranded_after_tax -= result.stranded * taxed;
        self.parts.enterprise_after_tax += year.enterprise_profit * taxed;
        self.commit_pv += year.commit * factor;
        self.margin_base_pv += (year.usage.incremental + inputs.stranded_share * year.usage.missing) * factor;
        self.annuity += factor;
    }

    /// The parts, with the point flows added.
    pub fn parts(&self, inputs: &Inputs, flows: &CashFlows) -> NpvParts {
        let mut parts = self.parts;
        let mut discount = Discount::new(inputs);
        let mut last = 1.0;
        for t in 0..=flows.horizon {
            let (_, factor) = discount.next_factors();
            parts.investment -= investment_at(inputs, t) * factor;
            parts.capex += flows.capex[t as usize] * factor;
            last = factor;
        }
        parts.residual = flows.residual * last;
        parts
    }
}
