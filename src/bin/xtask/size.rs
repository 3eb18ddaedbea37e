//! `cargo xtask size`: what a visitor downloads, held to a budget.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::tags::{Tag, tags};
use crate::{Fault, build, offline};

/// All that the page loads, in bytes after brotli: about 575,000. A frame loads the same program.
///
/// | what | bytes |
/// |---|---|
/// | WebAssembly: code, texts, facts and tables | 545,000 |
/// | JavaScript glue | 9,900 |
/// | style sheet | 13,000 |
/// | the first answer in the page itself, and what starts the program | 6,000 |
///
/// By what it is for: the first charts and sliders 170,000, tracks and goal seek 16,000, simulation and weights 18,000, grid,
/// ladder, lenses and tornado 38,000, explanations, years and sources 55,000, pins and undo 10,000, the frame of the page on
/// every screen and the board paper about 15,000, finer controls and the live summary about 11,000, the crosshair, the
/// pictures and the data of the charts 33,000, separators and the keyboard map about 8,000, the prerendered start 4,000,
/// the share dialog with the picture of the card about 16,000, the card for frames with its messages about 15,000, links with
/// their versions, the address and its notices about 15,000, framework code for these three that cannot be told apart about
/// 12,000. Files, less the numbers of the charts that the module now writes, take 3,000 less than nothing; the lab's and the
/// buyer's sides with their words, charts and explanations about 60,000, other deals, guided paths, what to watch and the picker about
/// 40,000. That every deal has its own calendar, names, sources and counts, and says what is not stated of it, that the
/// registers are those of the side that asks, and that page and command save the same card takes about 30,000 more.
const BUDGET: usize = 576_000;

const PAGE: &str = "index.html";

const GZIP_LEVEL: Compression = Compression::best();
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;
const BUFFER: usize = 1 << 16;

/// The same bytes as a host stores them and as it may send them.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self, Fault> {
        let cannot = |error: std::io::Error| format!("cannot compress: {error}");
        let mut gzip = GzEncoder::new(Vec::new(), GZIP_LEVEL);
        gzip.write_all(bytes).map_err(cannot)?;
        let mut brotli = brotli::CompressorWriter::new(Vec::new(), BUFFER, BROTLI_QUALITY, BROTLI_WINDOW);
        brotli.write_all(bytes).map_err(cannot)?;
        Ok(Self { raw: bytes.len(), gzip: gzip.finish().map_err(cannot)?.len(), brotli: brotli.into_inner().len() })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }

    fn row(self, name: &str) -> String {
        format!("  {name:<44} {:>9} {:>9} {:>9}", self.raw, self.gzip, self.brotli)
    }
}

/// The most that a blog loads which has its frames upgraded, in bytes after gzip.
const EMBED_BUDGET: usize = 1_500;
const EMBED: &str = "embed.js";

/// Prints the sizes of the built page and fails above the budgets.
pub fn command() -> Result<(), Fault> {
    let files = read(&build::dist())?;
    let size = |name: &str| Size::of(files.get(name).map_or(&[], Vec::as_slice));
    let (mut total, mut in_frame) = (Size::default(), Size::default());
    println!("  {:<44} {:>9} {:>9} {:>9}", "bytes of what the page loads", "raw", "gzip", "brotli");
    let not_in_frames = icons(&files);
    for name in loaded(&files) {
        let size = size(name)?;
        println!("{}", size.row(name));
        total = total.plus(size);
        if !not_in_frames.contains(&name) {
            in_frame = in_frame.plus(size);
        }
    }
    println!("{}", total.row("the page, first load"));
    println!("{}", in_frame.row("a frame of it, first load"));
    println!("{}", size(offline::WORKER)?.row("offline.js, once the page runs"));
    let page = within("the page loads", total.brotli, BUDGET);
    let embed = size(EMBED)?;
    println!("{}", embed.row("embed.js, for the page around a frame"));
    if embed.raw == 0 {
        return Err(format!("the built page has no {EMBED}"));
    }
    within("embed.js has, after gzip,", embed.gzip, EMBED_BUDGET).and(page)
}

