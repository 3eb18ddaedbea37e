//! The tables behind the charts of the sections.

use super::super::numbers::{BILLIONS, GIGAWATTS_CELL, MILLIONS, PERCENT, PLAIN, RATIO, box_text};
use super::super::objectives;
use super::super::parties;
use super::super::sections::gigawatts::comparables;
use super::super::sections::{
    bridge, grid, histogram, ladder, objective_format, objective_name, pins, short_value, tornado,
};
use super::{Cell, Table, heads};
use crate::analysis::compare::Comparison;
use crate::analysis::field::{Field, Measure, Spot};
use crate::analysis::marginals::{Drawn, Marginal};
use crate::analysis::monte_carlo::Simulation;
use crate::analysis::objective::Objective;
use crate::analysis::tornado::Tornado;
use crate::analysis::weights::Weighing;
use crate::catalog::uncertainty::{CORRELATIONS, DISTRIBUTIONS};
use crate::catalog::{self, Unit};
use crate::model::{Inputs, Lens, Outcome, value};

fn text(text: impl Into<String>) -> Cell {
    Cell::head(text.into())
}

fn billions(value: f64) -> Cell {
    Cell::number(&BILLIONS, value)
}

fn table<const N: usize>(caption: &str, columns: [&str; N], rows: impl Iterator<Item = Vec<Cell>>) -> Table {
    let [first, rest @ ..] = columns.as_slice() else {
        return Table { caption: caption.to_owned(), columns: Vec::new(), rows: rows.collect() };
    };
    Table { caption: caption.to_owned(), columns: heads(first, rest.iter().copied()), rows: rows.collect() }
}

/// The parts of the NPV.
#[must_use]
pub fn bridge_table(outcome: &Outcome) -> Table {
    let rows = bridge::parts(outcome).into_iter().map(|part| vec![text(part.name), billions(part.value_b)]);
    table("The parts of the NPV, present value after tax", ["Part", "$B"], rows)
}

/// What each dollar of new money brings back.
#[must_use]
pub fn ladder_table(inputs: &Inputs, outcome: &Outcome) -> Table {
    let rows = ladder::rungs(inputs, outcome)
        .into_iter()
        .map(|rung| vec![text(rung.name), text(rung.how), Cell::number(&RATIO, rung.value)]);
    table("What each dollar of new money brings back, commit only", ["Step", "By", "For each dollar"], rows)
}

/// The NPV at both ends of each input.
#[must_use]
pub fn tornado_table(bars: &Tornado) -> Table {
    let (name, unit) = (objective_name(bars.objective), bars.objective.unit().name());
    let format = objective_format(bars.objective).without_sign();
    let rows = bars.bars.iter().map(|bar| {
        let (low, high) = tornado::ends(bar);
        let label = catalog::find(bar.name).map_or("", |input| input.label);
        let remark = tornado::remark(bar).map_or_else(String::new, |remark| format!(" ({remark})"));
        let npvs = [bar.low, bar.high, bar.swing].map(|value| Cell::number(&format, value));
        [text(label), text(low), text(format!("{high}{remark}"))].into_iter().chain(npvs).collect()
    });
    let ends = ["worse", "better"].map(|end| format!("{name} at the {end}, {unit}"));
    let swing = format!("Swing, {unit}");
    let columns = ["Input", "Worse end", "Better end", &ends[0], &ends[1], &swing];
    let caption = match bars.objective {
        Objective::LabHeadroom => "The smallest headroom when one input moves",
        Objective::Npv(_) | Objective::BuyerNpv => "The NPV when one input moves",
    };
    table(caption, columns, rows)
}

/// Percentiles and probabilities, before and with the stake.
#[must_use]
pub fn simulation_table(simulation: &Simulation) -> Table {
    let s = simulation;
    let line = |name: &str, before: Cell, with: Cell| vec![text(name), before, with];
    let none = || Cell::amount(&BILLIONS, None);
    let back = if histogram::is_idle(s) { none() } else { Cell::number(&PERCENT, s.prob_payback_within) };
    let rows = [
        line("P10", billions(s.npv_p10_b), billions(s.npv_equity_p10_b)),
        line("P50", billions(s.npv_p50_b), billions(s.npv_equity_p50_b)),
        line("P90", billions(s.npv_p90_b), billions(s.npv_equity_p90_b)),
        line("Mean", billions(s.npv_mean_b), none()),
        line("Standard deviation", billions(s.npv_sd_b), none()),
        line(
            "Above zero",
            Cell::number(&PERCENT, s.prob_npv_positive),
            Cell::number(&PERCENT, s.prob_npv_with_equity_positive),
        ),
        line(&histogram::payback_row(s), back, none()),
    ];
    let caption = format!("The simulation: {}, seed {}", histogram::draws(s.draws), s.seed);
    table(&caption, ["Figure", "Before the stake", "With the stake"], rows.into_iter())
}

/// The measure at pairs of values, few enough to read; the first row is the top of the chart.
#[must_use]
pub fn grid_table(field: &Field) -> Table {
    const MOST: usize = 11;
    let every = |values: &[f64]| values.len().saturating_sub(1).div_ceil(MOST - 1);
    let few = field.thinned(every(&field.xs), every(&field.ys));
    let first = format!("{} / {}", few.y.label, few.x.label);
    let columns = std::iter::once(first).chain(few.xs.iter().map(|x| grid::tick(few.x, *x))).collect();
    let cell = |spot: &Spot| match (few.measure, spot.value) {
        (Measure::Value(Objective::BuyerNpv), Some(npv)) => Cell::number(&MILLIONS.without_sign(), npv),
        (Measure::Value(_), Some(value)) => billions(value),
        (Measure::Irr, Some(rate)) => Cell::number(&PERCENT, rate),
        (measure, value) => text(grid::value(measure, value)),
    };
    let line = |(y, row): (&f64, &Vec<Spot>)| {
        std::iter::once(text(grid::tick(few.y, *y))).chain(row.iter().map(cell)).collect()
    };
    Table { caption: grid::caption(&few), columns, rows: few.ys.iter().zip(&few.rows).rev().map(line).collect() }
}

