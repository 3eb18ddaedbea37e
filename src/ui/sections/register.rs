//! A list of facts: columns where there is room, one below the other on a phone, each entry with an anchor.

use leptos::prelude::*;

use crate::wording::sources::{Entry, Register};

/// The list under its heading.
pub fn register(register: Register) -> AnyView {
    let name = register.name.clone();
    let id = register.id;
    view! { <h3 class="register-name" id=id tabindex="-1">{name}</h3>{list(register)} }.into_any()
}

/// The list behind its heading.
pub fn folded(register: Register) -> AnyView {
    let name = register.name.clone();
    let id = register.id;
    view! { <details class="folded" id=id><summary>{name}</summary>{list(register)}</details> }.into_any()
}

fn list(Register { id, name, parts, entries }: Register) -> AnyView {
    let heads = parts.iter().map(|part| view! { <span>{*part}</span> }.into_any()).collect_view();
    view! {
        <div class=format!("register register-{id}")>
            <p class="register-head" aria-hidden="true">{heads}</p>
            <ul aria-label=name>{entries.into_iter().map(|it| entry(parts, it)).collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// An entry. The names of its parts stand before them where no head stands above.
fn entry(names: &'static [&'static str], Entry { id, parts, url }: Entry) -> AnyView {
    let parts = parts.into_iter().zip(names).enumerate().map(|(at, (text, name))| match (at, url) {
        (0, Some(url)) => view! { <b><a href=url rel="noopener noreferrer external">{text}</a></b> }.into_any(),
        (0, None) => view! { <b>{text}</b> }.into_any(),
        _ => view! { <p><i>{*name} ": "</i>{text}</p> }.into_any(),
    });
    view! { <li id=id tabindex="-1"><small>{id}</small>{parts.collect_view()}</li> }.into_any()
}
