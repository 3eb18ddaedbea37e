//! What the machine itself has to have: all of the Rust toolchain, Node, Chromium and its driver. Installed where the
//! package manager allows it without a question, and otherwise asked for with the exact command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{Fault, run};

/// A program that the system's package manager brings.
struct Package {
    what: &'static str,
    apt: &'static [&'static str],
    /// The command for Debian and Ubuntu, Fedora, macOS, Windows.
    by_hand: [&'static str; 4],
}

const NODE: Package = Package {
    what: "Node 20 or newer with npm",
    apt: &["nodejs", "npm"],
    by_hand: [
        "sudo apt-get install nodejs npm",
        "sudo dnf install nodejs npm",
        "brew install node",
        "winget install OpenJS.NodeJS.LTS",
    ],
};

const CHROMIUM: Package = Package {
    what: "Chromium and its driver (or name them in CHROME and CHROMEDRIVER)",
    apt: &["chromium", "chromium-driver", "fonts-liberation"],
    by_hand: [
        "sudo apt-get install chromium chromium-driver",
        "sudo dnf install chromium chromedriver",
        "brew install --cask chromium chromedriver",
        "winget install Google.Chrome Chromium.ChromeDriver",
    ],
};

const LIBREOFFICE: Package = Package {
    what: "LibreOffice Calc (or name its program in OFFTAKE_SOFFICE)",
    apt: &["libreoffice-calc-nogui"],
    by_hand: [
        "sudo apt-get install libreoffice-calc-nogui",
        "sudo dnf install libreoffice-calc",
        "brew install --cask libreoffice",
        "winget install TheDocumentFoundation.LibreOffice",
    ],
};

/// Where LibreOffice lies when it is not on the path.
const OFFICE_FILES: [&str; 2] =
    ["/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:\\Program Files\\LibreOffice\\program\\soffice.exe"];

const NODE_MAJOR: u32 = 20;

