//! The charts of the lab and of the buyer, drawn natively to SVG: what stands on them, and what must never happen.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test says what it expects")]

use std::cell::Cell;

use offtake::catalog::{Case, DataVersion, LAB_PRESETS, Proportion, SCENARIOS, Side, defaults};
use offtake::charts::burden::Burden;
use offtake::charts::card::{self, Card};
use offtake::charts::contract::Contract;
use offtake::charts::exposure::Exposure;
use offtake::charts::obligations::Obligations;
use offtake::charts::style::{DARK, LIGHT};
use offtake::charts::usage::Usage;
use offtake::charts::{Style, svg};
use offtake::model::{BuyerInputs, Inputs, LabInputs, Name, Obligation, Stake, burden, buyer};
use proptest::prelude::*;

mod picture;

use picture::Picture;

fn style(width: f64, ratio: f64) -> Style {
    Style { palette: LIGHT, width, height: if width < 480.0 { 280.0 } else { 360.0 }, ratio }
}

const WIDTHS: [f64; 6] = [280.0, 320.0, 358.0, 640.0, 984.0, 1600.0];

/// One of the five charts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Obligations,
    Burden,
    Contract,
    Usage,
    Exposure,
}

const KINDS: [Kind; 5] = [Kind::Obligations, Kind::Burden, Kind::Contract, Kind::Usage, Kind::Exposure];

fn draw(kind: Kind, inputs: &Inputs, style: &Style) -> Picture {
    let (lab, buyer) = (burden::evaluate(inputs), buyer::evaluate(inputs));
    let text = match kind {
        Kind::Obligations => svg::obligations(&Obligations::new(inputs, &lab), style),
        Kind::Burden => svg::burden(&Burden::new(inputs, &lab), style),
        Kind::Contract => svg::contract(&Contract::new(inputs, &buyer), style),
        Kind::Usage => svg::usage(&Usage::new(inputs, &buyer), style),
        Kind::Exposure => svg::exposure(&Exposure::new(inputs, &buyer), style),
    };
    Picture::new(text.unwrap())
}

fn public() -> Inputs {
    let mut inputs = defaults();
    LAB_PRESETS[1].apply(&mut inputs);
    inputs
}

fn buyer_with(change: impl FnOnce(&mut BuyerInputs)) -> Inputs {
    let mut inputs = defaults();
    change(&mut inputs.buyer);
    inputs
}

fn six() -> Inputs {
    let owed = |at: u32| Obligation {
        name: Name::new(&format!("A cloud of its own no. {at}")).unwrap(),
        total_b: 20.0 + 10.0 * f64::from(at),
        start_year: at,
        years: 3 + at,
    };
    let obligations = [1, 2, 3, 4, 5, 6].map(owed);
    Inputs { lab: LabInputs { obligation_count: 6, obligations, ..defaults().lab }, ..defaults() }
}

#[test]
fn each_chart_says_what_it_shows() {
    let short = buyer_with(|buyer| buyer.usage_realised = 0.6);
    for (kind, inputs, expected) in [
        (Kind::Obligations, defaults(), &["AWS $10B", "revenue", "Year 1", "2027", "25.6% of revenue"][..]),
        (Kind::Obligations, public(), &["AWS $10B", "Google Cloud $40B", "Azure $6B", "62.6% of revenue"]),
        (Kind::Burden, defaults(), &["33.3% of run-rate", "$10B / $30B, on one day", "40%", "gross profit", "Closing"]),
        (Kind::Burden, public(), &["62.6% of revenue, year 2", "covered 0.64x", "21.3% of run-rate"]),
        (Kind::Contract, defaults(), &["contract", "pay-as-you-go", "$4.5M less", "Year 1", "Year 3"]),
        (Kind::Contract, short, &["shortfall", "Year 2"]),
        (Kind::Usage, defaults(), &["Breaks even", "at 90.7%", "at 100%, your case", "$5.7M", "150%"]),
        (Kind::Usage, short, &["at 60%, your case", "\u{2212}$42.2M"]),
        (Kind::Exposure, defaults(), &["still owed", "Year 1", "moving, both platforms"]),
    ] {
        let picture = draw(kind, &inputs, &style(984.0, 1.0));
        for words in expected {
            assert!(picture.says(words), "{kind:?}: {words} is missing in {:?}", picture.all_words());
        }
        picture.is_sound(1.0);
    }
}

