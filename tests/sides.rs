//! The lab's burden and the buyer's commitment: laws of the model, requests, and the analyses that all sides share.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test says what it expects")]

use offtake::analysis::clauses::clauses;
use offtake::analysis::compare::compare;
use offtake::analysis::field::{Axes, Field, Wanted};
use offtake::analysis::flip::flip;
use offtake::analysis::goal_seek::{Answer, Goal, seek};
use offtake::analysis::objective::Objective;
use offtake::analysis::tornado::tornado;
use offtake::analysis::track::Question;
use offtake::catalog::{ALL_INPUTS, Case, Control, Kind, LAB_PRESETS, Limits, Proportion, Scenario, Side, defaults};
use offtake::model::{BuyerInputs, Inputs, LabInputs, Name, Stake, burden, buyer};
use offtake::protocol::{decode, evaluate};
use proptest::prelude::*;
use serde_json::{Value, json};

const OTHERS: [Side; 2] = [Side::Lab, Side::Buyer];

fn objective(side: Side) -> Objective {
    Objective::of(side, Stake::LeftOut)
}

fn question<'a>(side: Side, inputs: &'a Inputs, id: &str) -> Question<'a> {
    let control = Control::find(id).unwrap();
    Question { inputs, proportion: Proportion::default(), control, objective: objective(side) }
}

fn public() -> Inputs {
    let mut inputs = defaults();
    LAB_PRESETS.iter().find(|preset| preset.id == "public_obligations").unwrap().apply(&mut inputs);
    inputs
}

fn any_value(limits: Limits, kind: Kind) -> BoxedStrategy<f64> {
    let ends = prop_oneof![Just(limits.min), Just(limits.max), limits.min..=limits.max];
    if kind == Kind::Number { ends.boxed() } else { ends.prop_map(f64::round).boxed() }
}

/// Any inputs of the two sides, inside the slider's limits or the model's.
fn any_inputs(limits: fn(&offtake::catalog::Input) -> Limits) -> impl Strategy<Value = Inputs> {
    let rows = || OTHERS.into_iter().flat_map(Side::inputs);
    let values: Vec<_> = rows().map(|input| any_value(limits(input), input.kind)).collect();
    values.prop_map(move |values| {
        let mut inputs = defaults();
        for (input, value) in rows().zip(values) {
            input.set(&mut inputs, value).unwrap();
        }
        inputs
    })
}

fn with(inputs: &Inputs, change: impl Fn(&mut BuyerInputs)) -> Inputs {
    let mut changed = *inputs;
    change(&mut changed.buyer);
    changed
}

/// Whether an answer holds numbers alone, but for those that may not exist. JSON writes what is not finite as null too.
fn is_whole(answer: &impl serde::Serialize) -> bool {
    fn each(value: &Value, may_be_null: bool) -> bool {
        match value {
            Value::Object(entries) => {
                entries.iter().all(|(key, value)| each(value, MAY_BE_NULL.contains(&key.as_str())))
            }
            Value::Array(items) => items.iter().all(|item| each(item, false)),
            value => may_be_null || !value.is_null(),
        }
    }
    each(&serde_json::to_value(answer).unwrap(), false)
}

