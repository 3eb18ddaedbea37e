//! Words, tables and files about a deal are about that deal: its dates, its name, its parties.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]

use offtake::analysis::flip::Scan;
use offtake::analysis::objective::Objective;
use offtake::analysis::watch::{Watch, Watched};
use offtake::catalog::{DEALS, Side, Start};
use offtake::charts::cash_flow::CashFlow;
use offtake::charts::style::LIGHT;
use offtake::charts::{Style, svg};
use offtake::export::{self, Around, Kind};
use offtake::model::{AdoptionModel, Inputs, Name, Stake, evaluate};
use offtake::protocol::link::{Link, decode};
use offtake::wording::actions::{self, Action};
use offtake::wording::sections::gigawatts;
use offtake::wording::side::Voice;
use offtake::wording::tables::{gigawatt_table, year_table};
use offtake::wording::{Parties, csv, readings, share, verdict, watch};

#[path = "spreadsheet/book.rs"]
#[allow(dead_code, clippy::expect_used, clippy::panic, reason = "a test says what it expects, and uses what it needs")]
mod book;
mod picture;

use book::{Book, Shown};
use picture::Picture;

/// What is said while sentences speak of a deal.
fn of<T>(start: Start, say: impl FnOnce() -> T) -> T {
    Parties::of(start).choose();
    let said = say();
    Parties::of(Start::default()).choose();
    said
}

fn start(id: &str) -> Start {
    match Start::find(id).unwrap() {
        Start::Own(_) => Start::Own(Name::new("Acme").unwrap()),
        deal @ Start::Deal(_) => deal,
    }
}

fn signals(inputs: &Inputs) -> Vec<Watched> {
    Watch::after(None, inputs, Objective::DEAL, Scan::Dense).signals
}

fn file(kind: &str, link: &Link) -> String {
    let around = Around { page: "", draws: 200 };
    let text = String::from_utf8(export::file(Kind::find(kind).unwrap(), link, &around).unwrap().bytes).unwrap();
    text.trim_start_matches('\u{feff}').to_owned()
}

#[test]
fn deal_years_stand_in_the_calendar_of_the_deal() {
    for (id, closing, year_1) in [
        ("amazon_anthropic", "April 2026", "April 2027"),
        ("amazon_openai", "February 2026", "February 2027"),
        ("microsoft_anthropic", "November 2025", "November 2026"),
    ] {
        let (month, year) = closing.split_once(' ').unwrap();
        let next = year_1.split_once(' ').unwrap().1;
        of(start(id), || {
            let inputs = start(id).inputs(true);
            let outcome = evaluate(&inputs);
            assert!(verdict::kicker(&inputs).contains(&format!("{closing}, after tax")), "{id}");
            assert_eq!(
                (readings::year(0), readings::year(1)),
                (format!("Closing, {closing}"), format!("Year 1, to {year_1}"))
            );
            let table = year_table(&inputs, &outcome);
            assert_eq!(table.months, format!("{month} to {month}"));
            assert!(table.caption.contains(&format!("deal years from {month} to {month}")), "{}", table.caption);
            assert_eq!((table.years[0].calendar.as_str(), table.years[1].calendar.as_str()), (year, next));
            let picture = cash(start(id), 984.0);
            assert!(
                picture.says(&format!("{} {year}", &month[..3])) && picture.says(next),
                "{:?}",
                picture.all_words()
            );
        });
        for (kind, side) in [("cash.csv", ""), ("share.csv", ""), ("years.csv", ""), ("years.csv", "side=lab&")]
            .into_iter()
            .chain([("obligations.csv", "side=lab&"), ("burden.csv", "side=lab&")])
        {
            let file = file(kind, &decode(&format!("{side}deal={id}")).link);
            let mut lines = file.lines();
            let head = lines.next().unwrap();
            assert!(head.starts_with(&format!("Deal year,Ends in {month},")), "{id} {kind}: {head}");
            let first = lines.find(|line| line.starts_with("1,")).unwrap();
            assert!(first.starts_with(&format!("1,{next},")), "{id} {kind}: {first}");
        }
    }
}

