//! What holds for every deal: no broken number, no signed zero, no promise, and room enough for the sentences.

use offtake::analysis::compare::{compare, differences};
use offtake::analysis::field::{Axes, Field, Measure};
use offtake::analysis::marginals::{Overrides, around};
use offtake::analysis::monte_carlo::{Question, Run};
use offtake::analysis::objective::Objective;
use offtake::analysis::tornado::tornado;
use offtake::analysis::weights::{Weights, weigh};
use offtake::catalog::{Case, Group, INPUTS, Input, Kind, Limits, Proportion, defaults};
use offtake::model::{Inputs, Outcome, Stake, evaluate};
use offtake::wording::key_figures::key_figures;
use offtake::wording::sections::{self, bridge, gigawatts, histogram, ladder, lenses, pins, weights};
use offtake::wording::tables::*;
use offtake::wording::verdict::{kicker, notes, plain, second, verdict};
use offtake::wording::{findings, groups};
use proptest::prelude::*;

/// Everything that the page would say about a deal.
fn all_words(inputs: &Inputs, outcome: &Outcome) -> Vec<String> {
    let mut words: Vec<String> = Group::ALL.into_iter().map(|group| groups::summary(group, inputs)).collect();
    words.extend([kicker(inputs), findings::cash_title(inputs, outcome), findings::share_title(inputs, outcome)]);
    words.extend([findings::cash_note(inputs), findings::share_note(inputs)]);
    words.extend([findings::cash_label(inputs, outcome), findings::share_label(inputs, outcome)]);
    for stake in Stake::ALL {
        words.extend([plain(&verdict(inputs, outcome, stake)), plain(&second(inputs, outcome, stake))]);
        words.extend(notes(inputs, outcome, stake));
        for figure in key_figures(inputs, outcome, stake) {
            words.extend([figure.value, figure.spoken]);
            words.extend(figure.context);
        }
    }
    for table in [cash_table(outcome), share_table(outcome)] {
        words.push(table.caption);
        words.extend(table.rows.into_iter().flatten().flat_map(|cell| std::iter::once(cell.text).chain(cell.spoken)));
    }
    words
}

/// Everything that the sections would say about a deal.
fn section_words(inputs: &Inputs, outcome: &Outcome) -> Vec<String> {
    let bars = tornado(inputs, Objective::DEAL);
    let mut run = Run::new(Question { draws: 20, ..Question::about(*inputs) }).unwrap();
    run.advance(20);
    let (simulation, spread) = (run.summary(), run.spread(Stake::AtCost));
    let fields = [Measure::NPV, Measure::Payback, Measure::Irr]
        .map(|measure| Field::around((inputs, Proportion::default()), measure, Axes::default(), 20));
    let base = (defaults(), evaluate(&defaults()));
    let comparison = compare(&base.0, inputs, Objective::DEAL);
    let differences = differences((&base.0, &base.1), (inputs, outcome), Stake::LeftOut);
    let weighing = weigh(&Weights::default(), Stake::ModelledExit, &Case::default());
    let mut words = vec![
        bridge::title(inputs, outcome),
        bridge::note(inputs, outcome),
        bridge::label(outcome),
        ladder::title(outcome),
        ladder::note(inputs),
        ladder::label(inputs, outcome),
        sections::tornado::title(inputs, &bars),
        sections::tornado::note(Objective::DEAL, inputs),
        sections::tornado::label(&bars),
        histogram::title(&spread),
        histogram::sentence(&simulation),
        histogram::note(inputs, &Overrides::default(), &spread),
        histogram::label(&simulation, &spread, outcome.npv_b),
        sections::grid::note(Measure::NPV, inputs),
        gigawatts::title(inputs, outcome),
        gigawatts::label(outcome),
        gigawatts::note(),
        lenses::title(outcome),
        weights::sentence(&weighing),
        weights::note(),
        pins::title(&comparison, "Base", Objective::DEAL),
        pins::note(),
    ];
    for field in &fields {
        words.extend([
            sections::grid::title(field, inputs),
            sections::grid::sub(field.measure).to_owned(),
            sections::grid::caption(field),
            sections::grid::keys(field),
            sections::grid::label(field, inputs, field.measure.at(inputs).value),
            sections::grid::present(field, inputs, field.measure.at(inputs).value),
        ]);
        words.extend(sections::grid::cell(field, (1, 1)));
    }
    words.push(lenses::circular_title(inputs, outcome));
    words.push(lenses::circular(inputs, outcome));
    words.extend(bars.bars.iter().map(|bar| sections::tornado::bar_words(bars.objective, bar)));
    words.extend(gigawatts::sentences(inputs, outcome));
    words.extend(lenses::sentences(inputs, outcome));
    words.extend(lenses::RULES.map(str::to_owned));
    let perhaps = [
        ladder::sentence(inputs, outcome),
        lenses::subsidy(inputs, outcome),
        lenses::years_funded(inputs, outcome),
        weights::full_draw(&weighing),
    ];
    words.extend(perhaps.into_iter().flatten());
    let figures = ["npv", "irr", "payback", "moic", "break-even", "share"];
    words.extend(figures.into_iter().filter_map(|id| pins::difference(id, &differences, "Base")));
    let tables = [
        bridge_table(outcome),
        ladder_table(inputs, outcome),
        tornado_table(&bars),
        simulation_table(&simulation),
        lens_table(inputs, outcome),
        gigawatt_table(inputs, outcome),
        weights_table(&weighing),
        comparison_table(&comparison, "Base", Objective::DEAL),
        distribution_table(&around(inputs, &Overrides::default()).unwrap()),
        correlation_table(),
    ];
    let grids = fields.iter().map(grid_table);
    let lines = tables.into_iter().chain(grids).flat_map(|table| table.rows).flatten();
    let years = year_table(inputs, outcome);
    let rows = years.groups.into_iter().flat_map(|group| group.rows);
    let cells = lines.chain(rows.flat_map(|row| row.cells.into_iter().chain(row.total)));
    words.extend(cells.flat_map(|cell| std::iter::once(cell.text).chain(cell.spoken)).filter(|text| !text.is_empty()));
    words
}

