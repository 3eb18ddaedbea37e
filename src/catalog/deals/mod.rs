//! The deals that can be compared: who makes them, and where each of their numbers comes from.
//!
//! The numbers themselves stand once, in [`PRESETS`](super::PRESETS); here is what is known about each of them.

mod basis;
mod table;

pub use basis::Basis;
pub use table::{AMAZON_ANTHROPIC, DEALS};

use super::scenarios::{Differences, NO_GROWTH};
use super::{Preset, find};
use crate::model::{Inputs, Name, Obligation};

/// A deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deal {
    /// The wire name.
    pub id: &'static str,
    /// For people.
    pub name: &'static str,
    /// Who invests and sells capacity.
    pub investor: &'static str,
    /// Who takes the money and makes the commitment.
    pub lab: &'static str,
    /// The investor's cloud.
    pub cloud: &'static str,
    /// When it was made, in words; empty when no source says so.
    pub date: &'static str,
    /// Whether it has numbers.
    pub kind: DealKind,
    /// One sentence: how far its numbers carry.
    pub note: &'static str,
    /// Where its numbers come from, in the order in which they are told.
    pub terms: &'static [Term],
}

/// Whether a deal has numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealKind {
    /// It can be computed.
    Terms,
    /// There is no counterparty, so no commitment, no ratio and no payback: words, and the ids behind them.
    Text(&'static str, &'static [&'static str]),
}

/// Where a number of a deal comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the articles.
    Stated,
    /// From public reports, to complete what the articles state.
    Completed,
    /// Nobody states it.
    Assumed,
}

/// One number of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The input.
    pub key: &'static str,
    /// Where its value comes from.
    pub origin: Origin,
    /// Ids of facts, public points and contradictions; none for what is only assumed.
    pub sources: &'static [&'static str],
    /// What must be known about it.
    pub words: &'static str,
    /// Whether it stays empty until the reader accepts it.
    pub needs_acceptance: bool,
}

/// What a case starts from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Start {
    /// A deal with numbers.
    Deal(&'static Deal),
    /// The reader's own deal, which starts [`EMPTY`]; it may have no name yet.
    Own(Name),
}

/// What an own deal differs in from the defaults: no money, no commitment, no capacity, no adopters, no shares. All
/// assumptions stay at their defaults.
pub const EMPTY: Differences = &[
    ("immediate_b", 0.0),
    ("contingent_b", 0.0),
    ("prior_invest_b", 0.0),
    ("commit_total_b", 0.0),
    ("gw_headline", 0.0),
    ("adoption_model", NO_GROWTH),
    ("prior_stake", 0.0),
];

/// What a deal states, as far as any does: the terms of the reader's own deal, which scenarios leave as they are. All
/// else is assumed about it.
pub const TERMS: [&str; 24] = [
    "immediate_b",
    "contingent_b",
    "milestone_start_year",
    "milestone_count",
    "prior_invest_b",
    "prior_mode",
    "prior_stake",
    "commit_total_b",
    "commit_years",
    "commit_shape",
    "ramp_ratio",
    "backload_growth",
    "arr0_b",
    "price_b_per_gw_yr",
    "gw_headline",
    "aws_customers",
    "adopters0",
    "adoption_model",
    "rev_per_adopter_k",
    "aws_rev0_b",
    "entry_valuation_b",
    "tranche_pricing",
    "exit_year",
    "horizon_years",
];

const fn as_here(key: &'static str) -> Term {
    Term {
        key,
        origin: Origin::Assumed,
        sources: &[],
        words: "Not stated for this deal: as in Amazon × Anthropic.",
        needs_acceptance: false,
    }
}

/// What every other deal takes from the deal of the page, since nothing is stated.
pub const INHERITED: [Term; 5] = [
    as_here("commit_margin"),
    as_here("arr_g1"),
    as_here("arr_g_lt"),
    as_here("arr_g_decay"),
    as_here("exit_multiple"),
];

impl Origin {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Stated, Self::Completed, Self::Assumed];
}

