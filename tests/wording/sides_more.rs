//! Charts, registers, labels and popovers of the lab and the buyer, case by case.

use offtake::analysis::clauses::clauses;
use offtake::analysis::field::{Axes, Field, Measure};
use offtake::analysis::objective::Objective;
use offtake::analysis::track::Question;
use offtake::catalog::deals::Start;
use offtake::catalog::uncertainty::swings;
use offtake::catalog::{
    Case, Control, LAB_PRESETS, Proportion, RUN_RATES, SCENARIOS, Side, Status, defaults, reported,
};
use offtake::charts::burden::Burden;
use offtake::model::burden::evaluate as burden_of;
use offtake::model::buyer::evaluate as buyer_of;
use offtake::model::{Inputs, Name, Obligation, Stake, evaluate};
use offtake::wording::metrics::{Known, Metric};
use offtake::wording::sections::{self, burden, obligations};
use offtake::wording::side::Voice;
use offtake::wording::tables::burden_table;
use offtake::wording::verdict::plain;
use offtake::wording::{buyer, lab, side, sources, tracks};

use super::sides::{buyer_with, lab_with, public};

#[test]
fn charts_of_every_side_are_explained_by_its_own_figures() {
    for (side, grid, tornado) in [
        (Side::Investor, "npv", "tornado"),
        (Side::Lab, "lab_headroom", "lab_tornado"),
        (Side::Buyer, "buyer_npv", "buyer_tornado"),
    ] {
        let objective = Objective::of(side, Stake::LeftOut);
        assert_eq!((Metric::of_objective(objective).id, Metric::of_swings(side).id), (grid, tornado));
        if side != Side::Investor {
            let bars: Vec<&str> = swings(side).iter().map(|swing| swing.id).collect();
            assert_eq!(Metric::of_swings(side).inputs, bars, "{side:?}");
        }
    }
}

#[test]
fn registers_count_the_inputs_of_the_side_that_asks() {
    for (side, inputs, counts, has) in [
        (Side::Lab, defaults(), "Of 11 inputs 3 are assumptions, 7 are stated", "arr_g1"),
        (Side::Lab, lab_with(|inputs| inputs.lab.obligation_count = 2), "Of 14 inputs 6 are", "obligation_2_total_b"),
        (Side::Lab, public(), "Of 17 inputs 5 are assumptions, 7 are stated", "obligation_3_years"),
        (Side::Buyer, defaults(), "Of 20 inputs 14 are assumptions, 3 are stated", "commit_m"),
    ] {
        let said = sources::input_counts(side, &inputs);
        assert!(said.starts_with(counts), "{said}");
        let (register, count) = (sources::assumed(side, &inputs), side::assumptions(side, &inputs));
        assert_eq!(register.entries.len(), count);
        assert_eq!(register.name, format!("Assumptions of this model, {count}"));
        assert!(side::basis(side, &inputs).contains(&format!("{count} assumptions")), "{}", side::basis(side, &inputs));
        let ids: Vec<&str> = register.entries.iter().map(|entry| entry.id).collect();
        assert!(ids.contains(&has) && !ids.contains(&"commit_margin"), "{ids:?}");
    }
}

#[test]
fn a_reported_obligation_is_no_assumption_of_the_reader() {
    let of =
        |id: &str, inputs: &Inputs| reported(id, Start::default(), inputs).map(|basis| (basis.status, basis.sources));
    let (google, azure) = (&["P20", "P29"][..], &["P23"][..]);
    for (id, expected) in [
        ("obligation_1_total_b", None),
        ("obligation_2_total_b", Some((Status::Public, google))),
        ("obligation_2_years", Some((Status::Public, google))),
        ("obligation_3_total_b", Some((Status::Public, azure))),
        ("obligation_3_years", Some((Status::Assumption, azure))),
        ("obligation_4_total_b", None),
        ("obligation_count", None),
        ("arr0_b", None),
    ] {
        assert_eq!(of(id, &public()), expected, "{id}");
    }
    let mut other = public();
    other.lab.obligations[1].total_b = 210.0;
    assert_eq!(of("obligation_2_years", &other), None, "a changed one is the reader's own");
    other.lab.obligations.swap(0, 1);
    assert_eq!(of("obligation_2_total_b", &other), Some((Status::Stated, &["S9", "P28"][..])), "known in any place");
    other.lab.obligation_count = 1;
    assert_eq!(of("obligation_2_total_b", &other), None, "and only while it counts");
    let years = sources::assumed(Side::Lab, &public()).entries.into_iter().find(|one| one.id == "obligation_3_years");
    assert_eq!(
        years.unwrap().parts[1..],
        ["5 years", "30 is public; that it begins at once and runs for five years is an assumption.", "May 2026"]
    );
}

