//! Where the sources disagree, what each of them says, and how every figure is computed.

use leptos::prelude::*;

use super::answer::Answer;
use super::how_computed::named;
use super::register::{folded, register};
use super::{Section, State};
use crate::browser::focus;
use crate::wording::metrics::METRICS;
use crate::wording::sections::folded;
use crate::wording::sources;

/// The section.
#[component]
pub fn Sources() -> impl IntoView {
    // A link from elsewhere may name a fact: the browser looked for it before it was here.
    request_animation_frame(focus::follow_anchor);
    view! {
        <Section id="sources" heading="Where the sources disagree" lead=sources::summary() finding=|_: &Answer| folded::sources()>
            {register(sources::contradictions())}
            {folded(sources::more_contradictions())}
            {register(sources::articles())}
            {folded(sources::stated())}
            {folded(sources::public())}
            {folded(sources::assumed())}
            <p class="figure-note">{sources::input_counts()}</p>
            <h3 class="register-name" id="method" tabindex="-1">"Method"</h3>
            <p class="figure-note">"Of each figure: what it means, its formula, the present numbers put in, and the inputs behind it."</p>
            <div class="method">{named(State::get(), METRICS)}</div>
        </Section>
    }
}
