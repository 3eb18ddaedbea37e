//! The tornado: how far each input alone moves the NPV, from one of its ends to the other.

mod data;
mod map;

use super::labels::{Align, Board, Label, text_width};
use super::plot::Rect;
use super::scale::Domain;
use super::style::{Palette, Style};
use super::surface::{ChartError, Surface};
use crate::wording::numbers::BILLIONS;

pub use data::{End, Row, Tornado};
pub use map::TornadoMap;

/// Between a bar and the text at its end.
const OFF: f64 = 5.0;
/// The largest swings stand out.
const STRONG_ROWS: usize = 3;

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &Tornado,
    style: &Style,
    domain: Option<Domain>,
) -> Result<TornadoMap, ChartError> {
    let map = TornadoMap::new(data, style, domain.unwrap_or_else(|| data.natural_domain()));
    let palette = &style.palette;
    map.axis.draw_columns(surface, style, map.plot)?;
    for (position, row) in data.rows.iter().enumerate() {
        draw_bar(surface, row, position, data.base, &map, palette)?;
    }
    draw_lines(surface, data, &map, palette)?;
    for placed in label(data, &map, style).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// In two colours where it spans zero.
fn draw_bar(
    surface: &Surface<'_>,
    row: &Row,
    position: usize,
    base: f64,
    map: &TornadoMap,
    palette: &Palette,
) -> Result<(), ChartError> {
    let (low, high) = row.sorted();
    let (from, to) = (low.value.min(base), high.value.max(base));
    if from < 0.0 {
        surface.visible_bar(map.bar(position, from, to.min(0.0)), palette.loss_mid)?;
    }
    if to > 0.0 {
        surface.visible_bar(map.bar(position, from.max(0.0), to), palette.gain_mid)?;
    }
    Ok(())
}

/// Zero and the base case: all the way down, or beside each bar where names stand in between.
fn draw_lines(surface: &Surface<'_>, data: &Tornado, map: &TornadoMap, palette: &Palette) -> Result<(), ChartError> {
    const BEYOND: f64 = 3.0;
    for (x, colour) in [(map.axis.zero(), palette.ink_2), (map.axis.at(data.base), palette.ink)] {
        if map.is_stacked {
            for position in 0..map.count {
                let bar = map.bar(position, 0.0, 0.0);
                surface.line((x, bar.top - BEYOND), (x, bar.bottom + BEYOND), colour, 1.0)?;
            }
        } else {
            surface.line((x, map.plot.top - BEYOND), (x, map.plot.bottom), colour, 1.0)?;
        }
    }
    Ok(())
}

/// The two lines' names, then the rows'.
fn label(data: &Tornado, map: &TornadoMap, style: &Style) -> Board {
    let mut board = Board::new(Rect { left: 0.0, top: 0.0, right: style.width, bottom: map.plot.bottom + 1.0 });
    place_heads(&mut board, data, map, &style.palette);
    let (zero, base) = (map.axis.zero(), map.axis.at(data.base));
    for (position, row) in data.rows.iter().enumerate() {
        let bar = map.whole_bar(position, row, data.base);
        board.place(name_label(row, position, map, style));
        if let Some(remark) = row.remark {
            board.place(remark_label(remark, row, position, bar, map, style));
        }
        board.take(bar);
    }
    for x in [zero, base] {
        board.avoid(vec![(x, map.plot.top), (x, map.plot.bottom)]);
    }
    for (position, row) in data.rows.iter().enumerate() {
        place_ends(&mut board, row, map.whole_bar(position, row, data.base), zero, &style.palette);
    }
    board
}

fn place_heads(board: &mut Board, data: &Tornado, map: &TornadoMap, palette: &Palette) {
    const HEIGHT: f64 = 12.0;
    let (zero, base) = (map.axis.zero(), map.axis.at(data.base));
    let name = Label::new([(format!("base {}", BILLIONS.minus(data.base)), palette.ink, true)]);
    let zero_name = Label::new([("zero".to_owned(), palette.ink_2, false)]);
    let left = |label: Label, x: f64| label.or_at(x - OFF, HEIGHT, Align::Right);
    let right = |label: Label, x: f64| label.or_at(x + OFF, HEIGHT, Align::Left);
    let (name, zero_name) = if data.base < 0.0 {
        (right(left(name, base), zero + 2.0 * OFF), right(zero_name, zero))
    } else {
        (left(right(name, base), zero - 2.0 * OFF), left(zero_name, zero))
    };
    board.place(name);
    board.place(zero_name);
}

fn name_label(row: &Row, position: usize, map: &TornadoMap, style: &Style) -> Label {
    let palette = &style.palette;
    let strong = position < STRONG_ROWS;
    let colour = if strong { palette.ink } else { palette.ink_2 };
    let text = fitted(&row.name, if map.is_stacked { style.width } else { map.plot.left }, strong);
    let y = if map.is_stacked { map.middle(position) - map.row_height() * 0.45 } else { map.middle(position) };
    // Forty texts with a halo would be four hundred: these stand on paper, or on faint lines.
    Label { halo: false, ..Label::new([(text, colour, strong)]) }.or_at(2.0, y, Align::Left)
}

/// As much of a name as there is room for.
fn fitted(name: &str, room: f64, bold: bool) -> String {
    let mut text = name.to_owned();
    let mut shown = text.clone();
    while text_width(&shown, 12.0, bold) > room - 4.0 && !text.is_empty() {
        text.pop();
        shown = format!("{}…", text.trim_end());
    }
    shown
}

/// Beside the value at the better end, in the larger part of the bar, or after a name that stands above it.
fn remark_label(remark: &str, row: &Row, position: usize, bar: Rect, map: &TornadoMap, style: &Style) -> Label {
    let palette = &style.palette;
    let y = f64::midpoint(bar.top, bar.bottom);
    let (_, high) = row.sorted();
    let beside = bar.right + OFF + text_width(&high.text, 12.0, false) + 8.0;
    let width = text_width(remark, 12.0, false);
    let (colour, places) = if beside + width <= map.width {
        (palette.ink_3, vec![((beside, y), Align::Left)])
    } else if map.is_stacked {
        let x = text_width(&row.name, 12.0, position < STRONG_ROWS) + 12.0;
        (palette.ink_3, vec![((x, y - map.row_height() * 0.45), Align::Left)])
    } else {
        let zero = map.axis.zero().clamp(bar.left, bar.right);
        let (from, to) = if bar.right - zero >= zero - bar.left { (zero, bar.right) } else { (bar.left, zero) };
        let fits = to - from >= width + 12.0;
        (
            palette.on(palette.bar(bar.right - zero - (zero - bar.left))),
            fits.then_some(((f64::midpoint(from, to), y), Align::Centre)).into_iter().collect(),
        )
    };
    let label = Label { halo: false, ..Label::new([(remark.to_owned(), colour, false)]) };
    Label { places, ..label }
}

/// The values at the ends.
fn place_ends(board: &mut Board, row: &Row, bar: Rect, zero: f64, palette: &Palette) {
    let (low, high) = row.sorted();
    let y = f64::midpoint(bar.top, bar.bottom);
    let end = |text: &str| Label { halo: false, ..Label::new([(text.to_owned(), palette.ink_3, false)]) };
    // A bar that ends at the base case or at zero may have the other line just beyond it.
    let (left, right) = (bar.left.min(zero), bar.right.max(zero));
    board.place(end(&low.text).or_at(bar.left - OFF, y, Align::Right).or_at(left - OFF, y, Align::Right));
    board.place(end(&high.text).or_at(bar.right + OFF, y, Align::Left).or_at(right + OFF, y, Align::Left));
}
