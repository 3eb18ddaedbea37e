//! Deals beside each other: the NPV of each before and with the stake, around zero.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::labels::{Align, Board, Label, text_width};
use super::plot::Rect;
use super::scale::Domain;
use super::stops::Stops;
use super::style::{Palette, Style};
use super::surface::{ChartError, Surface};
use crate::analysis::deals::{DealLine, Known};
use crate::wording::deals::{line_name, no_figures};
use crate::wording::numbers::BILLIONS;
use crate::wording::readings::{self, Reading};
use crate::wording::sections::deals as words;

/// Above the bars: which is which.
const HEAD: f64 = 26.0;
/// Below them.
const FOOT: f64 = 6.0;
/// How tall a row likes to be, with its words beside the bars and above them.
const ROW: f64 = 52.0;
const TALL_ROW: f64 = 80.0;
/// The words above the bars of a tall row.
const WORDS: f64 = 38.0;
/// In lower rows the values stand in the words, in lines that are nearer to each other: of two, or of one.
const CLOSE_WORDS: [f64; 2] = [34.0, 18.0];
/// The height from which two lines leave room for bars.
const TWO_LINES: f64 = 44.0;
/// Between two lines of words.
const LINE: f64 = 16.0;
/// What both bars of a row take at their full size.
const BARS: f64 = 27.0;
/// The right end of values in the words.
const EDGE: f64 = 4.0;
/// Between a bar and its value.
const OFF: f64 = 6.0;
const TEXT: f64 = 12.0;
/// Before the stake, and with it.
const THICKNESS: [f64; 2] = [13.0, 6.0];
/// Between the middles of the two bars.
const APART: f64 = 16.0;
/// Beyond this a value is drawn as this.
const LARGEST: f64 = 1e12;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Deals {
    rows: Vec<Row>,
}

/// One deal.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    name: String,
    words: String,
    known: Option<Known>,
    without: Option<String>,
}

impl Row {
    fn new(line: &DealLine) -> Self {
        let known = line.known().copied();
        let without = no_figures(line);
        Self { name: line_name(line), words: words::at_row(line), known, without }
    }

    /// NPV before and with the stake; none where there are no figures.
    fn values(&self) -> Option<[f64; 2]> {
        let Known { npv_b, npv_with_equity_b, .. } = self.known.as_ref()?;
        let values = [*npv_b, *npv_with_equity_b];
        values.iter().all(|value| value.is_finite()).then(|| values.map(|value| value.clamp(-LARGEST, LARGEST)))
    }
}

impl Deals {
    /// From the comparison.
    #[must_use]
    pub fn new(lines: &[DealLine]) -> Self {
        Self { rows: lines.iter().map(Row::new).collect() }
    }

    /// The range that shows everything.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        Domain::snug(&self.rows.iter().filter_map(Row::values).flatten().collect::<Vec<f64>>())
    }

    /// Each deal, its bars framed.
    #[must_use]
    pub fn stops(&self, map: &DealsMap) -> Stops {
        let rows = self.rows.iter().enumerate();
        Stops::of_bars(rows.map(|(at, row)| (map.reach(at), map.bars(at, row.values().unwrap_or_default()))))
    }

    /// What is read at a deal.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        let row = self.rows.get(at)?;
        Some(readings::deal(row.name.clone(), row.known.as_ref(), row.without.clone()))
    }

    /// The height at which every row has the room that it likes.
    #[must_use]
    pub fn natural_height(&self, style: &Style) -> f64 {
        let row = if self.is_stacked(style) { TALL_ROW } else { ROW };
        HEAD + FOOT + whole(self.rows.len()) * row
    }

    /// Whether words stand above their bars, since beside them they would take more than half of the width.
    fn is_stacked(&self, style: &Style) -> bool {
        self.names() > style.width * 0.5
    }

    fn names(&self) -> f64 {
        let widths =
            self.rows.iter().flat_map(|row| [text_width(&row.name, TEXT, true), text_width(&row.words, TEXT, false)]);
        widths.fold(0.0, f64::max) + 16.0
    }
}

/// Where the deals stand.
#[derive(Clone, Debug, PartialEq)]
pub struct DealsMap {
    /// NPV, $B.
    pub axis: Axis,
    plot: Rect,
    count: usize,
    is_stacked: bool,
}

