//! What a value of another deal is, and where it is from: on the lab's side, in files, before something is accepted, and
//! under scenarios.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]

use offtake::analysis::deals::compare;
use offtake::analysis::weights::{Weights, weigh};
use offtake::catalog::deals::{INHERITED, TERMS};
use offtake::catalog::{
    Case, Control, DEALS, Deal, INPUTS, LabPreset, PRESETS, RunRate, SCENARIOS, Scenario, Side, Start, Status,
    defaults, find,
};
use offtake::charts::ladder::Ladder;
use offtake::export::{Around, Kind, file};
use offtake::model::{Inputs, LabInputs, Obligation, Stake, evaluate, value};
use offtake::protocol::link::{Link, decode, encode, merge};
use offtake::wording::side::{Voice, assumptions};
use offtake::wording::tables::{gigawatt_table, ladder_table, share_table};
use offtake::wording::verdict::plain;
use offtake::wording::{Parties, csv, deals, embed, findings, key_figures, lab, paper, sections, share, sources};

fn start(id: &str) -> Start {
    Start::find(id).unwrap()
}

/// A case as a link tells it; sentences speak of its parties.
fn case(query: &str) -> Case {
    let decoded = decode(query);
    assert_eq!(decoded.ignored, [], "{query}");
    Parties::of(decoded.link.case.start()).choose();
    decoded.link.case
}

fn control(id: &str) -> &'static Control {
    Control::find(id).unwrap()
}

fn scenario(id: &str) -> &'static Scenario {
    Scenario::find(id).unwrap()
}

/// Money of the deal, then its obligation.
fn owed(lab: &LabInputs) -> (f64, Vec<(String, f64, u32, u32)>) {
    let told = |owed: &Obligation| (owed.name.to_string(), owed.total_b, owed.start_year, owed.years);
    (lab.funding_b, lab.owed().map(told).collect())
}

#[test]
fn the_lab_owes_what_its_deal_says() {
    for (query, money, name, total, years) in [
        ("", 25.0, "AWS", 100.0, 10),
        ("deal=amazon_openai", 50.0, "AWS", 100.0, 8),
        ("deal=microsoft_openai", 13.0, "Azure", 0.0, 10),
        ("deal=microsoft_openai&accept=1", 13.0, "Azure", 250.0, 10),
        ("deal=google_anthropic", 40.0, "Google Cloud", 200.0, 5),
        ("deal=microsoft_anthropic&s=B", 5.0, "Azure", 30.0, 5),
        ("deal=own&name=Acme&now=10&commit=60&term=6", 0.0, "Cloud", 0.0, 10),
    ] {
        let case = case(query);
        assert_eq!(owed(&case.inputs().lab), (money, vec![(name.to_owned(), total, 1, years)]), "{query}");
        assert_eq!((case.changes_of(Side::Lab), case.reference().lab), (0, case.inputs().lab), "{query}");
        let link = Link { case, ..Link::default() };
        assert_eq!(encode(&link), format!("m=1.0&d=2026-05&{query}").trim_end_matches('&'), "nothing of the lab in it");
    }
    for deal in Deal::computed() {
        let Inputs { lab, commit_total_b, commit_years, immediate_b, contingent_b, .. } = deal.inputs(true);
        let (money, obligations) = owed(&lab);
        assert_eq!(money.to_bits(), (immediate_b + contingent_b).to_bits(), "{}", deal.id);
        assert_eq!(obligations, [(deal.cloud.to_owned(), commit_total_b, 1, commit_years)], "{}", deal.id);
    }
}

