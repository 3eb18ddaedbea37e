//! What the lab and the buyer are told, case by case.

use offtake::analysis::clauses::clauses;
use offtake::analysis::goal_seek::{Answer, Goal};
use offtake::analysis::objective::Objective;
use offtake::analysis::tornado::tornado;
use offtake::catalog::deals::Start;
use offtake::catalog::{Case, Control, LAB_PRESETS, Limits, Side, defaults};
use offtake::model::burden::evaluate as lab_of;
use offtake::model::buyer::{commit_benefit, evaluate as buyer_of, exposures};
use offtake::model::{BuyerInputs, Inputs, Name, Stake};
use offtake::protocol::link::Card;
use offtake::wording::goals::{self, Aim};
use offtake::wording::metrics::Metric;
use offtake::wording::sections::{self, burden, contract, exposure, obligations, usage};
use offtake::wording::side::Voice;
use offtake::wording::tables::{burden_table, contract_table, exposure_table, obligations_table, usage_table};
use offtake::wording::verdict::plain;
use offtake::wording::{Tone, csv, embed, groups, lab, share, tracks};

pub fn public() -> Inputs {
    let mut inputs = defaults();
    LAB_PRESETS[1].apply(&mut inputs);
    inputs
}

pub fn lab_with(change: impl FnOnce(&mut Inputs)) -> Inputs {
    let mut inputs = defaults();
    change(&mut inputs);
    inputs
}

pub fn buyer_with(change: impl FnOnce(&mut BuyerInputs)) -> Inputs {
    let mut inputs = defaults();
    change(&mut inputs.buyer);
    inputs
}

fn voice(side: Side, inputs: &Inputs) -> Voice<'_> {
    Voice::new(side, inputs, Stake::LeftOut)
}

#[test]
fn the_lab_is_told_how_heavy_its_heaviest_year_is() {
    let zero = lab_with(|inputs| inputs.lab.obligations[0].total_b = 0.0);
    let late = lab_with(|inputs| inputs.lab.obligations[0].start_year = 40);
    let no_margin = lab_with(|inputs| inputs.lab.lab_gross_margin = 0.0);
    let just = lab_with(|inputs| inputs.lab.lab_gross_margin = 10.0 / 39.0);
    for (inputs, expected) in [
        (
            defaults(),
            "On these assumptions Anthropic would owe its clouds $10B in year 1, its heaviest, or 25.6% of that year’s \
             revenue: gross profit, at a margin of 40%, would cover it 1.56 times.",
        ),
        (
            public(),
            "On these assumptions Anthropic would owe its clouds $56B in year 2, its heaviest, or 62.6% of that year’s \
             revenue: gross profit, at a margin of 40%, would pay 64 cents of each dollar owed.",
        ),
        (zero, "On these assumptions Anthropic owes its clouds nothing: no obligations are counted."),
        (
            late,
            "On these assumptions Anthropic owes its clouds nothing in the first ten years: all of its obligations \
             begin later.",
        ),
        (
            no_margin,
            "On these assumptions Anthropic would owe its clouds $10B in year 1, its heaviest, or 25.6% of that year’s \
             revenue: at a gross margin of 0%, there would be no gross profit to pay it from.",
        ),
        (
            just,
            "On these assumptions Anthropic would owe its clouds $10B in year 1, its heaviest, or 25.6% of that year’s \
             revenue: gross profit would just cover it, at a margin of 25.641%.",
        ),
    ] {
        assert_eq!(plain(&lab::verdict(&inputs, &lab_of(&inputs))), expected);
    }
    let (inputs, outcome) = (defaults(), lab_of(&defaults()));
    assert_eq!(
        plain(&lab::second(&inputs, &outcome)),
        "A year of the AWS obligation, $10B, is 33.3% of the $30B run-rate at closing. Amazon’s $25B would pay for 2.5 \
         years of its ten. It falls to 25% of a run-rate of $40B, to 20% of $50B and to 10% of $100B."
    );
    assert_eq!(lab::kicker(&inputs), "Anthropic’s side, ten years from 20 April 2026, before tax");
    let told: Vec<Tone> = lab::second(&inputs, &outcome).into_iter().map(|span| span.tone).collect();
    assert!(told.contains(&Tone::Input("arr0_b")) && told.contains(&Tone::Input("funding_b")));
    let rich = lab_with(|inputs| inputs.lab.funding_b = 125.0);
    assert!(plain(&lab::second(&rich, &lab_of(&rich))).contains("Amazon’s $125B is more than all of it."));
}

