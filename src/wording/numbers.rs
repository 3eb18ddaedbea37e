//! How a number is written: one rule per unit, used by every sentence, figure, table and chart.
//!
//! - Rounding is that of `format!`, everywhere, so that two places never disagree about the last digit.
//! - A value that rounds to zero has no sign: never "(0.0)" or "−0.0".
//! - Money stays in billions at any size ("$1,200.0B"), so that figures side by side share a unit.
//! - Prose and charts use the true minus sign; key figures and tables use brackets and carry a spoken form.
//!
//! Values are finite: where the model has no number it answers with a status, and that is said in words.

pub use super::boxes::{affixes, box_text, short_box_text, spoken_input, with_unit};
pub use super::read::read_within;

use super::separators::{local, spoken};
use crate::catalog::Unit;

/// The true minus sign.
pub const MINUS: char = '\u{2212}';

/// A way to write numbers of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Format {
    prefix: &'static str,
    suffix: &'static str,
    spoken: &'static str,
    scale: f64,
    places: usize,
}

/// Billions of dollars: "$0.7B".
pub const MONEY: Format = Format { prefix: "$", suffix: "B", spoken: " billion dollars", scale: 1.0, places: 1 };
/// Billions of dollars under a heading that names the unit: "0.7".
pub const BILLIONS: Format = Format { prefix: "", suffix: "", spoken: " billion dollars", scale: 1.0, places: 1 };
/// Millions of dollars: "$4.9M".
pub const MILLIONS: Format = Format { prefix: "$", suffix: "M", spoken: " million dollars", scale: 1.0, places: 1 };
/// A decimal as percent: "31.3%".
pub const PERCENT: Format = Format { prefix: "", suffix: "%", spoken: " percent", scale: 100.0, places: 1 };
/// A decimal as whole percent, for titles: "7%".
pub const WHOLE_PERCENT: Format = Format { prefix: "", suffix: "%", spoken: " percent", scale: 100.0, places: 0 };
/// A multiple: "1.36x".
pub const RATIO: Format = Format { prefix: "", suffix: "x", spoken: " times", scale: 1.0, places: 2 };
/// Dollars with their cents: "$1.36".
pub const DOLLARS: Format = Format { prefix: "$", suffix: "", spoken: " dollars", scale: 1.0, places: 2 };
/// A duration: "7.9 years".
pub const YEARS: Format = Format { prefix: "", suffix: " years", spoken: " years", scale: 1.0, places: 1 };
/// Capacity: "6.1 GW".
pub const GIGAWATTS: Format = Format { prefix: "", suffix: " GW", spoken: " gigawatts", scale: 1.0, places: 1 };
/// Capacity in a table under a heading that names the unit: "1.25".
pub const GIGAWATTS_CELL: Format = Format { prefix: "", suffix: "", spoken: " gigawatts", scale: 1.0, places: 2 };
/// A plain number with two places, under a heading that names the unit: "0.50".
pub const PLAIN: Format = Format { prefix: "", suffix: "", spoken: "", scale: 1.0, places: 2 };
/// Billions of dollars where one place would hide the step: "$0.67B".
pub const FINE_MONEY: Format = Format { prefix: "$", suffix: "B", spoken: " billion dollars", scale: 1.0, places: 2 };
/// A count in thousands, under a heading that names the unit: "15.9".
pub const THOUSANDS: Format = Format { prefix: "", suffix: "", spoken: " thousand", scale: 1e-3, places: 1 };
/// Whole numbers: "1,000,000".
pub const COUNT: Format = Format { prefix: "", suffix: "", spoken: "", scale: 1.0, places: 0 };

impl Format {
    /// For a computed value of an input: as fine as a reader can use, always with the same number of places.
    #[must_use]
    pub const fn of(unit: Unit) -> Self {
        match unit {
            Unit::BillionUsd => MONEY,
            Unit::MillionUsd => MILLIONS,
            Unit::ThousandUsd => Self { suffix: "k", spoken: " thousand dollars", ..MONEY },
            Unit::BillionUsdPerGw => Self { spoken: " billion dollars per gigawatt", ..FINE_MONEY },
            Unit::BillionUsdPerGwYear => Self { spoken: " billion dollars per gigawatt-year", ..FINE_MONEY },
            Unit::Percent => PERCENT,
            Unit::PercentPerYear => Self { spoken: " percent a year", ..PERCENT },
            Unit::Years => YEARS,
            Unit::Months => Self { suffix: " months", spoken: " months", ..YEARS },
            Unit::Multiple => RATIO,
            Unit::Gigawatt => GIGAWATTS,
            Unit::Count => COUNT,
            Unit::Plain | Unit::Choice => Self { places: 3, ..PLAIN },
        }
    }

