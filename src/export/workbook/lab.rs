//! The lab's burden: what it owes its clouds, year by year, against what it earns.

use super::columns::{Band, THE_LAB, Yearly, columns};
use super::formats::Kind;
use super::workings::{Figure, figure_rows};
use super::years::MOST;

/// Closing and the years after it.
pub(super) static YEARS: Yearly = Yearly {
    bands: &[
        Band {
            name: "Deal year",
            columns: columns! {
                t "Year" ("t", Whole) ["0"] "[t-1]+1" "Deal years from closing.";
                inside "Shown" ("1 = yes", Whole) [""] "IF(AND([t]>=1,[t]<=years),1,0)" "1 in the years that are compared.";
            },
        },
        THE_LAB,
        Band {
            name: "Obligations",
            columns: columns! {
                owed_1 "Obligation 1" ("$B", Money, sum) [""] "IF(AND([inside]=1,[t]>=obligation_1_start_year,[t]<obligation_1_start_year+obligation_1_years),obligation_1_per_year_b,0)" "The same sum in each of its years.";
                owed_2 "Obligation 2" ("$B", Money, sum) [""] "IF(AND([inside]=1,[t]>=obligation_2_start_year,[t]<obligation_2_start_year+obligation_2_years),obligation_2_per_year_b,0)" "The same sum in each of its years.";
                owed_3 "Obligation 3" ("$B", Money, sum) [""] "IF(AND([inside]=1,[t]>=obligation_3_start_year,[t]<obligation_3_start_year+obligation_3_years),obligation_3_per_year_b,0)" "The same sum in each of its years.";
                owed_4 "Obligation 4" ("$B", Money, sum) [""] "IF(AND([inside]=1,[t]>=obligation_4_start_year,[t]<obligation_4_start_year+obligation_4_years),obligation_4_per_year_b,0)" "The same sum in each of its years.";
                owed_5 "Obligation 5" ("$B", Money, sum) [""] "IF(AND([inside]=1,[t]>=obligation_5_start_year,[t]<obligation_5_start_year+obligation_5_years),obligation_5_per_year_b,0)" "The same sum in each of its years.";
                owed_6 "Obligation 6" ("$B", Money, sum) [""] "IF(AND([inside]=1,[t]>=obligation_6_start_year,[t]<obligation_6_start_year+obligation_6_years),obligation_6_per_year_b,0)" "The same sum in each of its years.";
                owed "All obligations" ("$B", Money, sum) [""] "[owed_1]+[owed_2]+[owed_3]+[owed_4]+[owed_5]+[owed_6]" "Those that count.";
            },
        },
        Band {
            name: "Against what it earns",
            columns: columns! {
                share "Share of revenue" ("%", Percent) [""] "IF([inside]=1,[owed]/[revenue],0)" "All obligations of the year over its revenue.";
                profit "Gross profit" ("$B", Money, sum) [""] "[inside]*lab_gross_margin*[revenue]" "What is left of revenue after the cost of serving it.";
                cover "Cover" ("x", Ratio) [""] "IF([owed]>0,[profit]/[owed],\"\")" "Gross profit over obligations; empty in a year without any.";
                headroom "Headroom" ("$B", Money) [""] "IF([inside]=1,[profit]-[owed],\"\")" "Gross profit less obligations; empty outside the years shown.";
            },
        },
    ],
    how: [
        "One formula in each column, filled down. Rows beyond the years shown are grey; nothing is owed there.",
        "An obligation asks for the same sum in each of its years, from its first year on.",
    ],
    end: "years",
    rows: MOST,
    pages: &["Against what it earns"],
};

/// The rows of the summary, in its order.
pub(super) const RESULTS: &[Figure] = figure_rows! {
    { "The first obligation" }
    { out_share_headline "Headline share" ("%", Percent) "obligation_1_per_year_b/arr0_b" "A year of the first obligation over the run-rate at closing." }
    { out_years_funded "Years funded by the investor’s money" ("years", Years) "IF(obligation_1_per_year_b>0,funding_b/obligation_1_per_year_b,\"nothing owed\")" "The money over a year of the first obligation." }
    { out_run_rate_10 "Run-rate at which it is 10%" ("$B", Money) "obligation_1_per_year_b/0.1" "" }
    { out_run_rate_20 "Run-rate at which it is 20%" ("$B", Money) "obligation_1_per_year_b/0.2" "" }
    { out_run_rate_25 "Run-rate at which it is 25%" ("$B", Money) "obligation_1_per_year_b/0.25" "" }
    { out_run_rate_33 "Run-rate at which it is a third" ("$B", Money) "obligation_1_per_year_b*3" "" }
    { "All obligations" }
    { out_owed_b "Owed in the years shown" ("$B", Money) "SUM(y_owed)" "" }
    { out_share_first "Share of revenue, first year" ("%", Percent) "INDEX(y_share,2)" "" }
    { out_share_peak "Share of revenue, highest" ("%", Percent) "MAX(y_share)" "" }
    { out_share_peak_year "Year of it" ("year", Whole) "IF(out_share_peak>0,MATCH(out_share_peak,y_share,0)-1,\"nothing owed\")" "The first, if there are several." }
    { "What the gross profit leaves" }
    { out_headroom_b "Headroom, smallest" ("$B", Money) "MIN(y_headroom)" "Gross profit less obligations in the tightest year; above zero every year is covered." }
    { out_headroom_year "Year of it" ("year", Whole) "MATCH(out_headroom_b,y_headroom,0)-1" "The first, if there are several." }
    { out_cover_least "Cover, smallest" ("x", Ratio) "IF(out_owed_b>0,MIN(y_cover),\"nothing owed\")" "Gross profit over obligations, of the years that have some." }
    { out_cover_year "Year of it" ("year", Whole) "IF(out_owed_b>0,MATCH(out_cover_least,y_cover,0)-1,\"nothing owed\")" "" }
    { out_years_covered "Years covered" ("count", Whole) "SUMPRODUCT(y_inside*(y_profit>=y_owed))" "Gross profit at least what is owed." }
};

/// What must be known beside the figures.
pub(super) const WARNINGS: &[Figure] = figure_rows! {
    { "Warnings" }
    { out_warning_cover "Cover" ("", Text) "IF(out_headroom_b<0,\"In at least one year the gross profit is below what is owed.\",\"none\")" "" }
    { out_warning_years "Years" ("", Text) "IF(SUM(obligation_sums)>out_owed_b+0.000000001,\"Part of what is owed falls after the years shown.\",\"none\")" "" }
};

/// What the summary says of the state of the workbook.
pub(super) const STATE: &[(&str, &str, Kind)] = &[
    ("Run-rate at closing, $B", "arr0_b", Kind::Money),
    ("Gross margin of the lab", "lab_gross_margin", Kind::Percent),
    ("Obligations that count", "obligation_count", Kind::Whole),
    ("Years shown", "years", Kind::Whole),
];
