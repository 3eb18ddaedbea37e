//! How each figure is computed: name, plain meaning, formula, and the present numbers put into it.
//!
//! The text of a metric is one markdown file; it is the documentation of the constant here and what the page shows. Its
//! shape is always a heading, a sentence of meaning, a fenced formula and a remark.

mod buyer;
mod capital;
mod known;
mod lab;
mod returns;
mod thresholds;
mod uncertain;

pub use known::Known;

use super::idle;
use super::key_figures::{KeyFigure, key_figures};
use super::side::Voice;
use crate::analysis::objective::Objective;
use crate::catalog::{self, Input, Side};
use crate::model::{Inputs, Lens, Outcome, Stake};

/// A figure and how it is computed.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    /// A stable name for its place.
    pub id: &'static str,
    /// The markdown text.
    pub text: &'static str,
    /// Ids of the inputs that it rests on most.
    pub inputs: &'static [&'static str],
    work: Work,
}

/// Who puts the present numbers in.
#[derive(Clone, Copy, Debug)]
enum Work {
    Deal(fn(&Deal) -> Vec<String>),
    Side(fn(&Inputs) -> Vec<String>),
}

/// A key figure of the lab or the buyer as the page shows it.
fn side_shown(side: Side, id: &str, inputs: &Inputs) -> String {
    let figures = Voice::new(side, inputs, Stake::LeftOut).key_figures();
    let figure = figures.into_iter().find(|figure| figure.id == id);
    figure.map_or_else(String::new, KeyFigure::whole)
}

/// What a formula is filled from.
struct Deal<'a> {
    inputs: &'a Inputs,
    outcome: &'a Outcome,
    stake: Stake,
}

impl Deal<'_> {
    /// A key figure as the page shows it.
    fn shown(&self, id: &str) -> String {
        let figures = key_figures(self.inputs, self.outcome, self.stake);
        let figure = figures.into_iter().find(|figure| figure.id == id);
        figure.map_or_else(String::new, KeyFigure::whole)
    }

    /// Why a key figure is words and not a number.
    fn reason(&self, id: &str) -> String {
        let figures = key_figures(self.inputs, self.outcome, self.stake);
        let reason =
            figures.into_iter().find(|figure| figure.id == id).and_then(|figure| figure.context.into_iter().next());
        reason.map_or_else(String::new, |reason| super::numbers::capitalised(&reason))
    }
}

impl Metric {
    /// The name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.paragraph(0).trim_start_matches("# ")
    }

    /// What it means, in a sentence or two.
    #[must_use]
    pub fn meaning(&self) -> &'static str {
        self.paragraph(1)
    }

    /// The formula, one line each.
    #[must_use]
    pub fn formula(&self) -> &'static str {
        self.paragraph(2).trim_start_matches("```text\n").trim_end_matches("\n```")
    }

    /// What must be known beside it.
    #[must_use]
    pub fn remark(&self) -> &'static str {
        self.paragraph(3).trim_end()
    }

    /// The remark in pieces, and whether each is a symbol of the formula.
    pub fn remark_parts(&self) -> impl Iterator<Item = (&'static str, bool)> {
        self.remark().split('`').zip([false, true].into_iter().cycle()).filter(|(text, _)| !text.is_empty())
    }

    fn paragraph(&self, at: usize) -> &'static str {
        self.text.split("\n\n").nth(at).unwrap_or_default()
    }

    /// The formula with the present numbers put in, a line for each step; the last one ends in the figure that is shown.
    #[must_use]
    pub fn worked(&self, inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Vec<String> {
        match self.work {
            Work::Deal(work) => work(&Deal { inputs, outcome, stake }),
            Work::Side(work) => work(inputs),
        }
    }

    /// The inputs that it rests on. Of those that move the cash, only the ones that count in the present case; of the
    /// lab's obligations all that count.
    #[must_use]
    pub fn used(&self, inputs: &Inputs) -> Vec<&'static Input> {
        let of_the_cash = std::ptr::eq(self.inputs, FLOWS);
        let counts = |id: &&&str| !of_the_cash || idle::reason(id, inputs).is_none();
        let own = self.inputs.iter().filter(counts).filter_map(|id| catalog::find(id));
        let sums = [OWED, OWED_AND_EARNED].into_iter().any(|list| std::ptr::eq(self.inputs, list));
        let places = if sums { inputs.lab.owed().count() } else { 0 };
        own.chain((0..places).filter_map(catalog::place).flatten()).collect()
    }

    /// The metric of a name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        [METRICS, LAB_METRICS, BUYER_METRICS].into_iter().flatten().copied().find(|metric| metric.id == id)
    }

    /// Those of a side, in the order of its figures.
    #[must_use]
    pub const fn of(side: Side) -> &'static [&'static Self] {
        match side {
            Side::Investor => METRICS,
            Side::Lab => LAB_METRICS,
            Side::Buyer => BUYER_METRICS,
        }
    }

    /// What a side wants: the metric behind its grid.
    #[must_use]
    pub const fn of_objective(objective: Objective) -> &'static Self {
        match objective {
            Objective::Npv(_) => &NPV,
            Objective::LabHeadroom => &LAB_HEADROOM,
            Objective::BuyerNpv => &BUYER_NPV,
        }
    }

    /// The metric behind the tornado of a side.
    #[must_use]
    pub const fn of_swings(side: Side) -> &'static Self {
        match side {
            Side::Investor => &TORNADO,
            Side::Lab => &LAB_TORNADO,
            Side::Buyer => &BUYER_TORNADO,
        }
    }

    /// The metric behind a key figure of any side.
    #[must_use]
    pub fn of_side_figure(side: Side, id: &str, lens: Lens) -> Option<&'static Self> {
        if side == Side::Investor {
            return Self::of_figure(id, lens);
        }
        let metric = FIGURES.iter().find(|(figure, _)| *figure == id).map(|(_, metric)| *metric)?;
        Self::of(side).iter().copied().find(|one| one.id == metric)
    }

    /// The metric behind a key figure.
    #[must_use]
    pub fn of_figure(id: &str, lens: Lens) -> Option<&'static Self> {
        match (id, lens) {
            ("break-even", Lens::Margin) => Some(&BREAK_EVEN_MARGIN),
            ("break-even", Lens::Capex) => Some(&BREAK_EVEN_ADOPTION),
            ("share", _) => Some(&COMMITMENT_SHARE),
            _ => Self::find(id),
        }
    }
}

