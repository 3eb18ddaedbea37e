//! One line for a group of assumptions that is closed: its present values in a few words.

use super::findings::growth;
use super::is_even;
use super::lab;
use super::numbers::{MONEY, PERCENT, with_unit, years_in_words};
use crate::catalog::{Group, Unit};
use crate::model::{AdoptionModel, CommitShape, Inputs, Lens, Obligation, PriorMode, Timing, TranchePricing};

/// The present values of a group, without a full stop.
#[must_use]
pub fn summary(group: Group, inputs: &Inputs) -> String {
    match group {
        Group::Tranches => tranches(inputs),
        Group::DrawDown => draw_down(inputs),
        Group::LabGrowth => format!("{} run-rate, {}", with_unit(Unit::BillionUsd, inputs.arr0_b), growth(inputs)),
        Group::Capacity => capacity(inputs),
        Group::Adoption => adoption(inputs),
        Group::Equity => equity(inputs),
        Group::Rates => rates(inputs),
        Group::Contract => contract(inputs),
        Group::Market => market(inputs),
        Group::Switching => switching(inputs),
        Group::Burden => {
            let margin = with_unit(Unit::Percent, inputs.lab.lab_gross_margin);
            let funding = with_unit(Unit::BillionUsd, inputs.lab.funding_b);
            format!("{margin} gross margin, {funding} from the investor, {}", years_in_words(inputs.lab.years))
        }
        Group::Obligations => obligations(inputs),
    }
}

fn contract(inputs: &Inputs) -> String {
    let buyer = &inputs.buyer;
    let commit = with_unit(Unit::MillionUsd, buyer.commit_m);
    format!("{commit} a year, {}, {} off", years_in_words(buyer.term_years), with_unit(Unit::Percent, buyer.discount))
}

fn market(inputs: &Inputs) -> String {
    let buyer = &inputs.buyer;
    let (demand, growth) = (with_unit(Unit::MillionUsd, buyer.demand_m), with_unit(Unit::Percent, buyer.demand_growth));
    format!("{demand} demand, {growth} growth, {} of it used", with_unit(Unit::Percent, buyer.usage_realised))
}

fn switching(inputs: &Inputs) -> String {
    let buyer = &inputs.buyer;
    let (claim, real) = (with_unit(Unit::Percent, buyer.saving_pct), with_unit(Unit::Percent, buyer.saving_realised));
    let leaving = match buyer.switch_year {
        year if (1..=buyer.term_years).contains(&year) => {
            format!("{} leave in year {year}", with_unit(Unit::Percent, buyer.switch_prob))
        }
        _ => "no switch inside the term".to_owned(),
    };
    format!("{real} of a claimed {claim} saved, {leaving}")
}

fn obligations(inputs: &Inputs) -> String {
    let owed = |(at, owed): (usize, &Obligation)| {
        format!("{} {}", lab::name(at, owed), with_unit(Unit::BillionUsd, owed.total_b))
    };
    inputs.lab.owed().enumerate().map(owed).collect::<Vec<_>>().join(", ")
}

fn tranches(inputs: &Inputs) -> String {
    let now = match inputs.immediate_b {
        none if is_even(none) => "nothing now".to_owned(),
        paid => format!("{} now", MONEY.trimmed(paid)),
    };
    let later = if is_even(inputs.contingent_b) {
        "nothing later".to_owned()
    } else {
        format!("{} {}, {}", MONEY.trimmed(inputs.contingent_b), milestone_years(inputs), drawn(inputs))
    };
    let prior = match inputs.prior_mode {
        PriorMode::Sunk => String::new(),
        PriorMode::AtCost => format!(", earlier {} counted", MONEY.trimmed(inputs.prior_invest_b)),
    };
    format!("{now}, {later}{prior}")
}

fn milestone_years(inputs: &Inputs) -> String {
    let first = inputs.milestone_start_year;
    match inputs.milestone_count {
        0 | 1 => format!("in year {first}"),
        count => format!("over years {first}–{}", first + count - 1),
    }
}

fn drawn(inputs: &Inputs) -> String {
    match inputs.milestone_prob {
        all if all >= 1.0 => "all drawn".to_owned(),
        none if none <= 0.0 => "none drawn".to_owned(),
        part => format!("{} drawn", PERCENT.trimmed(part)),
    }
}

fn draw_down(inputs: &Inputs) -> String {
    let shape = match inputs.commit_shape {
        CommitShape::Flat => "flat",
        CommitShape::Ramp => "ramp",
        CommitShape::BackLoaded => "back-loaded",
        CommitShape::GrowthLinked => "in step with revenue",
    };
    let term = years_in_words(inputs.commit_years);
    let used = if inputs.fulfilment.to_bits() == 1.0_f64.to_bits() {
        "fully used".to_owned()
    } else {
        format!("{} used", PERCENT.trimmed(inputs.fulfilment))
    };
    let incremental = match inputs.commit_incremental {
        all if all >= 1.0 => String::new(),
        part => format!(", {} incremental", PERCENT.trimmed(part)),
    };
    let default = match inputs.default_hazard {
        none if none <= 0.0 => String::new(),
        hazard => format!(", {} default risk a year", PERCENT.trimmed(hazard)),
    };
    format!("{shape} over {term}, {used}{incremental}{default}")
}

fn capacity(inputs: &Inputs) -> String {
    let cost = match inputs.lens {
        Lens::Margin => "cost inside the margin".to_owned(),
        Lens::Capex => {
            let (capex, price) = (inputs.capex_b_per_gw, inputs.price_b_per_gw_yr);
            format!(
                "{} of capex, {}",
                with_unit(Unit::BillionUsdPerGw, capex),
                with_unit(Unit::BillionUsdPerGwYear, price)
            )
        }
    };
    let ceiling = match inputs.gw_headline {
        none if none <= 0.0 => "ceiling not stated".to_owned(),
        gw => format!("{} ceiling", with_unit(Unit::Gigawatt, gw)),
    };
    format!("{cost}; {ceiling}")
}

fn adoption(inputs: &Inputs) -> String {
    let today = PERCENT.trimmed(inputs.adopters0 / inputs.aws_customers);
    let path = match inputs.adoption_model {
        AdoptionModel::Logistic => "logistic",
        AdoptionModel::Bass => "Bass",
        AdoptionModel::Linear => "linear",
        AdoptionModel::None => return format!("{today} today, no growth"),
    };
    format!("{today} today, {path}, {} incremental", PERCENT.trimmed(inputs.incr_share))
}

fn equity(inputs: &Inputs) -> String {
    let entry = MONEY.trimmed(inputs.entry_valuation_b);
    let exit = format!("{} run-rate at year {}", with_unit(Unit::Multiple, inputs.exit_multiple), inputs.exit_year);
    match inputs.tranche_pricing {
        TranchePricing::Market => format!("{entry} entry, {exit}"),
        TranchePricing::Entry => format!("{entry} for every tranche, {exit}"),
    }
}

fn rates(inputs: &Inputs) -> String {
    let timing = match inputs.timing {
        Timing::End => "",
        Timing::Mid => ", mid-year",
    };
    let (rate, tax) = (PERCENT.trimmed(inputs.discount_rate), PERCENT.trimmed(inputs.tax_rate));
    format!("{rate} discount, {tax} tax, {}{timing}", years_in_words(inputs.horizon_years))
}
