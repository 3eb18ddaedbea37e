//! The worked lines of ladder, ratios, subsidy, capacity figures, lenses, stake and financing.

use super::super::is_even;
use super::super::numbers::{FINE_MONEY, MONEY, PERCENT, PLAIN, money, percent, ratio};
use super::Deal;
use crate::model::{Inputs, PriorMode};

const NO_NEW_MONEY: &str = "No new money is put in: Not defined";

pub(super) fn ladder(deal: &Deal) -> Vec<String> {
    let (inputs, ladder) = (deal.inputs, &deal.outcome.ladder);
    let (Some(revenue), Some(profit), Some(after_tax)) =
        (ladder.revenue_per_dollar, ladder.operating_profit_per_dollar, ladder.after_tax_per_dollar)
    else {
        return vec![NO_NEW_MONEY.to_owned()];
    };
    let new_money = inputs.new_money_expected_b();
    let money_in = MONEY.trimmed(new_money);
    let mut lines = vec![
        format!("{} / {money_in} = {}", MONEY.trimmed(inputs.commit_total_b), ratio(revenue)),
        format!("{} / {money_in} = {}", money(profit * new_money), ratio(profit)),
        format!("{} × (1 − {}) = {}", ratio(profit), PERCENT.trimmed(inputs.tax_rate), ratio(after_tax)),
    ];
    lines.extend(ladder.present_value_per_dollar.map(|present| {
        let money_in = present_new_money(deal);
        format!("{} / {} = {}", money(present * money_in), money(money_in), ratio(present))
    }));
    lines
}

/// Present value of the new money, $B: of all that is invested, less what was paid before and is counted again.
fn present_new_money(deal: &Deal) -> f64 {
    let Inputs { prior_mode, prior_invest_b, .. } = *deal.inputs;
    let prior = if prior_mode == PriorMode::AtCost { prior_invest_b } else { 0.0 };
    -deal.outcome.npv_parts_b.investment - prior
}

pub(super) fn ratios(deal: &Deal) -> Vec<String> {
    let (inputs, ratios) = (deal.inputs, &deal.outcome.ratios);
    let commit = MONEY.trimmed(inputs.commit_total_b);
    let ceiling = inputs.new_money_ceiling_b();
    let all = [
        (ratios.commit_over_immediate, inputs.immediate_b, "before any milestone"),
        (ratios.commit_over_ceiling_plus_prior, ceiling + inputs.prior_invest_b, "with the earlier money"),
        (ratios.commit_over_expected, inputs.new_money_expected_b(), "as drawn"),
        (ratios.commit_over_ceiling, ceiling, "if all is drawn"),
    ];
    let lines = all.into_iter().filter_map(|(found, over, what)| {
        Some(format!("{what}: {commit} / {} = {}", MONEY.trimmed(over), ratio(found?)))
    });
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { vec![NO_NEW_MONEY.to_owned()] } else { lines }
}

pub(super) fn subsidy(deal: &Deal) -> Vec<String> {
    let subsidy = &deal.outcome.subsidy;
    let Some(gross) = subsidy.gross_per_commit_dollar else {
        return vec!["No commitment is made: Not defined".to_owned()];
    };
    let (inputs, invested) = (deal.inputs, -deal.outcome.npv_parts_b.investment);
    let (new_money, commit) = (MONEY.trimmed(inputs.new_money_expected_b()), MONEY.trimmed(inputs.commit_total_b));
    let mut lines = vec![format!("gross: {new_money} / {commit} = {}", PLAIN.minus(gross))];
    let present = subsidy.pv_per_pv_commit_dollar.filter(|_| !is_even(invested));
    if let (Some(present), Some(net)) = (present, subsidy.net_of_equity_per_pv_commit_dollar) {
        let (commit_pv, equity) = (money(invested / present), money(deal.outcome.equity.npv_b));
        let invested = money(invested);
        lines.push(format!("in present value: {invested} / {commit_pv} = {}", PLAIN.minus(present)));
        lines.push(format!("net of the shares: ({invested} − {equity}) / {commit_pv} = {}", PLAIN.minus(net)));
    }
    lines
}