/// The browsers that may run the tests, in the order of preference after `$CHROME`.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BROWSER_FILES: [&str; 4] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/// The standard library for the browser.
pub fn wasm_target() -> Result<(), Fault> {
    let target = "wasm32-unknown-unknown";
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let folder = run::ask(rustc.args(["--print", "target-libdir", "--target", target]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("  installing the {target} target");
    run::show(Command::new("rustup").current_dir(run::root()).args(["target", "add", target]))
}

/// rustfmt and clippy, which a minimal toolchain lacks.
pub fn rust_components() -> Result<(), Fault> {
    let missing = |name: &&str| run::ask(run::cargo().args([name, "--version"])).is_none();
    if ["fmt", "clippy"].iter().any(missing) {
        run::show(Command::new("rustup").current_dir(run::root()).args(["component", "add", "rustfmt", "clippy"]))?;
    }
    Ok(())
}

/// `node_modules` as package-lock.json has it; gives the folder of its programs. A copy of the lock file in it tells
/// that an install was completed, and from what.
pub fn node_modules() -> Result<PathBuf, Fault> {
    node()?;
    let folder = run::root().join("node_modules");
    let stamp = folder.join(".installed-lock.json");
    let cannot = |error: std::io::Error| format!("cannot install from package-lock.json: {error}");
    let lock = fs::read(run::root().join("package-lock.json")).map_err(cannot)?;
    if fs::read(&stamp).ok().as_ref() != Some(&lock) {
        println!("  installing binaryen, Playwright, axe and Lighthouse from npm");
        run::show(run::script("npm").arg("ci").env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
        fs::write(&stamp, &lock).map_err(cannot)?;
    }
    Ok(folder.join(".bin"))
}

/// Chromium, or a browser of its kind.
pub fn chromium() -> Result<PathBuf, Fault> {
    find_or_install("CHROME", find_chromium, &CHROMIUM)
}

/// The program through which tests drive Chromium.
pub fn chromedriver() -> Result<PathBuf, Fault> {
    find_or_install("CHROMEDRIVER", || run::find(&["chromedriver"]), &CHROMIUM)
}

/// The program that recomputes spreadsheets.
pub fn office() -> Result<PathBuf, Fault> {
    let known = || OFFICE_FILES.iter().map(PathBuf::from).find(|file| file.is_file());
    find_or_install("OFFTAKE_SOFFICE", || run::find(&["soffice", "libreoffice"]).or_else(known), &LIBREOFFICE)
}

/// A webdriver.json that names the browser, from the one of the repository that gives its flags.
pub fn webdriver(browser: &Path, target: &Path) -> Result<(), Fault> {
    let cannot = |error: &dyn std::fmt::Display| format!("cannot write {}: {error}", target.display());
    let text = fs::read_to_string("webdriver.json").map_err(|error| cannot(&error))?;
    let mut value: Value = serde_json::from_str(&text).map_err(|error| cannot(&error))?;
    if let Some(Value::Object(options)) = value.get_mut("goog:chromeOptions") {
        options.insert("binary".to_owned(), browser.to_string_lossy().into());
    }
    fs::write(target, value.to_string()).map_err(|error| cannot(&error))
}

fn node() -> Result<(), Fault> {
    let version = || run::ask(Command::new("node").arg("--version"));
    let npm = || run::ask(run::script("npm").arg("--version"));
    if version().is_none() || npm().is_none() {
        apt(&NODE)?;
    }
    let version = version().ok_or_else(|| by_hand(&NODE))?;
    match major(&version) {
        Some(major) if major >= NODE_MAJOR => Ok(()),
        _ => Err(format!("this Node is {version}. {}", by_hand(&NODE))),
    }
}

fn find_or_install(key: &str, find: impl Fn() -> Option<PathBuf>, package: &Package) -> Result<PathBuf, Fault> {
    if let Some(file) = std::env::var_os(key).filter(|value| !value.is_empty()).map(PathBuf::from) {
        return if file.is_file() { Ok(file) } else { Err(format!("{key} names no file: {}", file.display())) };
    }
    if let Some(file) = find() {
        return Ok(file);
    }
    apt(package)?;
    find().ok_or_else(|| by_hand(package))
}

fn find_chromium() -> Option<PathBuf> {
    let known = || BROWSER_FILES.iter().map(PathBuf::from).find(|file| file.is_file());
    run::find(&BROWSERS).or_else(known).or_else(playwright_chromium)
}

/// The one that `npx playwright install chromium` fetched, if it did.
fn playwright_chromium() -> Option<PathBuf> {
    let question = "process.stdout.write(require('playwright-core').chromium.executablePath())";
    let file = PathBuf::from(run::ask(Command::new("node").current_dir(run::root()).args(["-e", question]))?);
    file.is_file().then_some(file)
}

/// Installs with apt-get where that needs no password; anything else is for the user to do.
fn apt(package: &Package) -> Result<(), Fault> {
    let is_root = run::ask(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !is_root || run::find(&["apt-get"]).is_none() {
        return Err(by_hand(package));
    }
    println!("  installing {}", package.what);
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("-q");
        command
    };
    run::show(apt().arg("update"))?;
    run::show(apt().args(["install", "-y", "--no-install-recommends"]).args(package.apt))
}

fn by_hand(package: &Package) -> Fault {
    let [debian, fedora, macos, windows] = package.by_hand;
    format!(
        "{} is needed. Install it with\n  Debian, Ubuntu:  {debian}\n  Fedora:          {fedora}\n  macOS:           \
         {macos}\n  Windows:         {windows}",
        package.what
    )
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        for (version, want) in [("v20.20.2", Some(20)), ("v8.1.0", Some(8)), ("22.0.0", Some(22)), ("node", None)] {
            assert_eq!(major(version), want, "{version}");
        }
    }

    #[test]
    fn a_missing_program_is_asked_for_with_a_command_per_system() {
        for package in [&NODE, &CHROMIUM, &LIBREOFFICE] {
            let text = by_hand(package);
            for word in ["apt-get install", "dnf install", "brew install", "winget install"] {
                assert!(text.contains(word), "{word} in {text}");
            }
        }
    }

    #[test]
    fn a_variable_that_names_no_file_is_said() {
        // PATH names folders, never a program.
        let fault = find_or_install("PATH", || Some(PathBuf::from("found")), &NODE).err();
        assert!(fault.is_some_and(|fault| fault.starts_with("PATH names no file")));
    }
}
