//! The native command: the model on the command line, the card of a case as a picture, and its files.

// Tests in a browser build this command too, without what writes files.
#[cfg(not(target_arch = "wasm32"))]
mod card;
mod evaluate;
#[cfg(not(target_arch = "wasm32"))]
mod export;
#[cfg(not(target_arch = "wasm32"))]
mod options;

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use offtake::{catalog, model};

const USAGE: &str = "\
The economics of AI-infrastructure deals.

Usage: offtake evaluate [FILE]
       offtake card [--state QUERY] [--size WIDTHxHEIGHT] [--theme light|dark] [--address URL] [--accent RRGGBB] -o FILE
       offtake export [--state QUERY] [--file KIND] [--address URL] [--draws N] [-o FILE]

EVALUATE reads one JSON object of inputs, or an array of them, from FILE (from standard input without FILE or with
-), and prints the outcome of each as JSON. Inputs that are absent keep their defaults: {} is the default deal.

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

CARD draws the answer and the cash flow as one picture, for letters and posts: the same that the page's share dialog
saves. What a link holds that is not understood is told on standard error and left out; the rest is drawn.

Options of card:
  -o FILE            where it goes: lines and text for a name in .svg or for - (standard output), pixels for one in .png
  --state QUERY      the case, as the page's address has it after its ?, or that whole address; else the default case
  --size WxH         pixels, from 600x315 to 4096x4096; 1200x630 without it
  --theme NAME       light or dark; without it the link's, else light
  --address URL      where the page stands, to be written at the foot; without it that of the link, if it is a whole one
  --accent RRGGBB    the colour of the rule at the top

EXPORT makes a file of a case as the page's share dialog does: the spreadsheet, the state, or exact numbers.

Options of export:
  -o FILE            where it goes; without it, or with -, to standard output
  --file KIND        xlsx, json, inputs.csv, years.csv, or a chart's numbers such as cash.csv; without it what the name
                     of FILE ends in
  --state, --address as for card; the file holds the way back to the page
  --draws N          how many futures simulation.csv draws: 10000 without it; for no other file

Options:
  -h, --help       print this text
  -V, --version    print the versions of the program, the model and the data

Examples:
  echo '{\"scenario\": \"B\", \"milestone_prob\": 1}' | offtake evaluate
  echo '{\"model\": \"irr\", \"flows\": [-100, 230, -132]}' | offtake evaluate
  echo '{\"model\": \"buyer\", \"usage_realised\": 0.6}' | offtake evaluate
  offtake card --state 's=B&margin=0.36' --size 1200x630 --theme dark -o card.png
  offtake export --state 's=B' -o model.xlsx

Exit status: 0 on success; 2 when a request or the call has a fault. Each fault is then one line on standard error,
beginning with [its position in the array], and nothing is printed on standard output.
";

/// What is wrong, line by line.
type Faults = Vec<String>;

enum Call {
    Help,
    Version,
    Evaluate(Option<OsString>),
    #[cfg(not(target_arch = "wasm32"))]
    Card(card::Wanted),
    #[cfg(not(target_arch = "wasm32"))]
    Export(export::Wanted),
}

fn main() -> ExitCode {
    let result = call(std::env::args_os().skip(1)).and_then(|call| match call {
        Call::Help => print(USAGE.as_bytes()),
        Call::Version => print(version().as_bytes()),
        Call::Evaluate(file) => evaluate::answer(file).and_then(|text| print(text.as_bytes())),
        #[cfg(not(target_arch = "wasm32"))]
        Call::Card(wanted) => card::draw(&wanted),
        #[cfg(not(target_arch = "wasm32"))]
        Call::Export(wanted) => export::make(&wanted),
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            tell(messages);
            ExitCode::from(2)
        }
    }
}

fn call(arguments: impl Iterator<Item = OsString>) -> Result<Call, Faults> {
    let arguments: Vec<OsString> = arguments.collect();
    let has = |names: &[&str]| arguments.iter().any(|argument| names.iter().any(|name| argument == name));
    if has(&["-h", "--help"]) {
        return Ok(Call::Help);
    }
    if has(&["-V", "--version"]) {
        return Ok(Call::Version);
    }
    let with_help = |message: String| vec![message, "try: offtake --help".to_owned()];
    let mut left = arguments.into_iter();
    match left.next() {
        None => Err(with_help("a command is missing".to_owned())),
        Some(name) if name == "evaluate" => evaluate::file(left).map(Call::Evaluate).map_err(with_help),
        #[cfg(not(target_arch = "wasm32"))]
        Some(name) if name == "export" => export::wanted(left).map(Call::Export).map_err(with_help),
        #[cfg(not(target_arch = "wasm32"))]
        Some(name) if name == "card" => card::wanted(left).map(Call::Card).map_err(with_help),
        Some(name) => Err(with_help(format!("unknown command {}", name.display()))),
    }
}

fn version() -> String {
    format!("offtake {}, model {}, data {}\n", env!("CARGO_PKG_VERSION"), model::MODEL_VERSION, catalog::DATA_VERSION)
}

/// Lines for whoever called, beside the answer.
fn tell(lines: impl IntoIterator<Item = String>) {
    let mut errors = io::stderr().lock();
    for line in lines {
        // There is nowhere left to report that standard error is closed.
        let _ = writeln!(errors, "offtake: {line}");
    }
}

/// A reader that has seen enough (`offtake evaluate | head`) is no fault.
fn print(bytes: &[u8]) -> Result<(), Faults> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(vec![format!("cannot write the answer: {error}")]),
        _ => Ok(()),
    }
}
