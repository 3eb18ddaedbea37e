//! What leaving would cost the buyer, by the year of leaving.

use super::columns::Columns;
use super::labels::{Align, Board, Label, text_width};
use super::plot::Rect;
use super::scale::Domain;
use super::stops::Stops;
use super::style::{Style, tint};
use super::surface::{ChartError, Surface};
use crate::model::Inputs;
use crate::model::buyer::{BuyerOutcome, Leaving, exposures};
use crate::wording::buyer::money;
use crate::wording::readings::{self, Reading};

/// How dark the move and what is still owed are.
const TINTS: [f64; 2] = [0.58, 0.28];
const OFF: f64 = 7.0;
const EDGE: f64 = 4.0;
const SEAM: f64 = 1.0;
/// The assumed year has a frame around its bar, at this distance.
const FRAME: f64 = 3.0;
/// What the parts are.
const MOVING: &str = "moving, both platforms";
const OWED: &str = "still owed";

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    years: Vec<Leaving>,
    planned: Option<u32>,
}

impl Exposure {
    /// From an outcome.
    #[must_use]
    pub fn new(inputs: &Inputs, outcome: &BuyerOutcome) -> Self {
        let planned = outcome.exit_exposure_m.map(|_| inputs.buyer.switch_year);
        Self { years: exposures(inputs, &outcome.rows), planned }
    }

    /// The range that shows everything, from zero.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        Domain::around(self.years.iter().map(Leaving::total_m))
    }

    /// Each year, its bar framed.
    #[must_use]
    pub fn stops(&self, map: &Columns) -> Stops {
        Stops::of_bars(self.years.iter().map(|leaving| (map.reach(leaving.year), whole(map, leaving))))
    }

    /// What is read at a year.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        self.years.get(at).map(|leaving| readings::leaving(leaving, self.planned == Some(leaving.year)))
    }

    fn count(&self) -> u32 {
        self.years.last().map_or(1, |leaving| leaving.year)
    }
}

fn whole(map: &Columns, leaving: &Leaving) -> Rect {
    map.bar(leaving.year, 0, (0.0, leaving.total_m()))
}

/// The move below, and what is still owed above it.
fn parts(map: &Columns, leaving: &Leaving) -> [Rect; 2] {
    let moving = leaving.work_m + leaving.both_m;
    let owed = map.bar(leaving.year, 0, (moving, leaving.total_m()));
    [map.bar(leaving.year, 0, (0.0, moving)), Rect { bottom: (owed.bottom - SEAM).max(owed.top), ..owed }]
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Exposure,
    style: &Style,
    domain: Option<Domain>,
) -> Result<Columns, ChartError> {
    let domain = domain.unwrap_or_else(|| data.natural_domain());
    let right = OFF + if style.is_compact() { 0.0 } else { text_width(MOVING, 12.0, false) } + EDGE;
    let map = Columns::new(style, domain, (data.count(), 1), right);
    let palette = &style.palette;
    map.draw_axes(surface, style)?;
    let tints = TINTS.map(|share| tint(palette.ink, palette.paper, share));
    for leaving in &data.years {
        for (part, colour) in parts(&map, leaving).into_iter().zip(tints) {
            surface.bar(part, colour)?;
        }
        if data.planned == Some(leaving.year) {
            let Rect { left, right, top, .. } = whole(&map, leaving).grown(FRAME);
            let bottom = map.plot.bottom;
            surface.path(&[(left, bottom), (left, top), (right, top), (right, bottom)], palette.ink, 1.5)?;
        }
    }
    for placed in label(data, &map, style).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// All labels, most important first.
fn label(data: &Exposure, map: &Columns, style: &Style) -> Board {
    let palette = &style.palette;
    let mut board = Board::new(map.room_for_labels(style));
    for leaving in &data.years {
        let is_planned = data.planned == Some(leaving.year);
        board.take(whole(map, leaving).grown(if is_planned { FRAME } else { 0.0 }));
    }
    // The assumed year first: its value stands even where there is little room.
    let (planned, others): (Vec<&Leaving>, Vec<&Leaving>) =
        data.years.iter().partition(|leaving| data.planned == Some(leaving.year));
    for leaving in planned.into_iter().chain(others) {
        let is_planned = data.planned == Some(leaving.year);
        let (x, top) = (map.middle(leaving.year), whole(map, leaving).top - if is_planned { FRAME } else { 0.0 });
        let label = Label::new([(money(leaving.total_m()), palette.ink, is_planned)]);
        board.place(label.or_at(x, top - 10.0, Align::Centre));
    }
    // Which part is which stands above the chart as well: here it stands of both or of none.
    let mut named = board.clone();
    let all = [(1, OWED), (0, MOVING)].map(|part| named.place(part_label(data, map, style, part)));
    if all == [true, true] { named } else { board }
}

/// What a part is: beside the bar in which it is largest, or another one, and never over or under the bar of another year.
fn part_label(data: &Exposure, map: &Columns, style: &Style, (part, words): (usize, &str)) -> Label {
    let bars: Vec<Rect> = data.years.iter().filter_map(|leaving| parts(map, leaving).get(part).copied()).collect();
    let mut largest: Vec<Rect> = bars.iter().copied().filter(|bar| bar.bottom > bar.top).collect();
    largest.sort_by(|a, b| (b.bottom - b.top).total_cmp(&(a.bottom - a.top)));
    let label = Label::new([(words.to_owned(), style.palette.ink_2, false)]);
    let width = label.width();
    let is_free = |left: f64| !bars.iter().any(|bar| bar.left - FRAME < left + width && left < bar.right + FRAME);
    largest.into_iter().fold(label, |label, bar| {
        let y = f64::midpoint(bar.top, bar.bottom);
        let (after, before) = (bar.right + FRAME + OFF, bar.left - FRAME - OFF - width);
        let places = [(after, y), (after, y - 12.0), (before, y)].into_iter().filter(|(left, _)| is_free(*left));
        places.fold(label, |label, (left, y)| label.or_at(left, y, Align::Left))
    })
}
