//! Running other programs: shown as they run, and optionally kept for reading.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::Fault;

/// How a program ended and what it wrote to standard output and to standard error.
pub struct Ran {
    pub success: bool,
    pub output: String,
    pub errors: String,
}

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    std::path::absolute(&target).unwrap_or(target)
}

/// The cargo that runs this command, in the repository.
pub fn cargo() -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root());
    command
}

/// Runs to the end with its output on the terminal.
pub fn show(command: &mut Command) -> Result<(), Fault> {
    announce(command);
    let status = command.stdin(Stdio::null()).status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", line(command))) }
}

/// Runs to the end with its output on the terminal, and keeps what it wrote.
pub fn watch(command: &mut Command) -> Result<Ran, Fault> {
    announce(command);
    let piped = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().map_err(|error| cannot_start(command, &error))?;
    let errors = child.stderr.take().map(|stderr| thread::spawn(|| echo(stderr, std::io::stderr())));
    let output = child.stdout.take().map_or_else(String::new, |stdout| echo(stdout, std::io::stdout()));
    let errors = errors.and_then(|errors| errors.join().ok()).unwrap_or_default();
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    Ok(Ran { success: status.success(), output, errors })
}

/// The standard output of a short question to a program, or nothing if it cannot be asked.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Puts folders before the rest of PATH.
pub fn with_path<'a>(command: &'a mut Command, folders: &[PathBuf]) -> Result<&'a mut Command, Fault> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    let joined = std::env::join_paths(all).map_err(|error| format!("cannot set PATH: {error}"))?;
    Ok(command.env("PATH", joined))
}

/// The first of these programs that PATH leads to.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let in_folders = |name: &&str| folders.iter().map(|folder| executable(folder, name)).find(|file| file.is_file());
    names.iter().find_map(in_folders)
}

/// `folder/name`, with the ending that this system gives to programs.
pub fn executable(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// npm and npx are command scripts on Windows, which a plain name does not start.
pub fn script(name: &str) -> Command {
    let mut command = Command::new(if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() });
    command.current_dir(root());
    command
}

fn announce(command: &Command) {
    println!("  $ {}", line(command));
    let _ = std::io::stdout().flush();
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Fault {
    format!("cannot run {}: {error}", line(command))
}

fn echo(from: impl Read, mut to: impl Write) -> String {
    let mut all = String::new();
    let mut reader = BufReader::new(from);
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
        all.push_str(&text);
        bytes.clear();
    }
    all
}
