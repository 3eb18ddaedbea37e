//! The same deal with the cost of capacity charged in two ways.

use leptos::prelude::*;

use super::State;
use super::state::{Answer, tone};
use crate::model::{self, Inputs, Lens};
use crate::wording::numbers::{MONEY, percent};

/// NPVs and margins side by side, and the charge for capital between them.
#[component]
pub fn LensCompare() -> impl IntoView {
    let state = State::get();
    let rows = move || {
        state.read(|answer| {
            let compare = answer.outcome.lens_compare;
            let assumed = format!("at the assumed {}", percent(answer.inputs().commit_margin));
            let unit = format!("at the {} that price and cost give", percent(answer.outcome.gw.unit_operating_margin));
            let machines = "machines paid when they are bought".to_owned();
            let charge = "what paying ahead costs: the last line less the one before".to_owned();
            let lines = [
                ("margin", "In the margin", assumed, in_the_margin(answer)),
                ("margin-unit", "In the margin", unit, compare.npv_margin_lens_at_unit_margin_b),
                ("capex", "As capex", machines, compare.npv_capex_lens_b),
                ("charge", "Capital charge", charge, compare.capital_charge_b),
            ];
            lines.map(line).collect_view().into_any()
        })
    };
    let operating = move || state.read(|answer| percent(answer.outcome.gw.unit_operating_margin));
    let economic = move || state.read(|answer| percent(answer.outcome.gw.unit_economic_margin));
    view! {
        <section class="figure compare" aria-labelledby="compare">
            <h3 class="figure-title" id="compare">"Two ways to charge for capacity"</h3>
            <p class="figure-sub">"NPV before equity, $B"</p>
            <table><tbody>{move || rows()}</tbody></table>
            <dl class="margins">
                <div><dt>"Operating margin"</dt><dd>{move || operating()}</dd>
                    <dd class="key-context">"price less running cost and depreciation"</dd></div>
                <div><dt>"Economic margin"</dt><dd>{move || economic()}</dd>
                    <dd class="key-context">"after a return on the machines as well"</dd></div>
            </dl>
            <p class="figure-note">"An operating margin already holds the machines, spread over their lives. Charging them as capex as well would count them twice, so it is one or the other."</p>
        </section>
    }
}

/// The NPV in the margin lens at the assumed margin, in $B.
fn in_the_margin(answer: &Answer) -> f64 {
    model::value(&Inputs { lens: Lens::Margin, ..*answer.inputs() }).npv_b
}

fn line((id, name, detail, npv): (&'static str, &'static str, String, f64)) -> AnyView {
    view! {
        <tr data-compare=id>
            <th scope="row">{name} <small>{detail}</small></th>
            <td class=tone(npv)>
                <span aria-hidden="true">{MONEY.brackets(npv)}</span>
                <span class="unseen">{MONEY.spoken(npv)}</span>
            </td>
        </tr>
    }
    .into_any()
}
