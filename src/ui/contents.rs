//! The contents of the page: a line of links where there is room, else a list behind a button.

use leptos::prelude::*;

use super::State;
use super::go_to::anchor;
use crate::browser::focus;
use crate::catalog::Side;

/// The list, which the button opens.
const LIST: &str = "contents";

/// What there is to go to: the anchor and its name.
const fn parts(side: Side) -> &'static [(&'static str, &'static str)] {
    match side {
        Side::Investor => &[
            ("verdict", "Answer"),
            ("assumptions", "Assumptions"),
            ("title-cash", "Cash flow"),
            ("how-sure", "How sure"),
            ("what-must-hold", "What has to be true"),
            ("what-to-watch", "What to watch"),
            ("other-deals", "Other deals"),
            ("years", "Years"),
            ("sources", "Sources"),
        ],
        Side::Lab => &[
            ("verdict", "Answer"),
            ("assumptions", "Assumptions"),
            ("title-obligations", "Obligations"),
            ("what-moves-it", "What moves it"),
            ("sources", "Sources"),
        ],
        Side::Buyer => &[
            ("verdict", "Answer"),
            ("assumptions", "Assumptions"),
            ("title-contract", "Contract"),
            ("clauses", "Clauses"),
            ("what-moves-it", "What moves it"),
            ("sources", "Sources"),
        ],
    }
}

/// The button and the list.
#[component]
pub fn Contents() -> impl IntoView {
    let state = State::get();
    let side = Memo::new(move |_| state.side());
    let part = |(id, name): (&'static str, &'static str)| {
        // A list that closes gives the focus back to its button, which pulls the page there: so once more after that.
        let go = move |_| {
            focus::hide_popover(LIST);
            request_animation_frame(move || focus::go_to_part(id));
        };
        view! { <li on:click=go>{anchor(id, name.to_owned())}</li> }.into_any()
    };
    view! {
        <button type="button" class="head-button contents-open" popovertarget=LIST>"Contents"</button>
        <nav class="contents" id=LIST popover="auto" aria-label="Contents">
            <ul>{move || parts(side.get()).iter().copied().map(part).collect_view().into_any()}</ul>
        </nav>
    }
}
