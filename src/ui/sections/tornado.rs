//! How far each input alone moves what the side that asks wants. A press on a bar leads to its input.

use leptos::prelude::*;

use super::State;
use super::kept::Kept;
use crate::analysis::objective::Objective;
use crate::analysis::tornado::{Bar, Tornado, tornado};
use crate::catalog::uncertainty::swings;
use crate::charts::tornado as chart;
use crate::model::Stake;
use crate::ui::answer::Question;
use crate::ui::chart_figure::{ChartFigure, Frame};
use crate::ui::crosshair::Walk;
use crate::ui::drawing::{Kind, preparation};
use crate::ui::go_to::go_to_input;
use crate::wording::metrics::Metric;
use crate::wording::sections::tornado as words;
use crate::wording::tables;

/// In a picture of its own: as every row likes it, and the axes.
const ROW: f64 = 27.0;
const AXES: f64 = 40.0;

/// The bars by their swing, and as they are shown.
struct Bars {
    sorted: Tornado,
    shown: Tornado,
}

/// The bars that follow from the answer.
#[derive(Clone, Copy)]
struct Source {
    state: State,
    kept: Kept<(Question, bool), Bars>,
}

impl Source {
    /// Something about the bars. While a slider is dragged their rows keep their places.
    fn read<T>(self, read: impl FnOnce(&Bars) -> T) -> T {
        let dragging = self.state.look.with(|look| look.dragging);
        let bars = self.state.read(|answer| {
            self.kept.get((answer.question, dragging), |before| {
                let sorted = tornado(answer.inputs(), Objective::of(answer.question.side, Stake::LeftOut));
                let held = before.filter(|_| dragging);
                let shown = held.map_or_else(|| sorted.clone(), |before| sorted.clone().in_order_of(&before.shown));
                Bars { sorted, shown }
            })
        });
        read(&bars)
    }

    /// Something about the bar in a row.
    fn bar<T: Default>(self, row: usize, read: fn(&Bar) -> T) -> T {
        self.read(|bars| bars.shown.bars.get(row).map(read).unwrap_or_default())
    }
}

/// The chart with its words.
#[component]
pub fn TornadoFigure() -> impl IntoView {
    let state = State::get();
    let source = Source { state, kept: Kept::new() };
    let side = state.question.with_untracked(|question| question.side);
    let count = swings(side).len();
    let frame = Frame {
        id: "tornado",
        title: Box::new(move || state.read(|answer| source.read(|bars| words::title(answer.inputs(), &bars.sorted)))),
        sub: Box::new(move || words::sub(Objective::of(side, Stake::LeftOut))),
        label: Box::new(move || source.read(|bars| words::label(&bars.sorted))),
        note: Box::new(move || state.read(|answer| words::note(Objective::of(side, Stake::LeftOut), answer.inputs()))),
        table: Box::new(move || source.read(|bars| tables::tornado_table(&bars.sorted))),
        draws: None,
        tall: ROW * u32::try_from(count).map_or(0.0, f64::from) + AXES,
    };
    let data = move || state.read(|answer| source.read(|bars| chart::Tornado::of(&bars.shown, answer.inputs())));
    let kind = Kind {
        natural: chart::Tornado::natural_domain,
        draw: chart::draw,
        stops: chart::Tornado::stops,
        read: |data, _, at| data.reading(at),
    };
    let (plot, _) = preparation(state, data, kind);
    let how = Metric::of_swings(side).id;
    // The inputs that the buttons lead to are not on a card.
    if state.is_framed() {
        return view! { <ChartFigure frame plot walk=Walk::Parts how=how /> }.into_any();
    }
    let rows = (0..count).map(|row| button(source, row)).collect_view();
    let over = view! { <div class="bars">{rows}</div> };
    view! { <ChartFigure frame plot walk=Walk::Buttons over=Some(over.into_any()) how=how /> }.into_any()
}

/// A button over a row of the chart, named after its bar.
fn button(source: Source, row: usize) -> AnyView {
    let press = move |_| go_to_input(source.state, source.bar(row, |bar| bar.name));
    view! {
        <button type="button" data-bar=move || source.bar(row, |bar| bar.name.to_owned())
            aria-label=move || source.read(|bars| bars.shown.bars.get(row).map(|bar| words::bar_words(bars.shown.objective, bar))) on:click=press></button>
    }
    .into_any()
}