#[test]
fn the_lab_is_told_what_to_know_beside_it() {
    let notes = |inputs: &Inputs| lab::notes(inputs, &lab_of(inputs)).join(" ");
    let reported = notes(&public());
    assert!(
        reported.starts_with("Gross profit is less than what is owed in two years, first in year 2. Public reports:")
    );
    let other = lab_with(|inputs| {
        LAB_PRESETS[1].apply(inputs);
        inputs.arr0_b = 30.0;
    });
    assert!(notes(&other).contains("on another run-rate than the $47B reported with it"), "{}", notes(&other));
    let short = lab_with(|inputs| inputs.lab.obligations[0].years = 4);
    assert!(notes(&short).contains("After year 4 nothing is owed: the obligations end."));
    let long = lab_with(|inputs| inputs.lab.obligations[0].years = 15);
    assert!(notes(&long).contains("One obligation runs beyond year 10"));
    assert!(!notes(&defaults()).contains("beyond") && !notes(&defaults()).contains("nothing is owed"));
}

#[test]
fn the_buyer_is_told_what_the_commitment_is_worth() {
    for (inputs, verdict, second) in [
        (
            defaults(),
            "On these assumptions your commitment of $45M in the first year would leave you $4.9M ahead over three \
             years at a 9% discount rate.",
            "Against paying as you go the commitment alone saves $5.7M, the vendor’s claimed saving adds $3.5M (50% of \
             55%), and expected switching takes $4.3M. On its own it breaks even at a usage of 90.7%; you assume 100%. Leaving in \
             year 3 would cost $22.1M.",
        ),
        (
            buyer_with(|buyer| buyer.usage_realised = 0.6),
            "On these assumptions your commitment of $45M in the first year would leave you $41.5M short over three \
             years at a 9% discount rate.",
            "Against paying as you go the commitment alone costs $42.2M, the vendor’s claimed saving adds $3.5M (50% of \
             55%), and expected switching takes $2.7M. On its own it breaks even at a usage of 90.7%; you assume 60%. Leaving in \
             year 3 would cost $14.0M.",
        ),
        (
            buyer_with(|buyer| (buyer.price_drift, buyer.commit_step) = (0.1, 0.0)),
            "On these assumptions your commitment of $45M a year would leave you $2.2M short over three years at a 9% \
             discount rate.",
            "Against paying as you go the commitment alone costs $1.5M, the vendor’s claimed saving adds $3.5M (50% of \
             55%), and expected switching takes $4.3M. On its own it never breaks even, at any usage up to 300%. Leaving in year 3 \
             would cost $22.1M.",
        ),
        (
            buyer_with(|buyer| {
                (buyer.commit_m, buyer.discount, buyer.price_drift) = (0.0, 0.0, 0.0);
                (buyer.saving_base_m, buyer.switch_year) = (0.0, 0);
            }),
            "On these assumptions a contract without a commitment would leave you about even over three years at a 9% \
             discount rate.",
            "Against paying as you go the commitment alone changes nothing, no claimed saving is counted, and no cost \
             of switching is expected. On its own it is never dearer than paying as you go, at any usage. No switch is assumed \
             inside the term.",
        ),
    ] {
        let voice = voice(Side::Buyer, &inputs);
        assert_eq!((plain(&voice.verdict()).as_str(), plain(&voice.second()).as_str()), (verdict, second));
    }
    let unused = buyer_with(|buyer| buyer.shortfall_rate = 0.0);
    assert!(plain(&voice(Side::Buyer, &unused).second()).contains("never dearer"));
    let dearer = buyer_with(|buyer| (buyer.shortfall_rate, buyer.price_drift) = (0.0, 0.3));
    assert!(plain(&voice(Side::Buyer, &dearer).second()).contains("any use makes it dearer"));
    let large = buyer_with(|buyer| (buyer.commit_m, buyer.demand_m) = (15_000.0, 20_000.0));
    assert!(plain(&voice(Side::Buyer, &large).verdict()).contains("your commitment of $15B in the first year"));
}

