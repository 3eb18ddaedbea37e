//! What it takes to bring the NPV to zero.
#![allow(clippy::indexing_slicing, reason = "years run up to the horizon, which is at most MAX_YEARS")]

use super::adoption::Adoption;
use super::cash_flow::{Discount, PartsLedger};
use super::timeline::{EnterprisePrice, new_adopters};
use super::{AdoptionModel, AdoptionStatus, BreakEven, Inputs, Lens, MAX_YEARS, MarginStatus, NpvParts, ratio, root};

impl BreakEven {
    pub(super) fn of(inputs: &Inputs, npv_b: f64, parts: &NpvParts, ledger: &PartsLedger) -> Self {
        let npv_without_enterprise = npv_b - parts.enterprise_after_tax;
        let (commit_margin_status, commit_margin) = margin(inputs, npv_b, ledger.margin_base_pv);
        let (adoption_status, adoption_ceiling) = adoption(inputs, npv_without_enterprise);
        let uplift = required_uplift(inputs, npv_without_enterprise, ledger.annuity);
        Self {
            commit_margin,
            commit_margin_status,
            adoption_ceiling,
            adoption_status,
            npv_without_enterprise,
            required_uplift_b_per_yr: uplift,
            required_uplift_share_of_aws: uplift.and_then(|uplift| ratio(uplift, inputs.aws_rev0_b)),
        }
    }
}

/// Closed form, since the NPV is linear in the margin: m* = m - NPV / [(1 - tax) x PV of what the margin acts on].
fn margin(inputs: &Inputs, npv_b: f64, base_pv: f64) -> (MarginStatus, Option<f64>) {
    let per_point = (1.0 - inputs.tax_rate) * base_pv;
    if inputs.lens == Lens::Capex || per_point <= 0.0 {
        return (MarginStatus::NotApplicable, None);
    }
    let margin = inputs.commit_margin - npv_b / per_point;
    if !margin.is_finite() {
        // So little is used that no number describes it.
        return (MarginStatus::NotApplicable, None);
    }
    let status = if margin < 0.0 {
        MarginStatus::AlreadyPositiveAtZero
    } else if margin > 1.0 {
        MarginStatus::Impossible
    } else {
        MarginStatus::Ok
    };
    (status, Some(margin))
}

/// The ceiling K in [today, 1] at which the enterprise part makes up for the rest.
fn adoption(inputs: &Inputs, npv_without_enterprise: f64) -> (AdoptionStatus, Option<f64>) {
    let earns = inputs.ent_margin * inputs.incr_share * inputs.rev_per_adopter_k * (1.0 - inputs.overlap) > 0.0;
    if inputs.adoption_model == AdoptionModel::None || !earns {
        return (AdoptionStatus::NotApplicable, None);
    }
    let today = Adoption::today(inputs);
    if npv_without_enterprise >= 0.0 {
        return (AdoptionStatus::AlreadyPositive, Some(today));
    }
    let uplift = EnterpriseValue::new(inputs);
    let npv = |ceiling: f64| npv_without_enterprise + uplift.at_ceiling(inputs, ceiling);
    if today >= 1.0 || npv(1.0) < 0.0 {
        return (AdoptionStatus::Unreachable, None);
    }
    match root::between(today, 1.0, npv) {
        Some(ceiling) => (AdoptionStatus::Ok, Some(ceiling)),
        None => (AdoptionStatus::Unreachable, None),
    }
}

/// Enterprise revenue that would have to come every year, $B.
fn required_uplift(inputs: &Inputs, npv_without_enterprise: f64, annuity: f64) -> Option<f64> {
    let gap = (-npv_without_enterprise).max(0.0);
    ratio(gap, inputs.ent_margin * (1.0 - inputs.tax_rate) * annuity)
}

/// Present value after tax of one new adopter in each year, so that another ceiling costs only its curve.
struct EnterpriseValue {
    horizon: usize,
    per_adopter: [f64; MAX_YEARS],
}

impl EnterpriseValue {
    fn new(inputs: &Inputs) -> Self {
        let mut discount = Discount::new(inputs);
        let _closing = discount.next_factors();
        let mut price = EnterprisePrice::new(inputs);
        let after_tax = inputs.ent_margin * (1.0 - inputs.tax_rate);
        let mut value = Self { horizon: inputs.horizon_years as usize, per_adopter: [0.0; MAX_YEARS] };
        for per_adopter in &mut value.per_adopter[..value.horizon] {
            *per_adopter = after_tax * price.next_year() * discount.next_factors().0;
        }
        value
    }

    fn at_ceiling(&self, inputs: &Inputs, ceiling: f64) -> f64 {
        let mut curve = Adoption::with_ceiling(inputs, ceiling);
        let mut start = curve.at_closing();
        let mut sum = 0.0;
        for per_adopter in &self.per_adopter[..self.horizon] {
            let end = curve.next_year();
            sum += new_adopters(inputs, start, end) * per_adopter;
            start = end;
        }
        sum
    }
}
