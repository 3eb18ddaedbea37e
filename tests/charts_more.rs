//! The charts of the analyses, drawn natively to SVG: what stands on them, and what must never happen.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use offtake::analysis;
use offtake::analysis::field::{self, Axes, Field};
use offtake::analysis::monte_carlo::{Question, Run};
use offtake::analysis::objective::Objective;
use offtake::catalog::{self, Proportion};
use offtake::charts::bridge::Bridge;
use offtake::charts::gigawatts::Gigawatts;
use offtake::charts::grid::{self, Grid, Measure, Side};
use offtake::charts::histogram::{self, Histogram, Marks};
use offtake::charts::ladder::Ladder;
use offtake::charts::style::{DARK, LIGHT};
use offtake::charts::surface::Surface;
use offtake::charts::tornado::{self, End, Row, Tornado};
use offtake::charts::{Palette, Style, svg};
use offtake::model::{self, AdoptionModel, Inputs, Lens, Stake};
use offtake::wording::numbers;
use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;
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

fn tornado_of(inputs: &Inputs) -> Tornado {
    Tornado::of(&analysis::tornado::tornado(inputs, Objective::DEAL), inputs)
}

fn tornado(data: &Tornado, width: f64) -> Picture {
    let style = style(width, 0.0);
    Picture::new(svg::tornado(data, &Style { height: data.natural_height(&style), ..style }).unwrap())
}

fn simulated(inputs: &Inputs, draws: usize) -> Histogram {
    let mut run = Run::new(Question { draws, ..Question::about(*inputs) }).unwrap();
    run.advance(draws);
    let base = model::value(inputs).npv_b;
    Histogram::new(run.npvs_for(Stake::LeftOut).to_vec(), Marks::of(&run.spread(Stake::LeftOut), base))
}

