//! `cargo xtask build`: the release of the page in `dist`.

use std::path::{Path, PathBuf};
use std::{fs, process::Command};

use offtake::export::picture::Picture;

use crate::address::Site;
use crate::tags::{Tag, tags};
use crate::tools::{self, Tool};
use crate::{Fault, lasting, module, offline, policy, run, start_page, styles, system};

/// Where the built page lies.
pub fn dist() -> PathBuf {
    run::root().join("dist")
}

/// `build [--site ADDRESS]`.
pub fn command(args: &[String]) -> Result<(), Fault> {
    let site = match args {
        [] => Site::of_environment()?,
        [option, address] if option == "--site" => Some(Site::parse(address)?),
        [option] if option.starts_with("--site=") => Some(Site::parse(option.trim_start_matches("--site="))?),
        _ => return Err("build takes --site ADDRESS or nothing".to_owned()),
    };
    build_for(site.as_ref())
}

/// Builds the page, for the address that the environment names if it names one.
pub fn build() -> Result<(), Fault> {
    build_for(Site::of_environment()?.as_ref())
}

/// Builds the page with the tools of this repository, and holds the result to what a host may demand of it.
fn build_for(site: Option<&Site>) -> Result<(), Fault> {
    trunk()?;
    let dist = dist();
    styles::join(&dist)?;
    start_page::put_into(&dist)?;
    card(&dist, site)?;
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| format!("cannot read {}: {error}", index.display()))?;
    let html = module::put_into(&dist, &after_the_answer(&html)?)?;
    let html = policy::put_into(&html)?;
    let faults = faults(&html);
    if !faults.is_empty() {
        return Err(format!("the built page {}", faults.join(", and ")));
    }
    let html = site.map_or(html.clone(), |site| site.put_into(&html));
    fs::write(&index, &html).map_err(|error| format!("cannot write {}: {error}", index.display()))?;
    site.map_or(Ok(()), |site| site.put_into_oembed(&dist))?;
    offline::fill(&dist)?;
    lasting::put_into(&dist)?;
    match site {
        Some(site) => println!("  the page is for {}", site.text()),
        None => println!("  without --site ADDRESS a link to the page has no picture, and blogs make no frame of it"),
    }
    Ok(())
}

/// The picture that others show of a link to the page: the card of the default case, with the address of the page.
fn card(dist: &Path, site: Option<&Site>) -> Result<(), Fault> {
    let picture = Picture { address: site.map(Site::text), ..Picture::default() };
    let file = dist.join("card.png");
    let bytes = picture.png().map_err(|error| error.to_string())?;
    fs::write(&file, bytes).map_err(|error| format!("cannot write {}: {error}", file.display()))
}

fn trunk() -> Result<(), Fault> {
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
    run::show(run::with_path(&mut trunk, &path)?)
}

/// Flags of the compiler: those of `.cargo/config.toml`, which this variable replaces, and such as keep the paths of this machine out of the page.
pub fn rust_flags() -> String {
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

/// What keeps a page from working under any path and under a strict content security policy, and from being known by its
/// digests.
fn faults(html: &str) -> Vec<&'static str> {
    let tags: Vec<Tag> = tags(html).collect();
    let any = |test: &dyn Fn(Tag) -> bool| tags.iter().any(|tag| test(*tag));
    let refers = |tag: Tag, start: &str| {
        ["href", "src", "srcset"].iter().any(|key| tag.get(key).is_some_and(|address| address.starts_with(start)))
    };
    let found = [
        (any(&|tag| tag.name() == "script" && tag.get("src").is_none()), "has an inline script"),
        (any(&|tag| tag.name() == "style" || tag.get("style").is_some()), "has an inline style"),
        (any(&|tag| tag.text().contains(" onload=") || tag.text().contains(" onclick=")), "has an inline handler"),
        (any(&|tag| refers(tag, "/")), "refers to an absolute path"),
        (any(&|tag| refers(tag, "http")), "refers to another host"),
        (any(&|tag| is_checked(tag) && tag.get("integrity").is_none()), "loads a file without a digest"),
    ];
    found.into_iter().filter_map(|(is_found, fault)| is_found.then_some(fault)).collect()
}

/// What a browser checks before it is used.
fn is_checked(tag: Tag) -> bool {
    let links = ["stylesheet", "modulepreload", "program", "preload"];
    tag.name() == "script" || (tag.name() == "link" && links.iter().any(|rel| tag.is("rel", rel)))
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
    fn the_picture_of_a_link_has_the_size_that_the_page_says_and_the_address_of_the_site() {
        let folder = crate::pictures::scratch().unwrap_or_default();
        let made = |site: Option<Site>| {
            assert_eq!(card(&folder, site.as_ref()), Ok(()));
            fs::read(folder.join("card.png")).unwrap_or_default()
        };
        let (plain, known) = (made(None), made(Site::parse("https://a.example/b").ok()));
        let page = include_str!("../../../index.html");
        for (at, name) in [(16, "og:image:width"), (20, "og:image:height")] {
            let said = tags(page).find(|tag| tag.is("property", name)).and_then(|tag| tag.get("content"));
            let is = known.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
            assert_eq!(is.map(|side| side.to_string()).as_deref(), said, "{name}");
        }
        assert!(plain.starts_with(b"\x89PNG\r\n") && plain.len() < 120_000 && plain != known);
    }

    #[test]
    fn a_page_that_a_host_would_refuse_is_found() {
        let digest = "loads a file without a digest";
        for (html, want) in [
            (r#"<link rel="icon" href="./mark.svg"><script integrity=sha384-a src="./a.js"></script>"#, vec![]),
            ("<script src=./a.js></script>", vec![digest]),
            ("<link rel=stylesheet href=./a.css>", vec![digest]),
            ("<link rel=program href=./page_bg.wasm>", vec![digest]),
            ("<script integrity=sha384-a>start()</script>", vec!["has an inline script"]),
            ("<style>p { color: red }</style>", vec!["has an inline style"]),
            (r#"<p style="color: red">"#, vec!["has an inline style"]),
            (r#"<body onload="start()">"#, vec!["has an inline handler"]),
            (r#"<link href="/main.css">"#, vec!["refers to an absolute path"]),
            ("<link href=/main.css>", vec!["refers to an absolute path"]),
            (
                r#"<script integrity=sha384-a src="https://elsewhere.example/a.js"></script>"#,
                vec!["refers to another host"],
            ),
        ] {
            assert_eq!(faults(html), want, "{html}");
        }
    }
}
