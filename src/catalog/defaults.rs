//! The default case, written by the rows.

use super::ALL_INPUTS;
use crate::model::burden::MOST_OBLIGATIONS;
use crate::model::{
    AdoptionModel, BuyerInputs, CommitShape, Inputs, LabInputs, Lens, Name, Obligation, PriorMode, Timing,
    TranchePricing,
};

/// What the places of the lab's obligations are called until somebody calls them otherwise.
const NAMES: [&str; MOST_OBLIGATIONS] =
    ["AWS", "Obligation 2", "Obligation 3", "Obligation 4", "Obligation 5", "Obligation 6"];

/// The default value of every input. The rows are the only place where defaults stand.
#[must_use]
pub fn defaults() -> Inputs {
    let mut inputs = BLANK;
    for input in ALL_INPUTS {
        input.reset(&mut inputs);
    }
    for (obligation, name) in inputs.lab.obligations.iter_mut().zip(NAMES) {
        obligation.name = Name::new(name).unwrap_or_default();
    }
    inputs
}

/// A sheet to write on; no value of it is ever used.
const BLANK: Inputs = Inputs {
    immediate_b: 0.0,
    contingent_b: 0.0,
    milestone_prob: 0.0,
    milestone_start_year: 0,
    milestone_count: 0,
    prior_invest_b: 0.0,
    prior_mode: PriorMode::Sunk,
    commit_total_b: 0.0,
    commit_years: 0,
    commit_shape: CommitShape::Flat,
    ramp_ratio: 0.0,
    backload_growth: 0.0,
    fulfilment: 0.0,
    take_or_pay: 0.0,
    stranded_share: 0.0,
    commit_incremental: 0.0,
    afford_cap: 0.0,
    default_hazard: 0.0,
    arr0_b: 0.0,
    arr_g1: 0.0,
    arr_g_lt: 0.0,
    arr_g_decay: 0.0,
    lens: Lens::Margin,
    commit_margin: 0.0,
    price_b_per_gw_yr: 0.0,
    capex_b_per_gw: 0.0,
    silicon_saving: 0.0,
    it_share: 0.0,
    it_life: 0,
    fac_life: 0,
    opex_b_per_gw_yr: 0.0,
    gw_headline: 0.0,
    residual_pct: 0.0,
    aws_customers: 0.0,
    adopters0: 0.0,
    adoption_model: AdoptionModel::None,
    adoption_ceiling: 0.0,
    adoption_speed: 0.0,
    bass_p: 0.0,
    bass_q: 0.0,
    linear_years: 0,
    rev_per_adopter_k: 0.0,
    rpa_growth: 0.0,
    incr_share: 0.0,
    overlap: 0.0,
    ent_margin: 0.0,
    entry_valuation_b: 0.0,
    tranche_pricing: TranchePricing::Market,
    exit_year: 0,
    exit_multiple: 0.0,
    dilution: 0.0,
    equity_haircut: 0.0,
    prior_stake: 0.0,
    discount_rate: 0.0,
    tax_rate: 0.0,
    horizon_years: 0,
    timing: Timing::End,
    financing_rate: 0.0,
    aws_rev0_b: 0.0,
    aws_growth: 0.0,
    buyer: BuyerInputs {
        revenue_m: 0.0,
        demand_m: 0.0,
        demand_growth: 0.0,
        usage_realised: 0.0,
        commit_m: 0.0,
        commit_step: 0.0,
        term_years: 0,
        discount: 0.0,
        shortfall_rate: 0.0,
        price_drift: 0.0,
        price_match: 0.0,
        saving_base_m: 0.0,
        saving_pct: 0.0,
        saving_realised: 0.0,
        switch_prob: 0.0,
        switch_year: 0,
        switch_cost_m: 0.0,
        dual_run_months: 0.0,
        buyer_discount_rate: 0.0,
        lock_in_after_year: 0,
    },
    lab: LabInputs {
        years: 0,
        lab_gross_margin: 0.0,
        funding_b: 0.0,
        obligation_count: 0,
        obligations: [Obligation { name: Name::NONE, total_b: 0.0, start_year: 0, years: 0 }; MOST_OBLIGATIONS],
    },
};
