//! The charts as SVG documents: the same drawing, for export, pictures and tests.

use plotters::style::RGBColor;

use super::bridge::{self, Bridge};
use super::burden::{self, Burden};
use super::card::{self, Card};
use super::cash_flow::{self, CashFlow};
use super::commit_share::{self, CommitShare};
use super::contract::{self, Contract};
use super::deals::{self, Deals};
use super::exposure::{self, Exposure};
use super::gigawatts::{self, Gigawatts};
use super::grid::{self, Grid};
use super::histogram::{self, Histogram};
use super::ladder::{self, Ladder};
use super::obligations::{self, Obligations};
use super::sheet::{Sheet, with_lines};
use super::style::{Palette, Style};
use super::surface::{ChartError, Ink, Surface};
use super::tornado::{self, Tornado};
use super::usage::{self, Usage};

/// The backend divides font sizes by this.
const FONT_SCALE: f64 = 1.24;

/// The cash flow chart.
///
/// # Errors
/// When the document cannot be written.
pub fn cash_flow(data: &CashFlow, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| cash_flow::draw(surface, data, style, None).map(|_| ()))
}

/// The commitment share chart.
///
/// # Errors
/// When the document cannot be written.
pub fn commit_share(data: &CommitShare, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| commit_share::draw(surface, data, style, None).map(|_| ()))
}

/// The NPV bridge.
///
/// # Errors
/// When the document cannot be written.
pub fn bridge(data: &Bridge, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| bridge::draw(surface, data, style, None).map(|_| ()))
}

/// The tornado.
///
/// # Errors
/// When the document cannot be written.
pub fn tornado(data: &Tornado, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| tornado::draw(surface, data, style, None).map(|_| ()))
}

/// The histogram of the simulation.
///
/// # Errors
/// When the document cannot be written.
pub fn histogram(data: &Histogram, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| histogram::draw(surface, data, style, None).map(|_| ()))
}

/// The grid over two inputs.
///
/// # Errors
/// When the document cannot be written.
pub fn grid(data: &Grid, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| grid::draw(surface, data, style, None).map(|_| ()))
}

/// The ladder from revenue to present value.
///
/// # Errors
/// When the document cannot be written.
pub fn ladder(data: &Ladder, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| ladder::draw(surface, data, style, None).map(|_| ()))
}

/// Prices of a gigawatt-year.
///
/// # Errors
/// When the document cannot be written.
pub fn gigawatts(data: &Gigawatts, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| gigawatts::draw(surface, data, style, None).map(|_| ()))
}

/// What the lab owes by year.
///
/// # Errors
/// When the document cannot be written.
pub fn obligations(data: &Obligations, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| obligations::draw(surface, data, style, None).map(|_| ()))
}

/// What it owes as a share of its revenue.
///
/// # Errors
/// When the document cannot be written.
pub fn burden(data: &Burden, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| burden::draw(surface, data, style, None).map(|_| ()))
}

/// The buyer's contract against paying as it goes.
///
/// # Errors
/// When the document cannot be written.
pub fn contract(data: &Contract, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| contract::draw(surface, data, style, None).map(|_| ()))
}

/// What the commitment is worth by usage.
///
/// # Errors
/// When the document cannot be written.
pub fn usage(data: &Usage, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| usage::draw(surface, data, style, None).map(|_| ()))
}

/// What leaving would cost by year.
///
/// # Errors
/// When the document cannot be written.
pub fn exposure(data: &Exposure, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| exposure::draw(surface, data, style, None).map(|_| ()))
}

/// The comparison of deals.
///
/// # Errors
/// When the document cannot be written.
pub fn deals(data: &Deals, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| deals::draw(surface, data, style, None).map(|_| ()))
}

/// The card of a case.
///
/// # Errors
/// When the document cannot be written.
pub fn card(data: &Card, style: &Style) -> Result<String, ChartError> {
    document(style, |surface| card::draw(surface, data, style))
}

/// The card as a file of its own, so many pixels large. The page saves it and the native command writes it, the same to
/// the byte: its lines are broken by the widths in `widths`, and keep them in any font.
///
/// # Errors
/// When the document cannot be written.
pub fn picture(data: &Card, palette: Palette, pixels: (f64, f64)) -> Result<String, ChartError> {
    let style = card::style(palette, pixels);
    shown((style.width, style.height), style.ratio, palette.paper, &|surface| {
        card::draw(&surface.known(), data, &style)
    })
}

fn document(style: &Style, draw: impl FnOnce(&Surface<'_>) -> Result<(), ChartError>) -> Result<String, ChartError> {
    paint((style.width, style.height), style.ratio, style.palette.paper, |area| {
        draw(&Surface::new(area, style.ratio).with_font_scale(FONT_SCALE))
    })
}

/// Parts of a pixel.
const GRAIN: f64 = 8.0;

/// A picture whose curves are as fine as paper asks for; `size` is in CSS pixels.
///
/// # Errors
/// When the document cannot be written.
pub fn fine(
    size: (f64, f64),
    paper: RGBColor,
    draw: &dyn Fn(&Surface<'_>) -> Result<(), ChartError>,
) -> Result<String, ChartError> {
    shown(size, 1.0, paper, draw)
}

/// The same, so many times as large: edges lie between the pixels of that size.
///
/// # Errors
/// When the document cannot be written.
pub fn shown(
    size: (f64, f64),
    times: f64,
    paper: RGBColor,
    draw: &dyn Fn(&Surface<'_>) -> Result<(), ChartError>,
) -> Result<String, ChartError> {
    let text = paint(size, times * GRAIN, paper, |area| {
        draw(&Surface::new(area, times).finer(GRAIN).with_font_scale(FONT_SCALE))
    })?;
    // The backend says its size in its own units: what is seen is smaller.
    let said = |scale: f64| format!("width=\"{}\" height=\"{}\"", pixels(size.0 * scale), pixels(size.1 * scale));
    Ok(text.replacen(&said(times * GRAIN), &said(times), 1))
}

fn paint(
    size: (f64, f64),
    units: f64,
    paper: RGBColor,
    draw: impl FnOnce(&dyn Ink) -> Result<(), ChartError>,
) -> Result<String, ChartError> {
    let mut text = String::new();
    let sheet = Sheet::new(&mut text, (pixels(size.0 * units), pixels(size.1 * units)));
    sheet.fill(paper)?;
    draw(&sheet)?;
    let lines = sheet.end()?;
    Ok(with_lines(&text, lines))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the size of a large picture")]
fn pixels(size: f64) -> u32 {
    size.round().clamp(1.0, 40_000.0) as u32
}
