//! What is known of the lab beside this deal: other obligations, and other run-rates.

use super::{Basis, Status, find, place};
use crate::model::burden::MOST_OBLIGATIONS;
use crate::model::{Inputs, Name, Obligation};

/// A named set of the lab's obligations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabPreset {
    /// A stable name.
    pub id: &'static str,
    /// For people.
    pub label: &'static str,
    /// One sentence: where the numbers come from.
    pub note: &'static str,
    /// The run-rate that belongs to it, $B.
    pub arr0_b: f64,
    /// The obligations.
    pub obligations: &'static [Owed],
}

/// One obligation of a preset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Owed {
    /// Whom the lab owes.
    pub name: &'static str,
    /// Over all years, $B.
    pub total_b: f64,
    /// The deal year in which it begins.
    pub start_year: u32,
    /// Over how many years.
    pub years: u32,
    /// How well total, first year and years are known.
    pub status: [Status; 3],
    /// Ids of facts and public points.
    pub sources: &'static [&'static str],
    /// What was assumed beside them.
    pub note: &'static str,
    /// The same in a few words, for wherever the obligation is shown; empty where nothing is in doubt.
    pub caveat: &'static str,
}

/// A run-rate of the lab, as somebody reported it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunRate {
    /// A stable name.
    pub id: &'static str,
    /// For people.
    pub label: &'static str,
    /// $B.
    pub value_b: f64,
    /// Ids of facts, public points and contradictions.
    pub sources: &'static [&'static str],
    /// One sentence: what it counts.
    pub note: &'static str,
    /// The date of the value.
    pub as_of: &'static str,
    /// When it was that, in words, unless it was at closing.
    pub later: Option<&'static str>,
}

const AWS: Owed = Owed {
    name: "AWS",
    total_b: 100.0,
    start_year: 1,
    years: 10,
    status: [Status::Stated; 3],
    sources: &["S9", "P28"],
    note: "More than 100 over ten years, so 100 is a floor; spread evenly.",
    caveat: "",
};

/// The sets, the default first.
pub static LAB_PRESETS: &[LabPreset] = &[
    LabPreset {
        id: "this_deal",
        label: "This deal alone",
        note: "The commitment of April 2026 on the run-rate that the articles state.",
        arr0_b: 30.0,
        obligations: &[AWS],
    },
    LabPreset {
        id: "public_obligations",
        label: "Public reports",
        note: "Public reports: what the press names beside this deal, on the run-rate of late May 2026. \
               Neither side has confirmed the Google figure, and the term of the Azure one is assumed.",
        arr0_b: 47.0,
        obligations: &[
            AWS,
            Owed {
                name: "Google Cloud",
                total_b: 200.0,
                start_year: 2,
                years: 5,
                status: [Status::Public; 3],
                sources: &["P20", "P29"],
                note: "200 over five years from 2027, from the press, confirmed by neither side.",
                caveat: "the Google figure is confirmed by neither side",
            },
            Owed {
                name: "Azure",
                total_b: 30.0,
                start_year: 1,
                years: 5,
                status: [Status::Public, Status::Assumption, Status::Assumption],
                sources: &["P23"],
                note: "30 is public; that it begins at once and runs for five years is an assumption.",
                caveat: "the Azure term is assumed",
            },
        ],
    },
];

/// The run-rates that can stand at closing.
pub static RUN_RATES: &[RunRate] = &[
    RunRate {
        id: "gross",
        label: "Booked gross",
        value_b: 30.0,
        sources: &["S13", "C9"],
        note: "As the articles state it: all that customers pay, with what cloud partners keep.",
        as_of: "2026-04",
        later: None,
    },
    RunRate {
        id: "net",
        label: "Booked net",
        value_b: 22.0,
        sources: &["P15", "C9"],
        note: "Without what cloud partners keep: a disputed public figure.",
        as_of: "2026-04",
        later: None,
    },
    RunRate {
        id: "later",
        label: "Late May 2026",
        value_b: 47.0,
        sources: &["P15"],
        note: "Reported five weeks after the deal, so later than its closing.",
        as_of: "2026-05",
        later: Some("late May 2026"),
    },
];

/// Where a number of an obligation is from, while its place holds an obligation of a set as it was reported; nothing
/// where the row itself says so: for the obligation of this deal in the first place, and for all other inputs.
#[must_use]
pub fn reported(id: &str, inputs: &Inputs) -> Option<Basis> {
    let mut places = (0..MOST_OBLIGATIONS).filter_map(|at| Some((at, place(at)?)));
    let (at, part) = places.find_map(|(at, rows)| Some((at, rows.iter().position(|row| row.id == id)?)))?;
    let owed = Owed::at(at, inputs).filter(|owed| at > 0 || **owed != AWS)?;
    let (status, value) = (*owed.status.get(part)?, find(id)?.get(inputs));
    Some(Basis { value, status, sources: owed.sources, note: owed.note, as_of: "" })
}

impl Owed {
    /// The obligation of a set that stands at a place of the lab's, if it is one and counts.
    #[must_use]
    pub fn at(at: usize, inputs: &Inputs) -> Option<&'static Self> {
        inputs.lab.owed().nth(at).and_then(Self::find)
    }

    /// The obligation of a set that this one is, by name, total and years.
    #[must_use]
    pub fn find(obligation: &Obligation) -> Option<&'static Self> {
        let all = LAB_PRESETS.iter().flat_map(|preset| preset.obligations);
        all.into_iter().find(|owed| owed.obligation() == *obligation)
    }

    fn obligation(&self) -> Obligation {
        let Self { name, total_b, start_year, years, .. } = *self;
        Obligation { name: Name::new(name).unwrap_or_default(), total_b, start_year, years }
    }
}

impl LabPreset {
    /// The set of a name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        LAB_PRESETS.iter().find(|preset| preset.id == id)
    }

    /// Puts run-rate and obligations into `inputs`; all other values stay, also in the places that do not count.
    pub fn apply(&self, inputs: &mut Inputs) {
        inputs.arr0_b = self.arr0_b;
        inputs.lab.obligation_count = 0;
        for (place, owed) in inputs.lab.obligations.iter_mut().zip(self.obligations) {
            *place = owed.obligation();
            inputs.lab.obligation_count += 1;
        }
    }
}
