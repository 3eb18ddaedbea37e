//! What stands in a number box, and the value of an input in prose and aloud.

use super::numbers::{MINUS, trim_zeros};
use super::separators::{local, spoken};
use crate::catalog::Unit;

/// Enough to keep what anybody types, few enough to drop the noise of binary arithmetic (0.30000000000000004).
const SIGNIFICANT_DIGITS: usize = 12;
/// Enough to tell values apart at a glance; they fit the box.
const SHORT_DIGITS: usize = 6;

/// What a box shows: the value in display units without needless zeros ("30", "9.5", "0.25", "1,000,000").
#[must_use]
pub fn box_text(unit: Unit, value: f64) -> String {
    minus(value) + &local(&plain(unit, value, SIGNIFICANT_DIGITS))
}

/// The same for eyes and ears: the long fraction of a solved value is rounded, whole digits never are.
#[must_use]
pub fn short_box_text(unit: Unit, value: f64) -> String {
    minus(value) + &local(&short(unit, value))
}

fn minus(value: f64) -> String {
    if value < 0.0 { MINUS.to_string() } else { String::new() }
}

/// The size of a value as a plain decimal, the long fraction of a solved one rounded.
fn short(unit: Unit, value: f64) -> String {
    let text = plain(unit, value, SIGNIFICANT_DIGITS);
    let whole = text.split('.').next().map_or(0, str::len);
    plain(unit, value, SHORT_DIGITS.max(whole))
}

/// The size of a value as a plain decimal in display units.
fn plain(unit: Unit, value: f64, digits: usize) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let scientific = format!("{:.*e}", digits - 1, value.abs());
    let Some((mantissa, exponent)) = scientific.split_once('e') else {
        return scientific;
    };
    let exponent = exponent.parse::<i32>().unwrap_or_default() - base_exponent(unit);
    trim_zeros(&place_point(&mantissa.replace('.', ""), exponent)).to_owned()
}

/// Writes `digits` with the point after the first digit moved right by `exponent`.
fn place_point(digits: &str, exponent: i32) -> String {
    let shift = usize::try_from(exponent.unsigned_abs()).unwrap_or_default();
    if exponent < 0 {
        return format!("0.{}{digits}", "0".repeat(shift - 1));
    }
    let padded = format!("{digits:0<width$}", width = shift + 1);
    let (whole, fraction) = padded.split_at(shift + 1);
    format!("{whole}.{fraction}")
}

/// What stands before and after a number in its box.
#[must_use]
pub const fn affixes(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::BillionUsd => ("$", "B"),
        Unit::MillionUsd => ("$", "M"),
        Unit::ThousandUsd => ("$", "k"),
        Unit::BillionUsdPerGw => ("$", "B/GW"),
        Unit::BillionUsdPerGwYear => ("$", "B/GW-yr"),
        Unit::Percent => ("", "%"),
        Unit::PercentPerYear => ("", "%/yr"),
        Unit::Years => ("", "yr"),
        Unit::Months => ("", "mo"),
        Unit::Multiple => ("", "x"),
        Unit::Gigawatt => ("", "GW"),
        Unit::Count | Unit::Plain | Unit::Choice => ("", ""),
    }
}

/// The value of an input with its unit: "$25B", "30%", "10 years", "1 year".
#[must_use]
pub fn with_unit(unit: Unit, value: f64) -> String {
    let (minus, digits) = (minus(value), local(&short(unit, value)));
    let (before, after) = match unit {
        Unit::BillionUsd => ("$", "B"),
        Unit::MillionUsd => ("$", "M"),
        Unit::ThousandUsd => ("$", "k"),
        Unit::BillionUsdPerGw => ("$", "B per GW"),
        Unit::BillionUsdPerGwYear => ("$", "B per GW-year"),
        Unit::Percent => ("", "%"),
        Unit::PercentPerYear => ("", "% a year"),
        Unit::Years if digits == "1" => ("", " year"),
        Unit::Years => ("", " years"),
        Unit::Months if digits == "1" => ("", " month"),
        Unit::Months => ("", " months"),
        Unit::Multiple => ("", "x"),
        Unit::Gigawatt => ("", " GW"),
        Unit::Count | Unit::Plain | Unit::Choice => ("", ""),
    };
    format!("{minus}{before}{digits}{after}")
}

