//! `cargo xtask bench`: how long things take here. Nothing is asserted; compare figures of one run only.

use std::process::Command;

use crate::{Fault, build, run, serve, system};

/// Runs the criterion benchmarks (`args` go to criterion), then times slider events on the built page.
pub fn command(args: &[String]) -> Result<(), Fault> {
    run::show(run::cargo().args(["bench", "--locked", "--bench", "model", "--"]).args(args))?;
    if !build::dist().join("index.html").is_file() {
        build::build()?;
    }
    let site = serve::start_anywhere()?;
    system::node_modules()?;
    let mut command = Command::new("node");
    command.current_dir(run::root()).arg("tests/benches/slider_event.mjs");
    run::show(command.env("CHROME", system::chromium()?).env("OFFTAKE_URL", &site.url))
}
