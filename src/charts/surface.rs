//! Lines, bars, rings and texts on a plotters backend, given in CSS pixels.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

pub use super::ink::{ChartError, Ink, Run, Spot};
use super::labels::{Align, LINE_HEIGHT, Placed, SPACE, text_width};
use super::plot::Rect;
use super::widths;

/// The page's sans-serif.
const SANS: &str = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/// Its serif.
const SERIF: &str = "'Iowan Old Style', Charter, 'Source Serif 4', Georgia, 'Times New Roman', serif";
/// How far the paper reaches around letters that have a halo.
const HALO: f64 = 2.0;
/// A canvas backend fills text but cannot stroke it: copies all around make the halo.
const AROUND: [(f64, f64); 8] =
    [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (-0.7, -0.7), (-0.7, 0.7), (0.7, -0.7), (0.7, 0.7)];

/// The width of a text in a font, given as CSS writes it; nothing where nobody can tell.
pub type Measure<'a> = &'a dyn Fn(&str, &str) -> Option<f64>;

/// A point in CSS pixels.
pub type Point = (f64, f64);

/// Something to draw on that is spoken to in CSS pixels.
#[derive(Clone, Copy)]
pub struct Surface<'a> {
    ink: &'a dyn Ink,
    /// Units of the backend for each CSS pixel.
    ratio: f64,
    /// Units of the backend for each device pixel.
    grain: f64,
    font_scale: f64,
    /// Where the upper left corner lies, in CSS pixels.
    origin: Point,
    /// The typeface.
    face: &'static str,
    widths: Widths<'a>,
}

/// Where the widths of texts are from.
#[derive(Clone, Copy)]
enum Widths<'a> {
    /// Estimated on the generous side, for any font.
    Estimated,
    /// From who sets the letters.
    Measured(Measure<'a>),
    /// From the table of the type that documents are set in.
    Known,
}

impl<'a> Surface<'a> {
    /// `ratio` is the number of device pixels for each CSS pixel.
    #[must_use]
    pub fn new(ink: &'a dyn Ink, ratio: f64) -> Self {
        Self { ink, ratio, grain: 1.0, font_scale: 1.0, origin: (0.0, 0.0), face: SANS, widths: Widths::Estimated }
    }

    /// For backends that divide each device pixel into so many units: curves are then smooth and as thick as they
    /// should be, while upright and lying edges still keep to whole pixels.
    #[must_use]
    pub fn finer(self, grain: f64) -> Self {
        Self { ratio: self.ratio * grain, grain, ..self }
    }

    /// For backends that set type smaller than they are told.
    #[must_use]
    pub fn with_font_scale(self, font_scale: f64) -> Self {
        Self { font_scale, ..self }
    }

    /// The part of it that begins at a point.
    #[must_use]
    pub fn moved(self, origin: Point) -> Self {
        Self { origin, ..self }
    }

    /// The same, for somebody who can tell how wide a text is: words of several colours then stand on a line as they
    /// should.
    #[must_use]
    pub fn measuring(self, measure: Measure<'a>) -> Self {
        Self { widths: Widths::Measured(measure), ..self }
    }

    /// The same for a document: its lines are broken by a table, and so everywhere alike.
    pub(super) fn known(self) -> Self {
        Self { widths: Widths::Known, ..self }
    }

    /// The same with the serif for its texts.
    pub(super) fn serif(self) -> Self {
        Self { face: SERIF, ..self }
    }

    /// How wide a text is, in CSS pixels: as it is known, measured or estimated.
    pub(super) fn width_of(&self, text: &str, size: f64, bold: bool) -> f64 {
        /// Serifs are narrower than the sans-serif that estimates are made for.
        const NARROWER: f64 = 0.92;
        let is_serif = self.face == SERIF;
        let part = if is_serif { NARROWER } else { 1.0 };
        let weight = if bold { "bold" } else { "normal" };
        let width = match self.widths {
            Widths::Estimated => None,
            Widths::Measured(measure) => measure(text, &format!("{weight} {size}px {}", self.face)),
            Widths::Known => Some(size * widths::width(text, is_serif, bold)),
        };
        width.unwrap_or_else(|| part * text_width(text, size, bold))
    }

    fn device(&self, point: Point) -> Spot {
        (whole((point.0 + self.origin.0) * self.ratio), whole((point.1 + self.origin.1) * self.ratio))
    }

