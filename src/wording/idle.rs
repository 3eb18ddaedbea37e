//! Why an input does not move the answer at present.

use crate::catalog::Side;
use crate::model::{AdoptionModel, CommitShape, Inputs, Lens, PriorMode};

/// An input that changes nothing now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    /// The reason, in a sentence.
    pub why: &'static str,
    /// Whether the input is closed: it would be meaningless, not merely without effect.
    pub closes: bool,
}

/// The reason for which an input has no effect on the NPV in the present case, if it has none.
#[must_use]
pub fn reason(id: &str, inputs: &Inputs) -> Option<Idle> {
    if id == "commit_margin" && inputs.lens == Lens::Capex {
        return Some(Idle { why: "As capex, the margin follows from the price and cost of capacity.", closes: true });
    }
    unused(id, inputs).map(|why| Idle { why, closes: false })
}

/// The reason for which an input has no effect on the objective of a side in the present case, if it has none.
#[must_use]
pub fn reason_on(side: Side, id: &str, inputs: &Inputs) -> Option<Idle> {
    let why = match side {
        Side::Investor => return reason(id, inputs),
        Side::Lab => unused_by_lab(id, inputs),
        Side::Buyer => unused_by_buyer(id, inputs),
    };
    why.map(|why| Idle { why, closes: false })
}

fn unused_by_lab(id: &str, inputs: &Inputs) -> Option<&'static str> {
    let lab = &inputs.lab;
    let unless = |used: bool, why: &'static str| (!used).then_some(why);
    match id {
        "funding_b" => Some("Sets how many years the investor’s money pays for, not the headroom."),
        "arr_g1" | "arr_g_lt" | "arr_g_decay" if lab.lab_gross_margin == 0.0 => {
            Some("Without a gross margin revenue brings no headroom.")
        }
        "arr0_b" if lab.lab_gross_margin == 0.0 => Some("Without a gross margin revenue brings no headroom."),
        _ => {
            let at = id.strip_prefix("obligation_")?.split('_').next()?.parse::<usize>().ok()?.checked_sub(1)?;
            let owed = lab.obligations.get(at)?;
            let counts = at < lab.obligation_count as usize;
            unless(counts, "This obligation is not counted.").or_else(|| {
                let is_total = id.ends_with("_total_b");
                unless(is_total || owed.total_b > 0.0, "This obligation is zero.")
            })
        }
    }
}

fn unused_by_buyer(id: &str, inputs: &Inputs) -> Option<&'static str> {
    let buyer = &inputs.buyer;
    let unless = |used: bool, why: &'static str| (!used).then_some(why);
    let switches = (1..=buyer.term_years).contains(&buyer.switch_year);
    match id {
        "revenue_m" => Some("Sets the commitment’s share of your revenue, not the NPV."),
        "commit_step" | "demand_growth" | "price_drift" | "price_match" if buyer.term_years == 1 => {
            Some("The contract has one year only.")
        }
        "commit_m" | "commit_step" => unless(buyer.shortfall_rate > 0.0, "No shortfall is billed."),
        "shortfall_rate" => unless(buyer.commit_m > 0.0, "There is no commitment to fall short of."),
        "price_match" => unless(buyer.price_drift != 0.0, "Market prices do not move."),
        "lock_in_after_year" => unless(buyer.price_match > 0.0, "No price cuts are passed on that could stop."),
        "saving_pct" | "saving_realised" => unless(buyer.saving_base_m > 0.0, "There is no cost to save on."),
        "switch_prob" => unless(switches, "No switch inside the term."),
        "switch_cost_m" | "dual_run_months" => unless(switches, "No switch inside the term.").or_else(|| {
            unless(buyer.switch_prob > 0.0, "Sets the exit exposure; no switch is expected, so not the NPV.")
        }),
        "switch_year" => {
            unless(buyer.switch_prob > 0.0, "Sets the exit exposure; no switch is expected, so not the NPV.")
        }
        _ => None,
    }
}

