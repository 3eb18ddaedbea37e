//! `cargo xtask serve`: a small web server for the built page, for this machine only.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::lasting::{self, ASK_AGAIN};
use crate::pack::{self, Packing};
use crate::{Fault, build, policy};

const FIRST_PORT: u16 = 8080;
/// How many ports after a busy one are tried.
const PORTS: u16 = 20;
/// How long a browser may take over its question, and how long the question may be.
const PATIENCE: Duration = Duration::from_secs(30);
const LONGEST_HEAD: u64 = 1 << 16;

/// Sent with every answer, beside what every host of the page is to say.
const OWN: [(&str, &str); 2] = [("Vary", "Accept-Encoding"), ("Connection", "close")];

/// The path under which the site answers a second time, to show that it works under any.
pub const ELSEWHERE: &str = "/some/other/path/";

/// A server at work; it ends with the process.
pub struct Site {
    pub url: String,
    acceptor: JoinHandle<()>,
}

/// `serve [--port N] [--no-build]`.
pub fn command(args: &[String]) -> Result<(), Fault> {
    let wanted = Wanted::parse(args)?;
    if wanted.build {
        build::build()?;
    }
    let site = start(listen(wanted.port)?)?;
    println!("\nOfftake is at {}  (Ctrl-C ends it)", site.url);
    site.acceptor.join().map_err(|_| "the server stopped".to_owned())
}

/// Serves `dist` on a port that is free.
pub fn start_anywhere() -> Result<Site, Fault> {
    start(bind(0).map_err(|error| format!("cannot serve: {error}"))?)
}

fn start(listener: TcpListener) -> Result<Site, Fault> {
    let folder = build::dist();
    if !folder.join("index.html").is_file() {
        return Err("there is no built page: run `cargo xtask build` first".to_owned());
    }
    let address = listener.local_addr().map_err(|error| format!("cannot serve: {error}"))?;
    let acceptor = thread::spawn(move || accept(&listener, &folder));
    Ok(Site { url: format!("http://{address}/"), acceptor })
}

/// A thread for each connection, which ends with its one answer: a browser holds some connections open for nothing, and
/// none of them may keep another waiting.
fn accept(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_path_buf();
        // A browser that goes away before the answer is no fault.
        thread::spawn(move || drop(converse(&stream, &folder)));
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    port: u16,
    build: bool,
}

impl Wanted {
    fn parse(args: &[String]) -> Result<Self, Fault> {
        let mut wanted = Self { port: FIRST_PORT, build: true };
        let mut args = args.iter().map(String::as_str);
        while let Some(arg) = args.next() {
            match arg {
                "--no-build" => wanted.build = false,
                "--port" => wanted.port = port(args.next())?,
                _ => match arg.strip_prefix("--port=") {
                    Some(number) => wanted.port = port(Some(number))?,
                    None => return Err(format!("serve takes --port N and --no-build, not {arg:?}")),
                },
            }
        }
        Ok(wanted)
    }
}

fn port(number: Option<&str>) -> Result<u16, Fault> {
    let number = number.ok_or("--port needs a number")?;
    number.parse().map_err(|_| format!("--port needs a number from 0 to 65535, not {number:?}"))
}

/// Listens on this port, or on the first free one after it.
fn listen(port: u16) -> Result<TcpListener, Fault> {
    for candidate in port..=port.saturating_add(PORTS) {
        match bind(candidate) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => println!("port {candidate} is busy"),
            Err(error) => return Err(format!("cannot listen on port {candidate}: {error}")),
        }
    }
    Err(format!("no free port from {port} on: name another with --port"))
}

fn bind(port: u16) -> std::io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

fn converse(mut stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD)).lines();
    let Some(question) = lines.next() else { return Ok(()) };
    let question = question?;
    let mut packing = None;
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        packing = packing.or_else(|| Packing::accepted(&line));
    }
    let Answer { status, kind, cache, bytes } = answer(&question, folder);
    let packed =
        packing.filter(|_| is_packable(kind)).and_then(|packing| Some((packing.name(), pack::pack(packing, &bytes)?)));
    let (encoding, bytes) = match packed {
        Some((name, packed)) => (format!("Content-Encoding: {name}\r\n"), packed),
        None => (String::new(), Arc::new(bytes)),
    };
    let length = bytes.len();
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nContent-Type: {kind}\r\nCache-Control: {cache}\r\n{encoding}"
    );
    for (name, value) in policy::HEADERS.into_iter().chain(OWN) {
        head = format!("{head}{name}: {value}\r\n");
    }
    stream.write_all(format!("{head}\r\n").as_bytes())?;
    if !question.starts_with("HEAD ") {
        stream.write_all(&bytes)?;
    }
    stream.flush()
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    cache: &'static str,
    bytes: Vec<u8>,
}

/// Answers the first line of a request.
fn answer(question: &str, folder: &Path) -> Answer {
    let refuse = |status| Answer { status, kind: TEXT, cache: ASK_AGAIN, bytes: status.into() };
    let mut words = question.split(' ');
    let (Some("GET" | "HEAD"), Some(url)) = (words.next(), words.next()) else {
        return refuse("405 This server only reads");
    };
    let found = file(folder, url).and_then(|path| Some((fs::read(&path).ok()?, path)));
    found.map_or_else(
        || refuse("404 There is no such page"),
        |(bytes, path)| Answer { status: "200 OK", kind: content_type(&path), cache: caching(&path), bytes },
    )
}