const MAY_BE_NULL: [&str; 7] = [
    "commit_share_of_revenue",
    "commit_share_of_demand",
    "exit_exposure_m",
    "break_even_usage",
    "full_discount_usage",
    "years_funded_by_investor",
    "gross_profit_cover",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_finite_or_an_explicit_null(inputs in any_inputs(|input| input.model)) {
        let (outcome, lab) = (buyer::evaluate(&inputs), burden::evaluate(&inputs));
        prop_assert!(is_whole(&outcome), "{outcome:?}");
        prop_assert!(is_whole(&lab), "{lab:?}");
        for number in [outcome.commit_share_of_revenue, outcome.commit_share_of_demand, outcome.exit_exposure_m,
            outcome.break_even_usage, outcome.full_discount_usage, lab.years_funded_by_investor]
        {
            prop_assert!(number.is_none_or(f64::is_finite));
        }
        prop_assert_eq!(outcome.npv_m.to_bits(), buyer::npv(&inputs).to_bits());
        prop_assert!(burden::headroom(&inputs).is_finite());
        prop_assert_eq!(outcome.rows.len(), inputs.buyer.term_years as usize);
        prop_assert_eq!((lab.rows.len(), lab.growth.len()), (inputs.lab.years as usize, inputs.lab.years as usize));
    }

    #[test]
    fn a_higher_shortfall_rate_never_helps(inputs in any_inputs(|input| input.slider), low in 0.0..=1.0_f64, high in 0.0..=1.0_f64) {
        let (low, high) = (low.min(high), low.max(high));
        let npv = |rate| buyer::npv(&with(&inputs, |buyer| buyer.shortfall_rate = rate));
        prop_assert!(npv(high) <= npv(low) + 1e-9 * npv(low).abs().max(1.0), "{} {}", npv(low), npv(high));
    }

    /// While every year stays below the commitment and the shortfall is billed in full, what is used is paid anyway.
    #[test]
    fn below_the_commitment_more_usage_never_hurts(inputs in any_inputs(|input| input.slider), part in 0.0..0.99_f64) {
        let inputs = with(&inputs, |buyer| (buyer.shortfall_rate, buyer.switch_prob) = (1.0, 0.0));
        let used_up = buyer::evaluate(&with(&inputs, |buyer| buyer.usage_realised = 1.0)).rows.iter()
            .map(|row| row.commit / row.contract_spend).fold(f64::INFINITY, f64::min);
        prop_assume!(used_up.is_finite());
        let npv = |usage| buyer::npv(&with(&inputs, |buyer| buyer.usage_realised = usage));
        let (less, more) = (npv(part * used_up), npv(used_up * (part + 0.01)));
        prop_assert!(more >= less - 1e-9 * less.abs().max(1.0), "{less} {more}");
    }

    #[test]
    fn the_break_even_usage_put_back_is_worth_nothing(inputs in any_inputs(|input| input.slider)) {
        let found = buyer::evaluate(&inputs);
        let at = |usage: f64| buyer::evaluate(&with(&inputs, |buyer| buyer.usage_realised = usage)).pv_commit_benefit_m;
        let size = 1.0 + found.total_commit_m + found.rows.iter().map(|row| row.payg).sum::<f64>();
        if let Some(usage) = found.break_even_usage {
            prop_assert!((0.0..=3.0).contains(&usage) && at(usage).abs() < 1e-9 * size, "{} at {usage}", at(usage));
            prop_assert!(at(0.0) < 0.0 && at(usage * 0.99) <= 1e-9 * size);
        } else {
            let never = (0..=300_u32).all(|step| at(f64::from(step) / 100.0) < 1e-9 * size);
            prop_assert!(at(0.0) >= 0.0 || never);
        }
    }

    #[test]
    fn without_growth_the_share_stays_where_it_is(arr0_b in 1.0..200.0_f64, total_b in 0.0..300.0_f64, years in 1..=50_u32) {
        let mut inputs = Inputs { arr0_b, arr_g1: 0.0, arr_g_lt: 0.0, ..defaults() };
        (inputs.lab.years, inputs.lab.obligations[0].years, inputs.lab.obligations[0].total_b) = (years, years, total_b);
        let found = burden::evaluate(&inputs);
        for row in &found.rows {
            prop_assert!((row.share - found.headline_share).abs() <= 1e-12 * found.headline_share);
            prop_assert_eq!(burden::share_in(&inputs, row.t), Some(row.share));
        }
        prop_assert_eq!((burden::share_in(&inputs, 0), burden::share_in(&inputs, years + 1)), (None, None));
    }

    /// The headroom is above zero exactly where gross profit covers every year.
    #[test]
    fn the_headroom_and_the_cover_agree(inputs in any_inputs(|input| input.slider)) {
        let rows = burden::evaluate(&inputs).rows;
        let spare = rows.iter().map(|row| inputs.lab.lab_gross_margin * row.revenue - row.obligations);
        let headroom = burden::headroom(&inputs);
        prop_assert_eq!(headroom.to_bits(), spare.fold(f64::INFINITY, f64::min).to_bits());
        let covered = rows.iter().all(|row| row.gross_profit_cover.is_none_or(|cover| cover >= 1.0));
        if headroom.abs() > 1e-9 && inputs.lab.lab_gross_margin >= 0.0 {
            prop_assert_eq!(headroom > 0.0, covered);
        }
        let owed: f64 = rows.iter().map(|row| row.obligations).sum();
        prop_assert!(owed <= inputs.lab.owed().map(|one| one.total_b).sum::<f64>() * (1.0 + 1e-12));
    }

    #[test]
    fn contributions_of_all_sides_sum_to_the_difference(
        from in any_inputs(|input| input.slider), to in any_inputs(|input| input.slider), at in 0..2_usize,
    ) {
        let objective = objective(OTHERS[at]);
        let found = compare(&from, &to, objective);
        let sum = found.lines.iter().fold(0.0, |sum, line| sum + line.contribution);
        prop_assert_eq!((sum.to_bits(), found.present.to_bits()), (found.total.to_bits(), objective.value(&to).to_bits()));
        let size = found.lines.iter().map(|line| line.contribution.abs()).fold(1.0 + found.pinned.abs(), f64::max);
        prop_assert!((found.total - (found.present - found.pinned)).abs() < 1e-9 * size);
        prop_assert!(found.lines.iter().all(|line| OTHERS[at].input(line.control.id).is_some()));
    }
}

