//! The shape of a catalogue row.

use crate::catalog::Group;
use crate::model::Inputs;

/// One input of the model, with everything that anybody needs to show, check or explain it.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The key of the wire format.
    pub id: &'static str,
    /// The key in links. It never changes and is never used again for something else.
    pub short: &'static str,
    /// Short name for people, in sentence case.
    pub label: &'static str,
    /// One sentence: what it means.
    pub meaning: &'static str,
    /// Where it stands on the page.
    pub group: Group,
    /// How a value is written.
    pub unit: Unit,
    /// Number, whole number, or choice.
    pub kind: Kind,
    /// The useful range: the slider's ends.
    pub slider: Limits,
    /// The wider range inside which the model is defined.
    pub model: Limits,
    /// The slider's step.
    pub step: f64,
    /// The default value; for a choice, the position of the option.
    pub default: f64,
    /// Where the default comes from: stated by a source article, completed from a public report, or assumed.
    pub status: Status,
    /// Ids of facts (`S..`), public points (`P..`) and contradictions (`C..`) behind the default.
    pub sources: &'static [&'static str],
    /// Why this value, in one or two sentences of our own.
    pub note: &'static str,
    /// The date of the value ("2026-04-20", "2026-04"); of an assumption, when it was made.
    pub as_of: &'static str,
    pub(super) read: fn(&Inputs) -> f64,
    pub(super) write: fn(&mut Inputs, f64),
}

/// What values an input takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any number within the limits.
    Number,
    /// A whole number within the limits.
    Whole,
    /// One of a few options; the value is the option's position.
    Choice(&'static [Choice]),
}

/// One option of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value of the wire format.
    pub id: &'static str,
    /// For people.
    pub label: &'static str,
}

/// A closed range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
}

/// How a value is written for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Billions of US dollars.
    BillionUsd,
    /// Millions of US dollars.
    MillionUsd,
    /// Thousands of US dollars.
    ThousandUsd,
    /// Billions of US dollars for each gigawatt.
    BillionUsdPerGw,
    /// Billions of US dollars for each gigawatt and year.
    BillionUsdPerGwYear,
    /// A decimal shown as percent.
    Percent,
    /// A yearly rate: a decimal shown as percent a year.
    PercentPerYear,
    /// Years, or a deal year.
    Years,
    /// Months.
    Months,
    /// A plain multiple ("x").
    Multiple,
    /// A count.
    Count,
    /// Gigawatts.
    Gigawatt,
    /// A plain number.
    Plain,
    /// Options.
    Choice,
}

impl Unit {
    /// How an exact value is measured, for files and scripts: percentages are decimals there.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BillionUsd => "$B",
            Self::MillionUsd => "$M",
            Self::ThousandUsd => "$ thousand",
            Self::BillionUsdPerGw => "$B per GW",
            Self::BillionUsdPerGwYear => "$B per GW-year",
            Self::Percent => "decimal",
            Self::PercentPerYear => "decimal a year",
            Self::Years => "years",
            Self::Months => "months",
            Self::Multiple => "multiple",
            Self::Gigawatt => "GW",
            Self::Count => "count",
            Self::Plain => "number",
            Self::Choice => "choice",
        }
    }
}

/// Where a default comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In a source article about the deal.
    Stated,
    /// A public reference point.
    Public,
    /// Unverified.
    Assumption,
}

/// A value that an input cannot take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LimitFault {
    /// Not a finite number.
    NotFinite,
    /// A fraction where only whole numbers make sense.
    NotWhole,
    /// Outside the range.
    Outside(Limits),
}

impl Limits {
    /// A part of a whole, as a decimal.
    pub const SHARE: Self = Self { min: 0.0, max: 1.0 };

    /// Whether the range holds the value.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        value >= self.min && value <= self.max
    }

    /// The value, or the end that it passed.
    #[must_use]
    pub fn clamp(self, value: f64) -> f64 {
        value.max(self.min).min(self.max)
    }
}

impl Input {
    /// The present value; for a choice, the position of the option.
    #[must_use]
    pub fn get(&self, inputs: &Inputs) -> f64 {
        (self.read)(inputs)
    }

    /// Checks a value against the model limits.
    ///
    /// # Errors
    /// When the value is not finite, not whole where it must be, or outside the limits.
    pub fn check(&self, value: f64) -> Result<(), LimitFault> {
        if !value.is_finite() {
            return Err(LimitFault::NotFinite);
        }
        if self.kind != Kind::Number && value.fract() != 0.0 {
            return Err(LimitFault::NotWhole);
        }
        if self.model.contains(value) { Ok(()) } else { Err(LimitFault::Outside(self.model)) }
    }

    /// Sets the value, if the model allows it. Magnitudes below [`SMALLEST`] become zero.
    ///
    /// # Errors
    /// As [`Input::check`]; `inputs` is then unchanged.
    pub fn set(&self, inputs: &mut Inputs, value: f64) -> Result<(), LimitFault> {
        self.check(value)?;
        (self.write)(inputs, settled(value));
        Ok(())
    }

    /// Sets the value unchecked: for analyses, whose draws may pass a limit but stay finite.
    pub(crate) fn put(&self, inputs: &mut Inputs, value: f64) {
        (self.write)(inputs, value);
    }

    /// Puts the default into `inputs`.
    pub fn reset(&self, inputs: &mut Inputs) {
        (self.write)(inputs, self.default);
    }

    /// Puts the value of `from` into `inputs`.
    pub fn copy(&self, inputs: &mut Inputs, from: &Inputs) {
        (self.write)(inputs, (self.read)(from));
    }

    /// Whether the two disagree here.
    #[must_use]
    pub fn differs(&self, a: &Inputs, b: &Inputs) -> bool {
        self.get(a).to_bits() != self.get(b).to_bits()
    }

    /// The options of a choice; empty for numbers.
    #[must_use]
    pub fn choices(&self) -> &'static [Choice] {
        match self.kind {
            Kind::Choice(choices) => choices,
            Kind::Number | Kind::Whole => &[],
        }
    }

    /// The position of the option with a wire name.
    #[must_use]
    pub fn choice_position(&self, id: &str) -> Option<f64> {
        self.choices().iter().position(|choice| choice.id == id).map(option)
    }

    /// The option that is set; nothing for numbers.
    #[must_use]
    pub fn choice(&self, inputs: &Inputs) -> Option<&'static Choice> {
        self.choices().get(position(self.get(inputs)))
    }
}

/// Magnitudes below this count as zero: nobody means a billionth of a billion or of a percent, and quotients of them
/// would leave the range of floating-point numbers.
pub const SMALLEST: f64 = 1e-9;

fn settled(value: f64) -> f64 {
    if value.abs() < SMALLEST { 0.0 } else { value }
}

/// A checked whole number as the model's type.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the row's limits")]
pub(super) fn whole(value: f64) -> u32 {
    value as u32
}

/// A choice's value as a position.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the row's limits")]
pub(super) fn position(value: f64) -> usize {
    value as usize
}

/// A position as a choice's value.
#[expect(clippy::cast_precision_loss, reason = "a handful of options")]
pub(super) const fn option(position: usize) -> f64 {
    position as f64
}
