//! What the reader could change if the calculator ran: it takes the same room, shows the values of the default case, and
//! looks like text, because nothing of it can be pressed.

use offtake::catalog::{Control, Group, SCENARIOS, Side, Status, assumption_count};
use offtake::model::{self, Inputs, Lens, Stake};
use offtake::wording::groups;
use offtake::wording::numbers::{affixes, billions_chip, short_box_text};

use super::FirstCase;
use super::html::{each, element, text, words};

/// Scenarios and switches, each with its NPV.
pub fn bar(case: &FirstCase) -> String {
    let chips = each(SCENARIOS, |scenario| {
        chosen("chip", scenario.chip, model::value(&scenario.inputs()).npv_for(case.stake), case.is(scenario))
    });
    let chips = [words("span class=\"bar-name\"", "Scenario"), chips, words("span class=\"bar-name\"", "NPV, $B")];
    let switches = [
        switch("Equity stake", &each(Stake::ALL, |stake| stake_position(case, stake))),
        switch("Cost of capacity", &each(Lens::ALL, |lens| lens_position(case, *lens))),
    ];
    // The values below are those of controls that are not there: not for those who listen.
    [
        element("div class=\"chips\" aria-hidden=\"true\"", &chips.concat()),
        element("div class=\"switches\" aria-hidden=\"true\"", &switches.concat()),
    ]
    .concat()
}

fn switch(name: &str, positions: &str) -> String {
    let inside = [words("span class=\"bar-name\"", name), element("div class=\"segments\"", positions)];
    element("div class=\"switch\"", &inside.concat())
}

fn stake_position(case: &FirstCase, stake: Stake) -> String {
    let name = match stake {
        Stake::LeftOut => "Left out",
        Stake::AtCost => "At cost",
        Stake::ModelledExit => "Modelled exit",
    };
    chosen("segment", name, case.outcome.npv_for(stake), stake == case.stake)
}

fn lens_position(case: &FirstCase, lens: Lens) -> String {
    let choices = Control::find("lens").map_or(&[][..], Control::choices);
    let label = choices.iter().zip(Lens::ALL).find(|(_, at)| **at == lens).map_or("", |(choice, _)| choice.label);
    let value = model::value(&Inputs { lens, ..*case.inputs() }).npv_for(case.stake);
    chosen("segment", label, value, lens == case.inputs().lens)
}

fn chosen(class: &str, name: &str, npv_b: f64, is_chosen: bool) -> String {
    let on = if is_chosen { " on" } else { "" };
    let tone = if npv_b < 0.0 { "loss" } else { "gain" };
    let value = words(&format!("b class=\"{tone}\""), &billions_chip(npv_b));
    element(&format!("span class=\"{class}{on}\""), &format!("{} {value}", text(name)))
}

/// The panel of assumptions: the primary ones with their values, the groups with theirs in a line.
pub fn side(case: &FirstCase) -> String {
    let head = [words("h2", "Assumptions"), words("span", "of the default case")];
    let primary = Control::all().iter().take(Control::PRIMARY.len());
    let inside = [
        element("div class=\"side-head\"", &head.concat()),
        element("p class=\"track-key\"", "&nbsp;"),
        element("div class=\"primary\"", &each(primary, |control| row(case, control))),
        element("div class=\"groups\"", &each(Side::Investor.groups().iter().copied(), |it| group(case, it))),
        words("p class=\"basis\"", &format!("{} inputs are unverified assumptions.", assumption_count())),
    ];
    element(
        "section class=\"side\" aria-label=\"Assumptions\"",
        &element("div class=\"side-scroll\"", &inside.concat()),
    )
}

fn row(case: &FirstCase, control: &Control) -> String {
    let (before, after) = affixes(control.unit);
    let title = [words("b", control.label), element("span class=\"row-tags\"", &tag(control.status))];
    let said = [
        element("div class=\"row-title\"", &title.concat()),
        element("div class=\"row-what\"", &words("span", control.hint)),
    ];
    let value = short_box_text(control.unit, control.get(case.inputs()));
    let number = [words("i", before), words("b", &value), words("i", after)];
    let head = [element("div class=\"row-words\"", &said.concat()), element("div class=\"box\"", &number.concat())];
    let inside = [
        element("div class=\"row-head\"", &head.concat()),
        element(
            "div class=\"row-range\"",
            &element("div class=\"track bare\"", &element("div class=\"track-line\"", "")),
        ),
    ];
    element("div class=\"row\"", &inside.concat())
}

fn tag(status: Status) -> String {
    let (class, word) = match status {
        Status::Stated => ("tag tag-stated", "stated"),
        Status::Public => ("tag tag-public", "public"),
        Status::Assumption => ("tag", "assumption"),
    };
    element(&format!("span class=\"{class}\""), &words("span", word)) + &element("i class=\"goal\"", "")
}

fn group(case: &FirstCase, group: Group) -> String {
    let count = format!("{} inputs", group.controls().count());
    let inside = [
        words("b", group.label()),
        words("span class=\"group-count\"", &count),
        words("span class=\"group-summary\"", &groups::summary(group, case.inputs())),
    ];
    element("div class=\"group\"", &element("p class=\"group-head\"", &inside.concat()))
}
