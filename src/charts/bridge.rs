//! The NPV bridge: from the investment, part by part, to the NPV, and on to the NPV with the shares.

use plotters::style::RGBColor;

use super::axis::{Axis, label_room};
use super::labels::{Align, Board, Label, text_width};
use super::plot::Rect;
use super::scale::Domain;
use super::stops::Stops;
use super::style::{Palette, Style};
use super::surface::{ChartError, Surface};
use crate::model::Outcome;
use crate::wording::numbers::{BILLIONS, billions_signed};
use crate::wording::readings::{self, Reading};

/// Above the plot and between it and the names: room for a value.
const VALUE: f64 = 20.0;
/// Two lines of names below the plot.
const NAMES: f64 = 34.0;
/// The values of a lying axis below the plot.
const TICKS: f64 = 24.0;
const WIDEST_BAR: f64 = 60.0;
const THICKEST_BAR: f64 = 22.0;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    parts: Vec<Part>,
}

/// One bar: from the sum so far to the sum with it, or from zero if it is a sum itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    name: Name,
    /// $B.
    pub value: f64,
    /// Whether it is a sum.
    pub is_total: bool,
    from: f64,
    to: f64,
}

/// What a part is called, in two lines, and in two shorter ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Name {
    long: [&'static str; 2],
    short: [&'static str; 2],
}

const fn name(long: [&'static str; 2], short: [&'static str; 2]) -> Name {
    Name { long, short }
}

const INVESTMENT: Name = name(["Investment", ""], ["Invest-", "ment"]);
const COMMIT_MARGIN: Name = name(["Commit", "margin"], ["Commit", "margin"]);
/// With the machines paid for apart.
const COMMIT_CASH: Name = name(["Commit", "cash"], ["Commit", "cash"]);
const SHORTFALL: Name = name(["Shortfall", "paid"], ["Short-", "fall"]);
const STRANDED: Name = name(["Stranded", "capacity"], ["Strand-", "ed"]);
const ENTERPRISE: Name = name(["Enterprise", "margin"], ["Enter-", "prise"]);
const CAPEX: Name = name(["Capex", ""], ["Capex", ""]);
const RESIDUAL: Name = name(["Residual", "value"], ["Resid-", "ual"]);
const NPV: Name = name(["NPV", ""], ["NPV", ""]);
const EQUITY: Name = name(["Equity", "stake"], ["Equity", "stake"]);
const WITH_EQUITY: Name = name(["NPV with", "equity"], ["NPV +", "equity"]);

impl Bridge {
    /// From an outcome. Parts of zero are left out.
    #[must_use]
    pub fn new(outcome: &Outcome) -> Self {
        let parts = &outcome.npv_parts_b;
        let commit = if parts.capex == 0.0 { COMMIT_MARGIN } else { COMMIT_CASH };
        let mut bridge = Self { parts: Vec::new() };
        bridge.add(INVESTMENT, parts.investment);
        bridge.add(commit, parts.commit_after_tax);
        bridge.add(SHORTFALL, parts.shortfall_after_tax);
        bridge.add(STRANDED, parts.stranded_after_tax);
        bridge.add(ENTERPRISE, parts.enterprise_after_tax);
        bridge.add(CAPEX, parts.capex);
        bridge.add(RESIDUAL, parts.residual);
        bridge.total(NPV, outcome.npv_b);
        let equity = outcome.npv_with_equity_b - outcome.npv_b;
        if equity != 0.0 {
            bridge.add(EQUITY, equity);
            bridge.total(WITH_EQUITY, outcome.npv_with_equity_b);
        }
        bridge
    }

    fn add(&mut self, name: Name, value: f64) {
        if value != 0.0 {
            let from = self.parts.last().map_or(0.0, |part| part.to);
            self.parts.push(Part { name, value, is_total: false, from, to: from + value });
        }
    }

    fn total(&mut self, name: Name, value: f64) {
        self.parts.push(Part { name, value, is_total: true, from: 0.0, to: value });
    }

    /// The bars, from left to right.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Each part, framed.
    #[must_use]
    pub fn stops(&self, map: &BridgeMap) -> Stops {
        Stops::of_bars(self.parts.iter().enumerate().map(|(at, part)| (map.reach(at), map.bar(at, part))))
    }

    /// What is read at a part.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        let part = self.parts.get(at)?;
        Some(readings::part(part.name(), part.value, (!part.is_total && at > 0).then_some(part.to)))
    }

    /// The range that shows everything.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        Domain::snug(&self.parts.iter().map(|part| part.to).collect::<Vec<f64>>())
    }
}

