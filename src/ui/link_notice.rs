//! What there is to say about the link that the page was opened with: parts that were left out, another version.

use leptos::prelude::*;

use super::State;
use crate::browser::focus::focus_first;
use crate::protocol::link::merge;
use crate::wording::opened;

/// A line under the header, where there is something to say.
#[component]
pub fn LinkNotice() -> impl IntoView {
    let state = State::get();
    view! {
        <div class="link-notices" role="status">
            {move || left_out(state)}
            {move || version(state)}
        </div>
    }
}

fn left_out(state: State) -> Option<AnyView> {
    let lines = state.opened.with(|opened| opened::ignored(&opened.ignored));
    let close = move |_| {
        state.opened.update(|opened| opened.ignored.clear());
        focus_first(&["#verdict".to_owned()]);
    };
    let view = || {
        view! {
            <div class="link-notice" id="left-out">
                <p>{opened::IGNORED}</p>
                <ul>{lines.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect_view()}</ul>
                <button type="button" class="link" on:click=close>"Close"</button>
            </div>
        }
        .into_any()
    };
    (!lines.is_empty()).then(view)
}

fn version(state: State) -> Option<AnyView> {
    let (said, way) = opened::version(state.question.with(|question| question.case.version()))?;
    let go = move |_| {
        state.open(merge(&untrack(|| state.link()), &opened::newest()));
        focus_first(&["#verdict".to_owned()]);
    };
    let view = view! {
        <p class="link-notice" id="made-with">{said} " " <button type="button" class="link" on:click=go>{way}</button></p>
    };
    Some(view.into_any())
}