impl DealsMap {
    fn new(data: &Deals, style: &Style, domain: Domain) -> Self {
        let is_stacked = data.is_stacked(style);
        let left = if is_stacked { 2.0 } else { data.names() };
        let widest = |negative: bool| {
            let values = data.rows.iter().filter_map(Row::values).flatten();
            let widths = values.filter(move |value| (*value < 0.0) == negative);
            widths.map(|value| text_width(&write(value), TEXT, true)).fold(0.0, f64::max) + OFF + 4.0
        };
        let from = left + widest(true);
        let to = (style.width - widest(false)).max(from + 10.0);
        let plot = Rect { left, top: HEAD, right: style.width, bottom: (style.height - FOOT).max(HEAD + 4.0) };
        Self { axis: Axis { domain, from, to }, plot, count: data.rows.len(), is_stacked }
    }

    fn row_height(&self) -> f64 {
        (self.plot.bottom - self.plot.top) / whole(self.count.max(1))
    }

    fn top(&self, at: usize) -> f64 {
        self.plot.top + whole(at) * self.row_height()
    }

    /// Whether values stand in the words above the bars, since rows are too low for values beside bars under words.
    fn is_close(&self) -> bool {
        self.is_stacked && self.row_height() < WORDS + BARS
    }

    /// Whether a row has room for the name and nothing else.
    fn is_one_line(&self) -> bool {
        self.is_close() && self.row_height() < TWO_LINES
    }

    /// What the words above the bars take.
    fn above(&self) -> f64 {
        let [two, one] = CLOSE_WORDS;
        match (self.is_stacked, self.is_close(), self.is_one_line()) {
            (false, ..) => 0.0,
            (true, false, _) => WORDS,
            (true, true, false) => two,
            (true, true, true) => one.min(self.row_height() * 0.7),
        }
    }

    /// The middle between the two bars.
    fn middle(&self, at: usize) -> f64 {
        self.top(at) + f64::midpoint(self.above(), self.row_height())
    }

    /// How much smaller than they like to be the bars are.
    fn scale(&self) -> f64 {
        let (room, liked) =
            if self.is_stacked { (self.row_height() - self.above(), BARS) } else { (self.row_height(), ROW) };
        (room / liked).min(1.0)
    }

    /// The middle of the first line of words.
    fn first_line(&self, at: usize) -> f64 {
        match (self.is_stacked, self.is_close()) {
            (false, _) => self.middle(at) - LINE / 2.0,
            (true, false) => self.top(at) + 12.0,
            (true, true) => self.top(at) + 9.0,
        }
    }

    /// One of the two bars of a deal.
    fn bar(&self, at: usize, which: usize, value: f64) -> Rect {
        let half = THICKNESS.get(which).copied().unwrap_or_default() * self.scale() / 2.0;
        let down = (whole(which) - 0.5) * APART * self.scale();
        let (middle, zero, end) = (self.middle(at) + down, self.axis.zero(), self.axis.at(value));
        Rect { left: zero.min(end), right: zero.max(end), top: middle - half, bottom: middle + half }
    }

    /// Both bars.
    fn bars(&self, at: usize, [before, with]: [f64; 2]) -> Rect {
        let (upper, lower) = (self.bar(at, 0, before), self.bar(at, 1, with));
        Rect {
            left: upper.left.min(lower.left),
            right: upper.right.max(lower.right),
            top: upper.top,
            bottom: lower.bottom,
        }
    }

