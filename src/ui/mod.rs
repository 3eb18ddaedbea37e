//! The page: Leptos components over one piece of state.
//!
//! `State` holds what the reader asks; everything shown is derived from it in one direction. Components call methods of
//! the layers below and format nothing themselves. Effects only leave the graph: canvas, fields, storage, announcements.
//!
//! The download is small because few types reach the framework: one memo for the answer and one for each row, closures
//! that give text, and `AnyView` for everything that comes and goes.
#![allow(
    clippy::redundant_closure,
    reason = "a closure written out in a view shares its type; a passed function does not"
)]

mod address;
mod announcer;
mod answer;
mod app;
mod asked;
mod assumption_row;
mod assumptions;
mod board_paper;
mod canvas;
mod chart_actions;
mod chart_figure;
mod column;
mod contents;
mod crosshair;
mod deal_notice;
mod deal_picker;
mod dock;
mod drawing;
mod embed;
mod figures;
mod footer;
mod go_to;
mod goal_seek;
mod group_panel;
mod header;
mod history_buttons;
mod how_computed;
mod intro;
mod key_figures;
mod keyboard_help;
mod keys;
mod later;
mod link_notice;
mod metric_popover;
mod moment;
mod number_box;
mod number_format;
mod obligations;
mod own_deals;
mod paths;
mod pins;
mod popover;
mod row;
mod row_words;
mod scenario_bar;
mod sections;
mod share;
mod sheet;
mod side_bar;
mod side_figures;
mod sides;
mod source_popover;
mod state;
mod switches;
mod table;
mod tabs;
mod track;
mod track_line;
mod value_box;
mod verdict;

pub use app::{App, open, start};
use state::State;
