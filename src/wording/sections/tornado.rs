//! How far each input moves the NPV.

use super::super::is_even;
use super::super::numbers::{MONEY, capitalised};
use super::{grid, inside, objective_aloud, objective_basis, objective_format, objective_inside, short_value};
use crate::analysis::field::Measure;
use crate::analysis::objective::Objective;
use crate::analysis::tornado::{Bar, Tornado};
use crate::catalog::{self, Side};
use crate::model::Inputs;

/// From this part of the larger swing on, the smaller one "matters as much".
const AS_MUCH: f64 = 0.9;

/// What moves the NPV most.
#[must_use]
pub fn title(inputs: &Inputs, tornado: &Tornado) -> String {
    let mut moving = tornado.bars.iter().filter(|bar| !is_even(bar.swing));
    let subject = |bar: &Bar| subject(bar.name, inputs);
    match (moving.next(), moving.next()) {
        (Some(first), Some(second)) if second.swing >= AS_MUCH * first.swing => {
            format!("{} matters as much as {}", capitalised(&subject(first)), subject(second))
        }
        (Some(first), _) => format!("{} matters most", capitalised(&subject(first))),
        (None, _) => "What each input moves".to_owned(),
    }
}

/// An input as the subject of a sentence.
fn subject(id: &str, inputs: &Inputs) -> String {
    match id {
        "milestone_prob" => format!("how much of the {} is drawn", MONEY.trimmed(inputs.contingent_b)),
        "commit_margin" => "the margin".to_owned(),
        "commit_incremental" => "how much of the commit is new business".to_owned(),
        "fulfilment" => "how much of the commit is used".to_owned(),
        "default_hazard" => "the risk that payment stops".to_owned(),
        "incr_share" => "the incremental share of enterprise revenue".to_owned(),
        "ent_margin" => "the enterprise margin".to_owned(),
        "adoption_speed" => "the speed of adoption".to_owned(),
        "lab_gross_margin" => "the gross margin".to_owned(),
        "usage_realised" => "how much of the demand comes true".to_owned(),
        "price_drift" => "the fall of market prices".to_owned(),
        "switch_prob" => "the chance of a switch".to_owned(),
        "saving_realised" => "how much of the claim comes true".to_owned(),
        "buyer_discount_rate" => "the discount rate".to_owned(),
        "demand_growth" => "the growth of demand".to_owned(),
        "tax_rate" | "discount_rate" | "arr0_b" | "discount" | "price_match" | "switch_cost_m" => {
            format!("the {}", name(id))
        }
        _ => name(id),
    }
}

fn name(id: &str) -> String {
    catalog::find(id).map_or_else(String::new, |input| inside(input.label))
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub(objective: Objective) -> String {
    let measured = grid::sub(Measure::Value(objective));
    format!("{measured}, when one input moves to the value shown")
}

/// The input's values at the worse and at the better end.
#[must_use]
pub fn ends(bar: &Bar) -> (String, String) {
    catalog::find(bar.name).map_or_else(Default::default, |input| {
        (short_value(input.unit, bar.low_input), short_value(input.unit, bar.high_input))
    })
}

/// What a bar is called: the input's label, or a shorter name where the label has no room beside a bar.
#[must_use]
pub fn short_name(id: &str) -> &'static str {
    match id {
        "milestone_prob" => "Milestone money drawn",
        "commit_margin" => "Margin on the commit",
        "commit_incremental" => "Incremental commit share",
        "incr_share" => "Incremental revenue share",
        "ent_margin" => "Enterprise margin",
        "rev_per_adopter_k" => "Revenue of a new adopter",
        _ => catalog::find(id).map_or("", |input| input.label),
    }
}

/// What must stand at a bar: less money drawn is not money earned.
#[must_use]
pub fn remark(bar: &Bar) -> Option<&'static str> {
    (bar.name == "milestone_prob").then_some("money not spent")
}

/// That ranges are judgements, and what the chart of an objective rests on.
#[must_use]
pub fn note(objective: Objective, inputs: &Inputs) -> String {
    let money =
        "Contingent money that is not drawn is money not spent, not a gain. The discount rate is a policy choice. ";
    let money = if objective.side() == Side::Investor { money } else { "" };
    let basis = objective_basis(objective, inputs);
    format!("Ranges are judgements, not forecasts; they move along with your values. {money}{basis}")
}

/// The chart in one sentence.
#[must_use]
pub fn label(tornado: &Tornado) -> String {
    let aloud = |value| objective_aloud(tornado.objective, value);
    let base = aloud(tornado.base);
    let start = format!("Chart of the {}, {base}, when one input moves", objective_inside(tornado.objective));
    let Some(bar) = tornado.bars.first().filter(|bar| !is_even(bar.swing)) else {
        return format!("{start}: none moves it.");
    };
    let (low, high) = ends(bar);
    format!(
        "{start}: the widest of {} bars is {}, from {} at {low} to {} at {high}.",
        tornado.bars.len(),
        name(bar.name),
        aloud(bar.low),
        aloud(bar.high)
    )
}

/// One bar as read aloud or in a tooltip.
#[must_use]
pub fn bar_words(objective: Objective, bar: &Bar) -> String {
    let signed = |value| objective_format(objective).signed(value);
    let (low, high) = ends(bar);
    let label = short_name(bar.name);
    let remark = remark(bar).map_or_else(String::new, |remark| format!(" ({remark})"));
    format!("{label}: {} at {low}, {} at {high}{remark}", signed(bar.low), signed(bar.high))
}