impl Part {
    /// What the part is called.
    #[must_use]
    pub fn name(&self) -> String {
        self.name.long.join(" ").trim_end().to_owned()
    }

    fn colour(&self, palette: &Palette) -> RGBColor {
        if self.is_total { palette.sign(self.value) } else { palette.bar(self.value) }
    }

    fn width(&self, lines: fn(&Name) -> [&'static str; 2]) -> f64 {
        lines(&self.name).iter().map(|line| text_width(line, 12.0, self.is_total)).fold(0.0, f64::max)
    }
}

/// Where the bars stand.
#[derive(Clone, Debug, PartialEq)]
pub struct BridgeMap {
    /// The values.
    pub axis: Axis,
    plot: Rect,
    layout: Layout,
    count: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// Upright bars with the first or the shorter names below them.
    Upright { short: bool },
    /// Bars from left to right with their names beside them, where names do not fit below.
    Lying,
}

impl BridgeMap {
    fn new(data: &Bridge, style: &Style, domain: Domain) -> Self {
        let left = label_room(domain).max(33.0);
        let right = (style.width - 6.0).max(left + 1.0);
        let count = data.parts.len();
        let slot = (right - left) / whole(count.max(1));
        let fits = |lines| data.parts.iter().all(|part| part.width(lines) + 4.0 <= slot);
        let layout = match (fits(|name| name.long), fits(|name| name.short)) {
            (true, _) => Layout::Upright { short: false },
            (false, true) => Layout::Upright { short: true },
            (false, false) => return Self::lying(data, style, domain),
        };
        let bottom = (style.height - NAMES - VALUE).max(VALUE + 1.0);
        let plot = Rect { left, top: VALUE, right, bottom };
        Self { axis: Axis { domain, from: bottom, to: VALUE }, plot, layout, count }
    }

    fn lying(data: &Bridge, style: &Style, domain: Domain) -> Self {
        let names = data.parts.iter().map(|part| text_width(&part.name(), 12.0, part.is_total)).fold(0.0, f64::max);
        let values = data.parts.iter().map(|part| text_width(&billions_signed(part.value), 12.0, true));
        let value = values.fold(0.0, f64::max) + 10.0;
        let left = names + 8.0;
        let right = style.width.max(left + 2.0 * value + 10.0);
        let plot = Rect { left, top: 4.0, right, bottom: (style.height - TICKS).max(5.0) };
        let axis = Axis { domain, from: left + value, to: right - value };
        Self { axis, plot, layout: Layout::Lying, count: data.parts.len() }
    }

    fn slot(&self) -> f64 {
        let length = match self.layout {
            Layout::Upright { .. } => self.plot.right - self.plot.left,
            Layout::Lying => self.plot.bottom - self.plot.top,
        };
        length / whole(self.count.max(1))
    }

    /// The middle of a bar, across its length.
    fn middle(&self, position: usize) -> f64 {
        let start = if self.layout == Layout::Lying { self.plot.top } else { self.plot.left };
        start + (whole(position) + 0.5) * self.slot()
    }

    /// The bar of a part.
    fn bar(&self, position: usize, part: &Part) -> Rect {
        let (a, b) = (self.axis.at(part.from), self.axis.at(part.to));
        let middle = self.middle(position);
        if self.layout == Layout::Lying {
            let half = (self.slot() * 0.62).min(THICKEST_BAR) / 2.0;
            Rect { left: a.min(b), right: a.max(b), top: middle - half, bottom: middle + half }
        } else {
            let half = (self.slot() * 0.62).min(WIDEST_BAR) / 2.0;
            Rect { left: middle - half, right: middle + half, top: a.min(b), bottom: a.max(b) }
        }
    }