#[test]
fn what_is_on_somebodys_word_says_so_wherever_it_goes() {
    let both = "Public reports: the Google figure is confirmed by neither side and the Azure term is assumed.";
    let google = "Public reports: the Google figure is confirmed by neither side.";
    let without_azure = {
        let mut inputs = public();
        inputs.lab.obligation_count = 2;
        inputs.arr0_b = 31.0;
        inputs
    };
    let own = {
        let mut inputs = public();
        (inputs.lab.obligations[1].total_b, inputs.lab.obligations[2].total_b) = (150.0, 10.0);
        inputs
    };
    for (inputs, expected) in [(defaults(), None), (public(), Some(both)), (without_azure, Some(google)), (own, None)] {
        let voice = Voice::new(Side::Lab, &inputs, Stake::LeftOut);
        assert_eq!(voice.caveat().as_deref(), expected);
        let is_said = expected.is_some();
        assert_eq!(
            voice.post().starts_with("Anthropic and its clouds, by public reports, partly unconfirmed. "),
            is_said
        );
        assert!(
            voice.post().ends_with(['.', '…']) && voice.post().contains("of each dollar owed.") || !is_said,
            "{}",
            voice.post()
        );
        let alternative = voice.alternative(&Case::default());
        assert_eq!(alternative.contains("Google figure"), is_said, "{alternative}");
        assert_eq!(burden::note(&inputs, &burden_of(&inputs)).contains("Google figure"), is_said);
        assert_eq!(obligations::note(&inputs, &burden_of(&inputs)).contains("Google"), is_said);
        assert_eq!(voice.notes().iter().any(|note| note.contains("Google figure")), is_said);
    }
    let other_rate = lab_with(|inputs| {
        *inputs = public();
        inputs.arr0_b = 30.0;
    });
    let note = obligations::note(&other_rate, &burden_of(&other_rate));
    assert!(
        note.contains("than the $47B reported with it; the Google figure is confirmed by neither side and"),
        "{note}"
    );
}

#[test]
fn a_changed_input_has_no_status_of_the_default() {
    let known = |case: &Case, id: &str| Known::of(Control::find(id).unwrap(), case);
    let told = |known: Known| match known {
        Known::As(basis) => Some((basis.status, basis.sources)),
        _ => None,
    };
    let changed = |id: &str, value: f64| {
        let mut case = Case::default();
        case.set(Control::find(id).unwrap(), value).unwrap();
        known(&case, id)
    };
    let usual = Control::find("arr0_b").unwrap();
    assert_eq!(told(known(&Case::default(), "arr0_b")), Some((Status::Stated, usual.sources)));
    assert_eq!(changed("arr0_b", 31.0), Known::Changed(30.0));
    assert_eq!(changed("arr0_b", 47.0), Known::Report(&RUN_RATES[2]));
    assert_eq!(changed("lab_gross_margin", 0.5), Known::Changed(0.4));
    assert_eq!(changed("discount", 0.2), Known::Changed(0.09));
    let mut case = Case::default();
    case.owe(&LAB_PRESETS[1]);
    assert_eq!(told(known(&case, "obligation_2_total_b")), Some((Status::Public, &["P20", "P29"][..])));
    assert_eq!(known(&case, "obligation_count"), Known::Changed(1.0));
    case.select(&SCENARIOS[1]);
    assert_eq!(known(&case, "commit_margin"), Known::Scenario);
    // Another lab's run-rate of 47 is on nobody's word.
    let mut other = Case::default();
    other.start_from(Start::find("amazon_openai").unwrap());
    other.set(usual, 47.0).unwrap();
    assert_eq!(known(&other, "arr0_b"), Known::Changed(25.0));
}