#[test]
fn the_claim_is_called_one() {
    let notes = voice(Side::Buyer, &defaults()).notes().join(" ");
    assert!(notes.contains("The saving is a claim: one case, published by the vendor"), "{notes}");
    let hanging = buyer_with(|buyer| buyer.usage_realised = 0.93);
    let notes = voice(Side::Buyer, &hanging).notes().join(" ");
    assert!(notes.contains("Without the claimed saving you would be") && notes.contains("short."), "{notes}");
}

#[test]
fn six_figures_each() {
    for (side, inputs, expected) in [
        (Side::Lab, defaults(), ["25.6%", "1.56x", "$5.6B", "33.3%", "2.5 years", "$100.0B"]),
        (Side::Lab, public(), ["62.6%", "0.64x", "($20.2B)", "21.3%", "2.5 years", "$100.0B"]),
        (
            Side::Lab,
            lab_with(|inputs| inputs.lab.obligations[0].total_b = 0.0),
            ["None", "Nothing to cover", "$15.6B", "None", "None", "None"],
        ),
        (Side::Buyer, defaults(), ["$4.9M", "$5.7M", "90.7%", "90.0%", "None", "$22.1M"]),
        (
            Side::Buyer,
            buyer_with(|buyer| (buyer.demand_m, buyer.switch_year) = (0.0, 0)),
            ["($121.5M)", "($125.0M)", "Never", "Not defined", "$149.0M", "No switch"],
        ),
    ] {
        let figures = voice(side, &inputs).key_figures();
        let shown: Vec<String> =
            figures.iter().map(|one| format!("{} {}", one.value, one.unit).trim_end().to_owned()).collect();
        assert_eq!(shown, expected, "{side:?}");
    }
}

#[test]
fn charts_have_findings_and_tables_the_numbers_of_the_model() {
    let (inputs, owed) = (public(), lab_of(&public()));
    assert_eq!(obligations::title(&inputs, &owed), "Up to $56B owed a year, first in year 2");
    assert_eq!(obligations::title(&defaults(), &lab_of(&defaults())), "$10B owed every year");
    assert_eq!(burden::title(&inputs, &owed), "Gross profit falls short first in year 2");
    let table = obligations_table(&inputs, &owed);
    assert_eq!(table.columns, ["Year", "AWS", "Google Cloud", "Azure", "Together", "Revenue", "Share"]);
    let second: Vec<&str> = table.rows[1].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(second, ["Year 2", "10.0", "40.0", "6.0", "56.0", "89.5", "62.6%"]);
    assert_eq!(table.rows[0][2].text, "–", "nothing is owed yet");
    let table = burden_table(&inputs, &owed);
    assert_eq!((table.rows.len(), table.rows[2][5].text.as_str()), (11, "0.64x"));
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    let (inputs, deal) = (defaults(), buyer_of(&defaults()));
    assert_eq!(contract::title(&inputs, &deal), "The contract is dearer in year 3");
    assert_eq!(usage::title(&inputs, &deal), "On its own the commitment breaks even at 90.7% usage");
    assert_eq!(exposure::title(&inputs, &deal), "Leaving in year 3 would cost $22.1M");
    for table in [contract_table(&deal), usage_table(&inputs, &deal), exposure_table(&inputs, &deal)] {
        assert!(table.rows.len() >= 3 && table.rows.iter().all(|row| row.len() == table.columns.len()), "{table:?}");
    }
    assert_eq!(contract_table(&deal).rows[2][6].text, "(0.5)");
}

