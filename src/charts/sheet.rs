//! An SVG document as ink: what plotters' backend draws, and lines of several looks as one text each. Whatever font shows
//! them, their words stand beside each other and the line is as wide as it was measured.

use std::cell::RefCell;
use std::fmt::Write;

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters::style::{RGBColor, ShapeStyle, TextStyle};
use plotters_svg::SVGBackend;

use super::ink::{ChartError, Ink, Run, Spot};
use crate::wording::share::{Place, escaped};

/// Stands for a line until the backend is done. No text of XML may hold it.
const MARK: char = '\u{FFFF}';

/// A document that is being drawn.
pub(super) struct Sheet<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    /// What stands for the marks, in their order.
    lines: RefCell<Vec<String>>,
}

impl<'a> Sheet<'a> {
    /// An empty one of a size, which is written into `text`.
    pub(super) fn new(text: &'a mut String, size: (u32, u32)) -> Self {
        Self { area: SVGBackend::with_string(text, size).into_drawing_area(), lines: RefCell::default() }
    }

    /// Covers it.
    pub(super) fn fill(&self, paper: RGBColor) -> Result<(), ChartError> {
        self.area.fill(&paper).map_err(ChartError::of)
    }

    /// Ends the document. Gives its lines, for [`with_lines`].
    pub(super) fn end(self) -> Result<Vec<String>, ChartError> {
        self.area.present().map_err(ChartError::of)?;
        Ok(self.lines.into_inner())
    }
}

impl Ink for Sheet<'_> {
    fn path(&self, points: Vec<Spot>, style: ShapeStyle) -> Result<(), ChartError> {
        self.area.path(points, style)
    }

    fn polygon(&self, points: Vec<Spot>, style: ShapeStyle) -> Result<(), ChartError> {
        self.area.polygon(points, style)
    }

    fn rectangle(&self, corners: [Spot; 2], style: ShapeStyle) -> Result<(), ChartError> {
        self.area.rectangle(corners, style)
    }

    fn circle(&self, at: Spot, radius: u32, style: ShapeStyle) -> Result<(), ChartError> {
        self.area.circle(at, radius, style)
    }

    fn text(&self, text: &str, at: Spot, style: TextStyle<'_>) -> Result<(), ChartError> {
        self.area.text(&text.replace(MARK, ""), at, style)
    }

    fn line(&self, runs: &[Run], at: Spot, style: TextStyle<'_>, width: Option<u32>) -> Result<(), ChartError> {
        self.area.text(&MARK.to_string(), at, style)?;
        self.lines.borrow_mut().push(line(runs, width));
        Ok(())
    }
}

/// The end of a text's tag, and what is in it.
fn line(runs: &[Run], width: Option<u32>) -> String {
    let mut text =
        width.map_or_else(String::new, |width| format!(" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\""));
    text.push('>');
    for Run { text: words, apart, .. } in runs {
        let words = escaped(&words.replace(MARK, ""), Place::Html);
        // Writing to a string does not fail.
        let _ = match apart {
            None => write!(text, "{words}"),
            Some(RGBColor(red, green, blue)) => {
                write!(text, "<tspan fill=\"#{red:02X}{green:02X}{blue:02X}\" font-weight=\"bold\">{words}</tspan>")
            }
        };
    }
    text
}

/// The document with its lines in their places.
pub(super) fn with_lines(text: &str, lines: Vec<String>) -> String {
    let mark = format!(">\n{MARK}\n");
    let mut parts = text.split(&mark);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for (line, part) in lines.into_iter().zip(parts) {
        whole.push_str(&line);
        whole.push_str(part);
    }
    whole
}

#[cfg(test)]
mod tests {
    use plotters::style::{FontDesc, FontFamily, FontStyle};

    use super::*;

    #[test]
    fn a_line_is_one_text_and_what_looks_like_its_mark_is_none() {
        let run = |text: &str, apart| Run { text: text.to_owned(), at: 7, apart };
        let style = || TextStyle::from(FontDesc::new(FontFamily::Name("serif"), 12.4, FontStyle::Normal));
        let mut text = String::new();
        let sheet = Sheet::new(&mut text, (90, 20));
        assert!(sheet.text(&MARK.to_string(), (1, 2), style()).is_ok());
        let runs =
            [run("R&D gets ", None), run("97 <cents>", Some(RGBColor(174, 74, 6))), run(", or\u{FFFF} so", None)];
        assert!(sheet.line(&runs, (3, 4), style(), Some(80)).is_ok());
        assert!(sheet.line(&[run("Here", None)], (3, 14), style(), None).is_ok());
        let lines = sheet.end().unwrap_or_default();
        let whole = with_lines(&text, lines);
        let set = "R&amp;D gets <tspan fill=\"#AE4A06\" font-weight=\"bold\">97 &lt;cents&gt;</tspan>, or so</text>";
        assert!(whole.contains(&format!(" textLength=\"80\" lengthAdjust=\"spacingAndGlyphs\">{set}")), "{whole}");
        assert!(whole.contains("\">Here</text>") && whole.ends_with("</svg>\n") && !whole.contains(MARK), "{whole}");
        assert_eq!(whole.matches("<text").count(), 3);
    }
}
