//! The words of goal seek: every kind of answer, and every box.

use offtake::analysis::goal_seek::{Answer, Goal, seek};
use offtake::analysis::objective::Objective;
use offtake::analysis::track::Question;
use offtake::catalog::{Control, INPUTS, Kind, Limits, Proportion, Side, defaults};
use offtake::model::{Inputs, Stake};
use offtake::wording::goals::{Aim, Form, Found, found, range};

fn control(id: &str) -> &'static Control {
    Control::find(id).unwrap()
}

fn ask(id: &str, inputs: &Inputs, goal: Goal) -> Found {
    let control = control(id);
    let question = Question { inputs, proportion: Proportion::default(), control, objective: Objective::DEAL };
    found(Objective::DEAL, (control, control.limits), goal, &seek(&question, control.limits, goal), None)
}

fn buttons(found: &Found) -> Vec<&str> {
    found.values.iter().map(|(_, text)| text.as_str()).collect()
}

#[test]
fn every_kind_of_answer_from_the_model() {
    let late = Inputs { milestone_prob: 0.95, ..defaults() };
    let base = defaults();
    for (id, inputs, goal, words, values) in [
        ("commit_margin", &base, Goal::Value(0.0), "The NPV is zero at 31.3%.", &["31.3%"][..]),
        ("commit_total_b", &base, Goal::Value(-0.5), "The NPV is −$0.5B at $101.1B.", &["$101.1B"]),
        ("commit_margin", &base, Goal::Irr(0.12), "The IRR is 12% at 34.7%.", &["34.7%"]),
        ("adopters0", &late, Goal::Value(0.0), "The NPV is zero at 31,813 and at 108,215.", &["31,813", "108,215"]),
        ("commit_margin", &base, Goal::Value(500.0), "At no value from −20% to 80% is the NPV $500B.", &[]),
        (
            "commit_margin",
            &base,
            Goal::PaybackWithin(7.0),
            "The cash is back within 7 years at 36.4% or more.",
            &["36.4%"],
        ),
        (
            "commit_margin",
            &base,
            Goal::PaybackWithin(50.0),
            "The cash is back within 50 years at 18.5% or more.",
            &["18.5%"],
        ),
        (
            "tax_rate",
            &base,
            Goal::PaybackWithin(1.0),
            "At no value from 0% to 35% is the cash back within 1 year.",
            &[],
        ),
        (
            "tax_rate",
            &base,
            Goal::PaybackWithin(9.5),
            "At every value from 0% to 35% the cash is back within 9.5 years.",
            &[],
        ),
        (
            "commit_total_b",
            &base,
            Goal::ShareBelow { share: 0.1, year: 5 },
            "The commitment is at most 10% of Anthropic’s revenue in deal year 5 at $102.5B or less.",
            &["$102.5B"],
        ),
        (
            "horizon_years",
            &base,
            Goal::PaybackWithin(8.0),
            "The cash is back within 8 years at 8 years or more.",
            &["8 years"],
        ),
        (
            "horizon_years",
            &base,
            Goal::Value(0.0),
            "At no whole number is the NPV exactly zero; it passes that between 10 years and 11 years.",
            &["10 years", "11 years"],
        ),
        (
            "commit_years",
            &base,
            Goal::Value(0.0),
            "At no whole number is the NPV exactly zero; it passes that between 1 year and 2 years and between 8 years and 9 years.",
            &["1 year", "2 years", "8 years", "9 years"],
        ),
    ] {
        let found = ask(id, inputs, goal);
        assert_eq!(found.words, words, "{id} {goal:?}");
        assert_eq!(buttons(&found), values, "{id} {goal:?}");
    }
}

#[test]
fn ranges_are_said_from_where_to_where() {
    let margin = control("commit_margin");
    let limits = margin.limits;
    let part = |min, max| Limits { min, max };
    let goal = Goal::PaybackWithin(7.0);
    for (ranges, words, values) in [
        (vec![part(0.3, 0.8)], "The cash is back within 7 years at 30.0% or more.", &["30.0%"][..]),
        (vec![part(-0.2, 0.3)], "The cash is back within 7 years at 30.0% or less.", &["30.0%"]),
        (vec![part(0.1, 0.3)], "The cash is back within 7 years from 10.0% to 30.0%.", &["10.0%", "30.0%"]),
        (vec![part(0.3, 0.3)], "The cash is back within 7 years at 30.0%.", &["30.0%"]),
        (
            vec![part(-0.2, 0.1), part(0.4, 0.8)],
            "The cash is back within 7 years at 10.0% or less and at 40.0% or more.",
            &["10.0%", "40.0%"],
        ),
    ] {
        let found = found(Objective::DEAL, (margin, limits), goal, &Answer::Within(ranges), None);
        assert_eq!((found.words.as_str(), buttons(&found).as_slice()), (words, values));
    }
}

#[test]
fn values_that_would_read_the_same_are_written_finer() {
    let margin = control("commit_margin");
    let found =
        found(Objective::DEAL, (margin, margin.limits), Goal::Value(0.0), &Answer::Several(vec![0.3131, 0.3132]), None);
    assert_eq!(buttons(&found), ["31.31%", "31.32%"]);
    assert_eq!(found.words, "The NPV is zero at 31.31% and at 31.32%.");
}

