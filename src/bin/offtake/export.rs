//! `offtake export`: a file of a case, as the page's share dialog saves it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use offtake::export::{Around, Kind, file};
use offtake::protocol::link::{Figure, decode, query_of};
use offtake::wording::opened;

use crate::options::{self, Given};
use crate::{Faults, print, tell};

const OUT: &str = "-o";
const STATE: &str = "--state";
const FILE: &str = "--file";
const ADDRESS: &str = "--address";
const DRAWS: &str = "--draws";
const OPTIONS: [&str; 5] = [OUT, STATE, FILE, ADDRESS, DRAWS];
/// The one file that depends on how often chance is asked.
const SIMULATION: Kind = Kind::Chart(Figure::Simulation);
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
    let kind = kind(given.text(FILE), out.as_deref())?;
    let draws = given.read(DRAWS, draws, &format!("a whole number from 1 to {MOST_DRAWS}"))?;
    if draws.is_some() && kind != SIMULATION {
        return Err(format!("export: {DRAWS} is for {}, and {} draws nothing", SIMULATION.id(), kind.id()));
    }
    Ok(Wanted {
        kind,
        state: given.text(STATE).unwrap_or_default(),
        address: given.read(ADDRESS, options::address, options::AN_ADDRESS)?,
        draws,
        out,
    })
}

/// The kind that is named, or that the name of the file tells.
fn kind(named: Option<String>, out: Option<&Path>) -> Result<Kind, String> {
    let names = || Kind::names().join(", ");
    let name = out.and_then(Path::file_name).map(|name| name.to_string_lossy().to_ascii_lowercase());
    let told = name.as_ref().and_then(|name| Kind::all().find(|kind| name.ends_with(kind.id())));
    let Some(named) = named else {
        return told.ok_or_else(|| {
            format!("export: which file? Name it with {FILE}, or in the name after {OUT}: {}", names())
        });
    };
    let kind = Kind::find(&named).ok_or_else(|| format!("export: {FILE} {named} is not one of {}", names()))?;
    match name.filter(|name| told.map_or_else(|| is_of_others(name, kind), |told| told != kind)) {
        Some(name) => Err(format!("export: {OUT} {name} is not the name of a file {named}")),
        None => Ok(kind),
    }
}

/// Whether a name ends as the files of other kinds do, or as a card does.
fn is_of_others(name: &str, kind: Kind) -> bool {
    let ending = |name: &str| name.rsplit_once('.').map_or_else(|| name.to_owned(), |(_, ending)| ending.to_owned());
    let own = ending(kind.id());
    let others = Kind::all().map(|kind| ending(kind.id())).chain(["svg".to_owned(), "png".to_owned()]);
    others.filter(|other| *other != own).any(|other| name.ends_with(&format!(".{other}")))
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
