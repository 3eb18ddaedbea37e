//! The keyboard map: a button, a key, and the dialog that both open.

use gloo::events::EventListener;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use crate::browser::storage;
use crate::wording::keyboard::{KEYBOARD, Keys};

/// Where it is remembered that the key is turned off: a voice that listens for letters may press it by mistake.
const OFF: &str = "offtake.help-key";
/// Where the key belongs to a text, or to a list that is searched by typing.
const TEXTS: &str = "input:not([type=range], [type=checkbox]), select, textarea, [contenteditable]";

/// A button that opens the map; so does "?", unless a text is typed or the reader has turned it off.
#[component]
pub fn KeyboardHelpButton() -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let is_on = RwSignal::new(storage::read(OFF).is_none());
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let show = move || {
        if let Some(dialog) = dialog.get_untracked() {
            open(&dialog);
        }
    };
    let keys = EventListener::new(&document(), "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| is_on.get_untracked() && asks(event)) {
            show();
        }
    });
    let keys = StoredValue::new_local(Some(keys));
    on_cleanup(move || keys.set_value(None));
    let turn = move |on: bool| {
        is_on.set(on);
        storage::write(OFF, (!on).then_some("off"));
    };
    view! {
        <button type="button" class="quiet" id="keyboard" aria-haspopup="dialog" aria-keyshortcuts=move || is_on.get().then_some("?")
            on:click=move |_| show()>"Keyboard"</button>
        <dialog class="help" id="keyboard-help" aria-labelledby="keyboard-title" node_ref=dialog
            // A press beside the words, on the ground behind them, closes it as well.
            on:click=move |event| {
                if let Some(dialog) = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok()) {
                    dialog.close();
                }
            }>
            <div class="help-words">
                <h2 id="keyboard-title" tabindex="-1" autofocus=true>"Keyboard"</h2>
                {KEYBOARD.iter().map(place).collect_view()}
                <label class="help-key">
                    <input type="checkbox" prop:checked=move || is_on.get() aria-describedby="help-key-why"
                        on:change:target=move |event| turn(event.target().checked()) />
                    " “?” opens this list"
                </label>
                <p id="help-key-why">"Turn it off if you speak to your computer and the list opens by itself."</p>
                <button type="button" class="help-close" aria-label="Close" on:click=move |_| close()>"×"</button>
            </div>
        </dialog>
    }
}

fn place(place: &'static Keys) -> AnyView {
    let line = |(keys, what): &(&'static str, &'static str)| {
        view! { <tr><th scope="row">{*keys}</th><td>{*what}</td></tr> }.into_any()
    };
    view! { <table><caption>{place.place}</caption><tbody>{place.keys.iter().map(line).collect_view()}</tbody></table> }
        .into_any()
}

/// Modal: the browser keeps the focus inside, closes it at Escape and gives the focus back.
fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Fails only where the page is being torn down.
        let _ = dialog.show_modal();
    }
}

/// Whether it is the key, pressed where nothing is typed and nothing modal is open.
fn asks(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_text = |target: &Element| target.closest(TEXTS).ok().flatten().is_some();
    let is_bare = !(event.ctrl_key() || event.alt_key() || event.meta_key());
    let is_modal = || document().query_selector("dialog[open], [aria-modal=true]").ok().flatten().is_some();
    event.key() == "?" && is_bare && !target.as_ref().is_some_and(is_text) && !is_modal()
}
