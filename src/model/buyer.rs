//! The buyer's own commitment to a cloud: what it saves, what it risks, and what leaving would cost.
//!
//! Money is in millions of US dollars, before tax. Year 1 is the first year of the contract; each year's money counts at
//! its end.

use serde::Serialize;

use super::{Inputs, positive, ratio, root, smaller};

/// The assumptions of the buyer. Field names are the wire format.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each field is described, with unit, limits and source, by its catalogue row")]
pub struct BuyerInputs {
    pub revenue_m: f64,
    pub demand_m: f64,
    pub demand_growth: f64,
    pub usage_realised: f64,
    pub commit_m: f64,
    pub commit_step: f64,
    pub term_years: u32,
    pub discount: f64,
    pub shortfall_rate: f64,
    pub price_drift: f64,
    pub price_match: f64,
    pub saving_base_m: f64,
    pub saving_pct: f64,
    pub saving_realised: f64,
    pub switch_prob: f64,
    pub switch_year: u32,
    pub switch_cost_m: f64,
    pub dual_run_months: f64,
    pub buyer_discount_rate: f64,
    pub lock_in_after_year: u32,
}

/// Everything that the model knows about the buyer's commitment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the fields are the wire format; each metric is defined where it is computed")]
#[must_use]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct BuyerOutcome {
    pub commit_share_of_revenue: Option<f64>,
    pub commit_share_of_demand: Option<f64>,
    pub total_commit_m: f64,
    pub pv_commit_benefit_m: f64,
    pub pv_infra_saving_m: f64,
    pub expected_switching_m: f64,
    /// What leaving in the year of the switch costs, with the commitment that is then still owed; nothing without a
    /// switch inside the term.
    pub exit_exposure_m: Option<f64>,
    pub npv_m: f64,
    pub total_shortfall_m: f64,
    /// The usage at which the commitment alone is worth nothing more and nothing less; nothing when it is never worse
    /// than paying as one goes, or never better.
    pub break_even_usage: Option<f64>,
    /// The usage from which year 1 has no shortfall.
    pub full_discount_usage: Option<f64>,
    /// One row for each year of the term.
    pub rows: Vec<BuyerYear>,
}

/// One year of the contract, in millions of US dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the fields are the wire format")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct BuyerYear {
    pub year: u32,
    /// Demand at the list price of today.
    pub demand_list: f64,
    /// What it would cost without a contract.
    pub payg: f64,
    pub contract_spend: f64,
    pub commit: f64,
    /// What is paid for usage that never came.
    pub shortfall: f64,
    pub contract_cost: f64,
    pub benefit: f64,
    pub infra_saving: f64,
}

/// The largest usage at which a break-even is looked for.
const MOST_USAGE: f64 = 3.0;

/// Everything about the buyer's commitment.
pub fn evaluate(inputs: &Inputs) -> BuyerOutcome {
    let buyer = &inputs.buyer;
    let mut rows = Vec::new();
    let sums = Sums::of(buyer, |year| rows.push(*year));
    BuyerOutcome {
        commit_share_of_revenue: ratio(buyer.commit_m, buyer.revenue_m),
        commit_share_of_demand: ratio(buyer.commit_m, buyer.demand_m * buyer.usage_realised),
        total_commit_m: sums.commit,
        pv_commit_benefit_m: sums.benefit,
        pv_infra_saving_m: sums.saving,
        expected_switching_m: sums.switching,
        exit_exposure_m: exit_exposure(buyer, &rows),
        npv_m: sums.npv(),
        total_shortfall_m: sums.shortfall,
        break_even_usage: break_even_usage(buyer),
        full_discount_usage: ratio(buyer.commit_m, (1.0 - buyer.discount) * buyer.demand_m),
        rows,
    }
}

/// The NPV of the commitment alone, $M: benefits and savings less the expected cost of leaving. Allocates nothing.
#[must_use]
pub fn npv(inputs: &Inputs) -> f64 {
    Sums::of(&inputs.buyer, |_| ()).npv()
}

/// The sums over the term: present values, but for the commitment and the shortfall.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    commit: f64,
    shortfall: f64,
    benefit: f64,
    saving: f64,
    switching: f64,
}

impl Sums {
    fn of(buyer: &BuyerInputs, mut each: impl FnMut(&BuyerYear)) -> Self {
        let factor = 1.0 / (1.0 + buyer.buyer_discount_rate);
        let (mut prices, mut sums, mut present) = (Prices::new(buyer), Self::default(), 1.0);
        for t in 1..=buyer.term_years {
            present *= factor;
            let year = prices.next_year(buyer, t);
            sums.commit += year.commit;
            sums.shortfall += year.shortfall;
            sums.benefit += year.benefit * present;
            sums.saving += year.infra_saving * present;
            if t == buyer.switch_year {
                sums.switching = buyer.switch_prob * leaving(buyer, &year) * present;
            }
            each(&year);
        }
        sums
    }

    fn npv(&self) -> f64 {
        self.benefit + self.saving - self.switching
    }
}

