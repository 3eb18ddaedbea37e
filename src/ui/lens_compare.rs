//! The same deal with the cost of capacity charged in two ways.

use leptos::prelude::*;

use super::State;
use super::scenario_bar::tone;
use crate::model::{self, Inputs, Lens};
use crate::wording::numbers::{MONEY, percent};

/// NPVs and margins side by side, and the charge for capital between them.
#[component]
pub fn LensCompare() -> impl IntoView {
    let state = State::get();
    let compare = Memo::new(move |_| state.outcome.with(|outcome| (outcome.lens_compare, outcome.gw)));
    let assumed = Memo::new(move |_| {
        let inputs = Inputs { lens: Lens::Margin, ..state.inputs.get() };
        (inputs.commit_margin, model::value(&inputs).npv_b)
    });
    let unit = move || compare.get().1;
    let rows = [
        Line {
            id: "margin",
            name: "In the margin",
            detail: Signal::derive(move || format!("at the assumed {}", percent(assumed.get().0))),
            npv: Signal::derive(move || assumed.get().1),
        },
        Line {
            id: "margin-unit",
            name: "In the margin",
            detail: Signal::derive(move || {
                format!("at the {} that price and cost give", percent(unit().unit_operating_margin))
            }),
            npv: Signal::derive(move || compare.get().0.npv_margin_lens_at_unit_margin_b),
        },
        Line {
            id: "capex",
            name: "As capex",
            detail: Signal::derive(|| "machines paid when they are bought".to_owned()),
            npv: Signal::derive(move || compare.get().0.npv_capex_lens_b),
        },
        Line {
            id: "charge",
            name: "Capital charge",
            detail: Signal::derive(|| "what paying ahead costs: the last line less the one before".to_owned()),
            npv: Signal::derive(move || compare.get().0.capital_charge_b),
        },
    ];
    view! {
        <section class="figure compare" aria-labelledby="compare">
            <h2 class="figure-title" id="compare">"Two ways to charge for capacity"</h2>
            <p class="figure-sub">"NPV before equity, $B"</p>
            <table>
                <tbody>{rows.map(line).collect_view()}</tbody>
            </table>
            <dl class="margins">
                <div><dt>"Operating margin"</dt><dd>{move || percent(unit().unit_operating_margin)}</dd>
                    <dd class="key-context">"price less running cost and depreciation"</dd></div>
                <div><dt>"Economic margin"</dt><dd>{move || percent(unit().unit_economic_margin)}</dd>
                    <dd class="key-context">"after a return on the machines as well"</dd></div>
            </dl>
            <p class="figure-note">"An operating margin already holds the machines, spread over their lives. Charging them as capex as well would count them twice, so it is one or the other."</p>
        </section>
    }
}

/// One row of the comparison.
#[derive(Clone, Copy)]
struct Line {
    id: &'static str,
    name: &'static str,
    detail: Signal<String>,
    npv: Signal<f64>,
}

fn line(line: Line) -> impl IntoView {
    let Line { id, name, detail, npv } = line;
    view! {
        <tr data-compare=id>
            <th scope="row">{name} <small>{detail}</small></th>
            <td class=move || tone(npv.get())>
                <span aria-hidden="true">{move || MONEY.brackets(npv.get())}</span>
                <span class="unseen">{move || MONEY.spoken(npv.get())}</span>
            </td>
        </tr>
    }
}
