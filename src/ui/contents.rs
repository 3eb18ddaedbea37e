//! The contents of the page: a line of links where there is room, else a list behind a button.

use leptos::prelude::*;

use super::go_to::anchor;
use crate::browser::focus;

/// The list, which the button opens.
const LIST: &str = "contents";

/// What there is to go to: the anchor and its name.
const PARTS: [(&str, &str); 7] = [
    ("verdict", "Answer"),
    ("assumptions", "Assumptions"),
    ("title-cash", "Cash flow"),
    ("how-sure", "How sure"),
    ("what-must-hold", "What has to be true"),
    ("years", "Years"),
    ("sources", "Sources"),
];

/// The button and the list.
#[component]
pub fn Contents() -> impl IntoView {
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
            <ul>{PARTS.map(part).into_iter().collect_view()}</ul>
        </nav>
    }
}