/// Revenue for each gigawatt-year: this deal at its ceiling, and the comparable deals.
#[must_use]
pub fn gigawatt_table(inputs: &Inputs, outcome: &Outcome) -> Table {
    let gigawatts = |value| Cell::amount(&GIGAWATTS_CELL, Some(value));
    let fine = |value: Option<f64>| Cell::amount(&PLAIN, value);
    let this = vec![
        text(format!("{}, at the ceiling", parties().name())),
        billions(inputs.commit_total_b),
        text(inputs.commit_years.to_string()),
        gigawatts(inputs.gw_headline),
        fine(outcome.gw.commit_b_per_gw_year),
    ];
    let others = comparables().map(|deal| {
        let years = text(box_text(Unit::Years, deal.years));
        vec![text(deal.name), billions(deal.commit_b), years, gigawatts(deal.gw), fine(Some(deal.price_b()))]
    });
    table(
        "Revenue per gigawatt-year",
        ["Deal", "Commitment, $B", "Years", "Capacity, GW", "$B per GW-year"],
        std::iter::once(this).chain(others),
    )
}

/// Both lenses side by side: what the capital charge is made of.
#[must_use]
pub fn lens_table(inputs: &Inputs, outcome: &Outcome) -> Table {
    let lenses = &outcome.lens_compare;
    let assumed = value(&Inputs { lens: Lens::Margin, ..*inputs }).npv_b;
    let none = || Cell::amount(&BILLIONS, None);
    let line = |name: String, margin: Cell, capex: Cell| vec![text(name), margin, capex];
    let rows = [
        line("Machines are paid".to_owned(), text("over their lives"), text("when bought")),
        line(format!("At your margin of {}", PERCENT.trimmed(inputs.commit_margin)), billions(assumed), none()),
        line(
            format!("At the unit margin of {}", PERCENT.minus(outcome.gw.unit_operating_margin)),
            billions(lenses.npv_margin_lens_at_unit_margin_b),
            billions(lenses.npv_capex_lens_b),
        ),
        line("Capital charge, the difference".to_owned(), none(), billions(lenses.capital_charge_b)),
    ];
    table("NPV through both lenses, before the stake, $B", ["Lens", "In the margin", "As capex"], rows.into_iter())
}

/// The scenarios with their weights.
#[must_use]
pub fn weights_table(weighing: &Weighing) -> Table {
    let rows = weighing.scenarios.iter().map(|weighed| {
        vec![
            text(weighed.scenario.chip),
            text(weighed.scenario.label),
            Cell::number(&PERCENT, weighed.weight),
            billions(weighed.npv_b),
            billions(weighed.full_draw_b.unwrap_or(weighed.npv_b)),
        ]
    });
    let last = vec![
        text("Weighted"),
        text(""),
        Cell::number(&PERCENT, 1.0),
        billions(weighing.npv_b),
        billions(weighing.full_draw_b),
    ];
    table(
        "The scenarios, weighted",
        ["Scenario", "The article’s label", "Weight", "NPV, $B", "NPV at full draw, $B"],
        rows.chain(std::iter::once(last)),
    )
}

/// The inputs that differ from a pinned case.
#[must_use]
pub fn comparison_table(comparison: &Comparison, pin: &str, objective: Objective) -> Table {
    let money = |value| Cell::number(if objective == Objective::BuyerNpv { &MILLIONS } else { &BILLIONS }, value);
    let rows = comparison.lines.iter().map(|line| {
        let (pinned, present) = pins::values(line);
        vec![text(line.control.label), text(pinned), text(present), money(line.contribution)]
    });
    let total = vec![text("Together"), text(""), text(""), money(comparison.total)];
    table(
        &format!("What differs from {pin}"),
        ["Input", pin, "Now", &format!("Contribution to {}", objectives::heading(objective))],
        rows.chain(std::iter::once(total)),
    )
}

/// How each drawn input scatters.
#[must_use]
pub fn distribution_table(drawn: &[Drawn]) -> Table {
    let rows = drawn.iter().map(|drawn| {
        let value = |value| text(short_value(drawn.input.unit, value));
        let cells = match drawn.marginal {
            Marginal::Triangular { low, mode, high } => [value(low), value(mode), value(high), text("–")],
            Marginal::Lognormal { median, sigma } => {
                [text("–"), value(median), text("–"), text(box_text(Unit::Plain, sigma))]
            }
        };
        std::iter::once(text(drawn.input.label)).chain(cells).collect()
    });
    let columns = ["Input", "Low", "Most likely, or median", "High", "Spread (sigma)"];
    table("The drawn inputs: triangular between two ends, or lognormal around a median", columns, rows)
}

/// Which drawn inputs move together.
#[must_use]
pub fn correlation_table() -> Table {
    let label = |at: usize| {
        let id = DISTRIBUTIONS.get(at).map_or("", |(id, _)| id);
        catalog::find(id).map_or("", |input| input.label)
    };
    let rows =
        CORRELATIONS.iter().map(|(a, b, value)| vec![text(label(*a)), text(label(*b)), text(PLAIN.minus(*value))]);
    table("Correlations; all others are zero, and all are assumptions", ["Input", "With", "Correlation"], rows)
}
