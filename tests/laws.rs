//! Laws that hold for every deal inside the model limits.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test says what it expects")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "years, counts and positions are small and positive"
)]

use offtake::catalog::{self, INPUTS, Input, Kind, Limits};
use offtake::model::{
    self, AdoptionStatus, CommitShape, Inputs, IrrStatus, Lens, MarginStatus, Outcome, PaybackStatus, Timing, Value,
};
use proptest::prelude::*;

/// A value of one input between the limits, on its kind's grid; the ends come up often.
fn value_within(input: &'static Input, limits: Limits) -> BoxedStrategy<f64> {
    match input.kind {
        Kind::Choice(choices) => (0..choices.len()).prop_map(|position| position as f64).boxed(),
        Kind::Whole => (limits.min as u32..=limits.max as u32).prop_map(f64::from).boxed(),
        Kind::Number => prop_oneof![1 => Just(limits.min), 1 => Just(limits.max), 6 => limits.min..=limits.max].boxed(),
    }
}

/// Inputs with every value drawn from the limits that `limits` picks.
fn inputs(limits: fn(&Input) -> Limits) -> impl Strategy<Value = Inputs> {
    let values: Vec<_> = INPUTS.iter().map(|input| value_within(input, limits(input))).collect();
    values.prop_map(|values| {
        let mut inputs = catalog::defaults();
        for (input, value) in INPUTS.iter().zip(values) {
            input.set(&mut inputs, value).unwrap();
        }
        inputs
    })
}

fn slider_inputs() -> impl Strategy<Value = Inputs> {
    inputs(|input| input.slider)
}

fn model_inputs() -> impl Strategy<Value = Inputs> {
    inputs(|input| input.model)
}

fn close(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + scale.abs().max(a.abs()).max(b.abs()))
}

/// The size of the money that moves: what rounding errors are measured against.
fn volume(outcome: &Outcome) -> f64 {
    outcome.rows.iter().map(|row| row.op_cash.abs() + row.point_cash.abs()).sum()
}

fn no_number_is_lost(value: &serde_json::Value, path: &str) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                no_number_is_lost(value, &format!("{path}.{key}"));
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| no_number_is_lost(value, path)),
        serde_json::Value::Null => {
            // Serde writes a number that is not finite as null: only where the model may answer "none" is null an answer.
            const MAY_BE_NONE: [&str; 24] = [
                ".irr",
                ".mirr",
                ".moic",
                ".irr_with_equity",
                ".moic_with_equity",
                ".payback.years",
                ".payback.first_crossing",
                ".discounted_payback.years",
                ".discounted_payback.first_crossing",
                ".break_even.commit_margin",
                ".break_even.adoption_ceiling",
                ".break_even.required_uplift_b_per_yr",
                ".break_even.required_uplift_share_of_aws",
                ".ladder.revenue_per_dollar",
                ".ladder.operating_profit_per_dollar",
                ".ladder.after_tax_per_dollar",
                ".ladder.present_value_per_dollar",
                ".rows.commit_share",
                ".subsidy.gross_per_commit_dollar",
                ".subsidy.pv_per_pv_commit_dollar",
                ".subsidy.net_of_equity_per_pv_commit_dollar",
                ".gw.invest_b_per_gw",
                ".gw.commit_b_per_gw",
                ".gw.commit_b_per_gw_year",
            ];
            assert!(MAY_BE_NONE.contains(&path) || path.starts_with(".ratios."), "{path} is not a number");
        }
        _ => {}
    }
}

/// Every option is finite, too: `Some(infinity)` would be written as null and pass for "none".
fn options(outcome: &Outcome) -> Vec<Option<f64>> {
    let Outcome { irr, mirr, moic, irr_with_equity, moic_with_equity, break_even, ladder, ratios, subsidy, gw, .. } =
        outcome;
    vec![
        *irr,
        *mirr,
        *moic,
        *irr_with_equity,
        *moic_with_equity,
        outcome.payback.years,
        outcome.payback.first_crossing,
        outcome.discounted_payback.years,
        break_even.commit_margin,
        break_even.adoption_ceiling,
        break_even.required_uplift_b_per_yr,
        break_even.required_uplift_share_of_aws,
        ladder.revenue_per_dollar,
        ladder.operating_profit_per_dollar,
        ladder.after_tax_per_dollar,
        ladder.present_value_per_dollar,
        ratios.commit_over_ceiling,
        ratios.commit_over_ceiling_plus_prior,
        ratios.commit_over_expected,
        ratios.commit_over_immediate,
        subsidy.gross_per_commit_dollar,
        subsidy.pv_per_pv_commit_dollar,
        subsidy.net_of_equity_per_pv_commit_dollar,
        gw.invest_b_per_gw,
        gw.commit_b_per_gw,
        gw.commit_b_per_gw_year,
    ]
}

