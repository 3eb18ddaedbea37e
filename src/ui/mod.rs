//! The page: Leptos components over one piece of state.
//!
//! `State` holds the reader's case; everything shown is derived from it in one direction. Components call methods of
//! the layers below and format nothing themselves. Effects only leave the graph: canvas, storage, announcements.

mod announcer;
mod app;
mod assumptions;
mod canvas;
mod chart_figure;
mod choice_row;
mod figures;
mod footer;
mod group_panel;
mod header;
mod key_figures;
mod lens_compare;
mod number_box;
mod row_words;
mod scenario_bar;
mod slider_row;
mod source_popover;
mod state;
mod switches;
mod table;
mod track;
mod verdict;

pub use app::{App, start};
use state::State;