#[test]
fn where_no_date_is_known_no_calendar_is_shown() {
    for id in ["microsoft_openai", "google_anthropic", "own"] {
        of(start(id), || {
            let inputs = start(id).inputs(true);
            let table = year_table(&inputs, &evaluate(&inputs));
            assert!(verdict::kicker(&inputs).ends_with(" from closing, after tax"), "{}", verdict::kicker(&inputs));
            assert_eq!((readings::year(0).as_str(), readings::year(3).as_str()), ("Closing", "Year 3"));
            assert!(table.months.is_empty() && table.years.iter().all(|year| year.calendar.is_empty()));
            assert!(table.caption.contains("deal years from closing on"), "{}", table.caption);
            for width in [320.0, 984.0] {
                let picture = cash(start(id), width);
                let is_year = |text: &picture::Text| text.words.parse::<u32>().is_ok_and(|year| year > 1900);
                assert!(!picture.texts.iter().any(is_year), "{id}: {:?}", picture.all_words());
            }
        });
        for (kind, side) in [("cash.csv", ""), ("share.csv", ""), ("years.csv", ""), ("obligations.csv", "side=lab&")] {
            let file = file(kind, &decode(&format!("{side}deal={id}")).link);
            let head = file.lines().next().unwrap();
            assert!(head.starts_with("Deal year,") && !head.contains("Ends in"), "{id} {kind}: {head}");
        }
    }
}

#[test]
fn an_own_deal_goes_by_its_name_wherever_it_is_told_of() {
    let case = decode("deal=own&name=Acme&now=10&commit=60").link.case;
    let told = || {
        let mut told = vec![share::deal(), share::title(), share::citation(&case, "2026-11-28")];
        for side in [Side::Investor, Side::Lab] {
            let voice = Voice::new(side, case.inputs(), Stake::LeftOut);
            let frame = share::frame("https://a.example/", &Link { side, ..Link::default() }, 700);
            told.extend([voice.head(), voice.alternative(&case), voice.post(), share::title_of(side), frame]);
            told.push(share::citation_of(side, &case, "2026-11-28"));
        }
        told
    };
    for words in of(case.start(), told) {
        assert!(words.contains("Acme") && !words.contains(" × "), "{words}");
    }
    let unnamed = of(Start::Own(Name::NONE), told);
    assert_eq!(unnamed[0], "The investor × The lab");
    assert_eq!(unnamed[1], "The investor × The lab deal calculator");
    let head = |start, side| of(start, || Voice::new(side, case.inputs(), Stake::LeftOut).head());
    for (start, investor, lab) in [
        (Start::default(), "Amazon × Anthropic, April 2026", "Anthropic and its clouds, April 2026"),
        (case.start(), "Acme", "The lab of Acme and its clouds"),
        (Start::Own(Name::NONE), "The investor × The lab", "The lab and its clouds"),
    ] {
        assert_eq!((head(start, Side::Investor).as_str(), head(start, Side::Lab).as_str()), (investor, lab));
    }
}

#[test]
fn files_of_different_deals_have_different_names() {
    let name = |query: &str, kind: &str| {
        let around = Around { page: "", draws: 200 };
        export::file(Kind::find(kind).unwrap(), &decode(query).link, &around).unwrap().name
    };
    for (query, json, years) in [
        ("s=B&margin=0.4", "offtake.json", "offtake-years.csv"),
        ("deal=amazon_openai", "offtake-amazon-openai.json", "offtake-amazon-openai-years.csv"),
        ("deal=own", "offtake-own.json", "offtake-own-years.csv"),
        ("deal=own&name=Acme", "offtake-acme.json", "offtake-acme-years.csv"),
        ("deal=own&name=A%20%2F..%2FB%20%26%20Co.", "offtake-a-b-co.json", "offtake-a-b-co-years.csv"),
        ("deal=own&name=%D0%81%D0%BB%D0%BA%D0%B0", "offtake-own.json", "offtake-own-years.csv"),
    ] {
        assert_eq!((name(query, "json").as_str(), name(query, "years.csv").as_str()), (json, years), "{query}");
    }
    assert_eq!(name("deal=own&name=Acme", "xlsx"), "offtake-acme.xlsx");
    of(start("own"), || {
        assert_eq!(actions::file("cash", Action::Png), "offtake-acme-cash.png");
        assert!(share::fragment("https://a.example/", "x").contains("src=\"offtake-acme-card.png\""));
        assert!(share::markdown("https://a.example/", "x").contains("(offtake-acme-card.png)"));
        assert!(share::picture_note().contains("offtake-acme-card.png"));
    });
}