pub(super) fn gigawatts(deal: &Deal) -> Vec<String> {
    let (inputs, gw) = (deal.inputs, &deal.outcome.gw);
    let (commit, new_money) = (MONEY.trimmed(inputs.commit_total_b), MONEY.trimmed(inputs.new_money_ceiling_b()));
    let ceiling = format!("{} GW ceiling", PLAIN.trimmed(inputs.gw_headline));
    let per_gw = |name: &str, money_b: &str, found: Option<f64>| {
        Some(format!("{name}: {money_b} / {ceiling} = {} per GW", FINE_MONEY.minus(found?)))
    };
    let yearly = gw.commit_b_per_gw_year.map(|found| {
        format!("{commit} / ({ceiling} × {}) = {} per GW-year", inputs.commit_years, FINE_MONEY.minus(found))
    });
    let price = FINE_MONEY.trimmed(inputs.price_b_per_gw_yr);
    let bought = format!("{commit} / {price} = {} GW-years at the price", PLAIN.minus(gw.gw_years_bought_at_price));
    let optional = [
        per_gw("Investment", &new_money, gw.invest_b_per_gw),
        per_gw("Commitment", &commit, gw.commit_b_per_gw),
        yearly,
    ];
    optional.into_iter().flatten().chain(std::iter::once(bought)).collect()
}

pub(super) fn unit_margins(deal: &Deal) -> Vec<String> {
    let (inputs, gw) = (deal.inputs, &deal.outcome.gw);
    let (price, opex) = (inputs.price_b_per_gw_yr, inputs.opex_b_per_gw_yr);
    let line = |name: &str, margin: f64| {
        let capital = (1.0 - margin) * price - opex;
        format!(
            "{name}: 1 − ({} running + {} of machines a year) / {} = {}",
            FINE_MONEY.minus(opex),
            FINE_MONEY.minus(capital),
            FINE_MONEY.minus(price),
            percent(margin)
        )
    };
    vec![line("economic", gw.unit_economic_margin), line("operating", gw.unit_operating_margin)]
}

pub(super) fn charge(deal: &Deal) -> Vec<String> {
    let lenses = &deal.outcome.lens_compare;
    let margin = lenses.npv_margin_lens_at_unit_margin_b;
    let sign = if margin < 0.0 && !MONEY.is_zero(margin) { "+" } else { "−" };
    vec![format!(
        "{} {sign} {} = {}",
        money(lenses.npv_capex_lens_b),
        money(margin.abs()),
        money(lenses.capital_charge_b)
    )]
}

pub(super) fn equity(deal: &Deal) -> Vec<String> {
    let equity = &deal.outcome.equity;
    let proceeds = format!(
        "{} × {} × (1 − {}) = {}, less tax of {} = {} in year {}",
        percent(equity.stake_at_exit),
        money(equity.exit_valuation_b),
        PERCENT.trimmed(deal.inputs.equity_haircut),
        money(equity.proceeds_gross_b),
        money(equity.tax_b),
        money(equity.proceeds_net_b),
        equity.exit_year
    );
    let today = if equity.inside_horizon { "Worth today" } else { "After the horizon, so it counts for" };
    vec![proceeds, format!("{today} {}", money(equity.npv_b))]
}

pub(super) fn financing(deal: &Deal) -> Vec<String> {
    let years = deal.outcome.rows.iter().filter(|row| row.t < deal.inputs.horizon_years);
    let outstanding: f64 = years.map(|row| (-row.cum).max(0.0)).sum();
    let rate = PERCENT.trimmed(deal.inputs.financing_rate);
    let shown = money(deal.outcome.financing_carry_memo_b);
    vec![format!("{rate} of {} summed over the years = {shown}", money(outstanding))]
}
