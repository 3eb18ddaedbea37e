//! What may be typed into a number box.
//!
//! Percent values are shifted as decimal text, not multiplied: "30" is 0.3 to the bit, and 0.3 is "30".

use super::boxes::{base_exponent, box_text};
use super::decimal;
use super::numbers::MINUS;
use super::separators::Separators;
use crate::catalog::{Kind, Limits, Unit};

/// Longer entries are not numbers that somebody means.
const LONGEST_ENTRY: usize = 40;

/// Reads what somebody typed into a box of this unit, and holds it against the limits.
///
/// A bare number is in display units ("30" in a percent box is 0.30). Currency, percent signs and unit words may stand
/// around it ("$25B", "25bn", "$1.2T", "31.3 %", "10 years"). Thousands may be grouped with commas, points, apostrophes
/// or spaces. One comma is a decimal comma ("31,3") unless exactly three digits follow it ("1,500"), because that is how
/// the page itself writes thousands; where the reader chose points between thousands, the same holds of a point. Negative: "-5", "−5", or in brackets, as the tables have it.
///
/// # Errors
/// One sentence that names the allowed range in display units: "Enter a number from −20 to 80."
pub fn read_within(unit: Unit, kind: Kind, limits: Limits, text: &str) -> Result<f64, String> {
    let fits = |value: &f64| limits.contains(*value) && (kind == Kind::Number || value.fract() == 0.0);
    parse(unit, text).filter(fits).ok_or_else(|| {
        let whole = if kind == Kind::Number { "" } else { "whole " };
        format!("Enter a {whole}number from {} to {}.", box_text(unit, limits.min), box_text(unit, limits.max))
    })
}

fn parse(unit: Unit, text: &str) -> Option<f64> {
    let text = text.trim().to_ascii_lowercase();
    if text.chars().count() > LONGEST_ENTRY {
        return None;
    }
    let (negative, rest) = strip_sign(&text)?;
    let rest = strip_currency(rest);
    let end = rest.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, word) = (rest.get(..end)?, rest.get(end..)?);
    let exponent = base_exponent(unit) + word_exponent(unit, word.trim())?;
    let value = decimal::nearest(&plain_decimal(number)?, exponent)?;
    let value = if negative && value != 0.0 { -value } else { value };
    value.is_finite().then_some(value)
}

/// Takes off a sign or accounting brackets; a currency sign may stand before or after it.
fn strip_sign(text: &str) -> Option<(bool, &str)> {
    if let Some(inner) = text.strip_prefix('(') {
        return Some((true, inner.strip_suffix(')')?.trim()));
    }
    let unsigned = text.trim_start_matches('$').trim_start();
    let minus = unsigned.strip_prefix(['-', MINUS, '\u{2013}']);
    let rest = minus.or_else(|| unsigned.strip_prefix('+')).unwrap_or(unsigned);
    Some((minus.is_some(), rest.trim_start()))
}

fn strip_currency(text: &str) -> &str {
    ["us$", "usd", "$"].iter().find_map(|sign| text.strip_prefix(sign)).unwrap_or(text).trim_start()
}

