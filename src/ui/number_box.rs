//! The box in which a value is typed.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::keys::steps_in_text;
use super::row::{Row, Shown};
use crate::wording::numbers::{affixes, read_within};

/// A box that takes over what was typed on Enter or when left. Text that is not a value inside the limits stays in the
/// box with a message, and the last valid value stays in force.
#[component]
pub fn NumberBox(
    /// The row it stands in.
    row: Row,
) -> impl IntoView {
    let control = row.control;
    let (before, after) = affixes(control.unit);
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let text = row.read(|shown| shown.text(control));
        if let Some(field) = field.get() {
            write(&field, &text);
        }
    });
    let class = move || if after.len() > 3 || row.read(|shown| shown.is_open) { "box box-wide" } else { "box" };
    view! {
        <label class=class>
            <i aria-hidden="true">{before}</i>
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="done"
                node_ref=field
                id=format!("box-{}", control.id)
                aria-label=control.label
                placeholder=move || row.read(Shown::absent)
                aria-describedby=format!("what-{0} why-{0}", control.id)
                aria-invalid=move || row.read(|shown| shown.fault.is_some()).to_string()
                disabled=move || row.read(Shown::is_off)
                on:change:target=move |event| take(row, &event.target())
                on:keydown:target=move |event| key(row, &event, &event.target())
                on:focus:target=move |event| event.target().select()
            />
            <i aria-hidden="true">{after}</i>
        </label>
    }
}

/// Takes over what was typed, or says why not.
fn take(row: Row, field: &HtmlInputElement) {
    let (control, typed) = (row.control, field.value());
    if typed == row.now().text(control) {
        return;
    }
    match read_within(control.unit, control.kind, control.model, &typed) {
        Ok(value) => put(row, field, value),
        Err(why) => row.refuse(Some((typed, why))),
    }
}

/// Sets a value, and shows it even where it is the one already set, written otherwise.
fn put(row: Row, field: &HtmlInputElement, value: f64) {
    row.refuse(None);
    row.set(value);
    write(field, &row.now().text(row.control));
}

/// Writes text that is in force; as the default value too, so that what is being typed can be told from it.
fn write(field: &HtmlInputElement, text: &str) {
    field.set_default_value(text);
    field.set_value(text);
}

fn key(row: Row, event: &KeyboardEvent, field: &HtmlInputElement) {
    let value = row.now().value;
    match (event.key().as_str(), steps_in_text(event)) {
        ("Enter", _) => take(row, field),
        ("Escape", _) => put(row, field, value),
        (_, Some(steps)) => {
            event.prevent_default();
            put(row, field, row.control.nudge(row.control.model, value, steps));
        }
        _ => return,
    }
    field.select();
}