#[test]
fn each_deal_of_the_file_has_its_own_case() {
    let link = decode("deal=amazon_openai&margin=0.35&stake=modelled_exit").link;
    let table = records(&file("deals.csv", &link));
    let cases: Vec<&str> = table.iter().skip(1).map(|row| row.last().unwrap().as_str()).collect();
    assert_eq!(cases.len(), DEALS.len() + 1);
    for (deal, case) in DEALS.into_iter().zip(&cases) {
        if deal.preset().is_none() {
            assert_eq!(*case, "no case: there is nothing to compute");
            continue;
        }
        let opened = decode(case.rsplit_once('?').unwrap().1);
        assert!(opened.ignored.is_empty(), "{case}");
        assert_eq!(opened.link.case.inputs(), &deal.inputs(false), "{case}");
        assert!(!case.contains("commit_margin"), "{case}");
    }
    let own = cases.last().unwrap();
    assert!(own.contains("commit_margin=0.35") && own.ends_with("stake=modelled_exit"), "{own}");
    assert_eq!(decode(own.rsplit_once('?').unwrap().1).link.case, link.case);
    let accepted = file("deals.csv", &decode("accept=1").link);
    assert!(accepted.contains("deal=microsoft_openai&accept=1\r\n"), "{accepted}");
}

#[test]
fn the_present_deal_is_not_compared_with_itself() {
    for (id, others, own) in [
        ("amazon_anthropic", "AWS × OpenAI, Google × Anthropic, Oracle × OpenAI", "$2.0B"),
        ("amazon_openai", "Google × Anthropic, Oracle × OpenAI", "$6.25B"),
        ("google_anthropic", "AWS × OpenAI, Oracle × OpenAI", "$8.0B"),
        ("microsoft_anthropic", "AWS × OpenAI, Google × Anthropic, Oracle × OpenAI", "$6.0B"),
    ] {
        of(start(id), || {
            let inputs = start(id).inputs(true);
            let outcome = evaluate(&inputs);
            let table = gigawatt_table(&inputs, &outcome);
            let names: Vec<&str> = table.rows.iter().skip(1).map(|row| row[0].text.as_str()).collect();
            assert_eq!(names.join(", "), others, "{id}");
            assert_eq!(csv::gigawatts(&inputs, &outcome).rows.len(), table.rows.len(), "{id}");
            let label = gigawatts::label(&outcome);
            assert!(label.contains(&format!("this deal {own} at its ceiling")), "{label}");
            assert_eq!(label.matches(" × ").count(), names.len(), "{label}");
            let sentence = gigawatts::sentences(&inputs, &outcome).remove(0);
            assert!(sentence.contains(&format!("come to {own} per GW-year")), "{sentence}");
        });
    }
}

