//! Texts beside marks: how large they are, where they fit, which give way.

use plotters::style::RGBColor;

use super::plot::Rect;

/// Distance between the lines of a label.
pub const LINE_HEIGHT: f64 = 15.0;
/// Kept free around a label.
const MARGIN: f64 = 2.0;

/// Which point of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Its left end.
    Left,
    /// Its middle.
    Centre,
    /// Its right end.
    Right,
}

/// One line of a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// Their colour.
    pub colour: RGBColor,
    /// Whether they are set in bold.
    pub bold: bool,
}

/// A label and the places it may take, best first.
#[derive(Clone, Debug)]
pub struct Label {
    /// One or more lines.
    pub lines: Vec<Line>,
    /// Font size in CSS pixels.
    pub size: f64,
    /// Whether it keeps paper around its letters, since lines pass behind it.
    pub halo: bool,
    /// Where it may stand: the middle of the first line's height, and how the lines align there.
    pub places: Vec<((f64, f64), Align)>,
    /// Whether it would rather be left out than cover a line of the chart.
    pub avoids_lines: bool,
}

/// A label that has its place.
#[derive(Clone, Debug)]
pub struct Placed {
    /// What is written.
    pub label: Label,
    /// Where.
    pub at: (f64, f64),
    /// How the lines align there.
    pub align: Align,
    /// The room it takes.
    pub room: Rect,
}

/// Places labels one after the other, most important first; what finds no room is left out.
#[derive(Debug)]
pub struct Board {
    picture: Rect,
    taken: Vec<Rect>,
    curves: Vec<Vec<(f64, f64)>>,
    placed: Vec<Placed>,
}

impl Rect {
    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn holds(&self, other: &Self) -> bool {
        other.left >= self.left && other.right <= self.right && other.top >= self.top && other.bottom <= self.bottom
    }

    /// Whether a straight line passes through: sampled finely enough for labels.
    fn is_crossed_by(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        const SAMPLES: u32 = 24;
        (0..=SAMPLES).any(|i| {
            let share = f64::from(i) / f64::from(SAMPLES);
            let (x, y) = (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1));
            x > self.left && x < self.right && y > self.top && y < self.bottom
        })
    }
}

impl Board {
    /// An empty board; labels stay inside `picture`.
    #[must_use]
    pub fn new(picture: Rect) -> Self {
        Self { picture, taken: Vec::new(), curves: Vec::new(), placed: Vec::new() }
    }

    /// Keeps labels off a mark.
    pub fn take(&mut self, room: Rect) {
        self.taken.push(room);
    }

    /// A line that labels avoid where they can.
    pub fn avoid(&mut self, curve: Vec<(f64, f64)>) {
        self.curves.push(curve);
    }

    /// Puts the label where it covers nothing; else, unless it may not, where it covers only lines. Says whether it stands.
    pub fn place(&mut self, label: Label) -> bool {
        let clear = label.places.iter().copied().find(|place| self.is_free(&label, *place, true));
        let found = match clear {
            None if !label.avoids_lines => {
                label.places.iter().copied().find(|place| self.is_free(&label, *place, false))
            }
            found => found,
        };
        let Some((at, align)) = found else { return false };
        let room = label.room(at, align);
        self.taken.push(room);
        self.placed.push(Placed { label, at, align, room });
        true
    }

    fn is_free(&self, label: &Label, (at, align): ((f64, f64), Align), of_lines: bool) -> bool {
        let room = label.room(at, align);
        self.picture.holds(&room)
            && !self.taken.iter().any(|taken| taken.overlaps(&room))
            && !(of_lines && self.curves.iter().any(|curve| is_crossed(&room, curve)))
    }

    /// All labels that found a place.
    #[must_use]
    pub fn placed(&self) -> &[Placed] {
        &self.placed
    }
}

fn is_crossed(room: &Rect, curve: &[(f64, f64)]) -> bool {
    curve.windows(2).any(|pair| matches!(pair, [from, to] if room.is_crossed_by(*from, *to)))
}

impl Label {
    /// A label of one or more lines, the first one bold.
    pub fn new(lines: impl IntoIterator<Item = (String, RGBColor, bool)>) -> Self {
        let lines = lines.into_iter().map(|(text, colour, bold)| Line { text, colour, bold }).collect();
        Self { lines, size: 12.0, halo: true, places: Vec::new(), avoids_lines: false }
    }

    /// The same with another place to try.
    #[must_use]
    pub fn or_at(mut self, x: f64, y: f64, align: Align) -> Self {
        self.places.push(((x, y), align));
        self
    }

    /// The same, but left out rather than put over a line.
    #[must_use]
    pub fn off_lines(mut self) -> Self {
        self.avoids_lines = true;
        self
    }

    /// Its widest line.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.lines.iter().map(|line| text_width(&line.text, self.size, line.bold)).fold(0.0, f64::max)
    }

    #[allow(clippy::cast_precision_loss, reason = "a few lines")]
    fn room(&self, (x, y): (f64, f64), align: Align) -> Rect {
        let width = self.width();
        let left = match align {
            Align::Left => x,
            Align::Centre => x - width / 2.0,
            Align::Right => x - width,
        };
        let top = y - LINE_HEIGHT / 2.0;
        Rect {
            left: left - MARGIN,
            top,
            right: left + width + MARGIN,
            bottom: top + LINE_HEIGHT * self.lines.len() as f64,
        }
    }
}

/// The width of a text in the page's sans-serif, estimated on the generous side: no browser is asked.
#[must_use]
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let units: f64 = text.chars().map(letter_width).sum();
    units * size * if bold { 1.06 } else { 1.0 }
}

/// Widths as parts of the font size, in groups, after the usual grotesques.
fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '|' => 0.24,
        ' ' | ',' | '.' | ':' | ';' | '!' | 'I' | 'f' | 't' | '/' | '(' | ')' | '-' => 0.31,
        'r' => 0.36,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.52,
        'm' | 'M' | 'W' | '%' => 0.88,
        'w' | 'C' | 'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'R' | 'U' => 0.74,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' => 0.67,
        _ => 0.585,
    }
}