fn is_total(inputs: &Inputs) {
    let outcome = model::evaluate(inputs);
    no_number_is_lost(&serde_json::to_value(&outcome).unwrap(), "");
    for option in options(&outcome).into_iter().flatten() {
        assert!(option.is_finite(), "{option} in {outcome:?}");
    }
    assert!(outcome.irr_roots.iter().all(|root| root.is_finite()));
    assert_eq!(outcome.irr.is_some(), outcome.irr_status == IrrStatus::Unique);
    assert_eq!(outcome.payback.years.is_none(), outcome.payback.status == PaybackStatus::Never);
}

/// The NPV of the flows in the rows at another rate.
fn npv_at(inputs: &Inputs, outcome: &Outcome, rate: f64) -> f64 {
    let delta = if inputs.timing == Timing::Mid { 0.5 } else { 0.0 };
    outcome
        .rows
        .iter()
        .map(|row| {
            let t = f64::from(row.t);
            row.op_cash * libm::pow(1.0 + rate, delta - t) + row.point_cash * libm::pow(1.0 + rate, -t)
        })
        .sum()
}

/// The same, with every flow taken as positive: the scale on which a root is judged.
fn volume_at(inputs: &Inputs, outcome: &Outcome, rate: f64) -> f64 {
    let mut all_in = outcome.clone();
    for row in &mut all_in.rows {
        row.op_cash = row.op_cash.abs();
        row.point_cash = row.point_cash.abs();
    }
    npv_at(inputs, &all_in, rate)
}

