//! What holds for every lab and every buyer: no broken number, no promise, room enough, worked lines that end in the figure.

use super::laws::fault;
use offtake::analysis::clauses::clauses;
use offtake::analysis::objective::Objective;
use offtake::analysis::tornado::tornado;
use offtake::catalog::{Case, Group, Input, Kind, Limits, Proportion, SCENARIOS, Side, defaults, find};
use offtake::model::burden::evaluate as lab_of;
use offtake::model::buyer::evaluate as buyer_of;
use offtake::model::{Inputs, Lens, Outcome, Stake, evaluate};
use offtake::wording::metrics::Metric;
use offtake::wording::sections::{self, burden, contract, exposure, obligations, usage};
use offtake::wording::side::Voice;
use offtake::wording::tables::*;
use offtake::wording::verdict::plain;
use offtake::wording::{groups, idle};
use proptest::prelude::*;

/// Inputs of both sides anywhere inside the limits, the ends included.
fn any_sides(range: fn(&Input) -> Limits) -> impl Strategy<Value = Inputs> {
    let inputs = || Side::Lab.inputs().iter().chain(Side::Buyer.inputs());
    let place = prop_oneof![1 => Just(0_u32), 1 => Just(1000), 4 => 0..=1000_u32, 6 => Just(2000)];
    proptest::collection::vec(place, inputs().count()).prop_map(move |places| {
        let mut found = defaults();
        for (input, place) in inputs().zip(places).filter(|(_, place)| *place <= 1000) {
            let Limits { min, max } = range(input);
            let value = min + (max - min) * f64::from(place) / 1000.0;
            let value = if input.kind == Kind::Number { value } else { value.round() };
            input.set(&mut found, value.clamp(min, max)).unwrap();
        }
        found
    })
}

/// Everything that is said about the two sides.
pub fn all_words(inputs: &Inputs) -> Vec<String> {
    let (owed, deal) = (lab_of(inputs), buyer_of(inputs));
    let worths = clauses(inputs);
    let mut words = vec![
        obligations::title(inputs, &owed),
        obligations::note(inputs, &owed),
        obligations::label(inputs, &owed),
        burden::title(inputs, &owed),
        burden::note(inputs, &owed),
        burden::label(inputs, &owed),
        contract::title(inputs, &deal),
        contract::note(inputs, &deal),
        contract::label(inputs, &deal),
        usage::title(inputs, &deal),
        usage::note(inputs, &deal),
        usage::label(inputs, &deal),
        exposure::title(inputs, &deal),
        exposure::note(inputs, &deal),
        exposure::label(inputs, &deal),
        sections::clauses::title(&worths, inputs, &deal),
        sections::clauses::note(inputs),
    ];
    words.extend([obligations::sub(), burden::sub(), contract::sub(), usage::sub(), exposure::sub()]);
    words.extend(worths.iter().map(|worth| sections::clauses::words(worth, inputs, &deal)));
    words.extend(Group::ALL.into_iter().map(|group| groups::summary(group, inputs)));
    for side in [Side::Lab, Side::Buyer] {
        let voice = Voice::new(side, inputs, Stake::LeftOut);
        words.extend([voice.kicker(), plain(&voice.verdict()), plain(&voice.second()), voice.basis(), voice.span()]);
        let case = Case::restored(Case::default().version(), &SCENARIOS[0], *inputs, Proportion::default());
        words.extend([voice.post(), voice.alternative(&case)]);
        words.extend(voice.notes());
        for figure in voice.key_figures() {
            words.extend([figure.value, figure.spoken]);
            words.extend(figure.context);
        }
        let bars = tornado(inputs, Objective::of(side, Stake::LeftOut));
        words.extend([sections::tornado::title(inputs, &bars), sections::tornado::label(&bars)]);
        words.extend(bars.bars.iter().map(|bar| sections::tornado::bar_words(bars.objective, bar)));
        words
            .extend(side.inputs().iter().filter_map(|one| Some(idle::reason_on(side, one.id, inputs)?.why.to_owned())));
    }
    let tables = [
        obligations_table(inputs, &owed),
        burden_table(inputs, &owed),
        contract_table(&deal),
        usage_table(inputs, &deal),
        exposure_table(inputs, &deal),
    ];
    words.extend(tables.into_iter().flat_map(|table| table.rows).flatten().map(|cell| cell.text));
    words
}

/// The last line of a metric ends in what its key figure shows.
fn worked(inputs: &Inputs, outcome: &Outcome) -> Result<(), String> {
    for side in [Side::Lab, Side::Buyer] {
        for figure in Voice::new(side, inputs, Stake::LeftOut).key_figures() {
            let metric = Metric::of_side_figure(side, figure.id, Lens::Margin).ok_or(figure.id)?;
            let lines = metric.worked(inputs, outcome, Stake::LeftOut);
            let shown = format!("{} {}", figure.value, figure.unit);
            if let Some(found) = lines.iter().find_map(|line| fault(line)) {
                return Err(format!("{}: {found} in {lines:?}", metric.id));
            }
            if !lines.last().is_some_and(|line| line.ends_with(shown.trim_end())) {
                return Err(format!("{} shows {shown}, worked as {lines:?}", figure.id));
            }
        }
    }
    Ok(())
}

#[test]
fn texts_of_the_metrics_have_their_shape() {
    for side in [Side::Lab, Side::Buyer] {
        // One for each figure, and the tornado.
        assert_eq!(Metric::of(side).len(), 7);
        for metric in Metric::of(side) {
            assert_eq!(metric.text.split("\n\n").count(), 4, "{}", metric.id);
            assert!(metric.text.starts_with("# ") && metric.text.contains("\n```text\n"), "{}", metric.id);
            for text in [metric.name(), metric.meaning(), metric.formula(), metric.remark()] {
                assert_eq!(fault(text), None, "{text}");
            }
            assert!(metric.meaning().ends_with('.') && metric.remark().ends_with('.'), "{}", metric.id);
            assert!(Metric::find(metric.id).is_some_and(|found| found.text == metric.text));
            for id in metric.inputs {
                assert!(find(id).is_some_and(|input| side.input(input.id).is_some()), "{}: {id}", metric.id);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_hold_on_the_sliders(inputs in any_sides(|input| input.slider)) {
        for text in all_words(&inputs) {
            prop_assert_eq!(fault(&text), None, "{}", text);
        }
        prop_assert_eq!(worked(&inputs, &evaluate(&defaults())), Ok(()));
        for side in [Side::Lab, Side::Buyer] {
            let voice = Voice::new(side, &inputs, Stake::LeftOut);
            let (verdict, second) = (plain(&voice.verdict()), plain(&voice.second()));
            prop_assert!(verdict.chars().count() <= 225, "{}", verdict);
            prop_assert!(second.chars().count() <= 330, "{}", second);
        }
    }

    #[test]
    fn words_hold_wherever_the_model_does(inputs in any_sides(|input| input.model)) {
        for text in all_words(&inputs) {
            prop_assert_eq!(fault(&text), None, "{}", text);
        }
        prop_assert_eq!(worked(&inputs, &evaluate(&defaults())), Ok(()));
    }
}
