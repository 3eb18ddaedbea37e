//! `cargo xtask bench`: how long things take here. Nothing is asserted; compare figures of one run only.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::{self, Tool};
use crate::{Fault, build, run, serve, system};

/// What is measured on the built page.
const IN_THE_PAGE: [&str; 3] = ["slider_event.mjs", "simulation.mjs", "drag_trace.mjs"];

/// The program that times the analyses natively and in the browser.
const SIDE_BY_SIDE: &str = "side_by_side";
const WASM: &str = "wasm32-unknown-unknown";

/// Runs the criterion benchmarks (`args` go to criterion) and what one step of a slider costs, times the analyses natively
/// and in the browser, then slider events and drags on the built page.
pub fn command(args: &[String]) -> Result<(), Fault> {
    run::show(run::cargo().args(["bench", "--locked", "--bench", "model", "--"]).args(args))?;
    run::show(run::cargo().args(["bench", "--locked", "--bench", "change"]))?;
    side_by_side()?;
    if !build::dist().join("index.html").is_file() {
        build::build()?;
    }
    let site = serve::start_anywhere()?;
    IN_THE_PAGE.into_iter().try_for_each(|name| script(name, &[("OFFTAKE_URL", site.url.as_ref())]))
}

/// With the profile of the page, on both sides.
fn side_by_side() -> Result<(), Fault> {
    let bindgen = Tool::wasm_bindgen()?;
    let bin = bindgen.bin()?;
    tools::ensure(&[bindgen])?;
    system::wasm_target()?;
    let target = run::target();
    let build = ["build", "--release", "--locked", "--bin", SIDE_BY_SIDE, "--features", SIDE_BY_SIDE];
    run::show(run::cargo().args(build))?;
    run::show(run::cargo().args(build).args(["--target", WASM]))?;
    let module = target.join("xtask").join(SIDE_BY_SIDE);
    let wasm = target.join(WASM).join("release").join(SIDE_BY_SIDE).with_extension("wasm");
    let mut command = Command::new("wasm-bindgen");
    command.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&module).arg(wasm);
    run::show(run::with_path(&mut command, &[bin])?)?;
    let native: PathBuf = run::executable(&target.join("release"), SIDE_BY_SIDE);
    script("side_by_side.mjs", &[("OFFTAKE_NATIVE", native.as_ref()), ("OFFTAKE_MODULE", module.as_ref())])
}

fn script(name: &str, variables: &[(&str, &OsStr)]) -> Result<(), Fault> {
    system::node_modules()?;
    let mut command = Command::new("node");
    command.current_dir(run::root()).arg(Path::new("tests/benches").join(name));
    command.envs(variables.iter().copied()).env("CHROME", system::chromium()?);
    run::show(&mut command)
}
