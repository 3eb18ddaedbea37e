//! What a frame in another page shows, and the code that puts it there.

use leptos::prelude::*;

use super::Share;
use super::copy::{Text, text};
use super::form::{NARROW, Pick, WIDE, figure};
use crate::browser::address;
use crate::catalog::{Control, Group, Kind, Side};
use crate::model::MODEL_VERSION;
use crate::protocol::link::{Accent, Card, Figure, Theme};
use crate::ui::state::yes;
use crate::wording::share as words;

/// The usual colour of the rule, for the field that has to show one.
const INK: &str = "#16202b";

/// The section.
pub fn section_of(share: Share) -> AnyView {
    let code = move || {
        let state = share.form.with(|form| form.frame(share.state.link()));
        let base = address::base();
        share.form.with(|form| {
            let frame = words::frame(&base, &state, words::height_on_phones(&form.embed));
            if form.by_script { format!("{frame}\n{}", words::script(&base)) } else { frame }
        })
    };
    let field = Text { id: "share-code", name: "Embed code", copy: "Copy embed code", is_line: false, is_main: true };
    view! {
        <div class="share-choices">
            {switch(share, "Show", "", vec![("Answer", Pick::Card(Card::Verdict)), ("Answer and chart", Pick::Card(Card::VerdictChart)), ("Chart", Pick::Card(Card::Chart))])}
            {chart(share)}
            {sliders(share)}
            {switch(share, "Inputs", "", vec![("Live", Pick::Locked(false)), ("Locked", Pick::Locked(true))])}
            {switch(share, "Theme", "", vec![("Reader’s", Pick::Theme(None)), ("Light", Pick::Theme(Some(Theme::Light))), ("Dark", Pick::Theme(Some(Theme::Dark)))])}
            {accent(share)}
            {version(share)}
            {switch(share, "Width", "of the preview; the frame is as wide as its column", vec![("640 px", Pick::Width(WIDE)), ("360 px", Pick::Width(NARROW))])}
            {switch(share, "Height", "where scripts are dropped, the frame stays as high as a phone needs it", vec![("By script", Pick::Script(true)), ("Fixed", Pick::Script(false))])}
        </div>
        {text(share, &field, Box::new(code))}
    }
    .into_any()
}

/// The section with its name.
pub fn section(share: Share) -> AnyView {
    super::section("share-part-frame", "Embed", "works from 280 px, no cookies, no tracking", section_of(share))
}

/// A row of the form: its name, and what is chosen.
fn choice(name: &'static str, inside: AnyView) -> AnyView {
    view! { <div class="share-choice" role="group" aria-label=name><span class="share-name" aria-hidden="true">{name}</span><div>{inside}</div></div> }
        .into_any()
}

