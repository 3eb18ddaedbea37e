//! What is computed once: switches, costs and starting points between the inputs and the years.

use super::formats::Kind;

/// A figure with a name: of the workings, the rates or the results.
pub(super) struct Figure {
    /// The defined name; empty for a heading.
    pub name: &'static str,
    pub label: &'static str,
    pub unit: &'static str,
    pub kind: Kind,
    pub formula: &'static str,
    pub note: &'static str,
}

/// `name "label" (unit, kind) "formula" "note"`; a label alone is a heading.
macro_rules! figures {
    (@one $label:literal) => {
        Figure { name: "", label: $label, unit: "", kind: Kind::Text, formula: "", note: "" }
    };
    (@one $name:ident $label:literal ($unit:literal, $kind:ident) $formula:literal $note:literal) => {
        Figure {
            name: stringify!($name),
            label: $label,
            unit: $unit,
            kind: Kind::$kind,
            formula: $formula,
            note: $note,
        }
    };
}
pub(super) use figures;

macro_rules! figure_rows {
    ($({ $($row:tt)+ })*) => { &[$($crate::export::workbook::workings::figures!(@one $($row)+)),*] };
}
pub(super) use figure_rows;

pub(super) const WORKINGS: &[Figure] = figure_rows! {
    { "Money" }
    { w_prior_paid "Earlier money counted at closing" ("$B", Money) "IF(@prior_mode.at_cost,prior_invest_b,0)" "Nothing while it is left out." }
    { w_closing "Paid at closing" ("$B", Money) "immediate_b+w_prior_paid" "The first tranche, with the earlier money if it counts." }
    { w_milestone "Each milestone tranche, as expected" ("$B", Money) "contingent_b*milestone_prob/milestone_count" "Equal yearly parts." }
    { w_ceiling "New money, ceiling" ("$B", Money) "immediate_b+contingent_b" "Both tranches in full." }
    { w_expected "New money, expected" ("$B", Money) "immediate_b+contingent_b*milestone_prob" "As far as it is drawn." }
    { "Draw-down" }
    { w_ramp_step "Ramp, step of the weight" ("ratio", Factor) "IF(commit_years>1,(ramp_ratio-1)/(commit_years-1),0)" "From 1 in the first year to the ratio in the last." }
    { w_weight_sum "Sum of the weights" ("ratio", Factor) "SUM(y_weight)" "Over the whole term." }
    { "Capacity" }
    { w_net_capex "Capital cost after the chips’ saving" ("$B/GW", FineMoney) "capex_b_per_gw*(1-silicon_saving)" "" }
    { w_server_cost "Of it servers" ("$B/GW", FineMoney) "w_net_capex*it_share" "" }
    { w_site_cost "Of it facilities" ("$B/GW", FineMoney) "w_net_capex*(1-it_share)" "" }
    { w_unit_margin "Unit operating margin" ("%", Percent) "1-(opex_b_per_gw_yr+w_server_cost/it_life+w_site_cost/fac_life)/price_b_per_gw_yr" "The capex lens’s own margin in full use, after straight-line depreciation." }
    { w_server_crf "Annuity factor of servers" ("factor", Factor) "IF(discount_rate<0.0000001,(1+discount_rate*(it_life+1)/2)/it_life,discount_rate/(1-(1+discount_rate)^(-it_life)))" "The level yearly payment that repays one dollar; near a rate of zero by its series." }
    { w_site_crf "Annuity factor of facilities" ("factor", Factor) "IF(discount_rate<0.0000001,(1+discount_rate*(fac_life+1)/2)/fac_life,discount_rate/(1-(1+discount_rate)^(-fac_life)))" "The same for the longer life." }
    { w_economic_margin "Unit economic margin" ("%", Percent) "1-(opex_b_per_gw_yr+w_server_cost*w_server_crf+w_site_cost*w_site_crf)/price_b_per_gw_yr" "After a charge for the capital tied up." }
    { w_book "Book value at the horizon" ("$B", Money) "INDEX(y_book,horizon_years+1)" "" }
    { w_sale "Sold for" ("$B", Money) "residual_pct*w_book" "" }
    { w_residual "Resale, after tax" ("$B", Money) "w_sale+tax_rate*(w_book-w_sale)" "The gap to book value is taxed or relieved." }
    { "Adoption" }
    { w_a0 "Adoption at closing" ("%", Percent) "adopters0/aws_customers" "" }
    { w_p "Innovation in use" ("plain", Plain) "IF(@adoption_model.bass,bass_p,0)" "The S-curve is Bass without innovators." }
    { w_q "Imitation in use" ("plain", Plain) "IF(@adoption_model.bass,bass_q,IF(@adoption_model.logistic,adoption_speed,0))" "" }
    { w_curve "Curve in use" ("0, 1, 2", Whole) "IF(OR(adoption_ceiling<=w_a0,@adoption_model.none),0,IF(@adoption_model.linear,2,IF(w_p+w_q>0,1,0)))" "0 stays at today’s share, 1 S-curve or Bass, 2 straight line." }
    { w_e0 "Distance on the curve at closing" ("ratio", Factor) "IF(w_curve=1,(1-w_a0/adoption_ceiling)/(w_p+w_q*w_a0/adoption_ceiling),0)" "" }
    { w_fade "What is left of it after a year" ("ratio", Factor) "EXP(-(w_p+w_q))" "" }
    { w_line "Straight line, a year" ("%", Percent) "IF(w_curve=2,(adoption_ceiling-w_a0)/linear_years,0)" "" }
    { w_adopter_b "Counted revenue per new adopter, year 1" ("$B", Exact) "rev_per_adopter_k*incr_share*(1-overlap)/1000000" "Truly incremental, and outside the commitment." }
    { "Shares and timing" }
    { w_prior_stake "Stake from earlier money" ("%", Percent) "IF(@prior_mode.at_cost,prior_stake,0)" "Counted together with its cost." }
    { w_entry_multiple "Entry multiple" ("x", Ratio) "entry_valuation_b/arr0_b" "Value over run-rate at closing." }
    { w_multiple_step "Its change each year" ("x", Ratio) "(exit_multiple-w_entry_multiple)/exit_year" "In a straight line to the exit." }
    { w_ahead "Factor for operating flows" ("factor", Factor) "IF(@timing.mid,SQRT(1+discount_rate),1)" "They arrive half a year before the year’s end in mid-year timing." }
    { w_annuity "A dollar every year" ("factor", Factor) "SUMPRODUCT(y_inside,y_op_factor)-w_ahead" "Present value, years 1 to the horizon." }
    { w_commit_pv "Present value of the commitment" ("$B", Money) "SUMPRODUCT(y_inside,y_commit,y_op_factor)" "Untaxed, inside the horizon." }
    { w_margin_base "What a margin acts on, present value" ("$B", Money) "SUMPRODUCT(y_inside*(y_incremental+stranded_share*y_missing)*y_op_factor)" "Usage and idle capacity." }
};
