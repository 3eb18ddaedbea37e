//! The page as a whole.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::State;
use super::address;
use super::announcer::Announcer;
use super::assumptions::Assumptions;
use super::board_paper::BoardPaper;
use super::deal_notice::DealNotice;
use super::dock::Dock;
use super::embed::EmbedApp;
use super::figures::Figures;
use super::footer::Footer;
use super::header::Header;
use super::intro::Intro;
use super::key_figures::KeyFigures;
use super::later::later;
use super::link_notice::LinkNotice;
use super::number_format::manner;
use super::paths::Paths;
use super::pins::PinButton;
use super::popover::Popover;
use super::sections::{
    Clauses, HowSure, OtherDeals, Pinned, Sources, WhatMovesIt, WhatMustHold, WhatToWatch, YearByYear,
};
use super::sheet::SheetState;
use super::verdict::Verdict;
use super::{side_bar, side_figures};
use crate::browser::address::{self as window, query};
use crate::catalog::Side;
use crate::protocol::link::{Decoded, decode};
use crate::wording::share;

/// The calculator. The answer stands before the assumptions in the document, as it does on a phone.
#[component]
pub fn App(
    /// The state that it starts from.
    decoded: Decoded,
) -> impl IntoView {
    let state = State::provide(decoded);
    SheetState::provide();
    address::keep(state);
    // Words are made once, mostly: another way to write numbers makes the page anew from the same state.
    let manner = manner(state);
    // So are the names of the parties.
    let start = Memo::new(move |_| state.read(|answer| answer.question.case.start()));
    let title = Memo::new(move |_| share::page_title(state.side(), start.get()));
    // Out of the graph: onto the tab.
    Effect::new(move |_| title.with(|title| window::entitle(title)));
    move || {
        let _ = (manner.get(), start.get());
        untrack(page)
    }
}

fn page() -> AnyView {
    let state = State::get();
    let side = Memo::new(move |_| state.side());
    // Another side is another page under the same header, which keeps the focus.
    let body = move || {
        let side = side.get();
        untrack(move || body(side))
    };
    view! {
        <a class="skip" href="#verdict">"To the answer"</a>
        <div class="page">
            <Header />
            <LinkNotice />
            <DealNotice />
            {later(|| view! { <Paths /> }.into_any())}
            {body}
            <Footer />
        </div>
        <Popover />
        <Announcer />
    }
    .into_any()
}

/// What stands between header and footer for a side.
fn body(side: Side) -> AnyView {
    let intro = (side == Side::Investor).then(|| view! { <Intro /> }.into_any());
    view! {
        {intro}
        {later(side_bar::bar)}
        <main>
            <div class="work">
                <div class="answer"><Verdict />{later(|| view! { <KeyFigures /><PinButton /> }.into_any())}</div>
                {later(|| view! { <Assumptions /> }.into_any())}
                {later(first_figures(side))}
            </div>
            <div class="deep"><Pinned />{deep(side).iter().copied().map(later).collect_view()}{later(|| view! { <Sources /> }.into_any())}</div>
        </main>
        {later(|| view! { <BoardPaper /> }.into_any())}
        {later(|| view! { <Dock /> }.into_any())}
    }
    .into_any()
}

/// A part of the page.
type Part = fn() -> AnyView;

/// The charts that everybody sees first.
fn first_figures(side: Side) -> Part {
    match side {
        Side::Investor => || view! { <Figures /> }.into_any(),
        Side::Lab => side_figures::of_lab,
        Side::Buyer => side_figures::of_buyer,
    }
}

/// The sections below them.
fn deep(side: Side) -> &'static [Part] {
    match side {
        Side::Investor => &[
            || view! { <HowSure /> }.into_any(),
            || view! { <WhatMustHold /> }.into_any(),
            || view! { <WhatToWatch /> }.into_any(),
            || view! { <OtherDeals /> }.into_any(),
            || view! { <YearByYear /> }.into_any(),
        ],
        Side::Lab => &[|| view! { <WhatMovesIt /> }.into_any()],
        Side::Buyer => &[|| view! { <Clauses /> }.into_any(), || view! { <WhatMovesIt /> }.into_any()],
    }
}

/// Puts the calculator into an element, in the state that the address tells: the page, or a card of it for a frame in
/// another page. It lives as long as the handle, or for good if the handle is forgotten.
pub fn start(parent: HtmlElement) -> UnmountHandle<impl leptos::tachys::view::Mountable> {
    open(parent, decode(&query()))
}

/// The same in a given state.
pub fn open(parent: HtmlElement, decoded: Decoded) -> UnmountHandle<impl leptos::tachys::view::Mountable> {
    mount_to(parent, move || match decoded.link.embed {
        Some(_) => view! { <EmbedApp decoded /> }.into_any(),
        None => view! { <App decoded /> }.into_any(),
    })
}