/// A switch with a few positions.
pub fn switch(share: Share, name: &'static str, hint: &'static str, picks: Vec<(&'static str, Pick)>) -> AnyView {
    choice(name, view! { {segments(share, picks)}<small>{hint}</small> }.into_any())
}

/// Positions, one of them chosen.
pub fn segments(share: Share, picks: Vec<(&'static str, Pick)>) -> AnyView {
    let position = |(name, pick): (&'static str, Pick)| {
        let chosen = move || share.form.with(|form| pick.is_in(form));
        view! {
            <button type="button" aria-pressed=move || yes(chosen()) on:click=move |_| share.choose(|form| pick.put(form))>{name}</button>
        }
        .into_any()
    };
    view! { <div class="segments">{picks.into_iter().map(position).collect_view()}</div> }.into_any()
}

/// A frame of an old version stays there: what follows would be another case.
fn version(share: Share) -> AnyView {
    let data = share.state.question.with_untracked(|question| question.case.version());
    let mut picks = vec![("Frozen", Pick::Follows(false))];
    if data.is_newest() {
        picks.push(("Latest", Pick::Follows(true)));
    }
    let hint = move || {
        if share.form.with(|form| form.follows) {
            "changes with the model".to_owned()
        } else {
            format!("your article keeps its numbers: model {MODEL_VERSION}, data {}", data.id)
        }
    };
    choice("Version", view! { {segments(share, picks)}<small>{move || hint()}</small> }.into_any())
}

fn chart(share: Share) -> AnyView {
    let side = share.state.question.with_untracked(|question| question.side);
    let option = |one: Figure| {
        let chosen = move || share.form.with(|form| form.embed.figure == one);
        view! { <option value=one.id() selected=chosen>{words::chart_name(one)}</option> }.into_any()
    };
    let view = view! {
        <select class="share-select" id="share-chart" aria-label="Chart" disabled=move || !share.form.with(|form| form.embed.card.has_chart())
            on:change:target=move |event| { let id = event.target().value(); share.choose(|form| form.embed.figure = figure(&id)) }>
            {Figure::of(side).iter().copied().map(option).collect_view()}
        </select>
    };
    choice("Chart", view.into_any())
}

/// Up to four: those that everybody sees, and any other that takes a number.
fn sliders(share: Share) -> AnyView {
    let side = share.state.question.with_untracked(|question| question.side);
    let others = move || {
        let others = share.form.with(|form| form.others.clone());
        others
            .into_iter()
            .filter_map(|id| side.control(id))
            .map(|control| slider(share, control))
            .collect_view()
            .into_any()
    };
    let primary = side.controls().iter().take(side.primary().len()).map(|control| slider(share, control));
    let more = move |id: &str| {
        let Some(control) = side.control(id) else { return };
        let sliders = untrack(|| share.sliders());
        share.choose(|form| {
            if !form.others.contains(&control.id) {
                form.others.push(control.id);
            }
            form.turn(sliders, control.id, true);
        });
    };
    let view = view! {
        {primary.collect_view()}{move || others()}
        <select class="share-select" id="share-more" aria-label="Another assumption" prop:value="" disabled=move || share.is_full()
            on:change:target=move |event| { more(&event.target().value()); event.target().set_value("") }>
            <option value="">"Another…"</option>
            {side.groups().iter().copied().map(move |one| group(side, one)).collect_view()}
        </select>
    };
    choice("Sliders", view.into_any())
}

fn group(side: Side, group: Group) -> AnyView {
    let options = group.controls_on(side).filter(|control| !matches!(control.kind, Kind::Choice(_)));
    let option = |control: &'static Control| view! { <option value=control.id>{control.label}</option> }.into_any();
    view! { <optgroup label=group.label()>{options.map(option).collect_view()}</optgroup> }.into_any()
}

fn slider(share: Share, control: &'static Control) -> AnyView {
    let id = control.id;
    let on = move || share.sliders().contains(&id);
    let rests = move || !on() && share.is_full();
    view! {
        <label class="share-check"><input type="checkbox" data-slider=id prop:checked=on disabled=rests
            on:change:target=move |event| { let wanted = event.target().checked(); turn(share, id, wanted) } />
            {control.label}</label>
    }
    .into_any()
}

fn turn(share: Share, id: &'static str, wanted: bool) {
    let sliders = untrack(|| share.sliders());
    share.choose(|form| form.turn(sliders, id, wanted));
}

/// The colour of the rule at the top.
fn accent(share: Share) -> AnyView {
    let chosen = move || share.form.with(|form| form.embed.accent);
    let view = view! {
        <input type="color" id="share-accent" aria-label="Colour of the rule" prop:value=move || chosen().map_or_else(|| INK.to_owned(), |accent| format!("#{accent}"))
            on:input:target=move |event| { let value = event.target().value(); share.choose(|form| form.embed.accent = Accent::read(&value)) } />
        <button type="button" class="link" class:gone=move || chosen().is_none() on:click=move |_| share.choose(|form| form.embed.accent = None)>"As the text"</button>
    };
    choice("Accent", view.into_any())
}