fn caching(path: &Path) -> &'static str {
    lasting::caching(path.file_name().and_then(|name| name.to_str()).unwrap_or_default())
}

/// What shrinks when compressed. Pictures are compressed already.
fn is_packable(kind: &str) -> bool {
    ["text/", "application/wasm", "application/json", "application/manifest+json", "image/svg+xml"]
        .iter()
        .any(|start| kind.starts_with(start))
}

/// The file that an address asks for: always one inside the folder.
fn file(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let path = path.strip_prefix(ELSEWHERE).or_else(|| path.strip_prefix('/'))?;
    let path = decode(path)?;
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

/// Undoes `%41`. Nothing, if that leaves no text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut parts = path.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        let code = part.get(..2).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        bytes.extend_from_slice(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

const TEXT: &str = "text/plain; charset=utf-8";

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md" | "ts") => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_file_of_the_folder_or_nowhere() {
        for (url, want) in [
            ("/", Some("index.html")),
            ("/?v=1&x=../..", Some("index.html")),
            ("/page-1a2b_bg.wasm", Some("page-1a2b_bg.wasm")),
            ("/a/b.css#top", Some("a/b.css")),
            ("/a/", Some("a/index.html")),
            ("/a%20b.txt", Some("a b.txt")),
            ("/some/other/path/", Some("index.html")),
            ("/some/other/path/main.css", Some("main.css")),
            ("/../Cargo.toml", None),
            ("/a/../../Cargo.toml", None),
            ("/%2e%2e/Cargo.toml", None),
            ("/..%2fCargo.toml", None),
            ("/..%5cCargo.toml", None),
            ("/a\\..\\Cargo.toml", None),
            ("/C:/file", None),
            ("/.git/config", None),
            ("/a%00.html", None),
            ("/%zz", None),
            ("/%+1", None),
            ("/%e", None),
            ("/%ff", None),
            ("http://elsewhere.example/", None),
        ] {
            assert_eq!(file(Path::new("dist"), url), want.map(|path| Path::new("dist").join(path)), "{url}");
        }
    }

    #[test]
    fn types_are_those_that_a_browser_insists_on() {
        for (path, want) in [
            ("a/page_bg.wasm", "application/wasm"),
            ("loader.js", "text/javascript; charset=utf-8"),
            ("index.html", "text/html; charset=utf-8"),
            ("main.css", "text/css; charset=utf-8"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("oembed.json", "application/json"),
            ("card.png", "image/png"),
            ("unknown", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(path)), want, "{path}");
        }
    }

    #[test]
    fn arguments_are_read() {
        let parse = |line: &str| Wanted::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(parse(""), Ok(Wanted { port: 8080, build: true }));
        assert_eq!(parse("--port 9000 --no-build"), Ok(Wanted { port: 9000, build: false }));
        assert_eq!(parse("--port=9000"), Ok(Wanted { port: 9000, build: true }));
        for wrong in ["--port", "--port x", "--port 70000", "--open", "8080"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn answers_are_files_or_refusals() {
        let folder = std::env::temp_dir().join(format!("offtake-serve-{}", std::process::id()));
        assert!(fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join("index.html"), "page")).is_ok());
        for (question, status, bytes) in [
            ("GET / HTTP/1.1", "200", "page"),
            ("HEAD /index.html HTTP/1.1", "200", "page"),
            ("GET /none.html HTTP/1.1", "404", "404 There is no such page"),
            ("GET /../Cargo.toml HTTP/1.1", "404", "404 There is no such page"),
            ("POST / HTTP/1.1", "405", "405 This server only reads"),
            ("GET", "405", "405 This server only reads"),
            ("", "405", "405 This server only reads"),
        ] {
            let answer = answer(question, &folder);
            assert!(answer.status.starts_with(status), "{question}: {}", answer.status);
            assert_eq!(String::from_utf8_lossy(&answer.bytes), bytes, "{question}");
        }
        assert!(fs::remove_dir_all(&folder).is_ok());
    }

    #[test]
    fn idle_connections_keep_nobody_waiting() {
        let served = bind(0).and_then(|listener| Ok((listener.local_addr()?, listener)));
        let address = served.map(|(address, listener)| {
            thread::spawn(move || accept(&listener, Path::new("nowhere")));
            address
        });
        let connect = || address.as_ref().ok().and_then(|address| TcpStream::connect(address).ok());
        let idle: Vec<_> = (0..20).map(|_| connect()).collect();
        let mut text = String::new();
        let asked = connect().map(|mut stream| {
            stream.write_all(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n").and_then(|()| stream.read_to_string(&mut text))
        });
        assert!(matches!(asked, Some(Ok(_))) && idle.iter().all(Option::is_some));
        assert!(
            text.starts_with("HTTP/1.1 404 ") && text.contains("Content-Security-Policy: default-src 'none'"),
            "{text}"
        );
    }

    #[test]
    fn a_busy_port_leads_to_the_next() {
        let taken = bind(0).and_then(|listener| Ok((listener.local_addr()?.port(), listener)));
        let next = taken.as_ref().map(|(port, _)| listen(*port).and_then(|next| port_of(&next)));
        assert!(matches!((&taken, next), (Ok((taken, _)), Ok(Ok(next))) if next > *taken));
    }

    fn port_of(listener: &TcpListener) -> Result<u16, Fault> {
        listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
    }
}
