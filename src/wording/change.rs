//! What a change did, in a few words for those who listen.

use super::numbers::spoken_input;
use super::objectives;
use crate::analysis::objective::Objective;
use crate::catalog::{Case, Control, Input, SCENARIOS, Side};
use crate::model::Stake;

/// What the summary compares: who asks, the case, what the shares count for, and the value of the objective.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// Who asks.
    pub side: Side,
    /// The inputs and their scenario.
    pub case: Case,
    /// What the shares count for.
    pub stake: Stake,
    /// The objective that follows, in its unit.
    pub value: f64,
}

impl State {
    fn objective(&self) -> Objective {
        Objective::of(self.side, self.stake)
    }
}

/// What changed, the NPV, and whether it changed its sign: "Margin 36 percent. NPV 2.9 billion dollars, now above zero."
#[must_use]
pub fn change(before: &State, after: &State) -> String {
    let what = what(before, after);
    let stop = if what.is_empty() { "" } else { ". " };
    let objective = after.objective();
    let (name, said) = (objectives::name(objective), objectives::format(objective).spoken(after.value));
    let turn = if before.side == after.side { turn(objective, before.value, after.value) } else { "" };
    format!("{what}{stop}{name} {said}{turn}.")
}

fn what(before: &State, after: &State) -> String {
    let side = after.side;
    let inputs: Vec<&Input> = side.changed(before.case.inputs(), after.case.inputs()).collect();
    let is_deal = side == Side::Investor;
    let scenario =
        SCENARIOS.iter().filter(|_| is_deal).find(|one| after.case.starts_from(one) && after.case.changes() == 0);
    match (control_of(side, &inputs), scenario) {
        _ if before.side != side => objectives::tab(side),
        _ if before.stake != after.stake => stake(after.stake).to_owned(),
        (Some(control), _) => value(control, control.get(after.case.inputs())),
        (None, Some(scenario)) => format!("Scenario {}", scenario.chip),
        (None, None) if inputs.is_empty() => String::new(),
        (None, None) => format!("{} inputs changed", inputs.len()),
    }
}

/// The control that moves exactly these inputs.
fn control_of(side: Side, inputs: &[&Input]) -> Option<&'static Control> {
    let ids = |control: &&Control| control.inputs().map(|input| input.id).eq(inputs.iter().map(|input| input.id));
    side.controls().iter().find(ids)
}

fn value(control: &Control, value: f64) -> String {
    let option = control.choices().iter().zip(0_u32..).find(|(_, at)| f64::from(*at).to_bits() == value.to_bits());
    option.map_or_else(
        || format!("{} {}", control.label, spoken_input(control.unit, value)),
        |(choice, _)| format!("{}: {}", control.label, choice.label),
    )
}

const fn stake(stake: Stake) -> &'static str {
    match stake {
        Stake::LeftOut => "Equity stake left out",
        Stake::AtCost => "Equity stake at cost",
        Stake::ModelledExit => "Equity stake at its modelled exit",
    }
}

/// Only what can be seen counts: a value that is shown as zero has no sign.
fn turn(objective: Objective, before: f64, after: f64) -> &'static str {
    let is_zero = |value: f64| objectives::format(objective).is_zero(value);
    let is_loss = |value: f64| value < 0.0 && !is_zero(value);
    match (is_loss(before), is_loss(after)) {
        (true, false) if is_zero(after) => ", now about even",
        (true, false) => ", now above zero",
        (false, true) => ", now below zero",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(change: impl FnOnce(&mut Case)) -> State {
        let mut case = Case::default();
        change(&mut case);
        let value = Objective::DEAL.value(case.inputs());
        State { side: Side::Investor, case, stake: Stake::LeftOut, value }
    }

    fn set(id: &str, value: f64) -> State {
        state(|case| {
            let known = Control::find(id).map(|control| case.set(control, value));
            assert_eq!(known, Some(Ok(())), "{id}");
        })
    }

    #[test]
    fn one_change_is_named_with_its_value_and_what_follows() {
        let start = state(|_| {});
        for (after, words) in [
            (set("commit_margin", 0.36), "Margin 36 percent. NPV 2.3 billion dollars, now above zero."),
            (set("commit_margin", 0.2), "Margin 20 percent. NPV minus 5.6 billion dollars."),
            (set("investment", 10.0), "Investment 10 billion dollars. NPV 11.9 billion dollars, now above zero."),
            (set("commit_shape", 1.0), "Shape of the draw-down: Ramp. NPV minus 2.3 billion dollars."),
            (
                State { stake: Stake::AtCost, value: 20.4, ..start },
                "Equity stake at cost. NPV 20.4 billion dollars, now above zero.",
            ),
        ] {
            assert_eq!(change(&start, &after), words);
        }
        let back = change(&set("commit_margin", 0.36), &start);
        assert_eq!(back, "Margin 30 percent. NPV minus 0.7 billion dollars, now below zero.");
    }

    #[test]
    fn another_side_says_what_it_wants() {
        let start = state(|_| {});
        let buyer =
            |case: Case| State { side: Side::Buyer, case, value: Objective::BuyerNpv.value(case.inputs()), ..start };
        let lab = State { side: Side::Lab, value: -3.25, ..start };
        assert_eq!(change(&start, &lab), "Lab · Anthropic. Headroom minus 3.2 billion dollars.");
        let before = buyer(start.case);
        let mut case = start.case;
        let _ = Side::Buyer.control("discount").map(|control| case.set(control, 0.12));
        let said = change(&before, &buyer(case));
        assert!(said.starts_with("Discount 12 percent. NPV ") && said.contains("million dollars"), "{said}");
    }

    #[test]
    fn many_changes_are_named_by_their_scenario_or_counted() {
        let start = state(|_| {});
        let scenario = state(|case| {
            if let Some(one) = SCENARIOS.iter().find(|one| one.id == "B") {
                case.select(one);
            }
        });
        assert!(change(&start, &scenario).starts_with("Scenario B"), "{}", change(&start, &scenario));
        let both = state(|case| {
            for (id, value) in [("commit_margin", 0.4), ("tax_rate", 0.3)] {
                let _ = Control::find(id).map(|control| case.set(control, value));
            }
        });
        assert!(change(&start, &both).starts_with("2 inputs changed. NPV "));
    }
}
