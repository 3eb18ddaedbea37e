//! Links: the same state comes back to the bit, nothing breaks them, and old ones keep their meaning.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]

use std::collections::HashSet;

use offtake::analysis::field::{Axes, Measure, Wanted};
use offtake::analysis::setup::{End, Setup};
use offtake::catalog::{
    ALL_INPUTS, Case, Control, DATA_VERSIONS, DataVersion, INPUTS, Input, Kind, Proportion, SCENARIOS, Scenario, Side,
    Start, defaults,
};
use offtake::model::{Inputs, Name, Stake, burden, buyer, evaluate};
use offtake::protocol::link::{
    Accent, Card, Decoded, Embed, Figure, Link, MOST_SLIDERS, PinnedCase, Theme, decode, decode_among, encode, merge,
};
use proptest::prelude::*;
use serde_json::Value;

/// The longest link that every mailer and host passes on.
const LONGEST: usize = 2000;
const ADDRESS: usize = "https://example.org/offtake/?".len();

fn bits(inputs: &Inputs) -> Vec<u64> {
    ALL_INPUTS.iter().map(|input| input.get(inputs).to_bits()).collect()
}

fn any_value(input: &'static Input) -> BoxedStrategy<f64> {
    match input.kind {
        Kind::Number => (input.model.min..=input.model.max).prop_map(|value| value).boxed(),
        Kind::Whole | Kind::Choice(_) => (input.model.min..=input.model.max).prop_map(f64::round).boxed(),
    }
}

/// Any deal, or an own one, with what completes it accepted or not.
fn any_start() -> impl Strategy<Value = (Start, bool)> {
    (0..Start::ids().len(), "[a-zA-Zäé&=+ .,%東🏛]{0,24}", any::<bool>()).prop_map(|(at, name, accepted)| {
        let start = match Start::find(Start::ids()[at]).unwrap() {
            Start::Own(none) => Start::Own(Name::new(&name).unwrap_or(none)),
            deal @ Start::Deal(_) => deal,
        };
        (start, accepted)
    })
}

/// Any inputs that the model takes; each row keeps the scenario's value half of the time.
fn any_case() -> impl Strategy<Value = Case> {
    let values: Vec<_> = ALL_INPUTS.iter().map(|input| proptest::option::of(any_value(input))).collect();
    let names = proptest::collection::vec("[a-zA-Zäé&=+ .,%東🏛]{0,24}", 6);
    (0..SCENARIOS.len(), any_start(), values, names, 0.0..=1.0_f64).prop_map(
        |(scenario, start, values, names, share)| {
            let scenario = &SCENARIOS[scenario];
            let mut inputs = DataVersion::newest().case(start.0, start.1, scenario);
            for (input, value) in ALL_INPUTS.iter().zip(values) {
                if let Some(value) = value {
                    input.set(&mut inputs, value).unwrap();
                }
            }
            for (obligation, name) in inputs.lab.obligations.iter_mut().zip(names) {
                obligation.name = Name::new(&name).unwrap_or(obligation.name);
            }
            Case::restored_from(DataVersion::newest(), start, scenario, inputs, Proportion::of(share))
        },
    )
}

fn any_setup() -> impl Strategy<Value = Setup> {
    (any::<u64>(), 0.0..50.0_f64, 0.0..1.0_f64, 0.0..0.3_f64, 0.01..1.0_f64).prop_map(
        |(seed, within, weight, low, sigma)| {
            let mut setup = Setup { seed: seed % (1 << 53), payback_within: within, ..Setup::default() };
            setup.weights.set(1, weight);
            setup.keep(4, End::Low, low);
            setup.keep(2, End::Sigma, sigma);
            setup
        },
    )
}

fn any_stake() -> impl Strategy<Value = Stake> {
    (0..3_usize).prop_map(|at| Stake::ALL[at])
}

fn any_pin() -> impl Strategy<Value = PinnedCase> {
    ("[a-zA-Zäé&=+ .*%]{1,24}", any_case(), any_stake()).prop_filter_map("a name", |(name, case, stake)| {
        let name = name.replace('*', " ").trim().to_owned();
        (!name.is_empty()).then_some(PinnedCase { name, case, stake })
    })
}

