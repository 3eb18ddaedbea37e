//! Options of the commands: `--name VALUE` or `--name=VALUE`, each at most once.

use std::collections::BTreeMap;
use std::ffi::OsString;

/// What an address must be, in words.
pub const AN_ADDRESS: &str = "an address like https://example.org/offtake/";

/// The options that were given to a command.
pub struct Given {
    command: &'static str,
    values: BTreeMap<&'static str, OsString>,
}

impl Given {
    /// Reads the options of a command that knows these.
    pub fn collect(
        command: &'static str,
        known: &[&'static str],
        mut arguments: impl Iterator<Item = OsString>,
    ) -> Result<Self, String> {
        let mut values = BTreeMap::new();
        while let Some(argument) = arguments.next() {
            let whole = argument.to_string_lossy();
            let (name, joined) = match whole.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value.into())),
                _ => (&*whole, None),
            };
            let found = known.iter().copied().find(|option| *option == name);
            let name = found.ok_or_else(|| format!("{command}: unknown option {name}"))?;
            let next = || arguments.next().filter(|value| known.iter().all(|option| value != option));
            let value = joined.or_else(next).ok_or_else(|| format!("{command}: {name} has no value"))?;
            if values.insert(name, value).is_some() {
                return Err(format!("{command}: {name} stands there twice"));
            }
        }
        Ok(Self { command, values })
    }

    /// The value of an option as it was given.
    pub fn take(&mut self, name: &str) -> Option<OsString> {
        self.values.remove(name)
    }

    /// The value of an option as text.
    pub fn text(&mut self, name: &str) -> Option<String> {
        self.take(name).map(|value| value.to_string_lossy().into_owned())
    }

    /// The value of an option, if it is what it must be.
    pub fn read<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>, what: &str) -> Result<Option<T>, String> {
        let command = self.command;
        let value = |text: String| parse(&text).ok_or_else(|| format!("{command}: {name} {text} is not {what}"));
        self.text(name).map(value).transpose()
    }
}

/// As a browser says it: with a scheme and in plain signs, without query and place.
pub fn address(text: &str) -> Option<String> {
    let text = text.split(['?', '#']).next().unwrap_or(text);
    let place = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    (is_plain && !place.starts_with('/') && !place.is_empty()).then(|| text.to_owned())
}

/// Lines for a terminal. A link holds what somebody wrote: nothing of it may reach the terminal as a command.
pub fn plain(lines: Vec<String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| line.chars().filter(|sign| !sign.is_control()).collect())
}
