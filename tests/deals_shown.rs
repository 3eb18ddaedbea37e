//! Deals and signals as readers meet them: sentences, table, file and chart.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]

use offtake::analysis::deals::{DealLine, compare};
use offtake::analysis::flip::Scan;
use offtake::analysis::objective::Objective;
use offtake::analysis::watch::{Watch, Watched};
use offtake::catalog::{Case, Control, DEALS, Deal, Origin, PRESETS, SCENARIOS, Start, defaults};
use offtake::charts::deals::Deals;
use offtake::charts::style::LIGHT;
use offtake::charts::{Style, svg};
use offtake::model::{Inputs, Lens, Name};
use offtake::wording::tables::deals_table;
use offtake::wording::{csv, deals, sections, watch};
use proptest::prelude::*;

mod picture;

use picture::Picture;

const WIDTHS: [f64; 6] = [280.0, 320.0, 432.0, 648.0, 984.0, 1600.0];

fn own(commit: f64, money: f64) -> Case {
    let mut case = Case::default();
    case.start_from(Start::Own(Name::new("Our deal").unwrap()));
    for (id, value) in [("commit_total_b", commit), ("immediate_b", money)] {
        case.set(Control::find(id).unwrap(), value).unwrap();
    }
    case
}

fn picture(lines: &[DealLine], width: f64) -> Picture {
    let data = Deals::new(lines);
    let mut style = Style { palette: LIGHT, width, height: 100.0, ratio: 1.0 };
    style.height = data.natural_height(&style);
    Picture::new(svg::deals(&data, &style).unwrap())
}

#[test]
fn the_title_counts_the_deals_that_pay() {
    for (accepted, title) in [
        (true, "Three of five deals pay before the stake, four with it"),
        (false, "Two of four deals pay before the stake, three with it"),
    ] {
        assert_eq!(sections::deals::title(&compare(accepted, None)), title);
    }
    let one = DealLine::of(Deal::find("amazon_openai").unwrap(), false);
    assert_eq!(sections::deals::title(&[one]), "No deal pays, before the stake or with it");
    assert_eq!(sections::deals::title(&[]), "No deal has numbers to compare");
}

#[test]
fn what_a_case_starts_from_is_said_unless_it_is_the_deal_of_the_page() {
    assert_eq!(deals::start_words(Start::default()), None);
    for deal in Deal::computed().filter(|deal| !deal.is_this()) {
        let words = deals::start_words(Start::Deal(deal)).unwrap();
        for part in [deal.name, deal.investor, deal.lab, deal.date, deal.note] {
            assert!(words.contains(part), "{words}: {part}");
        }
    }
    assert!(deals::start_words(Start::Own(Name::new("Ours").unwrap())).unwrap().contains("of your own, Ours:"));
    assert!(deals::start_words(Start::Own(Name::NONE)).unwrap().contains("of your own: "));
}

#[test]
fn words_say_what_is_not_stated_and_where_deals_do_not_compare() {
    let (waiting, accepted) = (compare(false, None), compare(true, None));
    let note = sections::deals::note(&waiting);
    for part in [
        "Prices per GW-year divide by the stated capacity, a ceiling.",
        "The commitment of Microsoft × OpenAI is not in the articles.",
        "Google × Gemini is internal and has no figures.",
        "Google × Anthropic commits 133% of the run-rate",
        "as assumptions",
    ] {
        assert!(note.contains(part), "{part}: {note}");
    }
    assert!(sections::deals::note(&accepted).contains("Microsoft × OpenAI does not compare"));
    let label = sections::deals::label(&waiting);
    assert!(label.contains("Amazon × Anthropic minus $0.7B before the stake and plus $6.4B with it"), "{label}");
    assert!(
        label.contains("Microsoft × OpenAI $13B of new money; commitment not stated ($250B in public reports)"),
        "{label}"
    );
    let asks = deals::acceptance(Deal::find("microsoft_openai").unwrap()).unwrap();
    assert!(asks.words.contains("Public reports name $250B") && asks.sources == ["P22"]);
    assert!(
        DEALS.into_iter().filter(|deal| deal.id != "microsoft_openai").all(|deal| deals::acceptance(deal).is_none())
    );
}