    /// The nearest edge between device pixels.
    fn edge(&self, point: Point) -> Spot {
        let snap = |value: f64| whole((value * self.ratio / self.grain).round() * self.grain);
        (snap(point.0 + self.origin.0), snap(point.1 + self.origin.1))
    }

    /// A straight line.
    pub(super) fn line(&self, from: Point, to: Point, colour: RGBColor, width: f64) -> Result<(), ChartError> {
        let is_straight = (from.0 - to.0).abs() < 1e-9 || (from.1 - to.1).abs() < 1e-9;
        if self.grain <= 1.0 || !is_straight {
            return self.path(&[from, to], colour, width);
        }
        // Along device pixels, so that it is sharp: its middle lies on an edge, or half a pixel beside one.
        let thick = (width * self.ratio / self.grain).round().max(1.0);
        let beside = if thick % 2.0 < 0.5 { 0 } else { whole(self.grain / 2.0) };
        let [mut from, mut to] = [from, to].map(|point| self.edge(point));
        if from.0 == to.0 {
            (from.0, to.0) = (from.0 + beside, to.0 + beside);
        } else {
            (from.1, to.1) = (from.1 + beside, to.1 + beside);
        }
        let style = ShapeStyle { color: colour.to_rgba(), filled: false, stroke_width: count(thick * self.grain) };
        self.ink.path(vec![from, to], style)
    }

    fn stroke(&self, colour: RGBColor, width: f64) -> ShapeStyle {
        ShapeStyle { color: colour.to_rgba(), filled: false, stroke_width: count(width * self.ratio) }
    }

    /// A line through several points.
    pub(super) fn path(&self, points: &[Point], colour: RGBColor, width: f64) -> Result<(), ChartError> {
        let points = points.iter().map(|point| self.device(*point)).collect();
        self.ink.path(points, self.stroke(colour, width))
    }

    /// The same, dashed.
    pub(super) fn dashes(&self, points: &[Point], colour: RGBColor, width: f64) -> Result<(), ChartError> {
        const ON: f64 = 5.0;
        const OFF: f64 = 4.0;
        for dash in cut_into_dashes(points, ON, OFF) {
            self.path(&dash, colour, width)?;
        }
        Ok(())
    }

    /// A filled rectangle.
    pub(super) fn bar(&self, rect: Rect, colour: RGBColor) -> Result<(), ChartError> {
        let corners = [self.edge((rect.left, rect.top)), self.edge((rect.right, rect.bottom))];
        self.ink.rectangle(corners, colour.filled())
    }

    /// A filled rectangle that is seen however small its value is.
    pub(super) fn visible_bar(&self, rect: Rect, colour: RGBColor) -> Result<(), ChartError> {
        const LEAST: f64 = 1.0;
        let Rect { left, top, right, bottom } = rect;
        self.bar(Rect { left, top, right: right.max(left + LEAST), bottom: bottom.max(top + LEAST) }, colour)
    }

    /// A filled shape.
    pub(super) fn shape(&self, corners: &[Point], colour: RGBColor) -> Result<(), ChartError> {
        self.ink.polygon(corners.iter().map(|point| self.device(*point)).collect(), colour.filled())
    }

    /// A filled point.
    pub(super) fn point(&self, at: Point, radius: f64, colour: RGBColor) -> Result<(), ChartError> {
        self.ink.circle(self.device(at), count(radius * self.ratio), colour.filled())
    }

    /// A ring with paper inside.
    pub(super) fn ring(&self, at: Point, radius: f64, colour: RGBColor, paper: RGBColor) -> Result<(), ChartError> {
        self.point(at, radius, paper)?;
        self.ink.circle(self.device(at), count(radius * self.ratio), self.stroke(colour, 2.0))
    }

    /// One line of text; `at` is the middle of its height.
    pub(super) fn text(
        &self,
        text: &str,
        at: Point,
        align: Align,
        colour: RGBColor,
        size: f64,
        bold: bool,
    ) -> Result<(), ChartError> {
        self.ink.text(text, self.device(at), self.type_of(align, colour, size, bold))
    }

