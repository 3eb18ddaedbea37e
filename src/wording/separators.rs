//! What stands between thousands and before decimals: the reader's choice, which every number on the page obeys.
//!
//! It is a setting of the thread, because each of hundreds of sentences would otherwise have to carry it. Files, links and
//! what is read aloud do not ask for it: they always have the decimal point.

use std::cell::Cell;

/// The two marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separators {
    thousands: char,
    decimal: char,
}

/// What a browser is asked to write, to see how it does.
pub const SAMPLE: f64 = 12_345.5;

const NARROW_SPACE: char = '\u{202f}';

thread_local! {
    static CHOSEN: Cell<Separators> = const { Cell::new(Separators::POINT) };
}

impl Separators {
    /// "1,234.5"
    pub const POINT: Self = Self { thousands: ',', decimal: '.' };
    /// "1.234,5"
    pub const COMMA: Self = Self { thousands: '.', decimal: ',' };
    /// "1 234,5", with a space that does not break.
    pub const SPACE: Self = Self { thousands: NARROW_SPACE, decimal: ',' };

    /// What the reader chose.
    #[must_use]
    pub fn chosen() -> Self {
        CHOSEN.get()
    }

    /// Makes every number obey.
    pub fn choose(self) {
        CHOSEN.set(self);
    }

    /// The marks with which somebody wrote [`SAMPLE`]; `None` where the digits or marks are none that a box can read.
    #[must_use]
    pub fn of_sample(written: &str) -> Option<Self> {
        let mut marks = written.chars().filter(|letter| !letter.is_ascii_digit());
        let (thousands, decimal) = (marks.next()?, marks.next()?);
        let is_sound = marks.next().is_none()
            && written.chars().filter(char::is_ascii_digit).eq("123455".chars())
            && matches!(decimal, '.' | ',')
            && thousands != decimal
            && (matches!(thousands, ',' | '.' | '\'' | '\u{2019}') || thousands.is_whitespace());
        let thousands = if thousands.is_whitespace() { NARROW_SPACE } else { thousands };
        is_sound.then_some(Self { thousands, decimal })
    }

    /// A plain decimal with these marks.
    #[must_use]
    pub fn put(self, plain: &str) -> String {
        let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, part)| (whole, Some(part)));
        let mut text = String::with_capacity(plain.len() + plain.len() / 3);
        for (position, digit) in whole.chars().enumerate() {
            if position > 0 && (whole.len() - position).is_multiple_of(3) {
                text.push(self.thousands);
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }

    /// The mark between thousands that somebody else may take for a decimal mark.
    pub(super) fn ambiguous(self) -> Option<char> {
        Some(self.thousands).filter(|mark| matches!(mark, ',' | '.'))
    }

    /// What stands before decimals.
    pub(super) fn decimal(self) -> char {
        self.decimal
    }
}

/// A plain decimal as the reader wants it.
#[must_use]
pub fn local(plain: &str) -> String {
    Separators::chosen().put(plain)
}

/// A plain decimal as it is read aloud: a voice knows the language of the page.
pub(super) fn spoken(plain: &str) -> String {
    Separators::POINT.put(plain)
}

/// The ways to write numbers among which the reader chooses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// As the page is written.
    #[default]
    Point,
    /// With a decimal comma and points between thousands.
    Comma,
    /// With a decimal comma and spaces between thousands.
    Space,
    /// As the browser writes numbers.
    Browser,
}

impl Manner {
    /// All, in the order of the list.
    pub const ALL: [Self; 4] = [Self::Point, Self::Comma, Self::Space, Self::Browser];

    /// A stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
            Self::Space => "space",
            Self::Browser => "browser",
        }
    }

    /// The manner of a name; the usual one for a name that nobody knows.
    #[must_use]
    pub fn find(id: &str) -> Self {
        Self::ALL.into_iter().find(|manner| manner.id() == id).unwrap_or_default()
    }

    /// The marks, given how the browser writes [`SAMPLE`].
    #[must_use]
    pub fn separators(self, sample: Option<&str>) -> Separators {
        match self {
            Self::Point => Separators::POINT,
            Self::Comma => Separators::COMMA,
            Self::Space => Separators::SPACE,
            Self::Browser => sample.and_then(Separators::of_sample).unwrap_or(Separators::POINT),
        }
    }

    /// Its line in the list.
    #[must_use]
    pub fn label(self, sample: Option<&str>) -> String {
        let example = self.separators(sample).put("1234.5");
        if self == Self::Browser { format!("As the browser: {example}") } else { example }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_understood_or_left_alone() {
        for (written, expected) in [
            ("12,345.5", Some("1,234.5")),
            ("12.345,5", Some("1.234,5")),
            ("12\u{202f}345,5", Some("1\u{202f}234,5")),
            ("12\u{a0}345,5", Some("1\u{202f}234,5")),
            ("12\u{2019}345.5", Some("1\u{2019}234.5")),
            ("12345,5", None),
            ("١٢٬٣٤٥٫٥", None),
            ("12,345,5", None),
            ("", None),
            ("12_345.5", None),
        ] {
            let found = Separators::of_sample(written).map(|marks| marks.put("1234.5"));
            assert_eq!(found.as_deref(), expected, "{written}");
        }
        assert_eq!(Manner::Browser.label(Some("12.345,5")), "As the browser: 1.234,5");
        assert_eq!(Manner::Browser.separators(None), Separators::POINT);
        for manner in Manner::ALL {
            assert_eq!(Manner::find(manner.id()), manner);
        }
        assert_eq!(Manner::find("?"), Manner::Point);
    }

    #[test]
    fn thousands_are_grouped_and_decimals_marked() {
        for (plain, text) in
            [("0", "0"), ("999", "999"), ("1000", "1.000"), ("1234567.891", "1.234.567,891"), ("0.5", "0,5")]
        {
            assert_eq!(Separators::COMMA.put(plain), text);
        }
    }
}