#[test]
fn odd_cases_are_drawn_soundly_at_every_width() {
    let huge = buyer_with(|buyer| (buyer.commit_m, buyer.demand_m, buyer.term_years) = (1e6, 1e6, 50));
    let mut steep = public();
    (steep.arr0_b, steep.arr_g1, steep.lab.lab_gross_margin, steep.lab.years) = (0.5, -0.3, -0.2, 50);
    let mut one = defaults();
    one.lab.years = 1;
    let mut nothing = defaults();
    nothing.lab.obligations[0].total_b = 0.0;
    let mut late = defaults();
    late.lab.obligations[0].start_year = 40;
    let cases = vec![
        defaults(),
        public(),
        six(),
        steep,
        one,
        nothing,
        late,
        huge,
        buyer_with(|buyer| (buyer.term_years, buyer.switch_year) = (1, 1)),
        buyer_with(|buyer| (buyer.demand_m, buyer.commit_m) = (0.0, 0.0)),
        buyer_with(|buyer| (buyer.usage_realised, buyer.term_years, buyer.switch_year) = (10.0, 5, 0)),
        buyer_with(|buyer| buyer.usage_realised = 0.0),
        buyer_with(|buyer| (buyer.price_drift, buyer.usage_realised) = (0.1, 0.3)),
    ];
    for inputs in cases {
        for kind in KINDS {
            for width in WIDTHS {
                draw(kind, &inputs, &style(width, 1.0)).is_sound(1.0);
            }
        }
    }
}

#[test]
fn every_obligation_is_named_where_there_is_room() {
    let picture = draw(Kind::Obligations, &six(), &style(984.0, 1.0));
    for at in 1..=6 {
        let name = format!("A cloud of its own no. {at}");
        assert!(picture.texts.iter().any(|text| text.words.starts_with(&name)), "{name} in {:?}", picture.all_words());
    }
    // Narrower still, those of the public reports.
    let picture = draw(Kind::Obligations, &public(), &style(358.0, 1.0));
    for name in ["AWS", "Google Cloud", "Azure"] {
        assert!(picture.texts.iter().any(|text| text.words.starts_with(name)), "{name} in {:?}", picture.all_words());
    }
}

/// Gain and loss colours say the sign of money, and nothing else: bars of obligations and costs are neutral.
#[test]
fn bars_have_no_colour_of_money() {
    for (palette, money) in
        [(LIGHT, ["#155A9C", "#5D95CB", "#AE4A06", "#CE792D"]), (DARK, ["#7CB8F2", "#376A9C", "#F3A25B", "#93591F"])]
    {
        for kind in KINDS {
            let picture = draw(kind, &public(), &Style { palette, ..style(984.0, 1.0) });
            assert!(picture.bars().iter().all(|bar| !money.contains(&bar.4.as_str())), "{kind:?}");
        }
    }
}

#[test]
fn parts_of_a_year_are_told_apart() {
    let picture = draw(Kind::Obligations, &public(), &style(984.0, 1.0));
    let mut columns: Vec<_> = picture.bars();
    columns.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    for pair in columns.windows(2).filter(|pair| (pair[0].0 - pair[1].0).abs() < 0.5) {
        assert_ne!(pair[0].4, pair[1].4, "neighbours in one column");
        assert!(pair[0].1 + pair[0].3 < pair[1].1 + 0.5, "{pair:?}");
    }
}

