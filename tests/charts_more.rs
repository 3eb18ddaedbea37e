//! The charts of the analyses, drawn natively to SVG: what stands on them, and what must never happen.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use offtake::catalog;
use offtake::charts::bridge::Bridge;
use offtake::charts::style::{DARK, LIGHT};
use offtake::charts::{Palette, Style, svg};
use offtake::model::{self, AdoptionModel, Inputs, Lens};
use proptest::prelude::*;

mod picture;

use picture::Picture;

const WIDTHS: [f64; 6] = [280.0, 358.0, 432.0, 648.0, 984.0, 1600.0];
/// What pictures are looked at for.
const LOOKS: [(&str, Palette, f64); 4] =
    [("light", LIGHT, 1.0), ("dark", DARK, 1.0), ("phone", LIGHT, 0.0), ("phone-dark", DARK, 0.0)];

fn style(width: f64, height: f64) -> Style {
    Style { palette: LIGHT, width, height, ratio: 1.0 }
}

fn bridge(inputs: &Inputs, style: &Style) -> Picture {
    Picture::new(svg::bridge(&Bridge::new(&model::evaluate(inputs)), style).unwrap())
}

/// Deals at the edges of what can be asked.
fn odd_deals() -> Vec<(&'static str, Inputs)> {
    let base = catalog::defaults();
    let no_adoption = Inputs { adoption_model: AdoptionModel::None, ..base };
    let nothing = Inputs { immediate_b: 0.0, contingent_b: 0.0, commit_total_b: 0.0, ..no_adoption };
    vec![
        ("nothing at all", nothing),
        ("no new money", Inputs { immediate_b: 0.0, contingent_b: 0.0, ..base }),
        ("one year", Inputs { horizon_years: 1, commit_years: 1, exit_year: 1, ..base }),
        ("all negative", Inputs { commit_margin: -0.5, ent_margin: -0.5, equity_haircut: 1.0, ..base }),
        ("huge", Inputs { immediate_b: 1e5, contingent_b: 1e5, commit_total_b: 1e5, ..base }),
        ("tiny", Inputs { immediate_b: 1e-9, contingent_b: 1e-9, commit_total_b: 1e-9, ..no_adoption }),
        ("every part", every_part()),
    ]
}

fn every_part() -> Inputs {
    let base = catalog::defaults();
    Inputs { lens: Lens::Capex, fulfilment: 0.7, residual_pct: 0.3, commit_incremental: 0.9, ..base }
}

#[test]
fn the_default_bridge_leads_from_the_investment_to_the_npv() {
    let picture = bridge(&catalog::defaults(), &style(472.0, 292.0));
    for words in [
        "Investment",
        "Commit",
        "Enterprise",
        "NPV",
        "NPV with",
        "\u{2212}21.0",
        "+14.9",
        "+5.5",
        "\u{2212}0.7",
        "+7.0",
        "+6.4",
    ] {
        assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
    }
    // Parts that are zero are left out; parts in mid tones, sums in full ones.
    let colours: Vec<String> = picture.bars().into_iter().map(|bar| bar.4).collect();
    assert_eq!(colours, ["#CE792D", "#5D95CB", "#5D95CB", "#AE4A06", "#5D95CB", "#155A9C"]);
    // A value stands above a part that adds, below one that takes away.
    let bars = picture.bars();
    assert!(picture.text("+14.9").y < bars[1].1 && picture.text("\u{2212}21.0").y > bars[0].1 + bars[0].3);
    picture.is_sound(1.0);
}

#[test]
fn a_bridge_whose_names_find_no_room_below_lies_down() {
    let wide = bridge(&every_part(), &style(984.0, 292.0));
    assert!(wide.says("Shortfall") && wide.says("paid") && !wide.says("Shortfall paid"));
    let narrow = bridge(&every_part(), &style(280.0, 292.0));
    for words in ["Commit cash", "Shortfall paid", "Capex", "Residual value", "NPV with equity"] {
        assert!(narrow.says(words), "{words} is missing in {:?}", narrow.all_words());
    }
    // Lying bars stand one below the other.
    assert!(narrow.bars().windows(2).all(|pair| pair[0].1 < pair[1].1));
}

#[test]
fn odd_deals_are_drawn_too() {
    for (name, inputs) in odd_deals() {
        for width in WIDTHS {
            println!("{name}, {width} px");
            bridge(&inputs, &style(width, 292.0)).is_sound(1.0);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_deal_has_sound_pictures(
        immediate in 0.0..50.0, commit in 0.0..300.0, margin in -0.2..0.8, fulfilment in 0.0..1.5, capex in any::<bool>(),
        rate in 0.0..0.25, width in 280.0..1600.0, dark in any::<bool>(),
    ) {
        let inputs = Inputs {
            immediate_b: immediate,
            commit_total_b: commit,
            commit_margin: margin,
            fulfilment,
            lens: if capex { Lens::Capex } else { Lens::Margin },
            discount_rate: rate,
            ..catalog::defaults()
        };
        let style = Style { palette: if dark { DARK } else { LIGHT }, ..style(width, 300.0) };
        bridge(&inputs, &style).is_sound(1.0);
    }
}

/// Pictures for the eye, in the folder that `OFFTAKE_PICTURES` names.
#[test]
fn pictures_are_written_when_asked_for() {
    let Ok(folder) = std::env::var("OFFTAKE_PICTURES") else { return };
    let deal = catalog::defaults();
    for (look, palette, wide) in LOOKS {
        let style =
            |width: f64, height: f64| Style { palette, ..style(if wide > 0.0 { width } else { 358.0 }, height) };
        let write = |chart: &str, picture: Picture| {
            std::fs::write(format!("{folder}/{chart}-{look}.svg"), picture.svg).unwrap();
        };
        write("bridge", bridge(&deal, &style(472.0, 292.0)));
        write("bridge-every", bridge(&every_part(), &style(472.0, 292.0)));
    }
}
