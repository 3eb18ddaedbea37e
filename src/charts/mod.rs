//! Draws results on any plotters backend: canvas in the page, SVG for export and tests.