#[test]
fn files_hold_what_the_charts_show() {
    let (inputs, owed, deal) = (public(), lab_of(&public()), buyer_of(&public()));
    for (name, file, rows) in [
        ("obligations", csv::obligations(&inputs, &owed), 10),
        ("burden", csv::burden(&inputs, &owed), 11),
        ("contract", csv::contract(&deal), 3),
        ("usage", csv::usage(&inputs), 151),
        ("exposure", csv::exposure(&inputs, &deal), 3),
    ] {
        assert_eq!(file.rows.len(), rows, "{name}");
        assert!(file.rows.iter().all(|row| row.len() == file.columns.len()), "{name}");
    }
}

#[test]
fn leaving_in_the_assumed_year_costs_the_exposure_and_usage_meets_the_benefit() {
    for inputs in
        [defaults(), buyer_with(|buyer| (buyer.term_years, buyer.switch_year, buyer.price_drift) = (5, 2, 0.0))]
    {
        let outcome = buyer_of(&inputs);
        let all = exposures(&inputs, &outcome.rows);
        let planned = all.iter().find(|leaving| leaving.year == inputs.buyer.switch_year).unwrap();
        assert!((planned.total_m() - outcome.exit_exposure_m.unwrap()).abs() < 1e-9);
        assert_eq!(all.len(), outcome.rows.len());
        let here = commit_benefit(&inputs, inputs.buyer.usage_realised);
        assert_eq!(here.to_bits(), outcome.pv_commit_benefit_m.to_bits());
        assert!(commit_benefit(&inputs, outcome.break_even_usage.unwrap()).abs() < 1e-9);
    }
}

#[test]
fn clauses_say_what_a_step_is_worth_or_why_nothing() {
    let said = |inputs: &Inputs| -> Vec<String> {
        let outcome = buyer_of(inputs);
        clauses(inputs).iter().map(|worth| sections::clauses::words(worth, inputs, &outcome)).collect()
    };
    let lines = said(&defaults());
    for expected in [
        "Discount, now 9%: a step to 10% is worth $1.5M.",
        "Price match, now 0%: a step to 25% is worth $1.8M.",
        "Shortfall billed, now 100%: a step to 75% is worth nothing: no shortfall to bill.",
        "Yearly step-up, now 10%: a step to 5% is worth nothing: no shortfall to bill.",
        "Term of the contract, now 3 years: a step to 2 years is worth $3.6M: the expected switch then falls outside \
         the term.",
    ] {
        assert!(lines.iter().any(|line| line == expected), "{expected} in {lines:?}");
    }
    let one = said(&buyer_with(|buyer| (buyer.term_years, buyer.discount) = (1, 0.3)));
    assert!(one.contains(&"Term of the contract, now 1 year: already at the end of its range.".to_owned()), "{one:?}");
    assert!(one.contains(&"Discount, now 30%: already at the end of its range.".to_owned()), "{one:?}");
    let (inputs, outcome) = (defaults(), buyer_of(&defaults()));
    let worths = clauses(&inputs);
    let table = sections::clauses::table(&worths, &inputs, &outcome);
    assert_eq!((table.rows.len(), table.columns.len()), (5, 6));
    for (row, worth) in table.rows.iter().zip(&worths) {
        assert_eq!(row[4].text, format!("{:.1}", worth.step.unwrap().difference_m));
    }
    assert_eq!(sections::clauses::title(&worths, &inputs, &outcome), "Price match is the clause worth most");
}

