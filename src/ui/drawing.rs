//! From the answer to a drawing, and from the drawing to what can be pointed at.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::State;
use super::canvas::{Drawing, Prepare, Use};
use crate::charts::stops::{Mark, Stops};
use crate::charts::surface::{Point, Surface};
use crate::charts::{ChartError, Domain, Style};
use crate::wording::readings::Reading;

/// What a kind of chart can do with its data.
pub struct Kind<T, M> {
    /// The scale that shows everything.
    pub natural: fn(&T) -> Domain,
    /// Draws, and answers with the map from values to pixels.
    pub draw: fn(&Surface<'_>, &T, &Style, Option<Domain>) -> Result<M, ChartError>,
    /// What can be pointed at.
    pub stops: fn(&T, &M) -> Stops,
    /// What is read there.
    pub read: fn(&T, &M, usize) -> Option<Reading>,
}

/// The chart as it was drawn last: where a pointer finds what it hit, without a second derivation.
pub type Drawn<M> = Rc<RefCell<Option<M>>>;

/// What can be pointed at in the page.
pub struct Finished {
    /// The positions.
    pub stops: Stops,
    /// What is read at each.
    pub read: Box<dyn Fn(usize) -> Option<Reading>>,
}

/// A chart in the page, as something to point at.
#[derive(Clone, Copy)]
pub struct Shown {
    finished: StoredValue<Option<Finished>, LocalStorage>,
    /// Turns whenever the chart was drawn anew.
    drawn: RwSignal<bool>,
    /// How many positions there are; none before the chart was drawn.
    count: RwSignal<usize>,
}

impl Shown {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { finished: StoredValue::new_local(None), drawn: RwSignal::new(false), count: RwSignal::new(0) }
    }

    /// Another drawing stands in the page.
    pub fn finish(self, finished: Option<Finished>) {
        let count = finished.as_ref().map_or(0, |finished| finished.stops.0.len());
        self.finished.set_value(finished);
        if self.count.get_untracked() != count {
            self.count.set(count);
        }
        self.drawn.update(|drawn| *drawn = !*drawn);
    }

    /// What asks is told when the chart was drawn anew.
    pub fn follow(self) {
        self.drawn.track();
    }

    /// How many positions there are. What asks is told when that changes.
    pub fn count(self) -> usize {
        self.count.get()
    }

    /// How many positions there are now.
    pub fn count_now(self) -> usize {
        self.count.get_untracked()
    }

    /// The position that a pointer means.
    pub fn at(self, point: Point) -> Option<usize> {
        self.finished.with_value(|finished| finished.as_ref()?.stops.at(point))
    }

    /// How a position is marked, and what is read there.
    pub fn look(self, at: usize) -> Option<(Mark, Reading)> {
        self.finished.with_value(|finished| {
            let finished = finished.as_ref()?;
            Some((finished.stops.mark(at)?.clone(), (finished.read)(at)?))
        })
    }
}

/// A chart, ready for its canvas.
#[derive(Clone)]
pub struct Plot {
    /// Reads what is to be drawn.
    pub prepare: Prepare,
    /// What can be pointed at.
    pub shown: Shown,
}

/// Reads the data of a chart and its scale, and says how to draw them.
pub fn preparation<T: 'static, M: 'static>(
    state: State,
    data: impl Fn() -> T + 'static,
    Kind { natural, draw, stops, read }: Kind<T, M>,
) -> (Plot, Drawn<M>) {
    let last = Cell::new(None);
    let drawn: Drawn<M> = Rc::default();
    let (map, shown) = (Rc::clone(&drawn), Shown::new());
    let prepare = Rc::new(move || -> Drawing {
        let data = Rc::new(data());
        // The theme is looked at as well: its colours are read while drawing.
        let dragging = state.look.get().dragging;
        let domain = held(natural(&data), last.get().filter(|_| dragging));
        last.set(Some(domain));
        let map = Rc::clone(&map);
        Rc::new(move |surface, style, used| {
            let made = draw(surface, &data, style, Some(domain)).ok();
            if used == Use::Page {
                let stops = made.as_ref().map(|made| stops(&data, made));
                map.replace(made);
                let (data, map) = (Rc::clone(&data), Rc::clone(&map));
                let read = move |at| map.borrow().as_ref().and_then(|map| read(&data, map, at));
                shown.finish(stops.map(|stops| Finished { stops, read: Box::new(read) }));
            }
        })
    });
    (Plot { prepare, shown }, drawn)
}

/// While a slider is dragged a scale never shrinks, so that the eye sees the lines move and not the axis.
fn held(natural: Domain, before: Option<Domain>) -> Domain {
    before.map_or(natural, |before| Domain { low: natural.low.min(before.low), high: natural.high.max(before.high) })
}
