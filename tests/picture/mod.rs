//! Reads the SVG documents that charts draw: their texts with the room they take, and what must hold for every picture.
#![allow(clippy::unwrap_used, clippy::panic, dead_code, reason = "a test says what it expects, and uses what it needs")]

use offtake::charts::labels::text_width;

/// A text of the picture with its box.
#[derive(Debug, Clone)]
pub struct Text {
    pub words: String,
    pub colour: String,
    pub bold: bool,
    pub left: f64,
    pub right: f64,
    pub y: f64,
}

pub struct Picture {
    pub svg: String,
    pub width: f64,
    pub height: f64,
    pub texts: Vec<Text>,
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag.get(start..)?.split('"').next()
}

fn number(tag: &str, name: &str) -> f64 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{name} in {tag}"))
}

/// The width of a text in a font as CSS writes it.
pub type Width<'a> = &'a dyn Fn(&str, &str) -> Option<f64>;

/// Reads what plotters writes: one `<text>` element a line, its words on the next one.
fn texts(svg: &str, width: Width<'_>) -> Vec<Text> {
    let elements = svg.split("<text").skip(1);
    elements
        .map(|element| {
            let (tag, rest) = element.split_once('>').unwrap();
            let words = rest.split("</text>").next().unwrap().trim();
            let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&apos;", "'").replace("&amp;", "&");
            let bold = attribute(tag, "font-weight") == Some("bold");
            let (size, family) = (number(tag, "font-size"), attribute(tag, "font-family").unwrap());
            let estimate = || text_width(&words, size, bold) * if family.contains("Georgia") { 0.92 } else { 1.0 };
            let font = format!("{} {size}px {family}", if bold { "bold" } else { "normal" });
            let width = width(&words, &font).unwrap_or_else(estimate);
            let x = number(tag, "x");
            let left = match attribute(tag, "text-anchor").unwrap() {
                "start" => x,
                "middle" => x - width / 2.0,
                _ => x - width,
            };
            let colour = attribute(tag, "fill").unwrap().to_owned();
            Text { words, colour, bold, left, right: left + width, y: number(tag, "y") }
        })
        .collect()
}

impl Picture {
    /// With widths as they are estimated.
    pub fn new(svg: String) -> Self {
        Self::measured(svg, &|_, _| None)
    }

    /// With widths as they are; sizes are those of the coordinates.
    pub fn measured(svg: String, width: Width<'_>) -> Self {
        let root = svg.split("<svg").nth(1).unwrap().split('>').next().unwrap().to_owned();
        let paper = svg.split("<rect").nth(1).and_then(|tag| attribute(tag, "fill")).unwrap().to_owned();
        // Letters in the colour of the paper are halos.
        let texts = texts(&svg, width).into_iter().filter(|text| text.colour != paper).collect();
        let sides: Vec<f64> =
            attribute(&root, "viewBox").unwrap().split(' ').map(|side| side.parse().unwrap()).collect();
        let [_, _, width, height] = sides[..] else { panic!("{root}") };
        Self { svg, width, height, texts }
    }

    pub fn says(&self, words: &str) -> bool {
        self.texts.iter().any(|text| text.words == words)
    }

    pub fn circles(&self) -> usize {
        self.svg.matches("<circle").count()
    }

    pub fn all_words(&self) -> Vec<&str> {
        self.texts.iter().map(|text| text.words.as_str()).collect()
    }

    /// Filled rectangles without the paper: left, top, width, height, colour.
    pub fn bars(&self) -> Vec<(f64, f64, f64, f64, String)> {
        let tags = self.svg.split("<rect").skip(2).map(|rest| rest.split("/>").next().unwrap());
        tags.map(|tag| {
            let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(tag, name));
            (x, y, width, height, attribute(tag, "fill").unwrap().to_owned())
        })
        .collect()
    }

    pub fn text(&self, words: &str) -> &Text {
        self.texts
            .iter()
            .find(|text| text.words == words)
            .unwrap_or_else(|| panic!("{words} in {:?}", self.all_words()))
    }

    /// Every mark is inside; a line's own width may reach a pixel further.
    pub fn holds_its_marks(&self) {
        for (x, y, width, height, _) in self.bars() {
            let inside = x >= 0.0 && y >= 0.0 && x + width <= self.width + 1.0 && y + height <= self.height + 1.0;
            assert!(inside && width >= 0.0 && height >= 0.0, "bar at {x}, {y} of {width} x {height}");
        }
        for points in self.svg.split(" points=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            for point in points.split_whitespace() {
                let (x, y) = point.split_once(',').unwrap();
                let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
                let inside = x >= -1.0 && y >= -1.0 && x <= self.width + 1.0 && y <= self.height + 1.0;
                assert!(inside, "{x}, {y} outside {} x {}", self.width, self.height);
            }
        }
    }

    /// Every number is one, every text is inside, none lies on another.
    pub fn is_sound(&self, ratio: f64) {
        for broken in ["NaN", "inf", "-0.0"] {
            assert!(!self.svg.contains(broken), "{broken} in {:?}", self.all_words());
        }
        self.holds_its_marks();
        let slack = 3.0 * ratio;
        for text in &self.texts {
            assert!(text.left >= -slack && text.right <= self.width + slack, "{text:?} leaves {}", self.width);
            assert!(text.y > 0.0 && text.y < self.height, "{text:?} leaves {}", self.height);
        }
        for (i, a) in self.texts.iter().enumerate() {
            for b in self.texts.iter().skip(i + 1) {
                let beside = a.right <= b.left + slack || b.right <= a.left + slack;
                let apart = (a.y - b.y).abs() >= (11.0 * ratio).floor();
                assert!(beside || apart, "{a:?} lies on {b:?}");
            }
        }
    }
}
