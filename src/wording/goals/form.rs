//! What the reader has typed into the boxes of the goals.

use super::super::numbers::read_within;
use super::{Aim, FIELDS};
use crate::analysis::goal_seek::Goal;
use crate::catalog::Side;

/// What stands in the boxes, and which goal is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The goal.
    pub aim: Aim,
    texts: [String; FIELDS],
}

impl Default for Form {
    /// Even money, and what people often ask for.
    fn default() -> Self {
        Self { aim: Aim::Value, texts: ["0", "12", "7", "10", "5"].map(ToOwned::to_owned) }
    }
}

impl Form {
    /// The goal that is looked at on a side: one that it does not know gives way to its usual one.
    #[must_use]
    pub fn aim_on(&self, side: Side) -> Aim {
        if Aim::of(side).contains(&self.aim) { self.aim } else { Aim::default() }
    }

    /// The text in a box.
    #[must_use]
    pub fn text(&self, field: usize) -> String {
        self.texts.get(field).cloned().unwrap_or_default()
    }

    /// Keeps what was typed.
    pub fn write(&mut self, field: usize, text: String) {
        if let Some(place) = self.texts.get_mut(field) {
            *place = text;
        }
    }

    fn value(&self, side: Side, at: usize) -> Result<f64, String> {
        let mut fields = Aim::ALL.into_iter().flat_map(|aim| aim.fields(side));
        let Some((text, (_, field))) = self.texts.get(at).zip(fields.find(|(place, _)| *place == at)) else {
            return Err(String::new());
        };
        read_within(field.unit, field.kind, field.limits, text)
    }

    /// What is wrong with the text in a box of a side.
    #[must_use]
    pub fn fault(&self, side: Side, field: usize) -> Option<String> {
        self.value(side, field).err()
    }

    /// The goal of a side, if every box of it holds a value.
    #[must_use]
    pub fn goal(&self, side: Side) -> Option<Goal> {
        let value = |at| self.value(side, at).ok();
        Some(match self.aim_on(side) {
            Aim::Value => Goal::Value(value(0)?),
            Aim::Irr => Goal::Irr(value(1)?),
            Aim::Payback => Goal::PaybackWithin(value(2)?),
            Aim::Share => Goal::ShareBelow { share: value(3)?, year: whole(value(4)?) },
        })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the box's limits")]
fn whole(value: f64) -> u32 {
    value as u32
}
