//! The programs that cargo builds for us: trunk, wasm-bindgen, cargo-deny. Each version has a folder of its own, so that
//! nothing on the user's machine is replaced, and a folder appears only when its program is complete.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::{Fault, run};

/// One program at one version.
pub struct Tool {
    package: &'static str,
    version: String,
    program: &'static str,
    /// Arguments of `cargo install` beside name and version.
    args: &'static [&'static str],
}

impl Tool {
    /// Builds the page. Without its defaults it cannot download or serve with TLS; neither is needed here, and it
    /// compiles in half the time.
    pub fn trunk() -> Self {
        Self {
            package: "trunk",
            version: "0.21.14".to_owned(),
            program: "trunk",
            args: &["--locked", "--no-default-features"],
        }
    }

    /// Writes the JavaScript side, and runs tests in a browser. It has to be of exactly the version that Cargo.lock
    /// gives to the library. Its own lock file has named versions that the registry did not have, hence no `--locked`.
    pub fn wasm_bindgen() -> Result<Self, Fault> {
        let lock = fs::read_to_string("Cargo.lock").map_err(|error| format!("cannot read Cargo.lock: {error}"))?;
        let version = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock has no wasm-bindgen")?;
        Ok(Self { package: "wasm-bindgen-cli", version: version.to_owned(), program: "wasm-bindgen", args: &[] })
    }

    /// Checks licences, sources and forbidden packages.
    pub fn deny() -> Self {
        Self { package: "cargo-deny", version: "0.20.2".to_owned(), program: "cargo-deny", args: &["--locked"] }
    }

    /// Where its programs lie.
    pub fn bin(&self) -> Result<PathBuf, Fault> {
        Ok(self.folder(&tool_folder()?).join("bin"))
    }

    fn folder(&self, tools: &Path) -> PathBuf {
        tools.join(format!("{}-{}", self.package, self.version))
    }

    fn is_installed(&self, tools: &Path) -> bool {
        run::executable(&self.folder(tools).join("bin"), self.program).is_file()
    }
}

/// Installs those that are missing. Two commands at once: the second waits, and then finds the work done.
pub fn ensure(wanted: &[Tool]) -> Result<(), Fault> {
    let tools = tool_folder()?;
    if wanted.iter().all(|tool| tool.is_installed(&tools)) {
        return Ok(());
    }
    let disk = |error: std::io::Error| format!("cannot use the tool folder {}: {error}", tools.display());
    fs::create_dir_all(&tools).map_err(disk)?;
    let lock = File::create(tools.join("lock")).map_err(disk)?;
    if lock.try_lock().is_err() {
        println!("  waiting for another command that installs tools in {}", tools.display());
        lock.lock().map_err(disk)?;
    }
    let missing: Vec<&Tool> = wanted.iter().filter(|tool| !tool.is_installed(&tools)).collect();
    for (index, tool) in missing.iter().enumerate() {
        println!("  installing {} {} ({} of {})", tool.package, tool.version, index + 1, missing.len());
        install(tool, &tools)?;
    }
    remove(&tools.join("build"))
}

/// Into a folder beside the real one, which takes the real name only when complete.
fn install(tool: &Tool, tools: &Path) -> Result<(), Fault> {
    let unfinished = tools.join(format!("unfinished-{}", tool.package));
    let finished = tool.folder(tools);
    remove(&unfinished)?;
    remove(&finished)?;
    let mut command = run::cargo();
    command.args(["install", tool.package, "--version", &tool.version]).args(tool.args).arg("--root").arg(&unfinished);
    // Tools that work for seconds need not be optimised for minutes. Shared dependencies compile once.
    command.env("CARGO_TARGET_DIR", tools.join("build"));
    for (key, value) in [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "false")] {
        command.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    run::show(&mut command)?;
    fs::rename(&unfinished, &finished).map_err(|error| format!("cannot name {}: {error}", finished.display()))
}

fn remove(folder: &Path) -> Result<(), Fault> {
    match fs::remove_dir_all(folder) {
        Err(error) if folder.exists() => Err(format!("cannot remove {}: {error}", folder.display())),
        _ => Ok(()),
    }
}

/// `$OFFTAKE_TOOLS`, or else `offtake` in the user's cache folder.
fn tool_folder() -> Result<PathBuf, Fault> {
    let folder = |key: &str| std::env::var_os(key).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home_cache = || Some(folder("HOME")?.join(".cache"));
    let unix = || folder("XDG_CACHE_HOME").or_else(home_cache);
    let cache = || if cfg!(windows) { folder("LOCALAPPDATA") } else { unix() };
    let chosen = folder("OFFTAKE_TOOLS").or_else(|| Some(cache()?.join("offtake")));
    let chosen = chosen.ok_or("no home folder: name a folder for the tools in OFFTAKE_TOOLS")?;
    std::path::absolute(&chosen).map_err(|error| format!("cannot use {}: {error}", chosen.display()))
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let heading = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n[[package]]\n\
                        name = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";

    #[test]
    fn the_version_is_that_of_the_package_itself() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn an_interrupted_install_does_not_look_complete() {
        let tools = std::env::temp_dir().join(format!("offtake-tools-{}", std::process::id()));
        let tool = Tool::trunk();
        let unfinished = tools.join("unfinished-trunk").join("bin");
        let file =
            |folder: &Path| fs::create_dir_all(folder).and_then(|()| File::create(run::executable(folder, "trunk")));
        assert!(file(&unfinished).is_ok());
        assert!(!tool.is_installed(&tools));
        assert!(file(&tool.folder(&tools).join("bin")).is_ok());
        assert!(tool.is_installed(&tools));
        assert_eq!(remove(&tools), Ok(()));
    }
}
