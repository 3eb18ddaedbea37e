//! One headless run of LibreOffice over many files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Asks for every formula to be computed when a file is opened, whatever is stored beside it: 0 is "always".
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Opens the files, computes them, and saves each under its name; the folder in which they are then.
pub fn recompute<'a>(
    program: &Path,
    folder: &Path,
    files: impl Iterator<Item = (&'a String, &'a Vec<u8>)>,
) -> Result<PathBuf, String> {
    let cannot = |error: std::io::Error| format!("cannot use {}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(cannot)?;
    }
    let [profile, given, computed] = ["profile", "given", "computed"].map(|part| folder.join(part));
    for folder in [&profile.join("user"), &given, &computed] {
        fs::create_dir_all(folder).map_err(cannot)?;
    }
    fs::write(profile.join("user/registrymodifications.xcu"), SETTINGS).map_err(cannot)?;
    let mut paths = Vec::new();
    for (name, bytes) in files {
        let path = given.join(format!("{name}.xlsx"));
        fs::write(&path, bytes).map_err(cannot)?;
        paths.push(path);
    }
    let mut command = Command::new(program);
    command.arg(format!("-env:UserInstallation={}", address(&profile))).args(["--headless", "--norestore"]);
    command.args(["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]).arg(&computed).args(paths);
    let ran = command.stdin(Stdio::null()).output().map_err(|error| format!("{}: {error}", program.display()))?;
    if ran.status.success() { Ok(computed) } else { Err(String::from_utf8_lossy(&ran.stderr).into_owned()) }
}

/// A folder as a file address.
fn address(folder: &Path) -> String {
    let path = folder.display().to_string().replace('\\', "/").replace(' ', "%20");
    format!("file://{}{path}", if path.starts_with('/') { "" } else { "/" })
}
