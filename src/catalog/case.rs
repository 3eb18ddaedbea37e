//! The case that the reader looks at: the inputs, the deal and the scenario they started from, and what differs.

use super::deals::TERMS;
use super::{
    Basis, Control, DataVersion, Input, LabPreset, LimitFault, Owed, Proportion, SCENARIOS, Scenario, Side, Start,
    defaults, investment, reported,
};
use crate::model::{Inputs, Name, Obligation};

/// Inputs on their way from a deal and a scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    inputs: Inputs,
    reference: Inputs,
    start: Start,
    accepted: bool,
    scenario: Option<&'static str>,
    proportion: Proportion,
    version: &'static DataVersion,
}

impl Default for Case {
    fn default() -> Self {
        let inputs = defaults();
        let scenario = SCENARIOS.first().map(|scenario| scenario.id);
        let version = DataVersion::newest();
        let (start, accepted, proportion) = (Start::default(), false, Proportion::default());
        Self { inputs, reference: inputs, start, accepted, scenario, proportion, version }
    }
}

impl Case {
    /// Inputs on their way from a scenario as it was in a version of the data.
    #[must_use]
    pub fn restored(
        version: &'static DataVersion,
        scenario: &'static Scenario,
        inputs: Inputs,
        proportion: Proportion,
    ) -> Self {
        Self::restored_from(version, (Start::default(), false), scenario, inputs, proportion)
    }

    /// Inputs on their way from a scenario on top of a deal, the reader having accepted what completes it or not.
    #[must_use]
    pub fn restored_from(
        version: &'static DataVersion,
        (start, accepted): (Start, bool),
        scenario: &'static Scenario,
        inputs: Inputs,
        mut proportion: Proportion,
    ) -> Self {
        proportion.remember(&inputs);
        let (reference, scenario) = (version.case(start, accepted, scenario), Some(scenario.id));
        Self { inputs, reference, start, accepted, scenario, proportion, version }
    }

    /// The deal that the case starts from.
    #[must_use]
    pub fn start(&self) -> Start {
        self.start
    }

    /// Whether the reader has accepted the public completion of deals that the articles do not tell whole.
    #[must_use]
    pub fn has_accepted(&self) -> bool {
        self.accepted
    }

