//! Which files a browser may keep for good: those whose names tell their content.

use std::fs;
use std::path::Path;

use crate::{Fault, size};

/// What a host says of them, and of the others.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable";
pub const ASK_AGAIN: &str = "no-cache";

const HEADERS: &str = "_headers";

/// How long a file may be kept.
pub fn caching(name: &str) -> &'static str {
    // Trunk writes a hash of 64 bits after a hyphen, without the zeros at its front.
    let is_digest = |part: &str| {
        let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
        (13..=16).contains(&digits) && part.get(digits..).is_some_and(|rest| rest.starts_with(['.', '_']))
    };
    if name.split('-').skip(1).any(is_digest) { FOR_GOOD } else { ASK_AGAIN }
}

/// Adds the names of this build to `_headers`. By name and not by pattern, because hosts read patterns differently and join
/// the values of two lines that fit.
pub fn put_into(dist: &Path) -> Result<(), Fault> {
    let files = size::read(dist)?;
    let place = dist.join(HEADERS);
    let cannot = |error| format!("cannot write {}: {error}", place.display());
    let general = fs::read_to_string(&place).map_err(cannot)?;
    fs::write(&place, general + &lines(files.keys().map(String::as_str))).map_err(cannot)
}

fn lines<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let lasting = names.filter(|name| caching(name) == FOR_GOOD);
    lasting.fold(String::new(), |all, name| {
        let kind = if Path::new(name).extension().is_some_and(|ending| ending == "wasm") {
            "  Content-Type: application/wasm\n"
        } else {
            ""
        };
        format!("{all}/{name}\n  Cache-Control: {FOR_GOOD}\n{kind}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_file_named_after_its_content_is_kept() {
        for (name, want) in [
            ("index.html", ASK_AGAIN),
            ("offline.js", ASK_AGAIN),
            ("cash-dark.svg", ASK_AGAIN),
            ("page-b3bfa895ccc32a6e.js", FOR_GOOD),
            ("page-b3bfa895ccc32a6e_bg.wasm", FOR_GOOD),
            ("page-691029a97350664.css", FOR_GOOD),
            ("page-b3bfa895ccc32a6e0.js", ASK_AGAIN),
            ("page-b3bfa895.js", ASK_AGAIN),
            ("page-b3bfa895ccc32a6e", ASK_AGAIN),
        ] {
            assert_eq!(caching(name), want, "{name}");
        }
    }

    #[test]
    fn every_lasting_file_is_named_once_and_no_other() {
        let said = lines(["index.html", "a-691029a97350664.css", "a-b3bfa895ccc32a6e_bg.wasm"].into_iter());
        let want = format!(
            "/a-691029a97350664.css\n  Cache-Control: {FOR_GOOD}\n/a-b3bfa895ccc32a6e_bg.wasm\n  Cache-Control: \
             {FOR_GOOD}\n  Content-Type: application/wasm\n"
        );
        assert_eq!(said, want);
    }

    #[test]
    fn no_file_has_two_lifetimes() {
        let file = include_str!("../../../public/_headers");
        let mut paths: Vec<&str> = file.lines().filter(|line| line.starts_with('/')).collect();
        let of_all = file.split_once("\n/*\n").and_then(|(_, rest)| rest.split_once("\n\n")).unwrap_or_default().0;
        assert!(!of_all.is_empty() && !of_all.contains("Cache-Control"));
        let count = paths.len();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), count);
        assert!(["/", "/index.html", "/offline.js"].iter().all(|path| paths.contains(path)));
        assert_eq!(file.matches("Cache-Control: no-cache\n").count(), count - 1);
    }
}