#[test]
fn a_run_rate_of_a_later_day_is_not_called_that_of_closing() {
    let words = |inputs: &Inputs| {
        let outcome = burden_of(inputs);
        let figure = lab::key_figures(inputs, &outcome).remove(3);
        let ring = Burden::new(inputs, &outcome).reading(0).unwrap();
        let table = burden_table(inputs, &outcome);
        [
            plain(&lab::second(inputs, &outcome)),
            format!("{}: {}", figure.label, figure.context.join(", ")),
            burden::label(inputs, &outcome),
            ring.head,
            table.rows[0][0].text.clone(),
        ]
    };
    let closing = words(&defaults());
    for (said, part) in closing.iter().zip([
        "33.3% of the $30B run-rate at closing.",
        "Share at closing: AWS, $10B on $30B",
        "33.3% of the run-rate at closing,",
        "Closing, April 2026",
        "Closing, the first obligation on run-rate",
    ]) {
        assert!(said.contains(part), "{part} in {said}");
    }
    for (said, part) in words(&public()).iter().zip([
        "21.3% of the $47B run-rate of late May 2026.",
        "Share of run-rate: AWS, $10B on $47B, the run-rate of late May 2026",
        "21.3% of the run-rate of late May 2026,",
        "Run-rate of late May 2026",
        "Late May 2026, the first obligation on run-rate",
    ]) {
        assert!(said.contains(part) && !said.contains("losing"), "{part} in {said}");
    }
}

fn notes(inputs: &Inputs) -> String {
    Voice::new(Side::Buyer, inputs, Stake::LeftOut).notes().join(" ")
}

#[test]
fn only_what_turns_the_sign_is_said_to_turn_it() {
    for (inputs, expected) in [
        (buyer_with(|buyer| buyer.price_drift = 0.1), "About even: a few percent of price can turn the sign."),
        (
            buyer_with(|buyer| buyer.usage_realised = 0.92),
            "About even: a few percent of usage or price can turn the sign.",
        ),
    ] {
        assert!(notes(&inputs).starts_with(expected), "{}", notes(&inputs));
    }
    let flat = buyer_with(|buyer| {
        (buyer.demand_growth, buyer.demand_m, buyer.commit_m) = (0.0, 1.0, 0.0);
        (buyer.saving_base_m, buyer.switch_prob, buyer.discount) = (0.0, 0.0, 0.09);
        (buyer.commit_m, buyer.shortfall_rate, buyer.price_drift) = (200.0, 0.0, 0.0);
    });
    assert!(notes(&flat).starts_with("About even: less than 2% of all that you commit to."), "{}", notes(&flat));
}

#[test]
fn a_break_even_of_the_commitment_alone_is_not_that_of_the_whole() {
    let inputs = defaults();
    let figures = Voice::new(Side::Buyer, &inputs, Stake::LeftOut).key_figures();
    assert_eq!(figures[2].context, ["of the commitment alone", "you assume 100%"]);
    let control = Side::Buyer.control("usage_realised").unwrap();
    let proportion = Proportion::default();
    let objective = Objective::BuyerNpv;
    let track = Question { inputs: &inputs, proportion, control, objective }.track(control.track, 41);
    let crossings = tracks::crossings(objective, control, &track);
    assert_eq!((crossings[0].words, crossings[0].value.as_str()), ("NPV zero at", "91.2%"));
    assert!(tracks::spoken(objective, control, &track).starts_with("NPV zero at 91.2 percent"));
}

#[test]
fn a_clause_that_owes_its_worth_to_the_switch_does_not_lead() {
    let title = |inputs: &Inputs| sections::clauses::title(&clauses(inputs), inputs, &buyer_of(inputs));
    assert_eq!(title(&defaults()), "Price match is the clause worth most");
    // Without an expected switch the same step of the term is the clause's own.
    let short = buyer_with(|buyer| (buyer.switch_prob, buyer.usage_realised) = (0.0, 0.5));
    assert_eq!(title(&short), "Term of the contract is the clause worth most");
}

