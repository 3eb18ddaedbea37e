//! What the reader asks, and what the model says to it.

use std::borrow::Cow;

use crate::analysis::objective::Objective;
use crate::catalog::{Case, Side};
use crate::model::{self, BuyerOutcome, Inputs, LabOutcome, Outcome, Stake, burden, buyer};
use crate::wording::side::Voice;

/// What the reader asks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Question {
    /// Who asks.
    pub side: Side,
    /// The inputs of all sides and the scenario they started from.
    pub case: Case,
    /// What the shares count for.
    pub stake: Stake,
}

impl Question {
    /// What the side that asks wants more of.
    #[must_use]
    pub fn objective(&self) -> Objective {
        Objective::of(self.side, self.stake)
    }
}

/// What follows for the side that asks, beside the outcome of the deal.
#[derive(Clone, Debug)]
pub enum Found {
    /// Nothing more: the deal is the investor's.
    Investor,
    /// The lab's burden.
    Lab(LabOutcome),
    /// The buyer's commitment.
    Buyer(BuyerOutcome),
}

impl Found {
    fn of(side: Side, inputs: &Inputs) -> Self {
        match side {
            Side::Investor => Self::Investor,
            Side::Lab => Self::Lab(burden::evaluate(inputs)),
            Side::Buyer => Self::Buyer(buyer::evaluate(inputs)),
        }
    }
}

/// What the model says to it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question.
    pub question: Question,
    /// Everything that follows for the deal.
    pub outcome: Outcome,
    /// What follows for the side that asks.
    pub found: Found,
}

impl From<Question> for Answer {
    fn from(question: Question) -> Self {
        let inputs = question.case.inputs();
        Self { question, outcome: model::evaluate(inputs), found: Found::of(question.side, inputs) }
    }
}

impl PartialEq for Answer {
    /// The model is a function: the same question has the same answer.
    fn eq(&self, other: &Self) -> bool {
        self.question == other.question
    }
}

impl Answer {
    /// The inputs asked about.
    #[must_use]
    pub fn inputs(&self) -> &Inputs {
        self.question.case.inputs()
    }

    /// What the side that asks has to say.
    #[must_use]
    pub fn voice(&self) -> Voice<'_> {
        match &self.found {
            Found::Investor => Voice::Investor(self.inputs(), Box::new(self.outcome.clone()), self.question.stake),
            Found::Lab(found) => Voice::Lab(self.inputs(), found.clone()),
            Found::Buyer(found) => Voice::Buyer(self.inputs(), found.clone()),
        }
    }

    /// The lab's burden, whoever asks.
    #[must_use]
    pub fn lab(&self) -> Cow<'_, LabOutcome> {
        match &self.found {
            Found::Lab(found) => Cow::Borrowed(found),
            Found::Investor | Found::Buyer(_) => Cow::Owned(burden::evaluate(self.inputs())),
        }
    }

    /// The buyer's commitment, whoever asks.
    #[must_use]
    pub fn buyer(&self) -> Cow<'_, BuyerOutcome> {
        match &self.found {
            Found::Buyer(found) => Cow::Borrowed(found),
            Found::Investor | Found::Lab(_) => Cow::Owned(buyer::evaluate(self.inputs())),
        }
    }

    /// What the side that asks wants more of.
    #[must_use]
    pub fn objective(&self) -> Objective {
        self.question.objective()
    }

    /// How much of it there is, in the unit of the objective.
    #[must_use]
    pub fn value(&self) -> f64 {
        match (self.objective(), &self.found) {
            (Objective::Npv(stake), _) => self.outcome.npv_for(stake),
            (_, Found::Buyer(found)) => found.npv_m,
            (objective, _) => objective.value(self.inputs()),
        }
    }

    /// How many inputs of the side that asks differ from the scenario.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.question.case.changes_of(self.question.side)
    }

    /// Words about inputs, outcome and stake.
    pub fn words<T>(&self, words: impl FnOnce(&Inputs, &Outcome, Stake) -> T) -> T {
        words(self.inputs(), &self.outcome, self.question.stake)
    }
}
