//! `cargo xtask bench`: how long things take here. Nothing is asserted; compare figures of one run only.

use std::path::Path;
use std::process::Command;

use crate::{Fault, build, run, serve, system};

/// What is measured on the built page.
const IN_THE_BROWSER: [&str; 2] = ["slider_event.mjs", "drag_trace.mjs"];

/// Runs the criterion benchmarks (`args` go to criterion), then times slider events on the built page.
pub fn command(args: &[String]) -> Result<(), Fault> {
    run::show(run::cargo().args(["bench", "--locked", "--bench", "model", "--"]).args(args))?;
    if !build::dist().join("index.html").is_file() {
        build::build()?;
    }
    let site = serve::start_anywhere()?;
    system::node_modules()?;
    let chromium = system::chromium()?;
    for script in IN_THE_BROWSER {
        let mut command = Command::new("node");
        command.current_dir(run::root()).arg(Path::new("tests/benches").join(script));
        run::show(command.env("CHROME", &chromium).env("OFFTAKE_URL", &site.url))?;
    }
    Ok(())
}
