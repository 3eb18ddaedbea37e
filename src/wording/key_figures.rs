//! The strip of six figures. An odd result is words with a reason, never a dash or a zero.

use super::numbers::{
    BILLIONS, Format, MONEY, PERCENT, RATIO, YEARS, capitalised, in_words, list, money, money_signed,
};
use super::numbers::{percent, years};
use super::{Tone, is_even};
use crate::model::{AdoptionStatus, Inputs, IrrStatus, Lens, MarginStatus, Outcome, Payback, PaybackStatus, Stake};

/// One figure of the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// A stable name for its place.
    pub id: &'static str,
    /// What it is.
    pub label: &'static str,
    /// The number, or words.
    pub value: String,
    /// What stands small behind the number; mostly nothing.
    pub unit: &'static str,
    /// The whole value as read aloud.
    pub spoken: String,
    /// Gain or loss where the sign of money speaks, else strong.
    pub tone: Tone,
    /// Whether the value is words, set smaller than a number.
    pub is_word: bool,
    /// The number with all its digits, for those who look twice; empty where there is none.
    pub exact: String,
    /// What it is measured against, or why there is no number.
    pub context: Vec<String>,
}

/// NPV, IRR, payback, MOIC, break-even and commitment share. NPV, IRR and MOIC follow the switch for the shares; the NPV
/// before and with them always stands in the first figure.
#[must_use]
pub fn key_figures(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Vec<KeyFigure> {
    let mut npv = npv(outcome, stake);
    if super::parties().is_open(inputs) {
        npv.context.push("of the money alone".to_owned());
    }
    vec![
        npv,
        irr(inputs, outcome, stake),
        payback(inputs, outcome, stake),
        moic(outcome, stake),
        break_even(inputs, outcome, stake),
        share(inputs, outcome),
    ]
}

impl KeyFigure {
    /// The value with what stands behind it: "7.9 years".
    pub(super) fn whole(self) -> String {
        match self.unit {
            "" => self.value,
            unit => format!("{} {unit}", self.value),
        }
    }

    pub(super) fn number(
        id: &'static str,
        label: &'static str,
        format: &Format,
        value: f64,
        context: Vec<String>,
    ) -> Self {
        let tone = if value < 0.0 && !format.is_zero(value) { Tone::Loss } else { Tone::Strong };
        let exact = format.exact(value);
        let (value, spoken) = (format.brackets(value), format.spoken(value));
        Self { id, label, value, unit: "", spoken, tone, is_word: false, exact, context }
    }

    pub(super) fn word(id: &'static str, label: &'static str, word: &str, context: Vec<String>) -> Self {
        let value = word.to_owned();
        Self {
            id,
            label,
            spoken: value.clone(),
            value,
            unit: "",
            tone: Tone::Strong,
            is_word: true,
            exact: String::new(),
            context,
        }
    }
}

const BEFORE_STAKE: &str = "before the stake";

fn npv(outcome: &Outcome, stake: Stake) -> KeyFigure {
    let with_equity = if outcome.equity.inside_horizon {
        format!("with equity {}", money_signed(outcome.npv_with_equity_b))
    } else {
        format!("with equity {}, exit after the horizon", money_signed(outcome.npv_with_equity_b))
    };
    let before = format!("before equity {}", money_signed(outcome.npv_b));
    let context = match stake {
        Stake::LeftOut => vec![with_equity],
        Stake::AtCost => vec![format!("stake at cost; {before}"), with_equity],
        Stake::ModelledExit => vec![format!("stake at exit; {before}")],
    };
    let value = outcome.npv_for(stake);
    KeyFigure { tone: Tone::of(value), ..KeyFigure::number("npv", "NPV", &MONEY, value, context) }
}

fn irr(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> KeyFigure {
    let (id, label) = ("irr", "IRR");
    let with_stake = stake == Stake::ModelledExit;
    let (status, rate) = if with_stake {
        (outcome.irr_with_equity_status, outcome.irr_with_equity)
    } else {
        (outcome.irr_status, outcome.irr)
    };
    let mut figure = match (status, rate) {
        (IrrStatus::Unique, Some(rate)) => {
            let required = format!("{} required", PERCENT.trimmed(inputs.discount_rate));
            KeyFigure::number(id, label, &PERCENT, rate, vec![required])
        }
        (IrrStatus::Multiple, _) if with_stake => {
            KeyFigure::word(id, label, "Several rates", vec!["several rates solve it with the stake".to_owned()])
        }
        (IrrStatus::Multiple, _) => {
            let number = u32::try_from(outcome.irr_roots.len()).unwrap_or(u32::MAX);
            let word = format!("{} rates", capitalised(&in_words(number)));
            KeyFigure::word(id, label, &word, vec![several_rates(&outcome.irr_roots, outcome.mirr)])
        }
        (IrrStatus::AllInflow, _) => {
            KeyFigure::word(id, label, "No capital at risk", vec!["money only comes in".to_owned()])
        }
        (IrrStatus::AllOutflow, _) => KeyFigure::word(id, label, "None", vec!["capital never comes back".to_owned()]),
        (IrrStatus::NoFlows, _) => KeyFigure::word(id, label, "None", vec!["no money moves".to_owned()]),
        _ => {
            let mirr = if with_stake { None } else { outcome.mirr };
            KeyFigure::word(id, label, "None", vec![format!("no rate solves these flows{}", mirr_words(mirr))])
        }
    };
    if stake == Stake::AtCost {
        figure.context.push(BEFORE_STAKE.to_owned());
    }
    figure
}

fn several_rates(roots: &[f64], mirr: Option<f64>) -> String {
    let rates: Vec<String> = roots.iter().copied().map(percent).collect();
    let all = if rates.len() == 2 { "both" } else { "all" };
    format!("{} {all} solve it{}", list(&rates), mirr_words(mirr))
}

fn mirr_words(mirr: Option<f64>) -> String {
    mirr.map_or_else(String::new, |rate| format!("; MIRR {}", percent(rate)))
}

fn payback(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> KeyFigure {
    let (id, label) = ("payback", "Payback");
    let horizon = inputs.horizon_years;
    let mut figure = match (outcome.payback.status, outcome.payback.years) {
        (PaybackStatus::PaidBack, Some(time)) => {
            let mut context = vec![discounted_payback(&outcome.discounted_payback)];
            context.extend(earlier_crossing(&outcome.payback, time));
            let number = KeyFigure::number(id, label, &YEARS, time, context);
            KeyFigure { value: YEARS.bare(time), unit: "years", ..number }
        }
        (PaybackStatus::Immediate, _) => {
            KeyFigure::word(id, label, "At once", vec!["the balance never falls below zero".to_owned()])
        }
        _ if is_even(outcome.net_total_b) => {
            KeyFigure::word(id, label, "Never", vec![format!("just short at year {horizon}")])
        }
        _ => {
            let still = format!("still {} at year {horizon}", BILLIONS.brackets(outcome.net_total_b));
            let spoken = format!("Never: still {} at year {horizon}", MONEY.spoken(outcome.net_total_b));
            KeyFigure { spoken, ..KeyFigure::word(id, label, "Never", vec![still]) }
        }
    };
    if stake != Stake::LeftOut {
        figure.context.push(BEFORE_STAKE.to_owned());
    }
    figure
}

fn discounted_payback(payback: &Payback) -> String {
    match (payback.status, payback.years) {
        (PaybackStatus::PaidBack, Some(time)) => format!("discounted: {}", years(time)),
        (PaybackStatus::Immediate, _) => "discounted: at once".to_owned(),
        _ => "discounted: never".to_owned(),
    }
}

fn earlier_crossing(payback: &Payback, time: f64) -> Option<String> {
    let first = payback.first_crossing.map(years)?;
    (first != years(time)).then(|| format!("first back after {first}"))
}

fn moic(outcome: &Outcome, stake: Stake) -> KeyFigure {
    let (id, label) = ("moic", "MOIC");
    let multiple = if stake == Stake::ModelledExit { outcome.moic_with_equity } else { outcome.moic };
    let put_in = outcome.invested_b + outcome.capex_total_b;
    let mut figure = match multiple {
        Some(multiple) => {
            let flows = format!("{} on {}", money(multiple * put_in), money(put_in));
            KeyFigure::number(id, label, &RATIO, multiple, vec![flows])
        }
        None => KeyFigure::word(id, label, "Not defined", vec!["no money is put in".to_owned()]),
    };
    if stake == Stake::AtCost {
        figure.context.push(BEFORE_STAKE.to_owned());
    }
    figure
}

/// The margin that the commit must earn; where capacity is bought, the adoption it takes.
fn break_even(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> KeyFigure {
    let mut figure = match inputs.lens {
        Lens::Margin => break_even_margin(inputs, outcome),
        Lens::Capex => break_even_adoption(inputs, outcome),
    };
    if stake != Stake::LeftOut {
        figure.context.push(BEFORE_STAKE.to_owned());
    }
    figure
}

fn break_even_margin(inputs: &Inputs, outcome: &Outcome) -> KeyFigure {
    let (id, label) = ("break-even", "Break-even margin");
    let word = |word, why: &str| KeyFigure::word(id, label, word, vec![why.to_owned()]);
    match (outcome.break_even.commit_margin_status, outcome.break_even.commit_margin) {
        (MarginStatus::Ok, Some(margin)) => {
            let assumed = format!("you assume {}", PERCENT.trimmed(inputs.commit_margin));
            KeyFigure::number(id, label, &PERCENT, margin, vec![assumed])
        }
        (MarginStatus::AlreadyPositiveAtZero, _) => word("None needed", "ahead even at a margin of zero"),
        (MarginStatus::Impossible, _) => word("Out of reach", "even at 100%, NPV is negative"),
        _ => word("Not used", "no commit usage to earn it on"),
    }
}

fn break_even_adoption(inputs: &Inputs, outcome: &Outcome) -> KeyFigure {
    let (id, label) = ("break-even", "Break-even adoption");
    let word = |word, why: &str| KeyFigure::word(id, label, word, vec![why.to_owned()]);
    match (outcome.break_even.adoption_status, outcome.break_even.adoption_ceiling) {
        (AdoptionStatus::Ok, Some(adoption)) => {
            let assumed = format!("you assume {}", PERCENT.trimmed(inputs.adoption_ceiling));
            KeyFigure::number(id, label, &PERCENT, adoption, vec![assumed])
        }
        (AdoptionStatus::AlreadyPositive, _) => word("None needed", "ahead without a new adopter"),
        (AdoptionStatus::Unreachable, _) => word("Out of reach", "even at 100%, NPV is negative"),
        _ => word("Not used", "new adopters earn nothing here"),
    }
}

fn share(inputs: &Inputs, outcome: &Outcome) -> KeyFigure {
    let (id, label) = ("share", "Commitment share");
    if inputs.commit_total_b <= 0.0 {
        let is_stated = super::parties().states_commitment;
        let (word, why) =
            if is_stated { ("None", "no commitment is made") } else { ("Not stated", "no commitment is counted") };
        return KeyFigure::word(id, label, word, vec![why.to_owned()]);
    }
    let last = format!("{} by year {}", percent(outcome.commit_share.last_year), inputs.commit_years);
    KeyFigure::number(id, label, &PERCENT, outcome.commit_share.headline, vec![last])
}
