//! Deal years in the calendar: the months and years that a deal's date gives, and none where no date is known.

use super::sources::MONTHS;

/// The month and year of closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The month by name.
    pub month: &'static str,
    /// The year in which deal year 0 lies.
    pub year: u32,
}

impl Calendar {
    /// That of a date in words: "20 April 2026", "February 2026". None where the words name no month and year.
    #[must_use]
    pub fn read(date: &str) -> Option<Self> {
        let mut words = date.split(' ').rev();
        let (year, month) = (words.next()?.parse().ok()?, words.next()?);
        let month = MONTHS.into_iter().find(|known| *known == month)?;
        Some(Self { month, year })
    }

    /// The calendar year in which a deal year ends; closing lies in that of year 0.
    #[must_use]
    pub const fn end_of(self, deal_year: u32) -> u32 {
        self.year.saturating_add(deal_year)
    }

    /// The month in three letters.
    #[must_use]
    pub fn short(self) -> &'static str {
        self.month.get(..3).unwrap_or(self.month)
    }

    /// From when to when a deal year runs: "April to April".
    #[must_use]
    pub fn span(self) -> String {
        format!("{month} to {month}", month = self.month)
    }

    /// The heading of a column of years: "Ends in April".
    #[must_use]
    pub fn heading(self) -> String {
        format!("Ends in {}", self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::Calendar;

    #[test]
    fn a_date_in_words_has_a_month_and_a_year() {
        for (date, read) in [
            ("20 April 2026", Some(("April", 2026, "Apr"))),
            ("February 2026", Some(("February", 2026, "Feb"))),
            ("18 November 2025", Some(("November", 2025, "Nov"))),
            ("", None),
            ("closing", None),
            ("2026", None),
            ("spring 2026", None),
        ] {
            let found = Calendar::read(date).map(|found| (found.month, found.year, found.short()));
            assert_eq!(found, read, "{date:?}");
        }
    }
}
