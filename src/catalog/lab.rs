//! What is known of the lab beside this deal: other obligations, and other run-rates.

use std::borrow::Cow;

use super::deals::Term;
use super::{Basis, Start, Status, find, place};
use crate::model::burden::MOST_OBLIGATIONS;
use crate::model::{Inputs, Name, Obligation};

/// A named set of a lab's obligations.
#[derive(Clone, Debug, PartialEq)]
pub struct LabPreset {
    /// A stable name.
    pub id: &'static str,
    /// The lab that owes; empty for a deal of the reader's own.
    pub lab: &'static str,
    /// For people.
    pub label: &'static str,
    /// One sentence: where the numbers come from; empty for another deal alone, whose terms say it.
    pub note: &'static str,
    /// The run-rate that belongs to it, $B.
    pub arr0_b: f64,
    /// The money that belongs to it, $B, where it says anything about it.
    pub funding_b: Option<f64>,
    /// The obligations.
    pub obligations: Cow<'static, [Owed]>,
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
    /// The lab that it is of.
    pub lab: &'static str,
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

/// Of whom the public reports are.
const ANTHROPIC: &str = "Anthropic";

/// The name of the set that each deal has for itself.
const THIS_DEAL: &str = "this_deal";

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

/// The sets of the deal of the page, the default first. Those of another deal are [`LabPreset::of`].
pub static LAB_PRESETS: &[LabPreset] = &[
    LabPreset {
        id: THIS_DEAL,
        lab: ANTHROPIC,
        label: "This deal alone",
        note: "The commitment of April 2026 on the run-rate that the articles state.",
        arr0_b: 30.0,
        funding_b: None,
        obligations: Cow::Borrowed(&[AWS]),
    },
    LabPreset {
        id: "public_obligations",
        lab: ANTHROPIC,
        label: "Public reports",
        note: "Public reports: what the press names for Anthropic, on the run-rate of late May 2026. \
               Neither side has confirmed the Google figure, and the term of the Azure one is assumed.",
        arr0_b: 47.0,
        funding_b: None,
        obligations: Cow::Borrowed(&[
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
        ]),
    },
];

/// The run-rates that can stand at closing.
pub static RUN_RATES: &[RunRate] = &[
    RunRate {
        id: "gross",
        lab: ANTHROPIC,
        label: "Booked gross",
        value_b: 30.0,
        sources: &["S13", "C9"],
        note: "As the articles state it: all that customers pay, with what cloud partners keep.",
        as_of: "2026-04",
        later: None,
    },
    RunRate {
        id: "net",
        lab: ANTHROPIC,
        label: "Booked net",
        value_b: 22.0,
        sources: &["P15", "C9"],
        note: "Without what cloud partners keep: a disputed public figure.",
        as_of: "2026-04",
        later: None,
    },
    RunRate {
        id: "later",
        lab: ANTHROPIC,
        label: "Late May 2026",
        value_b: 47.0,
        sources: &["P15"],
        note: "Reported in late May 2026, so later than closing.",
        as_of: "2026-05",
        later: Some("late May 2026"),
    },
];

/// Where a number of an obligation is from, while its place holds an obligation of a set as it was reported; nothing
/// where the row itself says so: for the obligation of this deal in the first place, and for all other inputs.
#[must_use]
pub fn reported(id: &str, start: Start, inputs: &Inputs) -> Option<Basis> {
    let mut places = (0..MOST_OBLIGATIONS).filter_map(|at| Some((at, place(at)?)));
    let (at, part) = places.find_map(|(at, rows)| Some((at, rows.iter().position(|row| row.id == id)?)))?;
    let own = start.inputs(true).lab.obligations;
    let owed = Owed::at(at, start, inputs).filter(|owed| at > 0 || !own.first().is_some_and(|own| owed.is(own)))?;
    let (status, row) = (*owed.status.get(part)?, find(id)?);
    let as_of = if status == Status::Assumption { row.as_of } else { "" };
    Some(Basis { value: row.get(inputs), status, sources: owed.sources, note: owed.note, as_of, is_open: false })
}

impl Owed {
    /// The obligation of public reports that stands at a place of the lab of a deal, if it is one and counts.
    #[must_use]
    pub fn at(at: usize, start: Start, inputs: &Inputs) -> Option<Self> {
        let lab = start.deal()?.lab;
        let sets = LAB_PRESETS.iter().filter(|preset| preset.lab == lab);
        Self::find(sets, inputs.lab.owed().nth(at)?)
    }

