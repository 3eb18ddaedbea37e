//! The words on and around a grid.

use super::data::Grid;
use super::map::{GAP, GridMap};
use crate::charts::labels::{Align, Board, Label, text_width};
use crate::charts::plot::Rect;
use crate::charts::style::{Palette, Style};
use crate::charts::surface::Point;

const RING_ROOM: f64 = 8.0;
/// From the edge of the cells to words inside them.
const INSET: f64 = 8.0;

/// All labels, most important first: the line, the present inputs, the values at the axes, the corners, the two sides.
pub(super) fn label(data: &Grid, map: &GridMap, style: &Style, lines: &[Vec<Point>], here: Option<Point>) -> Board {
    let mut board = Board::new(Rect { left: 0.0, top: 0.0, right: style.width, bottom: style.height });
    let palette = &style.palette;
    for line in lines {
        board.avoid(line.clone());
    }
    if let Some((x, y)) = here {
        board.take(Rect { left: x - RING_ROOM, right: x + RING_ROOM, top: y - RING_ROOM, bottom: y + RING_ROOM });
    }
    if let Some(line) = lines.iter().max_by(|a, b| length(a).total_cmp(&length(b))) {
        board.place(line_label(data.measure.at_level, line, map, palette));
    }
    if let (Some(present), Some(at)) = (data.here, here) {
        board.place(here_label(data.here_text(present), at, map, palette));
    }
    place_values(&mut board, data, map, style);
    place_corners(&mut board, data, map, palette);
    for (words, is_better) in [(data.measure.worse, false), (data.measure.better, true)] {
        board.place(side_label(words, data, map, palette, |above| {
            above.is_some_and(|above| (above >= 0.0) == is_better)
        }));
    }
    board.place(side_label(data.measure.missing, data, map, palette, |above| above.is_none()));
    board
}

/// Over cells; with paper around the letters where forced colours leave ink too little contrast to them.
fn inside(words: String, palette: &Palette) -> Label {
    let is_plain = [palette.gain_mid, palette.loss_mid].into_iter().all(|ground| palette.on(ground) == palette.ink);
    Label { halo: !is_plain, ..Label::new([(words, palette.ink, true)]) }
}

fn length(line: &[Point]) -> f64 {
    line.windows(2).map(|pair| matches!(pair, [a, b] if a != b).then(|| step(pair)).unwrap_or_default()).sum()
}

fn step(pair: &[Point]) -> f64 {
    let &[from, to] = pair else { return 0.0 };
    libm::hypot(to.0 - from.0, to.1 - from.1)
}

/// Above the cells where the line leaves them there; else beside the line.
fn line_label(words: &str, line: &[Point], map: &GridMap, palette: &Palette) -> Label {
    let label = Label::new([(words.to_owned(), palette.ink, true)]);
    let half = label.width() / 2.0 + 2.0;
    let ends = [line.first(), line.last()];
    let top = ends.into_iter().flatten().filter(|end| end.1 <= map.plot.top + 1.0);
    let label = top.fold(label, |label, end| {
        let x = end.0.clamp(half, (map.plot.right - half).max(half));
        label.or_at(x, map.plot.top - 11.0, Align::Centre)
    });
    let along = [0.9, 0.1, 0.75, 0.25, 0.5].map(|share| along(line, share));
    along.into_iter().flatten().fold(label, |label, (x, y)| {
        label.or_at(x + 12.0, y - 4.0, Align::Left).or_at(x - 12.0, y + 4.0, Align::Right).or_at(
            x,
            y - 14.0,
            Align::Centre,
        )
    })
}

/// A point of a line, by its part of the length.
fn along(line: &[Point], share: f64) -> Option<Point> {
    let mut left = length(line) * share;
    for pair in line.windows(2) {
        let &[from, to] = pair else { continue };
        let whole = step(pair);
        if whole >= left && whole > 0.0 {
            let part = left / whole;
            return Some((from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1)));
        }
        left -= whole;
    }
    line.last().copied()
}

/// Beside the ring: left of it where there is room among the cells, else right.
fn here_label(words: String, (x, y): Point, map: &GridMap, palette: &Palette) -> Label {
    const OFF: f64 = 12.0;
    let label = inside(words, palette);
    let left = |label: Label, y: f64| label.or_at(x - OFF, y, Align::Right);
    let right = |label: Label, y: f64| label.or_at(x + OFF, y, Align::Left);
    let has_room = x - OFF - label.width() >= map.plot.left;
    [y, y - 16.0, y + 16.0]
        .into_iter()
        .fold(label, |label, y| if has_room { right(left(label, y), y) } else { left(right(label, y), y) })
}