#[test]
fn another_deal_leaves_nothing_of_the_lab_before() {
    let mut case = case("deal=amazon_openai&funding=33&ob1total=70&obcount=2&ob2name=Else&ob2total=9&pledge=60");
    case.start_from(start("google_anthropic"));
    assert_eq!(case.inputs().lab, start("google_anthropic").inputs(true).lab);
    assert_eq!(case.inputs().buyer.commit_m.to_bits(), 60.0_f64.to_bits(), "a buyer's contract is of no deal");
    case.set(control("obligation_1_total_b"), 180.0).unwrap();
    case.reset_side(Side::Lab);
    assert_eq!(case.inputs().lab, start("google_anthropic").inputs(true).lab);
    let link = decode("deal=amazon_openai&side=lab&funding=33&ob2name=Else&growth=0.4").link;
    let case = merge(&link, "deal=microsoft_anthropic").link.case;
    assert_eq!(case.inputs().lab, start("microsoft_anthropic").inputs(true).lab);
}

#[test]
fn terms_of_the_deal_and_the_lab_are_inputs_of_their_own_until_the_deal_is_accepted() {
    let mut case = case("deal=amazon_openai");
    case.set(control("commit_total_b"), 70.0).unwrap();
    assert_eq!(case.inputs().lab, case.reference().lab);
    case.start_from(start("microsoft_openai"));
    case.set(control("lab_gross_margin"), 0.5).unwrap();
    case.accept(true);
    let lab = case.inputs().lab;
    assert_eq!((lab.obligations[0].total_b, lab.lab_gross_margin, case.changes_of(Side::Lab)), (250.0, 0.5, 1));
    case.accept(false);
    assert!(case.inputs().lab.obligations[0].total_b.abs() < f64::EPSILON);
}

#[test]
fn the_lab_speaks_of_its_own_deal() {
    let said = |query: &str| {
        let case = case(query);
        let voice = Voice::new(Side::Lab, case.inputs(), Stake::LeftOut);
        format!("{} {}", plain(&voice.verdict()), plain(&voice.second()))
    };
    let openai = said("deal=amazon_openai");
    assert!(openai.contains("OpenAI would owe its clouds $12.5B"), "{openai}");
    assert!(openai.contains("Amazon’s $50B would pay for 4.0 years of its eight"), "{openai}");
    let microsoft = said("deal=microsoft_anthropic");
    assert!(microsoft.contains("A year of the Azure obligation, $6B") && microsoft.contains("Microsoft’s $5B"));
    assert!(said("deal=own").contains("no obligations are counted"));
    let open = said("deal=microsoft_openai");
    assert!(open.contains("What OpenAI owes its clouds cannot be told until") && !open.contains("nothing"), "{open}");
    assert!(said("deal=microsoft_openai&accept=1").contains("would owe its clouds $25B"));
    assert!(said("deal=microsoft_openai&ob1total=90").contains("would owe its clouds $9B"));
}

#[test]
fn what_is_known_of_one_lab_is_offered_for_no_other() {
    let shown = |query: &str| {
        let case = case(query);
        let presets = case.lab_presets();
        let sets: Vec<&str> = presets.iter().map(|preset| preset.id).collect();
        let words = lab::presets(case.inputs());
        assert_eq!(words.iter().map(|one| one.id).collect::<Vec<_>>(), sets, "{query}");
        assert_eq!(lab::run_rates().len(), RunRate::of(case.start()).count());
        (sets.len(), lab::run_rates().len(), words[0].note.clone())
    };
    let (sets, rates, note) = shown("");
    assert_eq!((sets, rates), (2, 3));
    assert!(note.starts_with("The commitment of April 2026"), "{note}");
    let (sets, rates, note) = shown("deal=amazon_openai");
    assert_eq!((sets, rates), (1, 0));
    assert!(note.starts_with("Amazon × OpenAI: the commitment of February 2026, from the articles"), "{note}");
    assert!(note.ends_with("On a run-rate of $25B: AWS $100B over eight years from year 1."), "{note}");
    assert_eq!(shown("deal=google_anthropic").0, 2);
    let (sets, rates, note) = shown("deal=microsoft_anthropic");
    assert_eq!((sets, rates), (2, 3));
    assert!(note.contains("its term assumed; the run-rate, from the articles"), "{note}");
    assert!(shown("deal=microsoft_openai").2.contains("the commitment, from public reports"));
    let (sets, rates, note) = shown("deal=own&now=4&commit=60&term=6&runrate=12");
    assert_eq!((sets, rates), (1, 0));
    assert!(note.contains("of your own deal") && note.contains("Cloud $60B over six years"), "{note}");
}

