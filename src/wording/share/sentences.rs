//! The words of a case away from the page.

use super::super::embed::{self, second, verdict};
use super::super::findings::cash_label;
use super::super::verdict::plain;
use super::super::{Span, Tone, sources};
use super::deal;
use crate::catalog::deals::Start;
use crate::catalog::{Case, DataVersion, Side};
use crate::model::{Inputs, MODEL_VERSION, Outcome, Stake};

/// What the usual services take in one post.
pub const LONGEST_POST: usize = 280;
/// What they count for a link, however long it is, and the line before it.
const LINK_IN_POST: usize = 24;

/// The sentences that support the verdict, one by one: as many are shown as there is room for.
#[must_use]
pub fn supporting(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Vec<Vec<Span>> {
    apart(second(inputs, outcome, stake))
}

/// Sentences one by one, without the spaces between.
pub(super) fn apart(spans: Vec<Span>) -> Vec<Vec<Span>> {
    let mut sentences = vec![Vec::new()];
    for Span { text, tone } in spans {
        let is_words = tone == Tone::Plain;
        // A new sentence begins after a full stop; the stops inside numbers have no space behind them.
        for (at, part) in text.split_inclusive(". ").enumerate() {
            if at > 0 && is_words {
                sentences.push(Vec::new());
            }
            let text = part.to_owned();
            sentences.last_mut().into_iter().for_each(|sentence| sentence.push(Span { text: text.clone(), tone }));
        }
    }
    for sentence in &mut sentences {
        if let Some(last) = sentence.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
    }
    sentences
}

/// The card in words, for those who do not see the picture.
#[must_use]
pub fn alternative(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> String {
    let answer = plain(&verdict(inputs, outcome, stake));
    let words = format!("{}. {answer} {}", embed::deal(), cash_label(inputs, outcome));
    words.replace('\u{2060}', "").replace('\u{2212}', "minus ")
}

/// A post: the answer, and what supports it as far as it fits beside a link.
#[must_use]
pub fn post(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> String {
    let start = format!("{}. {}", deal(), plain(&verdict(inputs, outcome, stake)));
    fitted(&start, supporting(inputs, outcome, stake))
}

/// The start of a post, and as many sentences as fit beside a link.
pub(super) fn fitted(start: &str, sentences: Vec<Vec<Span>>) -> String {
    const ROOM: usize = LONGEST_POST - LINK_IN_POST;
    let length = |text: &str| text.chars().count();
    let mut text = start.replace('\u{2060}', "");
    for sentence in sentences {
        let sentence = plain(&sentence).replace('\u{2060}', "");
        if length(&text) + 1 + length(&sentence) > ROOM {
            break;
        }
        text = format!("{text} {sentence}");
    }
    if length(&text) > ROOM { cut(&text, ROOM) } else { text }
}

/// As many whole words as fit.
fn cut(text: &str, room: usize) -> String {
    let start: String = text.chars().take(room.saturating_sub(1)).collect();
    let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ':', ' ']))
}

/// How a case is cited: "Offtake, Amazon × Anthropic, model 1.0, data 2026-05, base case, 21 November 2026". `day` is
/// the day on which it is cited, as 2026-11-21.
#[must_use]
pub fn citation(case: &Case, day: &str) -> String {
    let data = case.version().id;
    let name = case_name(scenario_name(case), case.changes());
    format!("Offtake, {}, model {MODEL_VERSION}, data {data}, {name}, {}", deal(), sources::date(day))
}

/// "base case", "scenario A (margins hold)".
fn scenario_name(case: &Case) -> String {
    match case.scenario() {
        None => "base case".to_owned(),
        Some(scenario) if Some(scenario.id) == DataVersion::base().map(|base| base.id) => "base case".to_owned(),
        Some(scenario) => {
            let words = scenario.chip.strip_prefix(scenario.id).unwrap_or(scenario.chip).trim();
            format!("scenario {} ({words})", scenario.id)
        }
    }
}

/// "base case", "base case with 2 inputs changed".
pub(super) fn case_name(name: String, changes: usize) -> String {
    if changes == 0 { name } else { format!("{name} with {}", changed(changes)) }
}

