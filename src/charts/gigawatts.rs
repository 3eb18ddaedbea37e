//! What the commitment pays for a gigawatt-year, beside other deals, and how many gigawatt-years it buys.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::labels::{Align, Board, Label, text_width};
use super::plot::Rect;
use super::scale::Domain;
use super::stops::Stops;
use super::style::{Palette, Style};
use super::surface::{ChartError, Point, Surface};
use crate::model::{Inputs, Outcome};
use crate::wording::numbers::{BILLIONS, GIGAWATTS, MONEY, years_in_words};
use crate::wording::readings::{self, Reading};
use crate::wording::sections::gigawatts as words;

/// Where the line of dots stands, as a part of the height.
const LINE: f64 = 0.42;
const BAR: f64 = 26.0;
const BAR_GAP: f64 = 10.0;
const FOOT: f64 = 10.0;
const SIDE: f64 = 14.0;
const RING: f64 = 6.0;
const POINT: f64 = 5.0;
/// From the line to the middle of its values.
const TICKS: f64 = 17.0;
/// Between a bar and what it says.
const OFF: f64 = 8.0;
/// Beyond this a value is drawn as this.
const LARGEST: f64 = 1e12;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Gigawatts {
    /// $B a gigawatt-year.
    prices: Vec<Price>,
    bars: Vec<Bar>,
}

#[derive(Clone, Debug, PartialEq)]
struct Price {
    name: String,
    value: f64,
    /// What must be known about it.
    remark: Option<String>,
    is_ours: bool,
}

/// Gigawatt-years.
#[derive(Clone, Debug, PartialEq)]
struct Bar {
    value: f64,
    words: String,
}

impl Gigawatts {
    /// From an outcome and other deals: their names and their $B a gigawatt-year.
    #[must_use]
    pub fn new(inputs: &Inputs, outcome: &Outcome, others: impl IntoIterator<Item = (String, f64)>) -> Self {
        let capacity = GIGAWATTS.trimmed(inputs.gw_headline);
        let term = years_in_words(inputs.commit_years);
        let ours = outcome.gw.commit_b_per_gw_year.map(|value| Price {
            name: "This deal".to_owned(),
            value,
            remark: Some(format!("at its ceiling of {capacity}")),
            is_ours: true,
        });
        let other = |(name, value)| Price { name, value, remark: None, is_ours: false };
        let bought = Bar {
            value: outcome.gw.gw_years_bought_at_price,
            words: format!(
                "that {} buys at {} each",
                MONEY.trimmed(inputs.commit_total_b),
                MONEY.trimmed(inputs.price_b_per_gw_yr)
            ),
        };
        let stated = Bar {
            value: inputs.gw_headline * f64::from(inputs.commit_years),
            words: format!("in {capacity} for {term}"),
        };
        let is_shown = |value: f64| value.is_finite() && (0.0..=LARGEST).contains(&value);
        Self {
            prices: ours
                .into_iter()
                .chain(others.into_iter().map(other))
                .filter(|price| is_shown(price.value))
                .collect(),
            bars: [bought, stated].into_iter().filter(|bar| is_shown(bar.value) && bar.value > 0.0).collect(),
        }
    }

    /// Beside the deals whose prices are known from reports.
    #[must_use]
    pub fn beside_comparables(inputs: &Inputs, outcome: &Outcome) -> Self {
        Self::new(inputs, outcome, words::comparables().map(|deal| (deal.name.to_owned(), deal.price_b())))
    }

    /// Each price, then each bar.
    #[must_use]
    pub fn stops(&self, map: &GigawattsMap) -> Stops {
        let around = |(x, y)| Rect { left: x, right: x, top: y, bottom: y }.grown(RING + 1.0);
        let prices = self.prices.iter().map(|price| around(map.dot(price)));
        let bars = (0..self.bars.len()).map(|position| map.bar(position, self));
        Stops::of_bars(prices.chain(bars).map(|mark| (mark, mark)))
    }

    /// What is read at a price or a bar.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        match (self.prices.get(at), at.checked_sub(self.prices.len())) {
            (Some(price), _) => Some(readings::price(&price.name, price.value, price.remark.as_deref())),
            (None, Some(bar)) => self.bars.get(bar).map(|bar| readings::gigawatt_years(bar.value, &bar.words)),
            (None, None) => None,
        }
    }

    /// The range of the prices, with round ends.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        let round = Domain::around(self.prices.iter().map(|price| price.value));
        // Once more, so that the end is a tick itself.
        Domain::around([round.high])
    }
}

