//! From decimal digits to the nearest floating-point number.
//!
//! The standard library's parser does this for any length and exponent, with a table of powers that would be a twelfth of
//! the page's download. What people type into a box is short, and 128-bit integers do it exactly.

/// Powers of ten up to this one fit into 64 bits.
const LARGEST_POWER: u32 = 19;
/// Quotients have at least this many bits: 53, one to round by, and one that stands for all that follow.
const BITS: u32 = 55;

/// `digits` (with at most one point) times ten to the `exponent`, rounded once. `None` when the digits are not plain or
/// have more than 19 significant places, or when the number is far beyond anything that a box takes.
pub(super) fn nearest(digits: &str, exponent: i32) -> Option<f64> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut mantissa = 0_u64;
    for digit in whole.bytes().chain(fraction.bytes()) {
        let digit = digit.checked_sub(b'0').filter(|digit| *digit < 10)?;
        mantissa = mantissa.checked_mul(10)?.checked_add(u64::from(digit))?;
    }
    let exponent = exponent - i32::try_from(fraction.len()).ok()?;
    let power = exponent.unsigned_abs();
    if mantissa == 0 {
        return Some(0.0);
    }
    if power > LARGEST_POWER {
        return None;
    }
    let power = 10_u64.pow(power);
    Some(if exponent < 0 { quotient(mantissa, power) } else { to_float(u128::from(mantissa) * u128::from(power)) })
}

/// The nearest number to `dividend / divisor`.
fn quotient(dividend: u64, divisor: u64) -> f64 {
    let (dividend, divisor) = (u128::from(dividend), u128::from(divisor));
    let missing = (BITS + dividend.leading_zeros()).saturating_sub(divisor.leading_zeros());
    let shift = missing.min(dividend.leading_zeros());
    let scaled = dividend << shift;
    // Whatever is left over makes the last bit odd, so that half-way is half-way only when it is exact.
    let rest = u128::from(!scaled.is_multiple_of(divisor));
    to_float((scaled / divisor) | rest) / to_float(1 << shift)
}

#[expect(clippy::cast_precision_loss, reason = "the cast rounds to the nearest number, ties to even")]
fn to_float(value: u128) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::nearest;

    fn same(digits: &str, exponent: i32) {
        let expected: f64 = format!("{digits}e{exponent}").parse().unwrap_or(f64::NAN);
        let found = nearest(digits, exponent).map(f64::to_bits);
        assert_eq!(found, Some(expected.to_bits()), "{digits}e{exponent}");
    }

    #[test]
    fn known_numbers() {
        for digits in ["0", "0.0", "1", "31.3", "0.1", "9007199254740993", "0.313435271769455", "1844674407370955161"] {
            for exponent in [-2, 0, 3] {
                same(digits, exponent);
            }
        }
        for digits in ["", "1.2.3", "1e3", "-1", "inf", "123456789012345678901"] {
            assert!(nearest(digits, 0).is_none_or(|value| digits.is_empty() && value == 0.0), "{digits}");
        }
        assert_eq!(nearest("1", 40), None);
    }

    proptest! {
        #[test]
        fn as_the_standard_library_reads_it(mantissa in 0..u64::MAX, places in 0..19_usize, exponent in -2..4_i32) {
            let digits = format!("{mantissa:020}");
            let (whole, fraction) = digits.split_at(20 - places);
            prop_assume!(nearest(&format!("{whole}.{fraction}"), exponent).is_some());
            same(&format!("{whole}.{fraction}"), exponent);
        }

        #[test]
        fn what_is_shown_is_read_back(value in 1e-6..1e9_f64) {
            let shown = value.to_string();
            prop_assert_eq!(nearest(&shown, 0), Some(value));
        }
    }
}
