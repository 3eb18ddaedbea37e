//! The verdict for those who listen: once, a moment after the last change.

use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;

use crate::wording::Span;
use crate::wording::verdict::plain;

/// How long nothing may change before it is said, in milliseconds.
const QUIET: u32 = 400;

/// A region that is read out and not shown. The heading itself is not one: it would be read at every step of a drag.
#[component]
pub fn Announcer(
    /// The verdict.
    text: Memo<Vec<Span>>,
) -> impl IntoView {
    let region = NodeRef::<html::P>::new();
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |first: Option<()>| {
        let words = text.with(|spans| plain(spans));
        if first.is_none() {
            return;
        }
        // A timer that is replaced is called off.
        waiting.set_value(Some(Timeout::new(QUIET, move || {
            if let Some(region) = region.get_untracked() {
                region.set_text_content(Some(&words));
            }
        })));
    });
    view! { <p class="unseen" id="announcer" role="status" aria-live="polite" node_ref=region></p> }
}
