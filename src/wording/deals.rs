//! Deals in words: what each is called, where its numbers come from, what the reader may accept.

use super::numbers::{MONEY, with_unit};
use crate::analysis::deals::{DealLine, Figures};
use crate::catalog::{Deal, DealKind, Input, Kind, Origin, Start, find};
use crate::model::{LONGEST_NAME, Name};

/// One number of a deal in words.
#[derive(Clone, Debug, PartialEq)]
pub struct TermWords {
    /// The id of its input.
    pub key: &'static str,
    /// What it is.
    pub label: &'static str,
    /// Its value with its unit; "not stated" where nothing stands until it is accepted, or for a capacity of none.
    pub value: String,
    /// What must be known about it.
    pub words: &'static str,
    /// Ids of facts, public points and contradictions.
    pub sources: &'static [&'static str],
}

/// The numbers of a deal that come from the same place.
#[derive(Clone, Debug, PartialEq)]
pub struct TermGroup {
    /// Where they come from.
    pub origin: Origin,
    /// The same in words.
    pub heading: &'static str,
    /// The numbers.
    pub terms: Vec<TermWords>,
}

/// What the reader is asked before something of a deal counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// What is missing and what would take its place.
    pub words: String,
    /// On the button that accepts it.
    pub accept: &'static str,
    /// On the button that takes it back.
    pub withdraw: &'static str,
    /// Ids of public points.
    pub sources: &'static [&'static str],
}

/// What a case starts from: "Amazon × Anthropic", the name of an own deal, or "Your own deal".
#[must_use]
pub fn name(start: Start) -> String {
    match start {
        Start::Deal(deal) => deal.name.to_owned(),
        Start::Own(Name::NONE) => "Your own deal".to_owned(),
        Start::Own(name) => name.to_string(),
    }
}

/// Which deal a case starts from, where it is not that of the page.
#[must_use]
pub fn start_words(start: Start) -> Option<String> {
    match start {
        Start::Deal(deal) if deal.is_this() => None,
        Start::Deal(deal) => Some(format!("Starts from {}: {}. {}", deal.name, parties(deal), deal.note)),
        Start::Own(own) => {
            let called = if own == Name::NONE { String::new() } else { format!(", {own}") };
            Some(format!(
                "Starts from a deal of your own{called}: changes are counted from no money, no commitment, no capacity \
                 and no shares. All other assumptions are those of Amazon × Anthropic."
            ))
        }
    }
}

/// Where the reader was before a guided path, which is about another deal.
#[must_use]
pub fn left(before: Start, here: Start) -> String {
    format!("This question is about {}. Undo leads back to {}.", name(here), name(before))
}

/// Why a name is refused.
#[must_use]
pub fn name_fault() -> String {
    format!(
        "A name has 1 to {LONGEST_NAME} characters, none of them an asterisk, invisible, or turning the direction of text."
    )
}

/// Where the browser refuses to remember.
pub const NOTHING_KEPT: &str = "This browser keeps nothing for this page, because its storage is blocked or full. A link or a file keeps your deal: see Share.";

/// A line of the comparison: the deal, or the reader's case with what it starts from.
#[must_use]
pub fn line_name(line: &DealLine) -> String {
    match (line.is_case, line.start) {
        (true, Start::Deal(_)) => format!("Your case of {}", name(line.start)),
        (_, start) => name(start),
    }
}

/// Who makes a deal, and when: "Amazon and Anthropic, 20 April 2026".
#[must_use]
pub fn parties(deal: &Deal) -> String {
    let Deal { investor, lab, date, kind, .. } = deal;
    let who = if matches!(kind, DealKind::Text(..)) { (*investor).to_owned() } else { format!("{investor} and {lab}") };
    if date.is_empty() { who } else { format!("{who}, {date}") }
}

/// Where numbers come from.
#[must_use]
pub const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Stated => "Stated in the articles",
        Origin::Completed => "Completed from public reports",
        Origin::Assumed => "Assumed",
    }
}

/// The numbers of a deal, what is stated, completed and assumed apart; none for a deal of words.
#[must_use]
pub fn terms(deal: &'static Deal, accepted: bool) -> Vec<TermGroup> {
    let inputs = deal.inputs(accepted);
    let is_open = |key: &str| !accepted && deal.terms.iter().any(|term| term.key == key && term.needs_acceptance);
    let value = |input: &'static Input| match input.choice(&inputs) {
        _ if is_open(input.id) => NOT_STATED.to_owned(),
        None if input.id == "gw_headline" && inputs.gw_headline <= 0.0 => NOT_STATED.to_owned(),
        Some(choice) => choice.label.to_owned(),
        None => counted(input, input.get(&inputs)),
    };
    let group = |origin_of| {
        let of_origin = deal.all_terms().filter(|term| term.origin == origin_of);
        let words = of_origin.filter_map(|term| {
            let input = find(term.key)?;
            let (words, sources) = (term.words, term.sources);
            Some(TermWords { key: term.key, label: input.label, value: value(input), words, sources })
        });
        TermGroup { origin: origin_of, heading: origin(origin_of), terms: words.collect() }
    };
    Origin::ALL.into_iter().map(group).filter(|group| !group.terms.is_empty()).collect()
}

const NOT_STATED: &str = "not stated";

/// With the word for what is counted, where the unit has none.
fn counted(input: &Input, value: f64) -> String {
    let text = with_unit(input.unit, value);
    if input.kind == Kind::Whole && input.unit == crate::catalog::Unit::Years && !text.contains("year") {
        return format!("{text} years");
    }
    text
}

/// The words of a deal without numbers, and the ids behind them.
#[must_use]
pub fn card(deal: &Deal) -> Option<(&'static str, &'static [&'static str])> {
    match deal.kind {
        DealKind::Text(words, sources) => Some((words, sources)),
        DealKind::Terms => None,
    }
}

/// What the reader may accept about a deal.
#[must_use]
pub fn acceptance(deal: &'static Deal) -> Option<Acceptance> {
    let term = deal.terms.iter().find(|term| term.needs_acceptance)?;
    let (label, value) = (find(term.key)?.label, find(term.key)?.get(&deal.inputs(true)));
    let words = format!(
        "{label}: not stated in the articles. Public reports name {}. Until you accept that, the field stays empty and \
         no ratio is shown.",
        MONEY.trimmed(value)
    );
    let (accept, withdraw) = ("Accept the public figure", "Leave it empty again");
    Some(Acceptance { words, accept, withdraw, sources: term.sources })
}

/// Why a deal has no figures.
#[must_use]
pub fn no_figures(line: &DealLine) -> Option<String> {
    match line.figures {
        Figures::Known(_) => None,
        Figures::NotStated { new_money_b, offered_b } => {
            let [money, offered] = [new_money_b, offered_b].map(|value| MONEY.trimmed(value));
            Some(format!("{money} of new money; commitment not stated ({offered} in public reports)"))
        }
        Figures::Internal => Some("internal: no counterparty, nothing to compute".to_owned()),
    }
}
