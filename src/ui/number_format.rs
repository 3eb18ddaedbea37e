//! The choice of what stands between thousands and before decimals.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::State;
use crate::browser::focus::{focus_first, keep_in_view};
use crate::browser::manner as browser;
use crate::wording::separators::Manner;

/// When all parts of the page are there again, in milliseconds.
const ALL_PARTS: u32 = 300;

/// A small list with its label. A choice makes everything that shows numbers anew.
#[component]
pub fn NumberFormat() -> impl IntoView {
    let look = State::get().look;
    let sample = browser::sample();
    let options = Manner::ALL.map(|manner| {
        let is_chosen = look.with_untracked(|look| look.manner == manner);
        view! { <option value=manner.id() selected=is_chosen>{manner.label(sample.as_deref())}</option> }.into_any()
    });
    let choose = move |id: String| {
        let manner = Manner::find(&id);
        browser::remember(manner);
        browser::choose(manner);
        look.update(|look| look.manner = manner);
        // The list itself is made anew as well.
        request_animation_frame(|| focus_first(&["#number-format".to_owned()]));
        // The parts above come one by one and push it away.
        Timeout::new(ALL_PARTS, || keep_in_view("number-format")).forget();
    };
    view! {
        <label class="number-format">
            <span>"Numbers"</span>
            <select id="number-format" on:change:target=move |event| choose(event.target().value())>
                {options.collect_view()}
            </select>
        </label>
    }
}

/// How numbers are written; what asks is told when the reader chooses another manner.
pub fn manner(state: State) -> Memo<Manner> {
    Memo::new(move |_| state.look.with(|look| look.manner))
}
