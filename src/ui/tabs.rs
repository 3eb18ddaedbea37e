//! The sides of the table, one of which asks: three tabs in the header.

use leptos::prelude::*;

use super::State;
use crate::catalog::Side;
use crate::wording::objectives;

/// The tabs. Another side is a step, which can be undone; the inputs of all sides stay.
#[component]
pub fn Tabs() -> impl IntoView {
    let state = State::get();
    let tab = |side: Side| {
        let is_here = move || state.side() == side;
        view! {
            <li>
                <button type="button" class="tab" data-side=side.id() aria-current=move || is_here().then_some("page")
                    on:click=move |_| state.sit(side)>{objectives::tab(side)}</button>
            </li>
        }
        .into_any()
    };
    view! { <nav class="tabs" aria-label="Whose side"><ul>{Side::ALL.map(tab).into_iter().collect_view()}</ul></nav> }
}
