//! What any plotters backend can do, as one object: charts are compiled once and not for each backend anew.

use std::fmt;

use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, DrawingBackend, PathElement, Polygon, Rectangle, Text};
use plotters::style::{FontStyle, RGBColor, ShapeStyle, TextStyle};

/// The backend could not draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartError(String);

impl ChartError {
    /// From the backend's own.
    #[allow(clippy::needless_pass_by_value, reason = "the shape of map_err")]
    #[must_use]
    pub fn of(error: impl fmt::Display) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the chart could not be drawn: {}", self.0)
    }
}

impl std::error::Error for ChartError {}

/// A point of a backend: backends take whole numbers.
pub type Spot = (i32, i32);

/// Words of a line that look the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The words, with the space before what follows.
    pub text: String,
    /// How far behind the beginning of the line they begin, in units of the backend.
    pub at: i32,
    /// Bold and in this colour; without it they look as the line does.
    pub apart: Option<RGBColor>,
}

/// Something to draw on. Everything fails where the backend cannot draw.
#[allow(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Ink {
    /// A line through points.
    fn path(&self, points: Vec<Spot>, style: ShapeStyle) -> Result<(), ChartError>;
    /// A filled shape.
    fn polygon(&self, points: Vec<Spot>, style: ShapeStyle) -> Result<(), ChartError>;
    /// A filled rectangle.
    fn rectangle(&self, corners: [Spot; 2], style: ShapeStyle) -> Result<(), ChartError>;
    /// A circle, filled or not.
    fn circle(&self, at: Spot, radius: u32, style: ShapeStyle) -> Result<(), ChartError>;
    /// One line of text.
    fn text(&self, text: &str, at: Spot, style: TextStyle<'_>) -> Result<(), ChartError>;

    /// One line of text of several looks, and how wide it was measured. Each look is placed by itself, unless the
    /// backend can set a line.
    fn line(&self, runs: &[Run], at: Spot, style: TextStyle<'_>, _width: Option<u32>) -> Result<(), ChartError> {
        runs.iter().try_for_each(|run| {
            let style = run.apart.map_or_else(
                || style.clone(),
                |colour| TextStyle { font: style.font.style(FontStyle::Bold), ..style.color(&colour) },
            );
            self.text(&run.text, (at.0 + run.at, at.1), style)
        })
    }
}

impl<DB: DrawingBackend> Ink for DrawingArea<DB, Shift> {
    fn path(&self, points: Vec<Spot>, style: ShapeStyle) -> Result<(), ChartError> {
        self.draw(&PathElement::new(points, style)).map_err(ChartError::of)
    }

    fn polygon(&self, points: Vec<Spot>, style: ShapeStyle) -> Result<(), ChartError> {
        self.draw(&Polygon::new(points, style)).map_err(ChartError::of)
    }

    fn rectangle(&self, corners: [Spot; 2], style: ShapeStyle) -> Result<(), ChartError> {
        self.draw(&Rectangle::new(corners, style)).map_err(ChartError::of)
    }

    fn circle(&self, at: Spot, radius: u32, style: ShapeStyle) -> Result<(), ChartError> {
        self.draw(&Circle::new(at, radius, style)).map_err(ChartError::of)
    }

    fn text(&self, text: &str, at: Spot, style: TextStyle<'_>) -> Result<(), ChartError> {
        self.draw(&Text::new(text, at, style)).map_err(ChartError::of)
    }
}
