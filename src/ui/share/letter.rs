//! For letters, which run no program: the card as a picture, words for those who do not see it, and code with both.

use leptos::html;
use leptos::prelude::*;

use super::copy::{Text, button, text};
use super::form::Pick;
use super::frame::segments;
use super::picture::{Take, shown, take};
use super::{Share, alternative, written};
use crate::wording::actions::said;
use crate::wording::share as words;

/// The section.
pub fn section(share: Share) -> AnyView {
    let html = Text { id: "share-html", name: "HTML for a letter", copy: "Copy HTML", is_line: false, is_main: false };
    let markdown =
        Text { id: "share-markdown", name: "Markdown", copy: "Copy Markdown", is_line: false, is_main: false };
    let view = view! {
        <div class="share-letter">
            <div>{shown(share)}{segments(share, vec![("Light", Pick::Dark(false)), ("Dark", Pick::Dark(true))])}</div>
            {description(share)}
        </div>
        {files(share)}
        {text(share, &html, Box::new(move || words::fragment(&share.link(), &alternative(share))))}
        {text(share, &markdown, Box::new(move || words::markdown(&share.link(), &alternative(share))))}
        <p class="share-note">{words::picture_note()}</p>
    };
    super::section(
        "share-part-letter",
        "Newsletter image",
        "e-mail cannot run the sliders; this links to them",
        view.into_any(),
    )
}

/// The words beside the picture, which may be edited.
fn description(share: Share) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    let around = Text { id: "share-alt", name: "", copy: "Copy alt text", is_line: false, is_main: false };
    let button = button(share, &around, field);
    view! {
        <div class="share-copy">
            <label class="share-name" for="share-alt">"Alt text, editable"</label>
            <textarea class="share-text share-own" id="share-alt" rows="6" node_ref=field prop:value=move || alternative(share)
                on:input:target=move |event| { let value = event.target().value(); write(share, Some(value)) }></textarea>
            <div class="share-own-acts">
                {button}
                <button type="button" class="link" class:gone=move || written(share).is_none() on:click=move |_| write(share, None)>"Our words again"</button>
            </div>
        </div>
    }
    .into_any()
}

/// Keeps words for the present case, or forgets them.
fn write(share: Share, words: Option<String>) {
    let link = untrack(|| share.link());
    share.choose(|form| form.words = words.map(|words| (link, words)));
}

/// The picture as a file.
fn files(share: Share) -> AnyView {
    let heard = NodeRef::<html::P>::new();
    let act = move |one: Take| {
        take(share, one, move |done| {
            if let Some(heard) = heard.get_untracked() {
                heard.set_text_content(Some(&said(done, &one.file())));
            }
        });
    };
    let button = |(one, name, what): (Take, &'static str, &'static str)| {
        view! { <button type="button" class="share-file" on:click=move |_| act(one)><b>{name}</b><small>{what}</small></button> }
            .into_any()
    };
    view! {
        <div class="share-files">{Take::ALL.map(button).into_iter().collect_view()}</div>
        <p class="share-note" role="status" node_ref=heard></p>
    }
    .into_any()
}
