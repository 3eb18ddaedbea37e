//! The head of the page: whose model this is, which deal, and the theme.

use leptos::prelude::*;

use super::contents::Contents;
use super::share::ShareButton;
use super::tabs::Tabs;
use super::{State, deal_picker};
use crate::browser::printing;

/// Wordmark, deal, theme switch.
#[component]
pub fn Header() -> impl IntoView {
    let state = State::get();
    let look = state.look;
    let theme = move || look.get().theme;
    // Out of the graph: onto the page. The choice is remembered only when the reader makes one.
    Effect::new(move |_| theme().apply());
    let turn = move |_| {
        look.update(|look| (look.theme, look.keeps_theme) = (look.theme.next(), true));
        look.get_untracked().theme.remember();
    };
    view! {
        <header class="head">
            <span class="wordmark">
                // A bar below a line and one above it.
                <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
                    <rect class="mark-down" x="2" y="10" width="5" height="7" />
                    <rect class="mark-up" x="11" y="1" width="5" height="7" />
                    <rect class="mark-line" x="0" y="8" width="18" height="2" />
                </svg>
                "Offtake"
            </span>
            {deal_picker::button(state)}
            <Tabs />
            <Contents />
            <div class="head-acts">
                <ShareButton />
                <button type="button" class="head-button head-wide" id="print" title="Print, or save as PDF: a board paper of two pages"
                    on:click=|_| printing::print()>"Print"</button>
                // Goes round: as the system, light, dark.
                <button type="button" class="theme" id="theme" on:click=turn data-choice=move || theme().label().to_owned()
                    aria-label=move || format!("Theme: {}. Switch to {}.", theme().label(), theme().next().label())>
                    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                        <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5" />
                        <path class="theme-left" d="M8 1.8a6.2 6.2 0 000 12.4z" fill="currentColor" />
                        <path class="theme-right" d="M8 1.8a6.2 6.2 0 010 12.4z" fill="currentColor" />
                    </svg>
                    <span>{move || theme().label().to_owned()}</span>
                </button>
            </div>
        </header>
    }
}
