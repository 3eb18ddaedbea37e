//! Numbers and outcomes as words: formats, verdict, findings. Pure, and tested natively.
//!
//! Every figure that a reader sees passes through [`numbers`], so that one value never reads two ways. Sentences are
//! conditional ("on these assumptions"), short, and say an odd result in words instead of printing a dash.

pub mod numbers;
mod read;
