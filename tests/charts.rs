//! Both charts, drawn natively to SVG: what stands on them, and what must never happen.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use offtake::catalog;
use offtake::charts::cash_flow::CashFlow;
use offtake::charts::commit_share::CommitShare;
use offtake::charts::style::{DARK, LIGHT};
use offtake::charts::{Style, svg};
use offtake::model::{self, AdoptionModel, Inputs, Lens};
use proptest::prelude::*;

mod picture;

use picture::Picture;

fn style(width: f64, ratio: f64) -> Style {
    Style { palette: LIGHT, width, height: if width < 480.0 { 280.0 } else { 360.0 }, ratio }
}

fn cash(inputs: &Inputs, style: &Style) -> Picture {
    Picture::new(svg::cash_flow(&CashFlow::new(inputs, &model::evaluate(inputs)), style).unwrap())
}

fn share(inputs: &Inputs, style: &Style) -> Picture {
    Picture::new(svg::commit_share(&CommitShare::new(inputs, &model::evaluate(inputs)), style).unwrap())
}

const WIDTHS: [f64; 5] = [280.0, 358.0, 640.0, 984.0, 1600.0];

#[test]
fn the_default_cash_flow_says_what_the_deal_does() {
    let picture = cash(&catalog::defaults(), &style(984.0, 1.0));
    for words in [
        "+9.1",
        "cumulative",
        "\u{2212}0.7",
        "discounted",
        "Capital recovered after 7.9 years",
        "Discounted: not within ten years",
        "Deepest exposure",
        "\u{2212}14.1 in year 4",
        "= NPV",
        "\u{2212}5.0",
        "+4.4",
        "Bars: cash flow of the year",
        "Closing",
        "Apr 2026",
        "Year 10",
        "2036",
        "\u{2212}15",
        "10",
    ] {
        assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
    }
    // The ring of the payback is paper and ink; the deepest exposure is a point.
    assert_eq!(picture.circles(), 3);
    let loss = picture.texts.iter().find(|text| text.words == "\u{2212}0.7").unwrap();
    assert_eq!(loss.colour, "#AE4A06");
    assert!(loss.bold);
    picture.is_sound(1.0);
}

#[test]
fn the_ends_of_the_lines_are_named_beside_the_bars() {
    let base = catalog::defaults();
    let scenarios = catalog::SCENARIOS.iter().map(catalog::Scenario::inputs);
    let more = [
        Inputs { lens: Lens::Capex, ..base },
        Inputs { horizon_years: 1, ..base },
        Inputs { horizon_years: 2, ..base },
        Inputs { horizon_years: 50, ..base },
        Inputs { immediate_b: 1e5, contingent_b: 1e5, commit_total_b: 1e5, ..base },
    ];
    for inputs in scenarios.chain(more) {
        for width in WIDTHS {
            let picture = cash(&inputs, &style(width, 1.0));
            let last = picture.bars().into_iter().map(|(x, _, width, ..)| x + width).fold(0.0, f64::max);
            for words in ["cumulative", "discounted"] {
                let text = picture.text(words);
                assert!(text.left > last, "{text:?} begins left of {last}, {width} px");
            }
        }
    }
}

#[test]
fn a_leader_joins_the_payback_to_its_words() {
    for width in WIDTHS {
        let picture = cash(&catalog::defaults(), &style(width, 1.0));
        let hairlines = picture
            .svg
            .split("<polyline")
            .filter(|tag| tag.contains("stroke=\"#626C77\"") && tag.contains("stroke-width=\"1\""));
        let points = hairlines.map(|tag| tag.split(" points=\"").nth(1).unwrap());
        let leaders: Vec<f64> = points.map(|points| points.split(',').next().unwrap().parse().unwrap()).collect();
        assert_eq!(leaders.len(), 1, "{width} px: {leaders:?}");
        let words = picture.texts.iter().find(|text| text.words.contains("ecovered after")).unwrap();
        assert!(words.left <= leaders[0] && leaders[0] <= words.right, "{leaders:?} {words:?}");
    }
}

#[test]
fn the_default_share_keeps_the_run_rate_apart() {
    let picture = share(&catalog::defaults(), &style(472.0, 1.0));
    for words in ["33.3% of run-rate", "$10B / $30B, on one day", "25.6% of revenue, year 1", "6.8%", "40%", "0"] {
        assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
    }
    // Ten points and a ring of two circles.
    assert_eq!(picture.circles(), 12);
    picture.is_sound(1.0);
}

#[test]
fn the_dark_theme_is_another_set_of_colours() {
    let dark = Style { palette: DARK, ..style(640.0, 1.0) };
    let picture = cash(&catalog::defaults(), &dark);
    for colour in ["#11161C", "#EFECE5", "#376A9C", "#93591F", "#212A33"] {
        assert!(picture.svg.contains(colour), "{colour}");
    }
    assert!(!picture.svg.contains("#FBFAF6"));
}

#[test]
fn more_pixels_make_the_same_picture() {
    let (one, three) = (cash(&catalog::defaults(), &style(640.0, 1.0)), cash(&catalog::defaults(), &style(640.0, 3.0)));
    assert_eq!(one.all_words(), three.all_words());
    for (a, b) in one.texts.iter().zip(&three.texts) {
        assert!((a.left * 3.0 - b.left).abs() <= 3.0 && (a.y * 3.0 - b.y).abs() <= 3.0, "{a:?} and {b:?}");
    }
}

