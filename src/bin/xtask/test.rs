//! `cargo xtask test`: every check and test, in the order in which a mistake shows soonest.

use std::fs;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::tally::{self, Seen, Tally};
use crate::tools::{self, Tool};
use crate::{Fault, build, failures, lighthouse, package, pictures, run, size, system};

/// Where the suites that need a browser lie, as patterns of test names.
const COMPONENTS: &str = "components*";
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
/// Seconds that a suite in the browser may take, and the browser to start: generous, for a busy machine.
const SUITE_SECONDS: &str = "300";
const START_SECONDS: &str = "60";

/// Places that the end of a log names of a step that found many.
const FEW: usize = 6;

struct Step {
    name: &'static str,
    run: fn() -> Result<Seen, Fault>,
}

const QUICK: [Step; 7] = [
    Step { name: "format", run: format },
    Step { name: "clippy, native", run: clippy_native },
    Step { name: "clippy, wasm32", run: clippy_wasm },
    Step { name: "licences, sources, forbidden packages", run: deny },
    Step { name: "documentation, native", run: document_native },
    Step { name: "documentation, wasm32", run: document_wasm },
    Step { name: "native tests", run: native },
];

const SLOW: [Step; 8] = [
    Step { name: "spreadsheet in LibreOffice", run: spreadsheet },
    Step { name: "component tests in Chromium", run: components },
    Step { name: "release build", run: release },
    Step { name: "download size", run: download },
    Step { name: "npm package in Node, types", run: package::try_out },
    Step { name: "Lighthouse, without its timings", run: lighthouse::steady },
    Step { name: "journeys in Chromium on the release", run: journeys },
    Step { name: "pictures against their references", run: pictures::compare },
];

