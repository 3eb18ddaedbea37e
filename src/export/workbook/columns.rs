//! The yearly model: one formula for each column, filled down from closing to year 50.
//!
//! In a formula `[key]` is that column in the same row, `[key-1]` in the row above, `[key+1]` in the row below, and
//! `[key^]` from closing to the row above. `@input.option` holds while that option is chosen. All else are names.

use super::formats::Kind;
use super::years::{FIRST, MOST};

/// A table of years.
pub(super) struct Yearly {
    /// Its columns, from left to right. The first is the year.
    pub bands: &'static [Band],
    /// How to read it, in two lines.
    pub how: [&'static str; 2],
    /// The input after whose year rows are grey.
    pub end: &'static str,
    /// How many rows follow the first.
    pub rows: u32,
    /// The bands with which a page begins.
    pub pages: &'static [&'static str],
}

/// A column of the yearly model.
pub(super) struct Column {
    /// With `y_` before it, the name of the whole column.
    pub key: &'static str,
    pub heading: &'static str,
    pub unit: &'static str,
    pub kind: Kind,
    /// At closing; empty where the formula holds there too.
    pub closing: &'static str,
    pub formula: &'static str,
    /// Whether a sum of the column means something.
    pub total: bool,
    /// What the formula says in words.
    pub note: &'static str,
}

/// Columns that belong together, printed on one page.
pub(super) struct Band {
    pub name: &'static str,
    pub columns: &'static [Column],
}

/// `key "heading" (unit, kind) [closing] "formula" "note"`, with `sum` where a total means something.
macro_rules! columns {
    ($($key:ident $heading:literal ($unit:literal, $kind:ident $(, $total:ident)?) [$closing:literal] $formula:literal $note:literal;)*) => {
        &[$($crate::export::workbook::columns::Column {
            key: stringify!($key),
            heading: $heading,
            unit: $unit,
            kind: Kind::$kind,
            closing: $closing,
            formula: $formula,
            total: false $(|| stringify!($total).len() == 3)?,
            note: $note,
        }),*]
    };
}
pub(super) use columns;

impl Yearly {
    /// All columns, from left to right.
    pub fn columns(&self) -> impl Iterator<Item = &'static Column> {
        self.bands.iter().flat_map(|band| band.columns)
    }

    /// The row of the last year.
    pub const fn last(&self) -> u32 {
        FIRST + self.rows
    }
}

/// The years of the deal.
pub(super) static DEAL: Yearly = Yearly {
    bands: BANDS,
    how: [
        "One formula in each column, filled down. Rows beyond the horizon are grey and count for nothing.",
        "Both lenses are always computed; the switch on Inputs chooses.",
    ],
    end: "horizon_years",
    rows: MOST,
    pages: &[
        "The commitment",
        "Capex lens: machines",
        "Margin lens",
        "Cash flow through the chosen lens",
        "Balance and present value",
    ],
};

/// How the lab grows: of the deal, and of the lab's own burden.
pub(super) const THE_LAB: Band = Band {
    name: "The lab",
    columns: columns! {
        excess "Growth above the long run, next year" ("%", Percent) ["arr_g1-arr_g_lt"] "[excess-1]*arr_g_decay" "Fades geometrically.";
        growth "Growth of the run-rate" ("%", Percent) ["0"] "arr_g_lt+[excess-1]" "Long-run growth and what is left of the excess.";
        arr "Run-rate at year end" ("$B", Money) ["arr0_b"] "[arr-1]*(1+[growth])" "Last year’s run-rate, grown.";
        revenue "Revenue of the year" ("$B", Money, sum) ["0"] "([arr-1]+[arr])/2" "The mean of the run-rates at its two ends.";
    },
};

