//! The head of the page: whose model this is, which deal, and the theme.

use leptos::prelude::*;

use super::State;
use crate::browser::theme::Theme;
use crate::wording::PARTIES;

/// Wordmark, deal, theme switch.
#[component]
pub fn Header() -> impl IntoView {
    view! {
        <header class="head">
            <span class="wordmark"><Mark />"Offtake"</span>
            <span class="deal">{PARTIES.investor} " × " {PARTIES.lab} <small>"April 2026"</small></span>
            <div class="head-acts"><ThemeSwitch /></div>
        </header>
    }
}

/// A bar below a line and one above it.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <rect class="mark-down" x="2" y="10" width="5" height="7" />
            <rect class="mark-up" x="11" y="1" width="5" height="7" />
            <rect class="mark-line" x="0" y="8" width="18" height="2" />
        </svg>
    }
}

/// Goes round: as the system, light, dark. Remembered where the browser allows it.
#[component]
fn ThemeSwitch() -> impl IntoView {
    let theme = State::get().theme;
    // Out of the graph: onto the page. The choice is remembered only when the reader makes one.
    Effect::new(move |_| theme.get().apply());
    let turn = move |_| {
        theme.update(|theme| *theme = theme.next());
        theme.get_untracked().remember();
    };
    let half = move || match theme.get() {
        Theme::System => "M8 1.8a6.2 6.2 0 010 12.4z",
        Theme::Light => "",
        Theme::Dark => "M8 1.8a6.2 6.2 0 010 12.4a6.2 6.2 0 010-12.4z",
    };
    view! {
        <button type="button" class="theme" id="theme" on:click=turn
            aria-label=move || format!("Theme: {}. Switch to {}.", theme.get().label(), theme.get().next().label())>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5" />
                <path d=half fill="currentColor" />
            </svg>
            <span>{move || theme.get().label()}</span>
        </button>
    }
}
