//! The worked lines of break-evens, uplift and commitment share.

use super::super::is_even;
use super::super::numbers::{FINE_MONEY, MONEY, PERCENT, RATIO, YEARS, money, percent};
use super::Deal;
use crate::model::{AdoptionStatus, Inputs, Lens, MarginStatus, value};

pub(super) fn margin(deal: &Deal) -> Vec<String> {
    let found = &deal.outcome.break_even;
    let Some(margin) = found.commit_margin else {
        let why = match deal.inputs.lens {
            Lens::Capex => "In the capex lens the margin follows from price and cost".to_owned(),
            Lens::Margin => deal.reason("break-even"),
        };
        return vec![format!("{why}: Not used")];
    };
    let points = margin - deal.inputs.commit_margin;
    let sign = if points < 0.0 && !PERCENT.is_zero(points) { "−" } else { "+" };
    let assumed = percent(deal.inputs.commit_margin);
    let sum = format!("{assumed} {sign} {} points = {}", PERCENT.bare(points.abs()), PERCENT.brackets(margin));
    let end = match found.commit_margin_status {
        MarginStatus::Ok => sum,
        _ => format!("{sum}: {}", deal.shown("break-even")),
    };
    let worth = FINE_MONEY.minus(point_value(deal.inputs));
    vec![format!("NPV {}; a point of margin is worth {worth}", FINE_MONEY.minus(deal.outcome.npv_b)), end]
}

/// What one point of margin adds to the NPV, $B. Measured towards zero: beyond 100% idle capacity costs nothing more.
fn point_value(inputs: &Inputs) -> f64 {
    const POINT: f64 = 0.01;
    let step = if inputs.commit_margin > 0.0 { -POINT } else { POINT };
    let moved = Inputs { commit_margin: inputs.commit_margin + step, ..*inputs };
    (value(&moved).npv_b - value(inputs).npv_b) * POINT / step
}

pub(super) fn adoption(deal: &Deal) -> Vec<String> {
    let found = &deal.outcome.break_even;
    let missing = found.npv_without_enterprise;
    let without = format!("NPV without enterprise revenue {}", money(missing));
    let end = match (found.adoption_status, found.adoption_ceiling) {
        (AdoptionStatus::Ok, Some(ceiling)) => {
            format!("Enterprise revenue makes up for it at a final adoption of {}", percent(ceiling))
        }
        (AdoptionStatus::AlreadyPositive, _) => "Ahead without a new adopter: None needed".to_owned(),
        (AdoptionStatus::Unreachable, _) => "Even adoption by every customer is not enough: Out of reach".to_owned(),
        _ => "New adopters earn nothing here: Not used".to_owned(),
    };
    vec![without, end]
}

pub(super) fn uplift(deal: &Deal) -> Vec<String> {
    let found = &deal.outcome.break_even;
    let Some(uplift) = found.required_uplift_b_per_yr else {
        return vec!["Enterprise revenue earns no margin: Not defined".to_owned()];
    };
    let gap = (-found.npv_without_enterprise).max(0.0);
    if is_even(gap) {
        return vec![format!("Nothing is missing without enterprise revenue: {} a year", money(0.0))];
    }
    let (margin, tax) = (deal.inputs.ent_margin, deal.inputs.tax_rate);
    let annuity = gap / (uplift * margin * (1.0 - tax));
    let start = format!(
        "{} / ({} × (1 − {}) × {} years, discounted)",
        money(gap),
        PERCENT.trimmed(margin),
        PERCENT.trimmed(tax),
        RATIO.bare(annuity)
    );
    let share = found.required_uplift_share_of_aws.map(|share| format!("{} of the cloud’s run-rate", percent(share)));
    let mut lines = vec![format!("{start} = {} a year", money(uplift))];
    lines.extend(share);
    lines
}

pub(super) fn share(deal: &Deal) -> Vec<String> {
    let shown = deal.shown("share");
    if deal.inputs.commit_total_b <= 0.0 {
        return vec![format!("{}: {shown}", deal.reason("share"))];
    }
    let (commit, run_rate) = (MONEY.trimmed(deal.inputs.commit_total_b), MONEY.trimmed(deal.inputs.arr0_b));
    vec![format!("{commit} / {} / {run_rate} = {shown}", YEARS.trimmed(f64::from(deal.inputs.commit_years)))]
}
