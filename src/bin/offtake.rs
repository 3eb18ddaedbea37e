//! The native command: the model on the command line.

use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal, Read, Write};
use std::process::ExitCode;

use offtake::{catalog, model, protocol};

const USAGE: &str = "\
The economics of AI-infrastructure deals.

Usage: offtake evaluate [FILE]

Reads one JSON object of inputs, or an array of them, from FILE (from standard input without FILE or with -), and
prints the outcome of each as JSON. Inputs that are absent keep their defaults: {} is the default deal.

Keys:
  model       deal (the default), lab, buyer, irr, tornado, grid or montecarlo
  scenario    base, A, B or C
  preset      another deal: amazon_openai, microsoft_openai, google_anthropic, microsoft_anthropic
  any input   such as \"commit_margin\": 0.36; it overrides the scenario, and that the preset;
              of lab and buyer their own, such as \"arr0_b\": 47 and \"discount\": 0.12
  obligations
              for lab: 1 to 6 of {\"name\": \"AWS\", \"total_b\": 100, \"start_year\": 1, \"years\": 10}
  flows, discount_rate
              for irr: 1 to 51 yearly flows, the first at closing
  inputs      for tornado, grid and montecarlo: an object of inputs, as above
  side        for tornado and grid: investor (the default), lab or buyer
  x, y, xs, ys
              for grid: two inputs and their values
  draws, seed, payback_within, uncertainty
              for montecarlo: how often, from where, within how many years; changed ends as
              {\"commit_margin\": {\"low\": 0.2, \"high\": 0.4}, \"exit_multiple\": {\"sigma\": 0.3}}

Options:
  -h, --help       print this text
  -V, --version    print the versions of the program, the model and the data

Examples:
  echo '{\"scenario\": \"B\", \"milestone_prob\": 1}' | offtake evaluate
  echo '{\"model\": \"irr\", \"flows\": [-100, 230, -132]}' | offtake evaluate
  echo '{\"model\": \"buyer\", \"usage_realised\": 0.6}' | offtake evaluate

Exit status: 0 on success; 2 when a request or the call has a fault. Each fault is then one line on standard error,
beginning with [its position in the array], and nothing is printed on standard output.
";

enum Call {
    Help,
    Version,
    Evaluate(Option<OsString>),
}

fn main() -> ExitCode {
    let result = match call(std::env::args_os().skip(1)) {
        Ok(Call::Help) => Ok(USAGE.to_owned()),
        Ok(Call::Version) => Ok(version()),
        Ok(Call::Evaluate(file)) => evaluate(file),
        Err(message) => Err(vec![message, "try: offtake --help".to_owned()]),
    };
    match result.and_then(|text| print(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            let mut errors = io::stderr().lock();
            for message in messages {
                // There is nowhere left to report that standard error is closed.
                let _ = writeln!(errors, "offtake: {message}");
            }
            ExitCode::from(2)
        }
    }
}

fn call(arguments: impl Iterator<Item = OsString>) -> Result<Call, String> {
    let arguments: Vec<OsString> = arguments.collect();
    let is = |argument: &OsString, names: &[&str]| names.iter().any(|name| argument == name);
    if arguments.iter().any(|argument| is(argument, &["-h", "--help"])) {
        return Ok(Call::Help);
    }
    if arguments.iter().any(|argument| is(argument, &["-V", "--version"])) {
        return Ok(Call::Version);
    }
    let mut left = arguments.into_iter();
    match left.next() {
        None => return Err("a command is missing".to_owned()),
        Some(name) if name != "evaluate" => return Err(format!("unknown command {}", name.display())),
        Some(_) => {}
    }
    let file = left.next().filter(|file| file != "-");
    if let Some(option) = file.iter().find(|file| file.to_string_lossy().starts_with('-')) {
        return Err(format!("unknown option {}", option.display()));
    }
    match left.next() {
        None => Ok(Call::Evaluate(file)),
        Some(extra) => Err(format!("one file at most, but also {} was named", extra.display())),
    }
}

fn evaluate(file: Option<OsString>) -> Result<String, Vec<String>> {
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

fn version() -> String {
    format!("offtake {}, model {}, data {}\n", env!("CARGO_PKG_VERSION"), model::MODEL_VERSION, catalog::DATA_VERSION)
}

/// A reader that has seen enough (`offtake evaluate | head`) is no fault.
fn print(text: &str) -> Result<(), Vec<String>> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(vec![format!("cannot write the answer: {error}")]),
        _ => Ok(()),
    }
}
