//! `cargo xtask build`: the release of the page in `dist`.

use std::path::PathBuf;
use std::{fs, process::Command};

use crate::tools::{self, Tool};
use crate::{Fault, run, start_page, system};

/// Where the built page lies.
pub fn dist() -> PathBuf {
    run::root().join("dist")
}

/// Builds the page with the tools of this repository, and holds the result to what a host may demand of it.
pub fn build() -> Result<(), Fault> {
    let wanted = [Tool::trunk(), Tool::wasm_bindgen()?];
    tools::ensure(&wanted)?;
    system::wasm_target()?;
    let mut path = vec![system::node_modules()?];
    for tool in &wanted {
        path.push(tool.bin()?);
    }
    // Trunk's `--offline` also holds cargo to what is already here.
    run::show(run::cargo().args(["fetch", "--locked"]))?;
    let mut trunk = Command::new("trunk");
    trunk.current_dir(run::root()).args(["build", "--release", "--offline", "--locked"]);
    // Trunk 0.21 takes NO_COLOR=1 for a wrong value of an option of its own, and ends.
    trunk.env_remove("NO_COLOR").env("CARGO_ENCODED_RUSTFLAGS", rust_flags());
    run::show(run::with_path(&mut trunk, &path)?)?;
    start_page::put_into(&dist())?;
    let index = dist().join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| format!("cannot read {}: {error}", index.display()))?;
    let html = after_the_answer(&html)?;
    fs::write(&index, &html).map_err(|error| format!("cannot write {}: {error}", index.display()))?;
    let faults = faults(&html);
    if faults.is_empty() { Ok(()) } else { Err(format!("the built page {}", faults.join(", and "))) }
}

/// Those of `.cargo/config.toml`, which this variable replaces, and such as keep the paths of this machine out of the page.
fn rust_flags() -> String {
    let mut flags =
        vec!["--cfg=erase_components".to_owned(), format!("--remap-path-prefix={}=.", run::root().display())];
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home?.join(".cargo")));
    if let Some(cargo) = cargo {
        flags.push(format!("--remap-path-prefix={}=cargo", cargo.display()));
    }
    flags.join("\u{1f}")
}

/// Keeps the browser from fetching the program before it has painted the answer: the loader asks for it then. The link
/// stays, with address and digest.
fn after_the_answer(html: &str) -> Result<String, Fault> {
    let early = "rel=preload type=application/wasm";
    let later = html.replacen(early, "rel=program type=application/wasm", 1);
    if later == html { Err(format!("the built page has no link with {early}")) } else { Ok(later) }
}

/// What keeps a page from working under any path and under a strict content security policy.
fn faults(html: &str) -> Vec<&'static str> {
    let tags: Vec<&str> = html.split('<').skip(1).filter_map(|tag| tag.split('>').next()).collect();
    let any = |test: &dyn Fn(&str) -> bool| tags.iter().any(|tag| test(tag));
    let is = |tag: &str, name: &str| tag.split_whitespace().next() == Some(name);
    let refers = |tag: &str, start: &str| {
        ["href=", "src="]
            .iter()
            .any(|key| tag.split(key).skip(1).any(|rest| rest.trim_start_matches('"').starts_with(start)))
    };
    let found = [
        (any(&|tag| is(tag, "script") && !tag.contains("src=")), "has an inline script"),
        (any(&|tag| is(tag, "style") || tag.contains(" style=")), "has an inline style"),
        (any(&|tag| tag.contains(" onload=") || tag.contains(" onclick=")), "has an inline handler"),
        (any(&|tag| refers(tag, "/")), "refers to an absolute path"),
        (any(&|tag| refers(tag, "http")), "refers to another host"),
    ];
    found.into_iter().filter_map(|(is_found, fault)| is_found.then_some(fault)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_waits_for_the_answer() {
        let link = "<link as=fetch href=./page_bg.wasm rel=preload type=application/wasm>";
        assert_eq!(after_the_answer(link), Ok(link.replace("preload", "program")));
        assert!(after_the_answer("<link rel=preload as=fetch>").is_err());
    }

    #[test]
    fn a_page_that_a_host_would_refuse_is_found() {
        for (html, want) in [
            (r#"<html><link rel="icon" href="./mark.svg"><script src="./a.js" defer></script></html>"#, vec![]),
            ("<script>start()</script>", vec!["has an inline script"]),
            ("<style>p { color: red }</style>", vec!["has an inline style"]),
            (r#"<p style="color: red">"#, vec!["has an inline style"]),
            (r#"<body onload="start()">"#, vec!["has an inline handler"]),
            (r#"<link href="/main.css">"#, vec!["refers to an absolute path"]),
            ("<link href=/main.css>", vec!["refers to an absolute path"]),
            (r#"<script src="https://elsewhere.example/a.js"></script>"#, vec!["refers to another host"]),
        ] {
            assert_eq!(faults(html), want, "{html}");
        }
    }
}
