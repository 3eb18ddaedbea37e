//! What follows from one set of inputs for each side, found when it is first asked for.

use std::sync::{Arc, OnceLock};

use super::objective::Objective;
use crate::model::{self, BuyerOutcome, Inputs, LabOutcome, Outcome, burden, buyer};

/// The outcomes of one set of inputs. Copies share what was found.
#[derive(Clone, Debug)]
pub struct Outcomes(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    inputs: Inputs,
    deal: OnceLock<Outcome>,
    lab: OnceLock<LabOutcome>,
    buyer: OnceLock<BuyerOutcome>,
}

impl Outcomes {
    /// Of these inputs; nothing is evaluated yet.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let (deal, lab, buyer) = Default::default();
        Self(Arc::new(Parts { inputs: *inputs, deal, lab, buyer }))
    }

    /// The inputs.
    #[must_use]
    pub fn inputs(&self) -> &Inputs {
        &self.0.inputs
    }

    /// Everything that follows for the deal.
    pub fn deal(&self) -> &Outcome {
        self.0.deal.get_or_init(|| model::evaluate(self.inputs()))
    }

    /// The lab's burden.
    pub fn lab(&self) -> &LabOutcome {
        self.0.lab.get_or_init(|| burden::evaluate(self.inputs()))
    }

    /// The buyer's commitment.
    pub fn buyer(&self) -> &BuyerOutcome {
        self.0.buyer.get_or_init(|| buyer::evaluate(self.inputs()))
    }

    /// How much there is of what a side wants, in the unit of the objective.
    #[must_use]
    pub fn value(&self, objective: Objective) -> f64 {
        match objective {
            Objective::Npv(stake) => self.deal().npv_for(stake),
            Objective::BuyerNpv => self.buyer().npv_m,
            Objective::LabHeadroom => objective.value(self.inputs()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Objective, Outcomes};
    use crate::catalog::{Side, defaults};
    use crate::model::{Stake, burden, buyer, evaluate};

    /// The lab's and the buyer's pages once evaluated the deal at every step of a slider as well.
    #[test]
    fn nothing_is_evaluated_for_a_side_that_does_not_ask() {
        let found = |of: &Outcomes| [of.0.deal.get().is_some(), of.0.lab.get().is_some(), of.0.buyer.get().is_some()];
        for (side, expected) in Side::ALL.into_iter().zip([[true, false, false], [false; 3], [false, false, true]]) {
            let outcomes = Outcomes::of(&defaults());
            assert_eq!(found(&outcomes), [false; 3]);
            let objective = Objective::of(side, Stake::AtCost);
            assert_eq!(outcomes.value(objective).to_bits(), objective.value(&defaults()).to_bits(), "{side:?}");
            assert_eq!(found(&outcomes), expected, "{side:?}");
        }
        let outcomes = Outcomes::of(&defaults());
        assert_eq!((outcomes.lab(), found(&outcomes)), (&burden::evaluate(&defaults()), [false, true, false]));
    }

    #[test]
    fn copies_share_what_is_found_once() {
        let (inputs, outcomes) = (defaults(), Outcomes::of(&defaults()));
        let copy = outcomes.clone();
        assert_eq!((copy.deal(), copy.buyer()), (&evaluate(&inputs), &buyer::evaluate(&inputs)));
        assert!(std::ptr::eq(outcomes.deal(), copy.deal()) && std::ptr::eq(outcomes.lab(), copy.lab()));
    }
}