    /// The same without what says the unit for the eye, for columns whose heading names it.
    #[must_use]
    pub const fn without_sign(self) -> Self {
        Self { prefix: "", suffix: "", ..self }
    }

    /// With a true minus: "−$0.7B".
    #[must_use]
    pub fn minus(&self, value: f64) -> String {
        let (sign, digits) = self.split(value);
        let minus = if sign == Sign::Negative { "\u{2212}" } else { "" };
        format!("{minus}{}{}{}", self.prefix, local(&digits), self.suffix)
    }

    /// With a plus or a true minus: "+$6.4B", "−$0.7B", "$0.0B".
    #[must_use]
    pub fn signed(&self, value: f64) -> String {
        let plus = if self.split(value).0 == Sign::Positive { "+" } else { "" };
        format!("{plus}{}", self.minus(value))
    }

    /// Negative in brackets: "($0.7B)".
    #[must_use]
    pub fn brackets(&self, value: f64) -> String {
        let (sign, digits) = self.split(value);
        let text = format!("{}{}{}", self.prefix, local(&digits), self.suffix);
        if sign == Sign::Negative { format!("({text})") } else { text }
    }

    /// As read aloud: "minus 0.7 billion dollars".
    #[must_use]
    pub fn spoken(&self, value: f64) -> String {
        let (sign, digits) = self.split(value);
        let minus = if sign == Sign::Negative { "minus " } else { "" };
        format!("{minus}{}{}", spoken(&digits), self.spoken)
    }

    /// Without needless zeros: "$10B", "9.5%", "−20%".
    #[must_use]
    pub fn trimmed(&self, value: f64) -> String {
        let (sign, digits) = self.split(value);
        let minus = if sign == Sign::Negative { "\u{2212}" } else { "" };
        format!("{minus}{}{}{}", self.prefix, local(trim_zeros(&digits)), self.suffix)
    }

    /// The number alone, with a true minus: "7.9".
    #[must_use]
    pub fn bare(&self, value: f64) -> String {
        Self { prefix: "", suffix: "", ..*self }.minus(value)
    }

    /// With all digits that mean something, for those who look twice: "−$0.66641187B".
    #[must_use]
    pub fn exact(&self, value: f64) -> String {
        const DIGITS: i32 = 9;
        let size = (value * self.scale).abs();
        let before = if size < 1.0 { 0 } else { 1 + whole_digits(size) };
        let places = usize::try_from(DIGITS - before).unwrap_or_default().max(self.places);
        Self { places, ..*self }.trimmed(value)
    }

    /// Whether the value is written without a sign because nothing but zeros would be shown.
    #[must_use]
    pub fn is_zero(&self, value: f64) -> bool {
        self.split(value).0 == Sign::Zero
    }

    /// The sign and the plain digits.
    fn split(&self, value: f64) -> (Sign, String) {
        debug_assert!(value.is_finite(), "the model answers with a status where there is no number");
        let digits = format!("{:.*}", self.places, (value * self.scale).abs());
        let sign = match digits.bytes().any(|digit| digit.is_ascii_digit() && digit != b'0') {
            false => Sign::Zero,
            true if value < 0.0 => Sign::Negative,
            true => Sign::Positive,
        };
        (sign, digits)
    }
}

/// How many digits stand before the point, but for the first.
fn whole_digits(size: f64) -> i32 {
    let mut digits = 0;
    let mut rest = size / 10.0;
    while rest >= 1.0 && digits < 20 {
        digits += 1;
        rest /= 10.0;
    }
    digits
}

/// The sign of what is shown, which is not always the sign of the value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Negative,
    Zero,
    Positive,
}

/// Billions of dollars in prose: "$0.7B", "−$0.7B".
#[must_use]
pub fn money(billions: f64) -> String {
    MONEY.minus(billions)
}

/// A difference in billions of dollars: "+$6.4B", "−$0.7B".
#[must_use]
pub fn money_signed(billions: f64) -> String {
    MONEY.signed(billions)
}

/// A share or rate: "31.3%".
#[must_use]
pub fn percent(decimal: f64) -> String {
    PERCENT.minus(decimal)
}

/// A multiple: "1.36x".
#[must_use]
pub fn ratio(value: f64) -> String {
    RATIO.minus(value)
}

/// A computed duration, always with one decimal: "7.9 years", "1.0 years".
#[must_use]
pub fn years(value: f64) -> String {
    YEARS.minus(value)
}

