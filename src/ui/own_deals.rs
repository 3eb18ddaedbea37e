//! The reader's own deals in the panel of deals: made, named, kept in the browser, opened and removed.

use leptos::prelude::*;

use super::State;
use super::answer::Question;
use super::deal_picker::leave;
use super::state::yes;
use crate::browser::focus::focus_first;
use crate::browser::storage;
use crate::catalog::Start;
use crate::model::Name;
use crate::protocol::kept::{self, Kept, MOST_KEPT};
use crate::protocol::link::{Decoded, Link, decode, encode};
use crate::wording::deals;

/// Where the deals stand in the storage.
const KEY: &str = "offtake.deals";
const FIELD: &str = "own-name";

/// What stands in the form.
#[derive(Clone, Default)]
struct Form {
    typed: String,
    is_refused: bool,
    kept: Vec<Kept>,
    /// Whether the browser refused to keep something.
    is_blocked: bool,
}

/// A name with what can be made of it, and the deals that are kept.
pub fn words(state: State, now: Start) -> AnyView {
    let kept = storage::read(KEY).map(|text| kept::decode(&text)).unwrap_or_default();
    let typed = now.own_name().map(|name| name.to_string()).unwrap_or_default();
    let form = RwSignal::new(Form { typed, is_refused: false, kept, is_blocked: !storage::is_allowed() });
    view! {
        <h3>"Your own deal"</h3>
        {name_field(form)}
        <div class="own-acts">
            {act(form, "own-empty", "Start empty", move |name| state.change(|case| case.start_from(Start::Own(name))))}
            {act(form, "own-present", "From the present case", move |name| state.change(|case| case.make_own(name)))}
            {now.own_name().map(|_| act(form, "own-rename", "Rename", move |name| state.change(|case| case.rename(name))))}
        </div>
        {now.own_name().map(|name| keep(state, form, name))}
        {move || list(state, form)}
    }
    .into_any()
}

fn name_field(form: RwSignal<Form>) -> AnyView {
    let is_refused = move || form.with(|form| form.is_refused);
    let why = move || is_refused().then(|| view! { <b>"! " {deals::name_fault()}</b> }.into_any());
    let write = move |typed| form.update(|form| (form.typed, form.is_refused) = (typed, false));
    view! {
        <div class="own-name" class:faulty=move || is_refused()>
            <label for=FIELD>"Name"</label>
            <span class="box">
                <input type="text" id=FIELD autocomplete="off" spellcheck="false"
                    value=form.with_untracked(|form| form.typed.clone())
                    aria-describedby="why-own-name"
                    aria-invalid=move || yes(is_refused())
                    on:input:target=move |event| write(event.target().value()) />
            </span>
            <p class="row-fault" id="why-own-name" role="alert">{move || why()}</p>
        </div>
    }
    .into_any()
}

/// A button that needs a name.
fn act(form: RwSignal<Form>, id: &'static str, words: &'static str, go: impl Fn(Name) + 'static) -> AnyView {
    let press = move |_| {
        if let Some(name) = form.with_untracked(|form| Name::new(&form.typed)) {
            leave(|| go(name));
        } else {
            form.update(|form| form.is_refused = true);
            focus_first(&[format!("#{FIELD}")]);
        }
    };
    view! { <button type="button" class="link" id=id on:click=press>{words}</button> }.into_any()
}

/// Keeps the present deal in the browser, where that is possible and not done yet.
fn keep(state: State, form: RwSignal<Form>, name: Name) -> AnyView {
    let wanted = StoredValue::new(Kept::new(name.as_str(), &untrack(|| query(state))));
    let words = move || form.with(|form| wanted.with_value(|wanted| what_to_keep(form, wanted.as_ref())));
    let press = move |_| {
        let with = form.with_untracked(|form| kept::with(&form.kept, wanted.get_value()?));
        if let Some(kept) = with {
            store(form, kept);
        }
    };
    view! {
        <div class="own-acts">
            <button type="button" class="link" id="own-keep" aria-disabled=move || yes(words() != KEEP) on:click=press>
                {move || words()}
            </button>
        </div>
    }
    .into_any()
}

const KEEP: &str = "Keep in this browser";

fn what_to_keep(form: &Form, wanted: Option<&Kept>) -> String {
    let Some(wanted) = wanted else { return "Give it a name to keep it".to_owned() };
    let is_known = form.kept.iter().any(|kept| kept.name == wanted.name);
    match () {
        () if form.is_blocked => "Not kept: this browser keeps nothing".to_owned(),
        () if form.kept.contains(wanted) => "Kept in this browser".to_owned(),
        () if !is_known && form.kept.len() >= MOST_KEPT => format!("{MOST_KEPT} are kept: remove one first"),
        () => KEEP.to_owned(),
    }
}

/// The deal alone: how the page is looked at and what it is compared with is no part of it.
fn query(state: State) -> String {
    let Question { case, stake, .. } = state.question.get();
    encode(&Link { case, stake, ..Link::default() })
}

/// Puts a list into the storage. One that does not come to stand there is not shown.
fn store(form: RwSignal<Form>, kept: Vec<Kept>) {
    let stands = storage::keep(KEY, &kept::encode(&kept));
    form.update(|form| {
        form.is_blocked = !stands;
        if stands {
            form.kept = kept;
        }
    });
}

fn list(state: State, form: RwSignal<Form>) -> AnyView {
    let (kept, is_blocked) = form.with(|form| (form.kept.clone(), form.is_blocked));
    let blocked = is_blocked.then(|| view! { <p id="kept-blocked" role="status">{deals::NOTHING_KEPT}</p> }.into_any());
    let lines = kept.into_iter().map(|kept| line(state, form, kept)).collect_view();
    let has_some = form.with(|form| !form.kept.is_empty());
    let lines = has_some.then(|| {
        view! { <h3>"Kept in this browser"</h3> <ul class="deal-list" id="kept-deals">{lines}</ul> }.into_any()
    });
    view! { {lines} {blocked} }.into_any()
}

fn line(state: State, form: RwSignal<Form>, Kept { name, query }: Kept) -> AnyView {
    let named = name.to_string();
    let remove = move |_| {
        let left = form.with_untracked(|form| kept::without(&form.kept, name));
        store(form, left);
        request_animation_frame(|| focus_first(&["#kept-deals button".to_owned(), format!("#{FIELD}")]));
    };
    view! {
        <li class="kept-deal" data-kept=named.clone()>
            <button type="button" class="deal-choice" on:click=move |_| leave(|| open(state, &query))>{named.clone()}</button>
            <button type="button" class="link" aria-label=format!("Remove {named}") on:click=remove>"Remove"</button>
        </li>
    }
    .into_any()
}

/// Opens a deal that was kept: one step. What it is compared with stays.
fn open(state: State, query: &str) {
    let Decoded { link: Link { case, stake, .. }, ignored } = decode(query);
    let present = untrack(|| state.link());
    state.open(Decoded { link: Link { case, stake, view: None, ..present }, ignored });
}
