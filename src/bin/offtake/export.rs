//! `offtake export`: a file of a case, as the page's share dialog saves it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use offtake::export::{Around, Kind, file};
use offtake::protocol::link::{decode, query_of};
use offtake::wording::opened;

use crate::options::{self, Given};
use crate::{Faults, print, tell};

const OUT: &str = "-o";
const STATE: &str = "--state";
const FILE: &str = "--file";
const ADDRESS: &str = "--address";
const DRAWS: &str = "--draws";
const OPTIONS: [&str; 5] = [OUT, STATE, FILE, ADDRESS, DRAWS];
/// An hour of work would be a mistake, not a question.
const MOST_DRAWS: usize = 1_000_000;

/// What is asked for.
pub struct Wanted {
    kind: Kind,
    /// Nothing stands for standard output.
    out: Option<PathBuf>,
    /// A query, or a whole address.
    state: String,
    address: Option<String>,
    draws: Option<usize>,
}

/// Reads the options.
pub fn wanted(arguments: impl Iterator<Item = OsString>) -> Result<Wanted, String> {
    let mut given = Given::collect("export", &OPTIONS, arguments)?;
    let out = given.take(OUT).map(PathBuf::from).filter(|path| path.as_os_str() != "-");
    let draws = |text: &str| text.parse().ok().filter(|draws| (1..=MOST_DRAWS).contains(draws));
    Ok(Wanted {
        kind: kind(given.text(FILE), out.as_deref())?,
        state: given.text(STATE).unwrap_or_default(),
        address: given.read(ADDRESS, options::address, options::AN_ADDRESS)?,
        draws: given.read(DRAWS, draws, &format!("a whole number from 1 to {MOST_DRAWS}"))?,
        out,
    })
}

/// The kind that is named, or that the name of the file tells.
fn kind(named: Option<String>, out: Option<&Path>) -> Result<Kind, String> {
    let names = || Kind::names().join(", ");
    if let Some(named) = named {
        return Kind::find(&named).ok_or_else(|| format!("export: {FILE} {named} is not one of {}", names()));
    }
    let name = out.and_then(Path::file_name).map(|name| name.to_string_lossy().to_ascii_lowercase());
    let told = name.and_then(|name| Kind::all().find(|kind| name.ends_with(kind.id())));
    told.ok_or_else(|| format!("export: which file? Name it with {FILE}, or in the name after {OUT}: {}", names()))
}

/// Makes it, and tells what of the link was left out.
pub fn make(wanted: &Wanted) -> Result<(), Faults> {
    let decoded = decode(query_of(&wanted.state));
    tell(options::plain(opened::ignored(&decoded.ignored)));
    let page = wanted.address.clone().or_else(|| options::address(&wanted.state)).unwrap_or_default();
    let usual = Around::default();
    let around = Around { page: &page, draws: wanted.draws.unwrap_or(usual.draws) };
    let because = |error: &dyn std::fmt::Display| vec![format!("export: {error}")];
    let made = file(wanted.kind, &decoded.link, &around).map_err(|error| because(&error))?;
    match &wanted.out {
        None => print(&made.bytes),
        Some(path) => {
            fs::write(path, &made.bytes).map_err(|error| because(&format!("cannot write {}: {error}", path.display())))
        }
    }
}
