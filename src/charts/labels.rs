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
    /// More words after these, in plain type of another colour.
    pub tail: Option<(String, RGBColor)>,
}

/// Between the words of a line and its tail.
pub const SPACE: f64 = 4.0;

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
    /// A mark above or below it that a leader joins to it: the middle of the mark and its radius.
    pub mark: Option<((f64, f64), f64)>,
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
    /// Whether lines of the chart pass behind it, since no better place was free: they are cut off around it.
    pub is_crossed: bool,
    /// From the mark to the label, upright.
    pub leader: Option<Rect>,
}

/// Places labels one after the other, most important first; what finds no room is left out.
#[derive(Clone, Debug)]
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

    /// Whether a straight line passes through: whether anything of it is left between all four sides.
    fn is_crossed_by(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (along, distance) in
            [(-dx, from.0 - self.left), (dx, self.right - from.0), (-dy, from.1 - self.top), (dy, self.bottom - from.1)]
        {
            if along < 0.0 {
                enters = enters.max(distance / along);
            } else if along > 0.0 {
                leaves = leaves.min(distance / along);
            } else if distance < 0.0 {
                return false;
            }
        }
        enters < leaves
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

    /// Puts the label where it covers nothing; else, unless it may not, where it covers least. Says whether it stands.
    pub fn place(&mut self, label: Label) -> bool {
        let most = if label.avoids_lines { 0 } else { usize::MAX };
        let priced = label.places.iter().filter_map(|place| Some((self.price(&label, *place)?, *place)));
        let Some((price, (at, align))) = priced.filter(|(price, _)| *price <= most).min_by_key(|(price, _)| *price)
        else {
            return false;
        };
        let room = label.room(at, align);
        let leader = label.leader(&room);
        self.taken.extend([Some(room), leader].into_iter().flatten());
        self.placed.push(Placed { label, at, align, room, is_crossed: price > 0, leader });
        true
    }

    /// How many pieces of lines the label would cover there; none where it cannot stand at all.
    fn price(&self, label: &Label, (at, align): ((f64, f64), Align)) -> Option<usize> {
        let room = label.room(at, align);
        let leader = label.leader(&room);
        let is_taken = |rect: &Rect| self.taken.iter().any(|taken| taken.overlaps(rect));
        let stands = self.picture.holds(&room) && !is_taken(&room) && !leader.as_ref().is_some_and(is_taken);
        stands.then(|| self.curves.iter().map(|curve| crossings(&room, curve)).sum())
    }

    /// All labels that found a place.
    #[must_use]
    pub fn placed(&self) -> &[Placed] {
        &self.placed
    }
}

fn crossings(room: &Rect, curve: &[(f64, f64)]) -> usize {
    curve.windows(2).filter(|pair| matches!(pair, [from, to] if room.is_crossed_by(*from, *to))).count()
}

impl Label {
    /// A label of one or more lines, the first one bold.
    pub fn new(lines: impl IntoIterator<Item = (String, RGBColor, bool)>) -> Self {
        let lines = lines.into_iter().map(|(text, colour, bold)| Line { text, colour, bold, tail: None }).collect();
        Self { lines, size: 12.0, halo: true, places: Vec::new(), avoids_lines: false, mark: None }
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

    /// The same with more words on its last line.
    #[must_use]
    pub fn with_tail(mut self, text: String, colour: RGBColor) -> Self {
        if let Some(line) = self.lines.last_mut() {
            line.tail = Some((text, colour));
        }
        self
    }

    /// The same, joined by a leader to a mark that stands above or below it.
    #[must_use]
    pub fn led_to(mut self, mark: (f64, f64), radius: f64) -> Self {
        self.mark = Some((mark, radius));
        self
    }

    /// Its widest line.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.lines.iter().map(|line| line.width(self.size)).fold(0.0, f64::max)
    }

    fn leader(&self, room: &Rect) -> Option<Rect> {
        /// Between the mark and its leader.
        const GAP: f64 = 1.0;
        let ((x, y), radius) = self.mark?;
        let (top, bottom) = if room.top > y { (y + radius + GAP, room.top) } else { (room.bottom, y - radius - GAP) };
        (top < bottom).then_some(Rect { left: x, right: x, top, bottom })
    }

    /// All its lines.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a few lines")]
    pub fn height(&self) -> f64 {
        LINE_HEIGHT * self.lines.len() as f64
    }

    fn room(&self, (x, y): (f64, f64), align: Align) -> Rect {
        let width = self.width();
        let left = left_of(x, align, width);
        let top = y - LINE_HEIGHT / 2.0;
        Rect { left: left - MARGIN, top, right: left + width + MARGIN, bottom: top + self.height() }
    }
}

fn left_of(x: f64, align: Align, width: f64) -> f64 {
    match align {
        Align::Left => x,
        Align::Centre => x - width / 2.0,
        Align::Right => x - width,
    }
}

impl Line {
    /// Where it begins.
    #[must_use]
    pub fn left(&self, x: f64, align: Align, size: f64) -> f64 {
        left_of(x, align, self.width(size))
    }

    /// With its tail.
    #[must_use]
    pub fn width(&self, size: f64) -> f64 {
        let tail = self.tail.as_ref().map_or(0.0, |(text, _)| SPACE + text_width(text, size, false));
        text_width(&self.text, size, self.bold) + tail
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
        // They only keep text of another direction apart.
        '\u{2068}' | '\u{2069}' => 0.0,
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
