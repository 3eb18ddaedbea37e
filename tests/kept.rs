//! Deals in links and in the browser: what they mean, which way to them is a step, and that nothing in the storage breaks
//! the page.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]

use offtake::catalog::{Case, DataVersion, Deal, SCENARIOS, Start, changed, defaults, find};
use offtake::model::{Inputs, Name};
use offtake::protocol::kept::{self, Change, Kept, MOST_KEPT, Refused};
use offtake::protocol::link::{Decoded, decode, decode_among, encode, merge};
use offtake::protocol::{Batch, Request, state};
use proptest::prelude::*;
use serde_json::Value;

fn told(query: &str) -> (Decoded, Vec<String>) {
    let decoded = decode(query);
    let faults = decoded.ignored.iter().map(ToString::to_string).collect();
    (decoded, faults)
}

fn inputs(query: &str) -> Inputs {
    let (decoded, faults) = told(query);
    assert_eq!(faults, Vec::<String>::new(), "{query}");
    *decoded.link.case.inputs()
}

/// The inputs but for those of the lab's side, which follow from the deal: see `deal_basis.rs`.
fn of_the_deal(inputs: &Inputs) -> Inputs {
    Inputs { lab: defaults().lab, ..*inputs }
}

/// What a link says is what a request with the same preset, scenario and inputs asks.
#[test]
fn a_link_orders_deal_scenario_and_inputs_as_requests_do() {
    for deal in Deal::computed() {
        for scenario in SCENARIOS {
            let request = format!(r#"{{"preset":"{}","scenario":"{}","commit_margin":0.22}}"#, deal.id, scenario.id);
            let Batch::One(Request::Deal(asked)) = offtake::protocol::decode(&request).unwrap() else {
                unreachable!("a single question about a deal");
            };
            for order in ["deal={d}&accept=1&s={s}&margin=0.22", "margin=0.22&s={s}&accept=1&deal={d}"] {
                let query = order.replace("{d}", deal.id).replace("{s}", scenario.id);
                assert_eq!(of_the_deal(&inputs(&query)), of_the_deal(&asked), "{query}");
            }
        }
    }
}

#[test]
fn a_deal_is_written_short_and_read_again() {
    for (query, id, name) in [
        ("", "amazon_anthropic", ""),
        ("deal=google_anthropic", "google_anthropic", ""),
        ("deal=microsoft_openai", "microsoft_openai", ""),
        ("deal=microsoft_openai&accept=1", "microsoft_openai", ""),
        ("deal=own", "own", ""),
        ("deal=own&name=Ours+%26+theirs&now=2&commit=40", "own", "Ours & theirs"),
        ("deal=amazon_openai&s=B&margin=0.3", "amazon_openai", ""),
        ("pin=thin*deal*own*name*Ours*s*B*commit*40", "amazon_anthropic", ""),
    ] {
        let (Decoded { link, .. }, faults) = told(query);
        let start = link.case.start();
        assert_eq!((start.id(), faults), (id, vec![]), "{query}");
        assert_eq!(start.own_name().unwrap_or_default().as_str(), name, "{query}");
        assert_eq!(encode(&link), query, "{query}");
    }
    assert_eq!(inputs("deal=amazon_anthropic"), defaults());
    assert_eq!(inputs("deal=own"), Start::Own(Name::NONE).inputs(false));
}

#[test]
fn what_is_no_deal_is_told_and_left_out() {
    let deals = "amazon_anthropic, amazon_openai, microsoft_openai, google_anthropic, microsoft_anthropic, own";
    for (query, expected) in [
        ("deal=google_internal&tax=0.3", format!("deal: google_internal is not one of {deals}")),
        ("deal=&tax=0.3", format!("deal: is not one of {deals}")),
        ("accept=yes&tax=0.3", "accept: yes is not one of 0, 1".to_owned()),
    ] {
        let (Decoded { link, .. }, faults) = told(query);
        assert_eq!(faults, [expected], "{query}");
        assert_eq!(link.case.inputs(), &Inputs { tax_rate: 0.3, ..defaults() }, "{query}");
    }
    for (query, key) in [("name=Ours", "name"), ("deal=own&name=twenty-five+characters!!!", "name")] {
        let (Decoded { link, ignored }, _) = told(query);
        assert_eq!(ignored.iter().map(|fault| fault.key.as_str()).collect::<Vec<_>>(), [key], "{query}");
        assert_eq!(link.case.start().own_name().unwrap_or_default(), Name::NONE);
    }
}

#[test]
fn another_deal_comes_without_the_changes_of_the_one_before() {
    let link = decode("deal=own&name=Ours&now=2&commit=40&s=A&pledge=60").link;
    let merged = |query: &str| {
        let Decoded { link, ignored } = merge(&link, query);
        assert_eq!(ignored, [], "{query}");
        encode(&link)
    };
    for (query, after) in [
        ("deal=google_anthropic", "deal=google_anthropic&s=A&pledge=60"),
        ("deal=own", "deal=own&s=A&pledge=60"),
        ("deal=own&name=New", "deal=own&name=New&s=A&pledge=60"),
        ("name=New", "deal=own&name=New&s=A&now=2&commit=40&pledge=60"),
        ("commit=50", "deal=own&name=Ours&s=A&now=2&commit=50&pledge=60"),
        ("s=B", "deal=own&name=Ours&s=B&now=2&commit=40&pledge=60"),
    ] {
        assert_eq!(merged(query).replace("m=1.0&d=2026-05&", ""), after, "{query}");
    }
}

#[test]
fn a_step_is_what_a_reader_would_call_one() {
    let to = |query: &str| decode(query).link;
    for (from, after, is_step) in [
        ("margin=0.36", "margin=0.37", false),
        ("margin=0.36&tax=0.3", "margin=0.36", false),
        ("margin=0.36&tax=0.3", "", true),
        ("", "s=B", true),
        ("", "stake=at_cost", true),
        ("", "lens=capex", true),
        ("", "side=lab", true),
        ("", "deal=own", true),
        ("deal=own", "deal=own&name=Ours", false),
        ("deal=microsoft_openai", "deal=microsoft_openai&accept=1", true),
        ("side=buyer&discount=0.1&demand=60", "side=buyer", true),
        ("side=buyer&discount=0.1", "side=buyer&discount=0.2", false),
        ("", "pin=mine*margin*0.2", true),
        ("", "seed=7&weights=0.5,0.25,0.25&theme=dark&low.margin=0.1", false),
    ] {
        assert_eq!(to(after).is_step_from(&to(from)), is_step, "{from} to {after}");
    }
}

#[test]
fn storage_keeps_a_dozen_deals_by_name() {
    let deal = |at: usize| Kept::new(&format!("Deal {at}"), &format!("deal=own&commit={at}")).unwrap();
    let mut all = Vec::new();
    for at in 0..MOST_KEPT {
        all = kept::with(&all, deal(at)).unwrap();
    }
    assert_eq!((all.len(), kept::with(&all, deal(99))), (MOST_KEPT, None));
    let renewed = kept::with(&all, Kept::new("Deal 3", "deal=own&commit=77").unwrap()).unwrap();
    assert_eq!((renewed.len(), renewed[3].query.as_str()), (MOST_KEPT, "deal=own&commit=77"));
    assert_eq!(kept::without(&all, all[0].name).len(), MOST_KEPT - 1);
    assert_eq!(kept::decode(&kept::encode(&all)).as_ref(), Ok(&all));
    assert_eq!((Kept::new("", "commit=1"), Kept::new("a*b", "commit=1")), (None, None));
    assert_eq!(Kept::new("long", &"x".repeat(20_000)), None);
}

#[test]
fn what_is_not_understood_in_the_storage_is_left_out() {
    let good = r#"{"name":"Ours","query":"deal=own"}"#;
    for (text, count) in [
        (String::new(), 0),
        ("null".to_owned(), 0),
        ("[]".to_owned(), 0),
        ("{\"version\":1".to_owned(), 0),
        (format!(r#"{{"deals":[{good}]}}"#), 0),
        (format!(r#"{{"version":1,"deals":{good}}}"#), 0),
        (r#"{"version":1}"#.to_owned(), 0),
        (format!(r#"{{"version":1,"deals":[{good}]}}"#), 1),
        (format!(r#"{{"version":1,"deals":[{good},{good}],"more":true}}"#), 1),
        (format!(r#"{{"version":1,"deals":[7,null,{{"name":3}},{good},{{"name":"","query":""}}]}}"#), 1),
    ] {
        assert_eq!(kept::decode(&text).map(|deals| deals.len()), Ok(count), "{text}");
    }
}

/// A page of an older version read another form as an empty list, and the next deal that was kept took its place.
#[test]
fn deals_of_another_version_are_left_alone() {
    let deal = Kept::new("Ours", "deal=own").unwrap();
    for version in ["2", "0", "1.5", "\"1\"", "\"2027-01\"", "null", "[1]"] {
        let text = format!(r#"{{"version":{version},"deals":[{{"name":"Theirs","query":"deal=own"}}]}}"#);
        assert_eq!(kept::decode(&text), Err(Refused::OtherVersion), "{version}");
        for change in [Change::Keep(deal.clone()), Change::Remove(deal.name)] {
            assert_eq!(kept::after(Some(&text), &change), Err(Refused::OtherVersion), "{version}");
        }
    }
}

/// Two tabs that read the list before either changed it: the one that came last wrote its own list over that of the other.
#[test]
fn what_two_tabs_change_is_all_there() {
    let deal = |name: &str, query: &str| Kept::new(name, query).unwrap();
    let mut storage = None;
    let mut press = |change: Change| {
        storage = Some(kept::encode(&kept::after(storage.as_deref(), &change).unwrap()));
        let stored = kept::decode(storage.as_deref().unwrap()).unwrap();
        stored.iter().map(|kept| format!("{}: {}", kept.name, kept.query)).collect::<Vec<_>>()
    };
    assert_eq!(press(Change::Keep(deal("A", "now=1"))), ["A: now=1"]);
    assert_eq!(press(Change::Keep(deal("B", "now=2"))), ["A: now=1", "B: now=2"]);
    assert_eq!(press(Change::Keep(deal("A", "now=3"))), ["A: now=3", "B: now=2"]);
    assert_eq!(press(Change::Remove(deal("B", "").name)), ["A: now=3"]);
    assert_eq!(press(Change::Remove(deal("gone", "").name)), ["A: now=3"]);
    let full: Vec<Kept> = (0..MOST_KEPT).map(|at| deal(&at.to_string(), "")).collect();
    let full = kept::encode(&full);
    assert_eq!(kept::after(Some(&full), &Change::Keep(deal("Ours", ""))), Err(Refused::Full));
    assert_eq!(kept::after(Some(&full), &Change::Keep(deal("3", "now=1"))).map(|kept| kept.len()), Ok(MOST_KEPT));
}

proptest! {
    #[test]
    fn the_storage_gives_the_same_deals_again(deals in proptest::collection::vec(("[a-zé\"\\\\ 🏛]{1,24}", ".{0,200}"), 0..=12)) {
        let mut all = Vec::new();
        for deal in deals.iter().filter_map(|(name, query)| Kept::new(name, query)) {
            all = kept::with(&all, deal).unwrap();
        }
        prop_assert_eq!(kept::decode(&kept::encode(&all)), Ok(all));
    }

    #[test]
    fn no_text_in_the_storage_breaks_anything(text in ".{0,300}", at in 0..60_usize) {
        prop_assert_eq!(kept::decode(&text), Ok(vec![]));
        let whole = kept::encode(&[Kept::new("Ours", "deal=own&commit=40").unwrap()]);
        let cut: String = whole.chars().take(at).collect();
        prop_assert!(kept::decode(&(cut + &text)).is_ok_and(|kept| kept.len() <= MOST_KEPT));
    }
}

/// The deals of each version of the data, as they were when it was made.
#[test]
fn every_version_has_the_deals_that_it_had() {
    for (id, committed) in [("2026-05", include_str!("data_versions/2026-05.json"))] {
        let (version, committed): (_, Value) =
            (DataVersion::find(id).unwrap(), serde_json::from_str(committed).unwrap());
        let deals = committed["deals"].as_object().unwrap();
        assert_eq!(deals.len(), Start::ids().len(), "{id}");
        for (name, values) in deals {
            let mut expected = version.defaults();
            for (key, value) in values.as_object().unwrap() {
                find(key).unwrap().set(&mut expected, value.as_f64().unwrap()).unwrap();
            }
            let inputs = version.case(Start::find(name).unwrap(), true, &SCENARIOS[0]);
            assert_eq!(of_the_deal(&inputs), expected, "{id}: {name}");
            let first = inputs.lab.obligations[0];
            assert_eq!((first.total_b, first.years), (expected.commit_total_b, expected.commit_years), "{id}: {name}");
        }
    }
}

/// As if the money of one deal had once been thought less.
static ONCE: [DataVersion; 2] = [
    DataVersion::new("2025-01", &[("commit_margin", 0.25)], &[])
        .with_deals(&[("amazon_openai", &[("immediate_b", 7.0)]), ("microsoft_openai", &[("commit_total_b", 200.0)])]),
    DataVersion::new("2026-05", &[], &[]),
];

#[test]
fn a_deal_of_another_time_is_what_it_was() {
    let of = |query: &str| {
        let Decoded { link, ignored } = decode_among(&format!("m=1.0&d=2025-01&{query}"), &ONCE);
        assert_eq!(ignored, [], "{query}");
        assert_eq!(encode(&link), format!("m=1.0&d=2025-01&{query}"));
        *link.case.inputs()
    };
    let once = Inputs { commit_margin: 0.25, ..defaults() };
    let deal = |query: &str| of_the_deal(&of(query));
    assert_eq!(deal("deal=amazon_openai"), Inputs { immediate_b: 7.0, ..once });
    assert_eq!(of("deal=amazon_openai").lab.funding_b.to_bits(), 27.0_f64.to_bits(), "the lab's money as it was");
    assert_eq!(deal("deal=microsoft_openai"), Inputs { commit_total_b: 0.0, ..once });
    assert_eq!(deal("deal=microsoft_openai&accept=1&tax=0.3"), Inputs { commit_total_b: 200.0, tax_rate: 0.3, ..once });
    let today = Start::find("google_anthropic").unwrap().inputs(true);
    assert_eq!(of("deal=google_anthropic"), Inputs { commit_margin: 0.25, ..today });
}

/// Links say nothing of deals that were not chosen.
#[test]
fn the_deal_of_the_page_needs_no_key() {
    let link = decode("deal=amazon_anthropic&commit=90").link;
    assert_eq!(encode(&link), "commit=90");
    let before = defaults();
    assert_eq!(changed(link.case.inputs(), &before).count(), 1);
}

#[test]
fn a_saved_file_names_its_deal() {
    let read = |text: &str| state::decode(text).map(|link| link.case);
    let case = read(r#"{"deal":"own","deal_name":"Ours","inputs":{"commit_total_b":40}}"#).unwrap();
    assert_eq!((case.start().own_name().unwrap().as_str(), case.changes()), ("Ours", 1));
    let case = read(r#"{"deal":"microsoft_openai","accepted":true,"scenario":"B"}"#).unwrap();
    assert_eq!((case.inputs().commit_total_b, case.has_accepted(), case.changes()), (250.0, true, 0));
    assert_eq!(read("{}").unwrap(), Case::default());
    for (text, key) in [
        (r#"{"deal":"google_internal"}"#, "deal"),
        (r#"{"deal":"own","deal_name":""}"#, "deal_name"),
        (r#"{"deal_name":"Ours"}"#, "deal_name"),
        (r#"{"accepted":1}"#, "accepted"),
        (r#"{"pins":[{"name":"a","deal":"none"}]}"#, "pins[0].deal"),
    ] {
        let faults = read(text).unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.key.as_str()).collect::<Vec<_>>(), [key], "{text}");
    }
}
