//! The results, live: what the summary shows, each with what the model answers for it.

use super::formats::Kind;
use super::workings::{Figure, figure_rows};

/// The rows of the summary, in its order.
pub(super) const RESULTS: &[Figure] = figure_rows! {
    { "Value" }
    { out_npv_chosen_b "NPV, with the shares as chosen" ("$B", Money) "IF(@stake.left_out,out_npv_b,IF(@stake.at_cost,out_npv_stake_at_cost_b,out_npv_with_equity_b))" "Chosen on the sheet Inputs, in the last row." }
    { out_npv_b "NPV, shares left out" ("$B", Money) "SUM(y_disc)" "All flows inside the horizon, discounted." }
    { out_npv_stake_at_cost_b "NPV, shares at cost" ("$B", Money) "out_npv_b-out_part_investment" "The commercial deal alone, if the shares are worth exactly what was paid." }
    { out_npv_with_equity_b "NPV, shares at the modelled exit" ("$B", Money) "out_npv_b+out_equity_npv_b" "" }
    { "Parts of the NPV" }
    { out_part_investment "Investment" ("$B", Money) "SUMPRODUCT(y_invest,y_point_factor)" "" }
    { out_part_commit "Commitment, after tax" ("$B", Money) "SUMPRODUCT(y_commit_cash,y_op_factor)" "" }
    { out_part_shortfall "Shortfall collected, after tax" ("$B", Money) "SUMPRODUCT(y_short_cash,y_op_factor)" "" }
    { out_part_stranded "Idle capacity, after tax" ("$B", Money) "SUMPRODUCT(y_idle_cash,y_op_factor)" "" }
    { out_part_enterprise "Enterprise, after tax" ("$B", Money) "SUMPRODUCT(y_ent_cash,y_op_factor)" "" }
    { out_part_capex "Machines" ("$B", Money) "SUMPRODUCT(y_capex,y_point_factor)" "" }
    { out_part_residual "Resale" ("$B", Money) "SUMPRODUCT(y_residual,y_point_factor)" "" }
    { out_check "Check: the parts add up to the NPV" ("", Text) "IF(ABS(out_part_investment+out_part_commit+out_part_shortfall+out_part_stranded+out_part_enterprise+out_part_capex+out_part_residual-out_npv_b)<=0.000000001*(1+ABS(out_part_investment)+ABS(out_part_commit)+ABS(out_part_enterprise)),\"holds\",\"DOES NOT HOLD\")" "To a billionth." }
    { "Return" }
    { out_irr "IRR" ("%", Percent) "IF(r_status=\"unique\",r_root1,\"not one rate\")" "Only if exactly one rate solves the flows: see Rates." }
    { out_irr_status "In words" ("", Text) "r_words" "" }
    { out_mirr "MIRR" ("%", Percent) "IF(AND(r_inflow>0,r_outflow>0),(r_inflow/r_outflow)^(1/horizon_years)*(1+discount_rate)-1,\"not defined\")" "Financed and reinvested at the discount rate." }
    { out_irr_with_equity "IRR with the shares" ("%", Percent) "IF(r_status_with_equity=\"unique\",r_root1_with_equity,\"not one rate\")" "" }
    { out_irr_with_equity_status "In words" ("", Text) "r_words_with_equity" "" }
    { out_moic "MOIC" ("x", Ratio) "IF(out_money_in_b>0,(SUM(y_op_cash)+SUM(y_residual))/out_money_in_b,\"no money put in\")" "All that comes back over all that is put in, undiscounted." }
    { out_moic_with_equity "MOIC with the shares" ("x", Ratio) "IF(out_money_in_b>0,(SUM(y_op_cash)+SUM(y_residual)+SUM(y_exit_cash))/out_money_in_b,\"no money put in\")" "" }
    { out_invested_b "Invested" ("$B", Money) "-SUM(y_invest)" "Inside the horizon." }
    { out_capex_total_b "Spent on machines" ("$B", Money) "-SUM(y_capex)" "" }
    { out_money_in_b "Money put in" ("$B", Money) "out_invested_b+out_capex_total_b" "" }
    { out_net_total_b "Balance at the horizon" ("$B", Money) "SUM(y_net)" "Undiscounted." }
    { "When the money is back" }
    { out_payback "Payback" ("years", Years) "IF(MIN(y_cum)>=0,\"at once\",IF(INDEX(y_cum,horizon_years+1)<0,\"never\",MAX(y_crossing)))" "Durable: the time after which the balance is never below zero again." }
    { out_payback_first "First time back above zero" ("years", Years) "IF(MIN(y_cum)>=0,\"at once\",IF(MAX(y_crossing)>0,MIN(y_crossing),\"never\"))" "Differs where the balance falls again." }
    { out_discounted_payback "Discounted payback" ("years", Years) "IF(MIN(y_dcum)>=0,\"at once\",IF(INDEX(y_dcum,horizon_years+1)<0,\"never\",MAX(y_dcrossing)))" "The same on discounted flows." }
    { out_peak_exposure_b "Peak exposure" ("$B", Money) "MAX(0,-MIN(y_cum))" "The deepest balance." }
    { out_peak_exposure_year "Year of it" ("year", Whole) "IF(out_peak_exposure_b>0,MATCH(MIN(y_cum),y_cum,0)-1,0)" "The first, if there are several; 0 if the balance is never below zero." }
    { "What must hold" }
    { out_break_even_margin "Break-even margin" ("%", Percent) "IF(OR(@lens.capex,(1-tax_rate)*w_margin_base<=0),\"not used\",commit_margin-out_npv_b/((1-tax_rate)*w_margin_base))" "The NPV is linear in the margin: a closed form." }
    { out_break_even_margin_status "In words" ("", Text) "IF(OR(@lens.capex,(1-tax_rate)*w_margin_base<=0),\"not used: no usage to earn it on, or the capex lens\",IF(out_break_even_margin<0,\"none needed: ahead even at a margin of zero\",IF(out_break_even_margin>1,\"out of reach: more than the whole revenue; a straight line drawn on\",\"the margin at which the NPV is zero\")))" "" }
    { out_break_even_adoption "Break-even adoption" ("%", Percent) "b_answer" "Solved by halving on the sheet Break-even." }
    { out_break_even_adoption_status "In words" ("", Text) "IF(b_status=\"ok\",\"the final adoption at which the NPV is zero\",IF(b_status=\"already_positive\",\"none needed: ahead without a new adopter\",IF(b_status=\"unreachable\",\"out of reach: not even with every customer\",\"not used: new adopters earn nothing here\")))" "" }
    { out_npv_without_enterprise_b "NPV without enterprise" ("$B", Money) "out_npv_b-out_part_enterprise" "" }
    { out_required_uplift_b "Enterprise revenue needed every year" ("$B a year", Money) "IF(ent_margin*(1-tax_rate)*w_annuity>0,MAX(0,-out_npv_without_enterprise_b)/(ent_margin*(1-tax_rate)*w_annuity),\"not defined\")" "So that the NPV is zero; nothing is defined where it earns no margin." }
    { out_required_uplift_share "The same as a share of the cloud’s run-rate" ("%", Percent) "IF(ent_margin*(1-tax_rate)*w_annuity>0,out_required_uplift_b/aws_rev0_b,\"not defined\")" "" }
    { "The other lens" }
    { out_npv_margin_lens_b "NPV, cost inside the margin" ("$B", Money) "SUMPRODUCT(y_m_op,y_op_factor)+out_part_investment" "At the operating margin of the inputs." }
    { out_npv_unit_margin_b "NPV, cost inside the margin, at the unit margin" ("$B", Money) "SUMPRODUCT(y_u_op,y_op_factor)+out_part_investment" "What the capex lens compares with." }
    { out_npv_capex_lens_b "NPV, capacity bought as capex" ("$B", Money) "SUMPRODUCT(y_c_op,y_op_factor)+SUMPRODUCT(y_c_capex+y_c_residual,y_point_factor)+out_part_investment" "" }
    { out_capital_charge_b "Capital charge" ("$B", Money) "out_npv_capex_lens_b-out_npv_unit_margin_b" "The time value of machines bought ahead: the gap at the same margin." }
    { out_unit_operating_margin "Unit operating margin" ("%", Percent) "w_unit_margin" "" }
    { out_unit_economic_margin "Unit economic margin" ("%", Percent) "w_economic_margin" "" }
    { "The commitment" }
    { out_share_headline "Headline share" ("%", Percent) "commit_total_b/commit_years/arr0_b" "An average year over the run-rate on the day of closing." }
    { out_share_first "Share of revenue, first year" ("%", Percent) "INDEX(y_share,2)" "" }
    { out_share_last "Share of revenue, last year of the term" ("%", Percent) "INDEX(y_share,commit_years+1)" "" }
    { out_share_cumulative "Share of revenue, whole term" ("%", Percent) "commit_total_b/SUMPRODUCT(y_in_term,y_revenue)" "" }
    { out_aws_share "First year over cloud run-rate" ("%", Percent) "INDEX(y_commit,2)/aws_rev0_b" "" }
    { out_commit_over_ceiling "Commitment over new money, ceiling" ("x", Ratio) "IF(w_ceiling>0,commit_total_b/w_ceiling,\"no new money\")" "" }
    { out_commit_over_all "The same with the earlier money" ("x", Ratio) "IF(w_ceiling+prior_invest_b>0,commit_total_b/(w_ceiling+prior_invest_b),\"no money\")" "" }
    { out_commit_over_immediate "Commitment over the first tranche" ("x", Ratio) "IF(immediate_b>0,commit_total_b/immediate_b,\"no first tranche\")" "" }
    { out_commit_over_expected "Commitment over new money, expected" ("x", Ratio) "IF(w_expected>0,commit_total_b/w_expected,\"no new money\")" "" }
    { "What a dollar of new money brings back" }
    { out_ladder_revenue "Revenue" ("x", Ratio) "IF(w_expected>0,commit_total_b/w_expected,\"no new money\")" "The whole commitment over the expected new money." }
    { out_ladder_profit "Operating profit" ("x", Ratio) "IF(w_expected>0,(SUMPRODUCT(y_inside*(IF(@lens.capex,1,0)*y_c_profit+IF(@lens.capex,0,1)*(y_m_profit-y_m_stranded)+y_collected)))/w_expected,\"no new money\")" "With shortfall and idle capacity, without enterprise." }
    { out_ladder_after_tax "After tax" ("x", Ratio) "IF(w_expected>0,(1-tax_rate)*out_ladder_profit,\"no new money\")" "" }
    { out_ladder_present "Present value, per present dollar" ("x", Ratio) "IF(-out_part_investment-w_prior_paid>0,(out_part_commit+out_part_shortfall+out_part_stranded+out_part_capex+out_part_residual)/(-out_part_investment-w_prior_paid),\"no new money\")" "" }
    { out_subsidy_gross "New money per dollar of commitment" ("x", Ratio) "IF(commit_total_b>0,w_expected/commit_total_b,\"no commitment\")" "The circular part: cash that leaves and comes back." }
    { out_subsidy_pv "The same, present values" ("x", Ratio) "IF(w_commit_pv>0,-out_part_investment/w_commit_pv,\"no commitment\")" "" }
    { out_subsidy_net "The same, less the shares" ("x", Ratio) "IF(w_commit_pv>0,(-out_part_investment-out_equity_npv_b)/w_commit_pv,\"no commitment\")" "" }
    { "The shares" }
    { out_equity_valuation_b "Value of the lab at exit" ("$B", Money) "INDEX(y_valuation,exit_year+1)" "" }
    { out_equity_stake "Stake at exit" ("%", FinePercent) "INDEX(y_stake,exit_year+1)" "" }
    { out_equity_cost_b "Its cost" ("$B", Money) "w_closing+SUMPRODUCT((y_t<=exit_year)*y_milestone)" "Tranches up to the exit." }
    { out_equity_proceeds_gross_b "Proceeds before tax" ("$B", Money) "out_equity_stake*out_equity_valuation_b*(1-equity_haircut)" "" }
    { out_equity_tax_b "Tax on the gain" ("$B", Money) "tax_rate*MAX(0,out_equity_proceeds_gross_b-out_equity_cost_b)" "Losses bring no relief." }
    { out_equity_proceeds_net_b "Proceeds after tax" ("$B", Money) "out_equity_proceeds_gross_b-out_equity_tax_b" "" }
    { out_equity_npv_b "Present value inside the horizon" ("$B", Money) "SUMPRODUCT(y_exit_cash,y_point_factor)" "Nothing if the exit is after the horizon." }
    { "Capacity and memo" }
    { out_gw_years "Gigawatt-years bought at the price" ("GW-years", Gigawatts) "commit_total_b/price_b_per_gw_yr" "" }
    { out_peak_gw "Peak capacity in use at the price" ("GW", Gigawatts) "SUMPRODUCT(MAX(y_inside*y_in_term*y_usage))/price_b_per_gw_yr" "Both lenses." }
    { out_commit_per_gw_year "Commitment per stated gigawatt-year" ("$B", FineMoney) "IF(gw_headline>0,commit_total_b/(gw_headline*commit_years),\"not stated\")" "Over a ceiling: no market price." }
    { out_financing_memo_b "Interest on money still out, memo" ("$B", Money) "financing_rate*SUMPRODUCT((y_t<horizon_years)*(y_cum<0)*-y_cum)" "Outside the NPV, which already holds financing." }
};

/// What must be known beside the figures; empty while it does not apply.
pub(super) const WARNINGS: &[Figure] = figure_rows! {
    { "Warnings" }
    { out_warning_commit "Commitment" ("", Text) "IF(SUMPRODUCT(y_inside,y_commit)<commit_total_b-0.000000001,\"The commitment runs past the horizon; what falls after it is left out.\",\"none\")" "" }
    { out_warning_tranche "Tranches" ("", Text) "IF(SUMPRODUCT(y_inside,y_milestone)<contingent_b*milestone_prob-0.000000001,\"Milestone money due after the horizon is left out.\",\"none\")" "" }
    { out_warning_gw "Capacity" ("", Text) "IF(AND(gw_headline>0,out_peak_gw>gw_headline+0.000000001),\"Peak capacity is above the stated ceiling.\",\"none\")" "" }
    { out_warning_exit "Exit" ("", Text) "IF(exit_year>horizon_years,\"The exit is after the horizon, so the shares count for nothing.\",\"none\")" "" }
};