/// Where the prices and the bars stand.
#[derive(Clone, Debug, PartialEq)]
pub struct GigawattsMap {
    /// $B a gigawatt-year.
    pub axis: Axis,
    line: f64,
    bars: f64,
    width: f64,
}

impl GigawattsMap {
    fn new(style: &Style, domain: Domain) -> Self {
        let to = (style.width - 2.0 * SIDE).max(SIDE + 10.0);
        let bars = (style.height - 2.0 * BAR - BAR_GAP - FOOT).max(0.0);
        Self { axis: Axis { domain, from: SIDE, to }, line: (style.height - 40.0) * LINE, bars, width: style.width }
    }

    fn dot(&self, price: &Price) -> Point {
        (self.axis.at(price.value), self.line)
    }

    /// The bars share a scale of their own; the longest leaves room for its words.
    fn bar(&self, position: usize, data: &Gigawatts) -> Rect {
        let longest = data.bars.iter().max_by(|a, b| a.value.total_cmp(&b.value));
        let (most, words) = longest.map_or((1.0, 0.0), |bar| (bar.value, text_width(&bar.words, 12.0, false)));
        let room = (self.width - 2.0 * SIDE - OFF - words).max(self.width * 0.3);
        let value = data.bars.get(position).map_or(0.0, |bar| bar.value);
        let top = self.bars + whole(position) * (BAR + BAR_GAP);
        Rect { left: SIDE, top, right: SIDE + value / most * room, bottom: top + BAR }
    }
}