#[test]
fn sets_of_obligations_and_run_rates_say_what_they_are() {
    let presets = lab::presets(&defaults());
    assert_eq!(presets.iter().map(|one| one.label.as_str()).collect::<Vec<_>>(), ["This deal alone", "Public reports"]);
    assert!(presets[1].note.contains("Neither side has confirmed the Google figure"), "{}", presets[1].note);
    assert!(presets[1].note.contains("Google Cloud $200B over five years from year 2"), "{}", presets[1].note);
    assert_eq!(presets[1].sources, ["S9", "P28", "P20", "P29", "P23"]);
    let rates: Vec<String> = lab::run_rates().into_iter().map(|one| one.label).collect();
    assert_eq!(rates, ["Booked gross, $30B", "Booked net, $22B", "Late May 2026, $47B"]);
    assert_eq!(lab::chosen_preset(&public()).map(|preset| preset.id), Some("public_obligations"));
    assert_eq!(lab::chosen_run_rate(&public()).map(|rate| rate.id), Some("later"));
    let other = lab_with(|inputs| inputs.arr0_b = 31.0);
    assert_eq!((lab::chosen_preset(&other), lab::preset(&other).is_some()), (None, true));
    assert_eq!(lab::chosen_run_rate(&other), None);
}

#[test]
fn tornado_tracks_and_goals_speak_of_their_objective() {
    let bars = tornado(&public(), Objective::LabHeadroom);
    assert!(sections::tornado::label(&bars).starts_with("Chart of the headroom, minus $20.2B"));
    assert!(sections::tornado::sub(bars.objective).starts_with("Smallest headroom of a year, $B"));
    let bars = tornado(&defaults(), Objective::BuyerNpv);
    assert!(sections::tornado::label(&bars).starts_with("Chart of the NPV, 4.9 million dollars"));
    assert_eq!(csv::tornado(&bars).columns[5], "NPV at the worse end ($M)");
    let control =
        |side: Side, id: &str| -> &'static Control { side.controls().iter().find(|control| control.id == id).unwrap() };
    let usage = control(Side::Buyer, "usage_realised");
    assert_eq!(
        tracks::value_text(Objective::BuyerNpv, usage, 1.0, 4.9, "breaks even at 90.7%"),
        "100 percent, NPV 4.9 million, breaks even at 90.7%"
    );
    let range = Limits { min: 0.0, max: 2.0 };
    let found = goals::found(Objective::BuyerNpv, (usage, range), Goal::Value(2.5), &Answer::One(0.95), None);
    assert_eq!(found.words, "The NPV is $2.5M at 95.0%.");
    let margin = control(Side::Lab, "lab_gross_margin");
    let found = goals::found(Objective::LabHeadroom, (margin, range), Goal::Value(0.0), &Answer::None, None);
    assert_eq!(found.words, "At no value from 0% to 200% is the smallest headroom zero.");
    assert_eq!(Aim::of(Side::Buyer), [Aim::Value]);
    assert_eq!(
        Aim::Value.fields(Side::Lab).map(|(_, field)| field.label).collect::<Vec<_>>(),
        ["Smallest headroom of"]
    );
    assert_eq!(
        groups::summary(offtake::catalog::Group::Obligations, &public()),
        "AWS $100B, Google Cloud $200B, Azure $30B"
    );
}