#[test]
fn this_deal_alone_takes_the_lab_back_to_it() {
    for deal in Deal::computed() {
        let mut case = Case::default();
        case.start_from(Start::Deal(deal));
        case.accept(true);
        let before = *case.inputs();
        let this = |case: &Case| -> LabPreset { case.lab_preset("this_deal").unwrap() };
        assert!(case.owes(&this(&case)), "{}", deal.id);
        if let Some(public) = case.lab_preset("public_obligations") {
            case.owe(&public);
            assert_eq!(case.inputs().lab.obligation_count, 3);
        }
        let this = this(&case);
        case.owe(&this);
        assert_eq!(case.inputs(), &before, "{}", deal.id);
    }
    let mut own = case("deal=own&now=10&commit=60&term=6&runrate=12");
    let this = own.lab_preset("this_deal").unwrap();
    own.owe(&this);
    assert_eq!(owed(&own.inputs().lab), (10.0, vec![("Cloud".to_owned(), 60.0, 1, 6)]));
}

fn written(kind: Kind, query: &str) -> Vec<u8> {
    let link = decode(query).link;
    file(kind, &link, &Around { page: "https://example.org/", draws: 100 }).unwrap().bytes
}

/// The fields of the row of a key, by their heads. No field of these rows that is read here holds a quote.
fn row(query: &str, key: &str, columns: &[&str]) -> Vec<String> {
    let text = String::from_utf8(written(Kind::Inputs, query)).unwrap();
    let fields = |line: &str| {
        let (mut fields, mut quoted) = (vec![String::new()], false);
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(String::new()),
                other => fields.last_mut().unwrap().push(other),
            }
        }
        fields
    };
    let head = fields(text.lines().next().unwrap());
    let row = text.lines().map(fields).find(|row| row[1] == key).unwrap();
    columns.iter().map(|name| row[head.iter().position(|head| head == name).unwrap()].clone()).collect()
}

#[test]
fn files_say_where_a_value_of_the_deal_is_from() {
    const COLUMNS: [&str; 5] = ["Value", "Default", "Status of the default", "As of", "Source ids"];
    for (query, key, told) in [
        ("", "commit_total_b", ["100", "100", "stated", "2026-04-20", "S9 P28 C1"]),
        ("deal=google_anthropic", "commit_total_b", ["200", "200", "public", "", "P20 P29"]),
        ("deal=google_anthropic&commit=150", "commit_total_b", ["150", "200", "public", "", "P20 P29"]),
        ("deal=google_anthropic", "arr0_b", ["30", "30", "stated", "", "S13 C9"]),
        ("deal=google_anthropic", "commit_margin", ["0.3", "0.3", "assumption", "", ""]),
        ("deal=microsoft_openai", "commit_total_b", ["", "", "not stated", "", "P22"]),
        ("deal=microsoft_openai&commit=180", "commit_total_b", ["180", "", "not stated", "", "P22"]),
        ("deal=own", "prior_mode", ["sunk", "sunk", "assumption", "", ""]),
        ("deal=microsoft_openai&accept=1", "commit_total_b", ["250", "250", "public", "", "P22"]),
        ("deal=own&commit=60", "commit_total_b", ["60", "0", "assumption", "", ""]),
        ("side=lab&deal=google_anthropic", "obligation_1_total_b", ["200", "200", "public", "", "P20 P29"]),
        ("side=lab&deal=google_anthropic", "funding_b", ["40", "40", "public", "", "P29"]),
        ("side=lab&deal=google_anthropic", "obligation_1_name", ["Google Cloud", "Google Cloud", "", "", "P20 P29"]),
    ] {
        assert_eq!(row(query, key, &COLUMNS), told, "{query}: {key}");
    }
    let said = |query: &str| row(query, "arr0_b", &["Case"]).remove(0);
    assert!(said("deal=google_anthropic").contains("deal google_anthropic (Google × Anthropic); stake left out"));
    assert!(said("deal=google_anthropic&commit=150").contains("(Google × Anthropic) but commit_total_b=150;"));
    assert!(said("deal=microsoft_openai").contains("(Microsoft × OpenAI, its commitment not stated);"));
    assert!(
        said("side=lab&deal=amazon_openai").contains("side lab; deal amazon_openai (Amazon × OpenAI); owed to AWS")
    );
    assert!(said("margin=0.36").contains("; defaults but commit_margin=0.36;"));
}

