//! What the lab owes its clouds, as a list that can be edited: a name, a sum, a first year and a number of years each.

use leptos::prelude::*;

use super::State;
use super::go_to::anchor;
use super::source_popover::class_of;
use super::state::yes;
use super::value_box::{Entry, ValueBox};
use crate::browser::focus::focus_first;
use crate::catalog::{Control, Owed, Side, place};
use crate::model::Name;
use crate::model::burden::MOST_OBLIGATIONS;
use crate::wording::deals::{NOT_STATED, name_fault};
use crate::wording::numbers::{affixes, read_within, short_box_text};

/// The heads of the boxes, and what each is called behind the name of its obligation.
const BOXES: [(&str, &str); 3] = [("Total", "total"), ("From year", "first year"), ("Years", "years")];

/// The list, with a way to add to it.
pub fn list(state: State) -> AnyView {
    // Made anew only when one comes or goes: a name that is being typed keeps its field.
    let count = Memo::new(move |_| state.question.with(|question| owed(&question.case)));
    let lines = move || (0..count.get()).map(|at| line(state, at)).collect_view().into_any();
    let is_full = move || count.get() >= MOST_OBLIGATIONS;
    let add = move |_| {
        state.change(crate::catalog::Case::add_obligation);
        let last = untrack(move || count.get());
        request_animation_frame(move || focus_first(&[format!("#owed-{last}-name")]));
    };
    view! {
        <ol class="owed" aria-label="Obligations">{move || lines()}</ol>
        <button type="button" class="link" id="add-obligation" aria-disabled=move || yes(is_full()) on:click=add>
            {move || if is_full() { "Six is the most" } else { "Add an obligation" }}
        </button>
    }
    .into_any()
}

fn owed(case: &crate::catalog::Case) -> usize {
    case.inputs().lab.obligation_count as usize
}

fn line(state: State, at: usize) -> AnyView {
    let boxes = place(at).into_iter().flatten().zip(BOXES).filter_map(|(input, words)| {
        let control = Side::Lab.control(input.id)?;
        Some(number(state, at, control, words))
    });
    let only = move || state.question.with(|question| owed(&question.case)) < 2;
    view! {
        <li data-owed-at=(at + 1).to_string()>
            <div class="owed-head">
                <ValueBox entry=name(state, at) text=true />
                <button type="button" class="link owed-drop" aria-disabled=move || yes(only())
                    aria-label=move || format!("Remove {}", called(state, at)) on:click=move |_| drop(state, at)>"Remove"</button>
            </div>
            <div class="owed-boxes">{boxes.collect_view()}</div>
            {origin(state, at)}
        </li>
    }
    .into_any()
}

/// Where an obligation is from, while it stands as it was reported.
fn origin(state: State, at: usize) -> AnyView {
    let owed =
        Memo::new(move |_| state.question.with(|question| Owed::at(at, question.case.start(), question.case.inputs())));
    let words = move |owed: Owed| {
        let [total, ..] = owed.status;
        let (class, word) = class_of(total);
        view! {
            <p class="row-why" data-owed-from=(at + 1).to_string()>
                <span class=class>{word}</span>
                " " <span class="cites">{owed.sources.iter().map(|id| anchor(id, (*id).to_owned())).collect_view()}</span>
                " " {owed.note}
            </p>
        }
        .into_any()
    };
    (move || owed.get().map(words)).into_any()
}

/// What the obligation at a place is called.
fn called(state: State, at: usize) -> String {
    state.question.with(|question| {
        let obligations = question.case.inputs().lab.obligations;
        obligations.get(at).map_or_else(String::new, |obligation| obligation.name.as_str().to_owned())
    })
}

/// Drops one. The reader goes on at the one that takes its place, or at the last one.
fn drop(state: State, at: usize) {
    state.change(|case| case.drop_obligation(at));
    let left = untrack(move || state.question.with(|question| owed(&question.case)));
    let next = (at + 1).min(left);
    request_animation_frame(move || focus_first(&[format!("[data-owed-at='{next}'] .owed-drop")]));
}

fn name(state: State, at: usize) -> Entry {
    let take = move |typed: &str| {
        let name = Name::new(typed).ok_or_else(name_fault)?;
        state.change(|case| case.call_obligation(at, name));
        Ok(())
    };
    Entry {
        id: format!("owed-{}-name", at + 1),
        label: format!("Obligation {}, name", at + 1),
        affixes: ("", ""),
        text: Box::new(move || called(state, at)),
        take: Box::new(take),
        step: Box::new(|_| ()),
    }
}

/// A box for one number of an obligation. The first total stands among the sliders as well.
fn number(state: State, at: usize, control: &'static Control, (head, what): (&'static str, &'static str)) -> AnyView {
    let value = move || state.question.with(|question| control.get(question.case.inputs()));
    let is_slider = Side::Lab.primary().iter().any(|primary| primary.id == control.id);
    let entry = Entry {
        id: format!("{}-{}", if is_slider { "owed" } else { "box" }, control.id),
        label: format!("Obligation {}, {what}", at + 1),
        affixes: affixes(control.unit),
        text: Box::new(move || {
            let is_open = state.question.with(|question| question.case.is_open(control));
            if is_open { NOT_STATED.to_owned() } else { short_box_text(control.unit, value()) }
        }),
        take: Box::new(move |typed| {
            state.set(control, read_within(control.unit, control.kind, control.model, typed)?);
            Ok(())
        }),
        step: Box::new(move |steps| state.set(control, control.nudge(control.model, untrack(value), steps))),
    };
    view! { <div class="owed-box"><span aria-hidden="true">{head}</span><ValueBox entry /></div> }.into_any()
}
