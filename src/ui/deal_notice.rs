//! What there is to say about the deal that a case starts from, where it is not that of the page: which, where its
//! numbers come from, and what the reader may accept.

use leptos::prelude::*;

use super::State;
use super::go_to::anchor;
use crate::catalog::Deal;
use crate::wording::deals::{self, Acceptance, TermGroup, TermWords};

/// A line under the header. The page is made anew when the deal changes.
#[component]
pub fn DealNotice() -> impl IntoView {
    let state = State::get();
    let start = state.question.with_untracked(|question| question.case.start());
    let accepted = Memo::new(move |_| state.question.with(|question| question.case.has_accepted()));
    let notice = move |words: String| {
        let deal = start.deal();
        view! {
            <section class="link-notice deal-notice" id="deal-notice" aria-label="The deal">
                <p>{words}</p>
                {acceptance(state)}
                {deal.map(|deal| terms(deal, accepted))}
            </section>
        }
        .into_any()
    };
    deals::start_words(start).map(notice)
}

/// What is missing in the articles, and a button that puts the public figure in its place or takes it away.
fn acceptance(state: State) -> Option<AnyView> {
    let told = move || state.question.with(|question| deals::acceptance(&question.case));
    let Acceptance { sources, .. } = untrack(told)?;
    let turn = move |_| state.change(|case| case.accept(!case.has_accepted()));
    let view = view! {
        <p class="deal-acceptance" id="acceptance">
            {move || told().map(|told| told.words)} {ids(sources)} " "
            <button type="button" class="link" id="accept" on:click=turn>{move || told().map(|told| told.act)}</button>
        </p>
    };
    Some(view.into_any())
}

fn terms(deal: &'static Deal, accepted: Memo<bool>) -> AnyView {
    let groups = move || deals::terms(deal, accepted.get()).into_iter().map(group).collect_view().into_any();
    view! {
        <details id="deal-terms">
            <summary>"Where its numbers come from"</summary>
            <div class="deal-terms">{move || groups()}</div>
        </details>
    }
    .into_any()
}

fn group(group: TermGroup) -> AnyView {
    view! {
        <div>
            <h3>{group.heading}</h3>
            <dl>{group.terms.into_iter().map(term).collect_view()}</dl>
        </div>
    }
    .into_any()
}

fn term(TermWords { key, label, value, words, sources }: TermWords) -> AnyView {
    view! {
        <div data-term=key>
            <dt>{label}</dt>
            <dd><b>{value}</b> " " <small>{words} {ids(sources)}</small></dd>
        </div>
    }
    .into_any()
}

/// Where something comes from, each with a link to its place in the list of all.
fn ids(sources: &'static [&'static str]) -> AnyView {
    sources.iter().map(|id| view! { " " {anchor(id, (*id).to_owned())} }.into_any()).collect_view().into_any()
}
