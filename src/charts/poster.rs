//! A chart as a picture of its own: with its title, what it measures, on what it rests, and where it is from.

use super::labels::{Align, text_width};
use super::style::{Palette, Style};
use super::surface::{ChartError, Surface};

/// The picture is as wide as this, and as tall as a wide screen unless its chart needs more.
pub const WIDTH: f64 = 800.0;
const HEIGHT: f64 = 450.0;
/// Device pixels for each CSS pixel: 1280 x 720, at double resolution.
pub const RATIO: f64 = 3.2;
const MARGIN: f64 = 32.0;
const EDGE: f64 = 24.0;
/// Size and line height of title, sub-title and small print.
const TITLE: (f64, f64) = (20.0, 26.0);
const SUB: (f64, f64) = (14.0, 20.0);
const SMALL: (f64, f64) = (12.0, 17.0);
const GAP: f64 = 12.0;

/// What is written around a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    title: Vec<String>,
    sub: Vec<String>,
    note: Vec<String>,
    foot: Vec<String>,
}

impl Poster {
    /// From the words of a chart and those at its foot.
    #[must_use]
    pub fn new(title: &str, sub: &str, note: &str, foot: &[String]) -> Self {
        Self {
            title: lines(title, TITLE.0, true),
            sub: lines(sub, SUB.0, false),
            note: lines(note, SMALL.0, false),
            foot: foot.iter().flat_map(|line| lines(line, SMALL.0, false)).collect(),
        }
    }

    fn head(&self) -> f64 {
        EDGE + block(&self.title, TITLE) + block(&self.sub, SUB) + GAP
    }

    fn below(&self) -> f64 {
        GAP + block(&self.note, SMALL) + GAP / 2.0 + block(&self.foot, SMALL) + EDGE
    }

    /// Width and height of the picture around a chart that is at least so tall.
    #[must_use]
    pub fn size(&self, chart: f64) -> (f64, f64) {
        (WIDTH, HEIGHT.max(self.head() + chart + self.below()))
    }

    /// Draws the words, and the chart in the room between them.
    ///
    /// # Errors
    /// When the backend cannot draw.
    pub fn draw(
        &self,
        surface: &Surface<'_>,
        style: &Style,
        chart: &dyn Fn(&Surface<'_>, &Style),
    ) -> Result<(), ChartError> {
        let Palette { ink, ink_2, ink_3, paper, .. } = style.palette;
        let room = super::plot::Rect { left: 0.0, top: 0.0, right: style.width, bottom: style.height };
        surface.bar(room, paper)?;
        let write = |lines: &[String], top: f64, (size, height): (f64, f64), colour, bold| {
            lines.iter().try_fold(top, |y, line| {
                surface.text(line, (MARGIN, y + height / 2.0), Align::Left, colour, size, bold).map(|()| y + height)
            })
        };
        let y = write(&self.title, EDGE, TITLE, ink, true)?;
        write(&self.sub, y, SUB, ink_3, false)?;
        let (top, bottom) = (self.head(), style.height - self.below());
        let inner = Style { width: style.width - 2.0 * MARGIN, height: bottom - top, ..*style };
        chart(&surface.moved((MARGIN, top)), &inner);
        let y = write(&self.note, bottom + GAP, SMALL, ink_3, false)?;
        write(&self.foot, y + GAP / 2.0, SMALL, ink_2, false)?;
        Ok(())
    }
}

#[allow(clippy::cast_precision_loss, reason = "a few lines")]
fn block(lines: &[String], (_, height): (f64, f64)) -> f64 {
    lines.len() as f64 * height
}

/// The text in lines that fit, without the signs that only keep words together on a page.
fn lines(text: &str, size: f64, bold: bool) -> Vec<String> {
    let room = WIDTH - 2.0 * MARGIN;
    let mut lines = Vec::<String>::new();
    for word in text.split_whitespace().map(|word| word.replace('\u{2060}', "")) {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size, bold) <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_takes_more_lines_and_a_tall_chart_a_taller_picture() {
        let foot = ["Not advice".to_owned()];
        let short = Poster::new("Back in year 8", "$B", "A note", &foot);
        assert_eq!(short.size(200.0), (WIDTH, HEIGHT));
        assert!(short.size(420.0).1 > 500.0);
        let long = Poster::new(&"Back in year 8 ".repeat(9), "$B", "A note", &foot);
        assert!(long.title.len() == 2 && long.head() > short.head(), "{:?}", long.title);
        assert!(long.title.iter().all(|line| text_width(line, TITLE.0, true) <= WIDTH - 2.0 * MARGIN));
    }
}
