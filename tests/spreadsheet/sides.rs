//! What the cells of the lab's and the buyer's book must show: the model's answer, by the names of the workbook.

use offtake::catalog::{self, Side};
use offtake::model::burden::{self, LabYearRow};
use offtake::model::buyer::{self, BuyerYear};
use offtake::model::{Inputs, LabOutcome, Name, Obligation};
use serde_json::Value;

use super::book::{Book, Shown};
use super::expected::{difference, number, or, set, word};

/// The worked cases of the two sides, by name.
pub fn cases() -> Vec<(String, Side, Inputs)> {
    let file: Value = serde_json::from_str(include_str!("../cases.json")).unwrap();
    let side = |case: &Value| case["inputs"]["model"].as_str().and_then(Side::find);
    let cases = file["cases"].as_array().unwrap().iter().filter_map(|case| Some((case, side(case)?)));
    cases.map(|(case, side)| (case["name"].as_str().unwrap().to_owned(), side, wire(&case["inputs"]))).collect()
}

/// A worked case of one of the two sides.
pub fn worked(name: &str) -> (Side, Inputs) {
    let case = cases().into_iter().find(|(known, ..)| known == name);
    case.map_or_else(|| panic!("no case {name}"), |(_, side, inputs)| (side, inputs))
}

fn wire(keys: &Value) -> Inputs {
    let mut inputs = catalog::defaults();
    for (key, value) in keys.as_object().unwrap().iter().filter(|(key, _)| *key != "model") {
        match value.as_array() {
            Some(list) => owe(&mut inputs, list),
            None => set(&mut inputs, key, value),
        }
    }
    inputs
}

fn owe(inputs: &mut Inputs, list: &[Value]) {
    inputs.lab.obligation_count = u32::try_from(list.len()).unwrap();
    for (place, owed) in inputs.lab.obligations.iter_mut().zip(list) {
        let whole = |key: &str| u32::try_from(owed[key].as_u64().unwrap()).unwrap();
        *place = Obligation {
            name: Name::new(owed["name"].as_str().unwrap()).unwrap(),
            total_b: owed["total_b"].as_f64().unwrap(),
            start_year: whole("start_year"),
            years: whole("years"),
        };
    }
}

/// Where a book of a side does not show what the model answers.
pub fn differences(side: Side, book: &Book, inputs: &Inputs) -> Vec<String> {
    let (results, columns) = match side {
        Side::Lab => lab(inputs),
        Side::Buyer => buyer(inputs),
        Side::Investor => unreachable!("the deal has its own comparison"),
    };
    let named = results.into_iter().map(|(name, shown)| difference(name, &shown, &book.named(name)));
    let yearly = columns
        .into_iter()
        .map(|(name, below, shown)| difference(&format!("{name}[{below}]"), &shown, &book.in_column(name, below)));
    named.chain(yearly).flatten().collect()
}

