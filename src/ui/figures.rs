//! The numbers by year, and the comparison of the two lenses beside them.

use leptos::prelude::*;

use super::State;
use super::lens_compare::LensCompare;
use super::table::TableView;
use crate::model::Outcome;
use crate::wording::tables;

/// The figures under the answer.
#[component]
pub fn Figures() -> impl IntoView {
    let state = State::get();
    let cash = state.derive(|_, outcome: &Outcome, _| tables::cash_table(outcome));
    view! {
        <div class="figures">
            <div class="figure"><TableView table=cash /></div>
            <LensCompare />
        </div>
    }
}
