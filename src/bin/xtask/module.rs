//! The module that JavaScript can load: made once, for the page beside which it lies and for the npm package.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::{self, Tool};
use crate::{Fault, build, digest, run, system};

/// What its files are called before they have a place.
pub const NAME: &str = "offtake";

/// The script of the page that loads it.
const FILES: &str = "public/files.js";

/// What the instructions of the page's program need as well; `index.html` has the same.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// Builds it; gives the folder with `offtake.js`, `offtake_bg.wasm` and `offtake.d.ts`.
pub fn make() -> Result<PathBuf, Fault> {
    let bindgen = Tool::wasm_bindgen()?;
    let bin = bindgen.bin()?;
    tools::ensure(&[bindgen])?;
    system::wasm_target()?;
    let mut cargo = run::cargo();
    cargo.args(["build", "--locked", "--release", "--target", "wasm32-unknown-unknown", "--bin", "module"]);
    cargo.args(["--no-default-features", "--features", "module"]).env("CARGO_ENCODED_RUSTFLAGS", build::rust_flags());
    run::show(&mut cargo)?;
    let folder = run::target().join("xtask").join("module");
    fresh(&folder)?;
    let program = run::target().join("wasm32-unknown-unknown").join("release").join("module.wasm");
    let mut command = Command::new(run::executable(&bin, "wasm-bindgen"));
    command.args(["--target", "web", "--out-name", NAME, "--out-dir"]).arg(&folder).arg(&program);
    run::show(&mut command)?;
    smaller(&folder.join(format!("{NAME}_bg.wasm")))?;
    Ok(folder)
}

/// An empty folder.
pub fn fresh(folder: &Path) -> Result<(), Fault> {
    let cannot = |error: std::io::Error| format!("cannot empty {}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(cannot)?;
    }
    fs::create_dir_all(folder).map_err(cannot)
}

fn smaller(wasm: &Path) -> Result<(), Fault> {
    let folder = system::node_modules()?;
    let mut command = run::script("wasm-opt");
    command.arg("-Oz").args(FEATURES).arg(wasm).arg("-o").arg(wasm);
    run::show(run::with_path(&mut command, &[folder])?)
}

/// Whether a file of the built page belongs to the module: the page loads it on demand.
pub fn is_part(name: &str) -> bool {
    ["files-", "module-"].iter().any(|prefix| name.starts_with(prefix))
}

/// Puts it beside the built page, under names that tell the content, with the script that loads it; the page names that
/// script alone.
pub fn put_into(dist: &Path, html: &str) -> Result<String, Fault> {
    let made = make()?;
    let read = |path: &Path| fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()));
    let place = |bytes: &[u8], prefix: &str, ending: &str| {
        let name = format!("{prefix}-{}{ending}", digest::name(bytes));
        let written = fs::write(dist.join(&name), bytes).map_err(|error| format!("cannot write {name}: {error}"));
        written.map(|()| (name, digest::integrity(bytes)))
    };
    let program = place(&read(&made.join(format!("{NAME}_bg.wasm")))?, "module", "_bg.wasm")?;
    let code = place(&read(&made.join(format!("{NAME}.js")))?, "module", ".js")?;
    let script = String::from_utf8(read(&run::root().join(FILES))?).map_err(|error| format!("{FILES}: {error}"))?;
    let script = filled(&filled(&script, "CODE", &code)?, "PROGRAM", &program)?;
    let (name, integrity) = place(script.as_bytes(), "files", ".js")?;
    linked(html, "files", &name, &integrity)
}

/// The script with name and digest in the place of a constant.
fn filled(script: &str, constant: &str, (name, integrity): &(String, String)) -> Result<String, Fault> {
    let empty = format!("const {constant} = [\"\", \"\"];");
    let whole = script.replacen(&empty, &format!("const {constant} = [\"./{name}\", \"{integrity}\"];"), 1);
    if whole == script { Err(format!("{FILES} has no place for {constant}")) } else { Ok(whole) }
}

/// The page with a link that no browser follows by itself.
fn linked(html: &str, rel: &str, name: &str, integrity: &str) -> Result<String, Fault> {
    let (before, after) = html.split_once("</head>").ok_or("the built page has no end of its head")?;
    let link = format!("<link rel=\"{rel}\" href=\"./{name}\" crossorigin=\"anonymous\" integrity=\"{integrity}\">");
    Ok(format!("{before}{link}</head>{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_module_without_loading_it() {
        let page = linked("<head><meta charset=utf-8></head><p>", "files", "files-1.js", "sha384-a");
        assert_eq!(
            page.as_deref(),
            Ok("<head><meta charset=utf-8><link rel=\"files\" href=\"./files-1.js\" crossorigin=\"anonymous\" \
                integrity=\"sha384-a\"></head><p>")
        );
        assert!(linked("<p>", "files", "files-1.js", "sha384-a").is_err());
    }

    #[test]
    fn the_script_has_a_place_for_both_parts() {
        let script = include_str!("../../../public/files.js");
        for constant in ["CODE", "PROGRAM"] {
            let whole = filled(script, constant, &("a-1.js".to_owned(), "sha384-b".to_owned())).unwrap_or_default();
            assert!(whole.contains(&format!("const {constant} = [\"./a-1.js\", \"sha384-b\"];")), "{constant}");
        }
        assert!(filled("", "CODE", &(String::new(), String::new())).is_err());
    }

    #[test]
    fn the_page_and_the_module_are_held_to_the_same_instructions() {
        let page = include_str!("../../../index.html");
        assert!(page.contains(&format!("data-wasm-opt-params=\"{}\"", FEATURES.join(" "))));
    }
}