impl Deal {
    /// The deal of a wire name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        DEALS.into_iter().find(|deal| deal.id == id)
    }

    /// Those that can be computed.
    pub fn computed() -> impl Iterator<Item = &'static Self> {
        DEALS.into_iter().filter(|deal| deal.preset().is_some())
    }

    /// Its numbers; none for a deal of words.
    #[must_use]
    pub fn preset(&self) -> Option<&'static Preset> {
        Preset::find(self.id)
    }

    /// Whether it is the deal of the page.
    #[must_use]
    pub fn is_this(&self) -> bool {
        self.id == AMAZON_ANTHROPIC.id
    }

    /// Whether something of it stays empty until the reader accepts it.
    #[must_use]
    pub fn needs_acceptance(&self) -> bool {
        self.terms.iter().any(|term| term.needs_acceptance)
    }

    /// Its terms, with what it takes from the deal of the page.
    pub fn all_terms(&self) -> impl Iterator<Item = &'static Term> + use<> {
        let inherited = if self.is_this() || self.preset().is_none() { &[][..] } else { &INHERITED[..] };
        self.terms.iter().chain(inherited)
    }

    /// The defaults with its numbers; what needs to be accepted is zero until it is.
    #[must_use]
    pub fn inputs(&'static self, accepted: bool) -> Inputs {
        Start::Deal(self).inputs(accepted)
    }

    /// Empties what the reader has not accepted.
    fn withhold(&self, inputs: &mut Inputs) {
        for input in self.terms.iter().filter(|term| term.needs_acceptance).filter_map(|term| find(term.key)) {
            input.put(inputs, 0.0);
        }
    }
}

impl Default for Start {
    /// The deal of the page.
    fn default() -> Self {
        Self::Deal(&AMAZON_ANTHROPIC)
    }
}

impl Start {
    /// The name of an own deal in links and files.
    pub const OWN: &'static str = "own";

    /// A stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Deal(deal) => deal.id,
            Self::Own(_) => Self::OWN,
        }
    }

    /// Every stable name.
    #[must_use]
    pub fn ids() -> Vec<&'static str> {
        Deal::computed().map(|deal| deal.id).chain([Self::OWN]).collect()
    }

    /// What a stable name stands for; an own deal has no name then. Deals of words are nothing to start from.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        if id == Self::OWN {
            return Some(Self::Own(Name::NONE));
        }
        Deal::computed().find(|deal| deal.id == id).map(Self::Deal)
    }

    /// The name that the reader gave an own deal.
    #[must_use]
    pub fn own_name(self) -> Option<Name> {
        match self {
            Self::Own(name) => Some(name),
            Self::Deal(_) => None,
        }
    }

    /// The deal, unless it is the reader's own.
    #[must_use]
    pub const fn deal(self) -> Option<&'static Deal> {
        match self {
            Self::Deal(deal) => Some(deal),
            Self::Own(_) => None,
        }
    }

    /// Whether an input stays empty until the reader accepts what completes it.
    #[must_use]
    pub fn is_withheld(self, id: &str) -> bool {
        self.term(id).is_some_and(|term| term.needs_acceptance)
    }

    /// What differs from the defaults.
    #[must_use]
    pub fn values(self) -> Differences {
        match self {
            Self::Deal(deal) => deal.preset().map_or(&[], |preset| preset.values),
            Self::Own(_) => EMPTY,
        }
    }

    /// The defaults with what differs; what needs to be accepted is zero until it is.
    #[must_use]
    pub fn inputs(self, accepted: bool) -> Inputs {
        let mut inputs = super::defaults();
        self.apply(self.values(), accepted, &mut inputs);
        inputs
    }

    /// Puts values of some version into `inputs`, but for what is not accepted.
    pub(super) fn apply(self, values: Differences, accepted: bool, inputs: &mut Inputs) {
        super::apply(values, inputs);
        if let Self::Deal(deal) = self
            && !accepted
        {
            deal.withhold(inputs);
        }
        if self != Self::default() {
            self.owe(inputs);
        }
    }

    /// What the lab owes and is given: the commitment and the money of the deal. Its other places stay free. Of the deal
    /// of the page the rows say the same.
    fn owe(self, inputs: &mut Inputs) {
        inputs.lab.funding_b = inputs.new_money_ceiling_b();
        inputs.lab.obligation_count = 1;
        let (total_b, years) = (inputs.commit_total_b, inputs.commit_years);
        if let Some(first) = inputs.lab.obligations.first_mut() {
            *first = Obligation { name: Name::new(self.cloud()).unwrap_or_default(), total_b, start_year: 1, years };
        }
    }

    /// The investor's cloud, as an obligation to it is called.
    #[must_use]
    pub const fn cloud(self) -> &'static str {
        match self {
            Self::Deal(deal) => deal.cloud,
            Self::Own(_) => "Cloud",
        }
    }
}
