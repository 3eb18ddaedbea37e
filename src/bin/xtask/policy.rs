//! What a browser is told about the site: by the page itself, by the server of this repository, and in `_headers` for others.

use crate::Fault;

macro_rules! policy {
    () => {
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
         connect-src 'self'; frame-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    };
}

/// As strict as the page can bear. It stands in the page, because many hosts send no headers of one's own.
pub const POLICY: &str = policy!();

/// Sent with every file. A page in a sandboxed frame has no origin and loads its own files only where any may. Who may
/// frame the page cannot be said in the page.
pub const HEADERS: [(&str, &str); 4] = [
    ("Content-Security-Policy", concat!(policy!(), "; frame-ancestors *")),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

/// Puts the policy before everything that it is to hold for.
pub fn put_into(html: &str) -> Result<String, Fault> {
    let first = html.find("<meta").ok_or("the built page has no head")?;
    let (before, rest) = html.split_at(first);
    Ok(format!("{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lasting::FOR_GOOD;
    use crate::tags::tags;

    #[test]
    fn the_page_the_server_and_other_hosts_say_the_same() {
        let file = include_str!("../../../public/_headers");
        let of_all = file.split_once("\n/*\n").and_then(|(_, rest)| rest.split_once("\n\n")).unwrap_or_default().0;
        let said: Vec<_> = of_all.lines().filter_map(|line| line.trim().split_once(": ")).collect();
        assert_eq!(said, HEADERS);
        let page = put_into("<!doctype html><html lang=en><meta charset=utf-8>").unwrap_or_default();
        let first = tags(&page).find(|tag| tag.name() == "meta");
        assert_eq!(first.and_then(|tag| tag.get("content")), Some(POLICY));
        assert_eq!(HEADERS[0].1, format!("{POLICY}; frame-ancestors *"));
        for loose in ["unsafe-inline", "'unsafe-eval'", "http:", "https:"] {
            assert!(!POLICY.contains(loose), "{loose}");
        }
    }

    #[test]
    fn the_documentation_says_the_same_for_every_host() {
        let text = include_str!("../../../docs/hosting.md");
        let policy = HEADERS[0].1;
        // As it is, and for nginx, Apache and Caddy.
        assert_eq!(text.matches("default-src").count(), 4);
        assert_eq!(text.matches(policy).count(), 4);
        for (name, value) in HEADERS {
            let said = text.lines().filter(|line| line.contains(name));
            let agree = said.filter(|line| name == HEADERS[0].0 || line.contains(value)).count();
            assert_eq!(agree, text.lines().filter(|line| line.contains(name)).count(), "{name}");
            assert!(agree >= 4, "{name}");
        }
        assert_eq!(text.matches(FOR_GOOD).count(), 4);
        assert_eq!(text.matches("-[0-9a-f]{13,16}(_bg)?\\.[a-z]+$").count(), 4);
    }

    #[test]
    fn a_page_without_a_head_is_refused() {
        assert!(put_into("<p>").is_err());
    }
}
