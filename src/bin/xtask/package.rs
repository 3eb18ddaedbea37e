//! `cargo xtask package`: the npm package, as a folder, packed, and with its size.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tally::{self, Seen, Tally};
use crate::{Fault, module, run, size, system};

const NAME: &str = module::NAME;
const README: &str = "docs/javascript.md";
const NODE_TEST: &str = "node.test.mjs";
const EXAMPLE: &str = "example.ts";

/// What is in it, beside its manifest.
const FILES: [&str; 9] = [
    "browser.js",
    "node.js",
    "index.d.ts",
    "offtake.js",
    "offtake.d.ts",
    "offtake_bg.wasm",
    "README.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
];

/// Makes the package and says how large it is.
pub fn command() -> Result<(), Fault> {
    let packed = make()?;
    println!("  {}", packed.display());
    Ok(())
}

/// Makes the package; gives the packed file.
pub fn make() -> Result<PathBuf, Fault> {
    let folder = run::target().join("package");
    module::fresh(&folder)?;
    fill(&folder, &module::make()?)?;
    size::list("bytes of the npm package", &size::read(&folder)?)?;
    system::node_modules()?;
    run::show(
        run::script("npm").arg("pack").arg("--silent").arg("--pack-destination").arg(&folder).current_dir(&folder),
    )?;
    let packed = folder.join(format!("{NAME}-{}.tgz", env!("CARGO_PKG_VERSION")));
    let bytes = fs::metadata(&packed).map_err(|error| format!("cannot read {}: {error}", packed.display()))?.len();
    println!("  packed: {bytes} bytes");
    Ok(packed)
}

/// The folder into which the packed package is installed, and nothing else.
pub fn installed() -> PathBuf {
    run::target().join("xtask").join("installed")
}

/// Installs the packed package into an empty folder and has it used there: by Node, and by a compiler of TypeScript.
pub fn try_out() -> Result<Seen, Fault> {
    let packed = make()?;
    let folder = installed();
    module::fresh(&folder)?;
    let copy = |name: &str| {
        let from = run::root().join("tests").join("package").join(name);
        fs::copy(&from, folder.join(name)).map_err(|error| format!("cannot copy {}: {error}", from.display()))
    };
    fs::write(folder.join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n")
        .map_err(|error| format!("cannot write package.json: {error}"))?;
    let mut npm = run::script("npm");
    npm.current_dir(&folder).args(["install", "--offline", "--no-audit", "--no-fund"]).arg(&packed);
    run::show(&mut npm)?;
    copy(NODE_TEST)?;
    copy(EXAMPLE)?;
    let mut node = Command::new("node");
    node.current_dir(&folder).args(["--test", "--test-reporter=tap", NODE_TEST]);
    let in_node = tally::node(&run::watch(&mut node)?);
    let mut compiler = run::script("tsc");
    compiler.current_dir(&folder).args(["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", EXAMPLE]);
    let compiled = run::watch(run::with_path(&mut compiler, &[system::node_modules()?])?)?;
    let typed = if compiled.success {
        Seen::PASSED
    } else {
        Seen { tally: Tally::FAILED, broken: compiled.output.lines().take(6).map(str::to_owned).collect() }
    };
    Ok(in_node.plus(typed))
}

fn fill(folder: &Path, made: &Path) -> Result<(), Fault> {
    let cannot = |name: &str, error: std::io::Error| format!("cannot write {name}: {error}");
    let copy = |from: PathBuf, name: &str| {
        fs::copy(&from, folder.join(name))
            .map(|_| ())
            .map_err(|error| format!("cannot copy {}: {error}", from.display()))
    };
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).map_err(|error| cannot(name, error));
    for part in ["offtake.js", "offtake_bg.wasm", "offtake.d.ts"] {
        copy(made.join(part), part)?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(run::root().join(licence), licence)?;
    }
    copy(run::root().join(README), "README.md")?;
    write("browser.js", BROWSER)?;
    write("node.js", NODE)?;
    write("index.d.ts", TYPES)?;
    write("package.json", &manifest())
}

/// Both entries start the module before they give it away, so that its functions can be called at once.
const BROWSER: &str = "import init from \"./offtake.js\";\n\nawait init();\n\nexport * from \"./offtake.js\";\n";
const NODE: &str = "import { readFile } from \"node:fs/promises\";\n\nimport { initSync } from \"./offtake.js\";\n\n\
                    initSync({ module: await readFile(new URL(\"./offtake_bg.wasm\", import.meta.url)) });\n\n\
                    export * from \"./offtake.js\";\n";
/// The functions, without those that start the module.
const TYPES: &str = "export * from \"./offtake.js\";\n";

/// Written out: the order of the conditions in `exports` counts.
fn manifest() -> String {
    let (version, licence) = (env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_LICENSE"));
    format!(
        r#"{{
  "name": "{NAME}",
  "version": "{version}",
  "description": "The economics of AI-infrastructure deals: NPV, IRR, break-evens, simulation, files. No dependencies.",
  "license": "{licence}",
  "keywords": ["finance", "npv", "irr", "monte-carlo", "wasm"],
  "type": "module",
  "sideEffects": ["./browser.js", "./node.js"],
  "main": "./node.js",
  "types": "./index.d.ts",
  "exports": {{
    ".": {{ "types": "./index.d.ts", "node": "./node.js", "default": "./browser.js" }},
    "./offtake_bg.wasm": "./offtake_bg.wasm",
    "./package.json": "./package.json"
  }},
  "files": [{files}],
  "engines": {{ "node": ">=20" }}
}}
"#,
        files = FILES.map(|name| format!("\"{name}\"")).join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_is_json_and_node_comes_before_everything_else() {
        let manifest: serde_json::Value = serde_json::from_str(&manifest()).unwrap_or_default();
        assert_eq!(manifest["exports"]["."]["node"], "./node.js");
        let text = super::manifest();
        let at = |word: &str| text.find(word);
        assert!(at("\"types\": \"./index.d.ts\", \"node\"").is_some() && at("\"node\"") < at("\"default\""));
        assert!(FILES.iter().all(|name| text.contains(name)));
    }
}
