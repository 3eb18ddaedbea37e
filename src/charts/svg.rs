//! The charts as SVG documents: the same drawing, for export, pictures and tests.

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters_svg::SVGBackend;

use super::bridge::{self, Bridge};
use super::cash_flow::{self, CashFlow};
use super::commit_share::{self, CommitShare};
use super::gigawatts::{self, Gigawatts};
use super::grid::{self, Grid};
use super::histogram::{self, Histogram};
use super::ladder::{self, Ladder};
use super::style::Style;
use super::surface::{ChartError, Surface};
use super::tornado::{self, Tornado};

/// The backend divides font sizes by this.
const FONT_SCALE: f64 = 1.24;

/// The cash flow chart.
///
/// # Errors
/// When the document cannot be written.
pub fn cash_flow(data: &CashFlow, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| cash_flow::draw_on(surface, data, style, None).map(|_| ()))
}

/// The commitment share chart.
///
/// # Errors
/// When the document cannot be written.
pub fn commit_share(data: &CommitShare, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| commit_share::draw_on(surface, data, style, None).map(|_| ()))
}

/// The NPV bridge.
///
/// # Errors
/// When the document cannot be written.
pub fn bridge(data: &Bridge, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| bridge::draw_on(surface, data, style, None).map(|_| ()))
}

/// The tornado.
///
/// # Errors
/// When the document cannot be written.
pub fn tornado(data: &Tornado, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| tornado::draw_on(surface, data, style, None).map(|_| ()))
}

/// The histogram of the simulation.
///
/// # Errors
/// When the document cannot be written.
pub fn histogram(data: &Histogram, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| histogram::draw_on(surface, data, style, None).map(|_| ()))
}

/// The grid over two inputs.
///
/// # Errors
/// When the document cannot be written.
pub fn grid(data: &Grid, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| grid::draw_on(surface, data, style, None).map(|_| ()))
}

/// The ladder from revenue to present value.
///
/// # Errors
/// When the document cannot be written.
pub fn ladder(data: &Ladder, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| ladder::draw_on(surface, data, style, None).map(|_| ()))
}

/// Prices of a gigawatt-year.
///
/// # Errors
/// When the document cannot be written.
pub fn gigawatts(data: &Gigawatts, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| gigawatts::draw_on(surface, data, style, None).map(|_| ()))
}

fn document(
    style: &Style,
    draw: impl FnOnce(&Surface<'_, SVGBackend<'_>>) -> Result<(), ChartError>,
) -> Result<String, ChartError> {
    let mut text = String::new();
    {
        let backend =
            SVGBackend::with_string(&mut text, (pixels(style.width * style.ratio), pixels(style.height * style.ratio)));
        let area: DrawingArea<SVGBackend<'_>, Shift> = backend.into_drawing_area();
        area.fill(&style.palette.paper).map_err(ChartError::of)?;
        draw(&Surface::new(&area, style.ratio).with_font_scale(FONT_SCALE))?;
        area.present().map_err(ChartError::of)?;
    }
    Ok(text)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the size of a large picture")]
fn pixels(size: f64) -> u32 {
    size.round().clamp(1.0, 20_000.0) as u32
}
