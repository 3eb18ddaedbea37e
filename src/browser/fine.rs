//! The canvas as ink: plotters' own backend, spoken to in parts of a pixel. Plotters takes whole numbers, and its drawing
//! areas cut them off at the size of the canvas; whole pixels are too coarse for a curve.

use std::cell::RefCell;

use plotters::prelude::DrawingBackend;
use plotters::style::{ShapeStyle, TextStyle};
use plotters_canvas::CanvasBackend;

use crate::charts::ChartError;
use crate::charts::surface::{Ink, Spot};

/// Units for each pixel of the canvas; its context is scaled by as much.
pub const GRAIN: f64 = 8.0;

/// A canvas.
pub struct Fine(pub RefCell<CanvasBackend>);

impl Ink for Fine {
    fn path(&self, points: Vec<Spot>, style: ShapeStyle) -> Result<(), ChartError> {
        self.0.borrow_mut().draw_path(points, &style).map_err(ChartError::of)
    }

    fn polygon(&self, points: Vec<Spot>, style: ShapeStyle) -> Result<(), ChartError> {
        self.0.borrow_mut().fill_polygon(points, &style).map_err(ChartError::of)
    }

    fn rectangle(&self, [from, to]: [Spot; 2], style: ShapeStyle) -> Result<(), ChartError> {
        self.0.borrow_mut().draw_rect(from, to, &style, style.filled).map_err(ChartError::of)
    }

    fn circle(&self, at: Spot, radius: u32, style: ShapeStyle) -> Result<(), ChartError> {
        self.0.borrow_mut().draw_circle(at, radius, &style, style.filled).map_err(ChartError::of)
    }

    fn text(&self, text: &str, at: Spot, style: TextStyle<'_>) -> Result<(), ChartError> {
        self.0.borrow_mut().draw_text(text, &style, at).map_err(ChartError::of)
    }
}
