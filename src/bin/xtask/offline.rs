//! The worker that keeps the page for visits without a network: which files, and what each must be.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::{Fault, digest, size};

/// The worker, beside the page.
pub const WORKER: &str = "offline.js";
const PAGE: &str = "index.html";
const NO_BUILD: &str = "const BUILD = \"\";";
const NO_FILES: &str = "const FILES = [];";

/// Writes the files of the built page and their digests into its worker. The page must be as it is going to be.
pub fn fill(dist: &Path) -> Result<(), Fault> {
    let files = size::read(dist)?;
    let place = dist.join(WORKER);
    let plain = fs::read_to_string(&place).map_err(|error| format!("cannot read {}: {error}", place.display()))?;
    fs::write(&place, filled(&plain, &files)?).map_err(|error| format!("cannot write {}: {error}", place.display()))
}

fn filled(worker: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<String, Fault> {
    let mut list = String::new();
    for name in size::loaded(files) {
        let bytes = files.get(name).map_or(&[][..], Vec::as_slice);
        let address = if name == PAGE { "./" } else { name };
        let _ = write!(list, "\n  [\"{address}\", \"{}\"],", digest::integrity(bytes));
    }
    let build = format!("const BUILD = \"{}\";", digest::name(list.as_bytes()));
    let whole = worker.replacen(NO_BUILD, &build, 1).replacen(NO_FILES, &format!("const FILES = [{list}\n];"), 1);
    let has_place = worker.contains(NO_BUILD) && worker.contains(NO_FILES);
    if has_place { Ok(whole) } else { Err(format!("{WORKER} has no place for the files of the build")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = include_str!("../../../public/offline.js");

    fn site(style: &str) -> BTreeMap<String, Vec<u8>> {
        let page =
            "<link rel=stylesheet href=./main-0123456789abcdef.css><link rel=manifest href=./manifest.webmanifest>";
        let files =
            [(PAGE, page), ("main-0123456789abcdef.css", style), ("manifest.webmanifest", "{}"), (WORKER, PLAIN)];
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
        for wrong in ["", NO_BUILD, NO_FILES] {
            assert!(filled(wrong, &site("")).is_err(), "{wrong}");
        }
    }
}
