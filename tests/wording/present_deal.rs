//! Whatever the deal is, its words are about it: no sentence begins in small letters, and nobody is named who has no part
//! in it.

use super::{laws, sides_laws};
use offtake::analysis::field::{Axes, Field, Measure};
use offtake::analysis::flip::Scan;
use offtake::analysis::objective::Objective;
use offtake::analysis::tornado::tornado;
use offtake::analysis::watch::Watch;
use offtake::catalog::{Case, Control, Deal, SCENARIOS, Side, Start};
use offtake::model::burden::evaluate as lab_of;
use offtake::model::buyer::evaluate as buyer_of;
use offtake::model::{AdoptionModel, Inputs, Lens, Name, Stake, evaluate};
use offtake::wording::csv::{self, Csv, Value};
use offtake::wording::metrics::Metric;
use offtake::wording::sections::{folded, gigawatts};
use offtake::wording::side::Voice;
use offtake::wording::tables::*;
use offtake::wording::verdict::plain;
use offtake::wording::{Parties, embed, groups, hint, objectives, parties, readings, share, watch};

/// Everybody who makes a deal, and what belongs to them.
const NAMES: [&str; 12] = [
    "Amazon",
    "AWS",
    "Bedrock",
    "Trainium",
    "Anthropic",
    "Claude",
    "OpenAI",
    "Microsoft",
    "Azure",
    "Google",
    "Gemini",
    "Oracle",
];

/// What may be named in the words of a deal.
fn of_the_deal(name: &str) -> bool {
    let Parties { investor, lab, cloud, .. } = parties();
    match name {
        "Bedrock" | "Trainium" => investor == "Amazon",
        "Claude" => lab == "Anthropic",
        _ => [investor, lab, cloud].iter().any(|party| party.contains(name)),
    }
}

/// Whoever is named without having a part in the deal. Deals that it is compared with are named as such.
fn stranger(text: &str) -> Option<&'static str> {
    let compared = gigawatts::comparables();
    let text = compared.fold(text.to_owned(), |text, comparable| text.replace(comparable.name, ""));
    NAMES.into_iter().find(|name| text.contains(name) && !of_the_deal(name))
}

/// The sentence that begins in small letters.
fn small(text: &str) -> Option<&str> {
    let begins_small = |words: &&str| words.starts_with(char::is_lowercase);
    let sentences = text.split_inclusive(['.', '?']).filter_map(|part| part.strip_prefix(' '));
    let first = Some(text).filter(|text| text.ends_with(['.', '?']));
    first.into_iter().chain(sentences).find(begins_small)
}

/// Deals with every start and in many shapes.
fn cases() -> Vec<Case> {
    let named = |name: &str| Start::Own(Name::new(name).unwrap());
    let starts = Deal::computed().map(Start::Deal).chain([named("Acme"), Start::Own(Name::NONE)]);
    let scenarios = starts.flat_map(|start| SCENARIOS.iter().map(move |scenario| (start, scenario)));
    let all = scenarios.flat_map(|(start, scenario)| [false, true].map(|accepted| case(start, scenario.id, accepted)));
    all.flat_map(|case| [case, filled(case)]).collect()
}

fn case(start: Start, scenario: &str, accepted: bool) -> Case {
    let mut case = Case::default();
    case.start_from(start);
    case.accept(accepted);
    case.select(SCENARIOS.iter().find(|known| known.id == scenario).unwrap());
    // Whom the lab owes is of the deal, too.
    let cloud = start.deal().map_or("Cloud", |deal| deal.cloud);
    case.call_obligation(0, Name::new(cloud).unwrap());
    case
}

/// The same with figures that a reader may have put in.
fn filled(mut case: Case) -> Case {
    for (id, value) in [
        ("immediate_b", 10.0),
        ("contingent_b", 5.0),
        ("commit_total_b", 60.0),
        ("gw_headline", 2.0),
        ("fulfilment", 0.6),
    ] {
        case.set(Control::find(id).unwrap(), value).unwrap();
    }
    case
}

fn shapes(case: &Case) -> [Inputs; 3] {
    let base = *case.inputs();
    [base, Inputs { lens: Lens::Capex, ..base }, Inputs { adoption_model: AdoptionModel::Logistic, ..base }]
}

