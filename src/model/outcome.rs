//! What the model answers. Field names are the wire format; every definition is in `docs` of the metric that shows it.
#![allow(missing_docs, reason = "the fields are the wire format; each metric is defined where it is computed")]

use serde::Serialize;

/// Everything that the model knows about a deal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[must_use]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Outcome {
    pub npv_b: f64,
    pub npv_parts_b: NpvParts,
    /// The internal rate of return; only when exactly one rate solves the flows.
    pub irr: Option<f64>,
    pub irr_status: IrrStatus,
    pub irr_roots: Vec<f64>,
    pub mirr: Option<f64>,
    pub moic: Option<f64>,
    pub invested_b: f64,
    pub net_total_b: f64,
    pub payback: Payback,
    pub discounted_payback: Payback,
    pub break_even: BreakEven,
    pub ladder: Ladder,
    pub ratios: Ratios,
    pub commit_share: CommitShare,
    pub aws_share: AwsShare,
    pub subsidy: Subsidy,
    pub gw: Gigawatts,
    pub lens_compare: LensCompare,
    pub peak_exposure_b: f64,
    pub peak_exposure_year: u32,
    pub equity: Equity,
    pub npv_with_equity_b: f64,
    pub npv_stake_at_cost_b: f64,
    pub irr_with_equity: Option<f64>,
    pub irr_with_equity_status: IrrStatus,
    pub moic_with_equity: Option<f64>,
    pub financing_carry_memo_b: f64,
    pub capex_total_b: f64,
    pub residual_net_b: f64,
    pub lab: LabPath,
    pub warnings: Vec<Warning>,
    /// One row per date: 0 is closing, then every deal year of the horizon.
    pub rows: Vec<Row>,
}

/// The present values that sum to the NPV, in $B.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct NpvParts {
    pub investment: f64,
    pub commit_after_tax: f64,
    pub shortfall_after_tax: f64,
    pub stranded_after_tax: f64,
    pub enterprise_after_tax: f64,
    pub capex: f64,
    pub residual: f64,
}

impl NpvParts {
    /// The NPV, in $B.
    #[must_use]
    pub fn sum(&self) -> f64 {
        let Self {
            investment,
            commit_after_tax,
            shortfall_after_tax,
            stranded_after_tax,
            enterprise_after_tax,
            capex,
            residual,
        } = self;
        investment
            + commit_after_tax
            + shortfall_after_tax
            + stranded_after_tax
            + enterprise_after_tax
            + capex
            + residual
    }
}

/// How many rates solve the flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum IrrStatus {
    /// Exactly one: the internal rate of return.
    Unique,
    /// Several: none of them is meaningful alone.
    Multiple,
    /// The flows change sign, but no real rate solves them.
    None,
    /// Money only comes in: no capital at risk.
    AllInflow,
    /// Money only goes out: the capital never comes back.
    AllOutflow,
    /// No money moves.
    NoFlows,
}

/// When the balance of all flows is back above zero for good.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Payback {
    pub status: PaybackStatus,
    pub years: Option<f64>,
    /// The first time that the balance comes back to zero, even if it falls below again later.
    pub first_crossing: Option<f64>,
}

/// Whether the money comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum PaybackStatus {
    /// The balance never falls below zero.
    Immediate,
    /// It is back above zero for good inside the horizon.
    PaidBack,
    /// It is below zero at the horizon.
    Never,
}

/// What it takes to bring the NPV to zero.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct BreakEven {
    pub commit_margin: Option<f64>,
    pub commit_margin_status: MarginStatus,
    pub adoption_ceiling: Option<f64>,
    pub adoption_status: AdoptionStatus,
    pub npv_without_enterprise: f64,
    pub required_uplift_b_per_yr: Option<f64>,
    pub required_uplift_share_of_aws: Option<f64>,
}

/// What kind of answer the break-even margin is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum MarginStatus {
    Ok,
    /// The deal pays even at a margin of zero; the (negative) break-even is given.
    AlreadyPositiveAtZero,
    /// More than the whole revenue would have to be profit; the linear extrapolation is given.
    Impossible,
    /// The margin does not enter (capex lens), or there is nothing to earn it on.
    NotApplicable,
}

