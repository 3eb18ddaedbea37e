//! What stands under every card: on what it rests, what it is not, and the way to the whole page.

use leptos::prelude::*;

use crate::protocol::link::{Link, encode};
use crate::ui::State;
use crate::wording::embed as words;

/// The foot.
pub fn foot(state: State) -> AnyView {
    let version = move || {
        let data = state.question.with(|question| question.case.version().id);
        state.opened.with(|opened| words::version(opened.follows, data))
    };
    let caveat = move || state.read(|answer| answer.voice().caveat());
    let ignored = move || {
        let ignored = state.opened.with(|opened| words::ignored(&opened.ignored))?;
        Some(view! { <p class="card-ignored">{ignored}</p> }.into_any())
    };
    view! {
        <footer class="card-foot">
            <p>
                <a class="card-open" href=move || full(state) target="_blank" rel="noopener">{words::OPEN}</a>
                <span>{move || state.read(|answer| answer.voice().basis())}</span>
            </p>
            {move || caveat().map(|caveat| view! { <p id="caveat">{caveat}</p> }.into_any())}
            <p>{words::ADVICE} " " {move || version()}</p>
            {move || ignored()}
        </footer>
    }
    .into_any()
}

/// The address of the whole page in the present state, from here.
pub fn full(state: State) -> String {
    format!("?{}", encode(&Link { embed: None, ..state.link() }))
}