/// From the lab to the shares, in the order in which they need each other.
const BANDS: &[Band] = &[
    Band {
        name: "Deal year",
        columns: columns! {
            t "Year" ("t", Whole) ["0"] "[t-1]+1" "Deal years from closing.";
            inside "Counted" ("1 = yes", Whole) [""] "IF([t]<=horizon_years,1,0)" "1 up to the horizon; later flows are dropped.";
        },
    },
    THE_LAB,
    Band {
        name: "Enterprise adoption",
        columns: columns! {
            fade "Distance on the curve" ("ratio", Factor) ["w_e0"] "[fade-1]*w_fade" "Falls exponentially; the S-curve and Bass follow from it.";
            adoption "Adoption at year end" ("%", Percent) ["w_a0"] "IF(w_curve=0,w_a0,IF(w_curve=2,MIN(adoption_ceiling,w_a0+w_line*[t]),adoption_ceiling*(1-w_p*[fade])/(1+w_q*[fade])))" "Share of the cloud’s customers.";
            adopters "New adopters, average" ("customers", Count) ["0"] "MAX(0,([adoption-1]+[adoption])/2-w_a0)*aws_customers" "Above those at closing.";
            price "Counted revenue per new adopter" ("$ a year", Count) ["0"] "w_adopter_b*(1+rpa_growth)^([t]-1)*1000000000" "Incremental, outside the commitment, growing.";
            ent_revenue "Enterprise revenue" ("$B", Money, sum) [""] "[adopters]*[price]/1000000000" "New adopters times revenue.";
            ent_profit "Enterprise profit" ("$B", Money, sum) [""] "ent_margin*[ent_revenue]" "Before tax.";
        },
    },
    Band {
        name: "The commitment",
        columns: columns! {
            in_term "In the term" ("1 = yes", Whole) [""] "IF(AND([t]>=1,[t]<=commit_years),1,0)" "1 in the years of the contract.";
            weight "Weight of the year" ("ratio", Factor) [""] "IF([in_term]=0,0,IF(@commit_shape.ramp,1+w_ramp_step*([t]-1),IF(@commit_shape.back_loaded,(1+backload_growth)^([t]-1),IF(@commit_shape.growth_linked,[revenue],1))))" "The shape of the draw-down.";
            commit "Commitment" ("$B", Money, sum) [""] "commit_total_b*[weight]/w_weight_sum" "The year’s part of the total, by its weight.";
            pays "Probability that the lab pays" ("%", Percent) ["1"] "[pays-1]*(1-default_hazard)" "Falls by the yearly risk.";
            possible "Usage while it pays" ("$B", Money) [""] "MIN(fulfilment*[commit],afford_cap*MAX(0,[revenue]))" "What it wants, or what it can afford if that is less.";
            usage "Expected usage" ("$B", Money, sum) [""] "[pays]*[possible]" "Times the probability that it pays.";
            owed "Shortfall owed" ("$B", Money, sum) [""] "[pays]*MAX(0,[commit]-[possible])" "By a lab that still pays.";
            missing "Usage that never comes" ("$B", Money, sum) [""] "[owed]+(1-[pays])*[commit]" "Owed, or lost because the lab stopped paying.";
            incremental "Incremental usage" ("$B", Money, sum) [""] "commit_incremental*[usage]" "The only usage that earns: it would not have come anyway.";
            share "Share of the lab’s revenue" ("%", Percent) ["0"] "[commit]/[revenue]" "The year’s commitment over the year’s revenue.";
            aws_revenue "Revenue of the cloud" ("$B", Money) ["aws_rev0_b"] "[aws_revenue-1]*(1+aws_growth)" "Only for the share beside it.";
            aws_share "Share of cloud revenue" ("%", Percent) [""] "[commit]/[aws_revenue]" "The year’s commitment over the revenue of the whole cloud.";
        },
    },
    Band {
        name: "Capex lens: machines",
        columns: columns! {
            gw "Capacity in use" ("GW", Gigawatts) [""] "[incremental]/price_b_per_gw_yr" "Incremental usage over the price.";
            gw_built "Capacity needed" ("GW", Gigawatts) [""] "([incremental]+stranded_share*[missing])/price_b_per_gw_yr" "With what stands idle.";
            s_alive "Servers alive" ("GW", Gigawatts) ["0"] "SUMPRODUCT(([t^]>[t]-it_life)*[s_added^])" "Bought within their life.";
            s_added "Servers added" ("GW", Gigawatts, sum) [""] "MAX(0,[gw_built]-[s_alive])" "What is needed and not alive.";
            f_alive "Facilities alive" ("GW", Gigawatts) ["0"] "SUMPRODUCT(([t^]>[t]-fac_life)*[f_added^])" "Built within their life.";
            f_added "Facilities added" ("GW", Gigawatts, sum) [""] "MAX(0,[gw_built]-[f_alive])" "What is needed and not alive.";
            bought "Bought for the year" ("$B", Money) [""] "[s_added]*w_server_cost+[f_added]*w_site_cost" "Paid one year ahead.";
            dep "Depreciation" ("$B", Money) [""] "([s_alive]+[s_added])*w_server_cost/it_life+([f_alive]+[f_added])*w_site_cost/fac_life" "Straight-line, from the year of use.";
            book "Book value at year end" ("$B", Money) ["0"] "[book-1]+[bought]-[dep]" "What is not yet written off.";
        },
    },
    Band {
        name: "Margin lens",
        columns: columns! {
            m_profit "Profit on usage" ("$B", Money, sum) [""] "commit_margin*[incremental]" "The margin already holds depreciation.";
            collected "Shortfall collected" ("$B", Money, sum) [""] "take_or_pay*[owed]" "Before tax; the same in both lenses.";
            m_stranded "Cost of idle capacity" ("$B", Money, sum) [""] "stranded_share*[missing]*MAX(0,1-commit_margin)" "Unused capacity that nobody else buys.";
            m_op "Operating cash, margin lens" ("$B", Money, sum) [""] "[inside]*(1-tax_rate)*([m_profit]+[collected]-[m_stranded]+[ent_profit])" "After tax, inside the horizon.";
            u_op "The same at the unit margin" ("$B", Money, sum) [""] "[inside]*(1-tax_rate)*(w_unit_margin*[incremental]+[collected]-stranded_share*[missing]*MAX(0,1-w_unit_margin)+[ent_profit])" "At the margin that the capex lens implies.";
        },
    },
    Band {
        name: "Capex lens: cash",
        columns: columns! {
            opex "Running cost" ("$B", Money, sum) [""] "opex_b_per_gw_yr*[gw]" "Cash, for capacity in use.";
            c_profit "Profit on usage" ("$B", Money, sum) [""] "[incremental]-[opex]-[dep]" "Before tax, after depreciation.";
            c_op "Operating cash, capex lens" ("$B", Money, sum) [""] "[inside]*([incremental]-[opex]-tax_rate*[c_profit]+(1-tax_rate)*([collected]+[ent_profit]))" "After tax, inside the horizon.";
            c_capex "Machines paid" ("$B", Money, sum) [""] "-IF([t]<horizon_years,[bought+1],0)" "Those of the next year.";
            c_residual "Resale, after tax" ("$B", Money, sum) [""] "IF([t]=horizon_years,w_residual,0)" "At the horizon.";
        },
    },
    Band {
        name: "Cash flow through the chosen lens",
        columns: columns! {
            milestone "Milestone tranche" ("$B", Money, sum) [""] "IF(AND([t]>=milestone_start_year,[t]<milestone_start_year+milestone_count),w_milestone,0)" "As expected, also beyond the horizon.";
            invest "Invested" ("$B", Money, sum) [""] "-[inside]*IF([t]=0,w_closing,[milestone])" "Tranches paid, inside the horizon.";
            commit_cash "Commit, after tax" ("$B", Money, sum) [""] "[inside]*IF(@lens.capex,[incremental]-[opex]-tax_rate*[c_profit],(1-tax_rate)*[m_profit])" "In the capex lens with the tax shield of depreciation.";
            short_cash "Shortfall, after tax" ("$B", Money, sum) [""] "[inside]*(1-tax_rate)*[collected]" "What is collected.";
            idle_cash "Idle capacity, after tax" ("$B", Money, sum) [""] "-[inside]*IF(@lens.capex,0,(1-tax_rate)*[m_stranded])" "In the capex lens it stands in the machines.";
            ent_cash "Enterprise, after tax" ("$B", Money, sum) [""] "[inside]*(1-tax_rate)*[ent_profit]" "On new adopters.";
            op_cash "Operating cash" ("$B", Money, sum) [""] "IF(@lens.capex,[c_op],[m_op])" "The sum of the four before it.";
            capex "Machines" ("$B", Money, sum) [""] "IF(@lens.capex,[c_capex],0)" "Capex lens only.";
            residual "Resale" ("$B", Money, sum) [""] "IF(@lens.capex,[c_residual],0)" "Capex lens only.";
            point_cash "Point cash" ("$B", Money, sum) [""] "[invest]+[capex]+[residual]" "Paid at exactly the year’s end.";
        },
    },
    Band {
        name: "Balance and present value",
        columns: columns! {
            net "Net cash flow" ("$B", Money, sum) [""] "[op_cash]+[point_cash]" "All flows of the date.";
            cum "Balance" ("$B", Money) ["[net]"] "[cum-1]+[net]" "Running sum.";
            crossing "Back above zero" ("years", Years) ["\"\""] "IF(AND([cum]>=0,[cum-1]<0),[t]-1+[cum-1]/([cum-1]-[cum]),\"\")" "The time of it, in a straight line within the year.";
            point_factor "Factor, point flows" ("factor", Factor) ["1"] "[point_factor-1]/(1+discount_rate)" "v^t.";
            op_factor "Factor, operating flows" ("factor", Factor) [""] "[point_factor]*w_ahead" "Half a year earlier in mid-year timing.";
            disc "Present value" ("$B", Money, sum) [""] "[op_cash]*[op_factor]+[point_cash]*[point_factor]" "Its sum is the NPV.";
            dcum "Balance of present values" ("$B", Money) ["[disc]"] "[dcum-1]+[disc]" "Ends at the NPV.";
            dcrossing "Back above zero, present values" ("years", Years) ["\"\""] "IF(AND([dcum]>=0,[dcum-1]<0),[t]-1+[dcum-1]/([dcum-1]-[dcum]),\"\")" "The time of it.";
        },
    },
    Band {
        name: "The shares",
        columns: columns! {
            multiple "Value over run-rate" ("x", Ratio) [""] "IF([t]<exit_year,w_entry_multiple+w_multiple_step*[t],IF([t]=exit_year,exit_multiple,0))" "In a straight line from entry to exit.";
            valuation "Value of the lab" ("$B", Money) [""] "[multiple]*[arr]" "Up to the exit.";
            bought_share "Share bought" ("%", FinePercent, sum) ["immediate_b/entry_valuation_b+w_prior_stake"] "IF([t]>exit_year,0,[milestone]/IF(@tranche_pricing.entry,entry_valuation_b,[valuation]))" "Money over the value it is priced at.";
            stake "Stake" ("%", FinePercent) ["[bought_share]"] "IF([t]>exit_year,0,[stake-1]*(1-dilution)+[bought_share])" "Diluted each year, with what is bought.";
            exit_cash "Shares sold" ("$B", Money, sum) [""] "[inside]*IF([t]=exit_year,out_equity_proceeds_net_b,0)" "After haircut and tax; only in the figures with equity.";
        },
    },
];
