//! The ranges of the drawn inputs, to be read and changed, and how they move together.

use leptos::prelude::*;

use super::State;
use crate::analysis::setup::{End, Setup};
use crate::browser::focus::focus_first;
use crate::catalog::uncertainty::{DISTRIBUTIONS, Scatter};
use crate::catalog::{self, Input, Kind, Unit};
use crate::model::Inputs;
use crate::ui::state::yes;
use crate::ui::table;
use crate::ui::value_box::{Entry, ValueBox};
use crate::wording::numbers::{affixes, box_text, read_within};
use crate::wording::sections::ranges;
use crate::wording::tables::correlation_table;

/// Behind a button: a row for each drawn input, and the correlations.
#[component]
pub fn Distributions() -> impl IntoView {
    let state = State::get();
    let open = RwSignal::new(false);
    view! {
        <details class="behind ranges" id="ranges" on:toggle=move |_| open.set(true)>
            <summary>{move || state.setup.with(ranges::summary)}</summary>
            {move || open.get().then(|| rows(state))}
        </details>
    }
}

fn rows(state: State) -> AnyView {
    let inputs = DISTRIBUTIONS.iter().enumerate();
    let rows = inputs.filter_map(|(at, (id, scatter))| Some(row(state, at, catalog::find(id)?, *scatter)));
    let reset = move |_| {
        state.setup.update(|setup| setup.overrides = Setup::default().overrides);
        state.forget_refused();
    };
    view! {
        <p class="figure-note">{ranges::lead()}</p>
        <table class="ranges-table">
            <thead><tr>
                <th scope="col">"Input"</th><th scope="col">"Low"</th><th scope="col">"Present"</th>
                <th scope="col">"High"</th><th scope="col">"Spread (sigma)"</th>
                <td><button type="button" class="link" id="reset-ranges" on:click=reset
                    aria-disabled=move || yes(state.setup.with(|setup| setup.changes() == 0))>"Reset all"</button></td>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {table::table(correlation_table())}
    }
    .into_any()
}

fn row(state: State, at: usize, input: &'static Input, scatter: Scatter) -> AnyView {
    let place = Place { state, at, input };
    let ends = match scatter {
        Scatter::Triangular { .. } => view! {
            <td class="low">{place.end(End::Low)}</td>
            <td class="middle">{move || place.read(|_, inputs| ranges::middle(input, input.get(inputs)))}</td>
            <td class="high">{place.end(End::High)}</td>
            <td class="none"></td>
        }
        .into_any(),
        Scatter::Lognormal { .. } => view! {
            <td class="none"></td>
            <td class="middle">{move || place.read(|_, inputs| ranges::middle(input, input.get(inputs)))}</td>
            <td class="none"></td>
            <td class="sigma">{place.end(End::Sigma)}</td>
        }
        .into_any(),
    };
    let fault = move || {
        let fault = place.read(|setup, inputs| setup.drawn(at, inputs))?.err()?;
        Some(view! { <p class="row-fault"><b>"! " {ranges::passed(&fault)}</b> " Change the end, the input, or reset."</p> }.into_any())
    };
    let changed = move || state.setup.with(|setup| setup.is_changed(at));
    view! {
        <tr data-range=input.id>
            <th scope="row" id=format!("range-{}", input.id) tabindex="-1">{input.label}<div role="alert" id=format!("why-range-{}", input.id)>{move || fault()}</div></th>
            {ends}
            <td class="again"><button type="button" class="link" class:gone=move || !changed()
                aria-label=format!("Reset {}", input.label)
                on:click=move |_| {
                    state.setup.update(|setup| setup.reset(at));
                    focus_first(&[format!("#range-{}", input.id)]);
                }>"Reset"</button></td>
        </tr>
    }
    .into_any()
}

/// One drawn input.
#[derive(Clone, Copy)]
struct Place {
    state: State,
    at: usize,
    input: &'static Input,
}

impl Place {
    /// Something about the settings and the inputs they stand for.
    fn read<T>(self, read: impl FnOnce(&Setup, &Inputs) -> T) -> T {
        self.state.read(|answer| self.state.setup.with(|setup| read(setup, answer.inputs())))
    }

    /// The inputs at this moment, to hold what is typed against.
    fn inputs(self) -> Inputs {
        self.state.question.with_untracked(|question| *question.case.inputs())
    }

    fn take(self, end: End, unit: Unit, typed: &str) -> Result<(), String> {
        let (inputs, input) = (self.inputs(), self.input);
        let present = input.get(&inputs);
        let value = read_within(unit, Kind::Number, end.limits(input, present), typed)
            .map_err(|why| why + &ranges::enclose(input, end, present))?;
        self.state.setup.update(|setup| {
            setup.put(self.at, end, value, &inputs);
        });
        Ok(())
    }

    fn end(self, end: End) -> AnyView {
        let unit = ranges::unit(self.input, end);
        let entry = Entry {
            id: format!("{}-{}", end.id(), self.input.id),
            label: ranges::name(self.input, end),
            affixes: affixes(unit),
            text: Box::new(move || box_text(unit, self.read(|setup, inputs| setup.end(self.at, end, inputs)))),
            take: Box::new(move |typed| self.take(end, unit, typed)),
            step: Box::new(move |steps| {
                let inputs = self.inputs();
                self.state.setup.update(|setup| setup.nudge(self.at, end, steps, &inputs));
            }),
        };
        view! { <ValueBox entry /> }.into_any()
    }
}