fn any_embed(side: Side) -> impl Strategy<Value = Embed> {
    let sliders: Vec<_> = side.numeric_controls().map(|one| one.id).collect();
    let sliders = proptest::option::of(proptest::sample::subsequence(sliders, 0..=MOST_SLIDERS));
    let accent = proptest::option::of(any::<[u8; 3]>().prop_map(Accent));
    (0..Card::ALL.len(), 0..Figure::of(side).len(), sliders, accent, any::<bool>()).prop_map(
        move |(card, figure, sliders, accent, locked)| Embed {
            card: Card::ALL[card],
            figure: Figure::of(side)[figure],
            sliders,
            accent,
            locked,
        },
    )
}

fn any_plane(side: Side) -> impl Strategy<Value = Wanted> {
    let controls: Vec<_> = side.numeric_controls().collect();
    let measures = Measure::of(side);
    (proptest::sample::subsequence(controls, 2), 0..measures.len()).prop_map(move |(axes, measure)| Wanted {
        axes: Axes::of(axes[0], axes[1]).unwrap_or_else(|| Axes::usual(side)),
        measure: measures[measure],
    })
}

fn any_link() -> impl Strategy<Value = Link> {
    (0..Side::ALL.len()).prop_flat_map(|at| any_link_of(Side::ALL[at]))
}