#[test]
fn terms_keep_stated_completed_and_assumed_apart() {
    for deal in DEALS {
        let groups = deals::terms(deal, true);
        let count: usize = groups.iter().map(|group| group.terms.len()).sum();
        assert_eq!(count, deal.all_terms().count(), "{}", deal.id);
        assert_eq!(groups.is_empty(), deals::card(deal).is_some(), "{}", deal.id);
    }
    let of = |id: &str, accepted: bool, origin: Origin, key: &str| {
        let groups = deals::terms(Deal::find(id).unwrap(), accepted);
        let group = groups.into_iter().find(|group| group.origin == origin).unwrap();
        group.terms.into_iter().find(|term| term.key == key).unwrap().value
    };
    for (id, accepted, origin, key, value) in [
        ("amazon_anthropic", false, Origin::Stated, "commit_total_b", "$100B"),
        ("amazon_openai", false, Origin::Completed, "commit_years", "8 years"),
        ("microsoft_openai", false, Origin::Completed, "commit_total_b", "not stated"),
        ("microsoft_openai", true, Origin::Completed, "commit_total_b", "$250B"),
        ("microsoft_openai", true, Origin::Assumed, "gw_headline", "not stated"),
        ("google_anthropic", true, Origin::Assumed, "arr_g1", "60% a year"),
        ("microsoft_anthropic", true, Origin::Assumed, "exit_multiple", "6x"),
    ] {
        assert_eq!(of(id, accepted, origin, key), value, "{id}: {key}");
    }
    assert_eq!(deals::parties(Deal::find("amazon_openai").unwrap()), "Amazon and OpenAI, February 2026");
    assert_eq!(deals::parties(Deal::find("google_internal").unwrap()), "Google");
}

#[test]
fn an_own_deal_goes_by_its_name() {
    assert_eq!(deals::name(Start::Own(Name::NONE)), "Your own deal");
    assert_eq!(deals::name(own(10.0, 2.0).start()), "Our deal");
    let mut case = Case::default();
    case.set(&Control::PRIMARY[2], 0.4).unwrap();
    assert_eq!(deals::line_name(&DealLine::of_case(&case)), "Your case of Amazon × Anthropic");
}

#[test]
fn the_table_writes_what_is_known_and_dashes_for_the_rest() {
    let table = deals_table(&compare(false, Some(&own(40.0, 0.0))));
    let row = |name: &str| {
        let row = table.rows.iter().find(|row| row[0].text.starts_with(name)).unwrap();
        row.iter().skip(1).map(|cell| cell.text.clone()).collect::<Vec<_>>().join(" ")
    };
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    assert!(table.columns.iter().any(|column| column == "$B per GW-year, at the capacity ceiling"));
    for (name, cells) in [
        ("Amazon × Anthropic", "25.0 100.0 4.00x 2.00 33.3% (0.7) 6.4"),
        ("Amazon × OpenAI", "50.0 100.0 2.00x 6.25 50.0% (26.9) (19.6)"),
        ("Microsoft × OpenAI: $13B of new money", "– – – – – – –"),
        ("Google × Gemini: internal", "– – – – – – –"),
        ("Google × Anthropic", "40.0 200.0 5.00x 8.00 133.3% 2.3 22.3"),
        ("Microsoft × Anthropic", "5.0 30.0 6.00x 6.00 20.0% 0.5 3.8"),
        ("Our deal", "0.0 40.0 – – 13.3% 6.0 6.0"),
    ] {
        assert_eq!(row(name), cells, "{name}");
    }
}

#[test]
fn the_file_has_every_digit_and_leaves_the_rest_empty() {
    let file = csv::deals(&compare(false, None)).write("case");
    let lines: Vec<&str> = file.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), DEALS.len() + 1);
    assert!(lines[0].contains("Price at the capacity ceiling ($B per GW-year)"));
    assert!(
        lines[1].starts_with("Amazon × Anthropic,25,100,10,4,2,0.3333333333333333,-0.66642312801543"),
        "{}",
        lines[1]
    );
    assert!(lines[3].starts_with("Microsoft × OpenAI,,,,,,,,,$13B of new money"), "{}", lines[3]);
}

