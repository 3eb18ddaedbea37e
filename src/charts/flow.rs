//! Sentences in lines, each word in the colour of what it is.

use plotters::style::RGBColor;

use super::labels::Align;
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
    lines: Vec<Vec<Word>>,
    /// How far right the furthest word ends.
    width: f64,
}

/// A word or a piece of one, and how far right it begins or ends.
#[derive(Clone, Debug)]
struct Word {
    text: String,
    tone: Tone,
    at: f64,
    align: Align,
}

/// Pieces that stay together: "7.9" and the comma after it.
type Group = Vec<(String, Tone)>;

impl Flow {
    /// Sets spans in lines of a width. A word that is wider stands alone, and out: see [`Flow::width`].
    pub(super) fn new(surface: &Surface<'_>, spans: &[Span], size: f64, room: f64) -> Self {
        let mut flow = Self::default();
        let mut x = 0.0;
        for group in groups(spans) {
            let widths: Vec<f64> = group.iter().map(|(text, tone)| width(surface, text, *tone, size)).collect();
            let whole: f64 = widths.iter().sum();
            let gap = if x > 0.0 { width(surface, " ", Tone::Plain, size) } else { 0.0 };
            if flow.lines.is_empty() || x + gap + whole > room {
                flow.lines.push(Vec::new());
                x = 0.0;
            } else {
                x += gap;
            }
            let (last, begins) = (group.len() - 1, x <= 0.0);
            for (at, ((text, tone), width)) in group.into_iter().zip(widths).enumerate() {
                // Where widths are estimates, what stands together meets at the seam, and the gap before it is wrong.
                let meets = at < last && !begins;
                let word = if meets {
                    Word { text, tone, at: x + width, align: Align::Right }
                } else {
                    Word { text, tone, at: x, align: Align::Left }
                };
                flow.lines.last_mut().into_iter().for_each(|line| line.push(word.clone()));
                x += width;
                flow.width = flow.width.max(x);
            }
        }
        flow
    }

    /// How wide the widest line is.
    pub(super) const fn width(&self) -> f64 {
        self.width
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
        let mut y = top;
        for words in &self.lines {
            for Word { text, tone, at, align } in words {
                let colour = match tone {
                    Tone::Gain => palette.gain,
                    Tone::Loss => palette.loss,
                    Tone::Strong => palette.ink,
                    Tone::Plain | Tone::Input(_) => colour,
                };
                surface.text(text, (left + at, y + line / 2.0), *align, colour, size, is_bold(*tone))?;
            }
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