#[test]
fn positions_are_those_of_the_years_and_read_the_model() {
    let (inputs, wide) = (public(), style(984.0, 1.0));
    let (lab, deal) = (burden::evaluate(&inputs), buyer::evaluate(&inputs));
    let years = inputs.lab.years as usize;
    let owed = Obligations::new(&inputs, &lab);
    let share = Burden::new(&inputs, &lab);
    let contract = Contract::new(&inputs, &deal);
    let exposure = Exposure::new(&inputs, &deal);
    let usage = Usage::new(&inputs, &deal);
    assert_eq!((0..99).filter_map(|at| owed.reading(at)).count(), years);
    assert_eq!((0..99).filter_map(|at| share.reading(at)).count(), years + 1, "closing comes first");
    assert_eq!((0..99).filter_map(|at| contract.reading(at)).count(), deal.rows.len());
    assert_eq!((0..99).filter_map(|at| exposure.reading(at)).count(), deal.rows.len());
    let second = owed.reading(1).unwrap();
    assert_eq!(second.head, "Year 2, to April 2028");
    assert!(second.spoken().contains("Google Cloud 40.0 billion dollars") && second.spoken().contains("62.6 percent"));
    assert!(share.reading(0).unwrap().spoken().contains("Run-rate 47.0 billion dollars"));
    let leaving = exposure.reading(2).unwrap();
    assert_eq!(leaving.head, "Leaving in year 3, as assumed");
    let total = leaving.lines.last().unwrap().value.clone();
    assert_eq!(total, format!("${:.1}M", deal.exit_exposure_m.unwrap()));
    let readings: Vec<_> = (0..99).filter_map(|at| usage.reading(at)).map(|reading| reading.head).collect();
    assert!(
        readings.contains(&"100% usage".to_owned()) && readings.contains(&"90.7% usage".to_owned()),
        "{readings:?}"
    );
    assert_eq!(readings.first().map(String::as_str), Some("0% usage"));
    let map = offtake::charts::svg::fine((wide.width, wide.height), LIGHT.paper, &|surface| {
        let map = offtake::charts::usage::draw(surface, &usage, &wide, None)?;
        assert_eq!(usage.stops(&map).0.len(), readings.len());
        let map = offtake::charts::obligations::draw(surface, &owed, &wide, None)?;
        let stops = owed.stops(&map);
        assert_eq!(stops.0.len(), years);
        assert_eq!(stops.at((map.x(2.0), 100.0)), Some(1));
        Ok(())
    });
    assert!(map.is_ok());
}

/// Of every side, with the finding of its own chart.
#[test]
fn a_card_shows_the_main_chart_of_its_side() {
    let case = Case::restored(DataVersion::newest(), &SCENARIOS[0], public(), Proportion::default());
    for (side, title, words) in [
        (Side::Investor, "discounted", "cumulative"),
        (Side::Lab, "Google Cloud $40B", "revenue"),
        (Side::Buyer, "pay-as-you-go", "contract"),
    ] {
        for pixels in [(1200.0, 630.0), (600.0, 315.0), (1080.0, 1080.0), (1600.0, 600.0), (700.0, 1400.0)] {
            for palette in [LIGHT, DARK] {
                let style = Style { ratio: 1.0, ..card::style(palette, pixels) };
                let card = Card::of(side, &case, Stake::LeftOut, Some("https://example.org/offtake/"));
                let picture = Picture::new(svg::card(&card, &style).unwrap());
                picture.is_sound(1.0);
                assert!(picture.says(title) && picture.says(words), "{side:?} {pixels:?}: {:?}", picture.all_words());
            }
        }
    }
    let deal = Card::of(Side::Investor, &case, Stake::AtCost, None);
    let same = Card::new(&case, &offtake::model::evaluate(case.inputs()), Stake::AtCost, None);
    assert_eq!((deal.title, deal.verdict, deal.foot), (same.title, same.verdict, same.foot));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever the sliders say.
    #[test]
    fn any_case_draws_soundly(at in prop::collection::vec(0.0..1.0_f64, 60), width in 280.0..1600.0, ratio in 1.0..3.0) {
        let mut inputs = defaults();
        let mut shares = at.iter().cycle();
        for side in [Side::Lab, Side::Buyer] {
            for input in side.inputs() {
                let (low, high) = (input.slider.min, input.slider.max);
                let value = low + shares.next().unwrap() * (high - low);
                let value = if input.kind == offtake::catalog::Kind::Number { value } else { value.round() };
                input.set(&mut inputs, value).unwrap();
            }
        }
        for kind in KINDS {
            draw(kind, &inputs, &style(width, ratio)).is_sound(ratio);
        }
    }
}

