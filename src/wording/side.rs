//! One voice for every side: what a card, a dialog or a frame says, whoever asks.

use std::borrow::Cow;

use super::key_figures::KeyFigure;
use super::{Span, buyer, key_figures as deal, lab, parties, verdict as investor};
use crate::analysis::outcomes::Outcomes;
use crate::catalog::{Group, Input, Side, Status, Unit, place, reported};
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

/// The inputs of a side; of the lab's places those that count.
pub fn counted(side: Side, inputs: &Inputs) -> impl Iterator<Item = &'static Input> {
    let places = (inputs.lab.owed().count()..).map_while(place).flatten();
    let free: Vec<&str> = places.map(|input| input.id).collect();
    side.inputs().iter().filter(move |input| input.group != Group::Obligations || !free.contains(&input.id))
}

/// How well an input is known in the present deal that stands where it starts, or in an obligation of public reports.
#[must_use]
pub fn status(input: &Input, inputs: &Inputs) -> Status {
    let start = parties().start;
    reported(input.id, start, inputs).map_or_else(|| start.status(input), |basis| basis.status)
}

/// How many inputs of a side are assumptions in the present deal; of the lab's places those that count.
#[must_use]
pub fn assumptions(side: Side, inputs: &Inputs) -> usize {
    match side {
        Side::Investor => parties().start.assumptions(),
        Side::Lab | Side::Buyer => {
            counted(side, inputs).filter(|input| status(input, inputs) == Status::Assumption).count()
        }
    }
}

/// What the lab's charts name: money and number of assumptions.
pub(super) fn basis_of_lab(inputs: &Inputs) -> String {
    format!("Nominal dollars before tax, {} assumptions.", assumptions(Side::Lab, inputs))
}

/// What every chart of a side names: money, rate, number of assumptions, and on whose word it is where that must be said.
#[must_use]
pub fn basis(side: Side, inputs: &Inputs) -> String {
    match side {
        Side::Investor => super::sections::basis(inputs),
        Side::Lab => std::iter::once(basis_of_lab(inputs)).chain(lab::caveat(inputs)).collect::<Vec<_>>().join(" "),
        Side::Buyer => {
            let count = assumptions(side, inputs);
            let rate = super::sections::short_value(Unit::Percent, inputs.buyer.buyer_discount_rate);
            format!("Before tax, {rate} discount rate, {count} assumptions.")
        }
    }
}
