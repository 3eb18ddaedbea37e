//! The reader's calendar, for the day on which something is cited. No calculation knows it.

use js_sys::Date;

/// Today, as 2026-11-21.
#[must_use]
pub fn today() -> String {
    let now = Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
