//! The coloured cells of a grid, in as few rectangles as possible.

use std::ops::Range;

use plotters::style::RGBColor;

use super::contour::whole;
use super::data::Grid;
use super::map::GridMap;
use crate::charts::plot::Rect;
use crate::charts::style::{Palette, tint};
use crate::charts::surface::{ChartError, Surface};

/// How many strengths a hue has: neighbours of the same strength are drawn as one.
const STRENGTHS: f64 = 12.0;
/// The weakest and the strongest.
const WEAKEST: f64 = 0.10;
const STRONGEST: f64 = 0.94;
/// Cells of this size are parted by lines.
const PARTED: f64 = 16.0;
/// Between the strokes over missing values.
const HATCH: f64 = 7.0;

/// What a cell looks like: the strength of its hue, signed; nothing where the value is missing.
type Look = Option<i8>;

/// Cells that look the same and form one rectangle.
#[derive(Clone, PartialEq, Eq)]
struct Block {
    columns: Range<usize>,
    rows: Range<usize>,
    look: Look,
}

pub(super) fn draw(
    surface: &Surface<'_>,
    data: &Grid,
    map: &GridMap,
    scale: f64,
    palette: &Palette,
) -> Result<(), ChartError> {
    for Block { columns, rows, look } in blocks(data, scale) {
        let room = map.run(columns, rows);
        match look {
            Some(strength) => surface.bar(room, colour(strength, palette))?,
            None => hatch(surface, room, palette)?,
        }
    }
    part(surface, data, map, palette)
}

/// Neighbours in a row that look the same, together with the same ones in the rows above.
fn blocks(data: &Grid, scale: f64) -> Vec<Block> {
    let (mut done, mut open) = (Vec::new(), Vec::<Block>::new());
    for row in 0..data.rows() {
        let looks: Vec<Look> = (0..data.columns()).map(|column| look(data.above(column, row), scale)).collect();
        let mut start = 0;
        let runs = looks.chunk_by(|a, b| a == b).map(|run| {
            let columns = start..start + run.len();
            start = columns.end;
            Block { columns, rows: row..row + 1, look: run.first().copied().flatten() }
        });
        let mut next: Vec<Block> = runs.collect();
        for block in &mut next {
            let same = |known: &Block| known.columns == block.columns && known.look == block.look;
            if let Some(below) = open.iter().position(same) {
                block.rows.start = open.swap_remove(below).rows.start;
            }
        }
        done.append(&mut open);
        open = next;
    }
    done.append(&mut open);
    done
}

/// A strength from 1 to [`STRENGTHS`], negative below the level.
fn look(above: Option<f64>, scale: f64) -> Look {
    let above = above?;
    let share = if scale > 0.0 { (above.abs() / scale).min(1.0) } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "at most STRENGTHS")]
    let strength = (share * STRENGTHS).ceil().max(1.0) as i8;
    Some(if above < 0.0 { -strength } else { strength })
}

fn colour(strength: i8, palette: &Palette) -> RGBColor {
    let hue = if strength < 0 { palette.loss_mid } else { palette.gain_mid };
    let share = (f64::from(strength.abs()) - 1.0) / (STRENGTHS - 1.0);
    tint(hue, palette.paper, WEAKEST + share * (STRONGEST - WEAKEST))
}

/// Strokes from lower left to upper right: there is no value here.
fn hatch(surface: &Surface<'_>, block: Rect, palette: &Palette) -> Result<(), ChartError> {
    surface.bar(block, tint(palette.grid, palette.paper, 0.5))?;
    // Strokes are lines of equal x + y, the same through all blocks.
    let (first, last) = ((block.left + block.top) / HATCH, (block.right + block.bottom) / HATCH);
    let mut stroke = first.ceil();
    while stroke <= last {
        let sum = stroke * HATCH;
        let (left, right) = (block.left.max(sum - block.bottom), block.right.min(sum - block.top));
        surface.line((left, sum - left), (right, sum - right), tint(palette.ink_3, palette.paper, 0.35), 1.0)?;
        stroke += 1.0;
    }
    Ok(())
}

/// Fine lines of paper between large cells.
fn part(surface: &Surface<'_>, data: &Grid, map: &GridMap, palette: &Palette) -> Result<(), ChartError> {
    let (width, height) = map.cell_size();
    if width.min(height) < PARTED {
        return Ok(());
    }
    let plot = map.plot;
    for column in 1..data.columns() {
        let x = plot.left + whole(column) * width;
        surface.line((x, plot.top), (x, plot.bottom), palette.paper, 1.0)?;
    }
    for row in 1..data.rows() {
        let y = plot.bottom - whole(row) * height;
        surface.line((plot.left, y), (plot.right, y), palette.paper, 1.0)?;
    }
    Ok(())
}
