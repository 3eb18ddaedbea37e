//! What the cells must show: the model's answer, by the names of the workbook.

use offtake::catalog::{self, Case, DataVersion, Proportion};
use offtake::model::{self, AdoptionStatus, Inputs, IrrStatus, Lens, MarginStatus, Outcome, Payback, PaybackStatus};
use serde_json::Value;

use super::book::{Book, Shown};

/// Relative, and absolute near zero; rates of return by their own.
const TOLERANCE: f64 = 1e-9;
const RATE_TOLERANCE: f64 = 1e-6;

/// A case with these inputs.
pub fn case(inputs: &Inputs) -> Case {
    let base = DataVersion::base().unwrap();
    Case::restored(DataVersion::newest(), base, *inputs, Proportion::default())
}

/// The inputs of a worked case.
pub fn worked(name: &str) -> Inputs {
    let file: Value = serde_json::from_str(include_str!("../cases.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    let case = cases.iter().find(|case| case["name"] == name).unwrap_or_else(|| panic!("no case {name}"));
    wire(&case["inputs"])
}

/// The worked cases that are deals.
pub fn deals() -> Vec<String> {
    let file: Value = serde_json::from_str(include_str!("../cases.json")).unwrap();
    let deals = file["cases"].as_array().unwrap().iter().filter(|case| case["inputs"].get("model").is_none());
    deals.map(|case| case["name"].as_str().unwrap().to_owned()).collect()
}

fn wire(keys: &Value) -> Inputs {
    let mut inputs = catalog::defaults();
    let keys = keys.as_object().unwrap();
    if let Some(preset) = keys.get("preset") {
        catalog::Preset::find(preset.as_str().unwrap()).unwrap().apply(&mut inputs);
    }
    if let Some(scenario) = keys.get("scenario") {
        catalog::Scenario::find(scenario.as_str().unwrap()).unwrap().apply(&mut inputs);
    }
    for (key, value) in keys.iter().filter(|(key, _)| !["preset", "scenario"].contains(&key.as_str())) {
        set(&mut inputs, key, value);
    }
    inputs
}

/// Sets an input as the wire has it: a number, or the name of an option.
pub fn set(inputs: &mut Inputs, key: &str, value: &Value) {
    let input = catalog::find(key).unwrap_or_else(|| panic!("no input {key}"));
    let number = value.as_str().map_or_else(|| value.as_f64(), |option| input.choice_position(option)).unwrap();
    input.set(inputs, number).unwrap();
}

/// An input's value as its cell has it.
pub fn cell(inputs: &Inputs, key: &str) -> Shown {
    let input = catalog::find(key).unwrap();
    match input.choice(inputs) {
        Some(choice) => Shown::Text(choice.label.to_owned()),
        None => Shown::Number(input.get(inputs)),
    }
}

pub fn number(value: f64) -> Shown {
    Shown::Number(value)
}

pub fn word(text: &str) -> Shown {
    Shown::Text(text.to_owned())
}

pub fn or(value: Option<f64>, text: &str) -> Shown {
    value.map_or_else(|| word(text), number)
}

fn status(status: IrrStatus) -> Shown {
    let text = serde_json::to_value(status).unwrap();
    word(text.as_str().unwrap())
}

fn rates_in_words(status: IrrStatus, roots: usize) -> Shown {
    match status {
        IrrStatus::Unique => word("exactly one rate solves the flows"),
        IrrStatus::Multiple => word(&format!("{roots} rates solve the flows: none is meaningful alone")),
        IrrStatus::None => word("no rate solves the flows"),
        IrrStatus::AllInflow => word("no capital at risk: money only comes in"),
        IrrStatus::AllOutflow => word("capital never comes back"),
        IrrStatus::NoFlows => word("no money moves"),
    }
}

fn payback(payback: &Payback) -> Shown {
    match payback.status {
        PaybackStatus::Immediate => word("at once"),
        PaybackStatus::Never => word("never"),
        PaybackStatus::PaidBack => number(payback.years.unwrap()),
    }
}

fn first_crossing(payback: &Payback) -> Shown {
    if payback.status == PaybackStatus::Immediate { word("at once") } else { or(payback.first_crossing, "never") }
}

/// Every named result.
pub fn results(inputs: &Inputs, outcome: &Outcome) -> Vec<(&'static str, Shown)> {
    let Outcome { npv_parts_b: parts, break_even, ladder, ratios, subsidy, gw, equity, .. } = outcome;
    let lens = |lens| model::value(&Inputs { lens, ..*inputs }).npv_b;
    let mut expected = vec![
        ("out_npv_b", number(outcome.npv_b)),
        ("out_npv_stake_at_cost_b", number(outcome.npv_stake_at_cost_b)),
        ("out_npv_with_equity_b", number(outcome.npv_with_equity_b)),
        ("out_part_investment", number(parts.investment)),
        ("out_part_commit", number(parts.commit_after_tax)),
        ("out_part_shortfall", number(parts.shortfall_after_tax)),
        ("out_part_stranded", number(parts.stranded_after_tax)),
        ("out_part_enterprise", number(parts.enterprise_after_tax)),
        ("out_part_capex", number(parts.capex)),
        ("out_part_residual", number(parts.residual)),
        ("out_check", word("holds")),
        ("out_irr", or(outcome.irr, "not one rate")),
        ("r_status", status(outcome.irr_status)),
        ("out_irr_status", rates_in_words(outcome.irr_status, outcome.irr_roots.len())),
        ("out_irr_with_equity", or(outcome.irr_with_equity, "not one rate")),
        ("r_status_with_equity", status(outcome.irr_with_equity_status)),
        ("out_mirr", or(outcome.mirr, "not defined")),
        ("out_moic", or(outcome.moic, "no money put in")),
        ("out_moic_with_equity", or(outcome.moic_with_equity, "no money put in")),
        ("out_invested_b", number(outcome.invested_b)),
        ("out_capex_total_b", number(outcome.capex_total_b)),
        ("out_net_total_b", number(outcome.net_total_b)),
        ("out_payback", payback(&outcome.payback)),
        ("out_payback_first", first_crossing(&outcome.payback)),
        ("out_discounted_payback", payback(&outcome.discounted_payback)),
        ("out_peak_exposure_b", number(outcome.peak_exposure_b)),
        ("out_peak_exposure_year", number(f64::from(outcome.peak_exposure_year))),
        ("out_break_even_margin", or(break_even.commit_margin, "not used")),
        ("out_npv_without_enterprise_b", number(break_even.npv_without_enterprise)),
        ("out_required_uplift_b", or(break_even.required_uplift_b_per_yr, "not defined")),
        ("out_required_uplift_share", or(break_even.required_uplift_share_of_aws, "not defined")),
        ("out_npv_margin_lens_b", number(lens(Lens::Margin))),
        ("out_npv_unit_margin_b", number(outcome.lens_compare.npv_margin_lens_at_unit_margin_b)),
        ("out_npv_capex_lens_b", number(outcome.lens_compare.npv_capex_lens_b)),
        ("out_capital_charge_b", number(outcome.lens_compare.capital_charge_b)),
        ("out_unit_operating_margin", number(gw.unit_operating_margin)),
        ("out_unit_economic_margin", number(gw.unit_economic_margin)),
        ("out_share_headline", number(outcome.commit_share.headline)),
        ("out_share_first", number(outcome.commit_share.first_year)),
        ("out_share_last", number(outcome.commit_share.last_year)),
        ("out_share_cumulative", number(outcome.commit_share.cumulative)),
        ("out_aws_share", number(outcome.aws_share.commit_year1_over_runrate)),
        ("out_commit_over_ceiling", or(ratios.commit_over_ceiling, "no new money")),
        ("out_commit_over_all", or(ratios.commit_over_ceiling_plus_prior, "no money")),
        ("out_commit_over_immediate", or(ratios.commit_over_immediate, "no first tranche")),
        ("out_commit_over_expected", or(ratios.commit_over_expected, "no new money")),
        ("out_ladder_revenue", or(ladder.revenue_per_dollar, "no new money")),
        ("out_ladder_profit", or(ladder.operating_profit_per_dollar, "no new money")),
        ("out_ladder_after_tax", or(ladder.after_tax_per_dollar, "no new money")),
        ("out_ladder_present", or(ladder.present_value_per_dollar, "no new money")),
        ("out_subsidy_gross", or(subsidy.gross_per_commit_dollar, "no commitment")),
        ("out_subsidy_pv", or(subsidy.pv_per_pv_commit_dollar, "no commitment")),
        ("out_subsidy_net", or(subsidy.net_of_equity_per_pv_commit_dollar, "no commitment")),
        ("out_equity_valuation_b", number(equity.exit_valuation_b)),
        ("out_equity_stake", number(equity.stake_at_exit)),
        ("out_equity_cost_b", number(equity.cost_b)),
        ("out_equity_proceeds_gross_b", number(equity.proceeds_gross_b)),
        ("out_equity_tax_b", number(equity.tax_b)),
        ("out_equity_proceeds_net_b", number(equity.proceeds_net_b)),
        ("out_equity_npv_b", number(equity.npv_b)),
        ("out_gw_years", number(gw.gw_years_bought_at_price)),
        ("out_peak_gw", number(gw.peak_gw_at_price)),
        ("out_commit_per_gw_year", or(gw.commit_b_per_gw_year, "not stated")),
        ("out_financing_memo_b", number(outcome.financing_carry_memo_b)),
    ];
    expected.extend(break_evens(outcome));
    expected.extend(warnings(outcome));
    // The rates themselves, also where there are several.
    let roots = ["r_root1", "r_root2", "r_root3", "r_root4", "r_root5", "r_root6"];
    let rates = outcome.irr_roots.iter().copied().map(Some).chain(std::iter::repeat(None));
    expected.extend(roots.into_iter().zip(rates).map(|(name, rate)| (name, or(rate, ""))));
    expected
}

fn break_evens(outcome: &Outcome) -> [(&'static str, Shown); 4] {
    let even = &outcome.break_even;
    let margin = match even.commit_margin_status {
        MarginStatus::Ok => "the margin at which the NPV is zero",
        MarginStatus::AlreadyPositiveAtZero => "none needed: ahead even at a margin of zero",
        MarginStatus::Impossible => "out of reach: more than the whole revenue; a straight line drawn on",
        MarginStatus::NotApplicable => "not used: no usage to earn it on, or the capex lens",
    };
    let (adoption, words) = match even.adoption_status {
        AdoptionStatus::Ok => ("ok", "the final adoption at which the NPV is zero"),
        AdoptionStatus::AlreadyPositive => ("already_positive", "none needed: ahead without a new adopter"),
        AdoptionStatus::Unreachable => ("unreachable", "out of reach: not even with every customer"),
        AdoptionStatus::NotApplicable => ("not_applicable", "not used: new adopters earn nothing here"),
    };
    [
        ("out_break_even_margin_status", word(margin)),
        ("out_break_even_adoption", or(even.adoption_ceiling, "no answer")),
        ("b_status", word(adoption)),
        ("out_break_even_adoption_status", word(words)),
    ]
}

fn warnings(outcome: &Outcome) -> [(&'static str, Shown); 4] {
    let shown = |warning, text: &str| word(if outcome.warnings.contains(&warning) { text } else { "none" });
    let [commit, tranche, peak, exit] = [
        "The commitment runs past the horizon; what falls after it is left out.",
        "Milestone money due after the horizon is left out.",
        "Peak capacity is above the stated ceiling.",
        "The exit is after the horizon, so the shares count for nothing.",
    ];
    [
        ("out_warning_commit", shown(model::Warning::CommitOutsideHorizon, commit)),
        ("out_warning_tranche", shown(model::Warning::TrancheOutsideHorizon, tranche)),
        ("out_warning_gw", shown(model::Warning::PeakGwAboveHeadline, peak)),
        ("out_warning_exit", shown(model::Warning::EquityExitOutsideHorizon, exit)),
    ]
}

/// A column's name, and what the model answers for it.
type Column = (&'static str, fn(&model::Row) -> f64);

/// The yearly rows, by the names of their columns.
const COLUMNS: [Column; 20] = [
    ("y_invest", |row| row.invest),
    ("y_commit", |row| row.commit),
    ("y_usage", |row| row.usage),
    ("y_missing", |row| row.shortfall),
    ("y_collected", |row| row.shortfall_paid),
    ("y_adopters", |row| row.new_adopters),
    ("y_ent_revenue", |row| row.ent_rev),
    ("y_ent_profit", |row| row.ent_op),
    ("y_capex", |row| row.capex),
    ("y_op_cash", |row| row.op_cash),
    ("y_point_cash", |row| row.point_cash),
    ("y_net", |row| row.net),
    ("y_disc", |row| row.disc),
    ("y_cum", |row| row.cum),
    ("y_dcum", |row| row.dcum),
    ("y_adoption", |row| row.adoption),
    ("y_arr", |row| row.arr_end),
    ("y_revenue", |row| row.lab_revenue),
    ("y_share", |row| row.commit_share.unwrap_or_default()),
    ("y_t", |row| f64::from(row.t)),
];

/// Columns of the capex lens, which the model fills only through that lens.
const CAPEX_COLUMNS: [Column; 5] = [
    ("y_gw", |row| row.gw),
    ("y_gw_built", |row| row.gw_built),
    ("y_dep", |row| row.dep),
    ("y_opex", |row| row.opex),
    ("y_c_profit", |row| row.commit_op),
];

/// Where a book does not show what the model answers.
pub fn differences(book: &Book, inputs: &Inputs) -> Vec<String> {
    let outcome = model::evaluate(inputs);
    let named = results(inputs, &outcome);
    let mut faults: Vec<String> =
        named.iter().filter_map(|(name, expected)| difference(name, expected, &book.named(name))).collect();
    let mut columns: Vec<_> = COLUMNS.to_vec();
    if inputs.lens == Lens::Capex {
        columns.extend(CAPEX_COLUMNS);
    }
    for (t, row) in outcome.rows.iter().enumerate() {
        for (name, of) in &columns {
            faults.extend(difference(&format!("{name}[{t}]"), &number(of(row)), &book.in_column(name, t)));
        }
    }
    faults
}

pub fn difference(name: &str, expected: &Shown, found: &Shown) -> Option<String> {
    let agree = match (expected, found) {
        (Shown::Number(a), Shown::Number(b)) => {
            let rate = (name.contains("irr") || name.contains("root")) && !name.contains("mirr");
            let tolerance = if rate { RATE_TOLERANCE } else { TOLERANCE };
            (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1.0)
        }
        (Shown::Text(a), Shown::Text(b)) => a == b,
        (Shown::Text(a), Shown::Nothing) => a.is_empty(),
        _ => false,
    };
    (!agree).then(|| format!("{name}: expected {expected:?}, found {found:?}"))
}
