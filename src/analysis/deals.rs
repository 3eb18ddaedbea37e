//! All deals beside each other, and the reader's own case: what is stated of each, and what it is worth.

use std::sync::LazyLock;

use crate::catalog::{Case, DEALS, Deal, DealKind, Start};
use crate::model::{Inputs, Outcome, evaluate};

/// One deal of the comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DealLine {
    /// Which deal.
    pub start: Start,
    /// Whether it is the reader's present case rather than a deal as it stands in the catalogue.
    pub is_case: bool,
    /// Its figures, or why there are none.
    pub figures: Figures,
}

/// The figures of a deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figures {
    /// There are some.
    Known(Known),
    /// The commitment is not stated until the reader accepts the public one: what the reader may accept, $B.
    NotStated {
        /// The ceiling of the new money, $B.
        new_money_b: f64,
        /// The commitment of public reports, $B.
        offered_b: f64,
    },
    /// There is no counterparty.
    Internal,
}

/// What is known of a deal. What does not exist, such as a ratio to no money, is nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// The ceiling of the new money, $B.
    pub new_money_b: f64,
    /// The commitment, $B.
    pub commit_b: f64,
    /// Over how many years.
    pub years: u32,
    /// The commitment for each dollar of new money.
    pub commit_per_dollar: Option<f64>,
    /// $B for each gigawatt-year of the stated capacity, which is a ceiling; nothing where none is stated.
    pub per_gw_year_b: Option<f64>,
    /// The average year of the commitment over the run-rate at closing, a decimal; nothing without a commitment.
    pub share: Option<f64>,
    /// NPV before the shares, $B.
    pub npv_b: f64,
    /// NPV with the shares at the modelled exit, $B.
    pub npv_with_equity_b: f64,
}

impl DealLine {
    /// A deal as it stands in the catalogue.
    #[must_use]
    pub fn of(deal: &'static Deal, accepted: bool) -> Self {
        let figures = match deal.kind {
            DealKind::Text(..) => Figures::Internal,
            DealKind::Terms if deal.needs_acceptance() && !accepted => Figures::NotStated {
                new_money_b: deal.inputs(false).new_money_ceiling_b(),
                offered_b: deal.inputs(true).commit_total_b,
            },
            DealKind::Terms => Figures::Known(Known::of(&deal.inputs(true))),
        };
        Self { start: Start::Deal(deal), is_case: false, figures }
    }

    /// The reader's case.
    #[must_use]
    pub fn of_case(case: &Case) -> Self {
        let (start, inputs) = (case.start(), case.inputs());
        let is_open = start.deal().is_some_and(Deal::needs_acceptance) && !case.has_accepted();
        let figures = match start {
            Start::Deal(deal) if is_open && inputs.commit_total_b <= 0.0 => Figures::NotStated {
                new_money_b: inputs.new_money_ceiling_b(),
                offered_b: deal.inputs(true).commit_total_b,
            },
            _ => Figures::Known(Known::of(inputs)),
        };
        Self { start, is_case: true, figures }
    }

    /// Its figures, if there are any.
    #[must_use]
    pub const fn known(&self) -> Option<&Known> {
        match &self.figures {
            Figures::Known(known) => Some(known),
            Figures::NotStated { .. } | Figures::Internal => None,
        }
    }
}

impl Known {
    fn of(inputs: &Inputs) -> Self {
        let outcome: Outcome = evaluate(inputs);
        Self {
            new_money_b: inputs.new_money_ceiling_b(),
            commit_b: inputs.commit_total_b,
            years: inputs.commit_years,
            commit_per_dollar: outcome.ratios.commit_over_ceiling,
            per_gw_year_b: outcome.gw.commit_b_per_gw_year,
            share: (inputs.commit_total_b > 0.0).then_some(outcome.commit_share.headline),
            npv_b: outcome.npv_b,
            npv_with_equity_b: outcome.npv_with_equity_b,
        }
    }
}

/// Every deal as it stands in the catalogue, in its order. Nothing that a reader moves is in it: it is found once, before
/// and after public terms are accepted.
#[must_use]
pub fn standing(accepted: bool) -> &'static [DealLine] {
    static BEFORE: LazyLock<Vec<DealLine>> = LazyLock::new(|| all(false));
    static AFTER: LazyLock<Vec<DealLine>> = LazyLock::new(|| all(true));
    if accepted { &AFTER } else { &BEFORE }
}

fn all(accepted: bool) -> Vec<DealLine> {
    DEALS.into_iter().map(|deal| DealLine::of(deal, accepted)).collect()
}

/// Every deal in the order of the catalogue, then the reader's case, unless it is just what one of them says.
#[must_use]
pub fn compare(accepted: bool, case: Option<&Case>) -> Vec<DealLine> {
    let is_own = |case: &&Case| {
        let as_it_stands = case.start().inputs(case.has_accepted());
        case.start().own_name().is_some() || crate::catalog::changed(case.inputs(), &as_it_stands).next().is_some()
    };
    let own = case.filter(is_own).map(DealLine::of_case);
    standing(accepted).iter().copied().chain(own).collect()
}
