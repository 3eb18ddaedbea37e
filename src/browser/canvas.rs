//! A canvas that is as sharp as the screen, and the page's colours for drawing on it.

use std::cell::RefCell;

use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement, HtmlElement};

use super::fine::{Fine, GRAIN};
use super::media::pixel_ratio;
use super::printing;
use crate::charts::style::LIGHT;
use crate::charts::surface::Surface;
use crate::charts::{Palette, Style};

/// Larger backing stores are refused by some browsers, and nobody could see the difference.
const LARGEST_SIDE: f64 = 8192.0;

/// The size of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// CSS pixels.
    pub width: f64,
    /// CSS pixels.
    pub height: f64,
    /// Device pixels for each CSS pixel.
    pub ratio: f64,
}

impl Extent {
    /// A size on the present screen.
    #[must_use]
    pub fn of(width: f64, height: f64) -> Self {
        Self { width, height, ratio: pixel_ratio() }
    }

    /// The same size on the present screen, whose ratio may have changed.
    #[must_use]
    pub fn again(self) -> Self {
        Self::of(self.width, self.height)
    }
}

/// What draws on a surface of a size, in given colours.
pub type Draw<'a> = &'a dyn Fn(&Surface<'_>, &Style);

/// Gives the canvas as many pixels as the screen has for it, empties it, and draws in the page's colours. On paper it
/// draws in the colours of paper, as large as the style sheet says and at least twice as fine as a screen.
/// Does nothing where there is no room to draw or no drawing at all.
pub fn draw(canvas: &HtmlCanvasElement, extent: Extent, draw: Draw<'_>) {
    let on_paper = printing::is_on().then(|| Extent::on_paper(canvas)).flatten();
    let palette = if on_paper.is_some() { Some(LIGHT) } else { palette(canvas) };
    if let Some(palette) = palette {
        // A canvas that cannot be drawn on leaves the table, which holds the same numbers.
        let _ = draw_in(canvas, on_paper.unwrap_or(extent), palette, draw);
    }
}

/// The same in colours of one's own.
pub fn draw_in(canvas: &HtmlCanvasElement, extent: Extent, palette: Palette, draw: Draw<'_>) -> Option<()> {
    let (across, down) = (side(extent.width, extent.ratio)?, side(extent.height, extent.ratio)?);
    if canvas.width() != across {
        canvas.set_width(across);
    }
    if canvas.height() != down {
        canvas.set_height(down);
    }
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let Extent { width, height, ratio } = extent;
    let style = Style { palette, width, height, ratio };
    context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
    context.clear_rect(0.0, 0.0, f64::from(across), f64::from(down));
    context.scale(1.0 / GRAIN, 1.0 / GRAIN).ok()?;
    let ink = Fine(RefCell::new(CanvasBackend::with_canvas_object(canvas.clone())?));
    draw(&Surface::new(&ink, ratio).finer(GRAIN), &style);
    Some(())
}

/// Tells how wide texts are.
pub struct Ruler(CanvasRenderingContext2d);

impl Ruler {
    /// On a canvas of its own.
    #[must_use]
    pub fn new() -> Option<Self> {
        Some(Self(super::download::canvas()?.get_context("2d").ok()??.dyn_into().ok()?))
    }

    /// The width of a text in a font that is given as CSS writes it.
    #[must_use]
    pub fn width(&self, text: &str, font: &str) -> Option<f64> {
        self.0.set_font(font);
        Some(self.0.measure_text(text).ok()?.width())
    }
}

impl Extent {
    /// The size that the style sheet gives a chart on paper, at twice its pixels.
    fn on_paper(canvas: &HtmlCanvasElement) -> Option<Self> {
        const LEAST: f64 = 2.0;
        let computed = web_sys::window()?.get_computed_style(canvas).ok()??;
        // Whole numbers: reading decimals would cost ten kilobytes of download.
        let read = |name: &str| computed.get_property_value(name).ok()?.trim().parse::<u16>().ok().map(f64::from);
        let (width, height) = (read("--paper-width")?, read("--paper-height")?);
        Some(Self { width, height, ratio: pixel_ratio().max(LEAST) })
    }
}

fn side(css: f64, ratio: f64) -> Option<u32> {
    let device = (css * ratio).round().min(LARGEST_SIDE);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and LARGEST_SIDE")]
    (device >= 1.0).then_some(device as u32)
}

/// The colours that hold for an element, from the page's tokens.
#[must_use]
pub fn palette(element: &HtmlElement) -> Option<Palette> {
    let computed = web_sys::window()?.get_computed_style(element).ok()??;
    let token = |name: &str| {
        let value = computed.get_property_value(name).ok()?;
        rgb(value.trim()).or_else(|| resolved(element, &computed, value.trim()))
    };
    Some(Palette::from_tokens(token))
}

/// Red, green and blue of `#rrggbb`.
fn rgb(value: &str) -> Option<(u8, u8, u8)> {
    let hex = value.strip_prefix('#').filter(|hex| hex.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
    Some((red, green, blue))
}

/// What the browser makes of another colour, such as those that the system gives where the reader forces its own: a
/// canvas has no text, so that its text colour can be used to ask.
fn resolved(element: &HtmlElement, computed: &CssStyleDeclaration, value: &str) -> Option<(u8, u8, u8)> {
    if value.is_empty() {
        return None;
    }
    let style = element.style();
    style.set_property("color", value).ok()?;
    let found = computed.get_property_value("color").ok();
    let _ = style.remove_property("color");
    let found = found?;
    let inside = found.strip_prefix("rgb(").or_else(|| found.strip_prefix("rgba("))?.trim_end_matches(')');
    let mut parts = inside.split([',', ' ', '/']).filter(|part| !part.is_empty()).map(str::parse::<u8>);
    let mut byte = || parts.next()?.ok();
    Some((byte()?, byte()?, byte()?))
}
