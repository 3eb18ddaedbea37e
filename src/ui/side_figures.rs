//! The charts that only the lab or only the buyer has.

use leptos::prelude::*;

use super::State;
use super::answer::Answer;
use super::canvas::Words;
use super::chart_figure::{ChartFigure, Frame};
use super::crosshair::Walk;
use super::drawing::{Kind, preparation};
use crate::charts::burden::{self, Burden};
use crate::charts::contract::{self, Contract};
use crate::charts::exposure::{self, Exposure};
use crate::charts::obligations::{self, Obligations};
use crate::charts::usage::{self, Usage};
use crate::model::{BuyerOutcome, Inputs, LabOutcome};
use crate::wording::sections::{
    burden as burden_words, contract as contract_words, exposure as exposure_words, obligations as obligations_words,
    usage as usage_words,
};
use crate::wording::tables::{self, Table};

/// In a picture of their own.
const TALL: f64 = 240.0;

/// The charts under the lab's answer.
pub fn of_lab() -> AnyView {
    view! { <div class="figures">{obligations()}{burden()}</div> }.into_any()
}

/// The charts under the buyer's answer.
pub fn of_buyer() -> AnyView {
    view! { <div class="figures">{contract()}<div class="pair">{usage()}{exposure()}</div></div> }.into_any()
}

/// What is said around a chart.
struct Said<O: 'static> {
    id: &'static str,
    title: fn(&Inputs, &O) -> String,
    sub: fn() -> String,
    label: fn(&Inputs, &O) -> String,
    note: fn(&Inputs, &O) -> String,
    table: fn(&Inputs, &O) -> Table,
    /// The metric that explains it.
    how: &'static str,
}

/// A chart of what follows for one side.
fn figure<O, T: 'static, M: 'static>(
    found: fn(&Answer) -> &O,
    said: &Said<O>,
    data: fn(&Inputs, &O) -> T,
    kind: Kind<T, M>,
) -> AnyView {
    let state = State::get();
    let words = |words: fn(&Inputs, &O) -> String| -> Words {
        Box::new(move || state.read(|answer| words(answer.inputs(), found(answer))))
    };
    let table = said.table;
    let frame = Frame {
        id: said.id,
        title: words(said.title),
        sub: Box::new(said.sub),
        label: words(said.label),
        note: words(said.note),
        table: Box::new(move || state.read(|answer| table(answer.inputs(), found(answer)))),
        draws: None,
        tall: TALL,
    };
    let data = move || state.read(|answer| data(answer.inputs(), found(answer)));
    let (plot, _) = preparation(state, data, kind);
    view! { <ChartFigure frame plot walk=Walk::Parts how=said.how /> }.into_any()
}

/// What the lab owes each year, against its revenue.
pub fn obligations() -> AnyView {
    let said = Said::<LabOutcome> {
        id: "obligations",
        how: "lab_share",
        title: obligations_words::title,
        sub: obligations_words::sub,
        label: obligations_words::label,
        note: obligations_words::note,
        table: tables::obligations_table,
    };
    let kind = Kind {
        natural: Obligations::natural_domain,
        draw: obligations::draw,
        stops: Obligations::stops,
        read: |data, _, at| data.reading(at),
    };
    figure(Answer::lab, &said, Obligations::new, kind)
}

/// What the lab owes as a share of its revenue.
pub fn burden() -> AnyView {
    let said = Said::<LabOutcome> {
        id: "burden",
        how: "lab_cover",
        title: burden_words::title,
        sub: burden_words::sub,
        label: burden_words::label,
        note: burden_words::note,
        table: tables::burden_table,
    };
    let kind = Kind {
        natural: Burden::natural_domain,
        draw: burden::draw,
        stops: Burden::stops,
        read: |data, _, at| data.reading(at),
    };
    figure(Answer::lab, &said, Burden::new, kind)
}

/// What the contract costs against paying as one goes.
pub fn contract() -> AnyView {
    let said = Said::<BuyerOutcome> {
        id: "contract",
        how: "buyer_benefit",
        title: contract_words::title,
        sub: contract_words::sub,
        label: contract_words::label,
        note: contract_words::note,
        table: |_, outcome| tables::contract_table(outcome),
    };
    let kind = Kind {
        natural: Contract::natural_domain,
        draw: contract::draw,
        stops: Contract::stops,
        read: |data, _, at| data.reading(at),
    };
    figure(Answer::buyer, &said, Contract::new, kind)
}

/// What the commitment is worth at each usage.
pub fn usage() -> AnyView {
    let said = Said::<BuyerOutcome> {
        id: "usage",
        how: "buyer_break_even",
        title: usage_words::title,
        sub: usage_words::sub,
        label: usage_words::label,
        note: usage_words::note,
        table: tables::usage_table,
    };
    let kind = Kind {
        natural: Usage::natural_domain,
        draw: usage::draw,
        stops: Usage::stops,
        read: |data, _, at| data.reading(at),
    };
    figure(Answer::buyer, &said, Usage::new, kind)
}

/// What leaving would cost, year by year.
pub fn exposure() -> AnyView {
    let said = Said::<BuyerOutcome> {
        id: "exposure",
        how: "buyer_exposure",
        title: exposure_words::title,
        sub: exposure_words::sub,
        label: exposure_words::label,
        note: exposure_words::note,
        table: tables::exposure_table,
    };
    let kind = Kind {
        natural: Exposure::natural_domain,
        draw: exposure::draw,
        stops: Exposure::stops,
        read: |data, _, at| data.reading(at),
    };
    figure(Answer::buyer, &said, Exposure::new, kind)
}