/// What stands over or before something, and so begins with a capital: names of rows and columns, titles.
fn heads(case: &Case, inputs: &Inputs) -> Vec<String> {
    let (outcome, owed, buyer) = (evaluate(inputs), lab_of(inputs), buyer_of(inputs));
    let mut heads: Vec<String> = Vec::new();
    let tables = [
        cash_table(&outcome),
        share_table(&outcome),
        bridge_table(&outcome),
        ladder_table(inputs, &outcome),
        gigawatt_table(inputs, &outcome),
        lens_table(inputs, &outcome),
        tornado_table(&tornado(inputs, Objective::DEAL)),
        obligations_table(inputs, &owed),
        burden_table(inputs, &owed),
        contract_table(&buyer),
        exposure_table(inputs, &buyer),
    ];
    for table in tables {
        heads.push(table.caption);
        heads.extend(table.columns);
        heads.extend(table.rows.into_iter().filter_map(|row| row.into_iter().next()).map(|cell| cell.text));
    }
    let years = year_table(inputs, &outcome);
    heads.push(years.caption);
    for group in years.groups {
        heads.push(group.name);
        heads.extend(group.rows.into_iter().map(|row| row.name));
    }
    for side in [Side::Investor, Side::Lab, Side::Buyer] {
        let voice = Voice::new(side, inputs, Stake::LeftOut);
        heads.extend([voice.kicker(), voice.head(), voice.span(), voice.chart_title(), voice.chart_sub()]);
        heads.extend([share::subject(side), share::title_of(side), objectives::tab(side)]);
        heads.extend(voice.key_figures().into_iter().map(|figure| figure.label.to_owned()));
    }
    heads.extend([share::deal(), share::title(), embed::deal(), embed::side(inputs), folded::years(inputs, &outcome)]);
    heads.extend((0..3).map(readings::year));
    heads.push(share::citation(case, "2026-11-28"));
    heads
}

fn files(inputs: &Inputs) -> Vec<Csv> {
    let (outcome, owed, buyer) = (evaluate(inputs), lab_of(inputs), buyer_of(inputs));
    let field = Field::around((inputs, offtake::catalog::Proportion::default()), Measure::NPV, Axes::default(), 4);
    vec![
        csv::cash(&outcome),
        csv::share(inputs, &outcome),
        csv::bridge(&outcome),
        csv::ladder(inputs, &outcome),
        csv::gigawatts(inputs, &outcome),
        csv::grid(&field),
        csv::obligations(inputs, &owed),
        csv::burden(inputs, &owed),
        csv::contract(&buyer),
        csv::exposure(inputs, &buyer),
    ]
}

/// Sentences, labels and values.
fn words(case: &Case, inputs: &Inputs) -> Vec<String> {
    let outcome = evaluate(inputs);
    let mut words = laws::all_words(inputs, &outcome);
    words.extend(laws::section_words(inputs, &outcome));
    words.extend(sides_laws::all_words(inputs));
    for stake in Stake::ALL {
        let voice = Voice::new(Side::Investor, inputs, stake);
        words.extend([plain(&voice.brief()), plain(&voice.brief_second()), voice.alternative(case), voice.post()]);
        words.extend(voice.supporting().iter().map(|sentence| plain(sentence)));
        let metrics = Metric::of(Side::Investor).iter();
        words.extend(metrics.flat_map(|metric| metric.worked(inputs, &outcome, stake)));
    }
    for line in watch::lines(inputs, &Watch::after(None, inputs, Objective::DEAL, Scan::Dense).signals) {
        words.extend([line.words, line.flip]);
        words.extend(Some(line.label).filter(|_| line.id != "rivals"));
    }
    words.extend(Side::ALL.map(|side| share::citation_of(side, case, "2026-11-28")));
    words.extend(offtake::catalog::Group::ALL.map(|group| groups::summary(group, inputs)));
    words.extend(Control::all().iter().map(|control| hint(control).into_owned()));
    words
}

fn check(words: &[String], heads: &[String]) -> Result<(), String> {
    let told = parties().name();
    for text in words.iter().chain(heads) {
        if let Some(name) = stranger(text) {
            return Err(format!("{told} names {name}: {text}"));
        }
        if let Some(sentence) = small(text) {
            return Err(format!("{told} begins in small letters: {sentence:?} of {text:?}"));
        }
    }
    match heads.iter().find(|head| head.starts_with(char::is_lowercase)) {
        Some(head) => Err(format!("{told} has a head in small letters: {head}")),
        None => Ok(()),
    }
}

#[test]
fn the_law_finds_what_it_is_for() {
    Parties::of(Start::find("microsoft_openai").unwrap()).choose();
    let told = |word: &str| check(&[word.to_owned()], &[]).is_err();
    for bad in ["The spend on AWS.", "it pays.", "It pays. the rest does not.", "What Anthropic owes"] {
        assert!(told(bad), "{bad}");
    }
    for good in ["you assume 30%", "Azure pays OpenAI.", "AWS × OpenAI $6.25B", "At 2.5x. It pays.", "$0.7B short."] {
        assert!(!told(good), "{good}");
    }
    assert!(check(&[], &["the lab $B".to_owned()]).is_err());
    Parties::of(Start::default()).choose();
}

#[test]
fn words_of_every_deal_are_about_that_deal_and_begin_with_capitals() {
    for case in cases() {
        Parties::of(case.start()).choose();
        for inputs in shapes(&case) {
            let mut heads = heads(&case, &inputs);
            let mut words = words(&case, &inputs);
            for file in files(&inputs) {
                heads.extend(file.columns.iter().map(ToString::to_string));
                let text = |value: &Value| match value {
                    Value::Text(text) => Some(text.to_string()),
                    Value::Number(_) => None,
                };
                heads.extend(file.rows.iter().filter_map(|row| text(row.first()?)));
                words.extend(file.rows.iter().flatten().filter_map(text));
            }
            assert_eq!(check(&words, &heads), Ok(()));
        }
    }
    Parties::of(Start::default()).choose();
}
