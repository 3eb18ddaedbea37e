//! Titles, notes and labels of the charts, the tables behind them, and the lines of closed groups.

use super::deals::*;
use offtake::catalog::{Group, assumption_count};
use offtake::wording::tables::{Table, cash_table, share_table};
use offtake::wording::{findings, groups};

#[test]
fn titles_are_findings() {
    for (change, cash, share) in [
        (
            BASE,
            "The cash is back in year 8; discounted at 9.5%, it is not back by year 10",
            "A third of run-rate today, 7% of revenue by year 10",
        ),
        (
            A,
            "The cash is back in year 6; discounted at 9.5%, in year 7",
            "A third of run-rate today, 5% of revenue by year 10",
        ),
        (C, "The cash is not back by year 10", "A third of run-rate today, 33% of revenue by year 10"),
        (
            EASY,
            "The cash is back in year 1, even discounted at 9.5%",
            "A third of run-rate today, 7% of revenue by year 10",
        ),
        (NO_MONEY, "The cash balance never falls below zero", "A third of run-rate today, 7% of revenue by year 10"),
        (NO_DEAL, "Cash flow by year", "The commitment as a share of Anthropic’s revenue"),
        (
            BACK_TWICE,
            "The cash is back for good in year 8, even discounted at 9.5%",
            "A third of run-rate today, 7% of revenue by year 10",
        ),
        (
            BACK_AND_LOST,
            "The cash is back in year 3 and short again by year 10",
            "A third of run-rate today, 7% of revenue by year 10",
        ),
        (SMALL_COMMIT, "The cash is not back by year 10", "7% of run-rate today, 1% of revenue by year 10"),
        (
            BACK_LOADED,
            "The cash is back in year 9; discounted at 9.5%, it is not back by year 10",
            "A third of run-rate today, 15% of revenue by year 10 after a low of 6% in year 3",
        ),
        (NO_RATE, "The cash is back in year 8", "A third of run-rate today, 7% of revenue by year 10"),
    ] {
        let (inputs, outcome) = deal(change);
        assert_eq!(findings::cash_title(&inputs, &outcome), cash);
        assert_eq!(findings::share_title(&inputs, &outcome), share);
    }
}

#[test]
fn charts_name_what_they_rest_on_and_say_themselves() {
    let count = assumption_count();
    let (inputs, outcome) = deal(BASE);
    assert_eq!(
        findings::cash_note(&inputs),
        format!("Operating-margin lens, before the stake, 9.5% discount rate, flows at year end, {count} assumptions.")
    );
    assert_eq!(
        findings::share_note(&inputs),
        format!(
            "Growth path is an assumption: +60% in year 1, easing to 5%. The same in both lenses and at any discount rate; {count} assumptions."
        )
    );
    assert_eq!(
        findings::cash_label(&inputs, &outcome),
        "Chart of Amazon’s cumulative cash flow: it falls to minus $14.1B in year 4, is recovered after 7.9 years and ends year 10 at plus $9.1B; discounted at 9.5% it ends at minus $0.7B."
    );
    assert_eq!(
        findings::share_label(&inputs, &outcome),
        "Chart of the commitment as a share of Anthropic’s revenue: 33.3% of run-rate at closing, 25.6% of revenue in year 1, 6.8% in year 10."
    );
    let (inputs, outcome) = deal(NO_MONEY);
    assert_eq!(
        findings::cash_label(&inputs, &outcome),
        "Chart of Amazon’s cumulative cash flow: it never falls below zero and ends year 10 at plus $34.1B; discounted at 9.5% it ends at plus $20.4B."
    );
}

#[test]
fn closed_groups_say_their_values() {
    for (change, group, expected) in [
        (BASE, Group::Tranches, "$5B now, $20B over years 1–4, all drawn"),
        (B, Group::Tranches, "$5B now, $20B over years 1–4, 50% drawn"),
        (PAID_LATER, Group::Tranches, "nothing now, $20B in year 5, all drawn"),
        (NO_MONEY, Group::Tranches, "nothing now, nothing later"),
        (PRIOR_COUNTED, Group::Tranches, "$5B now, $20B over years 1–4, all drawn, earlier $8B counted"),
        (BASE, Group::DrawDown, "flat over ten years, fully used"),
        (HALF_USED, Group::DrawDown, "flat over ten years, 50% used"),
        (LONG_TERM, Group::DrawDown, "flat over 15 years, fully used"),
        (BASE, Group::LabGrowth, "$30B run-rate, +60% in year 1, easing to 5%"),
        (C, Group::LabGrowth, "$30B run-rate, 0% a year"),
        (BASE, Group::Capacity, "cost inside the margin; 5 GW ceiling"),
        (CAPEX, Group::Capacity, "$38B per GW of capex, $8B per GW-year; 5 GW ceiling"),
        (BASE, Group::Adoption, "10% today, logistic, 40% incremental"),
        (C, Group::Adoption, "10% today, no growth"),
        (BASE, Group::Equity, "$380B entry, 6x run-rate at year 10"),
        (BASE, Group::Rates, "9.5% discount, 21% tax, ten years"),
        (MID_YEAR, Group::Rates, "9.5% discount, 21% tax, ten years, mid-year"),
    ] {
        assert_eq!(groups::summary(group, &deal(change).0), expected);
    }
}

#[test]
fn tables_hold_the_numbers_of_the_charts() {
    let row =
        |table: &Table, at: usize| -> Vec<String> { table.rows[at].iter().map(|cell| cell.text.clone()).collect() };
    let (_, outcome) = deal(BASE);
    let cash = cash_table(&outcome);
    assert_eq!(
        cash.columns,
        [
            "Year",
            "Investment",
            "Operations after tax",
            "Net cash flow",
            "Cumulative",
            "Net, discounted",
            "Cumulative, discounted"
        ]
    );
    assert_eq!(cash.rows.len(), 11);
    assert_eq!(row(&cash, 0), ["Closing", "(5.0)", "0.0", "(5.0)", "(5.0)", "(5.0)", "(5.0)"]);
    assert_eq!(row(&cash, 10), ["Year 10", "0.0", "4.4", "4.4", "9.1", "1.8", "(0.7)"]);
    assert_eq!(cash.rows[10][6].spoken.as_deref(), Some("minus 0.7 billion dollars"));
    assert_eq!(cash.rows[10][5].spoken, None);
    let share = share_table(&outcome);
    assert_eq!(share.columns, ["Year", "Commitment, $B", "Revenue, $B", "Share"]);
    assert_eq!(row(&share, 0), ["Closing, average year on run-rate", "10.0", "30.0", "33.3%"]);
    assert_eq!(row(&share, 10), ["Year 10", "10.0", "147.7", "6.8%"]);
    let (_, outcome) = deal(CAPEX);
    assert_eq!(cash_table(&outcome).columns[3], "Machines bought and resold");
    let (_, outcome) = deal(LONG_TERM);
    assert_eq!(share_table(&outcome).rows.len(), 16);
}
