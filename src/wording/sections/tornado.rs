//! How far each input moves what a side wants.

use super::super::numbers::{MONEY, capitalised};
use super::super::side::basis;
use super::super::{is_even, objectives};
use super::{inside, short_value};
use crate::analysis::objective::Objective;
use crate::analysis::tornado::{Bar, Tornado};
use crate::catalog::{self, Side};
use crate::model::Inputs;

/// From this part of the larger swing on, the smaller one "matters as much".
const AS_MUCH: f64 = 0.9;

/// What moves it most.
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
        "tax_rate" | "discount_rate" => format!("the {}", name(id)),
        _ => name(id),
    }
}

fn name(id: &str) -> String {
    catalog::find(id).map_or_else(String::new, |input| inside(input.label))
}

/// What the chart shows, and in which unit.
#[must_use]
pub fn sub(side: Side) -> String {
    let measured = match side {
        Side::Investor => "NPV before the stake, $B",
        Side::Lab => "Smallest headroom of a year, $B",
        Side::Buyer => "NPV of the commitment, $M",
    };
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

/// That ranges are judgements, and what the chart rests on.
#[must_use]
pub fn note(inputs: &Inputs, side: Side) -> String {
    let own = match side {
        Side::Investor => {
            " Contingent money that is not drawn is money not spent, not a gain. The discount rate is a policy choice."
        }
        Side::Lab => " The year that is tightest may be another one at each end.",
        Side::Buyer => "",
    };
    format!("Ranges are judgements, not forecasts; they move along with your values.{own} {}", basis(side, inputs))
}

/// The chart in one sentence.
#[must_use]
pub fn label(tornado: &Tornado) -> String {
    let aloud = |value: f64| objectives::aloud(tornado.objective, value);
    let (wanted, base) = (objectives::subject(tornado.objective), aloud(tornado.base));
    let start = format!("Chart of {wanted}, {base}, when one input moves");
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
pub fn bar_words(bar: &Bar, objective: Objective) -> String {
    let (low, high) = ends(bar);
    let label = short_name(bar.name);
    let remark = remark(bar).map_or_else(String::new, |remark| format!(" ({remark})"));
    format!(
        "{label}: {} at {low}, {} at {high}{remark}",
        objectives::signed(objective, bar.low),
        objectives::signed(objective, bar.high)
    )
}
