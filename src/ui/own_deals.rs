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
use crate::protocol::kept::{self, Change, Kept, MOST_KEPT, Refused};
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
    /// Why nothing is kept here, if it is so.
    closed: Option<Closed>,
}

/// Why nothing can be kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Closed {
    /// The browser refuses.
    Blocked,
    /// Another version of the page keeps its deals here.
    OtherVersion,
}

impl Closed {
    const fn words(self) -> &'static str {
        match self {
            Self::Blocked => deals::NOTHING_KEPT,
            Self::OtherVersion => deals::OTHER_VERSION_KEPT,
        }
    }
}

impl Form {
    fn new(typed: String) -> Self {
        let stored = storage::read(KEY).map(|text| kept::decode(&text)).transpose();
        let closed = match &stored {
            Err(_) => Some(Closed::OtherVersion),
            Ok(_) => (!storage::is_allowed()).then_some(Closed::Blocked),
        };
        Self { typed, is_refused: false, kept: stored.ok().flatten().unwrap_or_default(), closed }
    }
}

/// A name with what can be made of it, and the deals that are kept.
pub fn words(state: State, now: Start) -> AnyView {
    let typed = now.own_name().map(|name| name.to_string()).unwrap_or_default();
    let form = RwSignal::new(Form::new(typed));
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
        if let Some(deal) = wanted.get_value() {
            change(form, &Change::Keep(deal));
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
        () if form.closed == Some(Closed::Blocked) => "Not kept: this browser keeps nothing".to_owned(),
        () if form.closed.is_some() => "Not kept: another version keeps its deals here".to_owned(),
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

/// Changes what stands in the storage now, which another tab may have changed since it was shown, and shows that. A list that
/// does not come to stand there is not shown.
fn change(form: RwSignal<Form>, change: &Change) {
    let stored = storage::read(KEY);
    let after = kept::after(stored.as_deref(), change);
    let stands = after.as_ref().is_ok_and(|kept| storage::keep(KEY, &kept::encode(kept)));
    form.update(|form| match after {
        Ok(kept) if stands => (form.kept, form.closed) = (kept, None),
        Ok(_) => form.closed = Some(Closed::Blocked),
        Err(Refused::OtherVersion) => (form.kept, form.closed) = (Vec::new(), Some(Closed::OtherVersion)),
        // The list that is full says so.
        Err(Refused::Full) => form.kept = stored.and_then(|text| kept::decode(&text).ok()).unwrap_or_default(),
    });
}

fn list(state: State, form: RwSignal<Form>) -> AnyView {
    let (kept, closed) = form.with(|form| (form.kept.clone(), form.closed));
    let closed = closed.map(|closed| view! { <p id="kept-blocked" role="status">{closed.words()}</p> }.into_any());
    let lines = kept.into_iter().map(|kept| line(state, form, kept)).collect_view();
    let has_some = form.with(|form| !form.kept.is_empty());
    let lines = has_some.then(|| {
        view! { <h3>"Kept in this browser"</h3> <ul class="deal-list" id="kept-deals">{lines}</ul> }.into_any()
    });
    view! { {lines} {closed} }.into_any()
}

fn line(state: State, form: RwSignal<Form>, Kept { name, query }: Kept) -> AnyView {
    let named = name.to_string();
    let remove = move |_| {
        change(form, &Change::Remove(name));
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
