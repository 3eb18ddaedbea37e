//! The card in another page: fewer words than the page has, and what must stand under them.

use super::findings::lens;
use super::numbers::{PERCENT, capitalised, in_words, list, percent, years_in_words};
use super::second::payback;
use super::verdict::balance;
pub use super::verdict::brief as verdict;
use super::{PARTIES, Sentence, Span, is_even};
use crate::catalog::{PUBLIC, SOURCES, assumption_count};
use crate::model::{Inputs, MODEL_VERSION, Outcome, Stake};

/// What every card says about itself.
pub const ADVICE: &str = "Not investment advice. Deal terms are partly undisclosed.";

/// What leads from a card to the whole page.
pub const OPEN: &str = "Open the full model";

/// Which deal.
#[must_use]
pub fn deal() -> String {
    let closing = PARTIES.closing.split_once(' ').map_or(PARTIES.closing, |(_, month)| month);
    format!("{} × {}, {closing}", PARTIES.investor, PARTIES.lab)
}

/// Whose side, over which time.
#[must_use]
pub fn side(inputs: &Inputs) -> String {
    format!("{}’s side, {}", PARTIES.investor, years_in_words(inputs.horizon_years))
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
        return Sentence::default().plain("No commitment is made.");
    }
    let share = &outcome.commit_share;
    let today = Sentence::default().plain("Commitment: ").strong(percent(share.headline)).plain(" of run-rate today, ");
    today.strong(percent(share.last_year)).plain(&format!(" of revenue in year {}.", inputs.commit_years))
}

/// On what the card rests.
#[must_use]
pub fn basis(inputs: &Inputs) -> String {
    let articles = u32::try_from(SOURCES.len()).map_or_else(|_| String::new(), in_words);
    format!(
        "{} articles and releases, {} public reports, {} assumptions. {}, {}.",
        capitalised(&articles),
        PUBLIC.len(),
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

/// What of the address was left out, if anything.
#[must_use]
pub fn ignored(keys: &[String]) -> Option<String> {
    let which = match keys {
        [] => return None,
        [one] => format!("one setting that was not understood: {one}"),
        many => format!("{} settings that were not understood: {}", many.len(), list(many)),
    };
    Some(format!("Shown without {which}."))
}