/// "1 input changed".
fn changed(changes: usize) -> String {
    let inputs = if changes == 1 { "input" } else { "inputs" };
    format!("{changes} {inputs} changed")
}

/// What makes a case of a side another one than the usual: "scenario B, 1 input changed". Empty for the usual one. In a
/// deal of the reader's own all numbers are the reader's.
pub(super) fn departure(side: Side, case: &Case) -> String {
    let is_base = |id| Some(id) == DataVersion::base().map(|base| base.id);
    let scenario = case.scenario().filter(|scenario| side == Side::Investor && !is_base(scenario.id));
    let changes = match (side, case.start(), case.changes_of(side)) {
        (.., 0) => None,
        (Side::Investor, Start::Own(_), _) => Some("own numbers".to_owned()),
        (.., changes) => Some(changed(changes)),
    };
    let parts = scenario.map(|scenario| format!("scenario {}", scenario.id)).into_iter().chain(changes);
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Control, SCENARIOS};
    use crate::model::{Name, evaluate};

    #[test]
    fn the_default_case_in_other_places() {
        let case = Case::default();
        let (inputs, outcome) = (case.inputs(), evaluate(case.inputs()));
        assert_eq!(
            citation(&case, "2026-11-21"),
            "Offtake, Amazon × Anthropic, model 1.0, data 2026-05, base case, 21 November 2026"
        );
        let post = post(inputs, &outcome, Stake::LeftOut);
        assert_eq!(
            post,
            "Amazon × Anthropic. On these assumptions Amazon gets back 97 cents of present value for each dollar it \
             invests: $0.7B short. With its stake counted, $6.4B ahead. The cash is recovered in 7.9 years."
        );
        let words = alternative(inputs, &outcome, Stake::LeftOut);
        assert!(words.starts_with("Amazon × Anthropic, April 2026. On these assumptions Amazon gets back 97 cents"));
        assert!(words.contains("it falls to minus $14.1B in year 4, is recovered after 7.9 years"), "{words}");
    }

    #[test]
    fn a_changed_scenario_says_so() {
        let mut case = Case::default();
        case.select(&SCENARIOS[1]);
        assert!(citation(&case, "2026-11-21").contains("scenario A (margins hold), 21"));
        case.set(Control::find("commit_margin").unwrap(), 0.4).unwrap();
        assert!(citation(&case, "2026-11-21").contains("scenario A (margins hold) with 1 input changed"));
    }

    #[test]
    fn what_departs_from_the_usual_case_is_said_in_short() {
        let mut case = Case::default();
        let all = |case: &Case| Side::ALL.map(|side| departure(side, case));
        assert_eq!(all(&case), ["", "", ""]);
        case.set(Control::find("commit_margin").unwrap(), 0.4).unwrap();
        assert_eq!(all(&case), ["1 input changed", "", ""]);
        case.select(&SCENARIOS[2]);
        assert_eq!(all(&case), ["scenario B", "", ""]);
        case.set(Control::find("commit_margin").unwrap(), 0.4).unwrap();
        case.set(Control::find("discount_rate").unwrap(), 0.1).unwrap();
        case.set(Side::Buyer.control("discount").unwrap(), 0.2).unwrap();
        assert_eq!(all(&case), ["scenario B, 2 inputs changed", "", "1 input changed"]);
        case.make_own(Name::default());
        assert_eq!(departure(Side::Investor, &case), "scenario B, own numbers");
    }

    #[test]
    fn sentences_are_taken_apart_without_loss() {
        for scenario in SCENARIOS {
            let inputs = scenario.inputs();
            let outcome = evaluate(&inputs);
            let whole = plain(&second(&inputs, &outcome, Stake::LeftOut));
            let parts: Vec<String> =
                supporting(&inputs, &outcome, Stake::LeftOut).iter().map(|part| plain(part)).collect();
            assert_eq!(parts.join(" "), whole);
            assert!(parts.len() >= 3 && parts.iter().all(|part| part.ends_with('.')), "{parts:?}");
        }
    }
}