/// The value of an input as read aloud: "minus 5 percent", "25 billion dollars".
#[must_use]
pub fn spoken_input(unit: Unit, value: f64) -> String {
    let (minus, digits) = (if value < 0.0 { "minus " } else { "" }, spoken(&short(unit, value)));
    let name = match unit {
        Unit::BillionUsd => " billion dollars",
        Unit::MillionUsd => " million dollars",
        Unit::ThousandUsd => " thousand dollars",
        Unit::BillionUsdPerGw => " billion dollars per gigawatt",
        Unit::BillionUsdPerGwYear => " billion dollars per gigawatt-year",
        Unit::Percent => " percent",
        Unit::PercentPerYear => " percent a year",
        Unit::Years if digits == "1" => " year",
        Unit::Years => " years",
        Unit::Months if digits == "1" => " month",
        Unit::Months => " months",
        Unit::Multiple => " times",
        Unit::Gigawatt => " gigawatts",
        Unit::Count | Unit::Plain | Unit::Choice => "",
    };
    format!("{minus}{digits}{name}")
}

/// How many powers of ten lie between a display unit and the model's unit.
pub(super) const fn base_exponent(unit: Unit) -> i32 {
    match unit {
        Unit::Percent | Unit::PercentPerYear => -2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn box_shows_display_units_without_needless_zeros() {
        for (unit, value, text) in [
            (Unit::Percent, 0.3, "30"),
            (Unit::Percent, 0.095, "9.5"),
            (Unit::Percent, 0.005, "0.5"),
            (Unit::Percent, 0.1 + 0.2, "30"),
            (Unit::Percent, -0.2, "−20"),
            (Unit::Percent, 0.0, "0"),
            (Unit::BillionUsdPerGwYear, 0.25, "0.25"),
            (Unit::BillionUsd, 1500.0, "1,500"),
            (Unit::Count, 1_000_000.0, "1,000,000"),
            (Unit::Years, 10.0, "10"),
        ] {
            assert_eq!(box_text(unit, value), text);
        }
    }

    #[test]
    fn a_solved_value_is_rounded_for_the_eye_but_no_whole_digit_is_lost() {
        for (unit, value, text) in [
            (Unit::Percent, 0.313_435_271_769, "31.3435"),
            (Unit::Percent, -0.001_234_567_8, "−0.123457"),
            (Unit::BillionUsd, 104.478_123_456, "104.478"),
            (Unit::Count, 1_234_567.0, "1,234,567"),
            (Unit::Count, 1_234_567.891, "1,234,568"),
            (Unit::Percent, 0.3, "30"),
            (Unit::Percent, 0.0, "0"),
        ] {
            assert_eq!(short_box_text(unit, value), text);
        }
        assert_eq!(with_unit(Unit::Percent, 0.313_435_271_769), "31.3435%");
        assert_eq!(spoken_input(Unit::Percent, 0.313_435_271_769), "31.3435 percent");
    }

    #[test]
    fn units_in_prose_and_aloud() {
        for (unit, value, prose, aloud) in [
            (Unit::BillionUsd, 25.0, "$25B", "25 billion dollars"),
            (Unit::Percent, -0.05, "−5%", "minus 5 percent"),
            (Unit::Years, 1.0, "1 year", "1 year"),
            (Unit::Years, 10.0, "10 years", "10 years"),
            (Unit::MillionUsd, -4.5, "−$4.5M", "minus 4.5 million dollars"),
            (Unit::ThousandUsd, 55.0, "$55k", "55 thousand dollars"),
            (Unit::Months, 1.0, "1 month", "1 month"),
            (Unit::Months, 4.0, "4 months", "4 months"),
            (Unit::Multiple, 6.0, "6x", "6 times"),
        ] {
            assert_eq!(with_unit(unit, value), prose);
            assert_eq!(spoken_input(unit, value), aloud);
        }
    }
}