#[test]
fn away_from_the_page_each_side_speaks_for_itself() {
    let (inputs, case) = (defaults(), Case::default());
    for (side, subject, post) in [
        (Side::Investor, "Amazon × Anthropic", "Amazon × Anthropic. On these assumptions Amazon gets back 97 cents"),
        (Side::Lab, "Anthropic and its clouds", "Anthropic and its clouds. On these assumptions Anthropic would owe"),
        (
            Side::Buyer,
            "A buyer’s own commitment to a cloud",
            "A buyer’s own commitment to a cloud. On these assumptions",
        ),
    ] {
        let voice = voice(side, &inputs);
        assert_eq!((share::subject(side).as_str(), voice.side()), (subject, side));
        assert!(
            voice.post().starts_with(post) && voice.post().chars().count() <= share::LONGEST_POST,
            "{}",
            voice.post()
        );
        let words = voice.alternative(&case);
        assert!(words.contains("Chart of ") || side == Side::Investor, "{words}");
        assert!(voice.supporting().iter().all(|sentence| plain(sentence).ends_with('.')));
        let cited = share::citation_of(side, &case, "2026-11-21");
        assert!(cited.starts_with(&format!("Offtake, {subject}, model 1.0")) && cited.ends_with("21 November 2026"));
        assert_eq!(embed::usual_sliders(side, &inputs, Card::VerdictChart).len(), 2);
    }
    let old = share::post(&inputs, &offtake::model::evaluate(&inputs), Stake::LeftOut);
    assert_eq!(voice(Side::Investor, &inputs).post(), old);
}

#[test]
fn the_default_figures_worked() {
    let outcome = offtake::model::evaluate(&defaults());
    for (id, lines) in [
        ("lab_share", &["year 1: $10.0B / $39.0B = 25.6%"][..]),
        ("lab_cover", &["year 1: 40% × $39.0B / $10.0B = 1.56x"]),
        ("lab_headroom", &["year 1: 40% × $39.0B − $10.0B = $5.6B"]),
        ("lab_headline", &["$100B / 10 years / $30B = 33.3%"]),
        ("lab_years_funded", &["$25B / ($100B / 10 years) = 2.5 years"]),
        (
            "lab_run_rate",
            &["$100B / 10 years / 25% = $40.0B", "$100B / 10 years / 20% = $50.0B", "$100B / 10 years / 10% = $100.0B"],
        ),
        ("buyer_npv", &["$5.7M commitment + $3.5M claimed saving − $4.3M switching = $4.9M"]),
        ("buyer_break_even", &["Worth −$125.0M unused and $17.0M at 300% usage", "It passes zero at 90.7%"]),
        (
            "lab_tornado",
            &[
                "Run-rate at closing: +$1.4B at $22B, +$14.4B at $47B",
                "Gross margin of the lab: −$0.2B at 25%, +$11.5B at 55%",
                "Growth in year 1: +$2.6B at 10%, +$9.2B at 120%",
            ],
        ),
        (
            "buyer_tornado",
            &[
                "Demand that comes true: −$28.1M at 70%, +$5.1M at 110%",
                "Fall of the market price: −$2.2M at 10%, +$12.3M at 0%",
                "Discount: +$0.4M at 6%, +$11.1M at 15%",
            ],
        ),
        ("buyer_exposure", &["$2.0M work + $20.1M both platforms + $0.0M still owed = $22.1M"]),
    ] {
        assert_eq!(Metric::find(id).unwrap().worked(&defaults(), &outcome, Stake::LeftOut), lines, "{id}");
    }
}

#[test]
fn the_page_is_titled_after_the_question_that_it_answers() {
    let page = include_str!("../../index.html");
    let title = share::page_title(Side::Investor, Case::default().start());
    assert!(page.contains(&format!("<title>{title}</title>")), "{title}");
    let microsoft = Start::find("microsoft_anthropic").unwrap();
    let named = Start::Own(Name::new("Northwind × Lab").unwrap());
    for (side, start, expected) in [
        (Side::Investor, microsoft, "Offtake: does the Microsoft and Anthropic deal pay?"),
        (Side::Investor, named, "Offtake: does Northwind × Lab pay?"),
        (Side::Investor, Start::Own(Name::default()), "Offtake: does this deal pay?"),
        (Side::Lab, microsoft, "Offtake: can Anthropic carry its commitments?"),
        (Side::Lab, named, "Offtake: can the lab carry its commitments?"),
        (Side::Buyer, microsoft, "Offtake: does our own commitment to a cloud pay?"),
    ] {
        assert_eq!(share::page_title(side, start), expected);
    }
}