    /// The obligation among some sets that this one is, by name, total and years.
    #[must_use]
    pub fn find<'a>(sets: impl IntoIterator<Item = &'a LabPreset>, obligation: &Obligation) -> Option<Self> {
        let mut told = sets.into_iter().flat_map(|preset| preset.obligations.iter()).filter(|owed| owed.is_known());
        told.find(|owed| owed.is(obligation)).copied()
    }

    /// Whether it is this one, by name, total and years.
    #[must_use]
    pub fn is(&self, obligation: &Obligation) -> bool {
        self.obligation() == *obligation
    }

    /// Whether anything is known of it: of the reader's own there is not.
    const fn is_known(&self) -> bool {
        !self.note.is_empty()
    }

    fn obligation(&self) -> Obligation {
        let Self { name, total_b, start_year, years, .. } = *self;
        Obligation { name: Name::new(name).unwrap_or_default(), total_b, start_year, years }
    }
}

impl LabPreset {
    /// The set of a name, of the deal of the page.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        LAB_PRESETS.iter().find(|preset| preset.id == id)
    }

    /// The sets of what a case starts from: this deal alone, with its `terms`, then what is known of the same lab.
    #[must_use]
    pub fn of(start: Start, terms: &Inputs) -> Vec<Self> {
        let lab = start.deal().map_or("", |deal| deal.lab);
        let others = LAB_PRESETS.iter().filter(|preset| preset.id != THIS_DEAL && preset.lab == lab);
        std::iter::once(Self::this_deal(start, terms)).chain(others.cloned()).collect()
    }

    fn this_deal(start: Start, terms: &Inputs) -> Self {
        if let Some(told) = LAB_PRESETS.iter().find(|preset| preset.id == THIS_DEAL && start == Start::default()) {
            return told.clone();
        }
        let told = |key: &str| start.deal().and_then(|deal| deal.terms.iter().find(|term| term.key == key));
        let term = told("commit_total_b");
        let status = |key: &str| told(key).map_or(Status::Assumption, Term::status);
        let owed = Owed {
            name: start.cloud(),
            total_b: terms.commit_total_b,
            start_year: 1,
            years: terms.commit_years,
            status: [status("commit_total_b"), Status::Assumption, status("commit_years")],
            caveat: "",
            sources: term.map_or(&[], |term| term.sources),
            note: term.map_or("", |term| term.words),
        };
        Self {
            id: THIS_DEAL,
            lab: start.deal().map_or("", |deal| deal.lab),
            label: "This deal alone",
            note: "",
            arr0_b: terms.arr0_b,
            funding_b: Some(terms.new_money_ceiling_b()),
            obligations: vec![owed].into(),
        }
    }

    /// Puts run-rate, money and obligations into `inputs`; all other values stay, also in the places that do not count.
    pub fn apply(&self, inputs: &mut Inputs) {
        inputs.arr0_b = self.arr0_b;
        inputs.lab.funding_b = self.funding_b.unwrap_or(inputs.lab.funding_b);
        inputs.lab.obligation_count = 0;
        for (place, owed) in inputs.lab.obligations.iter_mut().zip(self.obligations.iter()) {
            *place = owed.obligation();
            inputs.lab.obligation_count += 1;
        }
    }
}

impl RunRate {
    /// Those of the lab of what a case starts from; of another lab they say nothing.
    pub fn of(start: Start) -> impl Iterator<Item = &'static Self> {
        let lab = start.deal().map_or("", |deal| deal.lab);
        RUN_RATES.iter().filter(move |rate| rate.lab == lab)
    }
}