/// Draws the chart. `domain` holds the range of the prices still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Gigawatts,
    style: &Style,
    domain: Option<Domain>,
) -> Result<GigawattsMap, ChartError> {
    let map = GigawattsMap::new(style, domain.unwrap_or_else(|| data.natural_domain()));
    let palette = &style.palette;
    let (board, stems) = label(data, &map, style);

    surface.line((map.axis.from, map.line), (map.axis.to, map.line), palette.ink_2, 1.0)?;
    for tick in map.axis.domain.ticks() {
        let x = map.axis.at(tick);
        surface.line((x, map.line), (x, map.line + 4.0), palette.ink_3, 1.0)?;
    }
    for (from, to) in stems {
        surface.line(from, to, palette.ink_3, 1.0)?;
    }
    for price in data.prices.iter().rev() {
        if price.is_ours {
            surface.ring(map.dot(price), RING, palette.ink, palette.paper)?;
        } else {
            surface.point(map.dot(price), POINT, palette.ink)?;
        }
    }
    for (position, _) in data.bars.iter().enumerate() {
        surface.visible_bar(map.bar(position, data), if position == 0 { palette.ink } else { palette.ink_3 })?;
    }
    for placed in board.placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// All labels. Where the first price's label stands decides which others find room: the best of its sides is taken.
fn label(data: &Gigawatts, map: &GigawattsMap, style: &Style) -> (Board, Vec<(Point, Point)>) {
    let attempt = |side: usize| {
        let mut board = Board::new(Rect { left: 0.0, top: 0.0, right: style.width, bottom: style.height });
        place_bars(&mut board, data, map, &style.palette);
        let stems = place_prices(&mut board, data, map, side, &style.palette);
        (board, stems)
    };
    let first = attempt(0);
    let (mut board, stems) = (1..SIDES.len()).fold(first, |best, side| {
        if best.1.len() == data.prices.len() {
            return best;
        }
        let other = attempt(side);
        if other.1.len() > best.1.len() { other } else { best }
    });
    place_ticks(&mut board, map, &style.palette);
    (board, stems)
}

/// Labels above and below the line, each with a stem to its dot that crosses no other label. Answers with the stems.
fn place_prices(
    board: &mut Board,
    data: &Gigawatts,
    map: &GigawattsMap,
    side: usize,
    palette: &Palette,
) -> Vec<(Point, Point)> {
    for price in &data.prices {
        let (x, y) = map.dot(price);
        board.take(Rect { left: x - RING - 2.0, right: x + RING + 2.0, top: y - RING - 2.0, bottom: y + RING + 2.0 });
    }
    let mut stems: Vec<(Point, Point)> = Vec::new();
    for (position, price) in data.prices.iter().enumerate() {
        let dot = map.dot(price);
        let label = price_label(price, palette);
        let places: Vec<(Point, Align)> =
            places(dot, label.width(), price.is_ours, if position == 0 { side } else { 0 })
                .filter(|((_, y), _)| {
                    let stem = if *y < dot.1 { (y + 7.5, dot.1 - RING - 2.0) } else { (dot.1 + RING + 2.0, y - 7.5) };
                    !board.placed().iter().any(|placed| {
                        let room = placed.room;
                        dot.0 > room.left - 2.0 && dot.0 < room.right + 2.0 && room.bottom > stem.0 && room.top < stem.1
                    })
                })
                .collect();
        if !board.place(Label { places, ..label }) {
            continue;
        }
        if let Some(room) = board.placed().last().map(|placed| placed.room) {
            let end = if room.top > dot.1 { room.top } else { room.bottom };
            board.take(Rect { left: dot.0 - 2.0, right: dot.0 + 2.0, top: dot.1.min(end), bottom: dot.1.max(end) });
            stems.push((dot, (dot.0, end)));
        }
    }
    stems
}

fn price_label(price: &Price, palette: &Palette) -> Label {
    let value = words::price(price.value);
    match &price.remark {
        Some(remark) => Label::new([
            (format!("{}: {value}", price.name), palette.ink, true),
            (remark.clone(), palette.ink_2, false),
        ]),
        None => Label::new([(price.name.clone(), palette.ink, true), (value, palette.ink_2, false)]),
    }
}

/// Which part of a label stands left of its dot, best first.
const SIDES: [f64; 5] = [0.5, 0.08, 0.92, 0.75, 0.25];

/// Above and below the line, near and far, more or less to one side. Two lines of text begin at the place.
fn places((x, y): Point, width: f64, above_first: bool, first: usize) -> impl Iterator<Item = (Point, Align)> {
    let [above, far_above, below, far_below] = [y - 44.0, y - 80.0, y + 40.0, y + 74.0];
    let levels = if above_first { [above, far_above, below, far_below] } else { [below, above, far_above, far_below] };
    let sides = SIDES.into_iter().cycle().skip(first).take(SIDES.len());
    levels.into_iter().flat_map(move |y| sides.clone().map(move |share| ((x - share * width, y), Align::Left)))
}

/// The values of the line, the unit at its ends.
fn place_ticks(board: &mut Board, map: &GigawattsMap, palette: &Palette) {
    let ticks = map.axis.lying_ticks();
    let last = ticks.len().saturating_sub(1);
    for (position, (tick, text)) in ticks.into_iter().enumerate() {
        let text = match position {
            0 => format!("${text}"),
            position if position == last => format!("{text}B"),
            _ => text,
        };
        let label = Label { halo: false, ..Label::new([(text, palette.ink_3, false)]) };
        board.place(label.or_at(map.axis.at(tick), map.line + TICKS, Align::Centre));
    }
}

fn place_bars(board: &mut Board, data: &Gigawatts, map: &GigawattsMap, palette: &Palette) {
    if data.bars.is_empty() {
        return;
    }
    let plain = |text: String, colour: RGBColor, bold| Label { halo: false, ..Label::new([(text, colour, bold)]) };
    board.place(plain("Gigawatt-years".to_owned(), palette.ink, true).or_at(SIDE, map.bars - 15.0, Align::Left));
    for (position, bar) in data.bars.iter().enumerate() {
        let room = map.bar(position, data);
        let (x, y) = (room.right + OFF, f64::midpoint(room.top, room.bottom));
        let value = plain(BILLIONS.trimmed(bar.value), palette.ink, true);
        let after = x + value.width() + 4.0;
        let words = plain(bar.words.clone(), palette.ink_2, false);
        board.take(room);
        if after + words.width() + 2.0 <= map.width {
            board.place(value.or_at(x, y, Align::Left));
            board.place(words.or_at(after, y, Align::Left));
        } else {
            board.place(value.or_at(x, y - 7.5, Align::Left));
            board.place(words.or_at(x, y + 7.5, Align::Left));
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "two bars")]
fn whole(count: usize) -> f64 {
    count as f64
}
