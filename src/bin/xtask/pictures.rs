//! `cargo xtask pictures`: every view of the built page against references that are kept with the code, and the pictures
//! for the documentation.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::tally::{self, Seen, Tally};
use crate::{Fault, build, run, serve, system};

const CONFIG: &str = "tests/visual/playwright.config.mjs";
const REFERENCES: &str = "tests/visual/references";
const SHRINK: &str = "tests/visual/shrink.mjs";
const FOR_READERS: &str = "tests/visual/screenshots.mjs";
const FOR_OTHERS: &str = "tests/visual/faces.mjs";

/// What is wanted of the pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Compare,
    Accept,
}

/// `pictures [--accept]`.
pub fn command(args: &[String]) -> Result<(), Fault> {
    let wanted = match args {
        [] => Wanted::Compare,
        [accept] if accept == "--accept" => Wanted::Accept,
        _ => return Err("pictures takes --accept or nothing".to_owned()),
    };
    ensure_built()?;
    let Tally { passed, failed, .. } = look(wanted)?.tally;
    if wanted == Wanted::Accept {
        shrink(REFERENCES)?;
    }
    match (wanted, failed) {
        (Wanted::Compare, 0) => println!("{passed} views look as they did"),
        (Wanted::Accept, 0) => println!("the references are the pictures of now: look at them before you commit them"),
        _ => {
            return Err(format!(
                "{failed} of {} views differ; the pictures are in test-results. If they are right: cargo xtask pictures --accept",
                passed + failed
            ));
        }
    }
    Ok(())
}

/// `screenshots`: the pictures of `docs/screenshots`, in the type of this machine; then the icons of an installed page.
pub fn screenshots() -> Result<(), Fault> {
    ensure_built()?;
    let site = serve::start_anywhere()?;
    system::node_modules()?;
    for (script, folder) in [(FOR_READERS, "docs/screenshots"), (FOR_OTHERS, "public")] {
        let mut command = Command::new("node");
        command.current_dir(run::root()).arg(script).env("CHROME", system::chromium()?).env("OFFTAKE_URL", &site.url);
        run::show(&mut command)?;
        shrink(folder)?;
    }
    Ok(())
}

fn shrink(folder: &str) -> Result<(), Fault> {
    run::show(Command::new("node").current_dir(run::root()).args([SHRINK, folder]))
}

/// The views against their references, as tests.
pub fn compare() -> Result<Seen, Fault> {
    look(Wanted::Compare)
}

fn look(wanted: Wanted) -> Result<Seen, Fault> {
    if wanted == Wanted::Compare && !run::root().join(REFERENCES).is_dir() {
        return Err(
            "there are no references yet: `cargo xtask pictures --accept` makes them from the page as it is".to_owned()
        );
    }
    let args: &[&str] = match wanted {
        Wanted::Compare => &[],
        Wanted::Accept => &["--update-snapshots=changed"],
    };
    playwright(&[&["--config", CONFIG], args].concat(), "pictures")
}

/// Runs Playwright on the built page.
pub fn playwright(args: &[&str], name: &str) -> Result<Seen, Fault> {
    let site = serve::start_anywhere()?;
    let modules = system::node_modules()?;
    let program = native_program()?;
    let report = scratch()?.join(format!("{name}.json"));
    let _ = fs::remove_file(&report);
    let cli = modules.with_file_name("@playwright").join("test").join("cli.js");
    let mut command = Command::new("node");
    command.current_dir(run::root()).arg(cli).args(["test", "--reporter=list,json"]).args(args);
    command.env("CHROME", system::chromium()?).env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    command.env("OFFTAKE_URL", &site.url).env("OFFTAKE_ELSEWHERE", serve::ELSEWHERE);
    command.env("OFFTAKE_PROGRAM", program);
    let success = run::show(&mut command).is_ok();
    Ok(tally::playwright(&fs::read_to_string(report).unwrap_or_default(), success))
}

/// The native command, with whose pictures those of the page are compared.
fn native_program() -> Result<PathBuf, Fault> {
    run::show(run::cargo().args(["build", "--locked", "--bin", "offtake"]))?;
    Ok(run::executable(&run::target().join("debug"), "offtake"))
}

/// A folder for what a run writes for itself.
pub fn scratch() -> Result<PathBuf, Fault> {
    let folder = run::target().join("xtask");
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    Ok(folder)
}

fn ensure_built() -> Result<(), Fault> {
    if build::dist().join("index.html").is_file() { Ok(()) } else { build::build() }
}

#[cfg(test)]
mod tests {
    /// Width and height of a PNG, which stand at a fixed place.
    fn size(png: &[u8]) -> Option<(u32, u32)> {
        let number = |at| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
        png.starts_with(b"\x89PNG\r\n").then(|| Some((number(16)?, number(20)?))).flatten()
    }

    #[test]
    fn the_faces_of_the_page_have_the_sizes_that_are_promised() {
        const MOST: usize = 120_000;
        for (name, png, want) in [
            ("icon", &include_bytes!("../../../public/icon-192.png")[..], (192, 192)),
            ("icon", include_bytes!("../../../public/icon-512.png"), (512, 512)),
        ] {
            assert_eq!(size(png), Some(want), "{name}");
            assert!(png.len() < MOST, "{name} has {} bytes", png.len());
        }
        assert_eq!(size(b"GIF89a and more than enough bytes"), None);
    }
}
