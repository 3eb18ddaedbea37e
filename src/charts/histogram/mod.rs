//! The simulation's NPVs in bins, with percentiles, the base case and the chance of being above zero.

mod bins;

use super::axis::Axis;
use super::labels::{Align, Board, Label, text_width};
use super::plot::{Rect, Unit};
use super::stops::Stops;
use super::style::{Palette, Style};
use super::surface::{ChartError, Surface};
use crate::analysis::monte_carlo::Spread;
use crate::wording::numbers::billions_signed;
use crate::wording::readings::{self, Reading};

pub use bins::{Bin, Frame};

/// Above the bars: two lines about zero and one about the base case.
const TOP: f64 = 58.0;
/// Below them: the values, and the percentiles.
const BOTTOM: f64 = 46.0;
const SIDE: f64 = 10.0;
/// The middle of the first line.
const FIRST: f64 = 10.0;
const BASE: f64 = 45.0;
const TICKS: f64 = 18.0;
const MARKS: f64 = 36.0;
/// Half a triangle's width, and its height.
const TRIANGLE: (f64, f64) = (5.0, 8.0);

/// What the chart shows. The bins that show everything are counted once, so that drawing them again costs little however
/// many draws there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    npvs: Vec<f64>,
    marks: Marks,
    frame: Frame,
    bins: Vec<Bin>,
}

/// What the draws say, $B.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marks {
    /// A tenth of the draws lie below.
    pub p10: f64,
    /// Half of the draws lie below.
    pub p50: f64,
    /// Nine tenths of the draws lie below.
    pub p90: f64,
    /// Part of the draws above zero.
    pub above_zero: f64,
    /// The NPV of the present inputs.
    pub base: f64,
}

impl Marks {
    /// Of a spread around a base case.
    #[must_use]
    pub fn of(spread: &Spread, base: f64) -> Self {
        let [p10, p50, p90] = spread.percentiles_b;
        Self { p10, p50, p90, above_zero: spread.above_zero, base }
    }
}

impl Histogram {
    /// From the NPVs of the draws.
    #[must_use]
    pub fn new(npvs: Vec<f64>, marks: Marks) -> Self {
        let npvs = bins::usable(npvs);
        let frame = Frame::around(&npvs);
        Self { bins: frame.bins(&npvs), npvs, marks, frame }
    }

    /// The bins that show everything.
    #[must_use]
    pub fn natural_frame(&self) -> Frame {
        self.frame
    }

    /// Each bin, framed.
    #[must_use]
    pub fn stops(&self, map: &HistogramMap) -> Stops {
        Stops::of_bars(map.bins.iter().map(|bin| {
            let bar = map.bar(bin);
            (Rect { top: map.plot.top, ..bar }, raised(bar))
        }))
    }

    /// What is read at a bin.
    #[must_use]
    pub fn reading(&self, map: &HistogramMap, at: usize) -> Option<Reading> {
        let bin = map.bins.get(at)?;
        let below = map.bins.iter().take(at + 1).map(|bin| bin.share).sum();
        Some(readings::bin(bin.low, bin.high, bin.share, below, bins::whole(self.npvs.len())))
    }

    /// The bins that show everything.
    #[must_use]
    pub fn bins(&self) -> &[Bin] {
        &self.bins
    }

    fn bins_of(&self, frame: Frame) -> Vec<Bin> {
        if frame == self.frame { self.bins.clone() } else { frame.bins(&self.npvs) }
    }
}

/// Where the bins stand.
#[derive(Clone, Debug, PartialEq)]
pub struct HistogramMap {
    /// The NPV, $B.
    pub axis: Axis,
    /// The bins from left to right.
    pub bins: Vec<Bin>,
    frame: Frame,
    plot: Rect,
}

impl HistogramMap {
    fn new(data: &Histogram, style: &Style, frame: Frame) -> Self {
        let right = (style.width - SIDE).max(SIDE + 1.0);
        let plot = Rect { left: SIDE, top: TOP, right, bottom: (style.height - BOTTOM).max(TOP + 1.0) };
        let bins = data.bins_of(frame);
        Self { axis: Axis { domain: frame.domain(&bins), from: SIDE, to: right }, bins, frame, plot }
    }

    /// The bin at a position.
    #[must_use]
    pub fn bin_at(&self, x: f64) -> Option<&Bin> {
        let value = self.axis.value_at(x);
        self.bins.iter().find(|bin| {
            let (low, high) = bin.drawn(self.frame.width);
            value >= low && value < high
        })
    }

