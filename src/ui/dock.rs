//! The answer and the way to the sliders, wherever the reader is: a bar at the top of a wide window once the sliders have
//! scrolled away, a dock at the bottom of a narrow one.

use leptos::prelude::*;

use super::State;
use super::sheet::SheetState;
use super::value_box::{Entry, ValueBox};
use crate::browser::visible::AboveWatch;
use crate::catalog::Control;
use crate::wording::Tone;
use crate::wording::key_figures::KeyFigure;
use crate::wording::numbers::{affixes, read_within, short_box_text};

/// How many key figures fit.
const FIGURES: usize = 3;
/// What scrolls away with the sliders.
const SLIDERS: &str = ".sheet-room";

/// The bar or dock.
#[component]
pub fn Dock() -> impl IntoView {
    let state = State::get();
    let away = RwSignal::new(false);
    let watch = StoredValue::new_local(None::<AboveWatch>);
    // The sliders stand in the page only after this.
    request_animation_frame(move || {
        watch.set_value(AboveWatch::new(SLIDERS, move |is_above| away.set(is_above)));
    });
    let side = state.question.with_untracked(|question| question.side);
    let figures = move || {
        state
            .read(|answer| answer.voice().key_figures())
            .into_iter()
            .take(FIGURES)
            .map(figure)
            .collect_view()
            .into_any()
    };
    let boxes = side.controls().iter().take(side.primary().len());
    let sheet = SheetState::get();
    view! {
        <section class="dock" class:away=move || away.get() aria-label="Answer at a glance">
            <dl class="dock-figures">{move || figures()}</dl>
            <div class="dock-boxes">
                {boxes.map(|control| view! {
                    <span class="dock-name" aria-hidden="true">{control.label}</span>
                    <ValueBox entry=entry(state, control) />
                }.into_any()).collect_view()}
            </div>
            <button type="button" class="dock-adjust" id="adjust" aria-haspopup="dialog" on:click=move |_| sheet.open()>"Adjust"</button>
        </section>
    }
}

fn figure(figure: KeyFigure) -> AnyView {
    let tone = match figure.tone {
        Tone::Gain => "gain",
        Tone::Loss => "loss",
        _ => "",
    };
    view! {
        <div>
            <dt>{figure.label}</dt>
            <dd class=tone>
                <span aria-hidden="true">{figure.value} " " <small>{figure.unit}</small></span>
                <span class="unseen">{figure.spoken}</span>
            </dd>
        </div>
    }
    .into_any()
}

/// A box for one of the four inputs, beside the one in its row.
fn entry(state: State, control: &'static Control) -> Entry {
    let value = move || state.question.with(|question| control.get(question.case.inputs()));
    Entry {
        id: format!("dock-{}", control.id),
        label: control.label.to_owned(),
        affixes: affixes(control.unit),
        text: Box::new(move || short_box_text(control.unit, value())),
        take: Box::new(move |typed| {
            state.set(control, read_within(control.unit, control.kind, control.model, typed)?);
            Ok(())
        }),
        step: Box::new(move |steps| state.set(control, control.nudge(control.model, untrack(value), steps))),
    }
}
