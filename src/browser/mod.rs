//! Glue to web-sys and gloo: everything that asks the browser for something, in a form that cannot fail loudly.
//!
//! A browser may refuse storage, may not know a feature, may throw away the page: each function here answers with an
//! `Option` or does nothing. Watches stop when they are dropped.

pub mod address;
pub mod canvas;
pub mod cells;
pub mod clipboard;
pub mod crosshair;
pub mod day;
pub mod download;
pub mod files;
pub mod fine;
pub mod focus;
pub mod frame;
pub mod framed;
pub mod host;
pub mod inert;
pub mod manner;
pub mod media;
#[cfg(feature = "module")]
pub mod module;
pub mod number;
pub mod popover;
pub mod printing;
pub mod resize;
pub mod slices;
pub mod storage;
pub mod theme;
pub mod visible;