#[test]
fn the_comparison_knows_the_readers_lens_and_rate() {
    let note = |query: &str| sections::deals::note(&compare(true, Some(&case(query))));
    let usual = note("");
    assert!(usual.contains("Operating-margin lens, 9.5% discount rate, 33 to "), "{usual}");
    assert!(!usual.contains("Your case"), "{usual}");
    let other = note("lens=capex&rate=0.12");
    assert!(other.contains("Your case of Amazon × Anthropic: Capex lens, 12% discount rate."), "{other}");
    assert!(!note("margin=0.36").contains("Your case of"));
}

#[test]
fn the_world_is_as_well_known_under_another_deal() {
    let of = |id: &str, key: &str| {
        let basis = start(id).basis(control(key));
        (basis.status, basis.sources)
    };
    for id in ["microsoft_anthropic", "amazon_openai", "own"] {
        for key in ["tax_rate", "capex_b_per_gw", "bass_p", "fac_life", "price_b_per_gw_yr"] {
            let usual = control(key);
            assert_eq!(of(id, key), (usual.status, usual.sources), "{id}: {key}");
        }
    }
    assert_eq!(of("amazon_openai", "aws_customers").0, Status::Stated, "the cloud is the same");
    assert_eq!(of("google_anthropic", "aws_customers").0, Status::Assumption);
    assert_eq!(of("amazon_openai", "discount_rate").0, Status::Public);
    assert_eq!(of("microsoft_openai", "discount_rate").0, Status::Assumption);
    assert_eq!(of("microsoft_anthropic", "lab_gross_margin").0, Status::Public, "the lab is the same");
    assert_eq!(of("amazon_openai", "lab_gross_margin").0, Status::Assumption);
    // The status without the value is that of the basis.
    for deal in Start::ids() {
        for input in Side::ALL.into_iter().flat_map(Side::inputs) {
            assert_eq!(
                start(deal).status(input),
                start(deal).basis(&Control::of(input)).status,
                "{deal}: {}",
                input.id
            );
        }
    }
}

#[test]
fn assumptions_are_counted_over_the_present_deal() {
    let count = |query: &str, side| {
        let case = case(query);
        (assumptions(side, case.inputs()), Voice::new(side, case.inputs(), Stake::LeftOut).basis())
    };
    assert_eq!(count("", Side::Investor).0, 33);
    assert!(count("", Side::Investor).1.starts_with("Seven articles, public reports, 33 assumptions."));
    for query in ["deal=amazon_openai", "deal=google_anthropic", "deal=microsoft_openai&accept=1", "deal=own"] {
        let (all, basis) = count(query, Side::Investor);
        let case = case(query);
        let assumed = INPUTS.iter().filter(|input| case.basis(&Control::of(input)).status == Status::Assumption);
        assert_eq!(all, assumed.count(), "{query}");
        assert!(all > 33 && basis.contains(&format!(", {all} assumptions.")), "{query}: {basis}");
        let note = findings::cash_note(case.inputs());
        assert!(note.contains(&format!("{all} assumptions")), "{note}");
        assert!(sections::basis(case.inputs()).contains(&format!("{all} assumptions")));
        assert_eq!(sources::assumed(Side::Investor, case.inputs()).entries.len(), all, "{query}");
        assert!(
            sources::input_counts(Side::Investor, case.inputs()).contains(&format!("{all} are assumptions")),
            "{query}"
        );
    }
    let own = count("deal=own", Side::Investor).1;
    assert!(own.starts_with("Own terms, public reports, ") && !own.contains("articles"), "{own}");
    let of_lab = |query| count(query, Side::Lab).0;
    assert!(of_lab("deal=amazon_openai") > of_lab(""));
    assert_eq!(count("deal=own", Side::Buyer), count("", Side::Buyer), "a buyer's contract is of no deal");
}

