//! Reads the SVG documents that charts draw: their texts with the room they take, and what must hold for every picture.
#![allow(clippy::unwrap_used, clippy::panic, dead_code, reason = "a test says what it expects, and uses what it needs")]

use offtake::charts::labels::text_width;

/// Words of one look with their box: a whole text of the picture, or a part of a line.
#[derive(Debug, Clone)]
pub struct Text {
    pub words: String,
    pub colour: String,
    pub bold: bool,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    /// As wide as the document says its line is, if it says so, and as wide as the words of that line are.
    pub line: Option<(f64, f64)>,
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

fn plain(words: &str) -> String {
    let names = [("&lt;", "<"), ("&gt;", ">"), ("&apos;", "'"), ("&#39;", "'"), ("&quot;", "\""), ("&amp;", "&")];
    names.iter().fold(words.to_owned(), |words, (name, sign)| words.replace(name, sign))
}

/// The parts of a text: words, and the tag of their `<tspan>`.
fn parts(inside: &str) -> Vec<(String, Option<&str>)> {
    let mut parts = Vec::new();
    let mut rest = inside;
    while let Some((before, after)) = rest.split_once("<tspan") {
        let (tag, after) = after.split_once('>').unwrap();
        let (words, after) = after.split_once("</tspan>").unwrap();
        parts.extend([(plain(before), None), (plain(words), Some(tag))]);
        rest = after;
    }
    parts.push((plain(rest), None));
    parts.retain(|(words, _)| !words.is_empty());
    parts
}

/// Reads a text: the element of plotters, and the parts of a line.
fn text(element: &str, width: Width<'_>) -> Vec<Text> {
    let (tag, rest) = element.split_once('>').unwrap();
    let inside = rest.split("</text>").next().unwrap().trim_matches('\n');
    let (size, family) = (number(tag, "font-size"), attribute(tag, "font-family").unwrap());
    let measured = |words: &str, bold: bool| {
        let estimate = || text_width(words, size, bold) * if family.contains("Georgia") { 0.92 } else { 1.0 };
        let font = format!("{} {size}px {family}", if bold { "bold" } else { "normal" });
        width(words, &font).unwrap_or_else(estimate)
    };
    let looks = parts(inside).into_iter().map(|(words, own)| {
        let of = |name| own.and_then(|own| attribute(own, name)).or_else(|| attribute(tag, name));
        let bold = of("font-weight") == Some("bold");
        (measured(&words, bold), words, of("fill").unwrap().to_owned(), bold)
    });
    let looks: Vec<(f64, String, String, bool)> = looks.collect();
    let whole: f64 = looks.iter().map(|look| look.0).sum();
    let mut left = match attribute(tag, "text-anchor").unwrap() {
        "start" => number(tag, "x"),
        "middle" => number(tag, "x") - whole / 2.0,
        _ => number(tag, "x") - whole,
    };
    let line = attribute(tag, "textLength").map(|length| (length.parse().unwrap(), whole));
    let set = looks.into_iter().map(|(width, words, colour, bold)| {
        let begins = left;
        left += width;
        let words = words.trim().to_owned();
        Text { words, colour, bold, left: begins, right: left, y: number(tag, "y"), line }
    });
    set.filter(|text| !text.words.is_empty()).collect()
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
        let texts = svg.split("<text").skip(1).flat_map(|element| text(element, width));
        let texts = texts.filter(|text| text.colour != paper).collect();
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
