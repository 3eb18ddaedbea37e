//! The positions of the charts that can be read, and charts as pictures of their own: for any deal and any width.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use offtake::analysis;
use offtake::analysis::monte_carlo::{Question, Run};
use offtake::analysis::objective::Objective;
use offtake::catalog;
use offtake::charts::bridge::{self, Bridge};
use offtake::charts::cash_flow::{self, CashFlow};
use offtake::charts::commit_share::{self, CommitShare};
use offtake::charts::gigawatts::{self, Gigawatts};
use offtake::charts::histogram::{self, Histogram, Marks};
use offtake::charts::ladder::{self, Ladder};
use offtake::charts::poster::Poster;
use offtake::charts::style::LIGHT;
use offtake::charts::surface::Surface;
use offtake::charts::tornado::{self, Tornado};
use offtake::charts::{Stops, Style, svg};
use offtake::model::{self, Inputs, Lens, Stake};
use offtake::wording::readings::Reading;
use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;
use proptest::prelude::*;

mod picture;

use picture::Picture;

type Read = Box<dyn Fn(usize) -> Option<Reading>>;

fn style(width: f64) -> Style {
    Style { palette: LIGHT, width, height: 320.0, ratio: 1.0 }
}

fn simulated(inputs: &Inputs) -> Histogram {
    let mut run = Run::new(Question { draws: 300, ..Question::about(*inputs) }).unwrap();
    run.advance(300);
    let base = model::value(inputs).npv_b;
    Histogram::new(run.npvs_for(Stake::LeftOut).to_vec(), Marks::of(&run.spread(Stake::LeftOut), base))
}

/// Every chart of a deal: its name, its positions, and what is read there.
fn charts(inputs: &Inputs, style: &Style) -> Vec<(&'static str, Stops, Read)> {
    let outcome = model::evaluate(inputs);
    let mut text = String::new();
    let area = SVGBackend::with_string(&mut text, (2000, 2000)).into_drawing_area();
    let surface = Surface::new(&area, 1.0);
    let cash = CashFlow::new(inputs, &outcome);
    let share = CommitShare::new(inputs, &outcome);
    let bridge = Bridge::new(&outcome);
    let tornado = Tornado::of(&analysis::tornado::tornado(inputs, Objective::DEAL), inputs);
    let histogram = simulated(inputs);
    let ladder = Ladder::new(inputs, &outcome);
    let gigawatts = Gigawatts::beside_comparables(inputs, &outcome);
    let bins = histogram::draw(&surface, &histogram, style, None).unwrap();
    vec![
        (
            "cash",
            cash.stops(&cash_flow::draw(&surface, &cash, style, None).unwrap()),
            Box::new(move |at| cash.reading(at)) as Read,
        ),
        (
            "share",
            share.stops(&commit_share::draw(&surface, &share, style, None).unwrap()),
            Box::new(move |at| share.reading(at)),
        ),
        (
            "bridge",
            bridge.stops(&bridge::draw(&surface, &bridge, style, None).unwrap()),
            Box::new(move |at| bridge.reading(at)),
        ),
        (
            "tornado",
            tornado.stops(&tornado::draw(&surface, &tornado, style, None).unwrap()),
            Box::new(move |at| tornado.reading(at)),
        ),
        ("histogram", histogram.stops(&bins), Box::new(move |at| histogram.reading(&bins, at))),
        (
            "ladder",
            ladder.stops(&ladder::draw(&surface, &ladder, style, None).unwrap()),
            Box::new(move |at| ladder.reading(at)),
        ),
        (
            "gigawatts",
            gigawatts.stops(&gigawatts::draw(&surface, &gigawatts, style, None).unwrap()),
            Box::new(move |at| gigawatts.reading(at)),
        ),
    ]
}

#[test]
fn the_default_deal_has_positions_everywhere() {
    let charts = charts(&catalog::defaults(), &style(640.0));
    let counts: Vec<(&str, usize)> = charts.iter().map(|(name, stops, _)| (*name, stops.0.len())).collect();
    let (bins, others): (Vec<_>, Vec<_>) = counts.into_iter().partition(|(name, _)| *name == "histogram");
    assert!(bins.iter().all(|(_, bins)| (20..=50).contains(bins)), "{bins:?}");
    assert_eq!(others, [("cash", 11), ("share", 11), ("bridge", 6), ("tornado", 14), ("ladder", 4), ("gigawatts", 6)]);
    let heads: Vec<String> =
        charts.iter().filter_map(|(_, stops, read)| read(stops.0.len() - 1)).map(|reading| reading.head).collect();
    assert_eq!(heads.len(), 7);
    assert_eq!((heads[0].as_str(), heads[2].as_str()), ("Year 10, to April 2036", "NPV with equity"));
}

#[test]
fn a_year_is_meant_anywhere_in_its_column_and_the_ends_reach_to_the_edges() {
    let charts = charts(&catalog::defaults(), &style(640.0));
    let (_, cash, _) = &charts[0];
    for (at, stop) in cash.0.iter().enumerate() {
        for y in [1.0, 150.0, 319.0] {
            assert_eq!(cash.at((stop.mark.rule.unwrap().left, y)), Some(at));
        }
    }
    assert_eq!((cash.at((0.0, 10.0)), cash.at((639.0, 10.0))), (Some(0), Some(10)));
}