/// Values and names of the inputs, outside the cells.
fn place_values(board: &mut Board, data: &Grid, map: &GridMap, style: &Style) {
    let (plot, palette) = (map.plot, &style.palette);
    let outside = |words: &str| Label { halo: false, ..Label::new([(words.to_owned(), palette.ink_2, false)]) };
    for (value, words) in &data.y.ticks {
        let Some(y) = data.y.position(*value).map(|row| map.spot((0.0, row)).1) else { continue };
        board.place(outside(words).or_at(plot.left - GAP, y, Align::Right));
    }
    for (value, words) in &data.x.ticks {
        let Some(x) = data.x.position(*value).map(|column| map.spot((column, 0.0)).0) else { continue };
        let half = text_width(words, 12.0, false) / 2.0 + 2.0;
        board.place(outside(words).or_at(
            x.clamp(half, (style.width - half).max(half)),
            plot.bottom + 13.0,
            Align::Centre,
        ));
    }
    let name = |words: &str| Label { halo: false, ..Label::new([(words.to_owned(), palette.ink_3, false)]) };
    board.place(name(&data.x.name).or_at(f64::midpoint(plot.left, plot.right), plot.bottom + 32.0, Align::Centre));
    let half = Align::Right;
    board.place(name(&data.y.name).or_at(2.0, plot.top - 12.0, Align::Left).or_at(plot.right, plot.top - 12.0, half));
}

/// The best and the worst corner.
fn place_corners(board: &mut Board, data: &Grid, map: &GridMap, palette: &Palette) {
    let (Some(right), Some(top)) = (data.columns().checked_sub(1), data.rows().checked_sub(1)) else { return };
    let plot = map.plot;
    let corners = [
        ((0, 0), (plot.left + INSET, plot.bottom - 14.0), Align::Left),
        ((right, 0), (plot.right - INSET, plot.bottom - 14.0), Align::Right),
        ((0, top), (plot.left + INSET, plot.top + 14.0), Align::Left),
        ((right, top), (plot.right - INSET, plot.top + 14.0), Align::Right),
    ];
    let known = || corners.iter().filter_map(|(cell, at, align)| Some((data.value(cell.0, cell.1)?, *at, *align)));
    let least = known().min_by(|a, b| a.0.total_cmp(&b.0));
    let most = known().max_by(|a, b| a.0.total_cmp(&b.0)).filter(|most| least.is_some_and(|least| most.0 > least.0));
    for (value, (x, y), align) in [least, most].into_iter().flatten() {
        board.place(inside((data.measure.write)(value), palette).or_at(x, y, align));
    }
}

/// Words over cells of one kind: at the left or right edge or in the middle, wherever all cells below are of that kind.
fn side_label(
    words: &str,
    data: &Grid,
    map: &GridMap,
    palette: &Palette,
    is_kind: impl Fn(Option<f64>) -> bool,
) -> Label {
    let label = inside(words.to_owned(), palette).off_lines();
    let (plot, width) = (map.plot, label.width());
    let fits = |left: f64, y: f64| {
        [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().all(|share| {
            [y - 7.0, y + 7.0].into_iter().all(|y| {
                let cell = map.cell_at((left + share * width, y));
                cell.is_some_and(|(column, row)| is_kind(data.above(column, row)))
            })
        })
    };
    let middle = f64::midpoint(plot.left, plot.right);
    let columns = [
        (plot.left + INSET, Align::Left, 0.0),
        (plot.right - INSET, Align::Right, width),
        (middle, Align::Centre, width / 2.0),
    ];
    let heights = [0.5, 0.35, 0.65, 0.22, 0.78, 0.12, 0.88];
    let places = heights.into_iter().flat_map(|share| {
        let y = plot.top + share * (plot.bottom - plot.top);
        columns.into_iter().filter(move |(x, _, before)| fits(x - before, y)).map(move |(x, align, _)| ((x, y), align))
    });
    let places: Vec<(Point, Align)> = places.collect();
    Label { places, ..label }
}
