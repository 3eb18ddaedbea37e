//! Other deals, guided paths and what to watch: held to the worked cases, to the catalogue, and to the model itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]

use std::collections::HashSet;

use offtake::analysis::deals::{DealLine, Figures, Known, compare, standing};
use offtake::analysis::flip::Scan;
use offtake::analysis::objective::Objective;
use offtake::analysis::watch::{Watch, Watched};
use offtake::catalog::deals::{EMPTY, INHERITED};
use offtake::catalog::paths::{PATHS, Path};
use offtake::catalog::signals::SIGNALS;
use offtake::catalog::{
    Case, Control, DEALS, Deal, DealKind, Input, Origin, PRESETS, Reference, SCENARIOS, Side, Start, Term, defaults,
    find,
};
use offtake::model::{
    AdoptionModel, BuyerOutcome, Inputs, Lens, MarginStatus, Name, Outcome, PaybackStatus, buyer, evaluate, value,
};
use offtake::protocol::link::{Decoded, Figure, Link, decode, encode};
use serde_json::Value;

fn worked() -> Value {
    serde_json::from_str(include_str!("cases.json")).unwrap()
}

fn deal(id: &str) -> &'static Deal {
    Deal::find(id).unwrap()
}

fn terms(deal: &'static Deal) -> Vec<&'static Term> {
    deal.all_terms().collect()
}

#[test]
fn the_deals_have_the_numbers_of_the_worked_cases() {
    let presets = worked()["presets"].as_object().unwrap().clone();
    let ids: HashSet<&str> = Deal::computed().map(|deal| deal.id).collect();
    assert_eq!(ids, presets.keys().map(String::as_str).collect());
    assert_eq!(ids.len(), PRESETS.len());
    for (id, values) in presets {
        let expected = values.as_object().unwrap();
        let inputs = deal(&id).inputs(true);
        let changed: Vec<&Input> = offtake::catalog::changed(&inputs, &defaults()).collect();
        assert!(changed.iter().all(|input| expected.contains_key(input.id)), "{id}");
        for (key, value) in expected {
            let input = find(key).unwrap();
            let wanted = value.as_f64().or_else(|| input.choice_position(value.as_str().unwrap())).unwrap();
            assert_eq!(input.get(&inputs).to_bits(), wanted.to_bits(), "{id}: {key}");
        }
    }
}

/// Each number that is not a default says where it comes from, once; what is said names sources that exist.
#[test]
fn every_number_of_a_deal_says_where_it_comes_from() {
    for deal in DEALS {
        let terms = terms(deal);
        let keys: HashSet<&str> = terms.iter().map(|term| term.key).collect();
        assert_eq!(keys.len(), terms.len(), "{}: a number is told twice", deal.id);
        if let Some(preset) = deal.preset() {
            assert!(preset.values.iter().all(|(key, _)| keys.contains(key)), "{}: a number is not told", deal.id);
            assert_eq!(preset.name, deal.name);
        }
        for term in terms {
            assert!(find(term.key).is_some() && term.words.ends_with('.'), "{}: {}", deal.id, term.key);
            assert!(term.sources.iter().all(|id| Reference::find(id).is_some()), "{}: {}", deal.id, term.key);
            let has = |letter: char| term.sources.iter().any(|id| id.starts_with(letter));
            match term.origin {
                Origin::Stated => assert!(has('S'), "{}: {}", deal.id, term.key),
                Origin::Completed => assert!(has('P'), "{}: {}", deal.id, term.key),
                Origin::Assumed => assert!(!has('S') && !term.needs_acceptance, "{}: {}", deal.id, term.key),
            }
        }
    }
}

#[test]
fn what_a_deal_takes_from_this_one_is_told_as_an_assumption() {
    for deal in Deal::computed() {
        let inherited: Vec<_> = INHERITED.iter().filter(|term| deal.all_terms().any(|one| one == *term)).collect();
        assert_eq!(inherited.len(), if deal.is_this() { 0 } else { INHERITED.len() }, "{}", deal.id);
        for term in inherited {
            let input = find(term.key).unwrap();
            assert_eq!(input.get(&deal.inputs(true)).to_bits(), input.default.to_bits(), "{}: {}", deal.id, term.key);
            assert_eq!(term.origin, Origin::Assumed);
        }
    }
}

#[test]
fn the_internal_deal_is_words_and_nothing_to_start_from() {
    let internal = deal("google_internal");
    assert!(matches!(internal.kind, DealKind::Text(_, ["S32"])));
    assert_eq!((internal.preset(), internal.all_terms().count()), (None, 0));
    assert_eq!(Start::find("google_internal"), None);
    assert_eq!(DealLine::of(internal, true).figures, Figures::Internal);
}

#[test]
fn the_comparison_is_that_of_the_worked_cases() {
    let all = worked();
    let cases = all["cases"].as_array().unwrap();
    let outputs = |name: &str| cases.iter().find(|case| case["name"] == name).unwrap()["outputs"].clone();
    let near = |found: Option<f64>, expected: &Value, what: &str| match (found, expected.as_f64()) {
        (Some(found), Some(expected)) => {
            assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{what}: {found} for {expected}");
        }
        (found, expected) => assert_eq!(found, expected, "{what}"),
    };
    let lines = compare(true, None);
    assert_eq!(lines.len(), DEALS.len());
    for line in lines.iter().filter(|line| line.start.id() != "google_internal") {
        let id = line.start.id();
        let expected = outputs(&if id == "amazon_anthropic" { "default".to_owned() } else { format!("preset_{id}") });
        let known = line.known().unwrap();
        near(known.commit_per_dollar, &expected["ratios"]["commit_over_ceiling"], id);
        near(known.per_gw_year_b, &expected["gw"]["commit_b_per_gw_year"], id);
        near(known.share, &expected["commit_share"]["headline"], id);
        near(Some(known.npv_b), &expected["npv_b"], id);
        near(Some(known.npv_with_equity_b), &expected["npv_with_equity_b"], id);
    }
}

/// The table of section 3.3, as it is printed.
#[test]
fn the_comparison_rounds_to_the_printed_table() {
    let line = |id: &str| {
        let Known { commit_per_dollar, per_gw_year_b, share, npv_b, .. } =
            *DealLine::of(deal(id), true).known().unwrap();
        let two = |value: Option<f64>| value.map_or_else(|| "n/a".to_owned(), |value| format!("{value:.2}"));
        format!("{} {} {:.1}% {npv_b:.1}", two(commit_per_dollar), two(per_gw_year_b), share.unwrap() * 100.0)
    };
    for (id, printed) in [
        ("amazon_anthropic", "4.00 2.00 33.3% -0.7"),
        ("amazon_openai", "2.00 6.25 50.0% -26.9"),
        ("microsoft_openai", "19.23 n/a 125.0% 24.2"),
        ("google_anthropic", "5.00 8.00 133.3% 2.3"),
        ("microsoft_anthropic", "6.00 6.00 20.0% 0.5"),
    ] {
        assert_eq!(line(id), printed, "{id}");
    }
}

#[test]
fn the_commitment_of_microsoft_stays_empty_until_it_is_accepted() {
    let waiting: Vec<&str> = DEALS.iter().filter(|deal| deal.needs_acceptance()).map(|deal| deal.id).collect();
    assert_eq!(waiting, ["microsoft_openai"]);
    let microsoft = deal("microsoft_openai");
    assert_eq!((microsoft.inputs(false).commit_total_b, microsoft.inputs(true).commit_total_b), (0.0, 250.0));
    let figures = Figures::NotStated { new_money_b: 13.0, offered_b: 250.0 };
    assert_eq!(DealLine::of(microsoft, false).figures, figures);

    let mut case = Case::default();
    case.start_from(Start::Deal(microsoft));
    assert_eq!((case.inputs().commit_total_b, case.changes()), (0.0, 0));
    assert_eq!(DealLine::of_case(&case).figures, figures);
    case.set(Control::find("tax_rate").unwrap(), 0.25).unwrap();
    case.accept(true);
    assert_eq!((case.inputs().commit_total_b, case.changes(), case.inputs().tax_rate), (250.0, 1, 0.25));
    assert!(DealLine::of_case(&case).known().is_some());
    case.accept(false);
    assert_eq!((case.inputs().commit_total_b, case.changes()), (0.0, 1));
    // A commitment that the reader typed in is the reader's own.
    case.set(Control::find("commit_total_b").unwrap(), 100.0).unwrap();
    assert!(DealLine::of_case(&case).known().is_some());
}

#[test]
fn scenarios_stand_on_top_of_a_deal() {
    let mut case = Case::default();
    for deal in Deal::computed() {
        for scenario in SCENARIOS {
            let (mut expected, accepted) = (defaults(), case.has_accepted());
            deal.preset().unwrap().apply(&mut expected);
            scenario.apply(&mut expected);
            case.start_from(Start::Deal(deal));
            case.accept(true);
            case.select(scenario);
            assert_eq!((case.inputs(), case.changes(), case.start()), (&expected, 0, Start::Deal(deal)));
            assert!(accepted || deal.is_this());
        }
    }
}

#[test]
fn an_own_deal_starts_empty_and_keeps_what_it_is_made_of() {
    let name = Name::new("Our deal").unwrap();
    let mut case = Case::default();
    case.start_from(Start::Own(name));
    let outcome = evaluate(case.inputs());
    assert_eq!((outcome.npv_b, outcome.npv_with_equity_b, case.changes()), (0.0, 0.0, 0));
    assert_eq!((outcome.equity.stake_at_exit, outcome.ladder.revenue_per_dollar), (0.0, None));
    let usual = defaults();
    let assumptions = offtake::catalog::changed(case.inputs(), &usual).map(|input| input.id);
    let empty: HashSet<&str> = EMPTY.iter().map(|(key, _)| *key).collect();
    assert_eq!(assumptions.collect::<HashSet<_>>(), empty);
    case.rename(Name::new("Another").unwrap());
    assert_eq!(case.start().own_name().unwrap().as_str(), "Another");

    // From a deal, all of it is kept and counted.
    let mut case = Case::default();
    case.start_from(Start::Deal(deal("amazon_openai")));
    let before = *case.inputs();
    case.make_own(name);
    assert_eq!((case.inputs(), case.start()), (&before, Start::Own(name)));
    assert!(case.changes() > 0);
    case.reset_side(Side::Investor);
    assert_eq!(case.inputs(), &Start::Own(name).inputs(false));
}

#[test]
fn the_readers_case_is_compared_once_it_differs() {
    let mut case = Case::default();
    assert_eq!(compare(false, Some(&case)).len(), DEALS.len());
    case.set(&Control::PRIMARY[2], 0.4).unwrap();
    let lines = compare(false, Some(&case));
    let last = lines.last().unwrap();
    assert!(last.is_case && lines.len() == DEALS.len() + 1);
    assert_eq!(last.known().unwrap().npv_b.to_bits(), value(case.inputs()).npv_b.to_bits());
}

/// While a slider moves, the deals of the catalogue stay what they are: none of them is evaluated anew.
#[test]
fn deals_as_they_stand_are_found_once_and_are_those_of_every_comparison() {
    for accepted in [false, true] {
        assert!(std::ptr::eq(standing(accepted), standing(accepted)));
        let anew: Vec<DealLine> = DEALS.into_iter().map(|deal| DealLine::of(deal, accepted)).collect();
        assert_eq!(standing(accepted), anew);
        let mut case = Case::default();
        case.set(&Control::PRIMARY[2], 0.4).unwrap();
        assert_eq!(compare(accepted, Some(&case))[..DEALS.len()], anew);
    }
    assert_ne!(standing(false), standing(true));
}

#[test]
fn every_signal_moves_an_input_and_has_sources() {
    let inputs = ["arr_g1", "silicon_saving", "commit_margin", "adoption_ceiling", "milestone_prob"];
    assert_eq!(SIGNALS.map(|signal| signal.input), inputs);
    for signal in SIGNALS {
        assert!(signal.input().is_some() && signal.control().is_some(), "{}", signal.id);
        assert!(!signal.sources.is_empty(), "{}", signal.id);
        assert!(signal.sources.iter().all(|(_, id)| Reference::find(id).is_some()), "{}", signal.id);
    }
}

fn watch(inputs: &Inputs) -> Vec<Watched> {
    Watch::after(None, inputs, Objective::DEAL, Scan::Dense).signals
}

fn watched(inputs: &Inputs, id: &str) -> Watched {
    watch(inputs).into_iter().find(|watched| watched.input.id == id).unwrap()
}

#[test]
fn a_flip_is_where_the_answer_changes_its_sign() {
    for inputs in SCENARIOS.iter().map(offtake::catalog::Scenario::inputs) {
        for inputs in [inputs, Inputs { lens: Lens::Capex, ..inputs }] {
            for Watched { input, now, flips_at, has_effect, .. } in watch(&inputs) {
                assert_eq!(now.to_bits(), input.get(&inputs).to_bits());
                assert!(has_effect || flips_at.is_none());
                let Some(at) = flips_at else { continue };
                let npv = |value: f64| {
                    let mut moved = inputs;
                    input.set(&mut moved, value).unwrap();
                    offtake::model::value(&moved).npv_b
                };
                assert!(npv(at).abs() < 1e-6, "{}: {at}", input.id);
                assert!(input.slider.contains(at), "{}: {at}", input.id);
            }
        }
    }
    let margin = watched(&defaults(), "commit_margin").flips_at.unwrap();
    assert!((margin - 0.313_435).abs() < 1e-5, "the break-even margin: {margin}");
}

#[test]
fn the_saving_on_chips_counts_only_where_machines_are_paid_for() {
    let silicon = |lens| watched(&Inputs { lens, price_b_per_gw_yr: 10.0, ..defaults() }, "silicon_saving");
    assert!(!silicon(Lens::Margin).has_effect);
    let capex = silicon(Lens::Capex);
    assert!(capex.has_effect && capex.flips_at.is_some());
    let none = Inputs { adoption_model: AdoptionModel::None, ..defaults() };
    assert!(!watched(&none, "adoption_ceiling").has_effect);
}

/// Their names are in links that others hold.
#[test]
fn paths_keep_their_names() {
    let ids = [
        "does-the-4x-pay",
        "what-if-margins-stay-thin",
        "what-if-claude-does-not-differentiate",
        "how-heavy-if-growth-slows",
        "what-would-this-contract-mean-for-us",
    ];
    assert_eq!(PATHS.map(|path| path.id), ids);
}

#[test]
fn paths_are_links_and_frames_that_are_wholly_understood() {
    for path in PATHS {
        let Decoded { link, ignored } = decode(&path.query());
        assert_eq!((ignored, link.side, link.view.as_deref()), (vec![], path.side, Some(path.id)), "{}", path.id);
        assert_eq!(decode(&encode(&link)).link, link);
        let Decoded { link: frame, ignored } = decode(&path.embed());
        assert_eq!((ignored, frame.side, frame.case), (vec![], path.side, link.case), "{}", path.id);
        let embed = frame.embed.unwrap();
        assert_eq!(embed.sliders.as_deref(), Some(path.controls), "{}", path.id);
        assert_eq!(embed.figure.id(), path.figure);
        assert!(Figure::ALL.iter().any(|figure| figure.id() == path.figure));
        assert!((2..=3).contains(&path.controls.len()), "{}", path.id);
        let words = path.paragraph.split_whitespace().count();
        assert!((60..=110).contains(&words), "{}: {words} words", path.id);
        assert!(
            path.question.ends_with('?') && !path.paragraph.contains("guarantee") && !path.paragraph.contains(" will ")
        );
        assert!(path.paragraph.bytes().all(|byte| !byte.is_ascii_digit()), "{}: numbers are computed", path.id);
    }
}

fn start(id: &str) -> Link {
    decode(&Path::find(id).unwrap().query()).link
}

fn moved(inputs: &Inputs, change: impl FnOnce(&mut Inputs)) -> Outcome {
    let mut inputs = *inputs;
    change(&mut inputs);
    evaluate(&inputs)
}

/// The values of the objective at all steps of a slider.
fn along(link: &Link, id: &str) -> Vec<f64> {
    let (control, side) = (Control::find(id).unwrap(), link.side);
    let limits = control.limits;
    (0..=200)
        .map(|step| {
            let mut inputs = *link.case.inputs();
            let value = limits.min + (limits.max - limits.min) * f64::from(step) / 200.0;
            find(id).unwrap().set(&mut inputs, value).unwrap();
            Objective::of(side, link.stake).value(&inputs)
        })
        .collect()
}

#[test]
fn the_4x_is_as_its_path_says() {
    let link = start("does-the-4x-pay");
    let outcome = evaluate(link.case.inputs());
    let ladder = &outcome.ladder;
    let rung = |value: Option<f64>| value.unwrap();
    assert!(
        rung(ladder.operating_profit_per_dollar) < rung(ladder.revenue_per_dollar) / 2.0,
        "serving takes most of it"
    );
    assert!(rung(ladder.after_tax_per_dollar) < rung(ladder.operating_profit_per_dollar));
    assert!(rung(ladder.present_value_per_dollar) < 1.0, "less than each dollar put in");
    let alone = outcome.break_even.npv_without_enterprise;
    assert!(outcome.npv_b < 0.0 && outcome.npv_b > alone / 2.0, "most of the gap, though not all");
    for id in ["commit_margin", "adoption_ceiling"] {
        let values = along(&link, id);
        assert!(values.iter().any(|npv| *npv > 0.0) && values.iter().any(|npv| *npv < 0.0), "{id} turns the answer");
    }
}

#[test]
fn thin_margins_are_as_their_path_says() {
    let inputs = *start("what-if-margins-stay-thin").case.inputs();
    let outcome = evaluate(&inputs);
    assert!((inputs.milestone_prob - 0.5).abs() < 1e-12 && inputs.commit_margin < defaults().commit_margin);
    assert!(inputs.adoption_ceiling < defaults().adoption_ceiling);
    assert_eq!(outcome.payback.status, PaybackStatus::PaidBack);
    assert!(outcome.payback.years.unwrap() > f64::from(inputs.commit_years) * 0.7, "late in the contract");
    assert!(outcome.npv_b < 0.0, "with interest it does not earn its cost of capital");
    let drawn = moved(&inputs, |inputs| inputs.milestone_prob = 1.0);
    assert_eq!(drawn.payback.status, PaybackStatus::Never);
    assert!(drawn.npv_b < outcome.npv_b);
    assert!(moved(&inputs, |inputs| inputs.commit_margin = defaults().commit_margin).npv_b > 0.0);
    assert_eq!(outcome.break_even.commit_margin_status, MarginStatus::Ok);
}

#[test]
fn the_failed_bet_is_as_its_path_says() {
    let link = start("what-if-claude-does-not-differentiate");
    let inputs = *link.case.inputs();
    let outcome = evaluate(&inputs);
    assert!(inputs.arr_g1 <= 0.0 && inputs.fulfilment < 0.5 && inputs.take_or_pay < 0.5);
    assert!(outcome.rows.iter().all(|row| row.new_adopters == 0.0));
    assert_eq!(outcome.payback.status, PaybackStatus::Never);
    assert!(outcome.npv_with_equity_b < 0.0 && inputs.milestone_prob < 1.0);
    assert!(moved(&inputs, |inputs| inputs.milestone_prob = 1.0).npv_b < outcome.npv_b);
    assert!(along(&link, "fulfilment").iter().all(|npv| *npv < 0.0), "more use alone does not turn it");
    assert!(along(&link, "take_or_pay").last().unwrap() > &0.0, "collecting the shortfall would");
}

#[test]
fn slow_growth_is_as_its_path_says() {
    let inputs = *start("how-heavy-if-growth-slows").case.inputs();
    let path = |inputs: &Inputs| evaluate(inputs).commit_share.path;
    let (slow, usual) = (path(&inputs), path(&defaults()));
    assert!(inputs.arr_g1 < defaults().arr_g1);
    for falls in [&slow, &usual] {
        assert!(falls.windows(2).all(|pair| pair[1] < pair[0]));
    }
    assert!(usual.last().unwrap() / usual[0] < 0.3, "quickly");
    assert!(slow.last().unwrap() > &(2.0 * usual.last().unwrap()), "more than twice");
    let none = path(&Inputs { arr_g1: 0.0, arr_g_lt: 0.0, ..inputs });
    assert!(none.iter().all(|share| (share - none[0]).abs() < 1e-12), "it stays where it began");
}

#[test]
fn the_buyers_contract_is_as_its_path_says() {
    let inputs = *start("what-would-this-contract-mean-for-us").case.inputs();
    let outcome: BuyerOutcome = buyer::evaluate(&inputs);
    let even = outcome.break_even_usage.unwrap();
    assert!(even > 0.8 && even < 1.0, "nearly all of the demand: {even}");
    let with = |change: &dyn Fn(&mut Inputs)| {
        let mut inputs = inputs;
        change(&mut inputs);
        buyer::evaluate(&inputs)
    };
    assert!(outcome.pv_commit_benefit_m > 0.0);
    assert!(with(&|inputs| inputs.buyer.usage_realised = 0.6).pv_commit_benefit_m < 0.0);
    let fast = |matched: f64| {
        with(&|inputs| (inputs.buyer.price_drift, inputs.buyer.price_match) = (0.1, matched)).pv_commit_benefit_m
    };
    assert!(fast(0.0) < 0.0 && fast(1.0) > 0.0, "a discount without a price match may be no gain");
}

#[test]
fn sentences_speak_of_the_parties_of_the_deal() {
    use offtake::catalog::Side;
    use offtake::model::Stake;
    use offtake::wording::{Parties, embed, objectives, parties, verdict};
    let said = |id: &str| {
        Parties::of(Start::find(id).unwrap()).choose();
        let inputs = Start::find(id).unwrap().inputs(true);
        let answer = verdict::plain(&verdict::verdict(&inputs, &evaluate(&inputs), Stake::LeftOut));
        (embed::deal(), verdict::kicker(&inputs), answer, objectives::tab(Side::Lab))
    };
    let (deal, kicker, answer, tab) = said("amazon_anthropic");
    assert_eq!((deal.as_str(), tab.as_str()), ("Amazon × Anthropic, April 2026", "Lab · Anthropic"));
    assert!(kicker.starts_with("Amazon’s side, ten years from 20 April 2026") && answer.contains("Amazon gets back"));
    let (deal, kicker, answer, tab) = said("google_anthropic");
    assert_eq!((deal.as_str(), tab.as_str()), ("Google × Anthropic", "Lab · Anthropic"));
    assert!(
        kicker.starts_with("Google’s side, five years from closing") && answer.contains("Google"),
        "{kicker} {answer}"
    );
    assert_eq!(said("amazon_openai").0, "Amazon × OpenAI, February 2026");
    let (deal, kicker, answer, _) = said("own");
    assert!(deal.starts_with("The investor × The lab") && kicker.starts_with("The investor’s side"), "{deal} {kicker}");
    assert!(!answer.contains("Amazon"), "{answer}");
    Parties::of(Start::default()).choose();
    assert_eq!(parties().investor, "Amazon");
}

#[test]
fn a_value_of_another_deal_has_the_status_that_it_has_there() {
    use offtake::catalog::{Side, Status};
    let of = |start: &str, control: &str| Start::find(start).unwrap().basis(Control::find(control).unwrap());
    for control in Control::all() {
        let basis = Start::default().basis(control);
        assert_eq!((basis.status, basis.note, basis.sources), (control.status, control.note, control.sources));
    }
    for (deal, control, status) in [
        ("google_anthropic", "commit_total_b", Status::Public),
        ("google_anthropic", "commit_margin", Status::Assumption),
        ("amazon_openai", "investment", Status::Public),
        ("microsoft_openai", "commit_years", Status::Assumption),
        ("own", "commit_total_b", Status::Assumption),
    ] {
        assert_eq!(of(deal, control).status, status, "{deal} {control}");
    }
    assert!((of("google_anthropic", "commit_total_b").value - 200.0).abs() < f64::EPSILON);
    let buyer = Side::Buyer.control("discount").unwrap();
    assert_eq!(Start::find("own").unwrap().basis(buyer).note, buyer.note, "a buyer's contract is of no deal");
}
