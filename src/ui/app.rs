//! The page as a whole.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::State;
use super::address;
use super::announcer::Announcer;
use super::assumptions::Assumptions;
use super::board_paper::BoardPaper;
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
use super::pins::PinButton;
use super::popover::Popover;
use super::scenario_bar::ScenarioBar;
use super::sections::{HowSure, Pinned, Sources, WhatMustHold, YearByYear};
use super::sheet::SheetState;
use super::verdict::Verdict;
use crate::browser::address::query;
use crate::protocol::link::{Decoded, decode};

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
    move || {
        let _ = manner.get();
        untrack(page)
    }
}

fn page() -> AnyView {
    view! {
        <a class="skip" href="#verdict">"To the answer"</a>
        <div class="page">
            <Header />
            <LinkNotice />
            <Intro />
            {later(|| view! { <ScenarioBar /> }.into_any())}
            <main>
                <div class="work">
                    <div class="answer"><Verdict />{later(|| view! { <KeyFigures /><PinButton /> }.into_any())}</div>
                    {later(|| view! { <Assumptions /> }.into_any())}
                    {later(|| view! { <Figures /> }.into_any())}
                </div>
                <div class="deep">
                    <Pinned />
                    {later(|| view! { <HowSure /> }.into_any())}
                    {later(|| view! { <WhatMustHold /> }.into_any())}
                    {later(|| view! { <YearByYear /> }.into_any())}
                    {later(|| view! { <Sources /> }.into_any())}
                </div>
            </main>
            {later(|| view! { <BoardPaper /> }.into_any())}
            {later(|| view! { <Dock /> }.into_any())}
            <Footer />
        </div>
        <Popover />
        <Announcer />
    }
    .into_any()
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