#[test]
fn little_room_says_less() {
    let picture = cash(&catalog::defaults(), &style(358.0, 1.0));
    for words in ["Recovered after", "7.9 years", "Deepest: \u{2212}14.1", "Close"] {
        assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
    }
    assert!(!picture.says("+3.3"), "no bar values on a phone");
}

#[test]
fn odd_deals_are_drawn_too() {
    let base = catalog::defaults();
    let no_adoption = Inputs { adoption_model: AdoptionModel::None, ..base };
    let nothing = Inputs { immediate_b: 0.0, contingent_b: 0.0, commit_total_b: 0.0, ..no_adoption };
    let deals = [
        ("nothing at all", nothing),
        ("the same every year", Inputs { immediate_b: 0.0, contingent_b: 0.0, ..no_adoption }),
        ("one year", Inputs { horizon_years: 1, commit_years: 1, exit_year: 1, ..base }),
        ("all negative", Inputs { commit_margin: -0.5, ent_margin: -0.5, ..base }),
        ("fifty years", Inputs { horizon_years: 50, commit_years: 50, exit_year: 50, ..base }),
        ("huge", Inputs { immediate_b: 1e5, contingent_b: 1e5, commit_total_b: 1e5, ..base }),
        ("tiny", Inputs { immediate_b: 1e-9, contingent_b: 1e-9, commit_total_b: 1e-9, ..no_adoption }),
        ("a lab that shrinks to nothing", Inputs { arr_g1: -0.95, arr_g_lt: -0.95, commit_years: 50, ..base }),
    ];
    for (name, inputs) in deals {
        for width in WIDTHS {
            println!("{name}, {width} px");
            cash(&inputs, &style(width, 1.0)).is_sound(1.0);
            share(&inputs, &style(width, 1.0)).is_sound(1.0);
        }
    }
}

#[test]
fn without_payback_there_is_no_ring() {
    let c = catalog::SCENARIOS.iter().find(|scenario| scenario.id == "C").unwrap().inputs();
    let picture = cash(&c, &style(984.0, 1.0));
    assert_eq!(picture.circles(), 1);
    assert!(!picture.all_words().iter().any(|words| words.contains("recovered")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_label_lies_on_another_or_leaves_the_picture(
        immediate in 0.0..50.0, contingent in 0.0..100.0, commit in 0.0..300.0, margin in -0.2..0.8, ceiling in 0.1..1.0,
        growth in -0.3..2.0, rate in 0.0..0.25, years in 1_u32..=20, width in 280.0..1600.0,
    ) {
        let inputs = Inputs {
            immediate_b: immediate,
            contingent_b: contingent,
            commit_total_b: commit,
            commit_margin: margin,
            adoption_ceiling: ceiling,
            arr_g1: growth,
            discount_rate: rate,
            horizon_years: years,
            commit_years: years.min(15),
            ..catalog::defaults()
        };
        cash(&inputs, &style(width, 1.0)).is_sound(1.0);
        share(&inputs, &style(width, 1.0)).is_sound(1.0);
    }
}

/// Pictures for the eye, in the folder that `OFFTAKE_PICTURES` names.
#[test]
fn pictures_are_written_when_asked_for() {
    let Ok(folder) = std::env::var("OFFTAKE_PICTURES") else { return };
    let deal = catalog::defaults();
    for (name, palette, width) in [("light", LIGHT, 984.0), ("dark", DARK, 984.0), ("phone", LIGHT, 358.0)] {
        let style = Style { palette, ..style(width, 1.0) };
        std::fs::write(format!("{folder}/cash-{name}.svg"), cash(&deal, &style).svg).unwrap();
        let narrow = Style { width: width.min(472.0), height: 292.0, ..style };
        std::fs::write(format!("{folder}/share-{name}.svg"), share(&deal, &narrow).svg).unwrap();
    }
}

#[test]
fn pinned_cases_are_quiet_lines_with_their_names() {
    let case = |id: &str| catalog::Scenario::find(id).map(catalog::Scenario::inputs).unwrap();
    let present = catalog::defaults();
    let outcome = model::evaluate(&present);
    let pins: Vec<_> = ["A", "B", "C"].iter().map(|id| (format!("Case {id}"), model::evaluate(&case(id)))).collect();
    for width in WIDTHS {
        let style = style(width, 1.0);
        let mut data = CashFlow::new(&present, &outcome);
        let mut path = CommitShare::new(&present, &outcome);
        for (name, outcome) in &pins {
            data = data.with_pin(name, outcome);
            path = path.with_pin(name, outcome);
        }
        let (cash, share) = (svg::cash_flow(&data, &style).unwrap(), svg::commit_share(&path, &style).unwrap());
        let thin = cash.lines().filter(|line| line.contains("<poly") && line.contains("stroke-width=\"1\""));
        let lines = thin.filter(|line| line.matches(',').count() > 10).count();
        assert_eq!(lines, pins.len(), "at {width}");
        let (cash, share) = (Picture::new(cash), Picture::new(share));
        cash.is_sound(1.0);
        share.is_sound(1.0);
        if width > 900.0 {
            for (name, _) in &pins {
                assert!(cash.says(name) && share.says(name), "{name} is not named at {width}");
            }
        }
    }
}
