//! The card in another page: fewer words than the page has, and what must stand under them.

use super::numbers::{PERCENT, capitalised, in_words, list, percent, years_in_words};
use super::second::payback;
use super::verdict::balance;
pub use super::verdict::brief as verdict;
use super::{Sentence, Span, idle, is_even, parties};
use crate::catalog::{SOURCES, Side, assumption_count};
use crate::model::{Inputs, Lens, MODEL_VERSION, Outcome, Stake};
use crate::protocol::Fault;
use crate::protocol::link::Card;

/// What every card says about itself.
pub const ADVICE: &str = "Not investment advice. Deal terms are partly undisclosed.";

/// What leads from a card to the whole page.
pub const OPEN: &str = "Open the full model";

/// So many settings that were left out are named,
const FEW: usize = 3;
/// and each by so many signs of its name: a line has to hold them.
const SHORT: usize = 16;

/// In this order: what moves the answer most and is known least.
const USUAL: [&str; 4] = ["commit_margin", "adoption_ceiling", "investment", "commit_total_b"];
/// How many of them a card usually has.
const USUALLY: usize = 2;

/// The same of the lab and of the buyer.
const USUAL_OF_LAB: [&str; 4] = ["lab_gross_margin", "arr0_b", "arr_g1", "obligation_1_total_b"];
const USUAL_OF_BUYER: [&str; 4] = ["usage_realised", "commit_m", "discount", "price_drift"];

/// The assumptions of a card of a side for which none were chosen: of the usual ones those that count at present, and
/// none on a card without the answer.
#[must_use]
pub fn usual_sliders(side: Side, inputs: &Inputs, card: Card) -> Vec<&'static str> {
    let usual = match side {
        Side::Investor => USUAL,
        Side::Lab => USUAL_OF_LAB,
        Side::Buyer => USUAL_OF_BUYER,
    };
    let counts = |id: &&str| idle::reason_on(side, id, inputs).is_none();
    usual.into_iter().filter(counts).take(if card.has_verdict() { USUALLY } else { 0 }).collect()
}

/// Which deal.
#[must_use]
pub fn deal() -> String {
    parties().dated()
}

/// Whose side, over which time.
#[must_use]
pub fn side(inputs: &Inputs) -> String {
    format!("{}’s side, {}", capitalised(parties().investor), years_in_words(inputs.horizon_years))
}

/// What supports the verdict: the result with the shares treated the other way, when the cash is back, and how heavy the
/// commitment is.
#[must_use]
pub fn second(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Vec<Span> {
    let before = if stake == Stake::LeftOut { "" } else { "before its stake " };
    other(outcome, stake).then(payback(inputs, outcome, before)).then(share(inputs, outcome)).spans()
}

fn other(outcome: &Outcome, stake: Stake) -> Sentence {
    let (words, value) = match stake {
        Stake::LeftOut => ("With its stake counted, ", outcome.npv_with_equity_b),
        Stake::AtCost => ("Without its shares, ", outcome.npv_b),
        Stake::ModelledExit => ("Without its stake, ", outcome.npv_b),
    };
    if is_even(value - outcome.npv_for(stake)) {
        return Sentence::default();
    }
    balance(Sentence::default().plain(words), value).plain(".")
}

fn share(inputs: &Inputs, outcome: &Outcome) -> Sentence {
    if inputs.commit_total_b <= 0.0 {
        return Sentence::default().plain(super::parties().no_commitment());
    }
    let share = &outcome.commit_share;
    let today = Sentence::default().plain("Commitment: ").strong(percent(share.headline)).plain(" of run-rate today, ");
    today.strong(percent(share.last_year)).plain(&format!(" of revenue in year {}.", inputs.commit_years))
}

/// The lens, in a word.
const fn lens(inputs: &Inputs) -> &'static str {
    match inputs.lens {
        Lens::Margin => "Margin lens",
        Lens::Capex => "Capex lens",
    }
}

/// On what the card rests.
#[must_use]
pub fn basis(inputs: &Inputs) -> String {
    let articles = u32::try_from(SOURCES.len()).map_or_else(|_| String::new(), in_words);
    format!(
        "{} articles, public reports, {} assumptions. {}, {}.",
        capitalised(&articles),
        assumption_count(),
        lens(inputs),
        PERCENT.trimmed(inputs.discount_rate)
    )
}

/// Whether the figures stay, and those of which version they are.
#[must_use]
pub fn version(follows: bool, data: &str) -> String {
    if follows {
        format!("Offtake, newest version: model {MODEL_VERSION}, data {data}.")
    } else {
        format!("Offtake, frozen at model {MODEL_VERSION}, data {data}.")
    }
}

/// What of the address or of a message was left out, if anything.
#[must_use]
pub fn ignored(faults: &[Fault]) -> Option<String> {
    let named = faults.iter().take(FEW).map(|fault| fault.key.chars().take(SHORT).collect());
    let mut keys: Vec<String> = named.collect();
    match faults.len() {
        0 => return None,
        1 => return Some(format!("Shown without one setting that was not understood: {}.", list(&keys))),
        many if many > FEW => keys.push(format!("{} more", many - FEW)),
        _ => {}
    }
    Some(format!("Shown without {} settings that were not understood: {}.", faults.len(), list(&keys)))
}
