//! What each obligation is called: at its own bars where it can be seen to belong to them, else in a line below the chart.

use super::{Obligations, Owed, colour, part};
use crate::charts::labels::{Align, Board, LINE_HEIGHT, Label, text_width};
use crate::charts::plot::{PlotMap, Rect};
use crate::charts::style::{Palette, Style};
use crate::charts::surface::{ChartError, Surface};
use crate::wording::numbers::MONEY;

/// Between a bar and its name beside it.
pub(super) const OFF: f64 = 7.0;
/// Over a bar: from its top to the middle of the name.
const OVER: f64 = 10.0;
/// The same where a leader joins them.
const LED: [f64; 2] = [24.0, 38.0];
/// From the middle of a part to that of its name beside it; the name has to stand at the level of its part.
const BESIDE: [f64; 11] = [0.0, -8.0, 8.0, -16.0, 16.0, -24.0, 24.0, -34.0, 34.0, -46.0, 46.0];
/// So far over or under its part a name still touches it.
const TOUCHES: f64 = LINE_HEIGHT / 2.0 - 1.0;
/// The type of the line below the chart, its rows, and the distance above it.
const SIZE: f64 = 12.0;
const ROW: f64 = 17.0;
const ABOVE: f64 = 4.0;
/// A sample of the bars' colour, and the distances around it.
const SAMPLE: f64 = 10.0;
const AFTER_SAMPLE: f64 = 5.0;
const APART: f64 = 16.0;

/// "Google Cloud $40B".
pub(super) fn words(owed: &Owed) -> String {
    format!("{} {}", owed.name, MONEY.trimmed(owed.yearly_b))
}

/// One year of an obligation: its part of the bar, and whether nothing lies on it.
struct Year {
    bar: Rect,
    is_top: bool,
}

fn years(data: &Obligations, map: &PlotMap, which: usize) -> Vec<Year> {
    let year = |at: usize| {
        let parts = data.parts(at);
        let top = parts.last().map(|(top, ..)| *top);
        let (_, from, to) = parts.into_iter().find(|(one, ..)| *one == which)?;
        Some(Year { bar: part(map, at, from, to), is_top: top == Some(which) })
    };
    (0..data.years.len()).filter_map(year).collect()
}

/// Puts the name of an obligation where it touches one of its bars, else above one that a leader joins to it; with its sum
/// where there is room. It never stands over a year before the first one. Says whether it stands.
pub(super) fn place(board: &mut Board, data: &Obligations, map: &PlotMap, which: usize, palette: &Palette) -> bool {
    let Some(owed) = data.owed.get(which) else { return false };
    let years = years(data, map, which);
    let Some(start) = years.first().map(|year| year.bar.left) else { return false };
    [words(owed), owed.name.clone()].into_iter().any(|words| {
        let new = || Label::new([(words.clone(), palette.ink, false)]).off_lines();
        board.place(touching(new(), &years, start)) || led(&new, &years).into_iter().any(|label| board.place(label))
    })
}

/// Right of a bar, the last first, or on top of one.
fn touching(label: Label, years: &[Year], start: f64) -> Label {
    let width = label.width();
    let beside = years.iter().rev().fold(label, |label, Year { bar, .. }| {
        let middle = f64::midpoint(bar.top, bar.bottom);
        let levels = BESIDE.into_iter().map(|off| middle + off);
        let own = levels.filter(|y| *y > bar.top - TOUCHES && *y < bar.bottom + TOUCHES);
        own.fold(label, |label, y| label.or_at(bar.right + OFF, y, Align::Left))
    });
    years.iter().filter(|year| year.is_top).fold(beside, |label, Year { bar, .. }| {
        let label = label.or_at(bar.left, bar.top - OVER, Align::Left);
        if bar.right - width < start { label } else { label.or_at(bar.right, bar.top - OVER, Align::Right) }
    })
}

/// Higher above a bar, one label for each that it can lead to.
fn led(new: &dyn Fn() -> Label, years: &[Year]) -> Vec<Label> {
    let label = |Year { bar, .. }: &Year| {
        let mark = (f64::midpoint(bar.left, bar.right), bar.top);
        LED.into_iter().fold(new().led_to(mark, 0.0), |label, up| label.or_at(bar.left, bar.top - up, Align::Left))
    };
    years.iter().filter(|year| year.is_top).map(label).collect()
}

/// The rows of the line below the chart: which obligation, from where, and its words.
fn rows(data: &Obligations, listed: &[usize], width: f64) -> Vec<Vec<(usize, f64, String)>> {
    let mut rows: Vec<Vec<(usize, f64, String)>> = Vec::new();
    let mut x = f64::INFINITY;
    for which in listed {
        let Some(owed) = data.owed.get(*which) else { continue };
        let room = |words: &str| SAMPLE + AFTER_SAMPLE + text_width(words, SIZE, false);
        let words = Some(words(owed)).filter(|words| room(words) <= width).unwrap_or_else(|| owed.name.clone());
        let takes = room(&words);
        if x + takes > width {
            rows.push(Vec::new());
            x = 0.0;
        }
        rows.last_mut().into_iter().for_each(|row| row.push((*which, x, words.clone())));
        x += takes + APART;
    }
    rows
}

/// What the line below the chart takes.
#[allow(clippy::cast_precision_loss, reason = "a few rows")]
pub(super) fn height(data: &Obligations, listed: &[usize], width: f64) -> f64 {
    let rows = rows(data, listed, width).len();
    if rows == 0 { 0.0 } else { ABOVE + ROW * rows as f64 }
}

/// Draws the line below the chart, at the foot of the picture: a sample of the colour and the name of each.
pub(super) fn draw_line(
    surface: &Surface<'_>,
    data: &Obligations,
    listed: &[usize],
    style: &Style,
) -> Result<(), ChartError> {
    let palette = &style.palette;
    let mut y = style.height - height(data, listed, style.width) + ABOVE + ROW / 2.0;
    for row in rows(data, listed, style.width) {
        for (which, x, words) in row {
            let sample = Rect { left: x, right: x + SAMPLE, top: y - SAMPLE / 2.0, bottom: y + SAMPLE / 2.0 };
            surface.bar(sample, colour(which, palette))?;
            surface.text(&words, (sample.right + AFTER_SAMPLE, y), Align::Left, palette.ink, SIZE, false)?;
        }
        y += ROW;
    }
    Ok(())
}
