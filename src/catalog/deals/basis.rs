//! Where a value comes from in a case that starts from a deal: other deals state other things.

use super::{Origin, Start, Term};
use crate::catalog::{Control, INPUTS, Status};

/// The value that a control starts from, and where it is from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Basis {
    /// The value.
    pub value: f64,
    /// Stated, from public reports, or assumed.
    pub status: Status,
    /// Ids of facts, public points and contradictions.
    pub sources: &'static [&'static str],
    /// Why this value.
    pub note: &'static str,
    /// Its date; empty where none is known.
    pub as_of: &'static str,
}

impl Start {
    /// Of a control. What is not stated of another deal is as in the one of the page, and an assumption there.
    #[must_use]
    pub fn basis(self, control: &Control) -> Basis {
        let Control { default, status, sources, note, as_of, .. } = *control;
        let usual = Basis { value: default, status, sources, note, as_of };
        let is_of_deals = || control.inputs().all(|input| INPUTS.iter().any(|known| known.id == input.id));
        if self == Self::default() || !is_of_deals() {
            return usual;
        }
        let usual = Basis { value: control.get(&self.inputs(true)), status: Status::Assumption, as_of: "", ..usual };
        let Some(deal) = self.deal() else {
            return Basis { sources: &[], note: "A deal of your own: nothing is stated of it.", ..usual };
        };
        let is_of = |term: &&Term| control.inputs().any(|input| input.id == term.key);
        match deal.all_terms().find(is_of) {
            Some(term) => {
                let status = match term.origin {
                    Origin::Stated => Status::Stated,
                    Origin::Completed => Status::Public,
                    Origin::Assumed => Status::Assumption,
                };
                Basis { status, sources: term.sources, note: term.words, ..usual }
            }
            None => Basis { sources: &[], note: "Not stated for this deal: as in Amazon × Anthropic.", ..usual },
        }
    }
}
