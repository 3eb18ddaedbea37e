//! What the reader takes along: a link, a frame for another page, a picture with words, a post, a citation.

mod copy;
mod download;
mod form;
mod frame;
mod letter;
mod path;
mod picture;
mod preview;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::State;
use crate::browser::{address, day};
use crate::protocol::link::MOST_SLIDERS;
use crate::wording::embed::usual_sliders;
use crate::wording::share as words;
use copy::{Text, text};
use form::Form;
pub use path::path;

/// What a part of the dialog needs.
#[derive(Clone, Copy)]
pub struct Share {
    /// The page.
    pub state: State,
    /// What is chosen.
    pub form: RwSignal<Form>,
}

impl Share {
    /// The address of the page in its present state.
    pub fn link(self) -> String {
        words::link(&address::base(), &Form::page(self.state.link()))
    }

    /// The address of a frame with the present state.
    pub fn framed(self) -> String {
        words::link(&address::base(), &self.form.with(|form| form.frame(self.state.link())))
    }

    /// Which assumptions stand on the card.
    pub fn sliders(self) -> Vec<&'static str> {
        let (chosen, card) = self.form.with(|form| (form.embed.sliders.clone(), form.embed.card));
        let side = self.state.side();
        let is_known = |id: &&'static str| side.control(id).is_some();
        let chosen = chosen.map(|ids| ids.into_iter().filter(is_known).collect());
        chosen.unwrap_or_else(|| self.state.read(|answer| usual_sliders(side, answer.inputs(), card)))
    }

    /// Whether no other one has room.
    pub fn is_full(self) -> bool {
        self.sliders().len() >= MOST_SLIDERS
    }

    /// Chooses something.
    pub fn choose(self, choice: impl FnOnce(&mut Form)) {
        self.form.update(choice);
    }
}

/// The button in the header, and the dialog that it opens. What stands in the dialog is made when it opens and goes when
/// it closes; what was chosen stays.
#[component]
pub fn ShareButton() -> impl IntoView {
    let share = Share { state: State::get(), form: RwSignal::new(Form::default()) };
    let (dialog, open) = (NodeRef::<html::Dialog>::new(), RwSignal::new(false));
    let show = move || {
        if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
            open.set(true);
            // Fails only where the page is being torn down.
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <button type="button" class="head-button" id="share-open" aria-haspopup="dialog" on:click=move |_| show()>"Share"</button>
        <dialog class="share" id="share" aria-labelledby="share-title" node_ref=dialog on:close=move |_| open.set(false)
            // A press beside the words, on the ground behind them, closes it as well.
            on:click=move |event| {
                if let Some(dialog) = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok()) {
                    dialog.close();
                }
            }>
            <div class="share-words">
                <div class="share-head">
                    <h2 id="share-title" tabindex="-1" autofocus=true>"Share this model"</h2>
                    <button type="button" class="share-close" aria-label="Close" on:click=move |_| close()>"×"</button>
                </div>
                {move || open.get().then(|| untrack(|| contents(share)))}
            </div>
        </dialog>
    }
}

fn contents(share: Share) -> AnyView {
    view! {
        <div class="share-body">
            <div class="share-parts">
                {link(share)}
                {frame::section(share)}
                {letter::section(share)}
                {download::section(share)}
                {post(share)}
                {cite(share)}
            </div>
            {preview::preview(share)}
        </div>
    }
    .into_any()
}

/// A part of the dialog: its name, a hint, and what is in it.
fn section(id: &'static str, name: &'static str, hint: &'static str, inside: AnyView) -> AnyView {
    view! {
        <section class="share-part" aria-labelledby=id>
            <h3 id=id>{name}" "<small>{hint}</small></h3>
            {inside}
        </section>
    }
    .into_any()
}

fn link(share: Share) -> AnyView {
    let field = Text { id: "share-link", name: "Link", copy: "Copy link", is_line: true, is_main: true };
    section(
        "share-part-link",
        "Link",
        "opens with exactly these inputs",
        text(share, &field, Box::new(move || share.link())),
    )
}

fn post(share: Share) -> AnyView {
    let said = move || {
        let answer = share.state.read(|answer| answer.voice().post());
        format!("{answer}\n{}", share.link())
    };
    let field = Text { id: "share-post", name: "Post", copy: "Copy post", is_line: false, is_main: false };
    section(
        "share-part-post",
        "Post",
        "fits the usual 280 characters, where a link counts as 23",
        text(share, &field, Box::new(said)),
    )
}

fn cite(share: Share) -> AnyView {
    let said = move || {
        let cited =
            share.state.question.with(|question| words::citation_of(question.side, &question.case, &day::today()));
        format!("{cited}. {}", share.link())
    };
    let field = Text { id: "share-cite", name: "Citation", copy: "Copy citation", is_line: false, is_main: false };
    section("share-part-cite", "Cite", "", text(share, &field, Box::new(said)))
}

/// The words beside a picture that somebody wrote for this very case.
fn written(share: Share) -> Option<String> {
    let link = share.link();
    share.form.with(|form| form.words.as_ref().filter(|(of, _)| *of == link).map(|(_, words)| words.clone()))
}

/// The words beside a picture: those that somebody wrote, else our own.
fn alternative(share: Share) -> String {
    let own = || share.state.read(|answer| answer.voice().alternative(&answer.question.case));
    written(share).unwrap_or_else(own)
}
