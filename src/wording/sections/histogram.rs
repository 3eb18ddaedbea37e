//! What the simulation says.

use super::super::findings::aloud;
use super::super::numbers::{COUNT, MONEY, PERCENT, count, in_words, list, money_signed};
use super::super::{is_even, parties};
use super::{basis, treated};
use crate::analysis::marginals::{Marginal, Overrides, around};
use crate::analysis::monte_carlo::{Simulation, Spread};
use crate::model::{Inputs, Stake};

/// How many draws end above zero, in tenths.
#[must_use]
pub fn title(spread: &Spread) -> String {
    match spread.above_zero {
        none if none <= 0.0 => "No draw ends above zero".to_owned(),
        all if all >= 1.0 => "Every draw ends above zero".to_owned(),
        few if few < 0.05 => "Hardly any draw ends above zero".to_owned(),
        most if most >= 0.95 => "Nearly every draw ends above zero".to_owned(),
        half if (0.45..0.55).contains(&half) => "About half of the draws end above zero".to_owned(),
        part => {
            let tenths = (1..=9).min_by(|a, b| distance(part, *a).total_cmp(&distance(part, *b))).unwrap_or(1);
            let (draws, end) = if tenths == 1 { ("draw", "ends") } else { ("draws", "end") };
            format!("About {} {draws} in ten {end} above zero", in_words(tenths))
        }
    }
}

fn distance(share: f64, tenths: u32) -> f64 {
    (share - f64::from(tenths) / 10.0).abs()
}

/// What the chart shows, in which unit, and where chance started.
#[must_use]
pub fn sub(simulation: &Simulation, stake: Stake) -> String {
    let stake = treated(stake);
    format!("NPV {stake}, $B, {}, seed {}", draws(simulation.draws), simulation.seed)
}

/// "10,000 draws".
#[must_use]
pub fn draws(count: usize) -> String {
    #[allow(clippy::cast_precision_loss, reason = "far fewer draws than 2^52")]
    let count = COUNT.minus(count as f64);
    format!("{count} draws")
}

/// The three probabilities as futures out of a hundred.
#[must_use]
pub fn sentence(simulation: &Simulation) -> String {
    if is_idle(simulation) {
        return "In all of 100 futures no money moves: none goes in and none comes back.".to_owned();
    }
    format!(
        "In {} futures {} ends above zero, in {} with its stake counted; in {} the cash is back within {}.",
        futures(simulation.prob_npv_positive),
        parties().investor,
        futures(simulation.prob_npv_with_equity_positive),
        futures(simulation.prob_payback_within),
        within(simulation.payback_within),
    )
}

/// Whether there is nothing to draw: no money moves in any future.
pub(in super::super) fn is_idle(simulation: &Simulation) -> bool {
    let Simulation { npv_mean_b, npv_sd_b, prob_npv_positive, prob_npv_with_equity_positive, .. } = *simulation;
    [npv_mean_b, npv_sd_b, prob_npv_positive, prob_npv_with_equity_positive].iter().all(|figure| *figure == 0.0)
}

/// "37 of 100", and words where rounding would hide the few or the others.
fn futures(share: f64) -> String {
    match share {
        none if none <= 0.0 => "none of 100".to_owned(),
        all if all >= 1.0 => "all of 100".to_owned(),
        few if few < 0.005 => "fewer than 1 of 100".to_owned(),
        most if most >= 0.995 => "more than 99 of 100".to_owned(),
        part => format!("{} of 100", count(part * 100.0)),
    }
}

/// The name of the payback line in a table.
pub(in super::super) fn payback_row(simulation: &Simulation) -> String {
    format!("Cash back within {}", within(simulation.payback_within))
}

fn within(years: f64) -> String {
    let text = super::super::numbers::YEARS.trimmed(years);
    if text == "1 years" { "1 year".to_owned() } else { text }
}

/// What the draws let happen that the present case does not, and how sure the mean is.
#[must_use]
pub fn note(inputs: &Inputs, overrides: &Overrides, spread: &Spread) -> String {
    let error = spread.standard_error_b;
    let error = if is_even(error) { "under $0.05B".to_owned() } else { MONEY.minus(error) };
    let mean = money_signed(spread.mean_b);
    let friendly = difference(inputs, overrides);
    format!(
        "{friendly}Mean {mean}, standard error {error}. All ranges and correlations are assumptions. {}",
        basis(inputs)
    )
}

/// In which ways the draws are harsher than the present case.
fn difference(inputs: &Inputs, overrides: &Overrides) -> String {
    let Ok(drawn) = around(inputs, overrides) else { return String::new() };
    let ends = |id: &str| {
        drawn.iter().find(|drawn| drawn.input.id == id).and_then(|drawn| match drawn.marginal {
            Marginal::Triangular { low, mode, high } => Some((low, mode, high)),
            Marginal::Lognormal { .. } => None,
        })
    };
    let average = ends("milestone_prob").map(|(low, mode, high)| (low + mode + high) / 3.0);
    let share = average
        .filter(|_| !is_even(inputs.contingent_b))
        .map(|average| (PERCENT.trimmed(average), PERCENT.trimmed(inputs.milestone_prob)))
        .filter(|(average, own)| average != own);
    let draws = |(average, _): &(String, String)| format!("draw {average} of the contingent money on average");
    // A case that draws only a part itself does the same, to another degree.
    let is_own_part = inputs.milestone_prob < 1.0;
    let apart = share.as_ref().filter(|_| is_own_part);
    let apart =
        apart.map_or_else(String::new, |share| format!("The futures {}, your case {}. ", draws(share), share.1));
    let drawn_less = share.as_ref().filter(|_| !is_own_part).map(draws);
    let incremental = ends("commit_incremental")
        .filter(|(low, mode, _)| low < mode && inputs.commit_incremental >= 1.0)
        .map(|_| "let the commit be less than incremental".to_owned());
    let fails = ends("default_hazard")
        .filter(|(_, mode, high)| high > mode && inputs.default_hazard <= 0.0)
        .map(|_| "let the lab fail".to_owned());
    let ways: Vec<String> = [drawn_less, incremental, fails].into_iter().flatten().collect();
    let end = match ways.len() {
        0 => return apart,
        1 => "does not",
        2 => "does neither",
        _ => "does none of this",
    };
    format!("{apart}The futures {}; your case {end}. ", list(&ways))
}

/// The chart in one sentence.
#[must_use]
pub fn label(simulation: &Simulation, spread: &Spread, base_b: f64) -> String {
    let [p10, p50, p90] = spread.percentiles_b;
    format!(
        "Chart of the NPV in {}: one in ten ends below {}, half below {}, one in ten above {}; {} end above \
         zero; your case is {}.",
        draws(simulation.draws),
        aloud(p10),
        aloud(p50),
        aloud(p90),
        futures(spread.above_zero),
        aloud(base_b),
    )
}