/// From values alone, with marks worked out here.
fn histogram_of(npvs: &[f64]) -> Histogram {
    let mut sorted: Vec<f64> = npvs.iter().copied().filter(|npv| npv.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let at = |part: usize| sorted.get(sorted.len() * part / 10).copied().unwrap_or_default();
    let above = analysis::statistics::share(&sorted, |npv| *npv > 0.0);
    let marks = Marks { p10: at(1), p50: at(5), p90: at(9), above_zero: above, base: at(4) };
    Histogram::new(npvs.to_vec(), marks)
}

fn histogram(data: &Histogram, style: &Style) -> Picture {
    Picture::new(svg::histogram(data, style).unwrap())
}

fn evenly(low: f64, high: f64, count: u32) -> Vec<f64> {
    (0..count).map(|i| low + (high - low) * f64::from(i) / f64::from(count - 1)).collect()
}

/// Margin by adoption, with a ring at the present inputs.
fn grid_of(inputs: &Inputs, columns: u32, rows: u32) -> Grid {
    let input = |id| catalog::find(id).unwrap();
    let (xs, ys) = (evenly(0.1, 0.5, columns), evenly(0.1, 0.6, rows));
    let answer =
        analysis::grid::grid(inputs, Objective::DEAL, (input("commit_margin"), xs), (input("adoption_ceiling"), ys));
    let values: Vec<Vec<Option<f64>>> =
        answer.values.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
    Grid::new(margin(answer.xs), adoption(answer.ys), &values, Measure::NPV).with_point(
        inputs.commit_margin,
        inputs.adoption_ceiling,
        Some(model::value(inputs).npv_b),
    )
}

fn margin(values: Vec<f64>) -> Side {
    Side::new("Margin on the commit", values, |value| numbers::PERCENT.trimmed(value))
}

fn adoption(values: Vec<f64>) -> Side {
    Side::new("Adoption ceiling", values, |value| numbers::PERCENT.trimmed(value))
}

/// Any values over margin and adoption.
fn grid_over(columns: u32, rows: u32, value: impl Fn(f64, f64) -> Option<f64>) -> Grid {
    let (xs, ys) = (evenly(0.1, 0.5, columns), evenly(0.1, 0.6, rows));
    let values: Vec<Vec<Option<f64>>> = ys.iter().map(|y| xs.iter().map(|x| value(*x, *y)).collect()).collect();
    Grid::new(margin(xs), adoption(ys), &values, Measure::NPV).with_point(0.3, 0.3, value(0.3, 0.3))
}

fn grid(data: &Grid, style: &Style) -> Picture {
    Picture::new(svg::grid(data, style).unwrap())
}

fn ladder(inputs: &Inputs, style: &Style) -> Picture {
    Picture::new(svg::ladder(&Ladder::new(inputs, &model::evaluate(inputs)), style).unwrap())
}

const OTHERS: [(&str, f64); 3] = [("AWS × OpenAI", 6.25), ("Google × Anthropic", 8.0), ("Oracle × OpenAI", 13.333)];

fn gigawatts(inputs: &Inputs, others: &[(&str, f64)], style: &Style) -> Picture {
    let others = others.iter().map(|(name, value)| ((*name).to_owned(), *value));
    Picture::new(svg::gigawatts(&Gigawatts::new(inputs, &model::evaluate(inputs), others), style).unwrap())
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
fn the_default_tornado_names_every_input_and_its_ends() {
    let picture = tornado(&tornado_of(&catalog::defaults()), 648.0);
    for words in ["base \u{2212}0.7", "zero", "100% (base)", "25%", "money not spent", "14%", "38%", "$30k", "$100k"] {
        assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
    }
    // Fourteen inputs; twelve of them change the sign and so have two colours.
    let bars = picture.bars();
    let of = |colour: &str| bars.iter().filter(|bar| bar.4 == colour).count();
    assert_eq!((of("#CE792D"), of("#5D95CB")), (14, 12));
    // The colour changes where zero stands: every gain begins at one place, every loss ends there unless it ends at the base.
    let zero = bars.iter().find(|bar| bar.4 == "#5D95CB").unwrap().0;
    assert!(bars.iter().all(|bar| if bar.4 == "#5D95CB" { (bar.0 - zero).abs() < 0.5 } else { bar.0 + bar.2 <= zero }));
    picture.is_sound(1.0);
    for width in [300.0, 358.0, 440.0, 460.0, 648.0] {
        let picture = tornado(&tornado_of(&catalog::defaults()), width);
        let words = picture.all_words();
        assert!(!words.iter().any(|words| words.contains('…')), "cut at {width}: {words:?}");
    }
}

#[test]
fn a_row_is_found_under_the_pointer() {
    let data = tornado_of(&catalog::defaults());
    for width in WIDTHS {
        let style = style(width, 0.0);
        let style = Style { height: data.natural_height(&style), ..style };
        let mut text = String::new();
        let area = SVGBackend::with_string(&mut text, (1600, 800)).into_drawing_area();
        let map = tornado::draw(&Surface::new(&area, 1.0), &data, &style, None).unwrap();
        for position in 0..14 {
            let row = map.row(position).unwrap();
            assert_eq!(map.row_at(f64::midpoint(row.top, row.bottom)), Some(position));
        }
        assert_eq!((map.row(14), map.row_at(2.0), map.row_at(style.height)), (None, None, None));
    }
}

#[test]
fn rows_keep_the_order_they_are_given_in() {
    let end = |value: f64| End { value, text: format!("{value}") };
    let row = |name: &str, low, high| Row { name: name.to_owned(), remark: None, ends: [end(low), end(high)] };
    let data =
        Tornado::new(Objective::DEAL, 1.0, [row("small", 0.5, 1.5), row("none", 1.0, 1.0), row("large", -5.0, 9.0)]);
    let picture = tornado(&data, 648.0);
    assert!(picture.text("small").y < picture.text("none").y && picture.text("none").y < picture.text("large").y);
    for data in [
        Tornado::new(Objective::DEAL, 0.0, []),
        Tornado::new(Objective::DEAL, 0.0, [row("nothing", 0.0, 0.0)]),
        Tornado::new(Objective::DEAL, f64::NAN, [row("no number", f64::NAN, 1.0), row("endless", f64::INFINITY, 1.0)]),
        Tornado::new(Objective::DEAL, -1e9, [row("huge", -3e9, -2e9)]),
        Tornado::new(
            Objective::DEAL,
            1e-9,
            [row("a name that is longer than any room that a chart could ever give it", 0.0, 2e-9)],
        ),
    ] {
        for width in WIDTHS {
            tornado(&data, width).is_sound(1.0);
        }
    }
}

#[test]
fn the_default_histogram_says_how_sure_the_answer_is() {
    let picture = histogram(&simulated(&catalog::defaults(), 10_000), &style(648.0, 372.0));
    for words in [
        "P10 \u{2212}8.9",
        "P50 \u{2212}2.1",
        "P90 +6.7",
        "63% of draws",
        "37% of draws",
        "below zero",
        "above zero",
        "base case \u{2212}0.7",
        "0",
    ] {
        assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
    }
    // The last bin is open, and no bar is in the wrong colour for its side of zero.
    assert!(picture.texts.iter().any(|text| text.words.ends_with('+')), "{:?}", picture.all_words());
    let zero = picture.text("0");
    let zero = f64::midpoint(zero.left, zero.right);
    for (x, _, width, _, colour) in picture.bars() {
        assert_eq!(colour == "#CE792D", x + width / 2.0 < zero, "a bar at {x}");
    }
    assert!(picture.bars().len() <= 47);
    picture.is_sound(1.0);
}

#[test]
fn any_draws_make_a_histogram() {
    let ramp = |low: f64, step: f64| (0..500).map(|i| low + step * f64::from(i)).collect::<Vec<f64>>();
    for (name, npvs) in [
        ("no draws", vec![]),
        ("zeros", vec![0.0; 40]),
        ("one value", vec![-7.3; 40]),
        ("all negative", ramp(-60.0, 0.1)),
        ("all positive, far from zero", ramp(500.0, 0.1)),
        ("huge", ramp(-1e12, 1e10)),
        ("tiny", ramp(-1e-9, 1e-11)),
        ("two far apart", vec![-1e300, 1e300]),
        ("no numbers", vec![f64::NAN, f64::INFINITY]),
        ("nearly none below zero", [&[-0.5][..], &ramp(0.5, 0.05)].concat()),
    ] {
        for width in WIDTHS {
            println!("{name}, {width} px");
            histogram(&histogram_of(&npvs), &style(width, 300.0)).is_sound(1.0);
        }
    }
    let picture = histogram(&histogram_of(&[&[-0.5][..], &ramp(0.5, 0.05)].concat()), &style(648.0, 300.0));
    assert!(picture.says("<1% of draws") && picture.says(">99% of draws"), "{:?}", picture.all_words());
}

#[test]
fn a_bin_is_found_under_the_pointer() {
    let data = simulated(&catalog::defaults(), 2000);
    let style = style(648.0, 372.0);
    let mut text = String::new();
    let area = SVGBackend::with_string(&mut text, (648, 372)).into_drawing_area();
    let map = histogram::draw(&Surface::new(&area, 1.0), &data, &style, None).unwrap();
    assert!((map.bins.iter().map(|bin| bin.share).sum::<f64>() - 1.0).abs() < 1e-9);
    let bin = map.bin_at(map.axis.at(-0.7)).unwrap();
    assert_eq!((bin.low, bin.high), (Some(-1.0), Some(0.0)));
    assert_eq!(map.bin_at(-5.0), None);
    // Held bins stay where they are, whatever the draws.
    let held =
        histogram::draw(&Surface::new(&area, 1.0), &histogram_of(&[1e6, 2.0]), &style, Some(data.natural_frame()))
            .unwrap();
    assert!((held.axis.domain.low - data.natural_frame().low).abs() < 1e-9);
    assert!(held.bins.last().is_some_and(|bin| bin.high.is_none() && bin.share > 0.4));
}

#[test]
fn the_default_grid_shows_where_the_sign_changes() {
    for count in [10, 41] {
        let picture = grid(&grid_of(&catalog::defaults(), count, count), &style(432.0, 420.0));
        for words in [
            "NPV = 0",
            "you, \u{2212}0.7",
            "\u{2212}16.1",
            "+15.3",
            "10%",
            "30%",
            "60%",
            "NPV below zero",
            "NPV above zero",
            "Margin on the commit",
            "Adoption ceiling",
        ] {
            assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
        }
        // A ring of paper and ink; the line twice, once as its casing.
        assert_eq!(picture.circles(), 2);
        assert_eq!(picture.svg.matches("stroke-width=\"6\"").count(), 1);
        picture.is_sound(1.0);
    }
}

#[test]
fn many_cells_are_drawn_as_few_rectangles() {
    let picture = grid(&grid_of(&catalog::defaults(), 41, 41), &style(432.0, 420.0));
    assert!((100..700).contains(&picture.bars().len()), "{}", picture.bars().len());
    // They cover the plot without gaps: their areas add up to its area.
    let area: f64 = picture.bars().iter().map(|bar| bar.2 * bar.3).sum();
    let (left, right) =
        picture.bars().iter().fold((1e9_f64, 0.0_f64), |(l, r), bar| (l.min(bar.0), r.max(bar.0 + bar.2)));
    let (top, bottom) =
        picture.bars().iter().fold((1e9_f64, 0.0_f64), |(t, b), bar| (t.min(bar.1), b.max(bar.1 + bar.3)));
    assert!((area - (right - left) * (bottom - top)).abs() < 1.0);
}

#[test]
fn any_values_make_a_grid() {
    let grids: [(&str, Grid); 11] = [
        ("no cells", grid_over(2, 2, |_, _| None).with_point(9.0, 9.0, None)),
        ("all missing", grid_over(41, 41, |_, _| None)),
        ("half missing", grid_over(10, 10, |x, y| (x > 0.3).then_some(y - 0.3))),
        ("zeros", grid_over(10, 10, |_, _| Some(0.0))),
        ("all negative", grid_over(10, 10, |x, y| Some(-1.0 - x - y))),
        ("all positive", grid_over(10, 10, |x, y| Some(1.0 + x + y))),
        ("huge", grid_over(10, 10, |x, y| Some((x - y) * 1e300))),
        ("tiny", grid_over(10, 10, |x, y| Some((x - y) * 1e-300))),
        ("no numbers", grid_over(10, 10, |x, _| Some(if x > 0.3 { f64::NAN } else { f64::INFINITY }))),
        ("an island", grid_over(41, 41, |x, y| Some(0.02 - (x - 0.3) * (x - 0.3) - (y - 0.35) * (y - 0.35)))),
        ("many lines", grid_over(41, 41, |x, y| Some(((x * 97.0).fract() - 0.5) * ((y * 61.0).fract() - 0.5)))),
    ];
    for (name, data) in grids {
        for width in WIDTHS {
            println!("{name}, {width} px");
            grid(&data, &style(width, 400.0)).is_sound(1.0);
        }
    }
    let missing = grid(&grid_over(41, 41, |_, _| None), &style(432.0, 420.0));
    assert_eq!(missing.bars().len(), 1);
    assert!(missing.says("no NPV") && !missing.says("NPV = 0"), "{:?}", missing.all_words());
    let one = Grid::new(margin(vec![0.3]), adoption(vec![0.3]), &[vec![Some(1.0)]], Measure::NPV);
    grid(&one.with_point(0.3, 0.3, Some(1.0)), &style(432.0, 420.0)).is_sound(1.0);
    grid(&Grid::new(margin(vec![]), adoption(vec![]), &[], Measure::NPV), &style(432.0, 420.0)).is_sound(1.0);
}

#[test]
fn where_less_is_better_the_colours_turn() {
    let years = Measure {
        level: 10.0,
        more_is_better: false,
        full_at: 1e300,
        write: numbers::years,
        at_level: "10 years",
        better: "back in time",
        worse: "too late",
        missing: "never",
    };
    let values = [vec![Some(4.0), Some(12.0), None]];
    let data = Grid::new(margin(vec![0.1, 0.2, 0.3]), adoption(vec![0.3]), &values, years);
    let picture = grid(&data, &style(640.0, 300.0));
    for words in ["back in time", "too late", "never", "10 years", "4.0 years"] {
        assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
    }
    let blue =
        |colour: &str| i64::from_str_radix(&colour[5..], 16).unwrap() > i64::from_str_radix(&colour[1..3], 16).unwrap();
    assert!(blue(&picture.bars()[0].4) && !blue(&picture.bars()[1].4));
}

#[test]
fn payback_and_rate_of_return_are_drawn_like_the_npv() {
    let inputs = catalog::defaults();
    for (measure, words) in [
        (field::Measure::NPV, ["NPV = 0", "you, \u{2212}0.7", "Margin", "Adoption"]),
        (field::Measure::Payback, ["just paid back", "you, 7.9 years", "not paid back", "paid back"]),
        (field::Measure::Irr, ["IRR = discount rate", "you, 8.5%", "IRR above", "IRR below"]),
    ] {
        let field = Field::around((&inputs, Proportion::default()), measure, Axes::default(), 1);
        let data = Grid::of(&field, &inputs, measure.at(&inputs).value);
        for width in [300.0, 432.0, 640.0] {
            let picture = grid(&data, &style(width, 400.0));
            picture.is_sound(1.0);
            for words in words {
                assert!(width < 400.0 || picture.says(words), "{words} is missing in {:?}", picture.all_words());
            }
        }
    }
    // A few extreme rates leave the others their shades.
    let rates = Field::around((&inputs, Proportion::default()), field::Measure::Irr, Axes::default(), 1);
    assert!((Grid::of(&rates, &inputs, None).natural_scale() - 0.25).abs() < 1e-12);
}

#[test]
fn a_cell_is_found_under_the_pointer() {
    let data = grid_of(&catalog::defaults(), 41, 21);
    let mut text = String::new();
    let area = SVGBackend::with_string(&mut text, (432, 420)).into_drawing_area();
    let map = grid::draw(&Surface::new(&area, 1.0), &data, &style(432.0, 420.0), None).unwrap();
    for (column, row) in [(0, 0), (40, 20), (20, 7), (3, 19)] {
        let cell = map.cell(column, row).unwrap();
        let middle = (f64::midpoint(cell.left, cell.right), f64::midpoint(cell.top, cell.bottom));
        assert_eq!(map.cell_at(middle), Some((column, row)));
        let (x, y) = map.values_at(column, row).unwrap();
        let point = map.point(x, y).unwrap();
        assert!((point.0 - middle.0).abs() < 1e-9 && (point.1 - middle.1).abs() < 1e-9, "{point:?} {middle:?}");
    }
    assert_eq!((map.cell(41, 0), map.cell_at((2.0, 100.0)), map.point(0.9, 0.3)), (None, None, None));
}

#[test]
fn the_default_ladder_leads_from_four_dollars_to_seventy_cents() {
    let picture = ladder(&catalog::defaults(), &style(432.0, 306.0));
    for words in [
        "Revenue",
        "4.00",
        "Operating profit",
        "× 30% margin",
        "1.20",
        "After tax",
        "− 21% tax",
        "0.95",
        "Present value",
        "at 9.5% a year",
        "0.71",
        "1.00 = the dollar back",
    ] {
        assert!(picture.says(words), "{words} is missing in {:?}", picture.all_words());
    }
    // Above a dollar in the one tone, below it in the other; revenue is neither.
    let colours: Vec<String> = picture.bars().into_iter().map(|bar| bar.4).collect();
    assert_eq!(colours, ["#626C77", "#5D95CB", "#CE792D", "#CE792D"]);
    picture.is_sound(1.0);
}

#[test]
fn a_ladder_without_new_money_says_so() {
    let inputs = Inputs { immediate_b: 0.0, contingent_b: 0.0, ..catalog::defaults() };
    let picture = ladder(&inputs, &style(432.0, 306.0));
    assert_eq!(picture.texts.iter().filter(|text| text.words == "no new money").count(), 4);
    assert!(picture.bars().is_empty());
    // Where something else lies between revenue and profit, the margin is not named as if it did it all.
    let short = Inputs { fulfilment: 0.7, ..catalog::defaults() };
    let picture = ladder(&short, &style(432.0, 306.0));
    assert!(picture.texts.iter().any(|text| text.words.ends_with("of revenue")), "{:?}", picture.all_words());
    assert!(!picture.texts.iter().any(|text| text.words.ends_with("margin")));
}

#[test]
fn the_price_of_a_gigawatt_year_stands_beside_the_others() {
    for width in [288.0, 358.0, 432.0, 460.0, 648.0] {
        let picture = gigawatts(&catalog::defaults(), &OTHERS, &style(width, 280.0));
        for words in [
            "This deal: 2.0",
            "at its ceiling of 5 GW",
            "AWS × OpenAI",
            "6.25",
            "Google × Anthropic",
            "8.0",
            "Oracle × OpenAI",
            "13.33",
            "Gigawatt-years",
            "12.5",
            "that $100B buys at $8B each",
            "50",
            "in 5 GW for ten years",
        ] {
            assert!(picture.says(words), "{words} is missing at {width} in {:?}", picture.all_words());
        }
        // Three points and a ring; bars in proportion.
        assert_eq!(picture.circles(), 5);
        let bars = picture.bars();
        assert!((bars[1].2 / bars[0].2 - 4.0).abs() < 0.1, "{bars:?}");
        picture.is_sound(1.0);
    }
}

#[test]
fn any_other_deals_are_drawn_too() {
    let base = catalog::defaults();
    let crowded: Vec<(&str, f64)> = (0..12).map(|i| ("Somebody × Anybody", 2.0 + 0.01 * f64::from(i))).collect();
    for others in [&[][..], &[("none", 0.0)], &[("huge", 1e11), ("no number", f64::NAN)], &crowded] {
        for inputs in [base, Inputs { gw_headline: 0.0, ..base }, Inputs { commit_total_b: 0.0, ..base }] {
            for width in WIDTHS {
                gigawatts(&inputs, others, &style(width, 306.0)).is_sound(1.0);
            }
        }
    }
    let unstated = gigawatts(&Inputs { gw_headline: 0.0, ..base }, &OTHERS, &style(432.0, 306.0));
    assert_eq!(unstated.bars().len(), 1);
    assert!(!unstated.texts.iter().any(|text| text.words.contains("This deal")));
}

#[test]
fn odd_deals_are_drawn_too() {
    for (name, inputs) in odd_deals() {
        for width in WIDTHS {
            println!("{name}, {width} px");
            bridge(&inputs, &style(width, 292.0)).is_sound(1.0);
            tornado(&tornado_of(&inputs), width).is_sound(1.0);
            histogram(&simulated(&inputs, 200), &style(width, 372.0)).is_sound(1.0);
            grid(&grid_of(&inputs, 10, 10), &style(width, 420.0)).is_sound(1.0);
            ladder(&inputs, &style(width, 306.0)).is_sound(1.0);
            gigawatts(&inputs, &OTHERS, &style(width, 306.0)).is_sound(1.0);
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
        Picture::new(svg::tornado(&tornado_of(&inputs), &style).unwrap()).is_sound(1.0);
        tornado(&tornado_of(&inputs), width).is_sound(1.0);
        histogram(&simulated(&inputs, 100), &style).is_sound(1.0);
        grid(&grid_of(&inputs, 9, 7), &style).is_sound(1.0);
        ladder(&inputs, &style).is_sound(1.0);
        gigawatts(&inputs, &OTHERS, &style).is_sound(1.0);
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
        let rows = tornado_of(&deal);
        let style_648 = style(648.0, 0.0);
        let tall = Style { height: rows.natural_height(&style_648), ..style_648 };
        write("tornado", Picture::new(svg::tornado(&rows, &tall).unwrap()));
        write("histogram", histogram(&simulated(&deal, 10_000), &style(648.0, 372.0)));
        write("grid", grid(&grid_of(&deal, 10, 10), &style(432.0, 460.0)));
        write("grid-fine", grid(&grid_of(&deal, 41, 41), &style(432.0, 460.0)));
        write("grid-missing", grid(&grid_over(20, 20, |x, y| (x + y < 0.8).then_some(x - y)), &style(432.0, 460.0)));
        write("ladder", ladder(&deal, &style(432.0, 306.0)));
        write("gigawatts", gigawatts(&deal, &OTHERS, &style(432.0, 306.0)));
        write("bridge-every", bridge(&every_part(), &style(472.0, 292.0)));
    }
}