#[test]
fn what_the_specification_says_of_the_buyer() {
    let close = |found: f64, expected: f64| assert!((found - expected).abs() < 0.05, "{found} {expected}");
    let found = buyer::evaluate(&defaults());
    close(found.npv_m, 4.9);
    close(found.break_even_usage.unwrap() * 100.0, 90.7);
    close(buyer::evaluate(&with(&defaults(), |buyer| buyer.usage_realised = 0.6)).npv_m, -41.5);
    let dear = buyer::evaluate(&with(&defaults(), |buyer| buyer.price_drift = 0.1));
    assert_eq!(dear.break_even_usage, None, "the case for a price match");
    let matched = buyer::evaluate(&with(&defaults(), |buyer| (buyer.price_drift, buyer.price_match) = (0.1, 1.0)));
    assert!(matched.break_even_usage.is_some());
}

#[test]
fn what_the_specification_says_of_the_lab() {
    let rows = burden::evaluate(&public()).rows;
    assert_eq!([rows[0].share, rows[1].share].map(|share| format!("{share:.2}")), ["0.26", "0.63"]);
    assert!((rows[1].gross_profit_cover.unwrap() - 0.64).abs() < 0.005 && burden::headroom(&public()) < 0.0);
    assert!(burden::headroom(&defaults()) > 0.0);
    let free = Inputs {
        lab: LabInputs {
            obligations: [offtake::model::Obligation { years: 1, ..Default::default() }; 6],
            ..defaults().lab
        },
        ..defaults()
    };
    let found = burden::evaluate(&free);
    assert_eq!((found.years_funded_by_investor, found.rows[0].gross_profit_cover), (None, None));
}

#[test]
fn tracks_goals_and_flips_work_on_every_side() {
    for (side, inputs, id) in [
        (Side::Buyer, defaults(), "discount"),
        (Side::Buyer, defaults(), "usage_realised"),
        (Side::Buyer, with(&defaults(), |buyer| buyer.usage_realised = 0.9), "price_drift"),
        (Side::Lab, public(), "lab_gross_margin"),
        (Side::Lab, public(), "obligation_2_total_b"),
        (Side::Lab, defaults(), "arr0_b"),
        (Side::Investor, defaults(), "commit_margin"),
    ] {
        let question = question(side, &inputs, id);
        let present = question.control.get(&inputs);
        let found = flip(&question).unwrap_or_else(|| panic!("{id}"));
        assert!(question.value_at(found).abs() < 1e-9, "{id}: {}", question.value_at(found));
        let track = question.track(question.control.limits, 41);
        let nearest =
            |all: &[f64]| all.iter().copied().min_by(|a, b| (a - present).abs().total_cmp(&(b - present).abs()));
        assert!((nearest(&track.crossings).unwrap() - found).abs() < 1e-9, "{id}");
        let answers = match seek(&question, question.control.limits, Goal::Value(0.0)) {
            Answer::One(found) => vec![found],
            Answer::Several(found) => found,
            other => panic!("{id}: {other:?}"),
        };
        assert!((nearest(&answers).unwrap() - found).abs() < 1e-9, "{id}: {answers:?}");
    }
    let inputs = defaults();
    assert_eq!(flip(&question(Side::Buyer, &inputs, "revenue_m")), None, "it moves one ratio and nothing else");
}

