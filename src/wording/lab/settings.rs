//! The sets of obligations and the run-rates that a reader can choose, each with what is known of it.

use super::super::numbers::{MONEY, list, years_in_words};
use super::super::parties;
use crate::catalog::{LAB_PRESETS, LabPreset, Origin, Owed, RunRate};
use crate::model::Inputs;

/// The sets that are known of the lab of the deal: this deal alone first, of the reader's own as its terms are now.
fn sets(inputs: &Inputs) -> Vec<LabPreset> {
    let start = parties().start;
    let terms = if start.deal().is_some() { start.inputs(true) } else { *inputs };
    LabPreset::of(start, &terms)
}

/// The set whose obligations the inputs hold as they are, at whatever run-rate.
#[must_use]
pub fn preset(inputs: &Inputs) -> Option<LabPreset> {
    let holds = |preset: &LabPreset| {
        let mut applied = *inputs;
        preset.apply(&mut applied);
        let (new, old) = (&applied.lab, &inputs.lab);
        new.obligation_count == old.obligation_count && new.owed().eq(old.owed())
    };
    sets(inputs).into_iter().find(holds)
}

/// The set that the inputs hold with its run-rate.
#[must_use]
pub fn chosen_preset(inputs: &Inputs) -> Option<LabPreset> {
    preset(inputs).filter(|preset| preset.arr0_b.to_bits() == inputs.arr0_b.to_bits())
}

/// The run-rate of somebody's report that the inputs hold.
#[must_use]
pub fn chosen_run_rate(inputs: &Inputs) -> Option<&'static RunRate> {
    RunRate::of(parties().start).find(|rate| rate.value_b.to_bits() == inputs.arr0_b.to_bits())
}

/// When the run-rate was what the inputs hold, if that is known to be after closing: "late May 2026".
#[must_use]
pub fn later(inputs: &Inputs) -> Option<&'static str> {
    chosen_run_rate(inputs).and_then(|rate| rate.later)
}

/// Where the obligations are from, while one of them is of a set.
pub(in super::super) fn origin(inputs: &Inputs) -> Option<String> {
    if let Some(preset) = chosen_preset(inputs) {
        return Some(preset_note(&preset));
    }
    let Some(preset) = preset(inputs).filter(|preset| preset.obligations.len() > 1) else { return caveat(inputs) };
    Some(format!(
        "{}: what the press names for {}, on another run-rate than the {} reported with it; {}.",
        preset.label,
        preset.lab,
        MONEY.trimmed(preset.arr0_b),
        list(&doubts(inputs))
    ))
}

/// What must be said wherever the lab's figures go, while an obligation of public reports is counted that somebody may
/// doubt: "Public reports: the Google figure is confirmed by neither side."
#[must_use]
pub fn caveat(inputs: &Inputs) -> Option<String> {
    let doubts = doubts(inputs);
    (!doubts.is_empty()).then(|| format!("Public reports: {}.", list(&doubts)))
}

/// What is in doubt about the obligations that are counted, each once.
fn doubts(inputs: &Inputs) -> Vec<String> {
    let counted = |owed: &&Owed| inputs.lab.owed().any(|one| owed.is(one));
    let lab = parties().start.deal().map_or("", |deal| deal.lab);
    let all = LAB_PRESETS.iter().filter(|preset| preset.lab == lab).flat_map(|preset| preset.obligations.iter());
    all.filter(|owed| !owed.caveat.is_empty()).filter(counted).map(|owed| owed.caveat.to_owned()).collect()
}

/// Where the numbers of a set are from; of another deal alone, what its terms say.
#[must_use]
pub fn preset_note(preset: &LabPreset) -> String {
    if !preset.note.is_empty() {
        return preset.note.to_owned();
    }
    let Some(deal) = parties().start.deal() else {
        return "The commitment, the run-rate and the money of your own deal, as they stand on the investor’s side."
            .to_owned();
    };
    let is_open = deal.needs_acceptance() && preset.obligations.iter().all(|owed| owed.total_b <= 0.0);
    if is_open {
        return format!("{}: the commitment is not stated, so nothing is counted.", deal.name);
    }
    let month = parties().month();
    let of = if month.is_empty() { String::new() } else { format!(" of {month}") };
    let origin = |key: &str| deal.terms.iter().find(|term| term.key == key).map(|term| term.origin);
    let from = |key: &str| match origin(key) {
        Some(Origin::Stated) => "from the articles",
        Some(Origin::Completed) => "from public reports",
        Some(Origin::Assumed) | None => "assumed",
    };
    let term = if origin("commit_years") == Some(Origin::Assumed) { ", its term assumed" } else { "" };
    format!("{}: the commitment{of}, {}{term}; the run-rate, {}.", deal.name, from("commit_total_b"), from("arr0_b"))
}

/// A button that sets something, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// A stable name.
    pub id: &'static str,
    /// On the button.
    pub label: String,
    /// What it sets, and how well that is known.
    pub note: String,
    /// Ids of facts, public points and contradictions behind it, each once.
    pub sources: Vec<&'static str>,
}

/// The sets of obligations of the deal, this deal alone first.
#[must_use]
pub fn presets(inputs: &Inputs) -> Vec<Setting> {
    let words = |preset: LabPreset| {
        let parts: Vec<String> = preset.obligations.iter().map(owed_words).collect();
        let mut sources: Vec<&'static str> = Vec::new();
        for id in preset.obligations.iter().flat_map(|owed| owed.sources) {
            if !sources.contains(id) {
                sources.push(id);
            }
        }
        let rate = MONEY.trimmed(preset.arr0_b);
        let note = format!("{} On a run-rate of {rate}: {}.", preset_note(&preset), list(&parts));
        Setting { id: preset.id, label: preset.label.to_owned(), note, sources }
    };
    sets(inputs).into_iter().map(words).collect()
}

/// "Google Cloud $200B over five years from year 2".
fn owed_words(owed: &Owed) -> String {
    let span = years_in_words(owed.years);
    format!("{} {} over {span} from year {}", owed.name, MONEY.trimmed(owed.total_b), owed.start_year)
}

/// The run-rates of the deal's lab that can stand at closing.
#[must_use]
pub fn run_rates() -> Vec<Setting> {
    let words = |rate: &RunRate| Setting {
        id: rate.id,
        label: format!("{}, {}", rate.label, MONEY.trimmed(rate.value_b)),
        note: rate.note.to_owned(),
        sources: rate.sources.to_vec(),
    };
    RunRate::of(parties().start).map(words).collect()
}
