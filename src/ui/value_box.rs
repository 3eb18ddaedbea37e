//! A box for a value that belongs to no row: the ends of a range, a seed, a number of years, a name.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::State;
use super::canvas::Words;
use super::keys::steps_in_text;

/// Takes over a text, or says why not.
type Take = Box<dyn Fn(&str) -> Result<(), String> + Send + Sync>;

/// What a box is for.
pub struct Entry {
    /// A stable name.
    pub id: String,
    /// Its name for people.
    pub label: String,
    /// What stands before and after the number.
    pub affixes: (&'static str, &'static str),
    /// The value in force.
    pub text: Words,
    /// Takes over what was typed, or says why not.
    pub take: Take,
    /// Moves the value by steps.
    pub step: Box<dyn Fn(f64) + Send + Sync>,
}

/// Text that was refused, why, and the text in force at that time: when that changes by other means or is reset, the box shows it.
#[derive(Clone, Debug, PartialEq)]
struct Refused {
    typed: String,
    why: String,
    over: (String, u32),
}

/// A box that takes over what was typed on Enter or when left. What cannot be taken over stays in it with a message, and
/// changes nothing.
#[component]
pub fn ValueBox(
    /// What it is for.
    entry: Entry,
    /// Whether it holds words and no number.
    #[prop(optional)]
    text: bool,
) -> impl IntoView {
    let (id, label, (before, after)) = (entry.id.clone(), entry.label.clone(), entry.affixes);
    let entry = StoredValue::new(entry);
    let refused = RwSignal::new(None::<Refused>);
    let look = State::get().look;
    let now = move || entry.with_value(|entry| (entry.text)());
    let over = move || (now(), look.with(|look| look.resets));
    let fault = move || refused.get().filter(|refused| refused.over == over());
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let text = fault().map_or_else(now, |refused| refused.typed);
        if let Some(field) = field.get() {
            write(&field, &text);
        }
    });
    let put = move |field: &HtmlInputElement| {
        refused.set(None);
        write(field, &untrack(now));
    };
    let take = move |field: &HtmlInputElement| {
        let typed = field.value();
        if untrack(now) == typed {
            refused.set(None);
            return;
        }
        match entry.with_value(|entry| (entry.take)(&typed)) {
            Ok(()) => put(field),
            Err(why) => refused.set(Some(Refused { typed, why, over: untrack(over) })),
        }
    };
    let key = move |event: &KeyboardEvent, field: &HtmlInputElement| {
        match (event.key().as_str(), steps_in_text(event)) {
            ("Enter", _) => take(field),
            ("Escape", _) => put(field),
            (_, Some(steps)) if !text => {
                event.prevent_default();
                entry.with_value(|entry| (entry.step)(steps));
                put(field);
            }
            _ => return,
        }
        field.select();
    };
    let message = move |refused: Refused| {
        view! { <p class="row-fault"><b>"! " {refused.why}</b> " The last valid value stays in force."</p> }.into_any()
    };
    view! {
        <div class="value" class:value-words=text class:faulty=move || fault().is_some()>
            <label class="box">
                <i aria-hidden="true">{before}</i>
                <input type="text" inputmode=if text { "text" } else { "decimal" } autocomplete="off" spellcheck="false" enterkeyhint="done"
                    node_ref=field
                    id=id.clone()
                    aria-label=label
                    aria-describedby=format!("why-{id}")
                    aria-invalid=move || fault().is_some().to_string()
                    on:change:target=move |event| take(&event.target())
                    on:keydown:target=move |event| key(&event, &event.target())
                    on:focus:target=move |event| event.target().select() />
                <i aria-hidden="true">{after}</i>
            </label>
            <div role="alert" id=format!("why-{id}")>{move || fault().map(message)}</div>
        </div>
    }
}

/// Writes text that is in force; what stands there already is left alone, with what is selected in it.
fn write(field: &HtmlInputElement, text: &str) {
    if field.value() != text {
        field.set_default_value(text);
        field.set_value(text);
    }
}