fn any_link_of(side: Side) -> impl Strategy<Value = Link> {
    let view = proptest::option::of("[a-z-]{1,20}");
    let theme = proptest::option::of(prop_oneof![Just(Theme::Light), Just(Theme::Dark)]);
    let look = (theme, view, proptest::option::of(any_embed(side)), any::<bool>(), any_plane(side));
    (any_case(), any_stake(), any_setup(), look, proptest::collection::vec(any_pin(), 0..3)).prop_map(
        move |(case, stake, setup, (theme, view, embed, follows, plane), pins)| Link {
            side,
            case,
            follows,
            stake,
            setup,
            theme,
            view,
            against: pins.len().saturating_sub(1),
            pins,
            plane,
            embed,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_link_gives_the_same_state_again_to_the_bit(link in any_link()) {
        let Decoded { link: again, ignored } = decode(&encode(&link));
        prop_assert_eq!(&ignored, &[]);
        prop_assert_eq!(bits(again.case.inputs()), bits(link.case.inputs()));
        prop_assert_eq!(&again, &link);
        prop_assert_eq!(encode(&again), encode(&link));
    }

    #[test]
    fn a_query_onto_a_state_changes_what_it_names_alone(link in any_link(), share in 0.0..1.0_f64) {
        let Decoded { link: again, ignored } = merge(&link, "");
        prop_assert_eq!((&again, ignored), (&link, vec![]));
        let Decoded { link: moved, ignored } = merge(&link, &format!("?margin={share}"));
        prop_assert_eq!(&ignored, &[]);
        let mut wanted = *link.case.inputs();
        wanted.commit_margin = moved.case.inputs().commit_margin;
        prop_assert!((wanted.commit_margin - share).abs() < 1e-9);
        prop_assert_eq!(bits(moved.case.inputs()), bits(&wanted));
        prop_assert_eq!((&moved.setup, moved.stake, &moved.pins, &moved.embed), (&link.setup, link.stake, &link.pins, &link.embed));
        let Decoded { link: other, .. } = merge(&link, "s=B&drawn=0.5");
        let scenario = Scenario::find("B").unwrap();
        prop_assert!(other.case.starts_from(scenario) && other.case.inputs().milestone_prob.to_bits() == 0.5_f64.to_bits());
        prop_assert_eq!(other.case.changes(), usize::from(scenario.inputs().milestone_prob.to_bits() != 0.5_f64.to_bits()));
    }

    #[test]
    fn what_is_refused_leaves_its_place_as_it_is(link in any_link(), wrong in "[a-z%]{1,6}") {
        for key in ["margin", "rate", "stake", "s", "seed", "weights", "theme", "grid", "d", "lens"] {
            let Decoded { link: after, ignored } = merge(&link, &format!("{key}={wrong}*"));
            prop_assert_eq!((&after, ignored.len()), (&link, 1), "{}", key);
        }
    }

    #[test]
    fn every_input_of_a_side_changed_still_fits(values in ALL_INPUTS.iter().map(any_value).collect::<Vec<_>>()) {
        for side in Side::ALL {
            let mut inputs = defaults();
            for (input, value) in ALL_INPUTS.iter().zip(&values) {
                if side.input(input.id).is_some() {
                    input.set(&mut inputs, *value).unwrap();
                }
            }
            let case = Case::restored(DataVersion::newest(), &SCENARIOS[1], inputs, Proportion::default());
            let query = encode(&Link { side, case, stake: Stake::ModelledExit, ..Link::default() });
            prop_assert!(ADDRESS + query.len() <= LONGEST, "{} characters: {query}", query.len());
        }
    }

    #[test]
    fn another_side_keeps_the_inputs_of_all(link in any_link(), to in 0..3_usize) {
        let side = Side::ALL[to];
        let Decoded { link: moved, ignored } = merge(&link, &format!("side={}", side.id()));
        prop_assert_eq!((&ignored, moved.side), (&vec![], side));
        prop_assert_eq!(&moved.case, &link.case);
        prop_assert_eq!(moved.is_step_from(&link), side != link.side);
    }
}

/// Whatever stands in an address, there is a state, it has finite figures, and what was left out is told.
fn is_harmless(query: &str) {
    let Decoded { link, ignored } = decode(query);
    for input in ALL_INPUTS {
        assert!(input.check(input.get(link.case.inputs())).is_ok(), "{} in {query:?}", input.id);
    }
    assert!(link.case.inputs().lab.obligations.iter().all(|owed| Name::new(owed.name.as_str()) == Some(owed.name)));
    assert!(link.pins.len() <= 4 && link.setup.payback_within.is_finite());
    for fault in ignored {
        assert!(!fault.to_string().is_empty());
    }
    let value = offtake::model::value(link.case.inputs());
    let others = [buyer::npv(link.case.inputs()), burden::headroom(link.case.inputs())];
    assert!(value.npv_for(link.stake).is_finite() && others.iter().all(|value| value.is_finite()), "{query:?}");
}

/// Pairs that look like ours, with values that look like something.
fn nearly_a_link() -> impl Strategy<Value = String> {
    let keys: Vec<&'static str> = ALL_INPUTS
        .iter()
        .map(|input| input.short)
        .chain([
            "m", "d", "s", "split", "stake", "seed", "within", "weights", "theme", "view", "pin", "embed", "chart",
            "sliders", "accent", "lock", "grid", "against", "side", "ob1name", "ob6name",
        ])
        .chain(["low.margin", "high.margin", "sigma.perhead", "low.perhead", "low.", ".", "sigma.tax"])
        .collect();
    let value = prop_oneof![
        any::<f64>().prop_map(|value| value.to_string()),
        "[-+0-9.eE,]{0,12}",
        "(inf|nan|NaN|-inf|1e999|-1e999|0x10|1_000|½|A|lab|buyer|base|capex|left_out|0.5,0.5,0|dark|2026-05|1.0)",
        "\\PC{0,12}",
        "[a-z]{1,5}\\*(margin|tax|s)\\*[-0-9.A-C]{1,4}(\\*x)?",
    ];
    proptest::collection::vec((proptest::sample::select(keys), value), 0..12)
        .prop_map(|pairs| pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("LINK_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(20_000)
    ))]

    #[test]
    fn arbitrary_text_is_harmless(query in "\\PC*") {
        is_harmless(&query);
    }

    #[test]
    fn arbitrary_bytes_are_harmless(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        is_harmless(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn what_is_nearly_a_link_is_harmless(query in nearly_a_link()) {
        is_harmless(&query);
    }
}

#[test]
fn only_what_differs_is_written() {
    assert_eq!(encode(&Link::default()), "m=1.0&d=2026-05");
    let mut case = Case::default();
    case.set(&Control::PRIMARY[2], 0.36).unwrap();
    let link = Link { case, stake: Stake::AtCost, theme: Some(Theme::Dark), ..Link::default() };
    assert_eq!(encode(&link), "m=1.0&d=2026-05&margin=0.36&stake=at_cost&theme=dark");
    case.select(Scenario::find("A").unwrap());
    assert_eq!(encode(&Link { case, ..Link::default() }), "m=1.0&d=2026-05&s=A");
}

#[test]
fn what_is_not_understood_is_left_out_field_by_field_and_told() {
    for (query, told) in [
        ("", vec![]),
        ("?", vec![]),
        ("margin=0.36&utm_source=letter&fbclid=x", vec![]),
        ("margin=much&tax=0.3", vec!["margin: much is not a number from -1 to 1"]),
        ("tax=0.3&margin=9", vec!["margin: 9 is not a number from -1 to 1"]),
        ("lens=both&tax=0.3", vec!["lens: both is not one of margin, capex"]),
        ("side=bank&tax=0.3", vec!["side: bank is not one of investor, lab, buyer"]),
        ("ob1name=a*b&tax=0.3", vec!["ob1name: a*b is not a name of 1 to 24 characters, without asterisks"]),
        (
            "ob1name=%E2%80%AEabc&tax=0.3",
            vec!["ob1name: \\u{202e}abc holds characters that are not seen or that turn the direction of text"],
        ),
        (
            "deal=own&name=a%E2%80%8Bb",
            vec!["name: a\\u{200b}b holds characters that are not seen or that turn the direction of text"],
        ),
        (
            "pin=%E2%81%A6A*s*A&tax=0.3",
            vec![
                "pin: \\u{2066}A*s*A is not a case to compare with: its name holds characters that are not seen or that \
                 turn the direction of text",
            ],
        ),
        ("obcount=7&tax=0.3", vec!["obcount: 7 is not a whole number from 1 to 6"]),
        (
            "side=lab&grid=npv,runrate,grossmargin&tax=0.3",
            vec!["grid: npv,runrate,grossmargin is not headroom and two different inputs"],
        ),
        (
            "side=buyer&grid=npv,runrate,discount&tax=0.3",
            vec!["grid: npv,runrate,discount is not npv and two different inputs"],
        ),
        ("s=Z&tax=0.3", vec!["s: Z is not one of base, A, B, C"]),
        ("d=1999-01&tax=0.3", vec!["d: 1999-01 is not one of 2026-05"]),
        ("m=0.1&tax=0.3", vec!["m: 0.1 is not one of 1.0"]),
        ("colour=red&tax=0.3", vec!["colour: red belongs to no known key"]),
        ("seed=-1&tax=0.3", vec!["seed: -1 is not a whole number from 0 to 9007199254740992"]),
        ("weights=1,1,1&tax=0.3", vec!["weights: 1,1,1 is not three numbers from 0 to 1 that are 1 together"]),
        (
            "pin=mine*margin*9&tax=0.3",
            vec!["pin: mine*margin*9 is not a case to compare with: margin: 9 is not a number from -1 to 1"],
        ),
        ("pin=*margin*0.2&tax=0.3", vec!["pin: *margin*0.2 is not a case to compare with: it has no name"]),
        ("low.perhead=3&tax=0.3", vec!["low.perhead: 3 belongs to no known key"]),
    ] {
        let Decoded { link, ignored } = decode(query);
        let found: Vec<String> = ignored.iter().map(ToString::to_string).collect();
        assert_eq!(found, told, "{query}");
        let expected = Inputs { tax_rate: 0.3, ..*Link::default().case.inputs() };
        if query.contains("tax") {
            assert_eq!(bits(link.case.inputs()), bits(&expected), "{query}");
        }
        assert!(link.pins.is_empty());
    }
}

/// Sliders give short numbers: then even a link with every input of every side fits.
#[test]
fn every_slider_of_every_side_moved_still_fits() {
    let mut inputs = defaults();
    for input in ALL_INPUTS {
        let away = if input.default > input.slider.min { input.slider.min } else { input.slider.max };
        input.set(&mut inputs, away).unwrap();
    }
    let case = Case::restored(DataVersion::newest(), &SCENARIOS[0], inputs, Proportion::default());
    let query = encode(&Link { side: Side::Buyer, case, ..Link::default() });
    assert!(ADDRESS + query.len() <= LONGEST, "{} characters", query.len());
}

#[test]
fn the_investment_that_was_dragged_to_zero_keeps_its_proportion() {
    let mut case = Case::default();
    let contingent = Control::find("contingent_b").unwrap();
    case.set(contingent, 5.0).unwrap();
    case.set(&Control::PRIMARY[0], 0.0).unwrap();
    let again = decode(&encode(&Link { case, ..Link::default() })).link;
    assert_eq!(again.case, case);
    let mut back = again.case;
    back.set(&Control::PRIMARY[0], 10.0).unwrap();
    assert_eq!((back.inputs().immediate_b, back.inputs().contingent_b), (5.0, 5.0));
}

#[test]
fn short_keys_are_each_used_once_and_clash_with_nothing() {
    let ours = [
        "m",
        "d",
        "s",
        "split",
        "stake",
        "seed",
        "within",
        "weights",
        "theme",
        "view",
        "pin",
        "embed",
        "chart",
        "sliders",
        "accent",
        "lock",
        "grid",
        "against",
        "side",
        "deal",
        "name",
        "accept",
        "ob1name",
        "ob2name",
        "ob3name",
        "ob4name",
        "ob5name",
        "ob6name",
        "initialWidth",
        "childId",
        "parentTitle",
        "parentUrl",
    ];
    let mut seen: HashSet<&str> = ours.into();
    for input in ALL_INPUTS {
        assert!(seen.insert(input.short), "{} of {}", input.short, input.id);
        let is_place = input.id.starts_with("obligation_");
        assert!(
            input.short.bytes().all(|byte| byte.is_ascii_lowercase() || (is_place && byte.is_ascii_digit()))
                && input.short.len() <= 12,
            "{}",
            input.short
        );
    }
}

/// Reads a committed table.
fn table(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The defaults, scenarios and keys of each version, as they were when it was made. A mismatch means that a default, a
/// scenario or a key has changed: give the data a new version and keep the old one in `catalog::versions`.
#[test]
fn every_version_of_the_data_is_what_it_was() {
    for (id, committed) in [("2026-05", include_str!("data_versions/2026-05.json"))] {
        let version = DataVersion::find(id).unwrap();
        let committed = table(committed);
        for input in ALL_INPUTS {
            let Some(row) = committed["inputs"].get(input.id) else { continue };
            assert_eq!(row["short"], input.short, "{id}: {}", input.id);
            assert_eq!(row["default"].as_f64(), Some(input.get(&version.defaults())), "{id}: {}", input.id);
        }
        for (name, values) in committed["scenarios"].as_object().unwrap() {
            let inputs = version.scenario(Scenario::find(name).unwrap());
            for (key, value) in values.as_object().unwrap() {
                let input = offtake::catalog::find(key).unwrap();
                assert_eq!(value.as_f64(), Some(input.get(&inputs)), "{id}: {name} {key}");
            }
        }
    }
    assert_eq!(DATA_VERSIONS.len(), 1, "a new version needs its table here");
}

/// As if the margin of today had once been thought lower, and scenario B milder.
static ONCE: [DataVersion; 2] = [
    DataVersion::new("2025-01", &[("commit_margin", 0.25)], &[("B", &[("commit_margin", 0.2)])]),
    DataVersion::new("2026-05", &[], &[]),
];

#[test]
fn a_link_of_another_time_means_what_it_meant() {
    let [older, _] = &ONCE;
    let margin = |link: &Link| link.case.inputs().commit_margin;
    for (query, was, today) in [("", 0.25, 0.3), ("&s=B", 0.2, 0.19), ("&margin=0.4", 0.4, 0.4), ("&s=A", 0.36, 0.36)] {
        let Decoded { link, ignored } = decode_among(&format!("m=1.0&d=2025-01{query}&tax=0.3"), &ONCE);
        assert_eq!((link.case.version(), ignored), (older, vec![]), "{query}");
        assert_eq!(margin(&link).to_bits(), f64::to_bits(was), "{query}");
        assert_eq!(link.case.changes(), usize::from(query.contains("margin")) + 1, "{query}");
        assert_eq!(encode(&link), format!("m=1.0&d=2025-01{query}&tax=0.3"), "{query}");
        // The same link, seen with today's data: what it tells stays, what it took for granted is today's.
        let seen = merge(&link, "m=1.0&d=2026-05").link;
        assert!(seen.case.version().is_newest());
        assert_eq!(margin(&seen).to_bits(), f64::to_bits(today), "{query}");
        assert!((seen.case.inputs().tax_rate - 0.3).abs() < 1e-12 && seen.is_step_from(&link));
    }
    // On the page, scenarios stay those of the link's time until the reader asks for today's.
    let mut case = decode_among("d=2025-01&margin=0.1", &ONCE).link.case;
    case.select(Scenario::find("B").unwrap());
    assert_eq!(case.inputs().commit_margin.to_bits(), 0.2_f64.to_bits());
    let unknown = decode_among("d=2024-01", &ONCE);
    assert_eq!((unknown.link.case.version().id, unknown.ignored.len()), ("2026-05", 1));
}

#[test]
fn what_a_frame_shows_is_read_field_by_field() {
    let embed = |query: &str| decode(query);
    assert_eq!(embed("chart=grid&accent=123456").link.embed, None, "these say nothing without a frame");
    let Decoded { link, ignored } = embed("embed=chart&chart=grid&sliders=investment,adoption&accent=%230a7D55&lock=1");
    let sliders = Some(vec!["investment", "adoption_ceiling"]);
    let accent = Some(Accent([0x0a, 0x7d, 0x55]));
    let wanted = Embed { card: Card::Chart, figure: Figure::Grid, sliders, accent, locked: true };
    assert_eq!((link.embed, ignored, link.follows), (Some(wanted), vec![], true));
    for plain in ["embed", "embed=", "embed=1", "embed=verdict-chart&initialWidth=640&childId=x&parentUrl=http://a.b/"]
    {
        let Decoded { link, ignored } = embed(plain);
        assert_eq!((link.embed, ignored), (Some(Embed::default()), vec![]), "{plain}");
    }
    let none = embed("embed=verdict&sliders=none").link.embed.and_then(|embed| embed.sliders);
    assert_eq!(none, Some(vec![]));
    for (query, told) in [
        ("embed=page", "embed: page is not one of verdict, verdict-chart, chart"),
        (
            "embed&chart=pie",
            "chart: pie is not one of cash, share, bridge, ladder, grid, tornado, simulation, gigawatts, deals",
        ),
        ("embed&sliders=margin,colour", "sliders: colour belongs to no known key"),
        ("embed&sliders=lens", "sliders: lens belongs to no known key"),
        ("embed&sliders=margin,adoption,commit,investment,tax", "sliders: tax is one more than the 4 that have room"),
        ("embed&accent=green", "accent: green is not a colour of six hexadecimal digits"),
        ("embed&accent=12345", "accent: 12345 is not a colour of six hexadecimal digits"),
        ("embed&lock=yes", "lock: yes is not one of 0, 1"),
        ("grid=npv,margin", "grid: npv,margin is not npv, payback or irr and two different inputs"),
        ("grid=size,margin,adoption", "grid: size,margin,adoption is not npv, payback or irr and two different inputs"),
        ("grid=npv,now,investment", "grid: npv,now,investment is not npv, payback or irr and two different inputs"),
        ("pin=mine&against=0", "against: 0 is not a whole number from 1 to 4"),
    ] {
        let Decoded { link, ignored } = embed(query);
        let found: Vec<String> = ignored.iter().map(ToString::to_string).collect();
        assert_eq!(found, [told], "{query}");
        // Of several sliders, those that are known stay.
        let sliders = link.embed.as_ref().and_then(|embed| embed.sliders.clone());
        let kept = sliders.as_ref().map_or(0, Vec::len);
        assert_eq!(
            kept,
            if query.contains("investment,tax") { 4 } else { usize::from(query.contains("margin,colour")) }
        );
        let wanted = Embed { sliders, ..Embed::default() };
        assert_eq!(link.embed, query.starts_with("embed").then_some(wanted), "{query}");
    }
}

/// How many links were committed, and what their bytes sum up to (FNV-1a): what is there is never changed. A longer list
/// needs the next line, and the ones before it stay.
const COMMITTED: &[(usize, u64)] = &[
    (8, 0x1e4e_e594_28bf_96f0),
    (15, 0x096b_8f5f_ee15_7626),
    (22, 0x66a8_b11a_c364_1ed7),
    (29, 0x1eeb_d0e6_da18_99c7),
];

#[test]
fn the_list_of_old_links_only_ever_grows() {
    let entries = table(include_str!("links.json"));
    let entries = entries.as_array().unwrap();
    assert_eq!(COMMITTED.last().map(|(count, _)| *count), Some(entries.len()));
    for (count, digest) in COMMITTED {
        let lines: Vec<String> = entries[..*count].iter().map(Value::to_string).collect();
        let text = lines.join("\n") + "\n";
        let sum = text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        assert_eq!(sum, *digest, "the first {count}: {sum:#x}");
    }
}

/// Links of all times with their figures. This file only ever grows.
#[test]
fn old_links_keep_their_figures() {
    for entry in table(include_str!("links.json")).as_array().unwrap() {
        let query = entry["query"].as_str().unwrap();
        let Decoded { link, ignored } = decode(query);
        assert_eq!(ignored, [], "{query}");
        assert_eq!(decode(&encode(&link)), Decoded { link: link.clone(), ignored }, "{query}");
        // Commas were written in disguise once.
        assert_eq!(encode(&link), query.replace("%2C", ","), "a link is written as it was");
        let outcome = evaluate(link.case.inputs());
        let figure = |key: &str| u64::from_str_radix(entry[key].as_str().unwrap(), 16).unwrap();
        assert_eq!(outcome.npv_for(link.stake).to_bits(), figure("npv_bits"), "{query}");
        assert_eq!(outcome.npv_with_equity_b.to_bits(), figure("npv_with_equity_bits"), "{query}");
        assert_eq!(format!("{:.6}", outcome.npv_for(link.stake)), entry["npv_b"].as_str().unwrap(), "{query}");
        // Links from before there were other sides tell the figures of the deal alone.
        let others =
            [("headroom", burden::headroom(link.case.inputs())), ("buyer_npv", buyer::npv(link.case.inputs()))];
        for (name, value) in others.into_iter().filter(|_| entry.get("headroom_bits").is_some()) {
            assert_eq!(value.to_bits(), figure(&format!("{name}_bits")), "{name} of {query}");
        }
    }
}

/// The keys of the inputs as they stand in docs/links.md.
#[test]
fn the_documentation_lists_every_key() {
    let row = |input: &Input| {
        let values = match input.kind {
            Kind::Choice(choices) => {
                choices.iter().map(|choice| format!("`{}`", choice.id)).collect::<Vec<_>>().join(", ")
            }
            Kind::Whole => format!("whole, {} to {}", input.model.min, input.model.max),
            Kind::Number => format!("{} to {}", input.model.min, input.model.max),
        };
        // The obligations are one list there.
        let place = input.id.strip_prefix("obligation_").and_then(|rest| rest.split_once('_'));
        let name = match place {
            Some((at, field)) => format!("obligations[{}].{field}", at.parse::<usize>().unwrap() - 1),
            None if input.id == "obligation_count" => "obligations".to_owned(),
            None => input.id.to_owned(),
        };
        format!("| `{}` | {} | {values} | `{name}` |\n", input.short, input.label)
    };
    let table = |inputs: &mut dyn Iterator<Item = &Input>| {
        format!("| key | input | values | name in JSON |\n|---|---|---|---|\n{}", inputs.map(row).collect::<String>())
    };
    let of_lab = &mut Side::Lab.inputs().iter().filter(|input| Side::Investor.input(input.id).is_none());
    for part in [
        format!(
            "`investment` stands for both payments together where a slider or an axis is named.\n\n{}\n",
            table(&mut INPUTS.iter())
        ),
        format!("### Of the buyer's commitment\n\n{}\n", table(&mut Side::Buyer.inputs().iter())),
        table(of_lab),
    ] {
        assert!(include_str!("../docs/links.md").contains(&part), "docs/links.md must have\n{part}");
    }
}