/// The key figures of lab and buyer, with the metrics behind them.
static FIGURES: [(&str, &str); 12] = [
    ("heaviest-share", "lab_share"),
    ("cover", "lab_cover"),
    ("headroom", "lab_headroom"),
    ("headline", "lab_headline"),
    ("years-funded", "lab_years_funded"),
    ("run-rate", "lab_run_rate"),
    ("buyer-npv", "buyer_npv"),
    ("commit-benefit", "buyer_benefit"),
    ("break-even-usage", "buyer_break_even"),
    ("demand-share", "buyer_demand_share"),
    ("shortfall", "buyer_shortfall"),
    ("exit-exposure", "buyer_exposure"),
];

/// What moves the cash of the deal most.
static FLOWS: &[&str] = &[
    "immediate_b",
    "contingent_b",
    "milestone_prob",
    "commit_total_b",
    "fulfilment",
    "commit_incremental",
    "default_hazard",
    "commit_margin",
    "price_b_per_gw_yr",
    "capex_b_per_gw",
    "silicon_saving",
    "adoption_ceiling",
    "rev_per_adopter_k",
    "incr_share",
    "ent_margin",
    "tax_rate",
    "discount_rate",
    "horizon_years",
    "timing",
];

macro_rules! metrics {
    ($(#[$doc:meta])* $list:ident by $how:ident: $($constant:ident = $id:ident, $work:path, $inputs:expr;)+) => {
        $(
            #[doc = include_str!(concat!(stringify!($id), ".md"))]
            pub static $constant: Metric = Metric {
                id: stringify!($id),
                text: include_str!(concat!(stringify!($id), ".md")),
                inputs: $inputs,
                work: Work::$how($work),
            };
        )+

        $(#[$doc])*
        pub static $list: &[&Metric] = &[$(&$constant),+];
    };
}

metrics! {
    /// Every metric of the deal.
    METRICS by Deal:
    NPV = npv, returns::npv, FLOWS;
    IRR = irr, returns::irr, FLOWS;
    MIRR = mirr, returns::mirr, &["discount_rate", "horizon_years"];
    MOIC = moic, returns::moic, FLOWS;
    PAYBACK = payback, returns::payback, FLOWS;
    DISCOUNTED_PAYBACK = discounted_payback, returns::discounted_payback, FLOWS;
    BREAK_EVEN_MARGIN = break_even_margin, thresholds::margin,
        &["commit_margin", "fulfilment", "commit_incremental", "stranded_share", "tax_rate", "discount_rate"];
    BREAK_EVEN_ADOPTION = break_even_adoption, thresholds::adoption,
        &["adoption_ceiling", "adoption_model", "adopters0", "aws_customers", "rev_per_adopter_k", "incr_share", "overlap", "ent_margin"];
    REQUIRED_UPLIFT = required_uplift, thresholds::uplift, &["ent_margin", "tax_rate", "discount_rate", "aws_rev0_b"];
    COMMITMENT_SHARE = commitment_share, thresholds::share, &["commit_total_b", "commit_years", "arr0_b"];
    LADDER = ladder, capital::ladder,
        &["commit_total_b", "immediate_b", "contingent_b", "milestone_prob", "commit_margin", "tax_rate", "discount_rate"];
    RATIOS = ratios, capital::ratios,
        &["commit_total_b", "immediate_b", "contingent_b", "milestone_prob", "prior_invest_b"];
    SUBSIDY = subsidy, capital::subsidy,
        &["immediate_b", "contingent_b", "milestone_prob", "commit_total_b", "discount_rate"];
    GIGAWATTS = gigawatts, capital::gigawatts,
        &["gw_headline", "commit_total_b", "commit_years", "price_b_per_gw_yr", "immediate_b", "contingent_b"];
    UNIT_MARGINS = unit_margins, capital::unit_margins,
        &["price_b_per_gw_yr", "opex_b_per_gw_yr", "capex_b_per_gw", "silicon_saving", "it_share", "it_life", "fac_life", "discount_rate"];
    CAPITAL_CHARGE = capital_charge, capital::charge,
        &["capex_b_per_gw", "silicon_saving", "it_life", "fac_life", "residual_pct", "discount_rate"];
    PEAK_EXPOSURE = peak_exposure, returns::exposure, FLOWS;
    EQUITY = equity, capital::equity,
        &["entry_valuation_b", "tranche_pricing", "exit_year", "exit_multiple", "dilution", "equity_haircut", "arr0_b", "arr_g1", "tax_rate"];
    FINANCING_MEMO = financing_memo, capital::financing, &["financing_rate"];
    SIMULATION = simulation, uncertain::simulation,
        &["arr_g1", "adoption_ceiling", "rev_per_adopter_k", "incr_share", "commit_margin", "ent_margin", "fulfilment", "milestone_prob", "exit_multiple", "commit_incremental", "default_hazard"];
    TORNADO = tornado, uncertain::tornado, &["commit_margin", "milestone_prob", "discount_rate"];
}

/// What the lab's revenue and obligations rest on, beside the obligations that count.
static OWED: &[&str] = &["arr0_b", "arr_g1", "arr_g_lt", "arr_g_decay", "obligation_count"];
static OWED_AND_EARNED: &[&str] =
    &["lab_gross_margin", "arr0_b", "arr_g1", "arr_g_lt", "arr_g_decay", "obligation_count"];
/// What the buyer's contract rests on.
static SPENT: &[&str] = &[
    "demand_m",
    "demand_growth",
    "usage_realised",
    "commit_m",
    "commit_step",
    "term_years",
    "discount",
    "shortfall_rate",
    "price_drift",
    "price_match",
    "buyer_discount_rate",
];

metrics! {
    /// Every metric of the lab.
    LAB_METRICS by Side:
    LAB_SHARE = lab_share, lab::share, OWED;
    LAB_COVER = lab_cover, lab::cover, OWED_AND_EARNED;
    LAB_HEADROOM = lab_headroom, lab::headroom, OWED_AND_EARNED;
    LAB_HEADLINE = lab_headline, lab::headline, &["obligation_1_total_b", "obligation_1_years", "arr0_b"];
    LAB_YEARS_FUNDED = lab_years_funded, lab::years_funded, &["funding_b", "obligation_1_total_b", "obligation_1_years"];
    LAB_RUN_RATE = lab_run_rate, lab::run_rate, &["obligation_1_total_b", "obligation_1_years"];
    LAB_TORNADO = lab_tornado, uncertain::lab, &["arr0_b", "arr_g1", "arr_g_lt", "arr_g_decay", "lab_gross_margin"];
}

metrics! {
    /// Every metric of the buyer.
    BUYER_METRICS by Side:
    BUYER_NPV = buyer_npv, buyer::npv,
        &["commit_m", "usage_realised", "discount", "price_drift", "saving_base_m", "saving_pct", "saving_realised", "switch_prob", "switch_cost_m", "dual_run_months", "buyer_discount_rate"];
    BUYER_BENEFIT = buyer_benefit, buyer::benefit, SPENT;
    BUYER_BREAK_EVEN = buyer_break_even, buyer::break_even, SPENT;
    BUYER_DEMAND_SHARE = buyer_demand_share, buyer::share, &["commit_m", "demand_m", "usage_realised", "discount"];
    BUYER_SHORTFALL = buyer_shortfall, buyer::shortfall,
        &["commit_m", "commit_step", "term_years", "demand_m", "demand_growth", "usage_realised", "discount", "shortfall_rate"];
    BUYER_EXPOSURE = buyer_exposure, buyer::exposure,
        &["switch_year", "switch_cost_m", "dual_run_months", "commit_m", "commit_step", "term_years"];
    BUYER_TORNADO = buyer_tornado, uncertain::buyer,
        &["usage_realised", "demand_growth", "price_drift", "discount", "commit_step", "shortfall_rate", "price_match", "saving_realised", "switch_prob", "switch_cost_m", "dual_run_months", "buyer_discount_rate"];
}
