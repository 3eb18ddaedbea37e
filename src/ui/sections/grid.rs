//! NPV, payback or rate of return, or what another side wants, over any two inputs. A press on a cell sets both.

use std::rc::Rc;

use leptos::prelude::*;

use super::State;
use super::grid_cells::{Cells, Cursor};
use super::grid_controls::GridControls;
use super::kept::Kept;
use crate::analysis::field::{Field, Wanted};
use crate::charts::Stops;
use crate::charts::grid::{self, Grid};
use crate::ui::answer::{Answer, Question};
use crate::ui::chart_figure::{ChartFigure, Frame};
use crate::ui::crosshair::Walk;
use crate::ui::drawing::{Kind, preparation};
use crate::wording::idle;
use crate::wording::metrics::Metric;
use crate::wording::sections::grid as words;
use crate::wording::tables;

/// The grid: what is asked of it, and what follows.
#[derive(Clone, Copy)]
pub struct Plane {
    /// The page around it.
    pub state: State,
    /// The cell that is read.
    pub cursor: RwSignal<Option<Cursor>>,
    kept: Kept<(Question, Wanted), Field>,
}

impl Plane {
    fn new() -> Self {
        let state = State::get();
        Self { state, cursor: RwSignal::new(None), kept: Kept::new() }
    }

    /// Something about the values and the answer that they lie around.
    pub fn read<T>(self, read: impl FnOnce(&Field, &Answer) -> T) -> T {
        let wanted = self.state.wanted();
        self.state.read(|answer| read(&self.field(answer, wanted), answer))
    }

    fn field(self, answer: &Answer, wanted: Wanted) -> Rc<Field> {
        let case = answer.question.case;
        self.kept.get((answer.question, wanted), |_| {
            Field::around((case.inputs(), case.proportion()), wanted.measure, wanted.axes, 1)
        })
    }

    /// Shows something else.
    pub fn want(self, change: impl FnOnce(&mut Wanted)) {
        let mut wanted = untrack(|| self.state.wanted());
        change(&mut wanted);
        self.cursor.set(None);
        self.state.plane.set(wanted);
    }

    /// Sets both inputs to the values of a cell, as one step.
    pub fn take(self, (column, row): (usize, usize)) {
        let Wanted { axes, .. } = untrack(|| self.state.wanted());
        let values = untrack(|| self.read(|field, _| Some((*field.xs.get(column)?, *field.ys.get(row)?))));
        if let Some((x, y)) = values {
            self.state.change(|case| {
                for (control, value) in [(axes.x(), x), (axes.y(), y)] {
                    // An input that counts for nothing at present is left as it is.
                    if !idle::reason(control.id, case.inputs()).is_some_and(|idle| idle.closes) {
                        let _ = case.set(control, value);
                    }
                }
            });
        }
    }
}

/// The chart with its words.
#[component]
pub fn GridFigure() -> impl IntoView {
    let plane = Plane::new();
    let frame = Frame {
        id: "grid",
        title: Box::new(move || plane.read(|field, answer| words::title(field, answer.inputs()))),
        sub: Box::new(move || words::sub(plane.state.wanted().measure).to_owned()),
        label: Box::new(move || {
            plane.read(|field, answer| words::label(field, answer.inputs(), answer.measured(field.measure)))
        }),
        note: Box::new(move || plane.read(|field, answer| words::note(field.measure, answer.inputs()))),
        table: Box::new(move || plane.read(|field, _| tables::grid_table(field))),
        draws: None,
        tall: 400.0,
    };
    let data = move || plane.read(|field, answer| Grid::of(field, answer.inputs(), answer.measured(field.measure)));
    // Its cells lie over it and are read there.
    let kind = Kind {
        natural: Grid::natural_domain,
        draw: |surface, data, style, domain| grid::draw(surface, data, style, domain.map(|domain| domain.high)),
        stops: |_, _| Stops::default(),
        read: |_, _, _| None,
    };
    let (plot, map) = preparation(plane.state, data, kind);
    let over = (!plane.state.is_locked()).then(|| view! { <Cells plane map /> }.into_any());
    let controls = (!plane.state.is_framed()).then(|| view! { <GridControls plane /> }.into_any());
    let how = Metric::of_objective(plane.state.question.with_untracked(Question::objective)).id;
    view! { <ChartFigure frame plot walk=Walk::Own over controls how /> }
}
