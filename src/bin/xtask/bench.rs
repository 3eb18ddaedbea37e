//! `cargo xtask bench`.

use crate::{Fault, run};

/// Runs the criterion benchmarks; `args` go to criterion.
pub fn command(args: &[String]) -> Result<(), Fault> {
    run::show(run::cargo().args(["bench", "--locked", "--bench", "model", "--"]).args(args))
}
