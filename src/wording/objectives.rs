//! What each side wants more of: its name, and how a value of it is written.

use super::numbers::{Format, MILLIONS, MINUS, MONEY};
use super::parties;
use crate::analysis::objective::Objective;
use crate::catalog::Side;

/// The name of a side's page, as it stands on its tab: with the party, where it has a name.
#[must_use]
pub fn tab(side: Side) -> String {
    let named = parties().start.deal().is_some();
    match side {
        Side::Investor | Side::Lab if !named => side.label().to_owned(),
        Side::Investor => format!("{} · {}", side.label(), parties().investor),
        Side::Lab => format!("{} · {}", side.label(), parties().lab),
        Side::Buyer => "Your own commit".to_owned(),
    }
}

/// Its name.
#[must_use]
pub const fn name(objective: Objective) -> &'static str {
    match objective {
        Objective::Npv(_) | Objective::BuyerNpv => "NPV",
        Objective::LabHeadroom => "Headroom",
    }
}

/// Its name inside a sentence.
#[must_use]
pub const fn subject(objective: Objective) -> &'static str {
    match objective {
        Objective::Npv(_) | Objective::BuyerNpv => "the NPV",
        Objective::LabHeadroom => "the headroom",
    }
}

/// Its name with its unit, over values without one.
#[must_use]
pub const fn heading(objective: Objective) -> &'static str {
    match objective {
        Objective::Npv(_) => "NPV, $B",
        Objective::BuyerNpv => "NPV, $M",
        Objective::LabHeadroom => "Headroom, $B",
    }
}

/// How a value of it is written.
#[must_use]
pub const fn format(objective: Objective) -> &'static Format {
    match objective {
        Objective::Npv(_) | Objective::LabHeadroom => &MONEY,
        Objective::BuyerNpv => &MILLIONS,
    }
}

/// A value on a chip, under a heading that names the unit: "+15.9", "(0.7)".
#[must_use]
pub fn chip(objective: Objective, value: f64) -> String {
    let written = if value < 0.0 { format(objective).brackets(value) } else { format(objective).signed(value) };
    written.chars().filter(|sign| !['$', 'B', 'M'].contains(sign)).collect()
}

/// A value in a sentence, with its sign: "+$2.9B", "−$4.1M".
#[must_use]
pub fn signed(objective: Objective, value: f64) -> String {
    let written = format(objective).minus(value);
    let has_sign = written.starts_with(MINUS) || format(objective).is_zero(value);
    if has_sign { written } else { format!("+{written}") }
}

/// A value with its sign in words, in the label of a chart: "minus $0.7B".
#[must_use]
pub fn aloud(objective: Objective, value: f64) -> String {
    let format = format(objective);
    let size = format.minus(value.abs());
    match value {
        _ if format.is_zero(value) => size,
        loss if loss < 0.0 => format!("minus {size}"),
        _ => format!("plus {size}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_carry_the_unit_of_their_side() {
        for (objective, value, on_chip, in_words) in [
            (Objective::DEAL, -0.666, "(0.7)", "−$0.7B"),
            (Objective::DEAL, 15.94, "+15.9", "+$15.9B"),
            (Objective::LabHeadroom, 0.0, "0.0", "$0.0B"),
            (Objective::BuyerNpv, 4.46, "+4.5", "+$4.5M"),
            (Objective::BuyerNpv, -1234.56, "(1,234.6)", "−$1,234.6M"),
        ] {
            assert_eq!((chip(objective, value).as_str(), signed(objective, value).as_str()), (on_chip, in_words));
        }
    }
}