/// A whole number of things: "1,000,000".
#[must_use]
pub fn count(value: f64) -> String {
    COUNT.minus(value)
}

/// A chip's or chart label's billions: "+15.9", "−0.7".
#[must_use]
pub fn billions_signed(billions: f64) -> String {
    BILLIONS.signed(billions)
}

/// A scenario chip's billions: "+15.9", "(0.7)", as in the tables but with the plus of a result.
#[must_use]
pub fn billions_chip(billions: f64) -> String {
    if billions < 0.0 { BILLIONS.brackets(billions) } else { BILLIONS.signed(billions) }
}

/// A small whole number in words, as prose has it: "ten", but "15".
#[must_use]
pub fn in_words(number: u32) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    usize::try_from(number).ok().and_then(|at| WORDS.get(at)).map_or_else(|| number.to_string(), ToString::to_string)
}

/// A whole number of years in words: "one year", "ten years", "15 years".
#[must_use]
pub fn years_in_words(number: u32) -> String {
    format!("{} {}", in_words(number), if number == 1 { "year" } else { "years" })
}

/// The article of a number as it is spoken: "an" before eight, eleven, eighteen and eighty.
#[must_use]
pub fn article(number: &str) -> &'static str {
    let whole: String = number.chars().take_while(char::is_ascii_digit).collect();
    if whole.starts_with('8') || whole == "11" || whole == "18" { "an" } else { "a" }
}

/// The same text with a capital first letter.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| std::iter::once(first.to_ascii_uppercase()).chain(rest).collect())
}

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}

/// Drops the zeros after the last digit that counts, and the point if nothing is left behind it.
pub(super) fn trim_zeros(decimal: &str) -> &str {
    if decimal.contains('.') { decimal.trim_end_matches('0').trim_end_matches('.') } else { decimal }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_reads_as_the_place_asks() {
        for (value, prose, signed, figure, aloud) in [
            (-0.6664, "−$0.7B", "−$0.7B", "($0.7B)", "minus 0.7 billion dollars"),
            (6.366, "$6.4B", "+$6.4B", "$6.4B", "6.4 billion dollars"),
            (-0.04, "$0.0B", "$0.0B", "$0.0B", "0.0 billion dollars"),
            (0.0, "$0.0B", "$0.0B", "$0.0B", "0.0 billion dollars"),
            (-0.0, "$0.0B", "$0.0B", "$0.0B", "0.0 billion dollars"),
            (-1234.56, "−$1,234.6B", "−$1,234.6B", "($1,234.6B)", "minus 1,234.6 billion dollars"),
        ] {
            assert_eq!(money(value), prose);
            assert_eq!(money_signed(value), signed);
            assert_eq!(MONEY.brackets(value), figure);
            assert_eq!(MONEY.spoken(value), aloud);
        }
    }

    #[test]
    fn other_units() {
        assert_eq!(MONEY.exact(-0.666_411_871), "−$0.666411871B");
        assert_eq!(MONEY.exact(1_234.567_891_234), "$1,234.56789B");
        assert_eq!(PERCENT.exact(0.25), "25%");
        assert_eq!(percent(0.313_435), "31.3%");
        assert_eq!(percent(-0.0004), "0.0%");
        assert_eq!(PERCENT.brackets(-0.1119), "(11.2%)");
        assert_eq!(PERCENT.trimmed(0.095), "9.5%");
        assert_eq!(PERCENT.trimmed(0.3), "30%");
        assert_eq!(PERCENT.trimmed(-0.2), "−20%");
        assert_eq!(ratio(1.363), "1.36x");
        assert_eq!(years(7.888), "7.9 years");
        assert_eq!(years(1.0), "1.0 years");
        assert_eq!(count(1_000_000.0), "1,000,000");
        assert_eq!(MONEY.trimmed(10.0), "$10B");
        assert_eq!(MONEY.trimmed(1200.0), "$1,200B");
        assert_eq!(billions_chip(-0.666), "(0.7)");
        assert_eq!(billions_chip(15.88), "+15.9");
        assert_eq!(billions_chip(-0.01), "0.0");
        assert_eq!(years_in_words(1), "one year");
        assert_eq!(years_in_words(10), "ten years");
        assert_eq!(years_in_words(15), "15 years");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(capitalised("ten"), "Ten");
        for (number, expected) in [("9.5%", "a"), ("8%", "an"), ("11.5%", "an"), ("110%", "a"), ("−8%", "a")] {
            assert_eq!(article(number), expected, "{number}");
        }
    }
}