#[test]
fn before_the_commitment_is_accepted_nothing_is_told_of_it() {
    let open = case("deal=microsoft_openai");
    let (inputs, outcome) = (*open.inputs(), evaluate(open.inputs()));
    let told = "Whether Microsoft gets back the $13.0B it invests cannot be told until the commitment is accepted or \
                entered: the articles do not state it.";
    let voice = Voice::new(Side::Investor, &inputs, Stake::LeftOut);
    let card = plain(&embed::verdict(&inputs, &outcome, Stake::LeftOut));
    assert_eq!([plain(&voice.verdict()), plain(&voice.brief()), card], [told; 3].map(str::to_owned));
    assert!(voice.alternative(&open).contains(told) && voice.alternative(&open).contains("without the commitment"));
    assert!(voice.post().contains("cannot be told") && !voice.post().contains("short"), "{}", voice.post());
    assert!(share::post(&inputs, &outcome, Stake::LeftOut).contains(told));
    assert!(plain(&voice.second()).contains("the money alone"));
    assert!(key_figures::key_figures(&inputs, &outcome, Stake::LeftOut)[0].context.join(" ").contains("money alone"));

    let cells = |rows: Vec<Vec<String>>| rows.concat().iter().filter(|text| *text == "not stated").count();
    let texts = |table: offtake::wording::tables::Table| {
        table.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    };
    assert_eq!(cells(texts(share_table(&outcome))), 22, "two of each of ten years, and closing");
    assert_eq!(cells(texts(ladder_table(&inputs, &outcome))), 4);
    assert_eq!(cells(texts(gigawatt_table(&inputs, &outcome))), 2);
    assert!(Ladder::new(&inputs, &outcome).reading(0).unwrap().spoken().contains("not stated"));
    let columns = csv::share(&inputs, &outcome).rows;
    assert!(columns.iter().all(|row| row[1] == csv::Value::Number(None) && row[3] == csv::Value::Number(None)));

    let weighing = weigh(&Weights::default(), Stake::LeftOut, &open);
    assert!(sections::weights::title(&weighing).contains("not stated"));

    // Accepted, or entered, it is a deal like others.
    for query in ["deal=microsoft_openai&accept=1", "deal=microsoft_openai&commit=180"] {
        let known = case(query);
        let outcome = evaluate(known.inputs());
        assert!(Voice::new(Side::Investor, known.inputs(), Stake::LeftOut).post().contains("gets back"), "{query}");
        assert_eq!(cells(texts(share_table(&outcome))), 0);
        assert_eq!(weigh(&Weights::default(), Stake::LeftOut, &known).is_open, !known.has_accepted());
    }
    // No commitment at all is another thing than one that nobody states.
    let none = case("commit=0");
    assert!(!plain(&Voice::new(Side::Investor, none.inputs(), Stake::LeftOut).verdict()).contains("told"));
}

