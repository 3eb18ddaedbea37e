//! What holds for every deal: no broken number, no signed zero, no promise, and room enough for the sentences.

use offtake::catalog::{Group, INPUTS, Input, Kind, Limits, defaults};
use offtake::model::{Inputs, Outcome, Stake, evaluate};
use offtake::wording::key_figures::key_figures;
use offtake::wording::tables::{cash_table, share_table};
use offtake::wording::verdict::{kicker, notes, plain, second, verdict};
use offtake::wording::{findings, groups};
use proptest::prelude::*;

/// Everything that the page would say about a deal.
fn all_words(inputs: &Inputs, outcome: &Outcome) -> Vec<String> {
    let mut words: Vec<String> = Group::ALL.into_iter().map(|group| groups::summary(group, inputs)).collect();
    words.extend([kicker(inputs), findings::cash_title(inputs, outcome), findings::share_title(inputs, outcome)]);
    words.extend([findings::cash_note(inputs), findings::share_note(inputs)]);
    words.extend([findings::cash_label(inputs, outcome), findings::share_label(inputs, outcome)]);
    for stake in Stake::ALL {
        words.extend([plain(&verdict(inputs, outcome, stake)), plain(&second(inputs, outcome, stake))]);
        words.extend(notes(inputs, outcome, stake));
        for figure in key_figures(inputs, outcome, stake) {
            words.extend([figure.value, figure.spoken]);
            words.extend(figure.context);
        }
    }
    for table in [cash_table(outcome), share_table(outcome)] {
        words.push(table.caption);
        words.extend(table.rows.into_iter().flatten().flat_map(|cell| std::iter::once(cell.text).chain(cell.spoken)));
    }
    words
}

/// What must never be read on the page: broken numbers, signed zeros, promises and hype.
fn fault(text: &str) -> Option<String> {
    const BROKEN: [&str; 9] = ["NaN", "(0.0", "($0.0B", "(0.00x", "−0.0", "−$0.0", "minus 0.0 ", "minus $0.0B", "  "];
    const PROMISES: [&str; 6] = ["guarantee", "roi", "will", "winner", "massive", "inf"];
    let words = text.to_lowercase();
    let mut words = words.split(|c: char| !c.is_alphabetic());
    let hyphen_for_minus =
        text.split('-').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '$'));
    let signed_zero = BROKEN.iter().find(|broken| text.contains(*broken) && !more_digits(text, broken));
    let hype = words.find(|word| PROMISES.iter().any(|promise| word == promise));
    match (text.trim().is_empty(), signed_zero, hype, hyphen_for_minus) {
        (true, ..) => Some("empty".to_owned()),
        (_, Some(broken), ..) => Some((*broken).to_owned()),
        (_, _, Some(promise), _) => Some(promise.to_owned()),
        (.., true) => Some("hyphen for minus".to_owned()),
        _ => None,
    }
}

/// Whether what looks like a signed zero goes on: "(0.06x)" is a number.
fn more_digits(text: &str, broken: &str) -> bool {
    text.split(broken).skip(1).all(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn faults_are_found() {
    for bad in
        ["", " ", "NaN", "(0.0)", "−0.0%", "minus 0.0 percent", "it will pay", "-5", "-$5B", "a  gap", "inf years"]
    {
        assert!(fault(bad).is_some(), "{bad:?}");
    }
    for good in ["(0.06x)", "a $10B-a-year deal", "year-end", "Williams", "(0.7)"] {
        assert_eq!(fault(good), None, "{good:?}");
    }
}

/// The limits of an input from which a deal is drawn.
type Range = fn(&Input) -> Limits;

/// A deal anywhere inside the limits, its ends included, with every value on a step of a thousandth.
fn any_deal(range: Range) -> impl Strategy<Value = Inputs> {
    let place = prop_oneof![1 => Just(0_u32), 1 => Just(1000), 4 => 0..=1000_u32, 6 => Just(2000)];
    proptest::collection::vec(place, INPUTS.len()).prop_map(move |places| {
        let mut inputs = defaults();
        for (input, place) in INPUTS.iter().zip(places).filter(|(_, place)| *place <= 1000) {
            let Limits { min, max } = range(input);
            let value = min + (max - min) * f64::from(place) / 1000.0;
            let value = if input.kind == Kind::Number { value } else { value.round() };
            input.set(&mut inputs, value.clamp(min, max)).unwrap();
        }
        inputs
    })
}

/// Three lines of the heading, and the room under it.
const VERDICT_LENGTH: usize = 190;
const SECOND_LENGTH: usize = 320;

/// Corners of the sliders reach sums that no deal has; their digits may take more room.
fn is_thinkable(outcome: &Outcome) -> bool {
    Stake::ALL.iter().all(|stake| outcome.npv_for(*stake).abs() < 1000.0) && outcome.commit_share.headline < 10.0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_hold_for_every_deal_on_the_sliders(inputs in any_deal(|input| input.slider)) {
        let outcome = evaluate(&inputs);
        for text in all_words(&inputs, &outcome) {
            prop_assert_eq!(fault(&text), None, "{}", text);
        }
        let room = if is_thinkable(&outcome) { 0 } else { 25 };
        for stake in Stake::ALL {
            let text = plain(&verdict(&inputs, &outcome, stake));
            prop_assert!(text.chars().count() <= room + VERDICT_LENGTH, "{}", text);
            let text = plain(&second(&inputs, &outcome, stake));
            prop_assert!(text.chars().count() <= room + SECOND_LENGTH, "{}", text);
        }
    }

    #[test]
    fn words_hold_for_every_deal_that_the_model_takes(inputs in any_deal(|input| input.model)) {
        for text in all_words(&inputs, &evaluate(&inputs)) {
            prop_assert_eq!(fault(&text), None, "{}", text);
        }
    }
}
