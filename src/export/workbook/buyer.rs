//! The buyer's own commitment: the contract year by year against paying as one goes, and what leaving would cost.

use super::columns::{Band, Yearly, columns};
use super::formats::Kind;
use super::workings::{Figure, figure_rows};
use super::years::MOST;

/// The years of the contract.
pub(super) static YEARS: Yearly = Yearly {
    bands: &[
        Band {
            name: "Contract year",
            columns: columns! {
                t "Year" ("y", Whole) ["1"] "[t-1]+1" "Years of the contract.";
                inside "In the term" ("1 = yes", Whole) [""] "IF([t]<=term_years,1,0)" "1 in the years of the contract.";
            },
        },
        Band {
            name: "Demand and prices",
            columns: columns! {
                forecast "Demand as forecast" ("$M", Money) ["demand_m"] "[forecast-1]*(1+demand_growth)" "At the list price of today.";
                demand "Demand that comes" ("$M", Money) [""] "[forecast]*usage_realised" "At the list price of today.";
                market "Market price" ("today = 1", Factor) ["1"] "[market-1]*(1-price_drift)" "Falls, or rises, every year.";
                followed "Market price that is followed" ("today = 1", Factor) ["[market]"] "IF(OR(lock_in_after_year=0,[t]<=lock_in_after_year),[market],[followed-1])" "Stands still once the buyer is locked in.";
                own "Contract price before the discount" ("today = 1", Factor) [""] "1-price_match*(1-[followed])" "Price cuts are passed on in part.";
            },
        },
        Band {
            name: "With and without the contract",
            columns: columns! {
                payg "Paying as one goes" ("$M", Money, sum) [""] "[inside]*[demand]*[market]" "Demand at the market price.";
                spend "Usage under the contract" ("$M", Money, sum) [""] "[inside]*[demand]*[own]*(1-discount)" "Demand at the contract’s price, less the discount.";
                floor "Committed" ("$M", Money, sum) ["commit_m"] "[inside]*[floor-1]*(1+commit_step)" "Steps up every year.";
                shortfall "Shortfall billed" ("$M", Money, sum) [""] "MAX(0,[floor]-[spend])*shortfall_rate" "Paid for usage that never came.";
                cost "Cost of the contract" ("$M", Money, sum) [""] "[spend]+[shortfall]" "Usage and shortfall.";
                benefit "Benefit" ("$M", Money, sum) [""] "[payg]-[cost]" "Paying as one goes, less the contract.";
                saving "Saving that comes true" ("$M", Money, sum) [""] "[inside]*saving_base_m*saving_pct*saving_realised" "A vendor’s claim, as far as it comes true.";
            },
        },
        Band {
            name: "Leaving",
            columns: columns! {
                leaving "Leaving in this year" ("$M", Money) [""] "[inside]*(switch_cost_m+dual_run_months/12*[spend])" "The work, and both platforms side by side.";
                later "Committed for later years" ("$M", Money) [""] "[later+1]+[floor+1]" "Still owed after this year.";
                exposure "Exit exposure" ("$M", Money) [""] "[leaving]+[later]" "Leaving with all that is still owed.";
            },
        },
        Band {
            name: "Present value",
            columns: columns! {
                factor "Discount factor" ("factor", Factor) ["1/(1+buyer_discount_rate)"] "[factor-1]/(1+buyer_discount_rate)" "v^y: money counts at the year’s end.";
                pv_benefit "Benefit, present" ("$M", Money, sum) [""] "[benefit]*[factor]" "Times the factor.";
                pv_saving "Saving, present" ("$M", Money, sum) [""] "[saving]*[factor]" "Times the factor.";
                pv_switch "Switching, present" ("$M", Money, sum) [""] "IF([t]=switch_year,switch_prob*[leaving]*[factor],0)" "Its probability times its cost, in its year.";
                cum "NPV so far" ("$M", Money) ["[pv_benefit]+[pv_saving]-[pv_switch]"] "[cum-1]+[pv_benefit]+[pv_saving]-[pv_switch]" "Ends at the NPV.";
            },
        },
        Band {
            name: "For the break-even usage",
            columns: columns! {
                payg_full "Paying as one goes at 100%" ("$M", Money) [""] "[inside]*[forecast]*[market]" "As if all of the forecast came.";
                spend_full "Contract usage at 100%" ("$M", Money) [""] "[inside]*[forecast]*[own]*(1-discount)" "As if all of the forecast came.";
                used_up "All committed is used at" ("% of forecast", Percent) [""] "IF([spend_full]>0,[floor]/[spend_full],4)" "Above this usage the year has no shortfall; 400% where none is enough.";
                at_it "Benefit of the term at it" ("$M", Money) [""] "IF([used_up]<3,SUMPRODUCT(y_factor*(y_payg_full*[used_up]-y_spend_full*[used_up]-shortfall_rate*(y_floor>y_spend_full*[used_up])*(y_floor-y_spend_full*[used_up]))),0)" "Present value of all years at that usage.";
                enough "Enough" ("% of forecast", Percent) [""] "IF(AND([used_up]<3,[at_it]>=0),[used_up],4)" "That usage if the benefit is then not negative; else 400%.";
            },
        },
    ],
    how: [
        "One formula in each column, filled down. Rows beyond the term are grey and count for nothing.",
        "Millions of US dollars before tax; the money of each year counts at its end.",
    ],
    end: "term_years",
    rows: MOST - 1,
    pages: &["Leaving", "For the break-even usage"],
};

