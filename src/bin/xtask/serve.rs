//! `cargo xtask serve`: a small web server for the built page, for this machine only.

use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Method, Request, Response, Server};

use crate::{Fault, build};

const FIRST_PORT: u16 = 8080;
/// How many ports after a busy one are tried.
const PORTS: u16 = 20;
/// A browser asks for a handful of files at once.
const WORKERS: usize = 8;

/// As strict a policy as a host may set, so that whatever would break under it breaks here first.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: \
                      blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

/// Sent with every answer. A page in a sandboxed frame has no origin and loads its own files only where any may.
const HEADERS: [(&str, &str); 4] = [
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cache-Control", "no-cache"),
];

/// The path under which the site answers a second time, to show that it works under any.
pub const ELSEWHERE: &str = "/some/other/path/";

/// A server at work; it ends with the process.
pub struct Site {
    pub url: String,
    workers: Vec<JoinHandle<()>>,
}

/// `serve [--port N] [--no-build]`.
pub fn command(args: &[String]) -> Result<(), Fault> {
    let wanted = Wanted::parse(args)?;
    if wanted.build {
        build::build()?;
    }
    let site = start(listen(wanted.port)?)?;
    println!("\nOfftake is at {}  (Ctrl-C ends it)", site.url);
    for worker in site.workers {
        worker.join().map_err(|_| "the server stopped")?;
    }
    Ok(())
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
    let cannot = |error: &dyn std::fmt::Display| format!("cannot serve: {error}");
    let url = format!("http://{}/", listener.local_addr().map_err(|error| cannot(&error))?);
    let server = Arc::new(Server::from_listener(listener, None).map_err(|error| cannot(&error))?);
    let worker = |_| {
        let (server, folder) = (Arc::clone(&server), folder.clone());
        thread::spawn(move || server.incoming_requests().for_each(|request| answer(request, &folder)))
    };
    Ok(Site { url, workers: (0..WORKERS).map(worker).collect() })
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

fn answer(request: Request, folder: &Path) {
    let read = |path: PathBuf| fs::read(&path).ok().map(|bytes| (bytes, content_type(&path)));
    let (status, bytes, kind) = match request.method() {
        Method::Get | Method::Head => match file(folder, request.url()).and_then(read) {
            Some((bytes, kind)) => (200, bytes, kind),
            None => (404, b"There is no such page.".to_vec(), TEXT),
        },
        _ => (405, b"This server only reads.".to_vec(), TEXT),
    };
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in HEADERS.into_iter().chain([("Content-Type", kind)]) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that goes away before the answer is no fault.
    let _ = request.respond(response);
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
    fn a_busy_port_leads_to_the_next() {
        let taken = bind(0).and_then(|listener| Ok((listener.local_addr()?.port(), listener)));
        let next = taken.as_ref().map(|(port, _)| listen(*port).and_then(|next| port_of(&next)));
        assert!(matches!((&taken, next), (Ok((taken, _)), Ok(Ok(next))) if next > *taken));
    }

    fn port_of(listener: &TcpListener) -> Result<u16, Fault> {
        listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
    }
}
