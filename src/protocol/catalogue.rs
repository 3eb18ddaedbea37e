//! The catalogue as plain values: what a script needs to show inputs, explain them and check them beforehand.

use serde::Serialize;

use crate::catalog::{
    CONTRADICTIONS, Contradiction, DATA_VERSION, FACTS, Fact, Input, Kind, PRESETS, PUBLIC, Preset, PublicPoint,
    SCENARIOS, SOURCES, Scenario, Side, Source, Status,
};
use crate::model::{Inputs, MODEL_VERSION};

use super::state::Values;

/// Everything that the catalogue knows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Catalogue {
    model_version: &'static str,
    data_version: &'static str,
    /// The inputs of a deal, in the order of the page.
    inputs: Vec<InputRow>,
    /// The inputs of the lab's burden; its obligations are a list beside them.
    lab_inputs: Vec<InputRow>,
    /// The inputs of a buyer's own commitment.
    buyer_inputs: Vec<InputRow>,
    scenarios: Vec<Named>,
    presets: Vec<Named>,
    facts: Vec<FactRow>,
    public_points: Vec<PublicRow>,
    contradictions: Vec<ContradictionRow>,
    sources: Vec<SourceRow>,
}

/// One input.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename = "InputDescription"))]
struct InputRow {
    /// Its key.
    #[cfg_attr(feature = "types", ts(type = "keyof Inputs | keyof LabInputs | keyof BuyerInputs"))]
    key: &'static str,
    /// Its key in links.
    link_key: &'static str,
    label: &'static str,
    /// What it means, in a sentence.
    meaning: &'static str,
    group: &'static str,
    /// How a value is measured; rates and shares are decimals.
    unit: &'static str,
    #[cfg_attr(feature = "types", ts(type = "\"number\" | \"whole\" | \"choice\""))]
    kind: &'static str,
    /// The options of a choice, else nothing.
    options: Vec<OptionRow>,
    /// The useful range, which a slider spans; null for a choice.
    useful: Option<Range>,
    /// The range that the model takes; null for a choice.
    limits: Option<Range>,
    /// The step of a slider; null for a choice.
    step: Option<f64>,
    /// The value of the default case.
    default: Value,
    /// Where the default comes from.
    #[cfg_attr(feature = "types", ts(type = "\"stated\" | \"public\" | \"assumption\""))]
    status: &'static str,
    /// Ids of facts, public points and contradictions.
    sources: &'static [&'static str],
    /// Why this default.
    note: &'static str,
    /// The date that the default holds for.
    as_of: &'static str,
}

/// A number, or an option by its name.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename = "InputValue"))]
enum Value {
    Number(f64),
    Name(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct Range {
    min: f64,
    max: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct OptionRow {
    id: &'static str,
    label: &'static str,
}

/// A scenario, or another deal: its whole set of inputs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename = "NamedInputs"))]
struct Named {
    id: &'static str,
    label: &'static str,
    /// What it stands for.
    meaning: &'static str,
    #[cfg_attr(feature = "types", ts(type = "Inputs"))]
    inputs: Values,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct FactRow {
    id: &'static str,
    text: &'static str,
    value: &'static str,
    /// The date that it holds for; empty when none is given.
    as_of: &'static str,
    /// The id of its source.
    source: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct PublicRow {
    id: &'static str,
    point: &'static str,
    value: &'static str,
    /// Where it was found.
    place: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct ContradictionRow {
    id: &'static str,
    question: &'static str,
    /// What the sources say.
    readings: &'static str,
    /// What this product does.
    shown_as: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct SourceRow {
    id: &'static str,
    title: &'static str,
    publisher: &'static str,
    date: &'static str,
    url: Option<&'static str>,
}

impl Catalogue {
    /// The whole catalogue.
    #[must_use]
    pub fn new() -> Self {
        let scenario = |s: &Scenario| Named::new(s.id, s.chip, s.meaning, &s.inputs());
        let preset = |p: &Preset| {
            let mut inputs = crate::catalog::defaults();
            p.apply(&mut inputs);
            Named::new(p.id, p.name, p.note, &inputs)
        };
        Self {
            model_version: MODEL_VERSION,
            data_version: DATA_VERSION,
            inputs: Side::Investor.wire_inputs().map(InputRow::of).collect(),
            lab_inputs: Side::Lab.wire_inputs().map(InputRow::of).collect(),
            buyer_inputs: Side::Buyer.wire_inputs().map(InputRow::of).collect(),
            scenarios: SCENARIOS.iter().map(scenario).collect(),
            presets: PRESETS.iter().map(preset).collect(),
            facts: FACTS.iter().map(FactRow::of).collect(),
            public_points: PUBLIC.iter().map(PublicRow::of).collect(),
            contradictions: CONTRADICTIONS.iter().map(ContradictionRow::of).collect(),
            sources: SOURCES.iter().map(SourceRow::of).collect(),
        }
    }
}

impl Default for Catalogue {
    fn default() -> Self {
        Self::new()
    }
}

impl Named {
    fn new(id: &'static str, label: &'static str, meaning: &'static str, inputs: &Inputs) -> Self {
        Self { id, label, meaning, inputs: Values(Side::Investor, *inputs) }
    }
}

impl InputRow {
    fn of(input: &Input) -> Self {
        let is_choice = matches!(input.kind, Kind::Choice(_));
        let range = |limits: crate::catalog::Limits| (!is_choice).then_some(Range { min: limits.min, max: limits.max });
        let option = input.choices().iter().find(|choice| input.choice_position(choice.id) == Some(input.default));
        Self {
            key: input.id,
            link_key: input.short,
            label: input.label,
            meaning: input.meaning,
            group: input.group.label(),
            unit: input.unit.name(),
            kind: match input.kind {
                Kind::Number => "number",
                Kind::Whole => "whole",
                Kind::Choice(_) => "choice",
            },
            options: input.choices().iter().map(|choice| OptionRow { id: choice.id, label: choice.label }).collect(),
            useful: range(input.slider),
            limits: range(input.model),
            step: (!is_choice).then_some(input.step),
            default: option.map_or(Value::Number(input.default), |option| Value::Name(option.id)),
            status: match input.status {
                Status::Stated => "stated",
                Status::Public => "public",
                Status::Assumption => "assumption",
            },
            sources: input.sources,
            note: input.note,
            as_of: input.as_of,
        }
    }
}

impl FactRow {
    fn of(fact: &Fact) -> Self {
        let Fact { id, text, value, as_of, source } = *fact;
        Self { id, text, value, as_of, source }
    }
}

impl PublicRow {
    fn of(point: &PublicPoint) -> Self {
        let PublicPoint { id, point, value, place } = *point;
        Self { id, point, value, place }
    }
}

impl ContradictionRow {
    fn of(contradiction: &Contradiction) -> Self {
        let Contradiction { id, question, readings, shown_as } = *contradiction;
        Self { id, question, readings, shown_as }
    }
}

impl SourceRow {
    fn of(source: &Source) -> Self {
        let Source { id, title, publisher, date, url } = *source;
        Self { id, title, publisher, date, url }
    }
}
