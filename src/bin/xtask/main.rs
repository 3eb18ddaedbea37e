//! The developer's commands: `cargo xtask serve`, `test`, `build` and the others below.
//!
//! Each one first installs what it needs (see [`tools`] and [`system`]) and says what it is doing.

#![allow(clippy::disallowed_methods, reason = "a developer's command may look at the clock; the product may not")]

mod address;
mod bench;
mod build;
mod digest;
mod failures;
mod lasting;
mod lighthouse;
mod module;
mod offline;
mod pack;
mod package;
mod pictures;
mod policy;
mod run;
mod serve;
mod size;
mod start_page;
mod styles;
mod system;
mod tags;
mod tally;
mod test;
mod tools;

use std::process::ExitCode;

/// What went wrong, in words for the person at the terminal.
type Fault = String;

const USAGE: &str = "\
Offtake's developer commands

  cargo xtask serve [--port N] [--no-build]  build the page and serve it on this machine (port 8080)
  cargo xtask test [--quick]                 every check and test; --quick leaves out the browser and the release
  cargo xtask build [--site ADDRESS]         build the page into dist, which works under any path; with its address
                                             (or OFFTAKE_SITE) others can also show a picture and a frame of it
  cargo xtask start-page FOLDER              put the start page into a page that was built otherwise
  cargo xtask package                        the npm package, as a folder and packed, with its size
  cargo xtask size                           raw, gzip and brotli bytes of what the page loads, against the budget
  cargo xtask pictures [--accept]            every view against its reference; --accept makes new references
  cargo xtask screenshots                    the pictures of docs/screenshots, and the icons of an installed page
  cargo xtask lighthouse                     what Lighthouse says of the built page, in its mobile setting
  cargo xtask bench [ARGS]                   the benchmarks; ARGS go to criterion

Tools are kept in $OFFTAKE_TOOLS, or else in the user's cache folder.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<ExitCode, Fault> {
    std::env::set_current_dir(run::root()).map_err(|error| format!("cannot enter the repository: {error}"))?;
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", args),
    };
    match command {
        "serve" => serve::command(rest).map(|()| ExitCode::SUCCESS),
        "test" => test::command(rest),
        "build" => build::command(rest).map(|()| ExitCode::SUCCESS),
        "start-page" => start_page::command(rest).map(|()| ExitCode::SUCCESS),
        "package" => none(rest).and_then(|()| package::command()).map(|()| ExitCode::SUCCESS),
        "size" => none(rest).and_then(|()| size::command()).map(|()| ExitCode::SUCCESS),
        "pictures" => pictures::command(rest).map(|()| ExitCode::SUCCESS),
        "screenshots" => none(rest).and_then(|()| pictures::screenshots()).map(|()| ExitCode::SUCCESS),
        "lighthouse" => none(rest).and_then(|()| lighthouse::command()).map(|()| ExitCode::SUCCESS),
        "bench" => bench::command(rest).map(|()| ExitCode::SUCCESS),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(format!("no command {other:?}\n\n{USAGE}")),
    }
}

fn none(args: &[String]) -> Result<(), Fault> {
    match args.first() {
        None => Ok(()),
        Some(arg) => Err(format!("this command takes no argument {arg:?}\n\n{USAGE}")),
    }
}
