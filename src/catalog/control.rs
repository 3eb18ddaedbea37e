//! What a slider and its number box need to know, whether they move one input or the composite investment.

use std::sync::LazyLock;

use super::investment::{self, Proportion};
use super::{Choice, Input, Kind, LimitFault, Limits, Side, Status, Unit, rows};
use crate::model::Inputs;

/// A slider with its number box.
#[derive(Clone, Copy, Debug)]
pub struct Control {
    /// A stable name; the key of the wire format unless it is the composite.
    pub id: &'static str,
    /// Short name for people.
    pub label: &'static str,
    /// One sentence: what it means.
    pub meaning: &'static str,
    /// A few words under the label of a primary slider; of the others, the meaning.
    pub hint: &'static str,
    /// How a value is written.
    pub unit: Unit,
    /// Number, whole number, or choice.
    pub kind: Kind,
    /// The useful range, to which the track opens and in which goals are looked for.
    pub limits: Limits,
    /// What the number box takes: wherever the model is defined.
    pub model: Limits,
    /// The slider's ends while the value lies between them; see [`Control::track_for`].
    pub track: Limits,
    /// The slider's step.
    pub step: f64,
    /// The value of the default case.
    pub default: f64,
    /// Where the default comes from.
    pub status: Status,
    /// Ids of facts, public points and contradictions behind the default.
    pub sources: &'static [&'static str],
    /// Why this default.
    pub note: &'static str,
    /// The date of the default.
    pub as_of: &'static str,
    target: Target,
}

/// What a control moves.
#[derive(Clone, Copy, Debug)]
enum Target {
    Row(&'static Input),
    Investment,
}

const IMMEDIATE: &Input = rows::known("immediate_b");
const CONTINGENT: &Input = rows::known("contingent_b");

impl Control {
    /// The four sliders that everybody sees.
    pub const PRIMARY: [Self; 4] = [
        Self {
            id: "investment",
            label: "Investment",
            meaning: "The ceiling of the new money: both tranches, moved together in their proportion.",
            hint: "new money, all milestones met",
            unit: Unit::BillionUsd,
            kind: Kind::Number,
            limits: investment::LIMITS,
            model: IMMEDIATE.model,
            track: Limits { min: 0.0, max: 50.0 },
            step: 1.0,
            default: IMMEDIATE.default + CONTINGENT.default,
            status: Status::Stated,
            sources: &["S4", "S2", "S3", "C2"],
            note: "Reported as up to 25: 5 at closing and up to 20 on milestones. The earlier 8 stays out.",
            as_of: "2026-04-20",
            target: Target::Investment,
        },
        Self {
            label: "Commit",
            hint: "Anthropic’s spend on AWS",
            track: Limits { min: 0.0, max: 200.0 },
            ..Self::of(rows::known("commit_total_b"))
        },
        Self {
            label: "Margin",
            hint: "operating margin on the commit",
            track: Limits { min: 0.0, max: 0.6 },
            ..Self::of(rows::known("commit_margin"))
        },
        Self {
            label: "Adoption",
            hint: "final share of AWS customers",
            track: Limits { min: 0.1, max: 0.6 },
            ..Self::of(rows::known("adoption_ceiling"))
        },
    ];

    /// Every control of the investor: the primary sliders, then one for each input that is not among them. Those of the
    /// other sides are [`Side::controls`].
    #[must_use]
    pub fn all() -> &'static [Self] {
        static ALL: LazyLock<Vec<Control>> = LazyLock::new(|| Control::all_of(Side::Investor));
        &ALL
    }

    /// The primary sliders of a side, then one control for each of its inputs that is not among them.
    pub(super) fn all_of(side: Side) -> Vec<Self> {
        let among = |input: &&Input| !side.primary().iter().any(|primary| primary.id == input.id);
        side.primary().iter().copied().chain(side.inputs().iter().filter(among).map(Self::of)).collect()
    }

    /// The control of an id, on whatever side it stands.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        Side::ALL.into_iter().flat_map(Side::controls).find(|control| control.id == id)
    }

    /// The control of one input; box and slider span its useful range.
    #[must_use]
    pub const fn of(input: &'static Input) -> Self {
        Self {
            id: input.id,
            label: input.label,
            meaning: input.meaning,
            hint: input.meaning,
            unit: input.unit,
            kind: input.kind,
            limits: input.slider,
            model: input.model,
            track: input.slider,
            step: input.step,
            default: input.default,
            status: input.status,
            sources: input.sources,
            note: input.note,
            as_of: input.as_of,
            target: Target::Row(input),
        }
    }

    /// The same control with a short name, a few words under it and a useful track.
    pub(super) const fn shown_as(self, label: &'static str, hint: &'static str, track: Limits) -> Self {
        Self { label, hint, track, ..self }
    }

    /// The present value.
    #[must_use]
    pub fn get(&self, inputs: &Inputs) -> f64 {
        match self.target {
            Target::Row(input) => input.get(inputs),
            Target::Investment => investment::get(inputs),
        }
    }

    /// Checks a value against what the box takes.
    ///
    /// # Errors
    /// When the value is not finite, not whole where it must be, or outside [`Control::model`].
    pub fn check(&self, value: f64) -> Result<(), LimitFault> {
        match self.target {
            Target::Row(input) => input.check(value),
            Target::Investment => IMMEDIATE.check(value),
        }
    }

    /// Sets the value, if the box takes it. The proportion of the tranches is remembered on the way, so that the
    /// composite finds it again after zero.
    ///
    /// # Errors
    /// As [`Control::check`]; `inputs` is then unchanged.
    pub fn set(&self, inputs: &mut Inputs, proportion: &mut Proportion, value: f64) -> Result<(), LimitFault> {
        self.check(value)?;
        match self.target {
            Target::Row(input) => {
                proportion.remember(inputs);
                input.set(inputs, value)
            }
            Target::Investment => investment::set(inputs, proportion, value),
        }
    }

    /// Puts what `from` holds into `inputs`; of the composite, both tranches.
    pub fn copy(&self, inputs: &mut Inputs, from: &Inputs) {
        for input in self.inputs() {
            input.copy(inputs, from);
        }
    }

    /// Whether the two disagree here.
    #[must_use]
    pub fn differs(&self, a: &Inputs, b: &Inputs) -> bool {
        self.inputs().any(|input| input.differs(a, b))
    }

    /// The inputs that it moves.
    pub fn inputs(&self) -> impl Iterator<Item = &'static Input> + use<> {
        let (first, second) = match self.target {
            Target::Row(input) => (input, None),
            Target::Investment => (IMMEDIATE, Some(CONTINGENT)),
        };
        std::iter::once(first).chain(second)
    }

    /// The slider's ends for a value. A value beyond an end of the useful track opens that end to the limits, and one
    /// beyond the limits (a scenario or a link may hold it) to itself. Ask when a value is set or released, not while
    /// it is dragged: the scale would change under the pointer.
    #[must_use]
    pub fn track_for(&self, value: f64) -> Limits {
        let mut track = self.track;
        if value < track.min {
            track.min = self.limits.min.min(value);
        }
        if value > track.max {
            track.max = self.limits.max.max(value);
        }
        track
    }

    /// The options of a choice; empty for numbers.
    #[must_use]
    pub fn choices(&self) -> &'static [Choice] {
        match self.kind {
            Kind::Choice(choices) => choices,
            Kind::Number | Kind::Whole => &[],
        }
    }
}
