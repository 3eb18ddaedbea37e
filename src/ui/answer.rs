//! What the reader asks, and what the model says to it.

use crate::analysis::field::Measure;
use crate::analysis::objective::Objective;
use crate::analysis::outcomes::Outcomes;
use crate::catalog::{Case, Side};
use crate::model::{BuyerOutcome, Inputs, LabOutcome, Outcome, Stake};
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

/// What the model says to it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question.
    pub question: Question,
    /// What follows, evaluated when it is first asked for.
    outcomes: Outcomes,
}

impl From<Question> for Answer {
    fn from(question: Question) -> Self {
        Self { question, outcomes: Outcomes::of(question.case.inputs()) }
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
        Voice::of(self.question.side, &self.outcomes, self.question.stake)
    }

    /// Everything that follows for the deal, whoever asks.
    pub fn outcome(&self) -> &Outcome {
        self.outcomes.deal()
    }

    /// The lab's burden, whoever asks.
    pub fn lab(&self) -> &LabOutcome {
        self.outcomes.lab()
    }

    /// The buyer's commitment, whoever asks.
    pub fn buyer(&self) -> &BuyerOutcome {
        self.outcomes.buyer()
    }

    /// What the side that asks wants more of.
    #[must_use]
    pub fn objective(&self) -> Objective {
        self.question.objective()
    }

    /// How much of it there is, in the unit of the objective.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.outcomes.value(self.objective())
    }

    /// What a grid measures, in the present case.
    #[must_use]
    pub fn measured(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::Value(objective) => Some(self.outcomes.value(objective)),
            Measure::Payback => self.outcome().payback.years,
            Measure::Irr => self.outcome().irr,
        }
    }

    /// How many inputs of the side that asks differ from the scenario.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.question.case.changes_of(self.question.side)
    }

    /// Words about inputs, outcome and stake.
    pub fn words<T>(&self, words: impl FnOnce(&Inputs, &Outcome, Stake) -> T) -> T {
        words(self.inputs(), self.outcome(), self.question.stake)
    }
}