    fn type_of(&self, align: Align, colour: RGBColor, size: f64, bold: bool) -> TextStyle<'static> {
        let anchor = match align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        let weight = if bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(FontFamily::Name(self.face), size * self.ratio * self.font_scale, weight);
        font.color(&colour).pos(Pos::new(anchor, VPos::Center))
    }

    /// One line of text that keeps its measured width in any font; `at` is the middle of its height.
    pub(super) fn set(
        &self,
        text: &str,
        at: Point,
        align: Align,
        colour: RGBColor,
        size: f64,
        bold: bool,
    ) -> Result<(), ChartError> {
        let run = Run { text: text.to_owned(), at: 0, apart: None };
        let width = self.length(self.width_of(text, size, bold));
        self.ink.line(&[run], self.device(at), self.type_of(align, colour, size, bold), width)
    }

    /// One line of several looks, each with the distance at which it begins, and the width of all.
    pub(super) fn set_runs(
        &self,
        runs: impl Iterator<Item = (String, f64, Option<RGBColor>)>,
        at: Point,
        (size, colour): (f64, RGBColor),
        width: f64,
    ) -> Result<(), ChartError> {
        let runs: Vec<Run> = runs.map(|(text, at, apart)| Run { text, at: whole(at * self.ratio), apart }).collect();
        let style = self.type_of(Align::Left, colour, size, false);
        self.ink.line(&runs, self.device(at), style, self.length(width))
    }

    /// A width in units of the backend, if it is known: an estimate is not kept to.
    fn length(&self, width: f64) -> Option<u32> {
        matches!(self.widths, Widths::Known).then(|| whole(width * self.ratio).unsigned_abs())
    }

    /// A placed label, with its halo.
    pub(super) fn label(&self, placed: &Placed, paper: RGBColor) -> Result<(), ChartError> {
        let Placed { label, at, align, room, is_crossed, .. } = placed;
        if *is_crossed && label.halo {
            self.bar(*room, paper)?;
        }
        let mut y = at.1;
        for line in &label.lines {
            let write = |text: &str, x: f64, align, colour, bold| {
                let halo = if label.halo { &AROUND[..] } else { &[] };
                for (dx, dy) in halo {
                    self.text(text, (x + dx * HALO, y + dy * HALO), align, paper, label.size, bold)?;
                }
                self.text(text, (x, y), align, colour, label.size, bold)
            };
            if let Some((tail, colour)) = &line.tail {
                // Both meet at the seam: a wrong estimate of their widths moves the outer ends, not the gap.
                let seam = line.left(at.0, *align, label.size) + text_width(&line.text, label.size, line.bold);
                write(&line.text, seam, Align::Right, line.colour, line.bold)?;
                write(tail, seam + SPACE, Align::Left, *colour, false)?;
            } else {
                write(&line.text, at.0, *align, line.colour, line.bold)?;
            }
            y += LINE_HEIGHT;
        }
        Ok(())
    }

    /// The leaders of labels; the labels themselves go over everything else.
    pub(super) fn leaders(&self, placed: &[Placed], colour: RGBColor) -> Result<(), ChartError> {
        placed
            .iter()
            .filter_map(|placed| placed.leader)
            .try_for_each(|leader| self.line((leader.left, leader.top), (leader.right, leader.bottom), colour, 1.0))
    }
}

/// The nearest pixel.
#[expect(clippy::cast_possible_truncation, reason = "clamped to far outside any picture")]
fn whole(value: f64) -> i32 {
    value.round().clamp(-1e6, 1e6) as i32
}

/// A width or radius in pixels, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped between one and a thousand")]
fn count(value: f64) -> u32 {
    value.round().clamp(1.0, 1e3) as u32
}

/// Cuts a line into dashes of a length with gaps between; a dash may go around a corner.
fn cut_into_dashes(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut dashes = Vec::new();
    let mut dash: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, on);
    for pair in points.windows(2) {
        let &[from, to] = pair else { continue };
        let length = libm::hypot(to.0 - from.0, to.1 - from.1);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let share = done / length;
            let cut = (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1));
            dash.push(cut);
            if drawing {
                dashes.push(std::mem::take(&mut dash));
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
            dash = vec![cut];
        }
        left -= length - done;
        dash.push(to);
    }
    if drawing && dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::cut_into_dashes;

    #[test]
    fn dashes_keep_their_length_around_corners() {
        let dashes = cut_into_dashes(&[(0.0, 0.0), (6.0, 0.0), (6.0, 6.0), (30.0, 6.0)], 5.0, 4.0);
        let length = |dash: &Vec<(f64, f64)>| -> f64 {
            dash.windows(2).map(|pair| libm::hypot(pair[1].0 - pair[0].0, pair[1].1 - pair[0].1)).sum()
        };
        assert!(dashes.len() > 2);
        let (last, whole) = dashes.split_last().unwrap();
        assert!(whole.iter().all(|dash| (length(dash) - 5.0).abs() < 1e-9), "{dashes:?}");
        assert!(length(last) <= 5.0 + 1e-9);
    }
}