    /// The scenario that changes are counted from.
    #[must_use]
    pub fn scenario(&self) -> Option<&'static Scenario> {
        self.scenario.and_then(Scenario::find)
    }

    /// The version of the data that scenarios are taken from.
    #[must_use]
    pub fn version(&self) -> &'static DataVersion {
        self.version
    }

    /// The inputs of a scenario on top of what the case starts from: a deal of the catalogue, or the present terms of the
    /// reader's own, which stay theirs.
    #[must_use]
    pub fn at(&self, scenario: &Scenario) -> Inputs {
        let mut inputs = self.version.case(self.start, self.accepted, scenario);
        if self.start.deal().is_none() {
            let is_term = |input: &&Input| TERMS.contains(&input.id);
            for input in Side::Investor.changed(&self.inputs, &self.reference).filter(is_term) {
                input.copy(&mut inputs, &self.inputs);
            }
        }
        inputs
    }

    /// Whether the deal stands just as it does in a scenario.
    #[must_use]
    pub fn is_at(&self, scenario: &Scenario) -> bool {
        self.starts_from(scenario) && Side::Investor.changed(&self.inputs, &self.at(scenario)).next().is_none()
    }

    /// The values of the deal that the case starts from, before any scenario.
    #[must_use]
    pub fn of_deal(&self) -> Inputs {
        let base = SCENARIOS.first();
        base.map_or_else(defaults, |base| self.version.case(self.start, self.accepted, base))
    }

    /// The value that a control starts from in this deal, and where it is from; of an obligation that stands in a place of
    /// the lab's as public reports have it, where they have it from.
    #[must_use]
    pub fn basis(&self, control: &Control) -> Basis {
        if let Some(basis) = reported(control.id, self.start, &self.inputs) {
            return basis;
        }
        let basis = self.start.basis(control);
        let is_open = !self.accepted && control.inputs().any(|input| self.start.is_withheld(input.id));
        if is_open { Basis { is_open, ..basis } } else { Basis { value: control.get(&self.of_deal()), ..basis } }
    }

    /// The sets of obligations that are known of the deal's lab: this deal alone first.
    #[must_use]
    pub fn lab_presets(&self) -> Vec<LabPreset> {
        let terms = if self.start.deal().is_some() { self.of_deal() } else { self.inputs };
        LabPreset::of(self.start, &terms)
    }

    /// Whether nothing stands at a control: its value is not stated, and the reader has neither accepted one nor entered
    /// one.
    #[must_use]
    pub fn is_open(&self, control: &Control) -> bool {
        let is_empty = |input: &'static Input| self.start.is_withheld(input.id) && input.get(&self.inputs) <= 0.0;
        !self.accepted && control.inputs().any(is_empty)
    }

    /// One of these sets by its name.
    #[must_use]
    pub fn lab_preset(&self, id: &str) -> Option<LabPreset> {
        self.lab_presets().into_iter().find(|preset| preset.id == id)
    }

    /// What is known of an obligation of the lab, if it is one of this deal or of public reports.
    #[must_use]
    pub fn owed(&self, obligation: &Obligation) -> Option<Owed> {
        Owed::find(&self.lab_presets(), obligation)
    }

    /// All present values.
    #[must_use]
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The remembered proportion of the tranches.
    #[must_use]
    pub fn proportion(&self) -> Proportion {
        self.proportion
    }

    /// The values of the scenario that changes are counted from.
    #[must_use]
    pub fn reference(&self) -> &Inputs {
        &self.reference
    }

    /// Whether this scenario is the one that changes are counted from.
    #[must_use]
    pub fn starts_from(&self, scenario: &Scenario) -> bool {
        self.scenario == Some(scenario.id)
    }

    /// Goes to a scenario and forgets all changes of the deal, but for the terms of the reader's own. What the other sides
    /// alone have stays: scenarios say nothing about it.
    pub fn select(&mut self, scenario: &'static Scenario) {
        let there = self.at(scenario);
        self.scenario = Some(scenario.id);
        self.reference = self.referred();
        Side::Investor.copy(&mut self.inputs, &there);
    }

    /// Goes to a deal, with the present scenario on top of it, and forgets all changes of the deal before, on the side of
    /// its lab as well: another lab owes other things.
    pub fn start_from(&mut self, start: Start) {
        self.start = start;
        self.reference = self.referred();
        self.inputs = Inputs { buyer: self.inputs.buyer, ..self.reference };
        // Where no money shows a proportion, that of the deal before is none of this one.
        self.proportion = Proportion::default();
        self.proportion.remember(&self.inputs);
    }

    /// Calls the reader's own deal by another name; of a deal of the catalogue nothing changes.
    pub fn rename(&mut self, name: Name) {
        if let Start::Own(own) = &mut self.start {
            *own = name;
        }
    }

    /// Makes the present inputs the reader's own deal: nothing of them moves, and changes are counted from an empty one.
    pub fn make_own(&mut self, name: Name) {
        self.start = Start::Own(name);
        self.reference = self.referred();
    }

    /// Accepts the public completion of deals, or takes that back: only what completes the present deal moves.
    pub fn accept(&mut self, accepted: bool) {
        self.accepted = accepted;
        let before = self.reference;
        self.reference = self.referred();
        let of_both = [Side::Investor, Side::Lab].into_iter().flat_map(|side| side.changed(&before, &self.reference));
        for input in of_both {
            input.copy(&mut self.inputs, &self.reference);
        }
    }

    /// What changes are counted from.
    fn referred(&self) -> Inputs {
        let scenario = self.scenario().or_else(|| SCENARIOS.first());
        scenario.map_or_else(defaults, |scenario| self.version.case(self.start, self.accepted, scenario))
    }

    /// Sets one value.
    ///
    /// # Errors
    /// When the control does not take it; nothing is then changed.
    pub fn set(&mut self, control: &Control, value: f64) -> Result<(), LimitFault> {
        control.set(&mut self.inputs, &mut self.proportion, value)
    }

    /// Takes one control back to the scenario.
    pub fn reset(&mut self, control: &Control) {
        control.copy(&mut self.inputs, &self.reference);
    }

    /// Takes everything of a side back to the scenario, or to the defaults where scenarios say nothing.
    pub fn reset_side(&mut self, side: Side) {
        side.copy(&mut self.inputs, &self.reference);
    }

    /// Takes over a set of the lab's obligations with its run-rate. What was written in other places goes.
    pub fn owe(&mut self, preset: &LabPreset) {
        self.inputs.lab.obligations = self.reference.lab.obligations;
        preset.apply(&mut self.inputs);
    }

    /// Whether the lab owes, and earns at closing, what a set says.
    #[must_use]
    pub fn owes(&self, preset: &LabPreset) -> bool {
        let mut told = self.inputs;
        preset.apply(&mut told);
        told == self.inputs
    }

    /// Counts one more obligation of the lab, if there is a place for it.
    pub fn add_obligation(&mut self) {
        let lab = &mut self.inputs.lab;
        if (lab.obligation_count as usize) < lab.obligations.len() {
            lab.obligation_count += 1;
        }
    }

    /// Drops the obligation at a place, unless it is the only one: those behind it move up, and the place that becomes
    /// free is as it was at first.
    pub fn drop_obligation(&mut self, at: usize) {
        let (lab, blank) = (&mut self.inputs.lab, self.reference.lab.obligations);
        let count = lab.obligation_count as usize;
        let Some(counted) = lab.obligations.get_mut(at..count).filter(|_| count > 1) else { return };
        counted.rotate_left(1);
        if let Some((place, blank)) = counted.last_mut().zip(blank.get(count - 1)) {
            *place = *blank;
        }
        lab.obligation_count -= 1;
    }

    /// Calls the lab's obligation at a place by a name.
    pub fn call_obligation(&mut self, at: usize, name: Name) {
        self.inputs.lab.obligations.get_mut(at).into_iter().for_each(|obligation| obligation.name = name);
    }

    /// Whether a control differs from the scenario.
    #[must_use]
    pub fn is_changed(&self, control: &Control) -> bool {
        control.differs(&self.inputs, &self.reference)
    }

    /// How many inputs of the deal differ from the scenario. The two tranches count as one while they keep their
    /// proportion, because one slider moved them.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.changes_of(Side::Investor)
    }

    /// How many inputs of a side differ from the scenario, or from the defaults; a changed name counts as one.
    #[must_use]
    pub fn changes_of(&self, side: Side) -> usize {
        self.changes_from(side, &self.reference)
    }

    /// The same, without what a set of obligations brings that the lab owes as it is.
    #[must_use]
    pub fn own_changes_of(&self, side: Side) -> usize {
        let set = self.lab_presets().into_iter().find(|preset| side == Side::Lab && self.owes(preset));
        set.map_or_else(
            || self.changes_of(side),
            |preset| {
                let mut told = self.reference;
                preset.apply(&mut told);
                self.changes_from(side, &told)
            },
        )
    }

    fn changes_from(&self, side: Side, reference: &Inputs) -> usize {
        let inputs = side.changed(&self.inputs, reference).count();
        let named = |inputs: &Inputs| inputs.lab.obligations.map(|obligation| obligation.name);
        match side {
            Side::Investor => inputs - usize::from(investment::moved_together(&self.inputs, reference)),
            Side::Buyer => inputs,
            Side::Lab => {
                let names = named(&self.inputs).into_iter().zip(named(reference));
                inputs + names.filter(|(present, before)| present != before).count()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scenario(id: &str) -> &'static Scenario {
        SCENARIOS.iter().find(|scenario| scenario.id == id).unwrap_or(&SCENARIOS[0])
    }

    #[test]
    fn the_case_starts_unchanged_at_the_first_scenario() {
        let case = Case::default();
        assert!(case.starts_from(scenario("base")));
        assert_eq!(case.changes(), 0);
    }

    #[test]
    fn changes_are_counted_from_the_selected_scenario() {
        let [_, commit, margin, _] = Control::PRIMARY;
        let mut case = Case::default();
        case.set(&margin, 0.36).unwrap();
        assert_eq!((case.changes(), case.is_changed(&margin), case.is_changed(&commit)), (1, true, false));

        case.select(scenario("A"));
        assert_eq!(case.changes(), 0, "36% is the margin of scenario A");
        case.set(&margin, 0.30).unwrap();
        assert_eq!(case.changes(), 1, "the default differs from scenario A");
        case.reset(&margin);
        assert_eq!(case.inputs(), &scenario("A").inputs());
    }

    #[test]
    fn the_investment_slider_is_one_change_although_it_moves_two_tranches() {
        let [investment, ..] = Control::PRIMARY;
        let mut case = Case::default();
        case.set(&investment, 30.0).unwrap();
        assert_eq!((case.inputs().immediate_b, case.inputs().contingent_b), (6.0, 24.0));
        assert_eq!(case.changes(), 1);

        let contingent = Control::of(crate::catalog::find("contingent_b").unwrap());
        case.set(&contingent, 10.0).unwrap();
        assert_eq!(case.changes(), 2, "the proportion is no longer the scenario's");
        case.reset_side(Side::Investor);
        assert_eq!(case, Case { proportion: case.proportion, ..Case::default() });
    }

    #[test]
    fn obligations_come_and_go_in_order() {
        let mut case = Case::default();
        case.owe(LabPreset::find("public_obligations").unwrap());
        let names = |case: &Case| case.inputs().lab.owed().map(|owed| owed.name.to_string()).collect::<Vec<_>>();
        assert_eq!(names(&case), ["AWS", "Google Cloud", "Azure"]);
        case.drop_obligation(1);
        assert_eq!(names(&case), ["AWS", "Azure"]);
        assert_eq!(case.inputs().lab.obligations[2], Case::default().inputs().lab.obligations[2], "the place is free");
        case.drop_obligation(7);
        case.drop_obligation(0);
        case.drop_obligation(0);
        assert_eq!(names(&case), ["Azure"], "one stays");
        for _ in 0..9 {
            case.add_obligation();
        }
        assert_eq!(names(&case).len(), 6);
        case.owe(LabPreset::find("this_deal").unwrap());
        assert_eq!(case, Case::default());
    }

    #[test]
    fn a_set_of_obligations_is_no_change_of_the_readers_own() {
        let mut case = Case::default();
        case.owe(LabPreset::find("public_obligations").unwrap());
        assert_eq!((case.changes_of(Side::Lab), case.own_changes_of(Side::Lab)), (7, 0));
        case.set(Side::Lab.control("lab_gross_margin").unwrap(), 0.5).unwrap();
        assert_eq!(case.own_changes_of(Side::Lab), 1);
        case.set(Side::Lab.control("arr0_b").unwrap(), 48.0).unwrap();
        assert_eq!(case.own_changes_of(Side::Lab), case.changes_of(Side::Lab), "the set is chosen no longer");
        assert_eq!((case.own_changes_of(Side::Investor), case.own_changes_of(Side::Buyer)), (1, 0));
    }

    #[test]
    fn a_refused_value_changes_nothing() {
        let mut case = Case::default();
        assert!(case.set(&Control::PRIMARY[2], 9.0).is_err());
        assert!(case.set(&Control::PRIMARY[2], f64::NAN).is_err());
        assert_eq!(case, Case::default());
    }
}
