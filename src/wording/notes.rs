//! What a reader must know beside the answer: model warnings, and the points that a critic would raise first.

use super::numbers::{GIGAWATTS, MONEY, PERCENT, money_signed, percent, years_in_words};
use super::{is_even, parties};
use crate::model::{Inputs, Lens, Outcome, PriorMode, Stake, Timing, Warning};

/// Below this part of the money put in, a result hangs on timing and horizon rather than on the deal.
const ABOUT_EVEN: f64 = 0.05;

/// Short sentences for the lines under the verdict, the most urgent first.
#[must_use]
pub fn notes(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Vec<String> {
    let warnings = outcome.warnings.iter().map(|warning| self::warning(*warning, inputs, outcome));
    let points = [
        more_than_the_whole(outcome),
        about_even(inputs, outcome, stake),
        Some(other_lens(inputs, outcome)),
        money_not_spent(inputs),
        shortfall_collected(inputs, outcome),
        prior_counted(inputs),
    ];
    warnings.chain(points.into_iter().flatten()).collect()
}

fn warning(warning: Warning, inputs: &Inputs, outcome: &Outcome) -> String {
    let horizon = inputs.horizon_years;
    match warning {
        Warning::CommitOutsideHorizon => {
            let term = inputs.commit_years;
            format!("The commitment runs for {}; what falls after year {horizon} is left out.", years_in_words(term))
        }
        Warning::TrancheOutsideHorizon => format!("Milestone money due after year {horizon} is left out."),
        Warning::PeakGwAboveHeadline => peak_above_ceiling(inputs, outcome),
        Warning::EquityExitOutsideHorizon => {
            format!("The exit in year {} is after the horizon, so the stake counts for nothing.", inputs.exit_year)
        }
    }
}

fn peak_above_ceiling(inputs: &Inputs, outcome: &Outcome) -> String {
    let (peak, ceiling) = (GIGAWATTS.trimmed(outcome.gw.peak_gw_at_price), GIGAWATTS.trimmed(inputs.gw_headline));
    if peak == ceiling {
        return format!("Peak capacity is just above the {ceiling} ceiling.");
    }
    format!("Peak capacity {peak} is above the {ceiling} ceiling.")
}

fn about_even(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Option<String> {
    let put_in = outcome.invested_b + outcome.capex_total_b;
    let timing = match inputs.timing {
        Timing::End => "year-end timing; mid-year flows",
        Timing::Mid => "mid-year timing; year-end flows",
    };
    let near = outcome.npv_for(stake).abs() < ABOUT_EVEN * put_in;
    near.then(|| format!("About even; {timing} or another horizon can turn the sign."))
}

/// The model does not cap the stake: it says so instead.
fn more_than_the_whole(outcome: &Outcome) -> Option<String> {
    let stake = outcome.equity.stake_at_exit;
    (stake > 1.0).then(|| {
        let (stake, lab) = (percent(stake), parties().lab);
        format!("The modelled stake at exit is {stake} of {lab}: the entry valuation is too low for this much money.")
    })
}

/// The same deal through the other lens, and the two margins that explain the difference.
fn other_lens(inputs: &Inputs, outcome: &Outcome) -> String {
    let operating = percent(outcome.gw.unit_operating_margin);
    let economic = percent(outcome.gw.unit_economic_margin);
    let margins = format!("unit margin {operating} operating, {economic} economic");
    match inputs.lens {
        Lens::Margin => {
            let npv = money_signed(outcome.lens_compare.npv_capex_lens_b);
            format!("With capacity bought as capex the NPV before equity is {npv}; {margins}.")
        }
        Lens::Capex => {
            let npv = money_signed(outcome.lens_compare.npv_margin_lens_at_unit_margin_b);
            format!("With the cost inside the margin the NPV before equity is {npv}; {margins}.")
        }
    }
}

fn money_not_spent(inputs: &Inputs) -> Option<String> {
    let undrawn = inputs.contingent_b * (1.0 - inputs.milestone_prob);
    (!is_even(undrawn)).then(|| {
        format!(
            "{} of the {} milestone money is drawn; the other {} is money not spent, not a gain.",
            PERCENT.trimmed(inputs.milestone_prob),
            MONEY.trimmed(inputs.contingent_b),
            MONEY.trimmed(undrawn)
        )
    })
}

/// Only while usage is below the commitment: what is collected for it has no source.
fn shortfall_collected(inputs: &Inputs, outcome: &Outcome) -> Option<String> {
    let missing: f64 = outcome.rows.iter().map(|row| row.shortfall).sum();
    let collected: f64 = outcome.rows.iter().map(|row| row.shortfall_paid).sum();
    (!is_even(missing)).then(|| {
        let start = format!("{} of the commit goes unused", MONEY.trimmed(missing));
        if is_even(collected) {
            return format!("{start} and none of it is collected.");
        }
        let take_or_pay = PERCENT.trimmed(inputs.take_or_pay);
        format!(
            "{start}; take-or-pay at {take_or_pay} collects {}, and no public report shows such a floor.",
            MONEY.trimmed(collected)
        )
    })
}

fn prior_counted(inputs: &Inputs) -> Option<String> {
    (inputs.prior_mode == PriorMode::AtCost && !is_even(inputs.prior_invest_b)).then(|| {
        let prior = MONEY.trimmed(inputs.prior_invest_b);
        format!(
            "{}’s earlier {prior} is counted with its stake: a view since inception that includes the past mark-up.",
            parties().investor
        )
    })
}