#[test]
fn a_lock_in_keeps_price_cuts_only_where_prices_fall() {
    let with = |drift: f64| {
        buyer_with(|buyer| {
            (buyer.price_drift, buyer.price_match) = (drift, 0.35);
            (buyer.lock_in_after_year, buyer.term_years) = (2, 5);
        })
    };
    assert!(notes(&with(0.04)).contains("Price cuts after year 2 stay with the cloud."));
    assert!(!notes(&with(-0.04)).contains("stay with the cloud"), "{}", notes(&with(-0.04)));
}

#[test]
fn a_switch_without_effect_says_what_it_needs() {
    let reached = |inputs: &Inputs| {
        let mut locked = *inputs;
        locked.buyer.lock_in_after_year = 3;
        (buyer_of(&locked).npv_m - buyer_of(inputs).npv_m).abs() > 1e-9
    };
    for (inputs, needs) in [
        (defaults(), Some("A lock-in needs a price match and a term beyond year 3.")),
        (buyer_with(|buyer| buyer.price_match = 0.5), Some("A lock-in needs a term beyond year 3.")),
        (buyer_with(|buyer| buyer.term_years = 5), Some("A lock-in needs a price match.")),
        (buyer_with(|buyer| buyer.price_drift = 0.0), Some("Changes nothing while market prices do not move.")),
        (buyer_with(|buyer| (buyer.price_match, buyer.term_years) = (0.5, 5)), None),
    ] {
        assert_eq!(buyer::lock_in_needs(&inputs, 3).as_deref(), needs);
        assert_eq!(reached(&inputs), needs.is_none(), "it says so exactly while it has no effect");
    }
}

#[test]
fn the_heaviest_year_is_called_that_of_its_revenue_where_another_is_owed_more() {
    let late = lab_with(|inputs| {
        inputs.lab.obligation_count = 2;
        inputs.lab.obligations[1] =
            Obligation { name: Name::new("Late").unwrap(), total_b: 60.0, start_year: 8, years: 3 };
    });
    let outcome = burden_of(&late);
    let verdict = plain(&lab::verdict(&late, &outcome));
    assert!(verdict.contains("$10B in year 1, the heaviest for its revenue, or"), "{verdict}");
    assert_eq!(obligations::title(&late, &outcome), "Up to $30B owed a year, first in year 8");
    assert!(obligations::label(&late, &outcome).contains("in year 1, the heaviest for its revenue, "));
    let verdict = plain(&lab::verdict(&public(), &burden_of(&public())));
    assert!(verdict.contains("$56B in year 2, its heaviest, or"), "{verdict}");
}

#[test]
fn without_gross_profit_there_is_no_cover_to_tell() {
    let shrinking = lab_with(|inputs| (inputs.lab.lab_gross_margin, inputs.arr_g1) = (-0.2, -0.2));
    let none = lab_with(|inputs| (inputs.lab.lab_gross_margin, inputs.arr_g1) = (0.0, -0.2));
    for inputs in [shrinking, none] {
        let outcome = burden_of(&inputs);
        let heaviest = lab::heaviest(&outcome).unwrap();
        assert!(heaviest.t > 1, "the lightest year is another one");
        assert_eq!(lab::least_covered(&outcome).map(|(year, _)| year), Some(heaviest.t));
        assert!(burden::label(&inputs, &outcome).contains("there is no gross profit to pay it from"));
        assert!(burden_table(&inputs, &outcome).rows.iter().all(|row| row[5].text == "–"));
        let reading = Burden::new(&inputs, &outcome).reading(heaviest.t as usize).unwrap();
        assert!(reading.lines.iter().all(|line| line.name != "Gross-profit cover"), "{reading:?}");
        assert_eq!(lab::key_figures(&inputs, &outcome)[1].value, "None");
    }
    let tiny = lab_with(|inputs| (inputs.arr0_b, inputs.lab.obligations[0].total_b) = (0.001, 100_000.0));
    let outcome = burden_of(&tiny);
    let cover = lab::key_figures(&tiny, &outcome).remove(1);
    assert_eq!(
        (cover.value.as_str(), cover.context[0].as_str()),
        ("Almost none", "less than a cent of each dollar owed")
    );
    assert!(plain(&lab::verdict(&tiny, &outcome)).contains("less than a cent of each dollar owed"));
}