#[test]
fn whole_numbers_flip_to_the_nearest_with_the_other_sign() {
    let inputs = public();
    let start = question(Side::Lab, &inputs, "obligation_2_start_year");
    let found = flip(&start).unwrap();
    assert!(start.value_at(2.0) < 0.0 && start.value_at(found) >= 0.0 && start.value_at(found - 1.0) < 0.0, "{found}");
    // Also downwards: a term of four years loses, one of three does not.
    let inputs = with(&defaults(), |buyer| (buyer.term_years, buyer.switch_year, buyer.price_drift) = (5, 0, 0.07));
    let term = question(Side::Buyer, &inputs, "term_years");
    let found = flip(&term).unwrap();
    assert!(found < 5.0 && term.value_at(found) >= 0.0 && term.value_at(found + 1.0) < 0.0, "{found}");
}

#[test]
fn a_share_of_revenue_is_that_of_all_obligations() {
    let inputs = public();
    let rate = question(Side::Lab, &inputs, "arr0_b");
    match seek(&rate, rate.control.limits, Goal::ShareBelow { share: 0.5, year: 2 }) {
        Answer::Within(ranges) => {
            let moved = Inputs { arr0_b: ranges[0].min, ..inputs };
            assert!((burden::share_in(&moved, 2).unwrap() - 0.5).abs() < 1e-9, "{ranges:?}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_bar_of_a_tornado_has_its_worse_end_first() {
    for (side, inputs) in [(Side::Buyer, defaults()), (Side::Lab, defaults()), (Side::Lab, public())] {
        let found = tornado(&inputs, objective(side));
        assert_eq!(found.base.to_bits(), objective(side).value(&inputs).to_bits());
        for bar in &found.bars {
            let input = side.wire_input(bar.name).unwrap();
            assert!(bar.low <= bar.high, "{}: {} {}", bar.name, bar.low, bar.high);
            for (at, value) in [(bar.low_input, bar.low), (bar.high_input, bar.high)] {
                let mut moved = inputs;
                input.set(&mut moved, at).unwrap();
                assert_eq!(objective(side).value(&moved).to_bits(), value.to_bits(), "{} at {at}", bar.name);
            }
        }
        assert!(found.bars.windows(2).all(|pair| pair[0].swing >= pair[1].swing) && found.bars[0].swing > 1.0);
    }
}

#[test]
fn the_grid_of_a_side_is_what_its_objective_says() {
    for side in Side::ALL {
        let (inputs, wanted) = (public(), Wanted::usual(side));
        let field = Field::around((&inputs, Proportion::default()), wanted.measure, wanted.axes, 10);
        for (row, y) in field.rows.iter().zip(&field.ys) {
            for (spot, x) in row.iter().zip(&field.xs) {
                let (mut moved, mut proportion) = (inputs, Proportion::default());
                field.y.set(&mut moved, &mut proportion, *y).unwrap();
                field.x.set(&mut moved, &mut proportion, *x).unwrap();
                assert_eq!(spot.value, Some(objective(side).value(&moved)));
            }
        }
        assert!(side.controls().iter().any(|control| control.id == Axes::usual(side).x().id));
    }
}

#[test]
fn every_clause_is_worth_what_the_model_says() {
    let inputs = with(&defaults(), |buyer| buyer.usage_realised = 0.8);
    let found = clauses(&inputs);
    let ids: Vec<_> = found.iter().map(|worth| worth.input.id).collect();
    assert_eq!(ids, ["discount", "price_match", "shortfall_rate", "commit_step", "term_years"]);
    for worth in &found {
        let step = worth.step.unwrap();
        let mut moved = inputs;
        worth.input.set(&mut moved, step.value).unwrap();
        assert_eq!(step.npv_m.to_bits(), buyer::npv(&moved).to_bits(), "{}", worth.input.id);
        assert_eq!(step.difference_m.to_bits(), (step.npv_m - buyer::npv(&inputs)).to_bits());
    }
    assert!(found.iter().filter(|worth| worth.step.unwrap().difference_m > 0.0).count() >= 3);
    let best = with(&inputs, |buyer| (buyer.discount, buyer.price_match, buyer.shortfall_rate) = (0.3, 1.0, 0.0));
    assert_eq!(
        clauses(&best).iter().map(|worth| worth.step.is_none()).collect::<Vec<_>>(),
        [true, true, true, false, false]
    );
}

fn messages(text: &str) -> Vec<String> {
    match decode(text) {
        Ok(requests) => panic!("{text} was accepted: {requests:?}"),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

fn answer(request: &Value) -> Value {
    let reply = evaluate(&request.to_string()).and_then(|reply| reply.to_json());
    serde_json::from_str(&reply.unwrap_or_else(|faults| panic!("{request}: {faults:?}"))).unwrap()
}

#[test]
fn each_fault_of_a_side_names_its_place() {
    let aws = r#"{"name": "AWS", "total_b": 100, "start_year": 1, "years": 10}"#;
    for (text, told) in [
        (r#"{"model": "buyer", "commit_margin": 0.3}"#, "commit_margin: 0.3 belongs to no known key".to_owned()),
        (r#"{"model": "buyer", "scenario": "A"}"#, r#"scenario: "A" belongs to no known key"#.to_owned()),
        (r#"{"model": "buyer", "discount": 2}"#, "discount: 2 is not a number from 0 to 1".to_owned()),
        (r#"{"model": "buyer", "term_years": 2.5}"#, "term_years: 2.5 is not a whole number from 1 to 50".to_owned()),
        (
            r#"{"model": "buyer", "discout": 0.1}"#,
            "discout: 0.1 belongs to no known key; the nearest one is discount".to_owned(),
        ),
        (r#"{"discount": 0.1}"#, "discount: 0.1 belongs to no known key; the nearest one is discount_rate".to_owned()),
        (r#"{"obligations": []}"#, "obligations: [] belongs to no known key".to_owned()),
        (r#"{"model": "lab", "preset": "x"}"#, r#"preset: "x" belongs to no known key"#.to_owned()),
        (
            r#"{"model": "lab", "obligation_1_total_b": 5}"#,
            "obligation_1_total_b: 5 belongs to no known key".to_owned(),
        ),
        (r#"{"model": "lab", "obligations": []}"#, "obligations: [] is not an array of 1 to 6 objects".to_owned()),
        (r#"{"model": "lab", "obligations": 5}"#, "obligations: 5 is not an array of 1 to 6 objects".to_owned()),
        (
            r#"{"model": "lab", "obligations": [5]}"#,
            "obligations[0]: 5 is not an object with name, total_b, start_year and years".to_owned(),
        ),
        (
            r#"{"model": "grid", "side": "byer", "x": "demand_m", "inputs": {"discount": 0.1}}"#,
            r#"side: "byer" is not one of investor, lab, buyer"#.to_owned(),
        ),
        (r#"{"model": "tornado", "side": "bank"}"#, r#"side: "bank" is not one of investor, lab, buyer"#.to_owned()),
        (r#"{"model": "montecarlo", "side": "lab"}"#, r#"side: "lab" belongs to no known key"#.to_owned()),
        (
            r#"{"model": "tornado", "side": "buyer", "scenario": "A"}"#,
            r#"scenario: "A" belongs to no known key"#.to_owned(),
        ),
        (
            r#"{"model": "tornado", "side": "lab", "inputs": {"tax_rate": 0.2}}"#,
            "tax_rate: 0.2 belongs to no known key".to_owned(),
        ),
        (
            r#"{"model": "grid", "side": "buyer", "x": "demand_m"}"#,
            "xs: is missing; it must be an array of values of the chosen input".to_owned(),
        ),
    ] {
        let found = messages(text);
        assert!(found.len() == 1 && found[0].starts_with(&told), "{text}: {found:?}");
    }
    for (second, told) in [
        (
            aws.replace("\"start_year\": 1", "\"start_year\": 0"),
            "obligations[1].start_year: 0 is not a whole number from 1 to 50",
        ),
        (aws.replace("100", "\"much\""), "obligations[1].total_b: \"much\" is not a number from 0 to 100000"),
        (aws.replace("\"AWS\"", "7"), "obligations[1].name: 7 is not a name of 1 to 24 characters, without asterisks"),
        (
            aws.replace("AWS", &"x".repeat(25)),
            "obligations[1].name: \"xxxxxxxxxxxxxxxxxxxxxxxxx\" is not a name of 1 to 24 characters, without asterisks",
        ),
        (
            aws.replace("AWS", "\u{202e}SWA"),
            "obligations[1].name: \"\\u{202e}SWA\" holds characters that are not seen or that turn the direction of text",
        ),
        (aws.replace(", \"years\": 10", ""), "obligations[1].years: is missing; it must be a whole number"),
        (aws.replace("\"name\": \"AWS\", ", ""), "obligations[1].name: is missing; it must be a name"),
        (aws.replace("\"years\": 10", "\"years\": 10, \"rate\": 2"), "obligations[1].rate: 2 belongs to no known key"),
        (
            aws.replace("\"years\": 10", "\"years\": 10, \"years\": 2"),
            "obligations[1].years: 2 stands there a second time; each key may stand once",
        ),
    ] {
        assert_eq!(messages(&format!(r#"{{"model": "lab", "obligations": [{aws}, {second}]}}"#)), [told]);
    }
    let seven = [aws; 7].join(",");
    assert_eq!(messages(&format!(r#"{{"model": "lab", "obligations": [{seven}]}}"#)).len(), 1);
}

/// Anything that looks like a request of a side is answered, or each fault is told.
fn nearly_a_request() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        any::<f64>().prop_map(|number| format!("{number:?}")),
        (0..60_u32).prop_map(|number| number.to_string()),
        prop_oneof![Just("1e999"), Just("-0"), Just("null"), Just("\"AWS\""), Just("[]"), Just("{}")]
            .prop_map(str::to_owned),
    ];
    let keys: Vec<&str> =
        OTHERS.into_iter().flat_map(Side::inputs).map(|input| input.id).chain(["obligations", "side"]).collect();
    let entry = |keys: Vec<&'static str>| {
        (proptest::sample::select(keys), number.clone()).prop_map(|(key, value)| format!("\"{key}\": {value}"))
    };
    let owed = proptest::collection::vec(entry(vec!["name", "total_b", "start_year", "years", "x"]), 0..6);
    let list = proptest::collection::vec(owed.prop_map(|all| format!("{{{}}}", all.join(", "))), 0..8);
    let model = proptest::sample::select(vec![
        r#""model": "lab""#,
        r#""model": "buyer""#,
        r#""model": "tornado", "side": "lab""#,
        r#""model": "grid", "side": "buyer""#,
    ]);
    (model, proptest::collection::vec(entry(keys), 0..5), proptest::option::of(list)).prop_map(
        |(model, mut all, list)| {
            all.extend(list.map(|list| format!("\"obligations\": [{}]", list.join(", "))));
            format!("{{{model}, \"inputs\": {{{}}}, {}}}", all.join(", "), all.join(", ")).replace(", }", "}")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nearly_a_request_is_answered_or_refused(text in nearly_a_request(), flat in any::<bool>()) {
        let text = if flat { text.replace("\"inputs\": {", "\"x\": {") } else { text };
        match evaluate(&text) {
            Ok(replies) => prop_assert!(replies.to_json().is_ok(), "{text}"),
            Err(faults) => prop_assert!(faults.iter().all(|fault| !fault.to_string().is_empty())),
        }
    }

    #[test]
    fn a_request_of_a_side_within_the_limits_is_answered(inputs in any_inputs(|input| input.model), at in 0..2_usize) {
        // As text: a reader of JSON may lose the last bit.
        let reply = |request: &Value| evaluate(&request.to_string()).unwrap().to_json().unwrap().trim_end().to_owned();
        let side = OTHERS[at];
        let mut request = json!({ "model": side.id() });
        for input in side.wire_inputs() {
            request[input.id] = json!(input.get(&inputs));
        }
        if side == Side::Lab {
            request["obligations"] = inputs.lab.owed().map(|owed| json!({ "name": owed.name.as_str(),
                "total_b": owed.total_b, "start_year": owed.start_year, "years": owed.years })).collect();

            prop_assert_eq!(reply(&request), serde_json::to_string_pretty(&burden::evaluate(&inputs)).unwrap());
        } else {

            prop_assert_eq!(reply(&request), serde_json::to_string_pretty(&buyer::evaluate(&inputs)).unwrap());
        }
    }
}

#[test]
fn analyses_of_a_side_name_their_numbers_by_what_they_are() {
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let found = answer(&json!({ "model": "tornado", "side": "buyer", "inputs": { "usage_realised": 0.8 } }));
    assert_eq!(keys(&found), ["bars", "base_npv_m"]);
    assert_eq!(keys(&found["bars"][0]), ["high_input", "low_input", "name", "npv_high_m", "npv_low_m", "swing_m"]);
    let alone = answer(&json!({ "model": "buyer", "usage_realised": 0.8 }));
    assert_eq!(found["base_npv_m"], alone["npv_m"]);
    let found = answer(&json!({ "model": "tornado", "side": "lab" }));
    assert_eq!(
        (keys(&found), keys(&found["bars"][0]).len()),
        (vec!["bars".to_owned(), "base_headroom_b".to_owned()], 6)
    );
    let usual = answer(&json!({ "model": "grid", "side": "lab" }));
    assert_eq!((usual["x"].as_str(), usual["y"].as_str()), (Some("arr0_b"), Some("lab_gross_margin")));
    assert_eq!(usual["headroom_b"][2][1].as_f64(), Some(burden::headroom(&defaults())), "30 at 40%");
    let own =
        answer(&json!({ "model": "grid", "side": "buyer", "x": "demand_m", "xs": [50], "y": "term_years", "ys": [3] }));
    assert_eq!(own["npv_m"][0][0].as_f64(), Some(buyer::npv(&defaults())));
    assert_eq!(answer(&json!({ "model": "tornado", "side": "investor" })), answer(&json!({ "model": "tornado" })));
    let lists = json!([{ "name": "Own", "total_b": 50, "start_year": 3, "years": 2 }]);
    let lab = answer(&json!({ "model": "lab", "obligations": lists }));
    let owed: Vec<&Value> = (1..=4).map(|at| &lab["rows"][at]["obligations"]).collect();
    assert_eq!(json!(owed), json!([0.0, 25.0, 25.0, 0.0]));
}

#[test]
fn scenarios_and_resets_leave_the_other_sides_alone() {
    let mut case = Case::default();
    case.set(Control::find("discount").unwrap(), 0.12).unwrap();
    case.call_obligation(0, Name::new("Amazon").unwrap());
    case.set(Control::find("obligation_count").unwrap(), 2.0).unwrap();
    case.set(Control::find("commit_margin").unwrap(), 0.4).unwrap();
    assert_eq!(Side::ALL.map(|side| case.changes_of(side)), [1, 2, 1]);
    case.select(Scenario::find("B").unwrap());
    assert_eq!(Side::ALL.map(|side| case.changes_of(side)), [0, 2, 1]);
    case.set(Control::find("commit_margin").unwrap(), 0.4).unwrap();
    case.reset_side(Side::Lab);
    assert_eq!(Side::ALL.map(|side| case.changes_of(side)), [1, 0, 1]);
    assert_eq!(case.inputs().lab.obligations[0].name.as_str(), "AWS");
    case.reset_side(Side::Investor);
    assert_eq!(Side::ALL.map(|side| case.changes_of(side)), [0, 0, 1]);
    case.reset_side(Side::Buyer);
    assert_eq!(case.inputs(), case.reference());
    assert!(ALL_INPUTS.iter().all(|input| !input.differs(case.inputs(), case.reference())));
}
