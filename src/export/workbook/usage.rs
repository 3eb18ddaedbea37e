//! Break-even usage: the part of the forecast demand at which the contract costs what paying as one goes does, by halving.

use super::formats::{Kind, Look};
use super::plan::{Book, Sheet};
use super::rates::fill;
use super::summary::list;
use super::workings::{Figure, figure_rows};

/// Halvings after which the bracket is narrower than any digit that is shown.
const HALVINGS: u32 = 48;

const FIGURES: &[Figure] = figure_rows! {
    { "Break-even usage" }
    { b_none "Benefit without any usage" ("$M", Money) "-shortfall_rate*SUMPRODUCT(y_factor,y_floor)" "Present value: the whole commitment is then shortfall." }
    { b_most "Benefit at 300% of the forecast" ("$M", Money) "SUMPRODUCT(y_factor*(y_payg_full*3-y_spend_full*3-shortfall_rate*(y_floor>y_spend_full*3)*(y_floor-y_spend_full*3)))" "No more than that is looked at." }
    { b_nearest "First usage that is enough" ("% of forecast", Percent) "MIN(MIN(y_enough),IF(b_most>=0,3,4))" "Of those at which a year’s commitment is used up, and 300%; 400% if none is." }
    { b_status "Status" ("code", Text) "IF(b_none>=0,\"never_behind\",IF(b_nearest>3,\"never_ahead\",\"ok\"))" "" }
    { b_answer "Break-even usage" ("% of forecast", Percent) "IF(b_status=\"ok\",INDEX(b_tried,50),\"no answer\")" "The last usage tried below." }
};

/// The sheet with its names.
pub(super) fn sheet(book: &mut Book) -> Sheet {
    let mut sheet = Sheet::new("Break-even");
    sheet.text(0, 0, "Break-even usage", Look::TITLE);
    let how = "Each row tries the middle of what the row above left open; the first row tries a usage that is enough.";
    sheet.text(1, 0, how, Look::SUBTITLE);
    let after = list(book, &mut sheet, FIGURES, 3);
    let benefit = "SUMPRODUCT(y_factor*(y_payg_full*[tried]-y_spend_full*[tried]\
                   -shortfall_rate*(y_floor>y_spend_full*[tried])*(y_floor-y_spend_full*[tried])))";
    let columns: [(&str, &str, &str, Kind, &str, &str); 5] = [
        ("step", "Step", "", Kind::Whole, "0", "[step-1]+1"),
        ("low", "Too low", "", Kind::FinePercent, "0", "IF([step]=1,0,IF([benefit-1]<0,[tried-1],[low-1]))"),
        (
            "high",
            "Enough",
            "",
            Kind::FinePercent,
            "MIN(3,b_nearest)",
            "IF([step]=1,[high-1],IF([benefit-1]<0,[high-1],[tried-1]))",
        ),
        ("tried", "Usage tried", "b_tried", Kind::FinePercent, "[high]", "([low]+[high])/2"),
        ("benefit", "Benefit with it, $M", "", Kind::FineMoney, "", benefit),
    ];
    fill(book, &mut sheet, after + 1, HALVINGS + 1, &columns);
    sheet
}
