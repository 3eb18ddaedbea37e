//! The worker that keeps the page for visits without a network: which files, and what each must be.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::{Fault, digest, module, size};

/// The worker, beside the page.
pub const WORKER: &str = "offline.js";
const PAGE: &str = "index.html";
const NO_BUILD: &str = "const BUILD = \"\";";
const NO_FILES: &str = "const FILES = [];";
const NO_LATER: &str = "const LATER = [];";

/// Writes the files of the built page and their digests into its worker. The page must be as it is going to be.
pub fn fill(dist: &Path) -> Result<(), Fault> {
    let files = size::read(dist)?;
    let place = dist.join(WORKER);
    let plain = fs::read_to_string(&place).map_err(|error| format!("cannot read {}: {error}", place.display()))?;
    fs::write(&place, filled(&plain, &files)?).map_err(|error| format!("cannot write {}: {error}", place.display()))
}

fn filled(worker: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<String, Fault> {
    let with_page = list(files, size::loaded(files));
    let on_demand = list(files, files.keys().map(String::as_str).filter(|name| module::is_part(name)));
    let build = digest::name(format!("{with_page}{on_demand}").as_bytes());
    let written = [
        (NO_BUILD, format!("const BUILD = \"{build}\";")),
        (NO_FILES, format!("const FILES = [{with_page}];")),
        (NO_LATER, format!("const LATER = [{on_demand}];")),
    ];
    if written.iter().any(|(place, _)| !worker.contains(place)) {
        return Err(format!("{WORKER} has no place for the files of the build"));
    }
    Ok(written.iter().fold(worker.to_owned(), |worker, (place, text)| worker.replacen(place, text, 1)))
}

/// Names with the digest of each, as the worker reads them.
fn list<'a>(files: &BTreeMap<String, Vec<u8>>, names: impl IntoIterator<Item = &'a str>) -> String {
    let line = |name: &str| {
        let bytes = files.get(name).map_or(&[][..], Vec::as_slice);
        let address = if name == PAGE { "./" } else { name };
        format!("\n  [\"{address}\", \"{}\"],", digest::integrity(bytes))
    };
    let lines: String = names.into_iter().map(line).collect();
    if lines.is_empty() { lines } else { lines + "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = include_str!("../../../public/offline.js");

    fn site(style: &str) -> BTreeMap<String, Vec<u8>> {
        let page =
            "<link rel=stylesheet href=./main-0123456789abcdef.css><link rel=manifest href=./manifest.webmanifest>";
        let files = [
            (PAGE, page),
            ("files-0123456789abcdef.js", "save()"),
            ("main-0123456789abcdef.css", style),
            ("manifest.webmanifest", "{}"),
            (WORKER, PLAIN),
        ];
        files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn it_knows_what_the_page_loads_and_each_digest() {
        let whole = filled(PLAIN, &site("p {}")).unwrap_or_default();
        assert!(whole.contains(&format!("[\"main-0123456789abcdef.css\", \"{}\"]", digest::integrity(b"p {}"))));
        assert!(
            whole.contains("[\"./\", \"sha384-") && !whole.contains("[\"manifest") && !whole.contains("[\"offline")
        );
    }

    #[test]
    fn what_is_loaded_on_demand_stands_apart() {
        let whole = filled(PLAIN, &site("p {}")).unwrap_or_default();
        let line = format!("[\"files-0123456789abcdef.js\", \"{}\"]", digest::integrity(b"save()"));
        let (before, after) = whole.split_once("const LATER").unwrap_or_default();
        assert!(!before.contains(&line) && after.contains(&line), "{whole}");
    }

    #[test]
    fn another_file_makes_another_build() {
        let build = |style| {
            let whole = filled(PLAIN, &site(style)).unwrap_or_default();
            whole.lines().find(|line| line.starts_with("const BUILD")).map(str::to_owned)
        };
        assert!(build("p {}").is_some());
        assert_eq!(build("p {}"), build("p {}"));
        assert_ne!(build("p {}"), build("p { }"));
    }

    #[test]
    fn a_worker_without_a_place_is_refused() {
        for wrong in ["", NO_BUILD, NO_FILES, NO_LATER] {
            assert!(filled(wrong, &site("")).is_err(), "{wrong}");
        }
    }
}