/// Runs them all, whatever fails, and ends with the numbers on the last line.
pub fn command(args: &[String]) -> Result<ExitCode, Fault> {
    let steps: Vec<&Step> = match args {
        [] => QUICK.iter().chain(&SLOW).collect(),
        [quick] if quick == "--quick" => QUICK.iter().collect(),
        _ => return Err("test takes --quick or nothing".to_owned()),
    };
    let start = Instant::now();
    let results: Vec<(&str, Seen, Duration)> =
        steps.iter().enumerate().map(|(i, step)| timed(step, i, &steps)).collect();
    println!();
    for (name, Seen { tally, .. }, took) in &results {
        let mark = tally.word();
        println!(
            "{mark:<7} {name:<40} {:>5} passed {:>3} failed {:>7.1} s",
            tally.passed,
            tally.failed,
            took.as_secs_f64()
        );
    }
    println!("in {:.1} s", start.elapsed().as_secs_f64());
    for (name, Seen { tally, broken }, _) in results.iter().filter(|(_, seen, _)| seen.tally.word() != "ok") {
        println!("\n{}: {name}", tally.word());
        for lines in broken {
            println!("  {}", lines.replace('\n', "\n  "));
        }
    }
    let total = results.iter().fold(Tally::default(), |total, (_, seen, _)| total.plus(seen.tally));
    println!("{}", total.closing_line());
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn timed(step: &Step, index: usize, all: &[&Step]) -> (&'static str, Seen, Duration) {
    println!("\n[{}/{}] {}", index + 1, all.len(), step.name);
    let start = Instant::now();
    let seen = (step.run)().unwrap_or_else(|fault| {
        println!("  {fault}");
        Seen::fault(&fault)
    });
    let took = start.elapsed();
    let word = seen.tally.word();
    println!("[{}/{}] {}: {word} in {:.1} s", index + 1, all.len(), step.name, took.as_secs_f64());
    (step.name, seen, took)
}

fn check(command: &mut Command) -> Result<Seen, Fault> {
    let ran = run::watch(command)?;
    if ran.success {
        return Ok(Seen::PASSED);
    }
    // rustfmt tells what it would change where others answer.
    let places = ran.output.lines().filter(|line| line.starts_with("Diff in ")).take(FEW).map(str::to_owned);
    let broken = places.chain(failures::compiler(&ran.errors)).collect();
    Ok(Seen { tally: Tally::FAILED, broken })
}

fn format() -> Result<Seen, Fault> {
    system::rust_components()?;
    check(run::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy_native() -> Result<Seen, Fault> {
    check(run::cargo().args(["clippy", "--locked", "--all-targets", "--all-features", "--", "-D", "warnings"]))
}

fn clippy_wasm() -> Result<Seen, Fault> {
    system::wasm_target()?;
    let clippy = |targets: &[&str]| {
        check(run::cargo().args(["clippy", "--locked"]).args(WASM).args(targets).args(["--", "-D", "warnings"]))
    };
    let page = clippy(&["--lib", "--bin", "page", "--features", "module", "--test", COMPONENTS])?;
    let module = clippy(&["--lib", "--bin", "module", "--no-default-features", "--features", "module"])?;
    Ok(page.plus(module))
}

fn deny() -> Result<Seen, Fault> {
    let tool = Tool::deny();
    let program = run::executable(&tool.bin()?, "cargo-deny");
    tools::ensure(&[tool])?;
    let mut command = Command::new(program);
    check(command.current_dir(run::root()).args([
        "--locked",
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ]))
}

fn document_native() -> Result<Seen, Fault> {
    document(&[])
}

fn document_wasm() -> Result<Seen, Fault> {
    system::wasm_target()?;
    document(&WASM)
}

fn document(target: &[&str]) -> Result<Seen, Fault> {
    let mut command = run::cargo();
    command.args(["doc", "--locked", "--no-deps", "--lib"]).args(target);
    check(command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn native() -> Result<Seen, Fault> {
    let ran = run::watch(run::cargo().args(["test", "--locked", "--all-features", "--no-fail-fast"]))?;
    Ok(tally::libtest(&ran))
}

/// Where LibreOffice is missing and cannot be installed the step is skipped and says why; the continuous checks have it.
fn spreadsheet() -> Result<Seen, Fault> {
    let office = match system::office() {
        Ok(office) => office,
        Err(reason) if in_ci() => return Err(reason),
        Err(reason) => {
            println!("  {reason}");
            return Ok(Seen::skipped(&reason));
        }
    };
    let mut command = run::cargo();
    command.args(["test", "--locked", "--test", "spreadsheet"]).env("OFFTAKE_SOFFICE", office);
    Ok(tally::libtest(&run::watch(&mut command)?))
}

fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| value == "true")
}

fn components() -> Result<Seen, Fault> {
    let tool = Tool::wasm_bindgen()?;
    let bin = tool.bin()?;
    tools::ensure(&[tool])?;
    system::wasm_target()?;
    let webdriver = pictures::scratch()?.join("webdriver.json");
    system::webdriver(&system::chromium()?, &webdriver)?;
    let mut command = run::cargo();
    command.args(["test", "--locked", "--no-fail-fast", "--features", "module", "--test", COMPONENTS]).args(WASM);
    command.env("CHROMEDRIVER", system::chromedriver()?).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver);
    command.env("WASM_BINDGEN_TEST_TIMEOUT", SUITE_SECONDS).env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", START_SECONDS);
    // An embedded page is never isolated from its origin's other pages: neither are the tests.
    command.env("WASM_BINDGEN_TEST_NO_ORIGIN_ISOLATION", "1");
    let ran = run::watch(run::with_path(&mut command, &[bin])?)?;
    Ok(tally::libtest(&ran))
}

fn release() -> Result<Seen, Fault> {
    // What the next steps look at is this build or nothing.
    let old = build::dist();
    if old.exists() {
        fs::remove_dir_all(&old).map_err(|error| format!("cannot remove {}: {error}", old.display()))?;
    }
    build::build().map(|()| Seen::PASSED)
}

fn download() -> Result<Seen, Fault> {
    size::command().map(|()| Seen::PASSED)
}

fn journeys() -> Result<Seen, Fault> {
    pictures::playwright(&[], "journeys")
}