/// Walks through demand and prices, year by year.
struct Prices {
    demand: f64,
    /// The market's price, today's list price being 1.
    market: f64,
    /// The lowest market price that the contract follows: it stops where the buyer is locked in.
    followed: f64,
    commit: f64,
    saving: f64,
}

impl Prices {
    fn new(buyer: &BuyerInputs) -> Self {
        Self {
            demand: buyer.demand_m * buyer.usage_realised,
            market: 1.0,
            followed: 1.0,
            commit: buyer.commit_m,
            saving: buyer.saving_base_m * buyer.saving_pct * buyer.saving_realised,
        }
    }

    /// Year `t` of the contract. Call once a year, in order.
    fn next_year(&mut self, buyer: &BuyerInputs, t: u32) -> BuyerYear {
        if buyer.lock_in_after_year == 0 || t <= buyer.lock_in_after_year {
            self.followed = self.market;
        }
        let spend = self.demand * self.contract_price(buyer);
        let payg = self.demand * self.market;
        let shortfall = positive(self.commit - spend) * buyer.shortfall_rate;
        let contract_cost = spend + shortfall;
        let year = BuyerYear {
            year: t,
            demand_list: self.demand,
            payg,
            contract_spend: spend,
            commit: self.commit,
            shortfall,
            contract_cost,
            benefit: payg - contract_cost,
            infra_saving: self.saving,
        };
        self.demand *= 1.0 + buyer.demand_growth;
        self.commit *= 1.0 + buyer.commit_step;
        self.market *= 1.0 - buyer.price_drift;
        year
    }

    /// What a dollar of list price costs under the contract: price cuts are passed on in part, then the discount.
    fn contract_price(&self, buyer: &BuyerInputs) -> f64 {
        (1.0 - buyer.price_match * (1.0 - self.followed)) * (1.0 - buyer.discount)
    }
}

/// Moving away in a year: the work, and both platforms side by side for some months.
fn leaving(buyer: &BuyerInputs, year: &BuyerYear) -> f64 {
    buyer.switch_cost_m + buyer.dual_run_months / 12.0 * year.contract_spend
}

fn exit_exposure(buyer: &BuyerInputs, rows: &[BuyerYear]) -> Option<f64> {
    let year = rows.iter().find(|row| row.year == buyer.switch_year)?;
    let owed: f64 = rows.iter().filter(|row| row.year > buyer.switch_year).map(|row| row.commit).sum();
    Some(leaving(buyer, year) + owed)
}

/// What leaving at one year of the term would cost, $M.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leaving {
    /// The year of the term.
    pub year: u32,
    /// The work.
    pub work_m: f64,
    /// Both platforms side by side for some months.
    pub both_m: f64,
    /// The commitment of all later years, which is still owed.
    pub owed_m: f64,
}

impl Leaving {
    /// All of it: in the year of the switch this is `exit_exposure_m`.
    #[must_use]
    pub fn total_m(&self) -> f64 {
        self.work_m + self.both_m + self.owed_m
    }
}

/// What leaving would cost in each year of the term, from the rows of an outcome.
#[must_use]
pub fn exposures(inputs: &Inputs, rows: &[BuyerYear]) -> Vec<Leaving> {
    let buyer = &inputs.buyer;
    let owed_after = |year: u32| rows.iter().filter(|row| row.year > year).map(|row| row.commit).sum();
    let leaving = |row: &BuyerYear| Leaving {
        year: row.year,
        work_m: buyer.switch_cost_m,
        both_m: buyer.dual_run_months / 12.0 * row.contract_spend,
        owed_m: owed_after(row.year),
    };
    rows.iter().map(leaving).collect()
}

/// The present value of the commitment at another usage, without saving and switching, $M: what paying as one goes would
/// cost, less what the contract costs. Allocates nothing.
#[must_use]
pub fn commit_benefit(inputs: &Inputs, usage: f64) -> f64 {
    benefit_at(&inputs.buyer, usage)
}

/// The present value of the commitment at another usage, without saving and switching.
fn benefit_at(buyer: &BuyerInputs, usage: f64) -> f64 {
    Sums::of(&BuyerInputs { usage_realised: usage, ..*buyer }, |_| ()).benefit
}

/// The first usage at which the benefit reaches zero from below.
///
/// Each year's benefit is a straight line in usage up to the point where the commitment is used up, and a flatter one
/// behind it; the sum is concave, with its top at one of these points or at the end of the range.
fn break_even_usage(buyer: &BuyerInputs) -> Option<f64> {
    if benefit_at(buyer, 0.0) >= 0.0 {
        return None;
    }
    let reaches = |usage: &f64| benefit_at(buyer, *usage) >= 0.0;
    let mut prices = Prices::new(&BuyerInputs { usage_realised: 1.0, ..*buyer });
    let used_up = (1..=buyer.term_years).filter_map(|t| {
        let year = prices.next_year(buyer, t);
        ratio(year.commit, year.contract_spend).filter(|usage| *usage < MOST_USAGE)
    });
    let nearest = used_up.chain([MOST_USAGE]).filter(reaches).fold(f64::INFINITY, smaller);
    if nearest.is_finite() { root::between(0.0, nearest, |usage| benefit_at(buyer, usage)) } else { None }
}
