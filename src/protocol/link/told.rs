//! A case as a link tells it: deal and scenario first, then what differs from them.

use super::super::fault::{Fault, Problem};
use super::decode::{SHARE, fault, number, plain};
use super::{ACCEPT, DATA, DEAL, MODEL, NAMES, OWN_NAME, SCENARIO, SPLIT, STAKE, stake_id};
use crate::catalog::{ALL_INPUTS, Case, DataVersion, Input, Kind, Proportion, SCENARIOS, Scenario, Start};
use crate::model::{Inputs, Name, Stake};

/// A case as it is told, pair by pair.
pub(super) struct Told {
    data: &'static DataVersion,
    start: Start,
    accepted: bool,
    scenario: Option<&'static Scenario>,
    inputs: Inputs,
    proportion: Proportion,
    pub(super) stake: Stake,
}

impl Told {
    pub(super) fn new(data: &'static DataVersion) -> Self {
        let (scenario, inputs, start) = (SCENARIOS.first(), data.defaults(), Start::default());
        Self {
            data,
            start,
            accepted: false,
            scenario,
            inputs,
            proportion: Proportion::default(),
            stake: Stake::default(),
        }
    }

    /// Deal and scenario come before the inputs that differ from them, wherever they stand.
    pub(super) fn start_first(&mut self, pairs: &[(String, String)], ignored: &mut Vec<Fault>) {
        let first = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let scenarios = || SCENARIOS.iter().map(|scenario| scenario.id).collect();
        let deal =
            one_of(DEAL, first(DEAL), Start::find, Start::ids).map(|start| start.map(|start| self.start = start));
        let scenario = one_of(SCENARIO, first(SCENARIO), Scenario::find, scenarios)
            .map(|scenario| scenario.map(|scenario| self.scenario = Some(scenario)));
        let yes_or_no = |value: &str| ["0", "1"].iter().position(|one| *one == value).map(|at| at == 1);
        let accepted = one_of(ACCEPT, first(ACCEPT), yes_or_no, || vec!["0", "1"])
            .map(|accepted| self.accepted = accepted.unwrap_or_default());
        ignored.extend([deal.err(), scenario.err(), accepted.err()].into_iter().flatten());
        if let Some(scenario) = self.scenario {
            self.inputs = self.data.case(self.start, self.accepted, scenario);
        }
    }

    /// Calls an own deal by a name. Other deals have theirs.
    fn name(&mut self, key: &str, value: &str) -> Result<(), Fault> {
        let Start::Own(own) = &mut self.start else {
            return Err(fault(key, value, Problem::UnknownKey(Some(DEAL))));
        };
        *own = Name::new(value).ok_or_else(|| fault(key, value, Problem::of_name(value)))?;
        Ok(())
    }

    /// Takes a pair that belongs to a case; nothing for one that does not.
    pub(super) fn take(&mut self, key: &str, value: &str) -> Option<Result<(), Fault>> {
        Some(match key {
            SCENARIO | DEAL | ACCEPT | MODEL | DATA => Ok(()),
            OWN_NAME => self.name(key, value),
            SPLIT => number(key, value, SHARE).map(|share| self.proportion = Proportion::of(share)),
            STAKE => match Stake::ALL.into_iter().find(|stake| stake_id(*stake) == value) {
                Some(stake) => {
                    self.stake = stake;
                    Ok(())
                }
                None => Err(fault(key, value, Problem::NotAName(Stake::ALL.map(stake_id).to_vec()))),
            },
            _ => match NAMES.iter().position(|name| *name == key) {
                Some(at) => self.call(at, key, value),
                None => set(ALL_INPUTS.iter().find(|input| input.short == key)?, &mut self.inputs, value),
            },
        })
    }

    /// Calls the obligation at a place by a name.
    fn call(&mut self, at: usize, key: &str, value: &str) -> Result<(), Fault> {
        let name = Name::new(value).ok_or_else(|| fault(key, value, Problem::of_name(value)))?;
        self.inputs.lab.obligations.get_mut(at).into_iter().for_each(|obligation| obligation.name = name);
        Ok(())
    }

    pub(super) fn case(&self) -> Case {
        let start = (self.start, self.accepted);
        let restored = |scenario| Case::restored_from(self.data, start, scenario, self.inputs, self.proportion);
        self.scenario.map(restored).unwrap_or_default()
    }
}

/// What a value stands for, if the link has it.
fn one_of<T>(
    key: &str,
    value: Option<&str>,
    find: impl Fn(&str) -> Option<T>,
    known: impl Fn() -> Vec<&'static str>,
) -> Result<Option<T>, Fault> {
    let found = |value: &str| find(value).ok_or_else(|| fault(key, value, Problem::NotAName(known())));
    value.map(found).transpose()
}

fn set(input: &Input, inputs: &mut Inputs, text: &str) -> Result<(), Fault> {
    let refused = || fault(input.short, text, Problem::NotInLimits(input.kind, input.model));
    let value = match input.kind {
        Kind::Choice(choices) => input.choice_position(text).ok_or_else(|| {
            fault(input.short, text, Problem::NotAName(choices.iter().map(|choice| choice.id).collect()))
        })?,
        Kind::Number | Kind::Whole => plain(text).ok_or_else(refused)?,
    };
    input.set(inputs, value).map_err(|_| refused())
}
