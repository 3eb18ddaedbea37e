//! How each figure is computed: name, plain meaning, formula, and the present numbers put into it.
//!
//! The text of a metric is one markdown file; it is the documentation of the constant here and what the page shows. Its
//! shape is always a heading, a sentence of meaning, a fenced formula and a remark.

mod capital;
mod returns;
mod thresholds;
mod uncertain;

use super::idle;
use super::key_figures::key_figures;
use crate::catalog::{self, Input};
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
    work: fn(&Deal) -> Vec<String>,
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
        figure.map_or_else(String::new, |figure| match figure.unit {
            "" => figure.value,
            unit => format!("{} {unit}", figure.value),
        })
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
        (self.work)(&Deal { inputs, outcome, stake })
    }

    /// The inputs that it rests on. Of those that move the cash, only the ones that count in the present case.
    #[must_use]
    pub fn used(&self, inputs: &Inputs) -> Vec<&'static Input> {
        let of_the_cash = std::ptr::eq(self.inputs, FLOWS);
        let counts = |id: &&&str| !of_the_cash || idle::reason(id, inputs).is_none();
        self.inputs.iter().filter(counts).filter_map(|id| catalog::find(id)).collect()
    }

    /// The metric of a name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        METRICS.iter().copied().find(|metric| metric.id == id)
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
    ($($constant:ident = $id:ident, $work:path, $inputs:expr;)+) => {
        $(
            #[doc = include_str!(concat!(stringify!($id), ".md"))]
            pub static $constant: Metric = Metric {
                id: stringify!($id),
                text: include_str!(concat!(stringify!($id), ".md")),
                inputs: $inputs,
                work: $work,
            };
        )+

        /// Every metric.
        pub static METRICS: &[&Metric] = &[$(&$constant),+];
    };
}

metrics! {
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