#[test]
fn signals_are_those_of_the_deal() {
    let lines = |id: &str| of(start(id), || watch::lines(&start(id).inputs(true), &signals(&start(id).inputs(true))));
    for (id, signals, growth, silicon) in [
        (
            "amazon_anthropic",
            "revenue silicon margins rivals milestones",
            "Anthropic’s",
            "Trainium’s adoption and its saving",
        ),
        ("amazon_openai", "revenue silicon margins milestones", "OpenAI’s", "Trainium’s adoption and its saving"),
        ("microsoft_openai", "revenue silicon margins", "OpenAI’s", "Microsoft’s own chips and their saving"),
        (
            "google_anthropic",
            "revenue silicon margins milestones",
            "Anthropic’s",
            "Google’s own chips and their saving",
        ),
        ("microsoft_anthropic", "revenue silicon margins", "Anthropic’s", "Microsoft’s own chips and their saving"),
        ("own", "revenue silicon margins", "The lab’s", "The investor’s own chips and their saving"),
    ] {
        let found = lines(id);
        let ids: Vec<&str> = found.iter().map(|line| line.id).collect();
        assert_eq!(ids.join(" "), signals, "{id}");
        assert_eq!((found[0].label.as_str(), found[1].label.as_str()), (&*format!("{growth} revenue growth"), silicon));
        let cloud = Parties::of(start(id)).cloud;
        assert!(
            found[2].words.starts_with(&format!("The operating margin of {cloud} as AI takes")),
            "{}",
            found[2].words
        );
    }
    let this = lines("amazon_anthropic");
    assert_eq!(this[3].label, "What Microsoft and Google do to adoption");
    let words = "Their offers to the same enterprises, Claude among them, limit how many AWS customers take it on AWS.";
    assert_eq!(this[3].words, words);
    assert_eq!(this[2].sources, ["S25", "S27", "P1", "P2", "P3", "P19"]);
    assert_eq!(lines("microsoft_openai")[2].sources, ["P19"]);
    assert_eq!(lines("amazon_openai")[3].sources, ["S30", "P21"]);
    // A reader who counts adoption on another deal is told who its rivals are.
    of(start("microsoft_openai"), || {
        let inputs = Inputs { adoption_model: AdoptionModel::Logistic, ..start("microsoft_openai").inputs(true) };
        let rivals = watch::lines(&inputs, &signals(&inputs)).remove(3);
        assert_eq!(rivals.label, "What Amazon and Google do to adoption");
        let words =
            "Their offers to the same enterprises limit how many customers of Azure take models of OpenAI there.";
        assert_eq!((rivals.words.as_str(), rivals.sources), (words, vec!["S32", "P22"]));
    });
}

/// What is read first in a spreadsheet is about the deal as well.
#[test]
fn spreadsheets_name_the_deal_and_nobody_else() {
    for (query, deal, lab, strangers) in [
        ("", "Amazon × Anthropic: does it pay?", "Anthropic: can it carry what it owes?", &["OpenAI", "Google"][..]),
        (
            "deal=microsoft_openai&accept=1&",
            "Microsoft × OpenAI: does it pay?",
            "OpenAI: can it carry what it owes?",
            &["Amazon", "AWS", "Anthropic"],
        ),
        (
            "deal=own&name=Acme&now=10&commit=60&",
            "Acme: does it pay?",
            "The lab of Acme: can it carry what it owes?",
            &["Amazon", "AWS", "Anthropic"],
        ),
    ] {
        for (side, title) in [("", deal), ("side=lab&obcount=1&ob1name=Cloud", lab)] {
            let link = decode(&format!("{query}{side}")).link;
            let made = export::file(Kind::Xlsx, &link, &Around { page: "", draws: 200 }).unwrap();
            let book = Book::open(&made.bytes);
            let cells = (1..90).flat_map(|row| ["A", "B", "C", "D"].map(|column| format!("{column}{row}")));
            let texts = cells.filter_map(|place| match book.at(&("Summary".to_owned(), place)) {
                Shown::Text(text) => Some(text),
                Shown::Number(_) | Shown::Nothing => None,
            });
            let texts: Vec<String> = texts.collect();
            assert_eq!(texts[0], title);
            for text in &texts {
                assert!(!strangers.iter().any(|name| text.contains(name)), "{title}: {text}");
                let small = text.ends_with('.') && text.starts_with(char::is_lowercase);
                assert!(!small, "{title}: {text}");
            }
        }
    }
}

/// Records of comma-separated values, after RFC 4180, without lines in fields.
fn records(file: &str) -> Vec<Vec<String>> {
    let field = |(fields, quoted): (Vec<String>, bool), letter: char| {
        let mut fields = fields;
        match letter {
            '"' => return (fields, !quoted),
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
        (fields, quoted)
    };
    file.lines().map(|line| line.chars().fold((vec![String::new()], false), field).0).collect()
}

fn cash(start: Start, width: f64) -> Picture {
    let style = Style { palette: LIGHT, width, height: 360.0, ratio: 1.0 };
    let inputs = start.inputs(true);
    let picture = Picture::new(svg::cash_flow(&CashFlow::new(&inputs, &evaluate(&inputs)), &style).unwrap());
    picture.is_sound(1.0);
    picture
}
