//! What stands beside the answer.

use super::deals::*;
use offtake::model::{Inputs, Lens, evaluate};
use offtake::wording::numbers::money_signed;
use offtake::wording::verdict::notes;

#[test]
fn notes_say_what_a_critic_would() {
    let about_even = "About even; year-end timing; mid-year flows or another horizon can turn the sign.";
    let lens =
        "With capacity bought as capex the NPV before equity is −$15.6B; unit margin 32.6% operating, 9.3% economic.";
    for (change, expected) in [
        (BASE, vec![about_even, lens]),
        (LARGER_THAN_STATED, vec!["Peak capacity 1.2 GW is above the 1 GW ceiling.", about_even, lens]),
        (JUST_LARGER, vec!["Peak capacity is just above the 1.2 GW ceiling.", about_even, lens]),
        (
            MID_YEAR,
            vec![
                "About even; mid-year timing; year-end flows or another horizon can turn the sign.",
                "With capacity bought as capex the NPV before equity is −$13.0B; unit margin 32.6% operating, 9.3% economic.",
            ],
        ),
        (
            LONG_TERM,
            vec![
                "The commitment runs for 15 years; what falls after year 10 is left out.",
                "Milestone money due after year 10 is left out.",
                "The exit in year 12 is after the horizon, so the stake counts for nothing.",
                "With capacity bought as capex the NPV before equity is −$4.9B; unit margin 32.6% operating, 9.3% economic.",
            ],
        ),
        (
            C,
            vec![
                "With capacity bought as capex the NPV before equity is −$11.4B; unit margin 32.6% operating, 9.3% economic.",
                "25% of the $20B milestone money is drawn; the other $15B is money not spent, not a gain.",
                "$60B of the commit goes unused; take-or-pay at 10% collects $6B, and no public report shows such a floor.",
            ],
        ),
        (
            UNUSED_UNPAID,
            vec![
                "With capacity bought as capex the NPV before equity is −$26.6B; unit margin 32.6% operating, 9.3% economic.",
                "$50B of the commit goes unused and none of it is collected.",
            ],
        ),
        (
            CAPEX,
            vec![
                "With the cost inside the margin the NPV before equity is +$0.6B; unit margin 32.6% operating, 9.3% economic.",
            ],
        ),
        (
            PRIOR_COUNTED,
            vec![
                "With capacity bought as capex the NPV before equity is −$23.6B; unit margin 32.6% operating, 9.3% economic.",
                "Amazon’s earlier $8B is counted with its stake: a view since inception that includes the past mark-up.",
            ],
        ),
    ] {
        let (inputs, outcome) = deal(change);
        assert_eq!(notes(&inputs, &outcome, LEFT_OUT), expected);
    }
}

/// The lens note quotes what the switch would show.
#[test]
fn the_other_lens_is_quoted_right() {
    for change in [BASE, A, C, MID_YEAR, LONG_TERM, PRIOR_COUNTED] {
        let (inputs, outcome) = deal(change);
        let other = evaluate(&Inputs { lens: Lens::Capex, ..inputs });
        let quoted = format!("NPV before equity is {};", money_signed(other.npv_b));
        assert!(notes(&inputs, &outcome, LEFT_OUT).iter().any(|note| note.contains(&quoted)), "{quoted}");
    }
}