/// What must never be read on the page: broken numbers, signed zeros, promises and hype.
pub fn fault(text: &str) -> Option<String> {
    const BROKEN: [&str; 9] = ["NaN", "(0.0", "($0.0B", "(0.00x", "−0.0", "−$0.0", "minus 0.0 ", "minus $0.0B", "  "];
    const PROMISES: [&str; 6] = ["guarantee", "roi", "will", "winner", "massive", "inf"];
    let words = text.to_lowercase();
    let mut words = words.split(|c: char| !c.is_alphabetic());
    let hyphen_for_minus =
        text.split('-').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '$'));
    let signed_zero = BROKEN.iter().find(|broken| text.contains(*broken) && !more_digits(text, broken));
    let hype = words.find(|word| PROMISES.iter().any(|promise| word == promise));
    match (text.trim().is_empty(), signed_zero, hype, hyphen_for_minus) {
        (true, ..) => Some("empty".to_owned()),
        (_, Some(broken), ..) => Some((*broken).to_owned()),
        (_, _, Some(promise), _) => Some(promise.to_owned()),
        (.., true) => Some("hyphen for minus".to_owned()),
        _ => None,
    }
}

/// Whether what looks like a signed zero goes on: "(0.06x)" is a number.
fn more_digits(text: &str, broken: &str) -> bool {
    text.split(broken).skip(1).all(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn faults_are_found() {
    for bad in
        ["", " ", "NaN", "(0.0)", "−0.0%", "minus 0.0 percent", "it will pay", "-5", "-$5B", "a  gap", "inf years"]
    {
        assert!(fault(bad).is_some(), "{bad:?}");
    }
    for good in ["(0.06x)", "a $10B-a-year deal", "year-end", "Williams", "(0.7)"] {
        assert_eq!(fault(good), None, "{good:?}");
    }
}

/// The limits of an input from which a deal is drawn.
pub type Range = fn(&Input) -> Limits;

/// A deal anywhere inside the limits, its ends included, with every value on a step of a thousandth.
pub fn any_deal(range: Range) -> impl Strategy<Value = Inputs> {
    let place = prop_oneof![1 => Just(0_u32), 1 => Just(1000), 4 => 0..=1000_u32, 6 => Just(2000)];
    proptest::collection::vec(place, INPUTS.len()).prop_map(move |places| {
        let mut inputs = defaults();
        for (input, place) in INPUTS.iter().zip(places).filter(|(_, place)| *place <= 1000) {
            let Limits { min, max } = range(input);
            let value = min + (max - min) * f64::from(place) / 1000.0;
            let value = if input.kind == Kind::Number { value } else { value.round() };
            input.set(&mut inputs, value.clamp(min, max)).unwrap();
        }
        inputs
    })
}

/// Three lines of the heading, and the room under it.
const VERDICT_LENGTH: usize = 190;
const SECOND_LENGTH: usize = 320;

/// Corners of the sliders reach sums that no deal has; their digits may take more room.
fn is_thinkable(outcome: &Outcome) -> bool {
    Stake::ALL.iter().all(|stake| outcome.npv_for(*stake).abs() < 1000.0) && outcome.commit_share.headline < 10.0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_hold_for_every_deal_on_the_sliders(inputs in any_deal(|input| input.slider)) {
        let outcome = evaluate(&inputs);
        for text in all_words(&inputs, &outcome) {
            prop_assert_eq!(fault(&text), None, "{}", text);
        }
        let room = if is_thinkable(&outcome) { 0 } else { 25 };
        for stake in Stake::ALL {
            let text = plain(&verdict(&inputs, &outcome, stake));
            prop_assert!(text.chars().count() <= room + VERDICT_LENGTH, "{}", text);
            let text = plain(&second(&inputs, &outcome, stake));
            prop_assert!(text.chars().count() <= room + SECOND_LENGTH, "{}", text);
        }
    }

    #[test]
    fn words_hold_for_every_deal_that_the_model_takes(inputs in any_deal(|input| input.model)) {
        for text in all_words(&inputs, &evaluate(&inputs)) {
            prop_assert_eq!(fault(&text), None, "{}", text);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sections_hold_for_every_deal_on_the_sliders(inputs in any_deal(|input| input.slider)) {
        for text in section_words(&inputs, &evaluate(&inputs)) {
            prop_assert_eq!(fault(&text), None, "{}", text);
        }
    }

    #[test]
    fn sections_hold_for_every_deal_that_the_model_takes(inputs in any_deal(|input| input.model)) {
        for text in section_words(&inputs, &evaluate(&inputs)) {
            prop_assert_eq!(fault(&text), None, "{}", text);
        }
    }
}
