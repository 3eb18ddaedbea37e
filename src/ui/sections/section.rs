//! A section of the page: a heading, a sentence, and what follows from the answer while the reader can see it.

use leptos::context::Provider;
use leptos::html;
use leptos::prelude::*;

use super::State;
use super::state::Answer;
use crate::browser::visible::VisibleWatch;

/// A section. What stands in it sees a [`State`] whose answer follows the question only while the section is near the
/// window: analyses that nobody sees cost nothing while a slider moves.
#[component]
pub fn Section(
    /// The anchor.
    id: &'static str,
    /// The heading.
    heading: &'static str,
    /// What the section is about, in a sentence.
    #[prop(into)]
    lead: String,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let state = State::get();
    let near = RwSignal::new(false);
    let answer = Memo::new(move |before: Option<&Answer>| match before {
        Some(before) if !near.get() => before.clone(),
        _ => state.answer.get(),
    });
    let inside = State { answer, ..state };
    let section = NodeRef::<html::Section>::new();
    let watch = StoredValue::new_local(None::<VisibleWatch>);
    Effect::new(move |_| {
        let Some(section) = section.get() else { return };
        let made = VisibleWatch::new(&section, move |is_near| near.set(is_near));
        // A browser that cannot say what is seen: then everything is.
        if made.is_none() {
            near.set(true);
        }
        watch.set_value(made);
    });
    view! {
        <section class="section" id=id node_ref=section aria-labelledby=format!("{id}-heading")>
            <h2 class="section-heading" id=format!("{id}-heading")>{heading}</h2>
            <p class="section-lead">{lead}</p>
            <Provider value=inside>{children()}</Provider>
        </section>
    }
}
