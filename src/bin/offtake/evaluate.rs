//! `offtake evaluate`: JSON in, JSON out.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};

use offtake::protocol;

use crate::Faults;

/// The file that is named; nothing for standard input.
pub fn file(mut arguments: impl Iterator<Item = OsString>) -> Result<Option<OsString>, String> {
    let file = arguments.next().filter(|file| file != "-");
    if let Some(option) = file.iter().find(|file| file.to_string_lossy().starts_with('-')) {
        return Err(format!("unknown option {}", option.display()));
    }
    match arguments.next() {
        None => Ok(file),
        Some(extra) => Err(format!("one file at most, but also {} was named", extra.display())),
    }
}

/// The outcome of each request.
pub fn answer(file: Option<OsString>) -> Result<String, Faults> {
    let text = read(file).map_err(|message| vec![message])?;
    let answer = protocol::evaluate(&text).and_then(|replies| replies.to_json());
    answer.map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

fn read(file: Option<OsString>) -> Result<String, String> {
    let (name, bytes) = match file {
        Some(file) => (file.display().to_string(), std::fs::read(&file)),
        None => ("standard input".to_owned(), standard_input()),
    };
    let bytes = bytes.map_err(|error| format!("cannot read {name}: {error}"))?;
    String::from_utf8(bytes).map_err(|error| format!("{name} is not UTF-8 text: {}", error.utf8_error()))
}

fn standard_input() -> io::Result<Vec<u8>> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        let _ = writeln!(io::stderr(), "offtake: reading JSON from the keyboard; end with Ctrl-D");
    }
    let mut bytes = Vec::new();
    stdin.lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
