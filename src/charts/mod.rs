//! Draws results on any plotters backend: canvas in the page, SVG for export and tests.
//!
//! A chart is computed once, in CSS pixels, and then drawn: its data become a list of marks and labels, labels are placed
//! so that none overlaps another or leaves the picture, and a `surface` turns all of it into calls of plotters' elements.
//! No mesh, caption or legend of plotters is used: they measure text by putting elements into the page. The widths of
//! texts are estimated instead, the same everywhere.
//!
//! | file | what it does |
//! |---|---|
//! | [`cash_flow`], [`commit_share`] | one chart each: its data and its drawing |
//! | [`bridge`] | from the investment to the NPV, part by part |
//! | [`obligations`], [`burden`] | the lab: what it owes by year, and that as a share of its revenue |
//! | [`contract`], [`usage`], [`exposure`] | the buyer: the contract by year, its worth by usage, the cost of leaving |
//! | `columns` | a column for each year of a contract |
//! | [`tornado`] | how far each input alone moves the NPV |
//! | [`histogram`] | the simulation's draws in bins |
//! | [`grid`] | a value over two inputs, with the line where its sign changes |
//! | [`ladder`] | what each dollar brings back, from revenue to present value |
//! | [`deals`] | the NPV of each deal before and with the stake |
//! | [`gigawatts`] | the price of a gigawatt-year beside other deals |
//! | [`track`] | the sign of the NPV along a slider, as SVG paths, and what is written at it |
//! | [`scale`] | ranges that are always finite, round ticks |
//! | [`plot`] | from deal years and values to pixels and back; axes |
//! | [`axis`] | the same along one straight axis, for charts that are not by year |
//! | [`labels`] | text sizes, placing, collisions |
//! | [`stops`] | the positions of a chart that can be read, and where there is room for what is read |
//! | [`surface`], `ink` | lines, bars, rings and texts on a plotters backend, at any pixel ratio |
//! | [`style`] | size and colours |
//! | [`poster`] | a chart with its words as a picture of its own |
//! | [`card`], `flow` | the answer and the cash flow as one picture, to be shared; sentences of several colours in lines |
//! | [`widths`] | the letters of the type in which the card is saved |
//! | [`svg`], `sheet` | the same drawing as an SVG document, whose lines of text read well in any font |

pub mod axis;
pub mod bridge;
pub mod burden;
pub mod card;
pub mod cash_flow;
mod columns;
pub mod commit_share;
pub mod contract;
pub mod deals;
pub mod exposure;
mod flow;
pub mod gigawatts;
pub mod grid;
pub mod histogram;
mod ink;
pub mod labels;
pub mod ladder;
pub mod obligations;
pub mod plot;
pub mod poster;
mod quiet;
pub mod scale;
mod sheet;
pub mod stops;
pub mod style;
pub mod surface;
pub mod svg;
pub mod tornado;
pub mod track;
pub mod usage;
pub mod widths;

pub use plot::PlotMap;
pub use scale::Domain;
pub use stops::Stops;
pub use style::{Palette, Style};
pub use surface::ChartError;