type Named = (&'static str, Shown);
/// A cell of a column, so many rows below its first.
type Yearly = (&'static str, usize, Shown);

fn warned(is_so: bool, text: &str) -> Shown {
    word(if is_so { text } else { "none" })
}

/// The first year whose number is that one.
fn year_of(years: &[(u32, f64)], wanted: f64) -> Shown {
    let found = years.iter().find(|(_, value)| (value - wanted).abs() <= 1e-12 * wanted.abs());
    number(f64::from(found.unwrap().0))
}

fn lab(inputs: &Inputs) -> (Vec<Named>, Vec<Yearly>) {
    let outcome = burden::evaluate(inputs);
    let rows = &outcome.rows;
    let owed: f64 = rows.iter().map(|row| row.obligations).sum();
    let peak = rows.iter().map(|row| row.share).fold(0.0, f64::max);
    let spare = |row: &LabYearRow| (row.t, inputs.lab.lab_gross_margin * row.revenue - row.obligations);
    let spare: Vec<(u32, f64)> = rows.iter().map(spare).collect();
    let headroom = burden::headroom(inputs);
    let covers: Vec<(u32, f64)> = rows.iter().filter_map(|row| Some((row.t, row.gross_profit_cover?))).collect();
    let least = covers.iter().map(|(_, cover)| *cover).reduce(f64::min);
    let shares: Vec<(u32, f64)> = rows.iter().map(|row| (row.t, row.share)).collect();
    let total: f64 = inputs.lab.owed().map(|owed| owed.total_b).sum();
    let nothing = "nothing owed";
    let share = &outcome.arr_for_share;
    let results = vec![
        ("out_share_headline", number(outcome.headline_share)),
        ("out_years_funded", or(outcome.years_funded_by_investor, nothing)),
        ("out_run_rate_10", number(share.tenth)),
        ("out_run_rate_20", number(share.fifth)),
        ("out_run_rate_25", number(share.quarter)),
        ("out_run_rate_33", number(share.third)),
        ("out_owed_b", number(owed)),
        ("out_share_first", number(rows[0].share)),
        ("out_share_peak", number(peak)),
        ("out_share_peak_year", if peak > 0.0 { year_of(&shares, peak) } else { word(nothing) }),
        ("out_headroom_b", number(headroom)),
        ("out_headroom_year", year_of(&spare, headroom)),
        ("out_cover_least", or(least, nothing)),
        ("out_cover_year", least.map_or_else(|| word(nothing), |least| year_of(&covers, least))),
        (
            "out_years_covered",
            number(f64::from(u32::try_from(spare.iter().filter(|(_, spare)| *spare >= 0.0).count()).unwrap())),
        ),
        ("out_warning_cover", warned(headroom < 0.0, "In at least one year the gross profit is below what is owed.")),
        ("out_warning_years", warned(total > owed + 1e-9, "Part of what is owed falls after the years shown.")),
    ];
    (results, lab_years(inputs, &outcome))
}

const OWED: [&str; 6] = ["y_owed_1", "y_owed_2", "y_owed_3", "y_owed_4", "y_owed_5", "y_owed_6"];

fn lab_years(inputs: &Inputs, outcome: &LabOutcome) -> Vec<Yearly> {
    let mut columns = vec![("y_arr", 0, number(inputs.arr0_b))];
    for (row, growth) in outcome.rows.iter().zip(&outcome.growth) {
        let t = row.t as usize;
        columns.extend([
            ("y_t", t, number(f64::from(row.t))),
            ("y_growth", t, number(*growth)),
            ("y_arr", t, number(row.arr_end)),
            ("y_revenue", t, number(row.revenue)),
            ("y_owed", t, number(row.obligations)),
            ("y_share", t, number(row.share)),
            ("y_cover", t, or(row.gross_profit_cover, "")),
        ]);
        let each = inputs.lab.owed().map(|owed| owed.in_year(row.t)).chain(std::iter::repeat(0.0));
        columns.extend(OWED.into_iter().zip(each).map(|(name, owed)| (name, t, number(owed))));
    }
    columns
}

fn buyer(inputs: &Inputs) -> (Vec<Named>, Vec<Yearly>) {
    let outcome = buyer::evaluate(inputs);
    let without = buyer::evaluate(&with_usage(inputs, 0.0)).pv_commit_benefit_m;
    let words = match outcome.break_even_usage {
        Some(_) => "the usage at which the contract costs what paying as one goes does",
        None if without >= 0.0 => "none needed: not behind even without any usage",
        None => "out of reach: behind at every usage up to 300%",
    };
    let years = 1..=inputs.buyer.term_years;
    let outside = "The switch is outside the term and costs nothing here.";
    let results = vec![
        ("out_npv_m", number(outcome.npv_m)),
        ("out_pv_commit_benefit_m", number(outcome.pv_commit_benefit_m)),
        ("out_pv_infra_saving_m", number(outcome.pv_infra_saving_m)),
        ("out_expected_switching_m", number(outcome.expected_switching_m)),
        ("out_check", word("holds")),
        ("out_share_of_revenue", or(outcome.commit_share_of_revenue, "no revenue")),
        ("out_share_of_demand", or(outcome.commit_share_of_demand, "no demand")),
        ("out_total_commit_m", number(outcome.total_commit_m)),
        ("out_total_shortfall_m", number(outcome.total_shortfall_m)),
        ("out_break_even_usage", or(outcome.break_even_usage, "no answer")),
        ("out_break_even_usage_status", word(words)),
        ("out_full_discount_usage", or(outcome.full_discount_usage, "no demand")),
        ("out_exit_exposure_m", or(outcome.exit_exposure_m, "no switch in the term")),
        (
            "out_warning_shortfall",
            warned(outcome.total_shortfall_m > 0.0, "Part of the commitment is billed without being used."),
        ),
        ("out_warning_switch", warned(!years.contains(&inputs.buyer.switch_year), outside)),
    ];
    let cells = |(below, row): (usize, &BuyerYear)| {
        [
            ("y_t", number(f64::from(row.year))),
            ("y_demand", number(row.demand_list)),
            ("y_payg", number(row.payg)),
            ("y_spend", number(row.contract_spend)),
            ("y_floor", number(row.commit)),
            ("y_shortfall", number(row.shortfall)),
            ("y_cost", number(row.contract_cost)),
            ("y_benefit", number(row.benefit)),
            ("y_saving", number(row.infra_saving)),
        ]
        .map(|(name, shown)| (name, below, shown))
    };
    (results, outcome.rows.iter().enumerate().flat_map(cells).collect())
}

fn with_usage(inputs: &Inputs, usage_realised: f64) -> Inputs {
    Inputs { buyer: buyer::BuyerInputs { usage_realised, ..inputs.buyer }, ..*inputs }
}