#[test]
fn an_input_without_effect_says_why() {
    let margin = control("commit_margin");
    let why = "As capex, the margin follows from the price and cost of capacity.";
    let found = found(Objective::DEAL, (margin, margin.limits), Goal::Value(0.0), &Answer::None, Some(why));
    assert_eq!(found.words, format!("At no value from −20% to 80% is the NPV zero. {why}"));
}

#[test]
fn the_range_and_the_basis_are_said() {
    let margin = control("commit_margin");
    assert_eq!(range(margin, margin.limits), "Looked for in the useful range, −20% to 80%, everything else as it is.");
    assert!(Aim::Value.basis(Side::Investor, Stake::AtCost).contains("at cost"));
    assert!(Aim::Value.basis(Side::Investor, Stake::ModelledExit).contains("modelled exit"));
    assert!(Aim::Irr.basis(Side::Investor, Stake::AtCost).starts_with("Before the equity stake"));
    assert_eq!(Aim::Payback.basis(Side::Investor, Stake::LeftOut), Aim::Irr.basis(Side::Investor, Stake::ModelledExit));
}

#[test]
fn the_form_reads_its_boxes_and_says_what_is_wrong() {
    let mut form = Form::default();
    assert_eq!(form.goal(Side::Investor), Some(Goal::Value(0.0)));
    for (aim, goal) in [
        (Aim::Irr, Goal::Irr(0.12)),
        (Aim::Payback, Goal::PaybackWithin(7.0)),
        (Aim::Share, Goal::ShareBelow { share: 0.1, year: 5 }),
    ] {
        form.aim = aim;
        assert_eq!(form.goal(Side::Investor), Some(goal));
    }
    for (field, text, why) in [
        (0, "lots", "Enter a number from −1,000 to 1,000."),
        (1, "900", "Enter a number from −90 to 500."),
        (2, "0", "Enter a number from 0.5 to 50."),
        (4, "2.5", "Enter a whole number from 1 to 50."),
    ] {
        form.write(field, text.to_owned());
        assert_eq!((form.text(field).as_str(), form.fault(Side::Investor, field).as_deref()), (text, Some(why)));
    }
    assert_eq!(form.goal(Side::Investor), None, "the year is no whole number");
    form.write(4, "3".to_owned());
    form.write(3, "12.5%".to_owned());
    assert_eq!(form.goal(Side::Investor), Some(Goal::ShareBelow { share: 0.125, year: 3 }));
    assert_eq!(Aim::ALL.map(|aim| aim.fields(Side::Investor).count()), [1, 1, 1, 2]);
}

/// Whatever is sought, the answer is a sentence, and each value in it has a button.
#[test]
fn every_input_has_an_answer_for_every_goal() {
    for control in INPUTS.iter().map(Control::of).filter(|control| !matches!(control.kind, Kind::Choice(_))) {
        let inputs = defaults();
        let question = Question {
            inputs: &inputs,
            proportion: Proportion::default(),
            control: &control,
            objective: Objective::DEAL,
        };
        for goal in
            [Goal::Value(0.0), Goal::Irr(0.12), Goal::PaybackWithin(7.0), Goal::ShareBelow { share: 0.1, year: 5 }]
        {
            let answer = seek(&question, control.limits, goal);
            let found = found(Objective::DEAL, (&control, control.limits), goal, &answer, None);
            assert!(found.words.ends_with('.') && !found.words.contains("NaN"), "{}: {}", control.id, found.words);
            assert_eq!(
                found.values.is_empty(),
                matches!(answer, Answer::None | Answer::Always),
                "{}: {answer:?}",
                control.id
            );
            assert!(
                found.values.iter().all(|(value, text)| control.check(*value).is_ok() && found.words.contains(text))
            );
        }
    }
}

#[test]
fn each_side_has_goals_of_its_own() {
    let inputs = defaults();
    let ask = |objective: Objective, id: &str, goal| {
        let control = objective.side().control(id).unwrap();
        let question = Question { inputs: &inputs, proportion: Proportion::default(), control, objective };
        found(objective, (control, control.limits), goal, &seek(&question, control.limits, goal), None).words
    };
    let lab = ask(Objective::LabHeadroom, "lab_gross_margin", Goal::Value(0.0));
    assert!(lab.starts_with("The smallest headroom is zero at "), "{lab}");
    let share = ask(Objective::LabHeadroom, "obligation_1_total_b", Goal::ShareBelow { share: 0.1, year: 5 });
    assert!(share.starts_with("What is owed is at most 10% of Anthropic’s revenue in deal year 5 at "), "{share}");
    let buyer = ask(Objective::BuyerNpv, "discount", Goal::Value(5.0));
    assert!(buyer.starts_with("The NPV is $5M at "), "{buyer}");
    let mut form = Form::default();
    form.aim = Aim::Irr;
    for side in [Side::Lab, Side::Buyer] {
        assert_eq!(form.goal(side), Some(Goal::Value(0.0)), "a goal of another side gives way");
    }
}
