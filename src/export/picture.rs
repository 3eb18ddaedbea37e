//! The card of a case as a file, without a browser: lines and text, or pixels.
//!
//! The document is the one that the page saves ([`svg::picture`]), to the byte. The pixels are set in the type of
//! [`super::fonts`]. The same case gives the same bytes.

use std::fmt;
use std::sync::Arc;

use png::{ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Tree};

use super::fonts;
use crate::charts::card::{Card, LEAST, PIXELS};
use crate::charts::style::{DARK, LIGHT};
use crate::charts::{ChartError, Palette, svg};
use crate::protocol::link::{Accent, Link, Theme};
use crate::wording::{Parties, parties};

/// The longest side of a picture, in pixels.
pub const LONGEST_SIDE: u32 = 4096;

/// The size of a picture in pixels, between what can be read and what is of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    across: u32,
    down: u32,
}

impl Size {
    /// Nothing for a size outside the limits.
    #[must_use]
    pub fn new(across: u32, down: u32) -> Option<Self> {
        let least = f64::from(across) >= LEAST.0 && f64::from(down) >= LEAST.1;
        (least && across.max(down) <= LONGEST_SIDE).then_some(Self { across, down })
    }

    /// Reads "1200x630".
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (across, down) = text.split_once(['x', 'X', '×'])?;
        // No sign and no space, which numbers may have.
        let whole = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
        Self::new(whole(across)?, whole(down)?)
    }

    /// Width and height.
    #[must_use]
    pub const fn sides(self) -> (u32, u32) {
        (self.across, self.down)
    }
}

impl Default for Size {
    fn default() -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers of a picture")]
        let (across, down) = (PIXELS.0 as u32, PIXELS.1 as u32);
        Self { across, down }
    }
}

/// What is drawn, and how.
#[derive(Clone, Debug, Default)]
pub struct Picture<'a> {
    /// The case, with what it says about its looks.
    pub link: Link,
    /// In pixels.
    pub size: Size,
    /// Comes before the link's; without both the picture is light.
    pub theme: Option<Theme>,
    /// The colour of the rule at the top, before that of the link's frame.
    pub accent: Option<Accent>,
    /// Where the page stands, if it stands anywhere.
    pub address: Option<&'a str>,
}

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// The drawing failed.
    Drawing(ChartError),
    /// The type has no such sign.
    NoSign(String),
    /// The pixels could not be made, and why.
    Pixels(String),
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Drawing(error) => error.fmt(f),
            Self::NoSign(sign) => write!(f, "the type of pictures has no sign for “{}”", sign.escape_debug()),
            Self::Pixels(reason) => write!(f, "the picture could not be made: {reason}"),
        }
    }
}

impl std::error::Error for PictureError {}

impl Picture<'_> {
    /// As a document of lines and text, in which the reader's own fonts show: each line as wide as in the type of
    /// [`super::fonts`].
    ///
    /// # Errors
    /// When the document cannot be written.
    pub fn svg(&self) -> Result<String, PictureError> {
        let (case, stake) = (&self.link.case, self.link.stake);
        let of_frame = self.link.embed.as_ref().and_then(|frame| frame.accent);
        let before = parties();
        Parties::of(case.start()).choose();
        let card = Card::of(self.link.side, case, stake, self.address);
        before.choose();
        let card = card.with_accent(self.accent.or(of_frame));
        let pixels = (f64::from(self.size.across), f64::from(self.size.down));
        svg::picture(&card, self.palette(), pixels).map_err(PictureError::Drawing)
    }

    /// As a PNG, set in the type of [`super::fonts`].
    ///
    /// # Errors
    /// When there is no document, or it has a sign that the type has not.
    pub fn png(&self) -> Result<Vec<u8>, PictureError> {
        let because = |reason: &dyn fmt::Display| PictureError::Pixels(reason.to_string());
        let options = Options { fontdb: Arc::new(fonts::database()), ..Options::default() };
        let tree =
            Tree::from_str(&with_middles(&unstretched(&self.svg()?)), &options).map_err(|error| because(&error))?;
        if let Some(sign) = unknown_sign(tree.root()) {
            return Err(PictureError::NoSign(sign));
        }
        let (across, down) = self.size.sides();
        let mut pixels = Pixmap::new(across, down).ok_or_else(|| because(&"there is no room for its pixels"))?;
        let paper = self.palette().paper;
        pixels.fill(Color::from_rgba8(paper.0, paper.1, paper.2, u8::MAX));
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        packed(&pixels).map_err(|error| because(&error))
    }

    fn palette(&self) -> Palette {
        match self.theme.or(self.link.theme) {
            Some(Theme::Dark) => DARK,
            Some(Theme::Light) | None => LIGHT,
        }
    }
}