/// The power of ten of a word behind the number; `None` for a word that does not belong to the unit.
fn word_exponent(unit: Unit, word: &str) -> Option<i32> {
    let magnitude = |word: &str, own: i32| match word {
        "" => Some(0),
        "t" | "tn" | "trillion" => Some(12 - own),
        "b" | "bn" | "bln" | "billion" => Some(9 - own),
        "m" | "mm" | "mn" | "mln" | "mio" | "million" => Some(6 - own),
        "k" | "thousand" => Some(3 - own),
        _ => None,
    };
    let one_of = |words: &[&str]| (word.is_empty() || words.contains(&word)).then_some(0);
    let dollars = word.trim_end_matches("dollars").trim_end_matches("usd").trim_end_matches('$').trim_end();
    match unit {
        Unit::BillionUsd => magnitude(dollars, 9),
        Unit::MillionUsd => magnitude(dollars, 6),
        Unit::ThousandUsd => magnitude(dollars, 3),
        Unit::BillionUsdPerGw => magnitude(strip_any(word, &["/gw", "per gw"]), 9),
        Unit::BillionUsdPerGwYear => magnitude(strip_any(word, &["/gw-yr", "/gw-year", "per gw-yr", "per gw-year"]), 9),
        Unit::Count => magnitude(strip_any(word, &["customers", "adopters"]), 0),
        Unit::Percent if ["bp", "bps", "basis points"].contains(&word) => Some(-2),
        Unit::Percent => one_of(&["%", "percent", "per cent", "pct"]),
        Unit::PercentPerYear => {
            let rate = strip_any(word, &["/yr", "/year", "a year", "per year", "p.a."]);
            ["", "%", "percent", "per cent", "pct"].contains(&rate).then_some(0)
        }
        Unit::Years => one_of(&["y", "yr", "yrs", "year", "years"]),
        Unit::Months => one_of(&["m", "mo", "month", "months"]),
        Unit::Multiple => one_of(&["x", "\u{d7}", "times"]),
        Unit::Gigawatt if ["mw", "megawatt", "megawatts"].contains(&word) => Some(-3),
        Unit::Gigawatt => one_of(&["gw", "gigawatt", "gigawatts"]),
        Unit::Plain => one_of(&[]),
        Unit::Choice => None,
    }
}

fn strip_any<'a>(word: &'a str, endings: &[&str]) -> &'a str {
    endings.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word).trim_end()
}

/// Turns a number as people write it into digits with at most one point.
fn plain_decimal(number: &str) -> Option<String> {
    let (whole, fraction) = split_fraction(number);
    let fraction_is_sound = fraction.bytes().all(|digit| digit.is_ascii_digit());
    let whole = if whole.is_empty() { "0".to_owned() } else { ungroup(whole)? };
    fraction_is_sound.then(|| format!("{whole}.{fraction}0"))
}

/// Finds the decimal mark: the last point or comma, unless it can only stand between thousands.
fn split_fraction(number: &str) -> (&str, &str) {
    let Some((whole, fraction)) = number.rsplit_once(['.', ',']) else {
        return (number, "");
    };
    let mark = if number.get(whole.len()..).is_some_and(|rest| rest.starts_with(',')) { ',' } else { '.' };
    let chosen = Separators::chosen();
    let is_grouped = chosen.ambiguous() == Some(mark) && fraction.len() == 3 && !matches!(whole, "" | "0");
    let is_of_thousands = is_grouped && !whole.contains(chosen.decimal());
    if whole.contains(mark) || is_of_thousands { (number, "") } else { (whole, fraction) }
}

