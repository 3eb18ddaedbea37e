//! What an input must be for a goal: the button at each numeric input, and the panel that it opens.

use leptos::prelude::*;

use super::State;
use super::popover::{Panel, close, open};
use super::row::{Row, Shown};
use super::state::yes;
use crate::analysis::goal_seek::seek;
use crate::analysis::track;
use crate::browser::focus::press;
use crate::catalog::{Control, Side};
use crate::wording::goals::{self, Aim, Field, Form, Found};
use crate::wording::idle;
use crate::wording::numbers::affixes;

/// Asks for a value of the input that meets a goal.
pub fn button(row: Row) -> AnyView {
    let (state, control) = (row.state, row.control);
    view! {
        <button type="button" class="goal" aria-haspopup="dialog" title="Find a value for a goal"
            aria-label=format!("{}: find a value for a goal", control.label)
            disabled=move || row.read(Shown::is_off)
            on:click=move |event| open(state, Panel::Goal(control.id), &event)>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 100-11zM8 5.7a2.3 2.3 0 100 4.6 2.3 2.3 0 100-4.6zM8 0v3M8 13v3M0 8h3M13 8h3"
                    fill="none" stroke="currentColor" stroke-width="1.3" />
            </svg>
        </button>
    }
    .into_any()
}

/// Leads there from another panel of the input.
pub fn link(control: &'static Control) -> AnyView {
    let press = move |_| {
        close();
        press(&format!("[data-input={}] .goal:enabled", control.id));
    };
    view! { <button type="button" class="link" on:click=press>"Find a value for a goal"</button> }.into_any()
}

/// The goal, its boxes, the answer, and a button for each value. The goal outlives the panel: it can be put to one input
/// after the other.
pub fn words(state: State, form: RwSignal<Form>, control: &'static Control) -> AnyView {
    let side = state.question.with_untracked(|question| question.side);
    let aims = Aim::of(side).iter().copied();
    let aims = aims.map(|aim| {
        view! {
            <button type="button" aria-pressed=move || yes(form.with(|form| form.aim_on(side) == aim))
                on:click=move |_| form.update(|form| form.aim = aim)>{aim.label(side)}</button>
        }
        .into_any()
    });
    let fields = Aim::of(side).iter().copied().flat_map(|aim| aim.fields(side).map(move |field| (aim, field)));
    let fields = fields.map(|(aim, field)| number(form, side, aim, field));
    let answer = move || form.with(|form| said(state, form, control));
    view! {
        <h2 id="panel-title">{format!("{}: a value for a goal", control.label)}</h2>
        <div class="segments goal-aims" role="group" aria-label="Goal">{aims.collect_view()}</div>
        <div class="goal-fields">{fields.collect_view()}</div>
        {move || answer()}
        <p>{goals::range(control, control.limits)}</p>
    }
    .into_any()
}

/// The answer in words, a button for each value, and on what it rests.
fn said(state: State, form: &Form, control: &'static Control) -> AnyView {
    let Found { words, values } = answer(state, form, control);
    let values = values.into_iter().map(|(value, text)| apply(state, control, value, &text)).collect_view();
    view! {
        <div class="goal-answer">
            <p class="now" role="status">{words}</p>
            <div class="goal-values">{values}</div>
        </div>
        <p>{state.question.with(|question| form.aim_on(question.side).basis(question.side, question.stake))}</p>
    }
    .into_any()
}

/// The answer to the goal in the boxes; empty while one of them holds no value.
fn answer(state: State, form: &Form, control: &Control) -> Found {
    let question = state.question.get();
    let (case, objective) = (question.case, question.objective());
    let Some(goal) = form.goal(question.side) else { return Found::default() };
    let inputs = case.inputs();
    let asked = track::Question { inputs, proportion: case.proportion(), control, objective };
    let why = idle::reason_on(question.side, control.id, inputs).map(|idle| idle.why);
    goals::found(objective, (control, control.limits), goal, &seek(&asked, control.limits, goal), why)
}

/// A box of a goal, with its message. The boxes of the other goals are hidden and keep what was typed.
fn number(form: RwSignal<Form>, side: Side, aim: Aim, (at, field): (usize, &'static Field)) -> AnyView {
    let (before, after) = affixes(field.unit);
    let (id, why) = (format!("goal-{at}"), format!("goal-why-{at}"));
    let fault = move || form.with(|form| form.fault(side, at));
    view! {
        <div class="goal-field" hidden=move || form.with(|form| form.aim_on(side) != aim) class:faulty=move || fault().is_some()>
            <label for=id.clone()>{field.label}</label>
            <span class="box">
                <i aria-hidden="true">{before}</i>
                <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" id=id
                    value=form.with_untracked(|form| form.text(at))
                    aria-describedby=why.clone()
                    aria-invalid=move || yes(fault().is_some())
                    on:input:target=move |event| form.update(|form| form.write(at, event.target().value())) />
                <i aria-hidden="true">{after}</i>
            </span>
            <p class="row-fault" id=why role="alert">{move || fault().map(|why| view! { <b>"! " {why}</b> }.into_any())}</p>
        </div>
    }
    .into_any()
}

/// Takes a value over, exactly, as a step that can be undone.
fn apply(state: State, control: &'static Control, value: f64, text: &str) -> AnyView {
    let take = move |_| {
        state.set(control, value);
        close();
    };
    view! { <button type="button" class="goal-use" on:click=take>{format!("Use {text}")}</button> }.into_any()
}