    /// Where a pointer means a deal.
    fn reach(&self, at: usize) -> Rect {
        Rect { left: 0.0, right: self.plot.right, top: self.top(at), bottom: self.top(at) + self.row_height() }
    }
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Deals,
    style: &Style,
    domain: Option<Domain>,
) -> Result<DealsMap, ChartError> {
    let map = DealsMap::new(data, style, domain.unwrap_or_else(|| data.natural_domain()));
    let palette = &style.palette;
    for (at, row) in data.rows.iter().enumerate() {
        let values = row.values();
        for (which, value) in values.into_iter().flatten().enumerate() {
            surface.visible_bar(map.bar(at, which, value), palette.bar(value))?;
        }
        if values.is_some() {
            let (x, bars) = (map.axis.zero(), map.bars(at, [0.0, 0.0]));
            surface.line((x, bars.top - 3.0), (x, bars.bottom + 3.0), palette.ink_2, 1.0)?;
        }
    }
    for placed in label(data, &map, style).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// The value before the stake is what a bar is about: it finds its place first, then the names, then the rest.
fn label(data: &Deals, map: &DealsMap, style: &Style) -> Board {
    const HEIGHT: f64 = 9.0;
    let palette = &style.palette;
    let mut board = Board::new(Rect { left: 0.0, top: 0.0, right: style.width, bottom: style.height });
    let legend = if map.is_close() { words::legend_of_pairs() } else { words::legend() };
    board.place(plain(legend, palette.ink_2, false).or_at(2.0, HEIGHT, Align::Left));
    let rows = || data.rows.iter().enumerate();
    let bars = |which: usize| {
        rows().filter_map(move |(at, row)| {
            let value = *row.values()?.get(which)?;
            Some((value, map.bar(at, which, value)))
        })
    };
    bars(0).for_each(|(_, bar)| board.take(bar));
    if map.is_close() {
        rows().for_each(|(at, row)| place_in_words(&mut board, row, at, map, palette));
        return board;
    }
    bars(0).for_each(|(value, bar)| {
        board.place(value_label(value, bar, true, palette));
    });
    bars(1).for_each(|(_, bar)| board.take(bar));
    rows().for_each(|(at, row)| {
        board.place(words_at(&row.name, 0.0, at, map, palette.ink, true));
    });
    rows().for_each(|(at, row)| {
        board.place(words_at(&row.words, LINE, at, map, palette.ink_2, false));
    });
    bars(1).for_each(|(value, bar)| {
        board.place(value_label(value, bar, false, palette));
    });
    board
}

/// The name, or what is known beside the NPVs, so far below it.
fn words_at(text: &str, below: f64, at: usize, map: &DealsMap, colour: RGBColor, bold: bool) -> Label {
    let room = if map.is_stacked { map.plot.right } else { map.plot.left } - 4.0;
    plain(&fitted(text, room, bold), colour, bold).or_at(2.0, map.first_line(at) + below, Align::Left)
}

/// The name with both values at the right end of its line; under it, or in the place of values that do not exist, what is
/// known beside them.
fn place_in_words(board: &mut Board, row: &Row, at: usize, map: &DealsMap, palette: &Palette) {
    let (first, right) = (map.first_line(at), map.plot.right - EDGE);
    let values = row.values().map(|[before, with]| {
        plain(&write(before), palette.ink, true).with_tail(format!("/ {}", write(with)), palette.ink_2)
    });
    let is_told = values.is_none() && map.is_one_line();
    let end = values.or_else(|| is_told.then(|| plain(&row.words, palette.ink_2, false)));
    let taken = end.as_ref().map_or(0.0, |end| end.width() + 8.0);
    if let Some(end) = end {
        board.place(end.or_at(right, first, Align::Right));
    }
    let name = fitted(&row.name, right - taken - 2.0, true);
    board.place(plain(&name, palette.ink, true).or_at(2.0, first, Align::Left));
    if !map.is_one_line() {
        let words = fitted(&row.words, right - 2.0, false);
        board.place(plain(&words, palette.ink_2, false).or_at(2.0, first + LINE, Align::Left));
    }
}

/// As much of a text as there is room for.
fn fitted(text: &str, room: f64, bold: bool) -> String {
    let mut kept = text.to_owned();
    let mut shown = kept.clone();
    while text_width(&shown, TEXT, bold) > room && !kept.is_empty() {
        kept.pop();
        shown = format!("{}…", kept.trim_end());
    }
    shown
}

fn plain(text: &str, colour: RGBColor, bold: bool) -> Label {
    Label { halo: false, ..Label::new([(text.to_owned(), colour, bold)]) }
}

/// Beyond the end of its bar.
fn value_label(value: f64, bar: Rect, bold: bool, palette: &Palette) -> Label {
    let y = f64::midpoint(bar.top, bar.bottom);
    let label = plain(&write(value), palette.ink, bold);
    if value < 0.0 {
        label.or_at(bar.left - OFF, y, Align::Right)
    } else {
        label.or_at(bar.right + OFF, y, Align::Left)
    }
}

/// "+6.4", "−0.7": the sub-title names the unit.
fn write(value: f64) -> String {
    BILLIONS.signed(value)
}

#[allow(clippy::cast_precision_loss, reason = "a handful of deals")]
fn whole(count: usize) -> f64 {
    count as f64
}
