//! `offtake card`: the card of a case as a picture.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use offtake::charts::card::LEAST;
use offtake::export::picture::{LONGEST_SIDE, Picture, Size};
use offtake::protocol::link::{Accent, Theme, decode, query_of};
use offtake::wording::opened;

use crate::options::{self, Given};
use crate::{Faults, print, tell};

const OUT: &str = "-o";
const STATE: &str = "--state";
const SIZE: &str = "--size";
const THEME: &str = "--theme";
const ADDRESS: &str = "--address";
const ACCENT: &str = "--accent";
const OPTIONS: [&str; 6] = [OUT, STATE, SIZE, THEME, ADDRESS, ACCENT];

/// What is asked for.
pub struct Wanted {
    out: Out,
    /// A query, or a whole address.
    state: String,
    size: Size,
    theme: Option<Theme>,
    address: Option<String>,
    accent: Option<Accent>,
}

/// Where a picture goes, and as what.
enum Out {
    StandardOutput,
    Svg(PathBuf),
    Png(PathBuf),
}

/// Reads the options.
pub fn wanted(arguments: impl Iterator<Item = OsString>) -> Result<Wanted, String> {
    let mut given = Given::collect("card", &OPTIONS, arguments)?;
    let out = given.take(OUT).ok_or("card: -o FILE is missing: a name that ends in .svg or .png, or -")?;
    Ok(Wanted {
        out: place(out)?,
        state: given.text(STATE).unwrap_or_default(),
        size: given.read(SIZE, Size::read, &sizes())?.unwrap_or_default(),
        theme: given.read(THEME, theme, "one of light, dark")?,
        address: given.read(ADDRESS, options::address, options::AN_ADDRESS)?,
        accent: given.read(ACCENT, Accent::read, "a colour of six hexadecimal digits")?,
    })
}

fn sizes() -> String {
    format!("WIDTHxHEIGHT in pixels from {}x{} to {LONGEST_SIDE}x{LONGEST_SIDE}", LEAST.0, LEAST.1)
}

fn theme(text: &str) -> Option<Theme> {
    Theme::ALL.into_iter().find(|theme| theme.id() == text)
}

fn place(out: OsString) -> Result<Out, String> {
    if out == "-" {
        return Ok(Out::StandardOutput);
    }
    let path = PathBuf::from(out);
    match path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).as_deref() {
        Some("svg") => Ok(Out::Svg(path)),
        Some("png") => Ok(Out::Png(path)),
        _ => Err(format!("card: -o {} must end in .svg or .png, or be -", path.display())),
    }
}

/// Draws it, and tells what of the link was left out.
pub fn draw(wanted: &Wanted) -> Result<(), Faults> {
    let decoded = decode(query_of(&wanted.state));
    tell(options::plain(opened::ignored(&decoded.ignored)));
    let address = wanted.address.clone().or_else(|| options::address(&wanted.state));
    let Wanted { size, theme, accent, .. } = *wanted;
    let picture = Picture { link: decoded.link, size, theme, accent, address: address.as_deref() };
    let because = |error: &dyn std::fmt::Display| vec![format!("card: {error}")];
    let (path, bytes) = match &wanted.out {
        Out::StandardOutput => return print(picture.svg().map_err(|error| because(&error))?.as_bytes()),
        Out::Svg(path) => (path, picture.svg().map(String::into_bytes)),
        Out::Png(path) => (path, picture.png()),
    };
    let bytes = bytes.map_err(|error| because(&error))?;
    fs::write(path, bytes).map_err(|error| because(&format!("cannot write {}: {error}", path.display())))
}
