//! The card, drawn natively to SVG: what is on it, and what must never happen.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use offtake::catalog::{Case, INPUTS, LAB_PRESETS, Proportion, SCENARIOS, Side};
use offtake::charts::card::{self, Card};
use offtake::charts::style::{DARK, LIGHT};
use offtake::charts::{Style, svg};
use offtake::model::{Inputs, Stake, evaluate};
use proptest::prelude::*;

mod picture;

use picture::Picture;

const ADDRESS: &str = "https://offtake.example/";

/// In CSS pixels, as they are laid out.
fn flat(style: Style) -> Style {
    Style { ratio: 1.0, ..style }
}

fn of(inputs: &Inputs, stake: Stake, style: &Style) -> Picture {
    let case = Case::restored(Case::default().version(), SCENARIOS.first().unwrap(), *inputs, Proportion::default());
    let card = Card::new(&case, &evaluate(inputs), stake, Some(ADDRESS));
    Picture::new(svg::card(&card, style).unwrap())
}

fn usual(inputs: &Inputs) -> Picture {
    of(inputs, Stake::LeftOut, &flat(card::style(LIGHT, card::PIXELS)))
}

/// All words in the order in which they were written.
fn text(picture: &Picture) -> String {
    picture.all_words().join(" ")
}

#[test]
fn the_default_card_says_what_the_page_says() {
    let picture = usual(Case::default().inputs());
    let words = text(&picture);
    for part in [
        "Amazon × Anthropic, April 2026",
        "On these assumptions Amazon gets back 97 cents of present value for each dollar it invests: $0.7B short .",
        "With its stake counted, $6.4B ahead . The cash is recovered in 7.9 years . Commitment: 33.3% of run-rate today, 6.8%",
        "The cash is back in year 8; discounted at 9.5%, it is not back by year 10",
        "Cash flow, $B: bars by year, lines cumulative",
        "Recovered after",
        "Not investment advice. Deal terms are partly undisclosed.",
        "offtake.example",
        "Model 1.0, data 2026-05",
        "Offtake",
    ] {
        assert!(words.contains(part), "{part} is missing in {words}");
    }
    let colour = |words: &str| picture.text(words).colour.clone();
    assert_eq!(
        (colour("97"), colour("short"), colour("ahead")),
        ("#AE4A06".into(), "#AE4A06".into(), "#155A9C".into())
    );
    assert!(picture.text("97").bold && !picture.text("On these assumptions").bold);
    picture.is_sound(1.0);
}

#[test]
fn sizes_keep_their_proportions() {
    for (pixels, ratio) in [((1200.0, 630.0), 1200.0 / 720.0), ((2400.0, 1260.0), 2400.0 / 720.0)] {
        let style = card::style(LIGHT, pixels);
        assert!((style.ratio - ratio).abs() < 1e-12);
        assert!(
            (style.width * style.ratio - pixels.0).abs() < 1e-9 && (style.height * style.ratio - pixels.1).abs() < 1e-9
        );
    }
    let least = card::style(LIGHT, (1.0, 1.0));
    assert!((least.width * least.ratio - 600.0).abs() < 1e-9);
}

#[test]
fn dark_is_dark_and_the_rule_takes_an_accent() {
    let case = Case::default();
    let mut card = Card::new(&case, &evaluate(case.inputs()), Stake::LeftOut, None);
    card.accent = Some([0, 128, 0]);
    let picture = Picture::new(svg::card(&card, &flat(card::style(DARK, card::PIXELS))).unwrap());
    assert!(picture.bars().iter().any(|bar| bar.4 == "#008000"), "{:?}", picture.bars());
    assert!(!picture.says("offtake.example"));
    assert_eq!(picture.text("97").colour, "#F3A25B");
    picture.is_sound(1.0);
}

#[test]
fn every_scenario_stake_and_shape_is_sound() {
    for scenario in SCENARIOS {
        for stake in Stake::ALL {
            for pixels in [(600.0, 315.0), (1200.0, 630.0), (1600.0, 600.0), (1080.0, 1080.0), (1080.0, 1920.0)] {
                let picture = of(&scenario.inputs(), stake, &flat(card::style(LIGHT, pixels)));
                picture.is_sound(1.0);
                assert!(text(&picture).contains("cumulative"), "{pixels:?}: {}", text(&picture));
            }
        }
    }
}

#[test]
fn a_card_on_somebodys_word_says_so_in_every_shape() {
    let mut case = Case::default();
    let caveat = "Public reports: the Google figure is confirmed by neither side and the Azure term is assumed.";
    let drawn = |case: &Case, pixels| {
        let card = Card::of(Side::Lab, case, Stake::LeftOut, Some(ADDRESS));
        Picture::new(svg::card(&card, &flat(card::style(LIGHT, pixels))).unwrap())
    };
    assert!(!text(&drawn(&case, card::PIXELS)).contains("Public reports:"));
    case.owe(&LAB_PRESETS[1]);
    for pixels in [card::PIXELS, card::LEAST, (1600.0, 600.0), (1080.0, 1080.0), (1080.0, 1920.0)] {
        let picture = drawn(&case, pixels);
        picture.is_sound(1.0);
        let words = text(&picture);
        assert!(words.contains(caveat) && words.contains("Model 1.0, data 2026-05"), "{pixels:?}: {words}");
    }
}

/// Any inputs that the model takes, and any shape of picture.
fn any_inputs() -> impl Strategy<Value = Inputs> {
    proptest::collection::vec(0.0..=1.0_f64, INPUTS.len()).prop_map(|parts| {
        let mut inputs = offtake::catalog::defaults();
        for (input, part) in INPUTS.iter().zip(parts) {
            let value = input.model.min + part * (input.model.max - input.model.min);
            let whole = if matches!(input.kind, offtake::catalog::Kind::Number) { value } else { value.round() };
            let _ = input.set(&mut inputs, whole);
        }
        inputs
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_case_is_sound(inputs in any_inputs(), across in 600.0..2400.0_f64, down in 315.0..2400.0_f64) {
        let style = flat(card::style(LIGHT, (across, down)));
        for stake in Stake::ALL {
            of(&inputs, stake, &style).is_sound(1.0);
        }
    }
}

/// Writes pictures into the folder that `OFFTAKE_PICTURES` names, to look at them.
#[test]
fn pictures_to_look_at() {
    let Ok(folder) = std::env::var("OFFTAKE_PICTURES") else { return };
    for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
        for scenario in SCENARIOS {
            for (shape, pixels) in
                [("wide", (1200.0, 630.0)), ("square", (1080.0, 1080.0)), ("banner", (1600.0, 600.0))]
            {
                let mut case = Case::default();
                case.select(scenario);
                let card = Card::new(&case, &evaluate(case.inputs()), Stake::LeftOut, Some(ADDRESS));
                let picture = svg::picture(&card, palette, pixels);
                std::fs::write(format!("{folder}/card-{shape}-{}-{name}.svg", scenario.id), picture.unwrap()).unwrap();
            }
        }
    }
}
