//! Where a value comes from in a case that starts from a deal: other deals state other things.

use super::{AMAZON_ANTHROPIC, EMPTY, Origin, Start, Term};
use crate::catalog::{Control, INPUTS, Input, Side, Status};

/// The value that a control starts from, and where it is from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Basis {
    /// The value; where it is open, what the reader may accept.
    pub value: f64,
    /// Stated, from public reports, or assumed.
    pub status: Status,
    /// Ids of facts, public points and contradictions.
    pub sources: &'static [&'static str],
    /// Why this value.
    pub note: &'static str,
    /// Its date; empty where none is known.
    pub as_of: &'static str,
    /// Whether nothing stands there until the reader accepts the value.
    pub is_open: bool,
}

/// Inputs that describe the world or how one counts, and no deal: what is known of them holds for every deal.
const OF_THE_WORLD: [&str; 16] = [
    "lens",
    "price_b_per_gw_yr",
    "capex_b_per_gw",
    "it_share",
    "fac_life",
    "opex_b_per_gw_yr",
    "residual_pct",
    "adoption_speed",
    "bass_p",
    "bass_q",
    "rpa_growth",
    "arr_g_lt",
    "arr_g_decay",
    "tax_rate",
    "timing",
    "financing_rate",
];

/// Inputs that describe the investor of the page's deal and its cloud: what is known of them holds where it invests.
const OF_THE_INVESTOR: [&str; 7] =
    ["discount_rate", "silicon_saving", "it_life", "aws_customers", "ent_margin", "aws_rev0_b", "aws_growth"];

/// Inputs that describe the lab of the page's deal: what is known of them holds where it is the lab.
const OF_THE_LAB: [&str; 1] = ["lab_gross_margin"];

/// Inputs of the lab's side that follow from a term of the deal.
const FOLLOWING: [(&str, &str); 3] =
    [("funding_b", "immediate_b"), ("obligation_1_total_b", "commit_total_b"), ("obligation_1_years", "commit_years")];

const OWN: &str = "A deal of your own: nothing is stated of it.";
const OWN_AS_HERE: &str = "Nothing is stated of a deal of your own: as in Amazon × Anthropic.";
const AS_HERE: &str = "Not stated for this deal: as in Amazon × Anthropic.";

impl Start {
    /// Of a control. What is not stated of another deal is as in the one of the page, and an assumption there, unless it
    /// is of the world, or of a party that makes both.
    #[must_use]
    pub fn basis(self, control: &Control) -> Basis {
        let Control { default, status, sources, note, as_of, .. } = *control;
        let usual = Basis { value: default, status, sources, note, as_of, is_open: false };
        if self == Self::default() || control.inputs().all(|input| self.keeps(input)) {
            return usual;
        }
        let told = control.inputs().find_map(|input| self.term(input.id));
        let (status, sources, note) = match (self, told) {
            (Self::Own(_), _) => (Status::Assumption, &[][..], own_note(control)),
            (Self::Deal(_), Some(term)) => (term.status(), term.sources, term.words),
            (Self::Deal(_), None) => (Status::Assumption, &[][..], not_told(control.id)),
        };
        Basis { value: control.get(&self.inputs(true)), status, sources, note, as_of: "", is_open: false }
    }

    /// The status of an input: that of its basis, without the value.
    #[must_use]
    pub fn status(self, input: &Input) -> Status {
        if self == Self::default() || self.keeps(input) {
            return input.status;
        }
        self.term(input.id).map_or(Status::Assumption, Term::status)
    }

    /// How many numbers of the investor's case are assumptions here rather than stated or public figures.
    #[must_use]
    pub fn assumptions(self) -> usize {
        INPUTS.iter().filter(|input| self.status(input) == Status::Assumption).count()
    }

    /// What is known of an input's value in the deal.
    pub(super) fn term(self, id: &str) -> Option<&'static Term> {
        let key = FOLLOWING.into_iter().find(|(of_lab, _)| *of_lab == id).map_or(id, |(_, key)| key);
        self.deal()?.all_terms().find(|term| term.key == key)
    }

    /// Whether what is known of an input holds here as well, though another deal starts the case.
    fn keeps(self, input: &Input) -> bool {
        let is_among = |ids: &[&str]| ids.contains(&input.id);
        let makes_both = |party: fn(&super::Deal) -> &'static str| {
            self.deal().is_some_and(|deal| party(deal) == party(&AMAZON_ANTHROPIC))
        };
        if self.term(input.id).is_some() {
            return false;
        }
        is_among(&OF_THE_WORLD)
            || (is_among(&OF_THE_INVESTOR) && makes_both(|deal| deal.investor))
            || (is_among(&OF_THE_LAB) && makes_both(|deal| deal.lab))
            || is_free_place(input)
            || Side::Buyer.input(input.id).is_some()
    }
}

impl Term {
    /// Its origin as the status of an input.
    #[must_use]
    pub const fn status(&self) -> Status {
        match self.origin {
            Origin::Stated => Status::Stated,
            Origin::Completed => Status::Public,
            Origin::Assumed => Status::Assumption,
        }
    }
}

/// Why a value of the reader's own deal: it starts with nothing, or from what the deal of the page has.
fn own_note(control: &Control) -> &'static str {
    let is_empty = |input: &Input| {
        EMPTY.iter().any(|(key, _)| *key == input.id) || FOLLOWING.iter().any(|(of_lab, _)| *of_lab == input.id)
    };
    if control.inputs().any(is_empty) { OWN } else { OWN_AS_HERE }
}

/// Why a value of another deal that no term tells.
fn not_told(id: &str) -> &'static str {
    match id {
        "obligation_count" => "This deal’s alone.",
        "obligation_1_start_year" => "From closing on, as everywhere here.",
        _ => AS_HERE,
    }
}

/// The lab's places behind the first are nobody's.
fn is_free_place(input: &Input) -> bool {
    (1..).map_while(crate::catalog::place).flatten().any(|place| place.id == input.id)
}