/// What is over a year is said of that year: no name of a part stands over or under another one's bar.
#[test]
fn parts_of_the_exposure_are_named_beside_their_own_bar_or_not_at_all() {
    let mut named = 0;
    for (term, year) in [(3, 3), (5, 2), (5, 5), (2, 1), (1, 1)] {
        let inputs = buyer_with(|buyer| (buyer.term_years, buyer.switch_year) = (term, year));
        for width in WIDTHS.into_iter().chain([390.0]) {
            let picture = draw(Kind::Exposure, &inputs, &style(width, 1.0));
            let names: Vec<_> = picture
                .texts
                .iter()
                .filter(|text| text.words == "still owed" || text.words.starts_with("moving"))
                .collect();
            assert!(names.is_empty() || names.len() == 2, "both or none at {width}: {names:?}");
            named += names.len();
            for (name, bar) in names.iter().flat_map(|name| picture.bars().into_iter().map(move |bar| (name, bar))) {
                let (left, _, wide, ..) = bar;
                assert!(name.right <= left || left + wide <= name.left, "{name:?} stands over {bar:?} at {width}");
            }
        }
    }
    assert!(named > 10, "{named}");
}

/// Some obligations, any of them long and late.
fn any_owed() -> impl Strategy<Value = Inputs> {
    let one = (0.0..120.0_f64, 1..9_u32, 1..9_u32);
    (proptest::collection::vec(one, 1..=6), 5.0..60.0_f64).prop_map(|(owed, run_rate)| {
        let mut inputs = defaults();
        inputs.arr0_b = run_rate;
        inputs.lab.obligation_count = u32::try_from(owed.len()).unwrap();
        for ((at, (total_b, start_year, years)), place) in (1..).zip(owed).zip(&mut inputs.lab.obligations) {
            let name = ["AWS", "Oracle Cloud", "A cloud of its own", "CoreWeave", "Azure", "Google Cloud"][at - 1];
            *place = Obligation { name: Name::new(&format!("{name} no. {at}")).unwrap(), total_b, start_year, years };
        }
        inputs
    })
}

/// A name over the years before the first one says that they were its own: none stands there, and each stands somewhere.
fn names_stand_at_their_bars(inputs: &Inputs, width: f64) {
    let style = style(width, 1.0);
    let data = Obligations::new(inputs, &burden::evaluate(inputs));
    let found = Cell::new(None);
    svg::fine((style.width, style.height), LIGHT.paper, &|surface| {
        found.set(Some(offtake::charts::obligations::draw(surface, &data, &style, None)?));
        Ok(())
    })
    .unwrap();
    let (map, picture) = (found.get().unwrap(), draw(Kind::Obligations, inputs, &style));
    picture.is_sound(1.0);
    let shown = inputs.lab.owed().filter(|owed| owed.total_b > 0.0 && owed.start_year <= inputs.lab.years);
    for owed in shown {
        let named = picture.texts.iter().find(|text| text.words.starts_with(owed.name.as_str()));
        let text = named.unwrap_or_else(|| panic!("{} at {width} in {:?}", owed.name, picture.all_words()));
        let start = map.x(f64::from(owed.start_year)) - map.bar_width() / 2.0;
        let is_listed = text.y > map.area.bottom + 30.0;
        assert!(is_listed || text.left >= start - 3.0, "{text:?} stands before its first bar at {start}, {width} wide");
    }
}

#[test]
fn six_obligations_that_begin_one_after_the_other_are_named_at_their_own_bars() {
    let mut inputs = defaults();
    inputs.lab.obligation_count = 6;
    let names = ["AWS", "Google Cloud", "Oracle Cloud", "CoreWeave", "Azure", "A cloud of our own"];
    for ((at, name), place) in (1..).zip(names).zip(&mut inputs.lab.obligations) {
        let (total_b, years) = (20.0 * f64::from(at), 3);
        *place = Obligation { name: Name::new(name).unwrap(), total_b, start_year: at, years };
    }
    for width in WIDTHS.into_iter().chain([390.0]) {
        names_stand_at_their_bars(&inputs, width);
    }
}

#[test]
fn a_name_that_runs_leftwards_is_kept_apart() {
    let mut inputs = public();
    let name = "\u{5e2}\u{5e0}\u{5df} 2";
    inputs.lab.obligations[0].name = Name::new(name).unwrap();
    let picture = draw(Kind::Obligations, &inputs, &style(984.0, 1.0));
    let kept = format!("\u{2068}{name}\u{2069} $10B");
    assert!(picture.says(&kept), "{:?}", picture.all_words());
    assert!(!picture.svg.contains("\u{2068}Azure"), "others stay as they are");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_name_stands_over_years_before_its_obligation(inputs in any_owed(), width in 280.0..1300.0) {
        names_stand_at_their_bars(&inputs, width);
    }
}
