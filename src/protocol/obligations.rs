//! The lab's obligations: a list of 1 to 6 objects with `name`, `total_b`, `start_year` and `years`.

use super::read::{Entries, Raw};
use super::{Fault, Problem, deal};
use crate::catalog;
use crate::model::burden::MOST_OBLIGATIONS;
use crate::model::{Inputs, Name};

pub(super) const OBLIGATIONS: &str = "obligations";
const NAME: &str = "name";
/// The numbers of an obligation, in the order of [`catalog::place`], each with what must stand there.
const NUMBERS: [(&str, &str); 3] =
    [("total_b", "a number"), ("start_year", "a whole number"), ("years", "a whole number")];

/// Puts the list into the first places, if there is one; the others keep what they hold and do not count.
pub(super) fn apply(entries: &Entries, inputs: &mut Inputs, faults: &mut Vec<Fault>) {
    let Some(value) = entries.get(OBLIGATIONS) else { return };
    let Some(items) = value.items().filter(|items| (1..=MOST_OBLIGATIONS).contains(&items.len())) else {
        faults.push(Fault::new(OBLIGATIONS, value.shown(), Problem::NotObligations(MOST_OBLIGATIONS)));
        return;
    };
    inputs.lab.obligation_count = 0;
    for (at, item) in items.into_iter().enumerate() {
        inputs.lab.obligation_count += 1;
        let path = format!("{OBLIGATIONS}[{at}]");
        match item.object() {
            Some(object) => one(at, &path, &object, inputs, faults),
            None => faults.push(Fault::new(path, item.shown(), Problem::NotAnObligation)),
        }
    }
}

fn one(at: usize, path: &str, entries: &Entries, inputs: &mut Inputs, faults: &mut Vec<Fault>) {
    let mut tell = |key: &str, fault: Fault| faults.push(Fault { key: format!("{path}.{key}"), ..fault });
    for fault in entries.duplicates() {
        tell(&fault.key.clone(), fault);
    }
    let is_known = |key: &str| key == NAME || NUMBERS.iter().any(|(name, _)| *name == key);
    for (key, value) in entries.iter().filter(|(key, _)| !is_known(key)) {
        tell(key, Fault::new(key, value.shown(), Problem::UnknownKey(None)));
    }
    match entries.get(NAME).map(name) {
        Some(Ok(name)) => {
            inputs.lab.obligations.get_mut(at).into_iter().for_each(|obligation| obligation.name = name);
        }
        Some(Err(fault)) => tell(NAME, fault),
        None => tell(NAME, Fault::new(NAME, String::new(), Problem::Missing("a name"))),
    }
    for ((key, what), row) in NUMBERS.into_iter().zip(catalog::place(at).into_iter().flatten()) {
        let missing = || Err(Fault::new(key, String::new(), Problem::Missing(what)));
        let set = entries.get(key).map_or_else(missing, |value| deal::set(row, inputs, value));
        if let Err(fault) = set {
            tell(key, fault);
        }
    }
}

fn name(value: Raw) -> Result<Name, Fault> {
    let text = value.text().unwrap_or_default();
    Name::new(&text).ok_or_else(|| Fault::new(NAME, value.shown(), Problem::of_name(&text)))
}
