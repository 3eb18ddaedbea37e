//! One voice for every side: what a card, a dialog or a frame says, whoever asks.

use std::borrow::Cow;

use super::key_figures::KeyFigure;
use super::{Span, buyer, key_figures as deal, lab, parties, verdict as investor};
use crate::analysis::outcomes::Outcomes;
use crate::catalog::{Side, Status};
use crate::model::{self, Inputs, Stake, burden};

/// A side with what it needs to speak: lent by who keeps it, or evaluated for it.
#[expect(clippy::large_enum_variant, reason = "it lives as long as a sentence takes, and mostly borrows")]
pub enum Voice<'a> {
    /// The investor, with its outcome and what its shares count for.
    Investor(&'a Inputs, Cow<'a, model::Outcome>, Stake),
    /// The lab.
    Lab(&'a Inputs, Cow<'a, burden::LabOutcome>),
    /// The buyer.
    Buyer(&'a Inputs, Cow<'a, model::buyer::BuyerOutcome>),
}

impl<'a> Voice<'a> {
    /// Evaluates what the side needs.
    #[must_use]
    pub fn new(side: Side, inputs: &'a Inputs, stake: Stake) -> Self {
        match side {
            Side::Investor => Self::Investor(inputs, Cow::Owned(model::evaluate(inputs)), stake),
            Side::Lab => Self::Lab(inputs, Cow::Owned(burden::evaluate(inputs))),
            Side::Buyer => Self::Buyer(inputs, Cow::Owned(model::buyer::evaluate(inputs))),
        }
    }

    /// Speaks of outcomes that are kept elsewhere; asks for that of the side alone.
    #[must_use]
    pub fn of(side: Side, outcomes: &'a Outcomes, stake: Stake) -> Self {
        let inputs = outcomes.inputs();
        match side {
            Side::Investor => Self::Investor(inputs, Cow::Borrowed(outcomes.deal()), stake),
            Side::Lab => Self::Lab(inputs, Cow::Borrowed(outcomes.lab())),
            Side::Buyer => Self::Buyer(inputs, Cow::Borrowed(outcomes.buyer())),
        }
    }

    /// The line above the verdict.
    #[must_use]
    pub fn kicker(&self) -> String {
        match self {
            Self::Investor(inputs, ..) => investor::kicker(inputs),
            Self::Lab(inputs, _) => lab::kicker(inputs),
            Self::Buyer(inputs, _) => buyer::kicker(inputs),
        }
    }

    /// The answer in one sentence.
    #[must_use]
    pub fn verdict(&self) -> Vec<Span> {
        match self {
            Self::Investor(inputs, outcome, stake) => investor::verdict(inputs, outcome, *stake),
            Self::Lab(inputs, outcome) => lab::verdict(inputs, outcome),
            Self::Buyer(inputs, outcome) => buyer::verdict(inputs, outcome),
        }
    }

    /// What supports it.
    #[must_use]
    pub fn second(&self) -> Vec<Span> {
        match self {
            Self::Investor(inputs, outcome, stake) => investor::second(inputs, outcome, *stake),
            Self::Lab(inputs, outcome) => lab::second(inputs, outcome),
            Self::Buyer(inputs, outcome) => buyer::second(inputs, outcome),
        }
    }

    /// What must be known beside it.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        match self {
            Self::Investor(inputs, outcome, stake) => investor::notes(inputs, outcome, *stake),
            Self::Lab(inputs, outcome) => lab::notes(inputs, outcome),
            Self::Buyer(inputs, outcome) => buyer::notes(inputs, outcome),
        }
    }

    /// The strip of six figures.
    #[must_use]
    pub fn key_figures(&self) -> Vec<KeyFigure> {
        match self {
            Self::Investor(inputs, outcome, stake) => deal::key_figures(inputs, outcome, *stake),
            Self::Lab(inputs, outcome) => lab::key_figures(inputs, outcome),
            Self::Buyer(inputs, outcome) => buyer::key_figures(inputs, outcome),
        }
    }
}

/// How many inputs of a side are assumptions in the present deal; of the lab's places those that count.
#[must_use]
pub fn assumptions(side: Side, inputs: &Inputs) -> usize {
    let start = parties().start;
    let assumed = |input: &&crate::catalog::Input| start.status(input) == Status::Assumption;
    match side {
        Side::Investor => start.assumptions(),
        Side::Buyer => side.inputs().iter().filter(assumed).count(),
        Side::Lab => {
            let places = (0..inputs.lab.obligation_count as usize).filter_map(crate::catalog::place).flatten();
            side.wire_inputs().chain(places).filter(assumed).count()
        }
    }
}

/// What every chart of a side names: money, rate, number of assumptions.
#[must_use]
pub fn basis(side: Side, inputs: &Inputs) -> String {
    let count = assumptions(side, inputs);
    match side {
        Side::Investor => super::sections::basis(inputs),
        Side::Lab => format!("Nominal dollars before tax, {count} assumptions."),
        Side::Buyer => {
            let rate = super::numbers::PERCENT.trimmed(inputs.buyer.buyer_discount_rate);
            format!("Before tax, {rate} discount rate, {count} assumptions.")
        }
    }
}