fn npv(inputs: &Inputs) -> f64 {
    model::value(inputs).npv_b
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_point_inside_the_model_limits_has_an_answer(inputs in model_inputs()) {
        is_total(&inputs);
    }

    #[test]
    fn every_point_inside_the_slider_limits_has_an_answer(inputs in slider_inputs()) {
        is_total(&inputs);
    }

    #[test]
    fn both_ways_in_agree_to_the_bit(inputs in slider_inputs()) {
        let Value { npv_b, npv_with_equity_b, npv_stake_at_cost_b, net_total_b, payback } = model::value(&inputs);
        let outcome = model::evaluate(&inputs);
        prop_assert_eq!(npv_b.to_bits(), outcome.npv_b.to_bits());
        prop_assert_eq!(npv_with_equity_b.to_bits(), outcome.npv_with_equity_b.to_bits());
        prop_assert_eq!(npv_stake_at_cost_b.to_bits(), outcome.npv_stake_at_cost_b.to_bits());
        prop_assert!((net_total_b - outcome.net_total_b).abs() == 0.0);
        prop_assert_eq!(model::irr_alone(&inputs), outcome.irr);
        prop_assert_eq!(payback, outcome.payback);
    }

    #[test]
    fn parts_and_balances_add_up(inputs in slider_inputs()) {
        let outcome = model::evaluate(&inputs);
        let scale = volume(&outcome);
        let last = outcome.rows.last().unwrap();
        prop_assert!(close(outcome.npv_parts_b.sum(), outcome.npv_b, scale));
        prop_assert!(close(last.dcum, outcome.npv_b, scale));
        prop_assert!(close(last.cum, outcome.net_total_b, scale));
        prop_assert!(close(outcome.npv_stake_at_cost_b, outcome.npv_b - outcome.npv_parts_b.investment, scale));
        prop_assert!(close(outcome.npv_with_equity_b - outcome.npv_b, outcome.equity.npv_b, scale));
    }

    #[test]
    fn the_npv_is_zero_at_every_irr(inputs in slider_inputs()) {
        let outcome = model::evaluate(&inputs);
        for root in &outcome.irr_roots {
            let rest = npv_at(&inputs, &outcome, *root) / volume_at(&inputs, &outcome, *root);
            prop_assert!(rest.abs() < 1e-9, "{} at {}", rest, root);
        }
    }

    #[test]
    fn the_npv_is_zero_at_the_break_evens(inputs in slider_inputs()) {
        let outcome = model::evaluate(&inputs);
        let scale = volume(&outcome);
        if outcome.break_even.commit_margin_status == MarginStatus::Ok {
            let there = Inputs { commit_margin: outcome.break_even.commit_margin.unwrap(), ..inputs };
            // Above a margin of one the stranded cost stops falling; "ok" never lies there.
            prop_assert!(close(npv(&there), 0.0, scale), "margin {}: {}", there.commit_margin, npv(&there));
        }
        if outcome.break_even.adoption_status == AdoptionStatus::Ok {
            let there = Inputs { adoption_ceiling: outcome.break_even.adoption_ceiling.unwrap(), ..inputs };
            prop_assert!(close(npv(&there), 0.0, scale), "ceiling {}: {}", there.adoption_ceiling, npv(&there));
        }
    }

    #[test]
    fn doubling_all_money_doubles_the_npv_and_keeps_the_irr(inputs in slider_inputs()) {
        let double = Inputs {
            immediate_b: inputs.immediate_b * 2.0,
            contingent_b: inputs.contingent_b * 2.0,
            prior_invest_b: inputs.prior_invest_b * 2.0,
            commit_total_b: inputs.commit_total_b * 2.0,
            arr0_b: inputs.arr0_b * 2.0,
            rev_per_adopter_k: inputs.rev_per_adopter_k * 2.0,
            entry_valuation_b: inputs.entry_valuation_b * 2.0,
            aws_rev0_b: inputs.aws_rev0_b * 2.0,
            ..inputs
        };
        let (one, two) = (model::evaluate(&inputs), model::evaluate(&double));
        let scale = volume(&two);
        prop_assert!(close(two.npv_b, 2.0 * one.npv_b, scale));
        prop_assert!(close(two.npv_with_equity_b, 2.0 * one.npv_with_equity_b, scale));
        prop_assert_eq!(one.irr_status, two.irr_status);
        for (a, b) in one.irr_roots.iter().zip(&two.irr_roots) {
            prop_assert!((a - b).abs() < 1e-7 * (1.0 + a.abs()), "{} and {}", a, b);
        }
    }

    #[test]
    fn more_margin_and_adoption_help_and_more_investment_costs(inputs in slider_inputs(), step in 0.0..0.2_f64) {
        let scale = volume(&model::evaluate(&inputs));
        let slack = 1e-9 * (1.0 + scale);
        let base = npv(&inputs);
        if inputs.lens == Lens::Margin {
            let margin = Inputs { commit_margin: inputs.commit_margin + step, ..inputs };
            prop_assert!(npv(&margin) >= base - slack);
        }
        if inputs.ent_margin >= 0.0 {
            let adoption = Inputs { adoption_ceiling: inputs.adoption_ceiling + step, ..inputs };
            prop_assert!(npv(&adoption) >= base - slack);
        }
        let investment = Inputs { immediate_b: inputs.immediate_b + step, contingent_b: inputs.contingent_b + step, ..inputs };
        prop_assert!(npv(&investment) <= base + slack);
    }

    #[test]
    fn a_lab_that_does_not_grow_keeps_its_share(inputs in slider_inputs()) {
        let still = Inputs { arr_g1: 0.0, arr_g_lt: 0.0, commit_shape: CommitShape::Flat, ..inputs };
        let share = model::evaluate(&still).commit_share;
        prop_assert_eq!(share.path.len(), still.commit_years as usize);
        prop_assert!(share.path.iter().all(|year| close(*year, share.headline, 0.0)));
    }

    #[test]
    fn the_schedule_sums_to_the_commitment(inputs in slider_inputs()) {
        let long = Inputs { horizon_years: inputs.horizon_years.max(inputs.commit_years), ..inputs };
        let outcome = model::evaluate(&long);
        let total: f64 = outcome.rows.iter().map(|row| row.commit).sum();
        prop_assert!(close(total, long.commit_total_b, 0.0));
    }

    #[test]
    fn depreciation_and_book_value_are_the_capex(inputs in slider_inputs()) {
        let clean = Inputs { lens: Lens::Capex, residual_pct: 1.0, tax_rate: 0.0, ..inputs };
        let outcome = model::evaluate(&clean);
        let written_off: f64 = outcome.rows.iter().map(|row| row.dep).sum();
        prop_assert!(close(written_off + outcome.residual_net_b, outcome.capex_total_b, outcome.capex_total_b));
    }

    #[test]
    fn a_conventional_deal_is_worth_less_at_a_higher_rate(inputs in slider_inputs(), step in 0.001..0.1_f64) {
        let outcome = model::evaluate(&inputs);
        let mut nets = outcome.rows.iter().map(|row| row.net).skip_while(|net| *net <= 0.0);
        let conventional = outcome.rows[0].net < 0.0 && nets.all(|net| net >= 0.0) && inputs.timing == Timing::End;
        // Falling is certain only up to the internal rate of return: beyond it, late inflows shrink, and so does the loss.
        if conventional && outcome.irr.is_some_and(|irr| irr > inputs.discount_rate + step) {
            let dearer = Inputs { discount_rate: inputs.discount_rate + step, ..inputs };
            prop_assert!(npv(&dearer) < outcome.npv_b);
        }
    }
}

#[test]
fn the_unit_margin_is_what_a_full_flat_year_earns_through_the_capex_lens() {
    // A year in which every machine bought is in use and none has died: the first.
    let inputs = Inputs { lens: Lens::Capex, ..catalog::defaults() };
    let outcome = model::evaluate(&inputs);
    let year = &outcome.rows[1];
    assert!(close(year.commit_op / year.usage, outcome.gw.unit_operating_margin, 0.0));
}
