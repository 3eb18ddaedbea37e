//! Where the sources disagree, what each of them says, and how every figure is computed.

use leptos::prelude::*;

use super::answer::Answer;
use super::how_computed::named;
use super::register::{folded, register};
use super::{Section, State};
use crate::browser::focus;
use crate::wording::metrics::Metric;
use crate::wording::sections::folded;
use crate::wording::sources;

/// The section.
#[component]
pub fn Sources() -> impl IntoView {
    let state = State::get();
    let side = state.question.with_untracked(|question| question.side);
    // Made anew only when one comes or goes: a list that is open stays open.
    let assumed = Memo::new(move |_| state.read(|answer| sources::assumed(side, answer.inputs())));
    let counts = move || state.read(|answer| sources::input_counts(side, answer.inputs()));
    // A link from elsewhere may name a fact: the browser looked for it before it was here.
    request_animation_frame(focus::follow_anchor);
    view! {
        <Section id="sources" heading="Where the sources disagree" lead=sources::summary() finding=|_: &Answer| folded::sources()>
            {register(sources::contradictions())}
            {folded(sources::more_contradictions())}
            {register(sources::articles())}
            {folded(sources::stated())}
            {folded(sources::public())}
            {move || folded(assumed.get())}
            <p class="figure-note">{move || counts()}</p>
            <h3 class="register-name" id="method" tabindex="-1">"Method"</h3>
            <p class="figure-note">"Of each figure: what it means, its formula, the present numbers put in, and the inputs behind it."</p>
            <div class="method">{named(state, Metric::of(side))}</div>
        </Section>
    }
}
