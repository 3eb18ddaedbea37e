//! A card of the page, for a frame in another page.

use leptos::prelude::*;

use super::State;
use super::verdict::Verdict;
use crate::protocol::link::Decoded;

/// The card.
#[component]
pub fn EmbedApp(
    /// The state that it starts from.
    decoded: Decoded,
) -> impl IntoView {
    State::provide(decoded);
    view! { <main class="embed"><Verdict /></main> }
}
