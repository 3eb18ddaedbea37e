//! The page as a whole.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::State;
use super::announcer::Announcer;
use super::assumptions::Assumptions;
use super::board_paper::BoardPaper;
use super::dock::Dock;
use super::figures::Figures;
use super::footer::Footer;
use super::header::Header;
use super::intro::Intro;
use super::key_figures::KeyFigures;
use super::later::later;
use super::number_format::manner;
use super::pins::PinButton;
use super::popover::Popover;
use super::scenario_bar::ScenarioBar;
use super::sections::{HowSure, Pinned, Sources, WhatMustHold, YearByYear};
use super::sheet::SheetState;
use super::verdict::Verdict;

/// The calculator. The answer stands before the assumptions in the document, as it does on a phone.
#[component]
pub fn App() -> impl IntoView {
    State::provide();
    SheetState::provide();
    // Words are made once, mostly: another way to write numbers makes the page anew from the same state.
    let manner = manner(State::get());
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

/// Puts the calculator into an element. It lives as long as the handle, or for good if the handle is forgotten.
pub fn start(parent: HtmlElement) -> UnmountHandle<impl leptos::tachys::view::Mountable> {
    mount_to(parent, App)
}
