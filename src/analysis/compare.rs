//! A pinned state against the present one: which inputs differ, and what each contributes to the difference.

use super::objective::Objective;
use crate::catalog::{Control, Side, investment};
use crate::model::{AdoptionStatus, Inputs, IrrStatus, Lens, MarginStatus, Outcome, PaybackStatus, Stake};

/// One input that differs; the two tranches are one line while they keep their proportion.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The input, or the composite investment.
    pub control: Control,
    /// Its pinned value.
    pub pinned: f64,
    /// Its present value.
    pub present: f64,
    /// What switching it adds to the objective, after all lines above it have been switched.
    pub contribution: f64,
}

/// Everything that differs between two states.
#[derive(Clone, Debug)]
#[must_use]
pub struct Comparison {
    /// The objective of the pinned state.
    pub pinned: f64,
    /// The objective of the present state.
    pub present: f64,
    /// In the order of the catalogue.
    pub lines: Vec<Line>,
    /// The sum of the contributions, to the bit; the difference of the two objectives but for rounding.
    pub total: f64,
}

/// Switches the inputs of the objective's side that differ from the pinned to the present value, one after the other in
/// the order of the catalogue. What the objective moves at each step is that input's contribution; where inputs act on one another, it holds for
/// this order.
pub fn compare(pinned: &Inputs, present: &Inputs, objective: Objective) -> Comparison {
    let mut between = *pinned;
    let mut before = objective.value(pinned);
    let lines: Vec<Line> = differing(objective.side(), pinned, present)
        .map(|control| {
            control.copy(&mut between, present);
            let after = objective.value(&between);
            let contribution = after - before;
            before = after;
            Line { control, pinned: control.get(pinned), present: control.get(present), contribution }
        })
        .collect();
    let total = lines.iter().fold(0.0, |sum, line| sum + line.contribution);
    Comparison { pinned: objective.value(pinned), present: objective.value(present), lines, total }
}

/// The controls that differ, in the order of the catalogue.
fn differing<'a>(side: Side, pinned: &'a Inputs, present: &'a Inputs) -> impl Iterator<Item = Control> + 'a {
    let [investment, ..] = Control::PRIMARY;
    let together = side == Side::Investor && investment::moved_together(present, pinned);
    let part = move |id: &str| together && investment.inputs().any(|input| input.id == id);
    let single = side.changed(present, pinned).filter(move |input| !part(input.id)).map(Control::of);
    together.then_some(investment).into_iter().chain(single)
}

/// Present less pinned, figure by figure. Nothing where one of the two is words and not a number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Differences {
    /// $B.
    pub npv_b: f64,
    /// A decimal: 0.01 is a point.
    pub irr: Option<f64>,
    /// Years, undiscounted.
    pub payback_years: Option<f64>,
    /// A multiple.
    pub moic: Option<f64>,
    /// A decimal: of the margin in the margin lens, of adoption in the capex lens; nothing between the two.
    pub break_even: Option<f64>,
    /// A decimal: the average year of the commitment over run-rate.
    pub commit_share: f64,
}

/// The differences of the key figures, with the shares treated as the reader chose.
#[must_use]
pub fn differences(pinned: (&Inputs, &Outcome), present: (&Inputs, &Outcome), stake: Stake) -> Differences {
    let both = |figure: &dyn Fn(&Inputs, &Outcome) -> Option<f64>| {
        Some(figure(present.0, present.1)? - figure(pinned.0, pinned.1)?)
    };
    let break_even = if pinned.0.lens == present.0.lens { both(&break_even) } else { None };
    Differences {
        npv_b: present.1.npv_for(stake) - pinned.1.npv_for(stake),
        irr: both(&|_, outcome| irr(outcome, stake)),
        payback_years: both(&|_, outcome| payback(outcome)),
        moic: both(&|_, outcome| moic(outcome, stake)),
        break_even,
        commit_share: present.1.commit_share.headline - pinned.1.commit_share.headline,
    }
}

fn irr(outcome: &Outcome, stake: Stake) -> Option<f64> {
    let (status, rate) = match stake {
        Stake::ModelledExit => (outcome.irr_with_equity_status, outcome.irr_with_equity),
        Stake::LeftOut | Stake::AtCost => (outcome.irr_status, outcome.irr),
    };
    rate.filter(|_| status == IrrStatus::Unique)
}

fn payback(outcome: &Outcome) -> Option<f64> {
    outcome.payback.years.filter(|_| outcome.payback.status == PaybackStatus::PaidBack)
}

fn moic(outcome: &Outcome, stake: Stake) -> Option<f64> {
    if stake == Stake::ModelledExit { outcome.moic_with_equity } else { outcome.moic }
}

fn break_even(inputs: &Inputs, outcome: &Outcome) -> Option<f64> {
    let found = &outcome.break_even;
    match inputs.lens {
        Lens::Margin => found.commit_margin.filter(|_| found.commit_margin_status == MarginStatus::Ok),
        Lens::Capex => found.adoption_ceiling.filter(|_| found.adoption_status == AdoptionStatus::Ok),
    }
}
