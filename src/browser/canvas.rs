//! A canvas that is as sharp as the screen, and the page's colours for drawing on it.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use super::media::pixel_ratio;
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

/// What charts draw on in the page.
pub type Area = DrawingArea<CanvasBackend, Shift>;

/// Gives the canvas as many pixels as the screen has for it, empties it, and hands it over with the page's colours.
/// `None` where there is no room to draw or no drawing at all.
#[must_use]
pub fn sheet(canvas: &HtmlCanvasElement, extent: Extent) -> Option<(Area, Style)> {
    let (width, height) = (side(extent.width, extent.ratio)?, side(extent.height, extent.ratio)?);
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    let Extent { width, height, ratio } = extent;
    let style = Style { palette: palette(canvas)?, width, height, ratio };
    Some((CanvasBackend::with_canvas_object(canvas.clone())?.into_drawing_area(), style))
}

fn side(css: f64, ratio: f64) -> Option<u32> {
    let device = (css * ratio).round().min(LARGEST_SIDE);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and LARGEST_SIDE")]
    (device >= 1.0).then_some(device as u32)
}

/// The colours that hold for an element, from the page's tokens.
fn palette(element: &Element) -> Option<Palette> {
    let computed = web_sys::window()?.get_computed_style(element).ok()??;
    Some(Palette::from_tokens(|token| rgb(&computed.get_property_value(token).ok()?)))
}

/// Red, green and blue of `#rrggbb`.
fn rgb(value: &str) -> Option<(u8, u8, u8)> {
    let hex = value.trim().strip_prefix('#').filter(|hex| hex.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
    Some((red, green, blue))
}
