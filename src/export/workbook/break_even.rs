//! Break-even adoption: the final share of customers at which the NPV is zero, found by halving.

use super::formats::{Kind, Look};
use super::plan::{Book, Sheet};
use super::rates::fill;
use super::summary::list;
use super::workings::{Figure, figure_rows};

/// Halvings after which the bracket is narrower than any digit that is shown.
const HALVINGS: u32 = 48;

const FIGURES: &[Figure] = figure_rows! {
    { "Break-even adoption" }
    { b_applies "Whether adoption earns anything" ("1 = yes", Whole) "IF(OR(@adoption_model.none,ent_margin*incr_share*rev_per_adopter_k*(1-overlap)<=0),0,1)" "" }
    { b_rest "NPV without enterprise" ("$B", Money) "out_npv_without_enterprise_b" "What new adopters have to make up for." }
    { b_full "NPV if every customer adopts" ("$B", Money) "INDEX(b_npv,1)" "The first row below." }
    { b_status "Status" ("code", Text) "IF(b_applies=0,\"not_applicable\",IF(b_rest>=0,\"already_positive\",IF(OR(w_a0>=1,b_full<0),\"unreachable\",\"ok\")))" "" }
    { b_answer "Break-even adoption" ("%", Percent) "IF(b_status=\"ok\",INDEX(b_tried,50),IF(b_status=\"already_positive\",w_a0,\"no answer\"))" "Today’s share if nothing is needed." }
};

/// Adoption with a tried ceiling, `t` years from closing, less today's share.
fn curve(t: &str) -> (String, String) {
    let bass = format!("[tried]*(1-w_p*[start]*w_fade^({t}))/(1+w_q*[start]*w_fade^({t}))");
    let line = format!("(({t}<linear_years)*(w_a0+([tried]-w_a0)*({t})/linear_years)+({t}>=linear_years)*[tried])");
    (bass, line)
}

/// The sheet with its names.
pub(super) fn sheet(book: &mut Book) -> Sheet {
    let mut sheet = Sheet::new("Break-even");
    sheet.text(0, 0, "Break-even adoption", Look::TITLE);
    let how = "Each row tries the middle of what the row above left open; the first row tries every customer.";
    sheet.text(1, 0, how, Look::SUBTITLE);
    let after = list(book, &mut sheet, FIGURES, 3);
    let ((bass_before, line_before), (bass, line)) = (curve("y_t-1"), curve("y_t"));
    let sum = |before: &str, now: &str| format!("SUMPRODUCT(y_inside*y_op_factor*y_price*(({before}+{now})/2-w_a0))");
    let npv = format!(
        "b_rest+(1-tax_rate)*ent_margin*aws_customers/1000000000*IF(@adoption_model.linear,{},IF(w_p+w_q>0,{},0))",
        sum(&line_before, &line),
        sum(&bass_before, &bass)
    );
    let start = "IF(w_p+w_q>0,(1-w_a0/[tried])/(w_p+w_q*w_a0/[tried]),0)";
    let columns: [(&str, &str, &str, Kind, &str, &str); 6] = [
        ("step", "Step", "", Kind::Whole, "0", "[step-1]+1"),
        ("low", "Too low", "", Kind::FinePercent, "w_a0", "IF([step]=1,w_a0,IF([npv-1]<0,[tried-1],[low-1]))"),
        (
            "high",
            "Enough",
            "",
            Kind::FinePercent,
            "MAX(1,w_a0)",
            "IF([step]=1,[high-1],IF([npv-1]<0,[high-1],[tried-1]))",
        ),
        ("tried", "Ceiling tried", "b_tried", Kind::FinePercent, "MAX(1,w_a0)", "([low]+[high])/2"),
        ("start", "Distance on the curve at closing", "", Kind::Factor, "", start),
        ("npv", "NPV with it, $B", "b_npv", Kind::FineMoney, "", &npv),
    ];
    fill(book, &mut sheet, after + 1, HALVINGS + 1, &columns);
    sheet
}