    /// Where a pointer means a part: its bar and its name.
    fn reach(&self, position: usize) -> Rect {
        let (middle, half) = (self.middle(position), self.slot() / 2.0);
        if self.layout == Layout::Lying {
            Rect { top: middle - half, bottom: middle + half, left: 0.0, right: self.plot.right }
        } else {
            Rect { left: middle - half, right: middle + half, top: 0.0, bottom: self.plot.bottom + VALUE + NAMES }
        }
    }
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Bridge,
    style: &Style,
    domain: Option<Domain>,
) -> Result<BridgeMap, ChartError> {
    let map = BridgeMap::new(data, style, domain.unwrap_or_else(|| data.natural_domain()));
    let palette = &style.palette;
    if map.layout == Layout::Lying {
        map.axis.draw_columns(surface, style, map.plot)?;
    } else {
        map.axis.draw_levels(surface, style, map.plot)?;
    }
    draw_connectors(surface, data, &map, palette)?;
    for (position, part) in data.parts.iter().enumerate() {
        surface.visible_bar(map.bar(position, part), part.colour(palette))?;
    }
    draw_zero(surface, &map, palette)?;
    for placed in label(data, &map, style).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// From the end of each bar to the next one.
fn draw_connectors(surface: &Surface<'_>, data: &Bridge, map: &BridgeMap, palette: &Palette) -> Result<(), ChartError> {
    for (position, pair) in data.parts.windows(2).enumerate() {
        let [part, next] = pair else { continue };
        let (bar, next) = (map.bar(position, part), map.bar(position + 1, next));
        let level = map.axis.at(part.to);
        let (from, to) = if map.layout == Layout::Lying {
            ((level, bar.bottom), (level, next.top))
        } else {
            ((bar.right, level), (next.left, level))
        };
        surface.line(from, to, palette.ink_3, 1.0)?;
    }
    Ok(())
}

fn draw_zero(surface: &Surface<'_>, map: &BridgeMap, palette: &Palette) -> Result<(), ChartError> {
    let (zero, plot) = (map.axis.zero(), map.plot);
    let (from, to) = if map.layout == Layout::Lying {
        ((zero, plot.top), (zero, plot.bottom))
    } else {
        ((plot.left, zero), (plot.right, zero))
    };
    surface.line(from, to, palette.ink_2, 1.0)
}

/// Names, then the values: sums first, then the largest.
fn label(data: &Bridge, map: &BridgeMap, style: &Style) -> Board {
    let mut board = Board::new(Rect { left: 0.0, top: 0.0, right: style.width, bottom: style.height });
    let mut parts: Vec<(usize, &Part)> = data.parts.iter().enumerate().collect();
    for (position, part) in &parts {
        board.place(name_label(*position, part, map, style));
        board.take(map.bar(*position, part));
    }
    let zero = map.axis.zero();
    board.avoid(match map.layout {
        Layout::Lying => vec![(zero, map.plot.top), (zero, map.plot.bottom)],
        Layout::Upright { .. } => vec![(map.plot.left, zero), (map.plot.right, zero)],
    });
    parts.sort_by(|(_, a), (_, b)| b.is_total.cmp(&a.is_total).then(b.value.abs().total_cmp(&a.value.abs())));
    for (position, part) in parts {
        board.place(value_label(part, map.bar(position, part), map.layout, &style.palette));
    }
    board
}

fn name_label(position: usize, part: &Part, map: &BridgeMap, style: &Style) -> Label {
    let palette = &style.palette;
    let colour = if part.is_total { palette.ink } else { palette.ink_2 };
    let middle = map.middle(position);
    let lines = match map.layout {
        Layout::Lying => return named([part.name()], colour, part.is_total).or_at(2.0, middle, Align::Left),
        Layout::Upright { short: true } => part.name.short,
        Layout::Upright { short: false } => part.name.long,
    };
    let lines = lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned);
    named(lines, colour, part.is_total).or_at(middle, style.height - NAMES + 8.0, Align::Centre)
}

fn named(lines: impl IntoIterator<Item = String>, colour: RGBColor, bold: bool) -> Label {
    Label { halo: false, ..Label::new(lines.into_iter().map(|line| (line, colour, bold))) }
}

/// Beyond the end of the bar that the value leads to.
fn value_label(part: &Part, bar: Rect, layout: Layout, palette: &Palette) -> Label {
    const OFF: f64 = 10.0;
    /// Clear of a line just beyond the bar.
    const FAR: f64 = 20.0;
    let colour = if BILLIONS.is_zero(part.value) { palette.ink_2 } else { palette.sign(part.value) };
    let label = Label::new([(billions_signed(part.value), colour, true)]);
    let middle = (f64::midpoint(bar.left, bar.right), f64::midpoint(bar.top, bar.bottom));
    let (right, left) = (((bar.right + 5.0, middle.1), Align::Left), ((bar.left - 5.0, middle.1), Align::Right));
    let over = |off| ((middle.0, bar.top - off), Align::Centre);
    let under = |off| ((middle.0, bar.bottom + off), Align::Centre);
    let places = match (layout, part.value < 0.0) {
        (Layout::Lying, false) => vec![right, left],
        (Layout::Lying, true) => vec![left, right],
        (_, false) => vec![over(OFF), over(FAR), under(OFF)],
        (_, true) => vec![under(OFF), under(FAR), over(OFF)],
    };
    places.into_iter().fold(label, |label, ((x, y), align)| label.or_at(x, y, align))
}

#[allow(clippy::cast_precision_loss, reason = "a few bars")]
fn whole(count: usize) -> f64 {
    count as f64
}
