//! Where the page is going to stand. Most of it does not care; what others fetch about it (the picture of a link, the frame
//! that a blog makes of it) needs whole addresses.

use std::fs;
use std::path::Path;

use crate::Fault;
use crate::tags::{Tag, tags};

/// The variable that names the address where no option does.
pub const VARIABLE: &str = "OFFTAKE_SITE";

/// The address of the page's folder, with a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site(String);

impl Site {
    /// `https://example.org/offtake/`, with or without the last slash.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        // No query, and nothing that would have to be quoted in a page.
        let is_plain = |rest: &str| rest.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/%".contains(c));
        if rest.is_some_and(|rest| is_plain(rest) && !rest.starts_with(['/', ':']) && !rest.is_empty()) {
            return Ok(Self(format!("{}/", text.trim_end_matches('/'))));
        }
        Err(format!("the address of the site is like https://example.org/offtake/, not {text:?}"))
    }

    /// What the environment names, if anything.
    pub fn of_environment() -> Result<Option<Self>, Fault> {
        std::env::var(VARIABLE).ok().filter(|text| !text.is_empty()).map(|text| Self::parse(&text)).transpose()
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    /// The page with whole addresses where others read them, and with the one that it is known by.
    pub fn put_into(&self, html: &str) -> String {
        let mut whole = html.to_owned();
        for tag in tags(html).filter(|tag| is_for_others(*tag)) {
            let text = tag.text();
            let new = ["content", "href"].iter().fold(text.to_owned(), |text, name| {
                ["", "\""].iter().fold(text, |text, quote| {
                    text.replace(&format!("{name}={quote}./"), &format!("{name}={quote}{}", self.0))
                })
            });
            whole = whole.replacen(&format!("<{text}>"), &format!("<{new}>"), 1);
        }
        whole.replacen("</head>", &format!("<link rel=canonical href={}></head>", self.0), 1)
    }

    /// The same for what answers a blog that asks how to frame the page.
    pub fn put_into_oembed(&self, dist: &Path) -> Result<(), Fault> {
        let file = dist.join("oembed.json");
        let cannot = |error| format!("cannot make the addresses of {} whole: {error}", file.display());
        let text = fs::read_to_string(&file).map_err(cannot)?;
        fs::write(&file, text.replace("\"./", &format!("\"{}", self.0))).map_err(cannot)
    }
}

fn is_for_others(tag: Tag) -> bool {
    let is_preview = ["og:url", "og:image"].iter().any(|name| tag.is("property", name));
    is_preview || tag.is("type", "application/json+oembed")
}

#[cfg(test)]
mod tests {
    use offtake::catalog::Case;
    use offtake::charts::card::Card;
    use offtake::model::{self, Stake};
    use offtake::wording::verdict;
    use serde_json::Value;

    use super::*;

    #[test]
    fn an_address_is_whole_and_plain() {
        for text in ["https://example.org/offtake/", "https://example.org/offtake"] {
            assert_eq!(Site::parse(text), Ok(Site("https://example.org/offtake/".to_owned())));
        }
        assert_eq!(Site::parse("http://localhost:8080").map(|site| site.0), Ok("http://localhost:8080/".to_owned()));
        for wrong in
            ["", "example.org", "https://", "https:///a", "https://a.org/?b", "https://a.org/\"", "ftp://a.org/"]
        {
            assert!(Site::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_what_others_read_becomes_whole() {
        let site = Site("https://a.org/b/".to_owned());
        let page = "<head><meta content=./card.png property=og:image><meta property=\"og:url\" content=\"./\"><link \
                    href=./main.css rel=stylesheet><link href=./oembed.json rel=alternate \
                    type=application/json+oembed></head>";
        assert_eq!(
            site.put_into(page),
            "<head><meta content=https://a.org/b/card.png property=og:image><meta property=\"og:url\" \
             content=\"https://a.org/b/\"><link href=./main.css rel=stylesheet><link href=https://a.org/b/oembed.json \
             rel=alternate type=application/json+oembed><link rel=canonical href=https://a.org/b/></head>"
        );
    }

    #[test]
    fn the_answer_for_blogs_is_complete() {
        let text = include_str!("../../../public/oembed.json").replace("\"./", "\"https://a.org/b/");
        let answer: Value = serde_json::from_str(&text).unwrap_or_default();
        let said = |key: &str| answer.get(key).cloned().unwrap_or_default();
        assert_eq!((said("version"), said("type")), ("1.0".into(), "rich".into()));
        assert_eq!((said("thumbnail_width"), said("thumbnail_height")), (1200.into(), 630.into()));
        assert_eq!(said("thumbnail_url"), "https://a.org/b/card.png");
        let html = said("html").as_str().unwrap_or_default().to_owned();
        let frame = tags(&html).next();
        let of = |name: &str| frame.and_then(|tag| tag.get(name)).unwrap_or_default();
        assert_eq!(of("src"), "https://a.org/b/?embed=verdict-chart");
        assert_eq!((of("width"), of("height")), ("640", "700"));
        assert!(!of("title").is_empty() && text.matches("./").count() == 0);
    }

    #[test]
    fn the_picture_is_of_the_default_case_as_it_is() {
        let case = Case::default();
        let card = Card::new(&case, &model::evaluate(case.inputs()), Stake::default(), None);
        let want = format!("{} {}.", verdict::plain(&card.verdict).replace('\u{2060}', ""), card.title);
        let page = include_str!("../../../index.html");
        let words = tags(page).find(|tag| tag.is("property", "og:image:alt")).and_then(|tag| tag.get("content"));
        assert_eq!(words, Some(want.as_str()));
    }

    #[test]
    fn a_preview_says_what_the_page_says() {
        let page = include_str!("../../../index.html");
        let of = |attribute: &str, name: &str| {
            tags(page).find(|tag| tag.is(attribute, name)).and_then(|tag| tag.get("content")).unwrap_or_default()
        };
        let title = page.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).unwrap_or_default().0;
        assert!(!title.is_empty() && !of("name", "description").is_empty());
        assert_eq!(of("property", "og:title"), title);
        assert_eq!(of("property", "og:description"), of("name", "description"));
        assert_eq!(of("name", "twitter:card"), "summary_large_image");
    }
}
