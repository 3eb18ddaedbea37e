//! The cost of each year under the buyer's contract, beside what paying as one goes would cost.

use super::columns::Columns;
use super::labels::{Align, Board, LINE_HEIGHT, Label, text_width};
use super::plot::Rect;
use super::scale::Domain;
use super::stops::Stops;
use super::style::{Palette, Style, tint};
use super::surface::{ChartError, Surface};
use crate::model::Inputs;
use crate::model::buyer::{BuyerOutcome, BuyerYear};
use crate::wording::buyer::money;
use crate::wording::numbers::MILLIONS;
use crate::wording::readings::{self, Reading};
use crate::wording::sections::contract::difference;

/// The lanes of a year.
const PAYG: u32 = 0;
const CONTRACT: u32 = 1;
/// How dark the two are.
const TINTS: [f64; 2] = [0.26, 0.58];
/// Between the last bar and its label, and beyond this.
const OFF: f64 = 7.0;
const EDGE: f64 = 4.0;
const SEAM: f64 = 1.0;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    years: Vec<BuyerYear>,
}

impl Contract {
    /// From an outcome.
    #[must_use]
    pub fn new(_: &Inputs, outcome: &BuyerOutcome) -> Self {
        Self { years: outcome.rows.clone() }
    }

    /// The range that shows everything, from zero.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        Domain::around(self.years.iter().flat_map(|row| [row.payg, row.contract_cost]))
    }

    /// Each year, both bars framed.
    #[must_use]
    pub fn stops(&self, map: &Columns) -> Stops {
        let both = |row: &BuyerYear| {
            let [left, right] = bars(map, row);
            Rect { left: left.left, right: right.right, top: left.top.min(right.top), bottom: left.bottom }
        };
        Stops::of_bars(self.years.iter().map(|row| (map.reach(row.year), both(row))))
    }

    /// What is read at a year.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        self.years.get(at).map(readings::contract)
    }

    fn count(&self) -> u32 {
        self.years.last().map_or(1, |row| row.year)
    }
}

fn bars(map: &Columns, row: &BuyerYear) -> [Rect; 2] {
    [map.bar(row.year, PAYG, (0.0, row.payg)), map.bar(row.year, CONTRACT, (0.0, row.contract_cost))]
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Contract,
    style: &Style,
    domain: Option<Domain>,
) -> Result<Columns, ChartError> {
    let domain = domain.unwrap_or_else(|| data.natural_domain());
    let right = OFF + text_width("pay-as-you-go", 12.0, true) + EDGE;
    let map = Columns::new(style, domain, (data.count(), 2), right);
    let palette = &style.palette;
    map.draw_axes(surface, style)?;
    let [light, dark] = TINTS.map(|share| tint(palette.ink, palette.paper, share));
    for row in &data.years {
        surface.bar(map.bar(row.year, PAYG, (0.0, row.payg)), light)?;
        surface.bar(map.bar(row.year, CONTRACT, (0.0, row.contract_spend)), dark)?;
        surface.bar(shortfall(&map, row), light)?;
        frame(surface, shortfall(&map, row), palette)?;
    }
    for placed in label(data, &map, style).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// What is billed for usage that never came, on top of the contract's bar.
fn shortfall(map: &Columns, row: &BuyerYear) -> Rect {
    let bar = map.bar(row.year, CONTRACT, (row.contract_spend, row.contract_cost));
    Rect { bottom: (bar.bottom - SEAM).max(bar.top), ..bar }
}

/// A hollow bar is outlined; one without height is nothing.
fn frame(surface: &Surface<'_>, bar: Rect, palette: &Palette) -> Result<(), ChartError> {
    let Rect { left, right, top, bottom } = bar;
    if bottom - top < 1.0 {
        return Ok(());
    }
    let corners = [(left, bottom), (left, top), (right, top), (right, bottom), (left, bottom)];
    corners.windows(2).try_for_each(|pair| match pair {
        [from, to] => surface.line(*from, *to, palette.ink_2, 1.0),
        _ => Ok(()),
    })
}

/// All labels, most important first.
fn label(data: &Contract, map: &Columns, style: &Style) -> Board {
    let palette = &style.palette;
    let mut board = Board::new(map.room_for_labels(style));
    for bar in data.years.iter().flat_map(|row| bars(map, row)) {
        board.take(bar);
    }
    if let Some(last) = data.years.last() {
        for label in names(last, map, palette) {
            board.place(label);
        }
    }
    for row in &data.years {
        board.place(difference_label(row, map, palette));
    }
    let most = data.years.iter().filter(|row| row.shortfall > 0.0);
    if let Some(row) = most.reduce(|most, row| if row.shortfall > most.shortfall { row } else { most }) {
        board.place(shortfall_label(row, map, palette));
    }
    board
}

/// Behind the last bars: what each is, and its value, pushed apart where they would touch.
fn names(last: &BuyerYear, map: &Columns, palette: &Palette) -> [Label; 2] {
    const GAP: f64 = 4.0;
    let name = |value: f64, words: &str| {
        Label::new([(money(value), palette.ink, true), (words.to_owned(), palette.ink_2, false)])
    };
    let (payg, contract) = (name(last.payg, "pay-as-you-go"), name(last.contract_cost, "contract"));
    let ((upper, high), (lower, low)) = if last.payg > last.contract_cost {
        ((payg, last.payg), (contract, last.contract_cost))
    } else {
        ((contract, last.contract_cost), (payg, last.payg))
    };
    let (high, low) = (map.axis.at(high), map.axis.at(low));
    let least = upper.height() + GAP;
    let push = (least - (low - high)).max(0.0) / 2.0;
    let lowest = map.plot.bottom - lower.height() + LINE_HEIGHT / 2.0;
    let high = (high - push).min(lowest - least).max(map.plot.top - 5.0);
    let low = (low + push).min(lowest).max(high + least);
    let x = map.bar(last.year, CONTRACT, (0.0, 0.0)).right + OFF;
    let far = map.plot.right + 2.0;
    [
        upper.or_at(x, high, Align::Left).or_at(far, high, Align::Left),
        lower.or_at(x, low, Align::Left).or_at(far, low, Align::Left),
    ]
}

/// Over a year: how much less or more the contract costs.
fn difference_label(row: &BuyerYear, map: &Columns, palette: &Palette) -> Label {
    let words = difference(row.benefit);
    let colour = if MILLIONS.is_zero(row.benefit) { palette.ink_2 } else { palette.sign(row.benefit) };
    let [left, right] = bars(map, row);
    let top = left.top.min(right.top);
    let x = map.middle(row.year);
    let long = Label::new([(words, colour, true)]);
    let long = long.or_at(x, top - 10.0, Align::Centre).or_at(x, top - 22.0, Align::Centre);
    // Over the last bars the names begin beside them.
    long.or_at(right.right, top - 10.0, Align::Right).or_at(right.right, top - 22.0, Align::Right).off_lines()
}

/// Beside the largest shortfall.
fn shortfall_label(row: &BuyerYear, map: &Columns, palette: &Palette) -> Label {
    let bar = shortfall(map, row);
    let y = f64::midpoint(bar.top, bar.bottom);
    let label = Label::new([("shortfall".to_owned(), palette.ink_2, false), (money(row.shortfall), palette.ink, true)]);
    let label = label.or_at(bar.right + OFF, y - 7.0, Align::Left);
    label.or_at(bar.right + OFF, bar.top + 8.0, Align::Left).or_at(bar.right + OFF, y + 12.0, Align::Left)
}
