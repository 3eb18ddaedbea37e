//! `cargo xtask size`: what a visitor downloads, held to a budget.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{Fault, build};

/// All that the page loads, in bytes after brotli: about 387,000.
///
/// | what | bytes |
/// |---|---|
/// | WebAssembly, code: 35% of it our views, charts, words and model, 24% the framework's generic code for them, 18% closures and iterators of the language, 10% unnamed, 6% the bridge to JavaScript | 310,000 |
/// | WebAssembly, texts, facts and tables | 49,000 |
/// | JavaScript glue | 9,300 |
/// | style sheets | 12,800 |
/// | the first answer in the page itself, and what starts the program | 5,400 |
///
/// By what it is for: the first charts and sliders 170,000, tracks and goal seek 16,000, simulation and weights 18,000, grid,
/// ladder, lenses and tornado 38,000, explanations, years and sources 55,000, pins and undo 10,000, the frame of the page on
/// every screen and the board paper about 15,000, finer controls and the live summary about 11,000, the crosshair, the
/// pictures and the data of the charts 33,000, separators and the keyboard map about 8,000, the prerendered start 4,000.
const BUDGET: usize = 390_000;

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

/// Prints the sizes of the built page and fails above the budget.
pub fn command() -> Result<(), Fault> {
    let files = read(&build::dist())?;
    let mut total = Size::default();
    println!("  {:<44} {:>9} {:>9} {:>9}", "bytes of what the page loads", "raw", "gzip", "brotli");
    for name in loaded(&files) {
        let size = Size::of(files.get(name).map_or(&[], Vec::as_slice))?;
        println!("{}", size.row(name));
        total = total.plus(size);
    }
    println!("{}", total.row("total"));
    within(total.brotli, BUDGET)
}

fn within(bytes: usize, budget: usize) -> Result<(), Fault> {
    if bytes <= budget {
        println!("  {} bytes below the budget of {budget}", budget - bytes);
        return Ok(());
    }
    Err(format!("the page loads {bytes} bytes, {} above the budget of {budget}", bytes - budget))
}

/// The names that `index.html` mentions, and those that the mentioned files mention. Not what stands under the cover of
/// `noscript`: a page that starts does not load it.
fn loaded(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    let mut found = vec!["index.html"];
    let mut next = 0;
    while let Some(&name) = found.get(next) {
        let text = files.get(name).map_or_else(String::new, |bytes| uncovered(&String::from_utf8_lossy(bytes)));
        let new = files.keys().filter(|other| !found.contains(&other.as_str()) && text.contains(other.as_str()));
        found.extend(new.map(String::as_str).collect::<Vec<_>>());
        next += 1;
    }
    found
}

/// A document without what a browser with scripts leaves alone.
fn uncovered(html: &str) -> String {
    html.split("<noscript").enumerate().map(|(at, part)| if at == 0 { part } else { after_cover(part) }).collect()
}

fn after_cover(part: &str) -> &str {
    part.split_once("</noscript>").map_or("", |(_, rest)| rest)
}

/// Every file of a folder, by its path with forward slashes.
fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Fault> {
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
                r#"<script src="./loader.js"></script><noscript><img src="./still.svg"></noscript><link href="./page_bg.wasm">"#,
            ),
            ("loader.js", "import('./snippets/part.js')"),
            ("snippets/part.js", ""),
            ("page_bg.wasm", ""),
            ("elsewhere.png", ""),
            ("still.svg", ""),
        ];
        let files = files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
        assert_eq!(loaded(&files), ["index.html", "loader.js", "page_bg.wasm", "snippets/part.js"]);
    }

    #[test]
    fn the_budget_can_be_missed() {
        assert_eq!(within(10, 10), Ok(()));
        assert!(within(11, 10).is_err_and(|fault| fault.contains("1 above the budget of 10")));
    }

    #[test]
    fn repetition_shrinks() {
        let size = Size::of(&[7; 10_000]).unwrap_or_default();
        assert_eq!(size.raw, 10_000);
        assert!(size.brotli > 0 && size.brotli < size.gzip && size.gzip < 100, "{} {}", size.brotli, size.gzip);
    }
}
