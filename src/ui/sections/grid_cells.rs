//! The cells of the grid as something to point at, to walk through by keys and to press.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::grid::Plane;
use crate::browser::number::decimal;
use crate::charts::grid::GridMap;
use crate::charts::plot::Rect;
use crate::ui::drawing::Drawn;
use crate::ui::verdict::unbroken;
use crate::wording::sections::grid as words;

/// The cell that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Its place along the axes.
    cell: (usize, usize),
    /// Whether keys led there: then it is read aloud.
    by_key: bool,
}

/// Lies over the drawing.
#[component]
pub fn Cells(
    /// The grid.
    plane: Plane,
    /// Where the cells stand.
    map: Drawn<GridMap>,
) -> impl IntoView {
    let map = StoredValue::new_local(map);
    let under = move |event: &MouseEvent| {
        let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        map.with_value(|map| map.borrow().as_ref().and_then(|map| map.cell_at(at)))
    };
    let look = move |cell: Option<(usize, usize)>, by_key| {
        let cursor = cell.map(|cell| Cursor { cell, by_key });
        if plane.cursor.get_untracked() != cursor {
            plane.cursor.set(cursor);
        }
    };
    let press = move |event: MouseEvent| {
        let cell = under(&event);
        look(cell, false);
        if let Some(cell) = cell {
            plane.take(cell);
        }
    };
    let key = move |event: KeyboardEvent| {
        let here = plane.cursor.get_untracked().map(|cursor| cursor.cell);
        match Key::of(&event.key()) {
            Some(Key::Step(across, upwards)) => look(Some(step(plane, here, across, upwards)), true),
            Some(Key::Take) => plane.take(here.unwrap_or_else(|| step(plane, None, 0, 0))),
            Some(Key::Leave) => look(None, true),
            None => return,
        }
        event.prevent_default();
    };
    let rect = move || {
        let cell = plane.cursor.get()?.cell;
        map.with_value(|map| map.borrow().as_ref().and_then(|map| map.cell(cell.0, cell.1)))
    };
    let side = move |read: fn(Rect) -> f64| move || rect().map(|rect| decimal(read(rect)) + "px").unwrap_or_default();
    let said = move |by_key: bool| {
        let cursor = plane.cursor.get().filter(|cursor| cursor.by_key || !by_key)?;
        plane.read(|field, _| words::cell(field, cursor.cell))
    };
    let present =
        move || plane.read(|field, answer| words::present(field, answer.inputs(), answer.measured(field.measure)));
    view! {
        <div class="cells" id="grid-cells" tabindex="0" role="application"
            aria-label=move || plane.read(|field, _| words::keys(field))
            on:pointermove=move |event| look(under(&event), false)
            on:pointerleave=move |_| look(None, false)
            on:blur=move |_| look(None, false)
            on:click=press
            on:keydown=key>
            <i class="cells-cursor" hidden=move || plane.cursor.get().is_none()
                style:left=side(|rect| rect.left) style:top=side(|rect| rect.top)
                style:width=side(|rect| rect.right - rect.left) style:height=side(|rect| rect.bottom - rect.top)></i>
        </div>
        <p class="cells-read" aria-hidden="true">{move || unbroken(&said(false).unwrap_or_else(present))}</p>
        <p class="unseen" role="status">{move || said(true)}</p>
    }
}

/// What a key does.
enum Key {
    /// Moves so many cells across and upwards.
    Step(isize, isize),
    /// Sets both inputs.
    Take,
    /// Stops reading.
    Leave,
}

impl Key {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Step(-1, 0),
            "ArrowRight" => Self::Step(1, 0),
            "ArrowUp" => Self::Step(0, 1),
            "ArrowDown" => Self::Step(0, -1),
            "PageUp" => Self::Step(0, 10),
            "PageDown" => Self::Step(0, -10),
            "Home" => Self::Step(isize::MIN, 0),
            "End" => Self::Step(isize::MAX, 0),
            "Enter" | " " => Self::Take,
            "Escape" => Self::Leave,
            _ => return None,
        })
    }
}

/// The first key shows where the present case stands; the others move from there.
fn step(plane: Plane, here: Option<(usize, usize)>, across: isize, upwards: isize) -> (usize, usize) {
    untrack(|| {
        plane.read(|field, answer| match here {
            Some(here) => field.step(here, across, upwards),
            None => field.nearest(answer.inputs()),
        })
    })
}