fn unused(id: &str, inputs: &Inputs) -> Option<&'static str> {
    let unless = |used: bool, why: &'static str| (!used).then_some(why);
    let model = inputs.adoption_model;
    match id {
        "ramp_ratio" => unless(inputs.commit_shape == CommitShape::Ramp, "Used by the ramp only."),
        "backload_growth" => {
            unless(inputs.commit_shape == CommitShape::BackLoaded, "Used by the back-loaded draw only.")
        }
        "prior_invest_b" | "prior_stake" => {
            unless(inputs.prior_mode == PriorMode::AtCost, "Used when the earlier investment counts.")
        }
        "price_b_per_gw_yr" | "capex_b_per_gw" | "silicon_saving" | "it_share" | "it_life" | "fac_life"
        | "opex_b_per_gw_yr" | "residual_pct" => {
            unless(inputs.lens == Lens::Capex, "Moves the NPV only when capacity is charged as capex.")
        }
        "gw_headline" => Some("Sets the ratios per gigawatt and a warning, not the NPV."),
        "financing_rate" => Some("For the memo line only: the discount rate already holds the cost of money."),
        "aws_rev0_b" | "aws_growth" => Some("Sets shares of the cloud’s revenue, not the NPV."),
        "adoption_speed" => unless(model == AdoptionModel::Logistic, "Used by the S-curve only."),
        "bass_p" | "bass_q" => unless(model == AdoptionModel::Bass, "Used by the Bass curve only."),
        "linear_years" => unless(model == AdoptionModel::Linear, "Used by the straight line only."),
        "adoption_ceiling" | "rev_per_adopter_k" | "rpa_growth" | "incr_share" | "overlap" | "ent_margin" => {
            unless(model != AdoptionModel::None, "Adoption does not grow in this case.")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::objective::Objective;
    use crate::catalog::{INPUTS, defaults};
    use crate::model::{Timing, value};

    /// Cases that between them use every shape, both lenses and every path.
    fn cases() -> Vec<Inputs> {
        let base = defaults();
        vec![
            base,
            Inputs { lens: Lens::Capex, ..base },
            Inputs { commit_shape: CommitShape::Ramp, prior_mode: PriorMode::AtCost, ..base },
            Inputs { commit_shape: CommitShape::BackLoaded, adoption_model: AdoptionModel::Bass, ..base },
            Inputs { adoption_model: AdoptionModel::Linear, timing: Timing::Mid, ..base },
            Inputs { adoption_model: AdoptionModel::None, ..base },
        ]
    }

    /// The claim behind every reason: moving the input from end to end leaves the NPV where it is.
    #[test]
    fn an_idle_input_does_not_move_the_npv() {
        for inputs in cases() {
            for input in INPUTS.iter().filter(|input| reason(input.id, &inputs).is_some()) {
                for end in [input.slider.min, input.slider.max] {
                    let mut moved = inputs;
                    input.set(&mut moved, end).unwrap();
                    assert_eq!(value(&moved).npv_b.to_bits(), value(&inputs).npv_b.to_bits(), "{} at {end}", input.id);
                }
            }
        }
    }

    /// The same for the lab and the buyer: no move along the slider changes what they want.
    #[test]
    fn an_idle_input_does_not_move_the_objective_of_its_side() {
        let base = defaults();
        let with = |change: fn(&mut Inputs)| {
            let mut inputs = base;
            change(&mut inputs);
            inputs
        };
        let cases = [
            base,
            with(|inputs| inputs.buyer.term_years = 1),
            with(|inputs| (inputs.buyer.shortfall_rate, inputs.buyer.commit_m) = (0.0, 90.0)),
            with(|inputs| (inputs.buyer.commit_m, inputs.buyer.price_drift) = (0.0, 0.0)),
            with(|inputs| (inputs.buyer.switch_year, inputs.buyer.saving_base_m) = (0, 0.0)),
            with(|inputs| (inputs.buyer.switch_prob, inputs.buyer.price_match) = (0.0, 0.5)),
            with(|inputs| inputs.lab.lab_gross_margin = 0.0),
            with(|inputs| inputs.lab.obligation_count = 3),
        ];
        let mut found = 0;
        for (inputs, side) in cases.iter().flat_map(|inputs| [Side::Lab, Side::Buyer].map(|side| (inputs, side))) {
            let objective = Objective::of(side, crate::model::Stake::LeftOut);
            for input in side.inputs().iter().filter(|input| reason_on(side, input.id, inputs).is_some()) {
                found += 1;
                for end in [input.slider.min, input.slider.max] {
                    let mut moved = *inputs;
                    input.set(&mut moved, end).unwrap();
                    let (before, after) = (objective.value(inputs), objective.value(&moved));
                    assert!((before - after).abs() < 1e-9, "{} at {end}: {before} {after}", input.id);
                }
            }
        }
        assert!(found > 60, "{found}");
    }

    #[test]
    fn only_the_margin_in_the_capex_lens_is_closed() {
        for inputs in cases() {
            let closed = INPUTS.iter().filter(|input| reason(input.id, &inputs).is_some_and(|idle| idle.closes));
            let expected: &[&str] = if inputs.lens == Lens::Capex { &["commit_margin"] } else { &[] };
            assert_eq!(closed.map(|input| input.id).collect::<Vec<_>>(), expected);
        }
    }
}