/// What kind of answer the break-even adoption is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum AdoptionStatus {
    Ok,
    /// The deal pays without a single new adopter; today's adoption is given.
    AlreadyPositive,
    /// Not even adoption by every customer is enough.
    Unreachable,
    /// Adoption does not enter, or earns nothing.
    NotApplicable,
}

/// What each dollar of new money brings back from the commitment alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Ladder {
    pub revenue_per_dollar: Option<f64>,
    pub operating_profit_per_dollar: Option<f64>,
    pub after_tax_per_dollar: Option<f64>,
    pub present_value_per_dollar: Option<f64>,
}

/// The commitment over several readings of "the investment".
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Ratios {
    pub commit_over_ceiling: Option<f64>,
    pub commit_over_ceiling_plus_prior: Option<f64>,
    pub commit_over_immediate: Option<f64>,
    pub commit_over_expected: Option<f64>,
}

/// The commitment's weight in the lab's revenue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CommitShare {
    pub per_year_b: f64,
    /// Average year over the run-rate at closing.
    pub headline: f64,
    /// Year by year over that year's revenue, for the whole term.
    pub path: Vec<f64>,
    pub first_year: f64,
    pub last_year: f64,
    pub cumulative: f64,
}

/// The commitment's weight in the cloud's revenue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AwsShare {
    pub commit_year1_over_runrate: f64,
    pub path: Vec<f64>,
}

/// The circular part of the money.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Subsidy {
    pub gross_per_commit_dollar: Option<f64>,
    pub pv_per_pv_commit_dollar: Option<f64>,
    pub net_of_equity_per_pv_commit_dollar: Option<f64>,
}

/// The deal per unit of capacity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Gigawatts {
    pub invest_b_per_gw: Option<f64>,
    pub commit_b_per_gw: Option<f64>,
    pub commit_b_per_gw_year: Option<f64>,
    pub gw_years_bought_at_price: f64,
    pub average_gw_at_price: f64,
    pub peak_gw_at_price: f64,
    pub headline_capex_b: f64,
    pub unit_operating_margin: f64,
    pub unit_economic_margin: f64,
}

/// The same deal through both lenses, at the margin that the capex lens implies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct LensCompare {
    pub npv_margin_lens_at_unit_margin_b: f64,
    pub npv_capex_lens_b: f64,
    pub capital_charge_b: f64,
}

/// The shares bought, at the modelled exit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Equity {
    pub exit_year: u32,
    pub exit_valuation_b: f64,
    pub stake_at_exit: f64,
    pub cost_b: f64,
    pub proceeds_gross_b: f64,
    pub tax_b: f64,
    pub proceeds_net_b: f64,
    pub inside_horizon: bool,
    pub npv_b: f64,
}

/// The lab's run-rate, growth and revenue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct LabPath {
    pub arr: Vec<f64>,
    pub growth: Vec<f64>,
    pub revenue: Vec<f64>,
}

/// Something that the reader must know beside the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Warning {
    CommitOutsideHorizon,
    TrancheOutsideHorizon,
    PeakGwAboveHeadline,
    EquityExitOutsideHorizon,
}

/// One date of the deal: closing (`t` = 0) or the end of a deal year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Row {
    pub t: u32,
    pub invest: f64,
    pub commit: f64,
    pub usage: f64,
    pub shortfall: f64,
    pub shortfall_paid: f64,
    pub stranded: f64,
    pub commit_op: f64,
    pub new_adopters: f64,
    pub ent_rev: f64,
    pub ent_op: f64,
    pub gw: f64,
    pub gw_built: f64,
    pub capex: f64,
    pub dep: f64,
    pub opex: f64,
    pub op_cash: f64,
    pub point_cash: f64,
    pub net: f64,
    pub disc: f64,
    pub cum: f64,
    pub dcum: f64,
    pub adoption: f64,
    pub arr_end: f64,
    pub lab_revenue: f64,
    pub commit_share: Option<f64>,
}

/// The short answer, for analyses that ask many times.
#[derive(Clone, Copy, Debug, PartialEq)]
#[must_use]
pub struct Value {
    pub npv_b: f64,
    pub npv_with_equity_b: f64,
    pub npv_stake_at_cost_b: f64,
    /// Balance at the end of the horizon, undiscounted: below zero exactly when the money is never paid back.
    pub net_total_b: f64,
    pub payback: Payback,
}
