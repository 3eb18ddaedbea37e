//! Why an input does not move the answer at present.

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
        "aws_rev0_b" | "aws_growth" => Some("Sets the share of AWS revenue, not the NPV."),
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

    #[test]
    fn only_the_margin_in_the_capex_lens_is_closed() {
        for inputs in cases() {
            let closed = INPUTS.iter().filter(|input| reason(input.id, &inputs).is_some_and(|idle| idle.closes));
            let expected: &[&str] = if inputs.lens == Lens::Capex { &["commit_margin"] } else { &[] };
            assert_eq!(closed.map(|input| input.id).collect::<Vec<_>>(), expected);
        }
    }
}
