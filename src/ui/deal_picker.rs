//! Which deal the page is about: its name in the header, and the panel in which the reader takes another one.

use leptos::prelude::*;

use super::go_to::anchor;
use super::popover::{Panel, close, open};
use super::state::yes;
use super::{State, own_deals};
use crate::browser::focus::focus_first;
use crate::catalog::{DEALS, Deal, Start};
use crate::wording::{deals, parties};

/// The deal as a button. The page is made anew when the deal changes, so its name holds still.
pub fn button(state: State) -> AnyView {
    let name = deals::name(state.question.with_untracked(|question| question.case.start()));
    let month = parties().month();
    let label = format!("Deal: {}. Choose another", format!("{name} {month}").trim_end());
    view! {
        <button type="button" class="deal" id="deal" aria-haspopup="dialog" aria-label=label
            on:click=move |event| open(state, Panel::Deals, &event)>
            {format!("{name} ")}<small>{month}</small>
        </button>
    }
    .into_any()
}

/// The deals with numbers, the deal of words, and the reader's own.
pub fn words(state: State) -> AnyView {
    let now = state.question.with_untracked(|question| question.case.start());
    let computed = Deal::computed().map(|deal| choice(state, now, deal)).collect_view();
    view! {
        <h2 id="panel-title">"Choose a deal"</h2>
        <p>"The page starts anew from it, with the present scenario on top. Undo leads back."</p>
        <ul class="deal-list">{computed}</ul>
        {DEALS.into_iter().filter_map(card).collect_view()}
        {own_deals::words(state, now)}
    }
    .into_any()
}

fn choice(state: State, now: Start, deal: &'static Deal) -> AnyView {
    let is_now = now.id() == deal.id;
    let take = move |_| {
        leave(move || state.change(|case| case.start_from(Start::Deal(deal))));
    };
    view! {
        <li>
            <button type="button" class="deal-choice" data-deal=deal.id aria-pressed=yes(is_now) on:click=take>
                <b>{deal.name}</b> " " <small>{deals::parties(deal)}</small>
            </button>
        </li>
    }
    .into_any()
}

/// A deal that has no figures: words, and where they come from.
fn card(deal: &'static Deal) -> Option<AnyView> {
    let (words, sources) = deals::card(deal)?;
    let sources = sources.iter().map(|id| view! { " " {anchor(id, (*id).to_owned())} }.into_any()).collect_view();
    let view = view! {
        <div class="deal-card" data-deal-card=deal.id>
            <p class="now"><b>{deal.name}</b> " " <small>{deals::parties(deal)}</small></p>
            <p>{words} <small>{sources}</small></p>
        </div>
    };
    Some(view.into_any())
}

/// Closes the panel, does what changes the deal, and gives the focus to its name in the page that is made anew.
pub fn leave(change: impl FnOnce()) {
    close();
    change();
    request_animation_frame(|| focus_first(&["#deal".to_owned()]));
}