/// Prints the sizes of some files and of all of them together.
pub fn list(what: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Fault> {
    println!("  {what:<44} {:>9} {:>9} {:>9}", "raw", "gzip", "brotli");
    let mut total = Size::default();
    for (name, bytes) in files {
        let size = Size::of(bytes)?;
        println!("{}", size.row(name));
        total = total.plus(size);
    }
    println!("{}", total.row("all"));
    Ok(())
}

fn within(what: &str, bytes: usize, budget: usize) -> Result<(), Fault> {
    if bytes <= budget {
        println!("  {} bytes below the budget of {budget}", budget - bytes);
        return Ok(());
    }
    Err(format!("{what} {bytes} bytes, {} above the budget of {budget}", bytes - budget))
}

/// The files that a browser loads with `index.html`, and those that the scripts and styles among them mention. Not what
/// stands under the cover of `noscript`: a page that starts does not load it. Nor what is for others, or for later.
pub fn loaded(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    let text =
        |name: &str| files.get(name).map_or_else(String::new, |bytes| String::from_utf8_lossy(bytes).into_owned());
    let page = uncovered(&text(PAGE));
    let mut found = vec![PAGE];
    let mentioned = |text: &str, found: &[&str]| -> Vec<&str> {
        let is_new = |name: &&str| *name != offline::WORKER && !found.contains(name) && text.contains(*name);
        files.keys().map(String::as_str).filter(is_new).collect()
    };
    for tag in tags(&page).filter(|tag| is_loaded(*tag)) {
        found.extend(mentioned(tag.text(), &found));
    }
    let mut next = 1;
    while let Some(&name) = found.get(next) {
        if [".js", ".css"].iter().any(|ending| name.ends_with(ending)) {
            found.extend(mentioned(&text(name), &found));
        }
        next += 1;
    }
    found
}

fn is_loaded(tag: Tag) -> bool {
    let links = ["stylesheet", "icon", "modulepreload", "program", "preload"];
    let is_link = tag.name() == "link" && links.iter().any(|rel| tag.is("rel", rel));
    is_link || matches!(tag.name(), "script" | "img" | "source")
}

/// What only a window of its own shows.
fn icons(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    let page = files.get(PAGE).map_or_else(String::new, |bytes| String::from_utf8_lossy(bytes).into_owned());
    let icons: Vec<Tag> = tags(&page).filter(|tag| tag.is("rel", "icon")).collect();
    let is_icon = |name: &&str| icons.iter().any(|tag| tag.text().contains(*name));
    files.keys().map(String::as_str).filter(is_icon).collect()
}

/// A document without what a browser with scripts leaves alone.
fn uncovered(html: &str) -> String {
    html.split("<noscript").enumerate().map(|(at, part)| if at == 0 { part } else { after_cover(part) }).collect()
}

fn after_cover(part: &str) -> &str {
    part.split_once("</noscript>").map_or("", |(_, rest)| rest)
}

/// Every file of a folder, by its path with forward slashes.
pub fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Fault> {
    let cannot = |error: std::io::Error| format!("there is no built page ({error}): run `cargo xtask build` first");
    let mut files = BTreeMap::new();
    let mut folders = vec![(folder.to_path_buf(), String::new())];
    while let Some((path, prefix)) = folders.pop() {
        for entry in fs::read_dir(path).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push((entry.path(), format!("{name}/")));
            } else {
                files.insert(name, fs::read(entry.path()).map_err(cannot)?);
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mentioned_is_loaded_and_the_rest_is_not() {
        let files = [
            (
                "index.html",
                r#"<script src="./loader.js"></script><link rel=icon href=./mark.svg><link rel=manifest href=./site.webmanifest>
                    <noscript><img src="./still.svg"></noscript><link rel=program href="./page_bg.wasm">"#,
            ),
            ("loader.js", "import('./snippets/part.js'); keep('offline.js')"),
            ("snippets/part.js", ""),
            ("page_bg.wasm", "a text that names embed.js"),
            ("mark.svg", ""),
            ("elsewhere.png", ""),
            ("embed.js", ""),
            ("offline.js", "page_bg.wasm"),
            ("site.webmanifest", ""),
            ("still.svg", ""),
        ];
        let files = files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
        assert_eq!(loaded(&files), ["index.html", "loader.js", "mark.svg", "page_bg.wasm", "snippets/part.js"]);
        assert_eq!(icons(&files), ["mark.svg"]);
    }

    #[test]
    fn the_budget_can_be_missed() {
        assert_eq!(within("it has", 10, 10), Ok(()));
        assert!(
            within("it has", 11, 10).is_err_and(|fault| fault.contains("it has 11 bytes, 1 above the budget of 10"))
        );
    }

    #[test]
    fn repetition_shrinks() {
        let size = Size::of(&[7; 10_000]).unwrap_or_default();
        assert_eq!(size.raw, 10_000);
        assert!(size.brotli > 0 && size.brotli < size.gzip && size.gzip < 100, "{} {}", size.brotli, size.gzip);
    }
}