#[test]
fn the_commitment_is_not_stated_then_accepted_or_the_readers_own() {
    let mut case = case("deal=microsoft_openai");
    let commit = control("commit_total_b");
    let told = |case: &Case| deals::acceptance(case).unwrap();
    let (basis, words) = (case.basis(commit), told(&case));
    assert!(case.is_open(commit) && case.is_open(control("obligation_1_total_b")));
    assert!(!case.is_open(control("tax_rate")) && !case.is_open(control("funding_b")));
    assert_eq!((basis.is_open, basis.value, basis.sources), (true, 250.0, &["P22"][..]));
    assert!(words.words.contains("Until you accept that, the field stays empty"), "{}", words.words);
    assert_eq!(words.act, "Accept the public figure");
    let on_paper = |case: &Case| {
        let rows = paper::inputs(Side::Investor, case).into_iter().flat_map(|group| group.rows);
        let row = rows.into_iter().find(|row| row.label == "Commit").unwrap();
        (row.value, row.source)
    };
    assert_eq!(on_paper(&case), ("not stated".to_owned(), "not stated P22".to_owned()));

    case.set(commit, 180.0).unwrap();
    assert!(!case.is_open(commit) && case.basis(commit).is_open, "what is entered is nothing that was accepted");
    assert!(told(&case).words.contains("your own figure of $180B counts"), "{}", told(&case).words);
    assert_eq!(told(&case).act, "Accept the public figure");

    case.accept(true);
    assert_eq!(case.inputs().commit_total_b.to_bits(), 250.0_f64.to_bits());
    assert_eq!((case.basis(commit).is_open, case.basis(commit).status), (false, Status::Public));
    assert!(told(&case).words.contains("You accepted the $250B of public reports"), "{}", told(&case).words);
    assert!(!told(&case).words.contains("stays empty"));
    assert_eq!(told(&case).act, "Leave it empty again");
    assert_eq!(on_paper(&case), ("$250B".to_owned(), "public P22".to_owned()));
}

#[test]
fn the_terms_of_an_own_deal_are_all_that_deals_state() {
    let is_term = |key: &str| TERMS.contains(&key);
    assert!(TERMS.iter().all(|key| find(key).is_some()));
    assert!(PRESETS.iter().flat_map(|preset| preset.values).all(|(key, _)| is_term(key)));
    assert!(DEALS.iter().flat_map(|deal| deal.terms).all(|term| is_term(term.key)));
    assert!(INHERITED.iter().all(|term| !is_term(term.key)), "what is taken over is assumed");
}

#[test]
fn scenarios_keep_the_terms_of_an_own_deal() {
    const QUERY: &str = "deal=own&name=Acme&now=10&commit=60&term=6&runrate=12&margin=0.5";
    let own = case(QUERY);
    let npv = |inputs: &Inputs| value(inputs).npv_b;
    let chips: Vec<f64> = SCENARIOS.iter().map(|scenario| npv(&own.at(scenario))).collect();
    assert!(chips.iter().all(|npv| npv.abs() > 0.1), "{chips:?}");
    assert!(chips.windows(2).any(|pair| pair[0] > pair[1]), "{chips:?}");
    let weighing = weigh(&Weights::default(), Stake::LeftOut, &own);
    assert_eq!(weighing.scenarios[1].npv_b.to_bits(), npv(&own.at(scenario("B"))).to_bits());
    for scenario in SCENARIOS {
        let mut case = own;
        case.select(scenario);
        let Inputs { immediate_b, commit_total_b, commit_years, arr0_b, commit_margin, .. } = *case.inputs();
        assert_eq!((immediate_b, commit_total_b, commit_years, arr0_b), (10.0, 60.0, 6, 12.0), "{}", scenario.id);
        let of_scenario = scenario.inputs().commit_margin;
        assert_eq!(commit_margin.to_bits(), of_scenario.to_bits(), "{}", scenario.id);
        assert!(case.is_at(scenario) && case.inputs() == &own.at(scenario), "{}", scenario.id);
        // A link tells start, scenario and terms.
        let link = Link { case, ..Link::default() };
        assert_eq!(decode(&encode(&link)).link.case, case, "{}", scenario.id);
        let merged = merge(&Link { case: own, ..Link::default() }, &format!("s={}", scenario.id)).link.case;
        assert_eq!(merged.inputs(), case.inputs(), "{}", scenario.id);
    }
    let mut case = own;
    for id in ["B", "C", "A", "base"] {
        case.select(scenario(id));
    }
    assert_eq!(npv(case.inputs()).to_bits(), npv(&own.at(scenario("base"))).to_bits(), "nothing is lost on the way");
    // Deals of the catalogue forget what was changed.
    let mut case = self::case("deal=google_anthropic&commit=150");
    case.select(scenario("B"));
    assert_eq!((case.inputs().commit_total_b, case.changes()), (200.0, 0));
    assert_eq!(defaults(), *Case::default().inputs());
}
