//! All deals beside each other.

use super::super::deals::{line_name, no_figures};
use super::super::findings::{aloud, lens_name};
use super::super::is_even;
use super::super::numbers::{FINE_MONEY, PERCENT, RATIO, capitalised, in_words, list, percent};
use crate::analysis::deals::{DealLine, Figures, Known};
use crate::catalog::{DEALS, Deal, Start, defaults};
use crate::model::Lens;

/// How many deals pay, before their shares and with them.
#[must_use]
pub fn title(lines: &[DealLine]) -> String {
    let known: Vec<&Known> = lines.iter().filter(|line| !line.is_case).filter_map(DealLine::known).collect();
    let pay = |npv: fn(&Known) -> f64| {
        let above = known.iter().filter(|known| npv(known) > 0.0 && !is_even(npv(known))).count();
        u32::try_from(above).unwrap_or_default()
    };
    let (before, with) = (pay(|known| known.npv_b), pay(|known| known.npv_with_equity_b));
    let all = in_words(u32::try_from(known.len()).unwrap_or_default());
    if known.is_empty() {
        return "No deal has numbers to compare".to_owned();
    }
    match (before, with) {
        (0, 0) => "No deal pays, before the stake or with it".to_owned(),
        (0, with) => format!("No deal pays before the stake, {} of {all} with it", in_words(with)),
        (before, with) => {
            let verb = if before == 1 { "pays" } else { "pay" };
            let start = format!("{} of {all} deals {verb} before the stake", capitalised(&in_words(before)));
            let with = if with == before { "as many".to_owned() } else { in_words(with) };
            format!("{start}, {with} with it")
        }
    }
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub() -> String {
    "NPV before and with the stake at the modelled exit, $B; commitment for each dollar of new money".to_owned()
}

/// Which bar is which.
#[must_use]
pub const fn legend() -> &'static str {
    "Thick: before the stake; thin: with it"
}

/// The same where both values stand in one line: "−26.9 / −19.6".
#[must_use]
pub const fn legend_of_pairs() -> &'static str {
    "Thick / thin: before the stake / with it"
}

/// What is known of a deal beside its NPVs, in a line: "4.00x commit per dollar, 33.3% of run-rate".
#[must_use]
pub fn at_row(line: &DealLine) -> String {
    let known = match &line.figures {
        Figures::Known(known) => known,
        Figures::NotStated { .. } => return "commitment not stated".to_owned(),
        Figures::Internal => return "internal, nothing to compute".to_owned(),
    };
    let ratio = known
        .commit_per_dollar
        .map_or_else(|| "no new money".to_owned(), |ratio| format!("{} commit per dollar", RATIO.minus(ratio)));
    let share =
        known.share.map_or_else(|| "no commitment".to_owned(), |share| format!("{} of run-rate", percent(share)));
    format!("{ratio}, {share}")
}

/// The price of capacity, never without the word that it divides by a ceiling.
#[must_use]
pub fn per_gw_year(known: &Known) -> Option<String> {
    known.per_gw_year_b.map(|price| format!("{} at the capacity ceiling", FINE_MONEY.minus(price)))
}

/// On what the comparison rests, and where it limps.
#[must_use]
pub fn note(lines: &[DealLine]) -> String {
    let mut words = vec![
        "Prices per GW-year divide by the stated capacity, a ceiling.".to_owned(),
        "All other deals take margin, growth and exit multiple from Amazon × Anthropic, as assumptions, and count no \
         enterprise revenue."
            .to_owned(),
    ];
    for deal in lines.iter().filter_map(|line| line.start.deal().filter(|_| !line.is_case)) {
        words.extend(limits(deal, lines));
    }
    words.extend(on_which_basis(lines));
    words.join(" ")
}

/// Lens and rate of the deals, how much of each is assumed, and lens and rate of the reader's row where they differ.
fn on_which_basis(lines: &[DealLine]) -> Vec<String> {
    let basis = |lens: Lens, rate: f64| format!("{}, {} discount rate", lens_name(lens), PERCENT.trimmed(rate));
    let usual = defaults();
    let of_deals = basis(usual.lens, usual.discount_rate);
    let counts = || Deal::computed().map(|deal| Start::Deal(deal).assumptions());
    let counts = match (counts().min(), counts().max()) {
        (Some(least), Some(most)) if least < most => format!("{least} to {most} assumptions"),
        (least, _) => format!("{} assumptions", least.unwrap_or_default()),
    };
    let own = lines.iter().filter(|line| line.is_case).filter_map(|line| {
        let known = line.known()?;
        let of_own = basis(known.lens, known.discount_rate);
        (of_own != of_deals).then(|| format!("{}: {of_own}.", line_name(line)))
    });
    std::iter::once(format!("{of_deals}, {counts}.")).chain(own).collect()
}

/// Where one deal does not compare.
fn limits(deal: &'static Deal, lines: &[DealLine]) -> Option<String> {
    let line = lines.iter().find(|line| !line.is_case && line.start.deal() == Some(deal))?;
    match line.figures {
        Figures::Internal => Some(format!("{} is internal and has no figures.", deal.name)),
        Figures::NotStated { .. } => Some(format!("The commitment of {} is not in the articles.", deal.name)),
        Figures::Known(_) if deal.needs_acceptance() => {
            Some(format!("{} does not compare: the stake was bought years before the commitment.", deal.name))
        }
        Figures::Known(known) if known.share.is_some_and(|share| share > 1.0) => {
            let share = PERCENT.trimmed((known.share.unwrap_or_default() * 100.0).round() / 100.0);
            Some(format!("{} commits {share} of the run-rate: what the lab can pay is the limit.", deal.name))
        }
        Figures::Known(_) => None,
    }
}

/// The chart in one sentence.
#[must_use]
pub fn label(lines: &[DealLine]) -> String {
    let say = |line: &DealLine| match line.known() {
        Some(known) => {
            let [before, with] = [known.npv_b, known.npv_with_equity_b].map(aloud);
            format!("{} {before} before the stake and {with} with it", line_name(line))
        }
        None => format!("{} {}", line_name(line), no_figures(line).unwrap_or_default()),
    };
    let all: Vec<String> = lines.iter().map(say).collect();
    if all.is_empty() {
        return "Chart of the NPV of deals: there are none.".to_owned();
    }
    format!("Chart of the NPV of {} deals: {}.", DEALS.len().max(lines.len()), list(&all))
}