    fn bar(&self, bin: &Bin) -> Rect {
        let (low, high) = bin.drawn(self.frame.width);
        let (left, right) = (self.axis.at(low), self.axis.at(high));
        // Bars stand a pixel apart where they are wide enough to spare it.
        let gap = if right - left > 4.0 { 1.0 } else { 0.0 };
        let height = (bin.share / self.frame.top_share).min(1.0) * (self.plot.bottom - self.plot.top);
        Rect { left, right: right - gap, top: self.plot.bottom - height, bottom: self.plot.bottom }
    }

    /// The nearest middle at which a text stays in the picture.
    fn inside(&self, x: f64, words: &str, bold: bool) -> f64 {
        let half = text_width(words, 12.0, bold) / 2.0 + 2.0;
        x.clamp(half, (self.plot.right + SIDE - half).max(half))
    }

    fn shows(&self, value: f64) -> bool {
        value >= self.axis.domain.low && value <= self.axis.domain.high
    }
}

/// Draws the chart. `frame` holds the bins still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Histogram,
    style: &Style,
    frame: Option<Frame>,
) -> Result<HistogramMap, ChartError> {
    let map = HistogramMap::new(data, style, frame.unwrap_or_else(|| data.natural_frame()));
    let palette = &style.palette;
    for bin in map.bins.iter().filter(|bin| bin.share > 0.0) {
        let is_loss = bin.high.is_some_and(|high| high <= map.frame.width * 1e-6);
        surface.visible_bar(raised(map.bar(bin)), if is_loss { palette.loss_mid } else { palette.gain_mid })?;
    }
    surface.line((map.plot.left, map.plot.bottom), (map.plot.right, map.plot.bottom), palette.ink_2, 1.0)?;
    let mut board = Board::new(Rect { left: 0.0, top: 0.0, right: style.width, bottom: style.height });
    draw_values(surface, &map, palette, &mut board)?;
    if !data.npvs.is_empty() {
        draw_marks(surface, data, &map, palette, &mut board)?;
    }
    for placed in board.placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// A bin with a single draw among many is seen, too.
fn raised(bar: Rect) -> Rect {
    Rect { top: bar.top.min(bar.bottom - 1.0), ..bar }
}

/// The values below the axis; those of the open bins first.
fn draw_values(
    surface: &Surface<'_>,
    map: &HistogramMap,
    palette: &Palette,
    board: &mut Board,
) -> Result<(), ChartError> {
    let domain = map.axis.domain;
    let y = map.plot.bottom + TICKS;
    let text = |text: String| Label { halo: false, ..Label::new([(text, palette.ink_3, false)]) };
    let write = |value: f64| Unit::Billions.tick(value, domain);
    for bin in &map.bins {
        let words = match (bin.low, bin.high) {
            (None, Some(high)) => format!("< {}", write(high)),
            (Some(low), None) => format!("{}+", write(low)),
            _ => continue,
        };
        let (low, high) = bin.drawn(map.frame.width);
        let x = map.inside(map.axis.at(f64::midpoint(low, high)), &words, false);
        board.place(text(words).or_at(x, y, Align::Centre));
    }
    for (tick, words) in map.axis.lying_ticks() {
        let x = map.axis.at(tick);
        surface.line((x, map.plot.bottom), (x, map.plot.bottom + 4.0), palette.ink_3, 1.0)?;
        let x = map.inside(x, &words, false);
        board.place(text(words).or_at(x, y, Align::Centre));
    }
    Ok(())
}

/// Zero, the base case and the percentiles.
fn draw_marks(
    surface: &Surface<'_>,
    data: &Histogram,
    map: &HistogramMap,
    palette: &Palette,
    board: &mut Board,
) -> Result<(), ChartError> {
    let Marks { p10, p50, p90, base, .. } = data.marks;
    let bottom = map.plot.bottom;
    if map.shows(0.0) {
        surface.line((map.axis.zero(), 4.0), (map.axis.zero(), bottom), palette.ink_2, 1.0)?;
        board.avoid(vec![(map.axis.zero(), 0.0), (map.axis.zero(), bottom)]);
    }
    if map.shows(base) {
        board.avoid(vec![(map.axis.at(base), BASE - 7.0), (map.axis.at(base), bottom)]);
    }
    place_shares(board, data.marks.above_zero, map, palette);
    if map.shows(base) {
        surface.dashes(&[(map.axis.at(base), BASE - 7.0), (map.axis.at(base), bottom)], palette.ink, 1.0)?;
        board.place(base_label(base, map, palette));
    }
    for percentile in [p10, p50, p90] {
        let (x, (half, height)) = (map.axis.at(percentile), TRIANGLE);
        surface.shape(
            &[(x, bottom + 1.0), (x - half, bottom + 1.0 + height), (x + half, bottom + 1.0 + height)],
            palette.ink,
        )?;
    }
    place_percentiles(board, [("P10", p10), ("P50", p50), ("P90", p90)], map, palette);
    Ok(())
}

/// How many draws lie on either side of zero.
fn place_shares(board: &mut Board, above: f64, map: &HistogramMap, palette: &Palette) {
    const OFF: f64 = 8.0;
    let zero = map.axis.zero();
    let label = |share: String, colour, side: &str| {
        Label::new([(format!("{share} of draws"), colour, true), (format!("{side} zero"), palette.ink_2, false)])
    };
    let (below, above_text) = shares(above);
    if map.shows(0.0) || above < 1.0 {
        let label = label(below, palette.loss, "below");
        board.place(label.or_at(zero - OFF, FIRST, Align::Right).or_at(map.plot.left, FIRST, Align::Left));
    }
    if map.shows(0.0) || above > 0.0 {
        let label = label(above_text, palette.gain, "above");
        board.place(label.or_at(zero + OFF, FIRST, Align::Left).or_at(map.plot.right, FIRST, Align::Right));
    }
}

/// The parts below and above zero in whole percent that add up to 100, without calling a few draws none.
fn shares(above: f64) -> (String, String) {
    let percent = (above * 100.0).round();
    match percent {
        100.0 if above < 1.0 => ("<1%".to_owned(), ">99%".to_owned()),
        0.0 if above > 0.0 => (">99%".to_owned(), "<1%".to_owned()),
        percent => (format!("{:.0}%", 100.0 - percent), format!("{percent:.0}%")),
    }
}

fn base_label(base: f64, map: &HistogramMap, palette: &Palette) -> Label {
    const OFF: f64 = 6.0;
    let x = map.axis.at(base);
    let label = Label::new([(format!("base case {}", billions_signed(base)), palette.ink, false)]);
    let (first, second) = if base < 0.0 { (Align::Right, Align::Left) } else { (Align::Left, Align::Right) };
    let off = |align| if align == Align::Left { OFF } else { -OFF };
    label.or_at(x + off(first), BASE, first).or_at(x + off(second), BASE, second)
}

/// In a row below their triangles, pushed apart where they would touch; the middle one gives way where all three find no
/// room.
fn place_percentiles(board: &mut Board, all: [(&str, f64); 3], map: &HistogramMap, palette: &Palette) {
    const GAP: f64 = 8.0;
    let label = |(name, value): (&str, f64)| Label {
        halo: false,
        ..Label::new([(format!("{name} {}", billions_signed(value)), palette.ink, true)])
    };
    let [low, middle, high] = all;
    let room = map.plot.right + SIDE;
    let needed = |labels: &[(&str, f64)]| labels.iter().map(|one| label(*one).width() + GAP).sum::<f64>() - GAP + 4.0;
    let shown = if needed(&all) <= room { vec![low, middle, high] } else { vec![low, high] };
    let wished: Vec<(f64, f64)> = shown.iter().map(|one| (map.axis.at(one.1), label(*one).width())).collect();
    for (one, x) in shown.into_iter().zip(apart(&wished, (2.0, room - 2.0), GAP)) {
        board.place(label(one).or_at(x, map.plot.bottom + MARKS, Align::Centre));
    }
}

/// The middles of texts of given middles and widths so that none touches another or leaves the room, in their order and
/// near to where they wish to be.
fn apart(wished: &[(f64, f64)], (from, to): (f64, f64), gap: f64) -> Vec<f64> {
    let mut left = from;
    let mut placed: Vec<(f64, f64)> = Vec::new();
    for (middle, width) in wished {
        let start = (middle - width / 2.0).max(left);
        placed.push((start, *width));
        left = start + width + gap;
    }
    // Back from the end: each gives way to the one after it.
    let mut right = to;
    for (start, width) in placed.iter_mut().rev() {
        *start = start.min(right - *width);
        right = *start - gap;
    }
    placed.into_iter().map(|(start, width)| start.max(from) + width / 2.0).collect()
}
