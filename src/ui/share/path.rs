//! A guided path for others: its link, and the code of its card.

use leptos::prelude::*;

use super::Share;
use super::copy::{Text, text};
use super::form::Form;
use crate::browser::address;
use crate::catalog::paths::Path;
use crate::protocol::link::{Link, decode};
use crate::ui::State;
use crate::wording::share as words;

/// Both, folded away until somebody asks. They are those of the path's beginning, whatever has been moved since.
pub fn path(state: State, path: &'static Path) -> AnyView {
    let share = Share { state, form: RwSignal::new(Form::default()) };
    let link = Text { id: "path-link", name: "Link", copy: "Copy link", is_line: true, is_main: false };
    let code = Text { id: "path-code", name: "Embed code", copy: "Copy embed code", is_line: false, is_main: false };
    let address = move || words::link(&address::base(), &frozen(&path.query()));
    view! {
        <details class="path-share">
            <summary>"Link and embed code"</summary>
            {text(share, &link, Box::new(address))}
            {text(share, &code, Box::new(move || embed(path)))}
        </details>
    }
    .into_any()
}

fn embed(path: &Path) -> String {
    let (base, link) = (address::base(), frozen(&path.embed()));
    let height = link.embed.as_ref().map_or(0, words::height_on_phones);
    format!("{}\n{}", words::frame(&base, &link, height), words::script(&base))
}

/// What a query says, with the versions that it is read with: the numbers stay those of its paragraph.
fn frozen(query: &str) -> Link {
    Link { follows: false, ..decode(query).link }
}