#[test]
fn what_is_typed_is_not_rounded_and_millions_stay_millions_beside_millions() {
    let typed = buyer_with(|buyer| (buyer.commit_m, buyer.buyer_discount_rate) = (137.25, 0.0925));
    let voice = Voice::new(Side::Buyer, &typed, Stake::LeftOut);
    let verdict = plain(&voice.verdict());
    assert!(verdict.contains("$137.25M") && verdict.contains("9.25% discount rate"), "{verdict}");
    assert!(side::basis(Side::Buyer, &typed).contains("9.25% discount rate"));
    for (millions, expected) in
        [(1_079.5, "$1,079.5M"), (9_999.9, "$9,999.9M"), (10_000.0, "$10.0B"), (-12_345.0, "−$12.3B")]
    {
        assert_eq!(buyer::money(millions), expected);
    }
    assert_eq!((buyer::typed(15_000.0).as_str(), buyer::typed(12_345.0).as_str()), ("$15B", "$12.345B"));
    let lab_typed = lab_with(|inputs| (inputs.arr0_b, inputs.lab.funding_b) = (30.25, 12.125));
    let second = plain(&lab::second(&lab_typed, &burden_of(&lab_typed)));
    assert!(second.contains("$30.25B run-rate") && second.contains("$12.125B would pay"), "{second}");
}

#[test]
fn a_sum_of_obligations_is_worked_from_its_parts() {
    let outcome = evaluate(&defaults());
    let sum = "year 2: AWS $10.0B + Google Cloud $40.0B + Azure $6.0B = $56.0B";
    for (id, last) in [
        ("lab_share", "year 2: $56.0B / $89.5B = 62.6%"),
        ("lab_cover", "year 2: 40% × $89.5B / $56.0B = 0.64x"),
        ("lab_headroom", "year 2: 40% × $89.5B − $56.0B = ($20.2B)"),
    ] {
        let metric = Metric::find(id).unwrap();
        assert_eq!(metric.worked(&public(), &outcome, Stake::LeftOut), [sum, last]);
        assert_eq!(metric.worked(&defaults(), &outcome, Stake::LeftOut).len(), 1, "one obligation is no sum");
        let used = |inputs: &Inputs| metric.used(inputs).iter().map(|input| input.id).collect::<Vec<_>>();
        for (place, part) in (1..=3).flat_map(|place| ["total_b", "start_year", "years"].map(|part| (place, part))) {
            let key = format!("obligation_{place}_{part}");
            assert!(used(&public()).contains(&key.as_str()), "{id} rests on {key}");
            assert_eq!(used(&defaults()).contains(&key.as_str()), place == 1, "{id} and {key}");
        }
    }
}

#[test]
fn a_grid_names_the_ways_that_the_case_itself_has() {
    let title = |inputs: &Inputs, x: &str, y: &str| {
        let axes = Axes::of(Control::find(x).unwrap(), Control::find(y).unwrap()).unwrap();
        let field = Field::around((inputs, Proportion::default()), Measure::Value(Objective::BuyerNpv), axes, 1);
        sections::grid::title(&field, inputs)
    };
    let inputs = buyer_with(|buyer| (buyer.discount, buyer.usage_realised) = (0.14, 0.7));
    for term in 1..=5 {
        let mut other = inputs;
        other.buyer.term_years = term;
        assert!(buyer_of(&other).npv_m < 0.0, "no term does it alone");
    }
    assert_eq!(title(&inputs, "demand_m", "term_years"), "Only demand reaches zero in this range");
    let far = buyer_with(|buyer| (buyer.usage_realised, buyer.discount) = (0.2, 0.05));
    assert_eq!(title(&far, "term_years", "discount"), "Below zero for every term of the contract and discount shown");
    let both = buyer_with(|buyer| {
        (buyer.price_drift, buyer.usage_realised, buyer.discount) = (0.1, 0.5, 0.05);
        (buyer.saving_base_m, buyer.switch_prob) = (0.0, 0.0);
    });
    assert_eq!(title(&both, "usage_realised", "discount"), "Only usage and discount together reach zero here");
}