#[test]
fn the_chart_is_clear_at_every_width() {
    for accepted in [false, true] {
        let lines = compare(accepted, Some(&own(40.0, 5.0)));
        for width in WIDTHS {
            let picture = picture(&lines, width);
            picture.is_sound(1.0);
            picture.holds_its_marks();
            for words in ["Amazon × Anthropic", "Google × Gemini", "Our deal", "−0.7", "+6.4", "−26.9", "+22.3"] {
                assert!(picture.says(words), "{words} at {width}: {:?}", picture.all_words());
            }
            assert_eq!(picture.says("commitment not stated"), !accepted, "{width}");
            assert!(picture.says("4.00x commit per dollar, 33.3% of run-rate"), "{width}: {:?}", picture.all_words());
            assert!(picture.says("Thick: before the stake; thin: with it"), "{width}");
        }
    }
}

#[test]
fn losses_lie_left_of_zero_and_gains_right() {
    let lines = compare(true, None);
    let bars = picture(&lines, 984.0).bars();
    // Two for each deal that has figures, behind the paper.
    assert_eq!(bars.len(), 2 * PRESETS.len());
    let (openai, google) = (&bars[2], &bars[6]);
    assert!(openai.0 + openai.2 <= google.0 + 1.0, "{openai:?} left of {google:?}");
}

#[test]
fn a_deal_is_read_with_the_word_ceiling() {
    let data = Deals::new(&compare(false, None));
    let spoken: Vec<String> = (0..DEALS.len()).map(|at| data.reading(at).unwrap().spoken()).collect();
    assert_eq!(data.reading(DEALS.len()), None);
    assert!(spoken[0].contains("$2.00B at the capacity ceiling"), "{}", spoken[0]);
    assert!(spoken[2].contains("commitment not stated") && spoken[3].contains("nothing to compute"), "{spoken:?}");
}

fn signals(inputs: &Inputs) -> Vec<Watched> {
    Watch::after(None, inputs, Objective::DEAL, Scan::Dense).signals
}

#[test]
fn signals_say_where_they_flip() {
    let line = |inputs: &Inputs, id: &str| {
        let lines = watch::lines(inputs, &signals(inputs));
        let line = lines.into_iter().find(|line| line.input == id).unwrap();
        format!("{}: {}", line.now, line.flip)
    };
    let base = defaults();
    assert_eq!(line(&base, "commit_margin"), "30%: flips the answer at 31.3%");
    assert_eq!(line(&base, "adoption_ceiling"), "30%: flips the answer at 32.9%");
    let lens =
        "has no effect in the margin lens: what chips save counts where machines are paid for, in the capex lens";
    assert_eq!(line(&base, "silicon_saving"), format!("19%: {lens}"));
    let capex = Inputs { lens: Lens::Capex, price_b_per_gw_yr: 10.0, ..base };
    assert!(
        line(&capex, "silicon_saving").starts_with("19%: flips the answer at "),
        "{}",
        line(&capex, "silicon_saving")
    );
    let growth = "has no effect here: growth counts through the shares, a draw-down that follows it, or a commitment beyond \
                  the lab’s means";
    assert_eq!(line(&base, "arr_g1"), format!("60% a year: {growth}"));
    assert_eq!(line(&base, "milestone_prob"), "100%: flips the answer at 95.8%; what is not drawn is not spent");
    let failed = SCENARIOS[3].inputs();
    assert_eq!(line(&failed, "milestone_prob"), "25%: does not flip the answer anywhere in its range");
    assert_eq!(line(&failed, "arr_g1"), format!("0% a year: {growth}"));
    assert_eq!(line(&failed, "adoption_ceiling"), "10%: has no effect on the answer as the other inputs stand");
}

#[test]
fn the_head_of_the_list_counts_what_flips() {
    let title = |inputs: &Inputs| watch::title(&signals(inputs));
    assert_eq!(title(&defaults()), "Three signals could each flip the answer alone");
    let hopeless = Inputs { discount_rate: 0.25, contingent_b: 0.0, immediate_b: 100.0, ..defaults() };
    assert_eq!(title(&hopeless), "No single signal would flip the answer");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever the reader's own deal is, it is drawn inside the picture and nothing overlaps.
    #[test]
    fn any_own_deal_can_be_drawn(commit in 0.0..100_000.0_f64, money in 0.0..100_000.0_f64, width in 280.0..1600.0_f64) {
        let lines = compare(true, Some(&own(commit, money)));
        picture(&lines, width).is_sound(1.0);
        let words = [sections::deals::title(&lines), sections::deals::note(&lines), sections::deals::label(&lines)];
        prop_assert!(words.iter().all(|words| !words.contains("NaN") && !words.contains("inf ")));
    }
}