/// The document without the widths of its lines: they are those of the type that sets it here.
fn unstretched(svg: &str) -> String {
    let mut parts = svg.split(" textLength=\"");
    let first = parts.next().unwrap_or_default();
    let natural =
        parts.map(|rest| rest.split_once(" lengthAdjust=\"spacingAndGlyphs\"").map_or(rest, |(_, rest)| rest));
    std::iter::once(first).chain(natural).collect()
}

/// How the document says that the middle of its small letters is meant.
const MIDDLE: &str = "dy=\"0.5ex\"";

/// The document with the true heights of its letters: the rasteriser takes every small letter for half an em high.
fn with_middles(svg: &str) -> String {
    let mut parts = svg.split(MIDDLE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        let families = rest.split_once("font-family=\"").and_then(|(_, rest)| rest.split('"').next());
        let height = families.map_or(0.5, fonts::small_letters);
        text.extend([&format!("dy=\"{}em\"", height / 2.0), rest]);
    }
    text
}

/// A PNG without transparency: the paper covers everything.
fn packed(pixels: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_compression(Compression::High);
    // Lines and letters on one paper: half as large as with the filters that photographs like.
    encoder.set_filter(Filter::NoFilter);
    let colours: Vec<u8> = pixels.pixels().iter().flat_map(|dot| [dot.red(), dot.green(), dot.blue()]).collect();
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(bytes)
}

/// The first sign that would be drawn as an empty box.
fn unknown_sign(group: &Group) -> Option<String> {
    group.children().iter().find_map(|node| match node {
        Node::Group(inside) => unknown_sign(inside),
        Node::Text(text) => {
            let mut letters = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            letters.find(|letter| letter.id.0 == 0).map(|letter| letter.text.clone())
        }
        Node::Path(_) | Node::Image(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_two_whole_numbers_within_limits() {
        for (text, want) in [
            ("1200x630", Some((1200, 630))),
            ("600X315", Some((600, 315))),
            ("4096×4096", Some((4096, 4096))),
            ("599x630", None),
            ("1200x314", None),
            ("4097x630", None),
            ("1200x4294967926", None),
            ("+1200x630", None),
            ("1200 x 630", None),
            ("1200x", None),
            ("1200", None),
            ("x", None),
            ("", None),
            ("1200x630x2", None),
            ("1e3x630", None),
        ] {
            assert_eq!(Size::read(text).map(Size::sides), want, "{text}");
        }
        assert_eq!(Size::default().sides(), (1200, 630));
    }

    #[test]
    fn the_document_says_middles_as_expected() {
        let svg = Picture::default().svg().unwrap_or_default();
        assert!(svg.matches("<text").count() > 20);
        let natural = unstretched(&svg);
        assert!(svg.matches("textLength").count() > 8 && !natural.contains("textLength"), "{natural}");
        assert_eq!(natural.matches("</text>").count(), svg.matches("</text>").count());
        assert_eq!(svg.matches(MIDDLE).count(), svg.matches("<text").count());
        let exact = with_middles(&svg);
        assert_eq!((exact.matches(MIDDLE).count(), exact.matches("<text").count()), (0, svg.matches("<text").count()));
        assert!(exact.contains("dy=\"0.2375em\"") && exact.contains("dy=\"0.27294921875em\""));
    }

    #[test]
    fn a_sign_without_a_letter_is_told() {
        let with = |address| Picture { address: Some(address), ..Picture::default() };
        for (address, sign) in [("https://例.example/", "例"), ("https://a.example/\u{1f600}", "\u{1f600}")] {
            assert_eq!(with(address).png(), Err(PictureError::NoSign(sign.to_owned())), "{address}");
            assert!(with(address).svg().is_ok());
        }
        assert!(with("https://é.example/ÅßœŒ×÷—–…’“”·€£¥™").png().is_ok());
    }
}
