//! The model as files: a spreadsheet, numbers, and the state, which can be opened again.

use leptos::html;
use leptos::prelude::*;

use super::Share;
use crate::browser::files;
use crate::protocol::link::encode;
use crate::wording::actions::{Done, said};
use crate::wording::share::FILES;

/// The section.
pub fn section(share: Share) -> AnyView {
    let heard = NodeRef::<html::P>::new();
    let tell = move |text: &str| {
        if let Some(heard) = heard.get_untracked() {
            heard.set_text_content(Some(text));
        }
    };
    let act = move |kind: &'static str| {
        tell("Making the file");
        files::save(kind, &untrack(|| encode(&share.state.link())), None, move |name| {
            let done = if name.is_some() { Done::Saved } else { Done::Missing };
            tell(&said(done, &name.unwrap_or_default()));
        });
    };
    let button = |(kind, name, what): (&'static str, &'static str, &'static str)| {
        view! { <button type="button" class="share-file" data-file=kind on:click=move |_| act(kind)><b>{name}</b><small>{what}</small></button> }
            .into_any()
    };
    let view = view! {
        <div class="share-files">{FILES.map(button).into_iter().collect_view()}</div>
        <p class="share-note" role="status" node_ref=heard></p>
        // public/loader.js hears what is chosen here, and files that fall on the page.
        <p class="share-open">
            <input type="file" class="unseen" id="file-open" accept=".json,application/json" />
            <label class="share-button" for="file-open">"Open a saved JSON file"</label>
            <span class="share-note">"or drop it anywhere on the page"</span>
        </p>
        <div class="share-opened" id="file-said" role="status"></div>
    };
    super::section("share-part-download", "Download", "of exactly these inputs", view.into_any())
}