/// Joins groups of three digits behind a first group of one to three; one kind of separator only.
fn ungroup(whole: &str) -> Option<String> {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(whole.to_owned());
    };
    if !matches!(separator, ',' | '.' | '\'' | '\u{2019}') && !separator.is_whitespace() {
        return None;
    }
    let digits_only = |group: &str| group.bytes().all(|digit| digit.is_ascii_digit());
    let mut groups = whole.split(separator);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && digits_only(first))?;
    groups.try_fold(first.to_owned(), |joined, group| (group.len() == 3 && digits_only(group)).then(|| joined + group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::INPUTS;
    use proptest::prelude::*;

    #[test]
    fn reads_numbers_as_people_write_them() {
        for (unit, text, value) in [
            (Unit::Percent, "31.3", 0.313_f64),
            (Unit::Percent, "31,3", 0.313),
            (Unit::Percent, "1,5", 0.015),
            (Unit::Percent, "25%", 0.25),
            (Unit::Percent, "950 bps", 0.095),
            (Unit::Percent, "31.3%", 0.313),
            (Unit::Percent, " 31.3 percent ", 0.313),
            (Unit::Percent, "0,5", 0.005),
            (Unit::Percent, "0,125", 0.001_25),
            (Unit::Percent, ".5", 0.005),
            (Unit::Percent, "-5", -0.05),
            (Unit::Percent, "−5", -0.05),
            (Unit::Percent, "(5)", -0.05),
            (Unit::Percent, "(5%)", -0.05),
            (Unit::Percent, "-0", 0.0),
            (Unit::PercentPerYear, "4 % a year", 0.04),
            (Unit::PercentPerYear, "4%/yr", 0.04),
            (Unit::BillionUsd, "$25B", 25.0),
            (Unit::BillionUsd, "25bn", 25.0),
            (Unit::BillionUsd, "US$ 25 billion", 25.0),
            (Unit::BillionUsd, "-$5B", -5.0),
            (Unit::BillionUsd, "$-5B", -5.0),
            (Unit::BillionUsd, "$1.2T", 1200.0),
            (Unit::BillionUsd, "1.2 trillion", 1200.0),
            (Unit::BillionUsd, "1,2T", 1200.0),
            (Unit::BillionUsd, "$30bn", 30.0),
            (Unit::BillionUsd, "30 bln USD", 30.0),
            (Unit::BillionUsd, "500m", 0.5),
            (Unit::BillionUsd, "250m", 0.25),
            (Unit::BillionUsd, "$250mm", 0.25),
            (Unit::BillionUsd, "1,500", 1500.0),
            (Unit::BillionUsd, "1.234,5", 1234.5),
            (Unit::BillionUsd, "1,234.5", 1234.5),
            (Unit::ThousandUsd, "$55k", 55.0),
            (Unit::MillionUsd, "45", 45.0),
            (Unit::MillionUsd, "$0.05bn", 50.0),
            (Unit::Months, "4 months", 4.0),
            (Unit::ThousandUsd, "0.055m", 55.0),
            (Unit::BillionUsdPerGw, "$38B/GW", 38.0),
            (Unit::BillionUsdPerGwYear, "8.25 B per GW-year", 8.25),
            (Unit::Count, "1,000,000", 1e6),
            (Unit::Count, "1.000.000", 1e6),
            (Unit::Count, " 30 000 ", 30_000.0),
            (Unit::Count, "30,000", 30_000.0),
            (Unit::Count, "30K", 30_000.0),
            (Unit::Gigawatt, "500 MW", 0.5),
            (Unit::Count, "30\u{202f}000", 30_000.0),
            (Unit::Count, "1'000'000", 1e6),
            (Unit::Count, "1.5m", 1_500_000.0),
            (Unit::Years, "10 years", 10.0),
            (Unit::Multiple, "6x", 6.0),
            (Unit::Gigawatt, "5 GW", 5.0),
            (Unit::Plain, "0.45", 0.45),
        ] {
            assert_eq!(parse(unit, text).map(f64::to_bits), Some(value.to_bits()), "{text}");
        }
    }

    #[test]
    fn a_lone_mark_before_three_digits_is_what_the_page_puts_between_thousands() {
        for (separators, text, value) in [
            (Separators::POINT, "1,500", 1500.0_f64),
            (Separators::POINT, "1.500", 1.5),
            (Separators::COMMA, "1.500", 1500.0),
            (Separators::COMMA, "1,500", 1.5),
            (Separators::COMMA, "1.5", 1.5),
            (Separators::COMMA, "0.125", 0.125),
            (Separators::COMMA, "1,234.5", 1234.5),
            (Separators::COMMA, "1.234,5", 1234.5),
            (Separators::SPACE, "1.500", 1.5),
            (Separators::SPACE, "1,500", 1.5),
            (Separators::SPACE, "1 500", 1500.0),
        ] {
            separators.choose();
            assert_eq!(parse(Unit::BillionUsd, text).map(f64::to_bits), Some(value.to_bits()), "{separators:?} {text}");
        }
    }

    #[test]
    fn says_what_is_expected_when_it_is_not_a_number() {
        for text in
            ["", " ", "3o", "abc", "1e3", "1,2,3", "3 0", "--5", "(5", "5 kg", "inf", "NaN", "1..2", "$", "1 2.3.4"]
        {
            assert_eq!(parse(Unit::Percent, text), None, "{text:?}");
        }
        assert_eq!(parse(Unit::Plain, &"9".repeat(400)), None);
        assert_eq!(parse(Unit::Percent, "5 GW"), None);
        let limits = Limits { min: -0.2, max: 0.8 };
        let typed = |text| read_within(Unit::Percent, Kind::Number, limits, text);
        assert_eq!(typed("3o"), Err("Enter a number from −20 to 80.".to_owned()));
        assert_eq!(typed("81"), Err("Enter a number from −20 to 80.".to_owned()));
        assert_eq!(typed("80"), Ok(0.8));
        let years = |text| read_within(Unit::Years, Kind::Whole, Limits { min: 1.0, max: 20.0 }, text);
        for typed in ["2.5", "21", "soon"] {
            assert_eq!(years(typed), Err("Enter a whole number from 1 to 20.".to_owned()), "{typed}");
        }
    }

    const UNITS: [Unit; 12] = [
        Unit::BillionUsd,
        Unit::ThousandUsd,
        Unit::BillionUsdPerGw,
        Unit::BillionUsdPerGwYear,
        Unit::Percent,
        Unit::PercentPerYear,
        Unit::Years,
        Unit::Multiple,
        Unit::Count,
        Unit::Gigawatt,
        Unit::Plain,
        Unit::Choice,
    ];

    /// The nearest `f64` of a decimal on the step grid, which is what a slider or a typed number sets.
    fn on_grid(min: f64, step: f64, position: u32) -> f64 {
        format!("{:.6}", min + step * f64::from(position)).parse().unwrap_or(f64::NAN)
    }

    #[test]
    fn every_value_on_every_slider_survives_its_box() {
        let mut tried = 0;
        for input in INPUTS.iter().filter(|input| input.choices().is_empty()) {
            let values = (0..).map(|k| on_grid(input.slider.min, input.step, k));
            for value in values.take_while(|value| *value <= input.slider.max).take(20_000) {
                let text = box_text(input.unit, value);
                assert_eq!(parse(input.unit, &text).map(f64::to_bits), Some(value.to_bits()), "{} {text}", input.id);
                tried += 1;
            }
        }
        assert!(tried > 1000, "only {tried} values");
    }

    proptest! {
        #[test]
        fn typed_decimals_survive_their_box(digits in -999_999_999_i64..999_999_999, places in 0_u32..7) {
            let typed = format!("{digits}e-{places}");
            let value: f64 = typed.parse().unwrap_or_default();
            let marks = [Separators::POINT, Separators::COMMA, Separators::SPACE];
            let units = [Unit::Percent, Unit::BillionUsd, Unit::Count, Unit::Plain];
            for (separators, unit) in marks.into_iter().flat_map(|marks| units.map(|unit| (marks, unit))) {
                separators.choose();
                prop_assert_eq!(parse(unit, &box_text(unit, value)), Some(value));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,50}") {
            for unit in UNITS {
                prop_assert!(parse(unit, &text).is_none_or(f64::is_finite), "{unit:?}");
            }
        }

        #[test]
        fn what_looks_like_a_number_is_read_or_refused(text in "[-−($]{0,2}[0-9]{0,9}[., '\u{202f}]?[0-9]{0,9}[.,]?[0-9]{0,9} ?[tbmkx%)]{0,2}[a-z]{0,4}") {
            for unit in UNITS {
                prop_assert!(parse(unit, &text).is_none_or(f64::is_finite), "{unit:?}");
            }
        }
    }
}