fn poster(inputs: &Inputs, chart_height: f64) -> Picture {
    let outcome = model::evaluate(inputs);
    let title = offtake::wording::findings::cash_title(inputs, &outcome);
    let foot = offtake::wording::actions::foot(
        offtake::catalog::DataVersion::newest(),
        "https://example.org/a/rather/long/place/",
    );
    let note = offtake::wording::findings::share_note(inputs);
    let poster = Poster::new(&title, &offtake::wording::findings::cash_sub(), &note, &foot);
    let (width, height) = poster.size(chart_height);
    let mut text = String::new();
    {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture's size")]
        let area = SVGBackend::with_string(&mut text, (width as u32, height.round() as u32)).into_drawing_area();
        area.fill(&LIGHT.paper).unwrap();
        let style = Style { palette: LIGHT, width, height, ratio: 1.0 };
        let data = CashFlow::new(inputs, &outcome);
        // The backend sets type smaller than it is told.
        let surface = Surface::new(&area, 1.0).with_font_scale(1.24);
        let chart = |surface: &Surface<'_>, style: &Style| {
            cash_flow::draw(surface, &data, style, None).unwrap();
        };
        poster.draw(&surface, &style, &chart).unwrap();
        area.present().unwrap();
    }
    Picture::new(text)
}

#[test]
fn a_picture_says_what_it_is_not_and_where_it_is_from() {
    let picture = poster(&catalog::defaults(), 240.0);
    for words in [
        "The cash is back in year 8; discounted at 9.5%, it is not back by year 10",
        "Not investment advice. Deal terms are partly undisclosed.",
        "Capital recovered after 7.9 years",
    ] {
        assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
    }
    assert!(
        picture.texts.iter().any(|text| text.words.starts_with("Offtake model ") && text.words.ends_with("place/"))
    );
    picture.is_sound(1.0);
    assert!(poster(&catalog::defaults(), 500.0).height > 600.0);
}

#[test]
fn a_fine_picture_is_as_large_as_asked_for_and_its_lines_as_thin() {
    let style = style(640.0);
    let data = CashFlow::new(&catalog::defaults(), &model::evaluate(&catalog::defaults()));
    let picture =
        svg::fine((640.0, 320.0), LIGHT.paper, &|surface| cash_flow::draw(surface, &data, &style, None).map(|_| ()));
    let picture = picture.unwrap();
    assert!(picture.starts_with("<svg width=\"640\" height=\"320\" viewBox=\"0 0 5120 2560\""), "{}", &picture[..90]);
    // 2.25 CSS pixels, in eighths.
    assert_eq!(picture.matches("stroke-width=\"18\"").count(), 1);
    assert!(picture.trim_end().ends_with("</svg>") && picture.matches("<svg").count() == 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn every_position_is_inside_is_hit_and_can_be_read(
        immediate in 0.0..50.0, commit in 0.0..300.0, margin in -0.2..0.8, fulfilment in 0.0..1.5, capex in any::<bool>(),
        rate in 0.0..0.25, horizon in 1_u32..=30, term in 1_u32..=30, width in 280.0..1600.0,
    ) {
        let inputs = Inputs {
            immediate_b: immediate,
            commit_total_b: commit,
            commit_margin: margin,
            fulfilment,
            lens: if capex { Lens::Capex } else { Lens::Margin },
            discount_rate: rate,
            horizon_years: horizon,
            commit_years: term,
            ..catalog::defaults()
        };
        let style = style(width);
        for (name, stops, read) in charts(&inputs, &style) {
            for (at, stop) in stops.0.iter().enumerate() {
                let reading = read(at);
                prop_assert!(reading.as_ref().is_some_and(|reading| !reading.head.is_empty()), "{name} {at}");
                let spoken = reading.unwrap().spoken();
                prop_assert!(!spoken.contains("NaN") && !spoken.contains("inf"), "{name}: {spoken}");
                let mark = &stop.mark;
                let inside = |x: f64, y: f64| {
                    x >= -1.0 && x <= style.width + 1.0 && y >= -1.0 && y <= style.height + 1.0
                };
                prop_assert!(mark.dots.iter().all(|(x, y)| inside(*x, *y)), "{name} {at}: {mark:?}");
                for rect in mark.frame.iter().chain(&mark.rule) {
                    prop_assert!(inside(rect.left, rect.top) && inside(rect.right, rect.bottom), "{name} {at}: {mark:?}");
                    let middle = (f64::midpoint(rect.left, rect.right), f64::midpoint(rect.top, rect.bottom));
                    let hit = stops.at(middle).unwrap();
                    // Two deals may have the same price.
                    prop_assert!(hit == at || name == "gigawatts", "{name}: {hit} instead of {at}");
                }
            }
        }
    }

    #[test]
    fn percentiles_are_always_named(immediate in 0.0..50.0, commit in 0.0..300.0, margin in -0.2..0.8, width in 280.0..1600.0) {
        let inputs =
            Inputs { immediate_b: immediate, commit_total_b: commit, commit_margin: margin, ..catalog::defaults() };
        let picture = Picture::new(svg::histogram(&simulated(&inputs), &style(width)).unwrap());
        picture.is_sound(1.0);
        for name in ["P10 ", "P50 ", "P90 "] {
            let found = picture.texts.iter().any(|text| text.words.starts_with(name));
            prop_assert!(found, "{name} at {width} in {:?}", picture.all_words());
        }
    }

    #[test]
    fn pictures_of_their_own_are_sound(immediate in 0.0..50.0, commit in 0.0..300.0, margin in -0.2..0.8, tall in 100.0..700.0) {
        let inputs =
            Inputs { immediate_b: immediate, commit_total_b: commit, commit_margin: margin, ..catalog::defaults() };
        poster(&inputs, tall).is_sound(1.0);
    }
}