/// The rows of the summary, in its order.
pub(super) const RESULTS: &[Figure] = figure_rows! {
    { "Value" }
    { out_npv_m "NPV of the commitment" ("$M", Money) "out_pv_commit_benefit_m+out_pv_infra_saving_m-out_expected_switching_m" "Against paying as one goes, before tax." }
    { out_pv_commit_benefit_m "Benefit of the contract" ("$M", Money) "SUM(y_pv_benefit)" "Present value; the discount less the shortfall, while market prices move." }
    { out_pv_infra_saving_m "Saving of infrastructure, a claim" ("$M", Money) "SUM(y_pv_saving)" "Present value of a vendor’s claim, as far as it comes true." }
    { out_expected_switching_m "Cost of switching, expected" ("$M", Money) "SUM(y_pv_switch)" "Present value, times its probability; taken off." }
    { out_check "Check: the years add up to the NPV" ("", Text) "IF(ABS(INDEX(y_cum,term_years)-out_npv_m)<=0.000000001*(1+ABS(out_npv_m)+SUM(y_floor)+SUM(y_payg)),\"holds\",\"fails\")" "" }
    { "The commitment" }
    { out_share_of_revenue "Share of the buyer’s revenue" ("%", FinePercent) "IF(revenue_m>0,commit_m/revenue_m,\"no revenue\")" "Of the first year." }
    { out_share_of_demand "Share of its own demand" ("%", Percent) "IF(demand_m*usage_realised>0,commit_m/(demand_m*usage_realised),\"no demand\")" "Of the first year, at list price." }
    { out_total_commit_m "Total commitment" ("$M", Money) "SUM(y_floor)" "Over the term, undiscounted." }
    { out_total_shortfall_m "Total shortfall" ("$M", Money) "SUM(y_shortfall)" "Over the term, undiscounted." }
    { "How much must be used" }
    { out_break_even_usage "Break-even usage" ("% of forecast", Percent) "b_answer" "Of the contract alone, without saving and switching; by halving on the sheet Break-even." }
    { out_break_even_usage_status "In words" ("", Text) "IF(b_status=\"ok\",\"the usage at which the contract costs what paying as one goes does\",IF(b_status=\"never_behind\",\"none needed: not behind even without any usage\",\"out of reach: behind at every usage up to 300%\"))" "" }
    { out_full_discount_usage "Full discount from" ("% of forecast", Percent) "IF((1-discount)*demand_m>0,commit_m/((1-discount)*demand_m),\"no demand\")" "The usage from which the first year has no shortfall." }
    { "Leaving" }
    { out_exit_exposure_m "Exit exposure" ("$M", Money) "IF(AND(switch_year>=1,switch_year<=term_years),INDEX(y_exposure,MAX(1,switch_year)),\"no switch in the term\")" "Leaving in the year of the switch, with the commitment that is then still owed." }
};

/// What must be known beside the figures.
pub(super) const WARNINGS: &[Figure] = figure_rows! {
    { "Warnings" }
    { out_warning_shortfall "Shortfall" ("", Text) "IF(out_total_shortfall_m>0,\"Part of the commitment is billed without being used.\",\"none\")" "" }
    { out_warning_switch "Switch" ("", Text) "IF(OR(switch_year<1,switch_year>term_years),\"The switch is outside the term and costs nothing here.\",\"none\")" "" }
};

/// What the summary says of the state of the workbook.
pub(super) const STATE: &[(&str, &str, Kind)] = &[
    ("Yearly commitment, $M", "commit_m", Kind::Money),
    ("Discount", "discount", Kind::Percent),
    ("Demand that comes true", "usage_realised", Kind::Percent),
    ("Term, years", "term_years", Kind::Whole),
];
