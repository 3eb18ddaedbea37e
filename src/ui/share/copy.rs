//! A text in a field, and the button that copies it.

use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;

use super::Share;
use crate::browser::clipboard;
use crate::ui::canvas::Words;
use crate::wording::share::BY_HAND;

/// How long a button says that it has copied, in milliseconds.
const SAID: u32 = 2000;

/// What stands around a text.
pub struct Text {
    /// The field.
    pub id: &'static str,
    /// What it holds.
    pub name: &'static str,
    /// On the button.
    pub copy: &'static str,
    /// Whether it is one line, with its button beside it.
    pub is_line: bool,
    /// Whether it is what most readers come for.
    pub is_main: bool,
}

/// A text to be read and copied.
pub fn text(share: Share, around: &Text, words: Words) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    let Text { id, name, is_line, .. } = *around;
    let area = view! {
        <textarea class="share-text" id=id aria-label=name readonly=true spellcheck="false" rows=if is_line { "1" } else { "4" }
            node_ref=field prop:value=move || words() on:focus:target=move |event| event.target().select()></textarea>
    };
    let button = button(share, around, field);
    view! { <div class="share-copy" class:share-line=is_line>{area}{button}</div> }.into_any()
}

/// The button that copies a field, and what is said of it.
pub fn button(share: Share, around: &Text, field: NodeRef<html::Textarea>) -> AnyView {
    let Text { id, copy, is_main, .. } = *around;
    let done = move || share.form.with(|form| form.copied.filter(|(one, _)| *one == id).map(|(_, done)| done));
    let press = move |_| {
        if let Some(field) = field.get_untracked() {
            clipboard::copy(&field, move |done| tell(share, id, done));
        }
    };
    let said = move || match done() {
        None => "",
        Some(true) => "Copied",
        Some(false) => BY_HAND,
    };
    view! {
        <span class="share-act">
            // Both words stand there, one of them unseen: the button keeps its width.
            <button type="button" class="share-button" class:main=is_main data-copy=id data-done=move || (done() == Some(true)).then_some("")
                on:click=press><span>{copy}</span><span>"Copied"</span></button>
            <span class="share-said" class:unseen=move || done() != Some(false) role="status">{move || said().to_owned()}</span>
        </span>
    }
    .into_any()
}

/// Says what became of it: for a moment if it is copied, until something else is copied if the reader has to do it.
fn tell(share: Share, id: &'static str, done: bool) {
    share.choose(|form| form.copied = Some((id, done)));
    if done {
        Timeout::new(SAID, move || {
            let _ = share.form.try_update(|form| {
                if form.copied == Some((id, true)) {
                    form.copied = None;
                }
            });
        })
        .forget();
    }
}
