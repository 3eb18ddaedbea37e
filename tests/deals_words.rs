//! Words, tables and files about a deal are about that deal: its dates, its name, its parties.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]

use offtake::catalog::{Side, Start};
use offtake::charts::cash_flow::CashFlow;
use offtake::charts::style::LIGHT;
use offtake::charts::{Style, svg};
use offtake::export::{self, Around, Kind};
use offtake::model::{Name, Stake, evaluate};
use offtake::protocol::link::{Link, decode};
use offtake::wording::actions::{self, Action};
use offtake::wording::side::Voice;
use offtake::wording::tables::year_table;
use offtake::wording::{Parties, readings, share, verdict};

mod picture;

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
        deal => deal,
    }
}

fn file(kind: &str, link: &Link) -> String {
    let around = Around { page: "", draws: 200 };
    String::from_utf8(export::file(Kind::find(kind).unwrap(), link, &around).unwrap().bytes).unwrap()
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
            told.extend([voice.head(), voice.alternative(), voice.post(), share::title_of(side), frame]);
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

fn cash(start: Start, width: f64) -> Picture {
    let style = Style { palette: LIGHT, width, height: 360.0, ratio: 1.0 };
    let inputs = start.inputs(true);
    let picture = Picture::new(svg::cash_flow(&CashFlow::new(&inputs, &evaluate(&inputs)), &style).unwrap());
    picture.is_sound(1.0);
    picture
}
