//! `offtake card`: the card of a case as a picture.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use offtake::charts::card::LEAST;
use offtake::export::picture::{LONGEST_SIDE, Picture, Size};
use offtake::protocol::link::{Accent, Theme, decode};
use offtake::wording::opened;

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
    let mut given = collected(arguments)?;
    let out = given.remove(OUT).ok_or("card: -o FILE is missing: a name that ends in .svg or .png, or -")?;
    let mut text = |name| given.remove(name).map(|value| value.to_string_lossy().into_owned());
    Ok(Wanted {
        out: place(out)?,
        state: text(STATE).unwrap_or_default(),
        size: read(SIZE, text(SIZE), Size::read, &sizes())?.unwrap_or_default(),
        theme: read(THEME, text(THEME), theme, "one of light, dark")?,
        address: read(ADDRESS, text(ADDRESS), address, "an address like https://example.org/offtake/")?,
        accent: read(ACCENT, text(ACCENT), Accent::read, "a colour of six hexadecimal digits")?,
    })
}

/// The values of the options, each given once: `--name VALUE` or `--name=VALUE`.
fn collected(mut arguments: impl Iterator<Item = OsString>) -> Result<BTreeMap<&'static str, OsString>, String> {
    let mut given = BTreeMap::new();
    while let Some(argument) = arguments.next() {
        let whole = argument.to_string_lossy();
        let (name, joined) = match whole.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.into())),
            _ => (&*whole, None),
        };
        let name =
            OPTIONS.into_iter().find(|option| *option == name).ok_or_else(|| format!("card: unknown option {name}"))?;
        let next = || arguments.next().filter(|value| OPTIONS.iter().all(|option| value != option));
        let value = joined.or_else(next).ok_or_else(|| format!("card: {name} has no value"))?;
        if given.insert(name, value).is_some() {
            return Err(format!("card: {name} stands there twice"));
        }
    }
    Ok(given)
}

fn read<T>(
    name: &str,
    text: Option<String>,
    parse: impl Fn(&str) -> Option<T>,
    what: &str,
) -> Result<Option<T>, String> {
    let value = |text: String| parse(&text).ok_or_else(|| format!("card: {name} {text} is not {what}"));
    text.map(value).transpose()
}

fn sizes() -> String {
    format!("WIDTHxHEIGHT in pixels from {}x{} to {LONGEST_SIDE}x{LONGEST_SIDE}", LEAST.0, LEAST.1)
}

fn theme(text: &str) -> Option<Theme> {
    Theme::ALL.into_iter().find(|theme| theme.id() == text)
}

/// As a browser says it: with a scheme and in plain signs, without query and place.
fn address(text: &str) -> Option<String> {
    let text = text.split(['?', '#']).next().unwrap_or(text);
    let place = after_scheme(text)?;
    (text.bytes().all(|byte| byte.is_ascii_graphic()) && !place.starts_with('/') && !place.is_empty())
        .then(|| text.to_owned())
}

fn after_scheme(text: &str) -> Option<&str> {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))
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

/// Query and base of what was given as the state.
fn parts(state: &str) -> (&str, Option<&str>) {
    let state = state.split('#').next().unwrap_or(state);
    if after_scheme(state).is_none() {
        return (state, None);
    }
    let (base, query) = state.split_once('?').unwrap_or((state, ""));
    (query, Some(base))
}

/// Draws it, and tells what of the link was left out.
pub fn draw(wanted: &Wanted) -> Result<(), Faults> {
    let (query, base) = parts(&wanted.state);
    let decoded = decode(query);
    // A link holds what somebody wrote: nothing of it may reach the terminal as a command.
    let plain = |line: String| line.chars().filter(|sign| !sign.is_control()).collect::<String>();
    tell(opened::ignored(&decoded.ignored).into_iter().map(plain));
    let address = wanted.address.clone().or_else(|| base.and_then(address));
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
