//! Sentences in lines, their words in the colour of what they are.

use plotters::style::RGBColor;

use super::style::Palette;
use super::surface::{ChartError, Point, Surface};
use crate::wording::{Span, Tone};

/// The type of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Type {
    /// In CSS pixels.
    pub(super) size: f64,
    /// Distance between lines.
    pub(super) line: f64,
    /// The colour of words that are not set apart.
    pub(super) colour: RGBColor,
}

/// A text in lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    lines: Vec<Line>,
}

/// A line, and how far right it ends.
#[derive(Clone, Debug, Default)]
struct Line {
    runs: Vec<Run>,
    width: f64,
}

/// Words of one tone beside each other, and how far right they begin.
#[derive(Clone, Debug)]
struct Run {
    text: String,
    tone: Tone,
    at: f64,
}

/// Pieces that stay together: "7.9" and the comma after it.
type Group = Vec<(String, Tone)>;

impl Line {
    /// Adds a piece of a width. The space before it is plain, whatever stands on its sides.
    fn push(&mut self, (text, tone): &(String, Tone), width: f64, gap: f64) {
        if gap > 0.0 {
            self.add(" ", Tone::Plain, gap);
        }
        self.add(text, *tone, width);
    }

    fn add(&mut self, text: &str, tone: Tone, width: f64) {
        match self.runs.last_mut().filter(|run| run.tone == tone) {
            Some(run) => run.text.push_str(text),
            None => self.runs.push(Run { text: text.to_owned(), tone, at: self.width }),
        }
        self.width += width;
    }
}

impl Flow {
    /// Sets spans in lines of a width. A word that is wider stands alone, and out: see [`Flow::width`].
    pub(super) fn new(surface: &Surface<'_>, spans: &[Span], size: f64, room: f64) -> Self {
        let mut lines = Vec::<Line>::new();
        let space = width(surface, " ", Tone::Plain, size);
        for group in groups(spans) {
            let widths: Vec<f64> = group.iter().map(|(text, tone)| width(surface, text, *tone, size)).collect();
            let whole: f64 = widths.iter().sum();
            let is_new = lines.last().is_none_or(|line| line.width + space + whole > room);
            if is_new {
                lines.push(Line::default());
            }
            let Some(line) = lines.last_mut() else { continue };
            for (at, (piece, width)) in group.iter().zip(widths).enumerate() {
                line.push(piece, width, if at > 0 || is_new { 0.0 } else { space });
            }
        }
        Self { lines }
    }

    /// How wide the widest line is.
    pub(super) fn width(&self) -> f64 {
        self.lines.iter().map(|line| line.width).fold(0.0, f64::max)
    }

    /// How many lines there are.
    #[allow(clippy::cast_precision_loss, reason = "a few lines")]
    pub(super) fn lines(&self) -> f64 {
        self.lines.len() as f64
    }

    /// Writes the lines from a corner downwards and says where they end.
    pub(super) fn write(
        &self,
        surface: &Surface<'_>,
        (left, top): Point,
        Type { size, line, colour }: Type,
        palette: &Palette,
    ) -> Result<f64, ChartError> {
        let apart = |tone| match tone {
            Tone::Gain => Some(palette.gain),
            Tone::Loss => Some(palette.loss),
            Tone::Strong => Some(palette.ink),
            Tone::Plain | Tone::Input(_) => None,
        };
        let mut y = top;
        for Line { runs, width } in &self.lines {
            let runs = runs.iter().map(|run| (run.text.clone(), run.at, apart(run.tone)));
            surface.set_runs(runs, (left, y + line / 2.0), (size, colour), *width)?;
            y += line;
        }
        Ok(y)
    }
}

const fn is_bold(tone: Tone) -> bool {
    matches!(tone, Tone::Gain | Tone::Loss | Tone::Strong)
}

fn width(surface: &Surface<'_>, text: &str, tone: Tone, size: f64) -> f64 {
    surface.width_of(text, size, is_bold(tone))
}

/// Words, without the signs that only keep words together on a page.
fn groups(spans: &[Span]) -> Vec<Group> {
    let mut groups = vec![Group::new()];
    for Span { text, tone } in spans {
        for (at, piece) in text.split(' ').enumerate() {
            if at > 0 {
                groups.push(Group::new());
            }
            let piece = piece.replace('\u{2060}', "");
            if !piece.is_empty() {
                groups.last_mut().into_iter().for_each(|group| group.push((piece.clone(), *tone)));
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, tone: Tone) -> Span {
        Span { text: text.to_owned(), tone }
    }

    #[test]
    fn what_stands_together_stays_together() {
        let spans =
            [span("gets back ", Tone::Plain), span("97 cents", Tone::Loss), span(", or\u{2060} so", Tone::Plain)];
        let words: Vec<String> =
            groups(&spans).iter().map(|group| group.iter().map(|(text, _)| text.as_str()).collect()).collect();
        assert_eq!(words, ["gets", "back", "97", "cents,", "or", "so"]);
    }
}
